"""Check your answers: every answer once more, each with its way back (standards.md 5.1, step 8)."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.core.display import file_size, phone
from workflow.choices import FileRole, SupportNeed
from workflow.public import forms
from workflow.public.steps import BY_SLUG, Journey, Step

FILES = {
    FileRole.SENT: gettext_lazy("Tài liệu kèm theo"),
    FileRole.CONSENT: gettext_lazy("Văn bản đồng ý"),
    FileRole.MEMBERS: gettext_lazy("Danh sách thành tệp"),
    FileRole.AUTHORITY: gettext_lazy("Giấy tờ đại diện"),
}


#: Labels that say more than they do on their own page.
SHORT = {
    "way": gettext_lazy("Cách gửi"),
    "organisation_name": gettext_lazy("Tên tổ chức"),
    "organisation_address": gettext_lazy("Địa chỉ tổ chức"),
    "organisation_tax_code": gettext_lazy("Mã số thuế"),
    "organisation_post": gettext_lazy("Chức vụ trong tổ chức"),
}


@dataclass(frozen=True)
class Row:
    """One answer: label, value, and the page to change it on. Of a masked value only the last four are held."""

    label: str
    value: str
    slug: str
    masked: bool = False

    @property
    def edit_label(self) -> str:
        return self.label[:1].lower() + self.label[1:]


@dataclass
class Section:
    id: str
    title: str
    rows: list[Row] = field(default_factory=list)


def sections(journey: Journey) -> list[Section]:
    """The answers in groups, in the order of the questions."""
    parts = [
        Section("viec", _("Thông tin bạn cần"), _need(journey)),
        Section("nguoi", _("Người yêu cầu"), _capacity(journey) + _person(journey)),
        Section("nhan", _("Liên hệ và nhận thông tin"), _contact(journey) + _delivery(journey)),
        Section("muc-dich", _("Mục đích và tài liệu"), _purpose(journey)),
    ]
    return [part for part in parts if part.rows]


def _need(journey):
    need = journey.cleaned("thong-tin")
    first, last = need["years"]
    years = " ".join(
        part for part in (_("Từ năm %d") % first if first else "", _("đến năm %d") % last if last else "") if part
    )
    rows = [
        Row(_("Mô tả"), need["description"], "thong-tin"),
        Row(_("Tên văn bản, hồ sơ"), need["document_name"] or _("Không ghi"), "thong-tin"),
        Row(_("Khoảng thời gian"), years[:1].upper() + years[1:] or _("Không ghi"), "thong-tin"),
    ]
    for number, item in enumerate(journey.pieces, start=2):
        rows.append(Row(_("Thông tin thứ %d") % number, item["description"], "thong-tin-khac"))
    consent = dict(BY_SLUG["dong-y"].form.base_fields["consent"].choices)[journey.value("dong-y", "consent")]
    rows.append(Row(_("Cần người khác đồng ý"), str(consent), "dong-y"))
    return rows + _files(journey, BY_SLUG["van-ban-dong-y"])


def _files(journey, step: Step):
    if not step.applies(journey):
        return []
    names = "\n".join(f"{file['name']} ({file_size(file['size'])})" for file in journey.files_of(step.file_role))
    return [Row(str(FILES[step.file_role]), names or _("Không có tài liệu"), step.slug)]


def _answered(journey, slug, labels=None):
    """Every field of a plain page, under its own label."""
    form = journey.form(slug)
    rows = []
    for name, bound in form.fields.items():
        value = form.cleaned_data.get(name)
        if hasattr(bound, "choices"):
            value = str(dict(bound.choices).get(value, ""))
        label = (labels or {}).get(name, bound.label)
        rows.append(Row(str(label), str(value or _("Không ghi")), slug))
    return rows


def _capacity(journey):
    form = journey.form("tu-cach")
    chosen = {name: str(dict(form.fields[name].choices)[form.cleaned_data[name]]) for name in ("capacity", "who")}
    rows = [Row(_("Tư cách"), chosen["capacity"], "tu-cach"), Row(_("Bạn là"), chosen["who"], "tu-cach")]
    for slug in ("duoi-18-tuoi", "dai-dien", "uy-quyen", "to-chuc"):
        if BY_SLUG[slug].applies(journey):
            rows += _answered(journey, slug, SHORT) + (
                _files(journey, BY_SLUG[slug]) if BY_SLUG[slug].file_role else []
            )
    members = BY_SLUG["thanh-vien"]
    if members.applies(journey):
        told = "\n".join(f"{item['name']}, {masked(item['identity_number'])}" for item in journey.members)
        rows.append(Row(_("Người cùng yêu cầu"), told or _("Có trong tệp"), members.slug))
        rows += _files(journey, members) if journey.files_of(FileRole.MEMBERS) else []
    if journey.who == forms.FOREIGNER:
        concern = journey.value("nguoi-nuoc-ngoai", "foreigner_concern")
        rows.append(Row(_("Liên quan đến bạn"), concern, "nguoi-nuoc-ngoai"))
    return rows


def masked(number: str) -> str:
    """•••• •••• 0417: never more than the last four."""
    return f"•••• •••• {number[-4:]}"


def _person(journey):
    person = journey.cleaned("nguoi-yeu-cau")
    kind = dict(BY_SLUG["nguoi-yeu-cau"].form.base_fields["identity_kind"].choices)[person["identity_kind"]]
    rows = [
        Row(_("Họ và tên"), person["name"], "nguoi-yeu-cau"),
        Row(str(kind), person["identity_number"][-4:], "nguoi-yeu-cau", masked=True),
        Row(_("Nơi cư trú"), journey.residence, "nguoi-yeu-cau"),
    ]
    if BY_SLUG["noi-cu-tru"].applies(journey):
        here = journey.value("noi-cu-tru", "is_resident") == forms.YES
        place = journey.authority.short_name[:1].lower() + journey.authority.short_name[1:]
        rows.append(Row(_("Cư trú tại %s") % place, _("Có") if here else _("Không"), "noi-cu-tru"))
    if BY_SLUG["lien-quan"].applies(journey):
        rows.append(Row(_("Liên quan đến bạn"), journey.value("lien-quan", "concern") or _("Không ghi"), "lien-quan"))
    return rows


def _contact(journey):
    contact = journey.cleaned("lien-he")
    notice = dict(BY_SLUG["lien-he"].form.base_fields["notice"].choices)[contact["notice"]]
    return [
        Row(_("Số điện thoại"), phone(contact["phone"]) or _("Không có"), "lien-he"),
        Row(_("Thư điện tử"), contact["email"] or _("Không có"), "lien-he"),
        Row(_("Nhận thông báo"), str(notice), "lien-he"),
    ]


def _delivery(journey):
    form = journey.form("cach-nhan")
    needs = [str(SupportNeed(code).label) for code in form.cleaned_data["support_needs"]]
    way = dict(form.fields["delivery"].choices)[form.cleaned_data["delivery"]]
    rows = [
        Row(_("Cách nhận"), str(way), "cach-nhan"),
        Row(_("Hỗ trợ đặc biệt"), ", ".join(needs) or _("Không cần"), "cach-nhan"),
    ]
    return rows + (_answered(journey, "noi-nhan") if journey.asks_where else [])


def _purpose(journey):
    purpose = journey.cleaned("ly-do")
    again = purpose["asked_before"] == forms.ASKED_BEFORE
    return [
        Row(_("Lý do, mục đích"), purpose["purpose"] or _("Không ghi"), "ly-do"),
        Row(
            _("Lần yêu cầu"),
            _("Lần thứ %d") % (purpose["times_asked"] or 2) if again else _("Lần đầu"),
            "ly-do",
        ),
        *_files(journey, BY_SLUG["tai-lieu"]),
    ]


def item(step: Step, number: int, row: dict) -> dict:
    """One item of a list, as its own page shows it."""
    if "identity_number" in row:
        return {"number": number, "title": row["name"], "text": f"{masked(row['identity_number'])}. {row['purpose']}"}
    return {"number": number, "title": _("Thông tin thứ %d") % (number + 2), "text": row["description"]}
