"""How items leave by the open interface: shapes with their meaning, and a row of the catalog turned into each."""

from datetime import date, datetime

from django.urls import reverse
from ninja import Field, Schema

from catalog import access, categories
from catalog.choices import InfoClass, ItemState, PublicationForm, VersionKind
from catalog.public import rows
from cms.core.addresses import absolute


def whole(url: str) -> str:
    """An address that works anywhere; editors may have named a page of this site by its path."""
    return absolute(url) if url.startswith("/") else url


# --- shapes --------------------------------------------------------------------------------------------------------
class Place(Schema):
    url: str
    label: str = Field(description="Tên đường dẫn, có thể trống")


class File(Schema):
    name: str
    url: str
    media_type: str
    size: int = Field(description="Byte")
    sha256: str = Field(description="Dấu nội dung, để kiểm tra tệp tải về")


class Condition(Schema):
    """Thông tin có điều kiện: chỉ cho biết là có, và cần ai đồng ý."""

    kind: str
    consent_of: str = Field(description="Ai phải đồng ý")


class Item(Schema):
    """Một mục đang công khai trong danh mục thông tin."""

    code: str = Field(description="Mã mục; không bao giờ dùng lại cho mục khác")
    authority: str = Field(description="Mã cơ quan")
    url: str = Field(description="Địa chỉ cố định, để người đọc")
    api_url: str
    title: str
    number: str = Field(description="Số, ký hiệu")
    info_class: InfoClass
    info_class_label: str
    rule_set: str = Field(description="Bộ quy định mà điểm của Điều 17.1 thuộc về")
    category: str = Field(description="Điểm của Điều 17.1; trống nếu không thuộc điểm nào")
    category_label: str
    created_on: date | None = Field(description="Ngày tạo ra")
    origin: str = Field(description="Nơi tạo ra")
    responsible: str = Field(description="Đơn vị chịu trách nhiệm công khai")
    legal_basis: str
    forms: list[PublicationForm] = Field(description="Hình thức công khai")
    due_on: date | None = Field(description="Phải công khai trước hết ngày")
    published_on: date
    is_late: bool = Field(description="Công khai lần đầu sau ngày phải công khai")
    changed_at: datetime = Field(description="Lần đăng gần nhất")
    until_on: date | None = Field(description="Công khai đến hết ngày; sau đó mục không còn ở đây")
    until_words: str
    update_cycle: str
    next_update_on: date | None
    corrected_on: date | None
    version: int
    keywords: str
    language: str
    access_rights: str
    condition: Condition | None
    place: str | None = Field(description="Đường dẫn hoặc tệp đầu tiên; trống nếu chỉ có bản giấy")
    paper_place: str = Field(description="Nơi giữ bản giấy")


class Correction(Schema):
    on: date
    version: int = Field(description="Bản bị sai")
    wrong: str = Field(description="Trống khi bản sai không được cho xem")
    right: str
    reason: str
    unit: str


class ItemDetail(Item):
    summary: str
    files: list[File]
    links: list[Place]
    corrections: list[Correction]
    versions_url: str


class ItemPage(Schema):
    items: list[Item]
    next_cursor: str | None


class Gone(Schema):
    """Mục đã từng công khai, nay không còn: chỉ cho biết từ ngày nào và vì sao."""

    code: str
    authority: str
    url: str
    state: ItemState
    gone_on: date
    reason: str
    title: str = Field("", description="Chỉ có khi hết thời hạn công khai; mục đã gỡ không nêu tên")


class GonePage(Schema):
    items: list[Gone]
    next_cursor: str | None


class VersionFacts(Schema):
    """Nội dung một bản, đúng như khi đăng."""

    info_class: str
    law: str
    category: str
    category_label: str
    title: str
    number: str
    summary: str
    created_on: str | None
    origin: str
    responsible: str
    legal_basis: str
    forms: str = Field(description="Mã các hình thức, cách nhau bằng dấu cách")
    event: str
    due_on: str | None
    until_on: str | None
    until_words: str
    update_cycle: str
    keywords: str
    language: str


class Version(Schema):
    """Một bản đã công khai. Bản cũ vẫn đọc được, trừ bản không cho xem."""

    number: int
    kind: VersionKind
    kind_label: str
    published_at: datetime
    reason: str
    is_current: bool
    is_withheld: bool = Field(description="Bản nêu điều không ai được đọc, nên không cho xem nữa")
    sha256: str | None = Field(description="Dấu nội dung của bản")
    facts: VersionFacts | None
    files: list[File]


class Versions(Schema):
    item: str
    versions: list[Version]


# --- from the database -----------------------------------------------------------------------------------------------
def item_url(item) -> str:
    return absolute(rows.item_url(item.authority, item))


def api_url(item) -> str:
    return absolute(reverse("api:item", args=[item.code]))


def item_shape(item) -> dict:
    """A public item in one row; `with_units`, `current_version` and `main_file` are joined."""
    return {
        "code": item.code,
        "authority": item.authority.code,
        "url": item_url(item),
        "api_url": api_url(item),
        "title": item.title,
        "number": item.number,
        "info_class": item.info_class,
        "info_class_label": item.get_info_class_display(),
        "rule_set": item.rule_set.code,
        "category": item.category,
        "category_label": categories.label_of(item.rule_set.rules, item.category),
        "created_on": item.created_on,
        "origin": item.origin,
        "responsible": item.responsible_unit.name,
        "legal_basis": item.legal_basis,
        "forms": item.form_codes if item.has_content else [],
        "due_on": item.due_on,
        "published_on": item.published_on,
        "is_late": item.is_late,
        "changed_at": item.current_version.published_at,
        "until_on": item.until_on,
        "until_words": item.until_words,
        "update_cycle": item.update_cycle,
        "next_update_on": item.next_update_on,
        "corrected_on": item.corrected_on,
        "version": item.current_version.number,
        "keywords": item.keywords,
        "language": item.language,
        "access_rights": item.access_rights,
        "condition": condition_of(item),
        "place": place_of(item),
        "paper_place": item.paper_place,
    }


def condition_of(item) -> dict | None:
    if item.info_class != InfoClass.CONDITIONAL:
        return None
    return {"kind": rows.condition_label(item), "consent_of": item.consent_of}


def place_of(item) -> str | None:
    """Where it can be opened at once."""
    if not item.has_content:
        return None
    if item.main_url:
        return whole(item.main_url)
    return absolute(rows.file_url(item.authority, item, item.main_file)) if item.main_file_id else None


def file_shape(item, file) -> dict:
    return {
        "name": file.name,
        "url": absolute(rows.file_url(item.authority, item, file)),
        "media_type": file.content_type,
        "size": file.size,
        "sha256": file.sha256,
    }


def detail_shape(item, versions, files, links) -> dict:
    """A public item with everything its page shows."""
    return item_shape(item) | {
        "summary": item.summary,
        "files": [file_shape(item, file) for file in files],
        "links": [{"url": whole(link.url), "label": link.label} for link in links],
        "corrections": [one | {"version": one["number"]} for one in rows.corrections(versions)],
        "versions_url": absolute(reverse("api:versions", args=[item.code])),
    }


def gone_shape(item) -> dict:
    """What remains of an item that is public no more."""
    stub = rows.stub(item)
    return {
        "code": item.code,
        "authority": item.authority.code,
        "url": item_url(item),
        "state": item.state if item.state == ItemState.WITHDRAWN else ItemState.EXPIRED,
        "gone_on": stub["on"],
        "reason": str(stub["why"]),
        "title": item.title if access.title_stays(item) else "",
    }


def version_shape(item, version, files) -> dict:
    """A version with what it said and holds; of a withheld one only that there was one."""
    is_shown = not version.is_withheld
    last = [file for file in files if file.last_version is None or file.last_version >= version.number]
    own = [file for file in last if file.first_version <= version.number] if is_shown and item.has_content else []
    facts = dict.fromkeys(VersionFacts.model_fields, "") | version.facts
    if not item.has_content:
        facts["summary"] = ""
    return {
        "number": version.number,
        "kind": version.kind,
        "kind_label": version.get_kind_display(),
        "published_at": version.published_at,
        "reason": version.reason,
        "is_current": version.pk == item.current_version_id,
        "is_withheld": version.is_withheld,
        "sha256": version.sha256 if is_shown else None,
        "facts": facts if is_shown else None,
        "files": [file_shape(item, file) for file in own],
    }
