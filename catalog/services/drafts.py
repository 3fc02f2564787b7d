"""Entering and editing: drafts are Wagtail revisions, and no draft writes a row of history."""

from copy import copy

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog import access, clock, secrecy
from catalog.choices import InfoClass, ItemState, VersionKind
from catalog.models import InformationItem, ItemFile, ItemLink
from catalog.services import content
from catalog.services.acting import NotNow, begin, finish, need
from cms.core import files as store
from cms.core.errors import DomainError
from cms.core.numbers import next_numbers
from cms.law.services import current_calendar

NOT_YOURS = _("Ông/bà không được nhập, sửa mục của đơn vị này.")


def next_code(authority) -> str:
    """SV-0127: the authority's mark and a number that is never given again."""
    return next_codes(authority, 1)[0]


def next_codes(authority, count: int) -> list[str]:
    """So many of them, one after the other."""
    return [f"{authority.case_prefix}-{number:04d}" for number in next_numbers(f"item:{authority.pk}", count)]


@transaction.atomic
def enter(*, authority, facts: dict, links=(), files=(), from_answer=False, by, at) -> InformationItem:
    """A new item as a draft. `links` are (label, url), `files` what `services.files.take` kept.

    `from_answer`: made from an answer given to one person; the room that made it adds its own gaps (completeness).
    """
    item = InformationItem(authority=authority, from_answer=from_answer, drafted_by=by, drafted_at=at)
    _write(item, facts)
    need(access.can_enter(by, authority, item.originating_unit), NOT_YOURS)
    item.code = next_code(authority)
    item.has_unpublished_changes = True
    item.save_quietly()
    if links:
        _put_links(item, links)
    if files:
        _add_files(item, files, by, at)
    item.save_revision(user=by, clean=False)
    return finish("item.entered", item, by=by, at=at, data=_said(item))


@transaction.atomic
def edit(
    *, item, seen, facts: dict, links=None, files=(), without=(), kind="", reason="", by, at, act="item.drafted"
) -> InformationItem:
    """Change the draft. What was checked before is checked anew.

    `links` replaces the draft's links unless None; `without` are files that the draft takes out. On an item that was
    public, `kind` says what publishing this draft will be, and `reason` why.
    """
    item = begin(item, seen=seen, by=by)
    need(access.can_edit(by, item), NOT_YOURS)
    if item.state == ItemState.MARK:
        raise NotNow(_("Mục này chỉ là dấu của thông tin không được công khai, không có nội dung để sửa."))
    draft = draft_of(item)
    _write(draft, facts)
    need(access.can_edit(by, draft), NOT_YOURS)
    if links is not None:
        _put_links(item, links)
    _add_files(item, files, by, at)
    _take_out(item, without)
    _open_draft(item, kind, reason)
    item.drafted_by, item.drafted_at = by, at
    item.has_unpublished_changes = True
    item.version += 1
    item.save_quietly()
    draft.has_unpublished_changes = True
    item.latest_revision = draft.save_revision(user=by, clean=False)
    return finish(act, item, by=by, at=at, data=_said(draft), reason=reason)


def classify(*, item, seen, info_class, category="", conditional_kind="", consent_of="", reason, by, at):
    """The originating unit says what the information is (D18 Điều 6.2): an edit with a name of its own."""
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao phân loại như vậy."), field="reason")
    facts = {
        "info_class": info_class,
        "category": category,
        "conditional_kind": conditional_kind,
        "consent_of": consent_of,
    }
    return edit(item=item, seen=seen, facts=facts, reason=reason, by=by, at=at, act="item.classified")


@transaction.atomic
def propose_correction(
    *, item, seen, wrong, right, reason, withhold=False, facts=(), links=None, files=(), without=(), by, at
):
    """Published information was found wrong: the right content as a draft, to be checked and published by two people.

    The wrong version is kept and shown beside the right one, unless `withhold`: it named what nobody may read.
    """
    item = begin(item, seen=seen, by=by)
    if not item.live:
        raise NotNow(_("Chỉ đính chính mục đang công khai."))
    for field, told, text in (("wrong", _("Ghi nội dung sai."), wrong), ("right", _("Ghi nội dung đúng."), right)):
        if not text.strip():
            raise DomainError(told, field=field)
    secrecy.refuse_marked(wrong, right)
    item.pending_wrong, item.pending_right, item.pending_withholds = wrong, right, withhold
    item.save_quietly(update_fields=["pending_wrong", "pending_right", "pending_withholds"])
    return edit(
        item=item, seen=None, facts=dict(facts), links=links, files=files, without=without,
        kind=VersionKind.CORRECTION, reason=reason, by=by, at=at, act="item.correction_drafted",
    )  # fmt: skip


@transaction.atomic
def hold(*, item, seen, by, at):
    """Keep others from changing it while one works on it (Wagtail's lock)."""
    item = begin(item, seen=seen, by=by)
    need(access.can_edit(by, item) or access.can_publish(by, item), NOT_YOURS)
    item.locked, item.locked_by, item.locked_at = True, by, at
    item.version += 1
    item.save_quietly()
    return finish("item.held", item, by=by, at=at)


@transaction.atomic
def let_go(*, item, seen, by, at):
    """End one's own lock; the head of the focal unit may end anybody's."""
    fresh = item.locked_row(seen)
    need(fresh.locked_by_id == by.pk or access.can_publish(by, fresh), NOT_YOURS)
    fresh.locked, fresh.locked_by, fresh.locked_at = False, None, None
    fresh.version += 1
    fresh.save_quietly()
    return finish("item.let_go", fresh, by=by, at=at)


# --- the draft ---------------------------------------------------------------------------------------------------
def draft_of(item: InformationItem) -> InformationItem:
    """The item as its draft says. Before the first publication that is the row itself, afterwards an object of its own."""
    if item.published_on is None:
        return item
    draft = copy(item)
    if item.has_unpublished_changes and item.latest_revision_id:
        content.take_over(draft, item.latest_revision.content)
    return draft


def _write(draft, facts):
    if facts.get("info_class") == InfoClass.INACCESSIBLE:
        raise DomainError(
            _("Thông tin không được tiếp cận chỉ giữ một dấu, không giữ nội dung. Hãy dùng việc “Ghi dấu”."),
            field="info_class",
        )
    content.put(draft, facts)
    if not draft.title.strip():
        raise DomainError(_("Nhập tên thông tin."), field="title")
    secrecy.refuse_marked(draft.title, draft.summary, draft.number, draft.keywords)
    units = (draft.originating_unit, draft.responsible_unit)
    if any(unit.authority_id != draft.authority_id for unit in units):
        raise DomainError(_("Đơn vị này thuộc cơ quan khác."), field="originating_unit")
    if draft.group_id and draft.group.authority_id != draft.authority_id:
        raise DomainError(_("Nhóm này thuộc cơ quan khác."), field="group")
    draft.due_on, draft.due_article = clock.due(draft, current_calendar())


def _open_draft(item, kind, reason):
    """What publishing will mean, and that nobody has checked it yet."""
    if item.published_on is None:
        item.pending_kind = VersionKind.FIRST
    elif not item.live:
        item.pending_kind = VersionKind.AGAIN
    elif kind or item.pending_kind not in (VersionKind.UPDATE, VersionKind.CORRECTION):
        item.pending_kind = kind or VersionKind.UPDATE
    if item.pending_kind != VersionKind.CORRECTION:
        item.pending_wrong = item.pending_right = ""
        item.pending_withholds = False
    item.pending_reason = reason.strip() or item.pending_reason
    forget_check(item)


def forget_check(item) -> None:
    """The draft changed or was sent back: neither check nor approval stands, and no schedule runs."""
    item.checked_by = item.checked_at = item.checked_revision = None
    if item.approved_by_id:
        item.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    item.approved_by = item.approved_at = item.go_live_at = None


def is_odd_link(url: str) -> bool:
    """Whether it is neither an address of the web nor a path of this site."""
    return not url.startswith(("https://", "http://", "/")) or url.startswith("//") or any(c.isspace() for c in url)


def _put_links(item, links):
    wanted = [(label.strip(), url.strip()) for label, url in links if url.strip()]
    for url in (url for _label, url in wanted):
        if is_odd_link(url):
            raise DomainError(_("Đường dẫn phải bắt đầu bằng https:// hoặc bằng / của trang này."), field="links")
    there = list(item.links.drafted())
    for link in there:
        if (link.label, link.url) in wanted:
            wanted.remove((link.label, link.url))
        elif link.first_version is None:
            link.delete()
        else:
            link.is_leaving = True
            link.save(update_fields=["is_leaving"])
    rows = [ItemLink(item=item, label=label, url=url, position=n) for n, (label, url) in enumerate(wanted, len(there))]
    ItemLink.objects.bulk_create(rows)


def _add_files(item, files, by, at):
    rows = [
        ItemFile(
            item=item, name=kept.name, path=kept.path, content_type=kept.content_type, size=kept.size,
            sha256=kept.sha256, added_by=by, added_at=at, position=n,
        )
        for n, kept in enumerate(files)
    ]  # fmt: skip
    ItemFile.objects.bulk_create(rows)


def _take_out(item, without):
    for file in item.files.drafted().filter(pk__in=list(without)):
        if file.first_version is None:
            file.delete()
            transaction.on_commit(lambda path=file.path: store.drop(path))
        else:
            file.is_leaving = True
            file.save(update_fields=["is_leaving"])


def _said(item) -> dict:
    """Codes only: what was written stands in the draft."""
    return {"class": item.info_class, "category": item.category, "due_on": item.due_on}
