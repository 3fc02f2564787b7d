"""Items as tables and pages show them: plain values, worked out once, for templates that only draw."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog import access, categories
from catalog.choices import InfoClass, ItemState, UpdateCycle, VersionKind
from catalog.models.fault import DAYS_UNTIL_TOLD
from cms.core.dates import local_day, short
from cms.core.display import file_size


def item_url(authority, item) -> str:
    return reverse("catalog:item", args=[authority.code, item.code])


def file_url(authority, item, file) -> str:
    return reverse("catalog:file", args=[authority.code, item.code, file.pk])


def until(item) -> str:
    """Thời hạn công khai: the last day, or the words of the rule that has none."""
    return _("Đến hết %s") % short(item.until_on) if item.until_on else item.until_words


def row(authority, item, day) -> dict:
    """One line of a list."""
    is_open = access.is_public(item, day)
    place = {}
    if is_open and item.has_content:
        if item.main_url:
            place = {"url": item.main_url, "label": _("Mở đường dẫn")}
        elif item.main_file_id:
            file = item.main_file
            place = {
                "url": file_url(authority, item, file),
                "label": f"{file.format}, {file_size(file.size)}",
            }
    return {
        "item": item,
        "url": item_url(authority, item),
        "origin": item.origin,
        "forms": ", ".join(item.form_labels),
        "until": until(item),
        "place": place,
        "tags": tags(item, day),
        "kind": condition_label(item),
    }


def tags(item, day) -> list[dict]:
    """What stands out: corrected, late, owed, over. An icon never stands alone."""
    found = []
    if not access.is_public(item, day):
        return [{"kind": "", "icon": "clock", "label": _("Hết thời hạn")}]
    if is_told_broken(item, day):
        found.append({"kind": "bad", "icon": "alert", "label": _("Có chỗ không mở được")})
    if item.corrected_on:
        found.append({"kind": "wait", "icon": "edit", "label": _("Đã đính chính")})
    if item.is_late:
        found.append({"kind": "wait", "icon": "clock", "label": _("Công khai chậm")})
    if item.next_update_on and item.next_update_on < day:
        found.append({"kind": "wait", "icon": "clock", "label": _("Quá kỳ cập nhật")})
    return found


def is_told_broken(item, day) -> bool:
    """Whether something of it has been broken for so long that readers are told."""
    return item.broken_since is not None and item.broken_since <= day - timedelta(days=DAYS_UNTIL_TOLD)


def condition_label(item) -> str:
    if item.info_class != InfoClass.CONDITIONAL:
        return ""
    kinds = {one.code: one.label for one in item.rule_set.rules.conditional_kinds}
    return kinds.get(item.conditional_kind, "")


def facts(item) -> list[dict]:
    """The item page's details; what is not known is left out."""
    rules = item.rule_set.rules
    rows = [(_("Mã mục"), item.code), (_("Số, ký hiệu"), item.number)]
    if item.created_on:
        rows.append((_("Ngày tạo ra"), short(item.created_on)))
    rows += [
        (_("Đơn vị tạo ra"), item.origin),
        (_("Đơn vị chịu trách nhiệm công khai"), item.responsible_unit.name),
        (_("Nhóm thông tin"), categories.label_of(rules, item.category)),
        (_("Căn cứ pháp lý"), item.legal_basis),
    ]
    if item.info_class == InfoClass.CONDITIONAL:
        rows += [(_("Loại điều kiện"), condition_label(item)), (_("Cần ai đồng ý"), item.consent_of)]
    else:
        rows += [(_("Hình thức công khai"), "; ".join(item.form_labels))]
        if item.due_on:
            rows.append((_("Phải công khai trước hết"), _due(item)))
        rows += [
            (_("Ngày công khai"), _published(item)),
            (_("Thời hạn công khai"), until(item)),
            (_("Cập nhật"), UpdateCycle(item.update_cycle).label if item.update_cycle != UpdateCycle.NONE else ""),
            (_("Các cột được phép công khai"), item.permitted_fields),
            (_("Nơi giữ bản giấy"), item.paper_place),
            (_("Từ khóa"), item.keywords),
        ]
    return [{"label": label, "value": str(value)} for label, value in rows if value]


def _due(item):
    return f"{short(item.due_on)} ({item.due_article})" if item.due_article else short(item.due_on)


def _published(item):
    if not item.due_on:
        return short(item.published_on)
    days = (item.published_on - item.due_on).days
    return short(item.published_on) + (_(", chậm %d ngày") % days if days > 0 else _(", đúng hạn"))


def versions(authority, item, rows, files) -> list[dict]:
    """Every version with what it says and holds, the newest first; a withheld one only that it was there."""
    shown = []
    for version in rows:
        is_now = version.pk == item.current_version_id
        own = [
            file
            for file in files
            if file.first_version <= version.number
            and (file.last_version is None or file.last_version >= version.number)
        ]
        shown.append(
            {
                "number": version.number,
                "kind": VersionKind(version.kind).label,
                "at": version.published_at,
                "reason": version.reason,
                "is_now": is_now,
                "is_withheld": version.is_withheld,
                "differences": [] if version.is_withheld else _differences(version, rows),
                "files": []
                if version.is_withheld
                else [{"name": file.name, "url": file_url(authority, item, file), "meta": _meta(file)} for file in own],
            }
        )
    return shown


#: What a reader would notice between two versions.
_COMPARED = {
    "title": "Tên",
    "number": "Số, ký hiệu",
    "summary": "Tóm tắt",
    "forms": "Hình thức",
    "legal_basis": "Căn cứ",
    "until_words": "Thời hạn",
    "category_label": "Nhóm",
}


def _differences(version, rows) -> list[dict]:
    before = next((one for one in rows if one.number == version.number - 1), None)
    if before is None or before.is_withheld:
        return []
    return [
        {"label": label, "old": before.facts.get(name, ""), "new": version.facts.get(name, "")}
        for name, label in _COMPARED.items()
        if name != "forms" and before.facts.get(name, "") != version.facts.get(name, "")
    ]


def _meta(file) -> str:
    return f"{file.format}, {file_size(file.size)}"


def files(authority, item, kept, faults=None) -> list[dict]:
    told = faults or {}
    return [
        {
            "name": file.name,
            "url": file_url(authority, item, file),
            "meta": ". ".join(filter(None, (_meta(file), told.get(("file", file.pk))))),
        }
        for file in kept
    ]


def links(kept, faults) -> list[dict]:
    return [
        {"name": str(link), "url": link.url, "meta": faults.get(("link", link.pk)) or _("Đường dẫn")} for link in kept
    ]


def broken(item, day) -> dict[tuple[str, int], str]:
    """Of each broken file and link, what its reader is told; asked only where the item has any."""
    if not is_told_broken(item, day):
        return {}
    words = {
        "file": _("Tệp đang hỏng từ ngày %s, cơ quan đã biết"),
        "link": _("Đường dẫn không mở được từ ngày %s, cơ quan đã biết"),
    }
    found = {}
    for fault in item.faults.told_on(day):
        name = "file" if fault.file_id else "link"
        found[name, fault.file_id or fault.link_id] = words[name] % short(fault.since)
    return found


def corrections(rows) -> list[dict]:
    """What was wrong, what is right, on which day: shown above everything else."""
    found = []
    for version in rows:
        if version.kind != VersionKind.CORRECTION:
            continue
        before = next((one for one in rows if one.number == version.number - 1), None)
        is_withheld = before is not None and before.is_withheld
        found.append(
            {
                "on": local_day(version.published_at),
                "number": version.number - 1,
                "wrong": "" if is_withheld else version.wrong,
                "right": version.right,
                "reason": version.reason,
                "unit": version.facts.get("responsible", ""),
            }
        )
    return found


def stub(item) -> dict:
    """What remains at the address of an item that is not public any more."""
    if item.state == ItemState.WITHDRAWN:
        return {"title": _("Mục này đã được gỡ"), "on": item.withdrawn_on, "why": item.withdrawn_reason}
    return {
        "title": _("Mục này đã hết thời hạn công khai"),
        "on": item.until_on,
        "why": _("Thời hạn công khai đã kết thúc."),
    }
