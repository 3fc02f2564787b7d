"""The questions of the request form, one form a page (standards.md 5.1). Which come when, steps.py says.

A form reads what it must know from its journey: the authority asked, the rule set in force today, earlier answers.
"""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.core import identifiers
from cms.core.places import provinces
from cms.law.choices import Representation
from workflow.choices import Capacity, DeliveryWay, IdentityKind, NetworkNotice, SupportNeed
from workflow.public import fields

MIN_DESCRIPTION, MAX_DESCRIPTION = 20, 5_000
MOST_COPIES = 50
YES, NO = "CO", "KHONG"
ADULT, MINOR, FOREIGNER = "ADULT", "MINOR", "FOREIGNER"
HAVE_CONSENT, LACK_CONSENT = "CO_VAN_BAN", "CHUA_CO_VAN_BAN"
FIRST_TIME, ASKED_BEFORE = "LAN_DAU", "DA_HOI"


class StepForm(forms.Form):
    """One page of questions."""

    use_required_attribute = False

    def __init__(self, *args, journey, **kwargs):
        self.journey = journey
        kwargs.setdefault("label_suffix", "")
        kwargs.setdefault("auto_id", "%s")
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self):
        """Fit labels and choices to the journey; for forms that ask the rule set."""


# --- 1: what is asked ----------------------------------------------------------------------------------------------
class NeedForm(StepForm):
    description = fields.Paragraphs(
        label=_("Mô tả thông tin bạn cần"),
        help_text=_("Nói như khi hỏi trực tiếp: việc gì, ở đâu, thời gian nào. Viết từ 20 đến 5.000 ký tự."),
        missing=_("Hãy mô tả thông tin bạn cần, ít nhất 20 ký tự"),
        shortest=MIN_DESCRIPTION,
        longest=MAX_DESCRIPTION,
    )
    document_name = fields.Line(
        label=_("Tên văn bản, hồ sơ (nếu biết)"), help_text=_("Không biết thì để trống."), longest=300
    )
    years = fields.YearsField(label=_("Khoảng thời gian (nếu biết)"), help_text=_("Ví dụ: từ 2024 đến 2025"))


class PieceForm(StepForm):
    """One further piece of information; added to a list."""

    description = fields.Paragraphs(
        label=_("Thông tin khác bạn cần"),
        help_text=_("Mỗi lần thêm một mục. Cơ quan trả lời riêng từng mục."),
        missing=_("Hãy mô tả thông tin bạn cần, ít nhất 20 ký tự"),
        shortest=MIN_DESCRIPTION,
        longest=MAX_DESCRIPTION,
    )


# --- 2: in which capacity ------------------------------------------------------------------------------------------
class CapacityForm(StepForm):
    capacity = fields.Pick(
        label=_("Bạn gửi yêu cầu với tư cách nào?"),
        missing=_("Chọn tư cách của bạn"),
        choices=[
            (Capacity.SELF, _("Cho chính tôi")),
            (Capacity.REPRESENTATIVE, _("Tôi là người đại diện theo pháp luật hoặc giám hộ")),
            (Capacity.AUTHORISED, _("Tôi được người khác ủy quyền")),
            (Capacity.ORGANISATION, _("Qua tổ chức, đoàn thể, doanh nghiệp")),
        ],
        hints={
            Capacity.REPRESENTATIVE: _("Ví dụ: cha, mẹ của người dưới 18 tuổi"),
            Capacity.ORGANISATION: _("Nhiều người cùng cần một thông tin, cử một người gửi"),
        },
    )
    who = fields.Pick(
        label=_("Bạn là"),
        missing=_("Chọn một mục: công dân Việt Nam hay người nước ngoài"),
        choices=[
            (ADULT, _("Công dân Việt Nam, từ đủ 18 tuổi")),
            (MINOR, _("Công dân Việt Nam, dưới 18 tuổi")),
            (FOREIGNER, _("Người nước ngoài cư trú tại Việt Nam")),
        ],
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("who") == MINOR and cleaned.get("capacity") not in (None, Capacity.SELF):
            self.add_error("capacity", _("Người dưới 18 tuổi chỉ gửi được cho chính mình. Hãy chọn “Cho chính tôi”"))
        return cleaned


class MinorForm(StepForm):
    """How a minor asks: what the law of today allows (L16 Điều 4.3; L26 Điều 7.3)."""

    way = fields.Pick(label=_("Bạn gửi yêu cầu bằng cách nào?"), missing=_("Chọn cách gửi của bạn"))
    consenting_name = fields.person_name(
        _("Họ và tên cha, mẹ hoặc người giám hộ"),
        "",
        required=False,
        help_text=_("Chỉ ghi khi bạn chọn “có sự đồng ý”."),
    )

    WAYS = {
        Representation.ALONE: _("Tôi tự gửi"),
        Representation.WITH_CONSENT: _("Tôi tự gửi, có sự đồng ý của cha, mẹ hoặc người giám hộ"),
    }

    def prepare(self):
        allowed = self.journey.rules.requester("MINOR").representation
        self.fields["way"].choices = [(str(way), label) for way, label in self.WAYS.items() if way in allowed]
        if not self.fields["way"].choices:
            told = _("Người dưới 18 tuổi gửi yêu cầu thông qua người đại diện theo pháp luật")
            self.fields["way"].error_messages |= {"required": told, "invalid_choice": told}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("way") == Representation.WITH_CONSENT and not cleaned.get("consenting_name"):
            if "consenting_name" not in self.errors:
                self.add_error("consenting_name", _("Nhập họ và tên người đồng ý"))
        return cleaned


class RepresentativeForm(StepForm):
    represented_name = fields.person_name(
        _("Họ và tên người bạn đại diện"), _("Nhập họ và tên người bạn đại diện"), widget=forms.TextInput()
    )
    represented_kind = fields.Pick(label=_("Người đó là"), missing=_("Chọn người bạn đại diện là ai"))
    represented_basis = fields.Line(
        label=_("Căn cứ đại diện"),
        help_text=_("Ví dụ: cha, mẹ; quyết định cử người giám hộ số 12/QĐ-UBND."),
        missing=_("Nhập căn cứ đại diện, ví dụ: cha, mẹ, người giám hộ"),
        longest=300,
    )

    def prepare(self):
        through = {Representation.THROUGH_REPRESENTATIVE, Representation.THROUGH_GUARDIAN}
        self.fields["represented_kind"].choices = [
            (row.code, row.label) for row in self.journey.rules.requesters if through & set(row.representation)
        ]


class AuthorisedForm(StepForm):
    represented_name = fields.person_name(
        _("Họ và tên người ủy quyền cho bạn"), _("Nhập họ và tên người ủy quyền cho bạn")
    )
    represented_basis = fields.Line(
        label=_("Giấy ủy quyền"),
        help_text=_("Số, ngày của giấy ủy quyền. Không có số thì ghi ngày viết giấy."),
        missing=_("Nhập số, ngày của giấy ủy quyền"),
        longest=300,
    )


class OrganisationForm(StepForm):
    organisation_name = fields.Line(
        label=_("Tên tổ chức, đoàn thể, doanh nghiệp"),
        missing=_("Nhập tên tổ chức, đoàn thể, doanh nghiệp"),
        longest=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    organisation_address = fields.Line(label=_("Địa chỉ"), missing=_("Nhập địa chỉ của tổ chức"), longest=300)
    organisation_tax_code = fields.Checked(
        identifiers.tax_code,
        label=_("Mã số thuế (nếu có)"),
        longest=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--20"}),
    )
    organisation_post = fields.Line(
        label=_("Chức vụ của bạn trong tổ chức"), missing=_("Nhập chức vụ của bạn trong tổ chức"), longest=100
    )


class MemberForm(StepForm):
    """One of the people who ask together (D18 Điều 4.2); added to a list."""

    name = fields.person_name(_("Họ và tên"), _("Nhập họ và tên"))
    identity_number = fields.Checked(
        lambda typed: identity_of(typed),
        label=_("Số định danh cá nhân hoặc số hộ chiếu"),
        help_text=_("Số định danh gồm 12 chữ số, in trên thẻ căn cước."),
        missing=_("Nhập số định danh cá nhân hoặc số hộ chiếu"),
        longest=40,
        widget=forms.TextInput(attrs={"class": "input--20"}),
    )
    purpose = fields.Line(
        label=_("Lý do, mục đích của người này"), missing=_("Nhập lý do, mục đích của người này"), longest=500
    )


def identity_of(typed: str) -> str:
    """A personal number or a passport, told apart by its shape: letters are only in passports."""
    letters = any(char.isalpha() for char in typed)
    return identifiers.passport(typed) if letters else identifiers.personal_id(typed)


class ForeignerForm(StepForm):
    foreigner_concern = fields.Paragraphs(
        label=_("Thông tin này liên quan trực tiếp thế nào đến quyền, nghĩa vụ của bạn?"),
        help_text=_("Người nước ngoài cư trú tại Việt Nam được hỏi thông tin liên quan trực tiếp đến mình."),
        missing=_("Hãy cho biết thông tin liên quan trực tiếp thế nào đến quyền, nghĩa vụ của bạn"),
        longest=2_000,
    )


class ConsentForm(StepForm):
    consent = fields.Pick(
        label=_("Thông tin này có cần người khác đồng ý không?"),
        missing=_("Chọn một câu trả lời"),
        choices=[
            (NO, _("Không, hoặc tôi không biết")),
            (HAVE_CONSENT, _("Có, tôi có văn bản đồng ý")),
            (LACK_CONSENT, _("Có, nhưng tôi chưa có văn bản đồng ý")),
        ],
        hints={
            NO: _("Cán bộ sẽ kiểm tra và báo bạn nếu cần"),
            LACK_CONSENT: _("Vẫn gửi được; cán bộ có thể đề nghị bạn bổ sung"),
        },
    )


# --- 3: who asks ---------------------------------------------------------------------------------------------------
class PersonForm(StepForm):
    name = fields.person_name(
        _("Họ và tên"), _("Nhập họ và tên"), widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    identity_kind = fields.Pick(
        label=_("Giấy tờ của bạn"),
        missing=_("Chọn loại giấy tờ"),
        choices=[(IdentityKind.PERSONAL_ID, _("Thẻ căn cước, CCCD")), (IdentityKind.PASSPORT, _("Hộ chiếu"))],
    )
    identity_number = fields.Line(
        label=_("Số định danh cá nhân (CCCD) hoặc số hộ chiếu"),
        help_text=_("Số định danh gồm 12 chữ số, in trên thẻ căn cước. Không cần gửi ảnh thẻ."),
        missing=_("Nhập số định danh cá nhân hoặc số hộ chiếu"),
        longest=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "input--20"}),
    )
    province = fields.Pick(
        label=_("Tỉnh, thành phố"),
        missing=_("Chọn tỉnh hoặc thành phố"),
        widget=forms.Select(attrs={"class": "input--20", "autocomplete": "address-level1"}),
    )
    commune = fields.Line(label=_("Xã, phường, đặc khu"), missing=_("Nhập xã, phường hoặc đặc khu"), longest=100)
    address = fields.Line(
        label=_("Số nhà, đường, thôn"),
        missing=_("Nhập số nhà, đường hoặc thôn"),
        longest=300,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )

    def prepare(self):
        self.fields["province"].choices = [("", _("Chọn tỉnh hoặc thành phố")), *province_choices()]

    def clean(self):
        cleaned = super().clean()
        kind, number = cleaned.get("identity_kind"), cleaned.get("identity_number")
        if kind and number:
            check = identifiers.passport if kind == IdentityKind.PASSPORT else identifiers.personal_id
            try:
                cleaned["identity_number"] = check(number)
            except ValidationError as error:
                self.add_error("identity_number", error)
        return cleaned


def province_choices() -> list[tuple[str, str]]:
    """(as kept in an address, as shown); the demonstration adds its invented province."""
    choices = [(str(unit), unit.name) for unit in provinces()]
    if getattr(settings, "DEMONSTRATION", False):
        choices.append(("Tỉnh Bình Minh", _("Bình Minh (tỉnh minh họa)")))
    return choices


class ResidencyForm(StepForm):
    is_resident = fields.Pick(label="", missing=_("Chọn có hoặc không"), choices=[(YES, _("Có")), (NO, _("Không"))])

    def prepare(self):
        name = self.journey.authority.short_name
        self.fields["is_resident"].label = _("Bạn có cư trú tại %(name)s không?") % {
            "name": name[:1].lower() + name[1:]
        }
        self.fields["is_resident"].help_text = _("Bạn ở nơi khác vẫn gửi được yêu cầu.")


class ConcernForm(StepForm):
    concern = fields.Paragraphs(
        label=_("Thông tin liên quan đến bạn thế nào?"),
        help_text=_(
            "Người ở nơi khác được hỏi xã thông tin liên quan đến quyền, lợi ích của mình. "
            "Chưa rõ thì để trống, cán bộ sẽ hỏi lại."
        ),
        longest=2_000,
        rows=4,
    )


# --- 4: how to reach them ------------------------------------------------------------------------------------------
class ContactForm(StepForm):
    phone = fields.phone(
        _("Số điện thoại"), required=False, help_text=_("Để cán bộ gọi hỏi thêm khi cần. Ví dụ: 0912 345 678")
    )
    email = fields.mail(_("Thư điện tử (nếu có)"), required=False)
    notice = fields.Pick(
        label=_("Bạn muốn nhận thông báo bằng cách nào?"),
        missing=_("Chọn cách nhận thông báo"),
        choices=[
            (NetworkNotice.EMAIL, _("Gửi thư điện tử cho tôi")),
            (NetworkNotice.POST, _("Gửi thư qua bưu điện")),
            (NetworkNotice.NONE, _("Tôi sẽ tự tra cứu bằng mã")),
        ],
        hints={NetworkNotice.NONE: _("Cách nào thì bạn cũng tra cứu được bằng mã")},
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("notice") == NetworkNotice.EMAIL and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Nhập thư điện tử để nhận thông báo, hoặc chọn cách khác"))
        return cleaned


# --- 5: how to receive ---------------------------------------------------------------------------------------------
DELIVERY_HINTS = {
    DeliveryWay.DOWNLOAD: _("Nhanh nhất, vào bằng số hồ sơ và mã tra cứu"),
    DeliveryWay.EMAIL: _("Tệp gửi tới thư điện tử của bạn"),
    DeliveryWay.PAPER_BY_POST: _("Có thể phải trả tiền in và gửi"),
    DeliveryWay.VIEW_AT_SEAT: _("Được dùng điện thoại của mình để chụp"),
}


class DeliveryForm(StepForm):
    """The ways that the law of today names (L16 Điều 25.1; L26 Điều 24)."""

    delivery = fields.Pick(
        label=_("Bạn muốn nhận thông tin bằng cách nào?"), missing=_("Chọn cách nhận thông tin"), hints=DELIVERY_HINTS
    )
    support_needs = fields.PickSeveral(
        label=_("Bạn có cần hỗ trợ đặc biệt không?"),
        help_text=_("Chỉ để phục vụ bạn. Không cần thì bỏ qua."),
        choices=SupportNeed.choices,
    )

    def prepare(self):
        self.fields["delivery"].choices = delivery_choices(self.journey.rules)


def delivery_choices(rules) -> list[tuple[str, str]]:
    """The easiest first; whatever else the rule set names follows in its order."""
    first = [DeliveryWay.DOWNLOAD, DeliveryWay.EMAIL]
    rows = {row.code: row.label for row in rules.delivery_channels}
    order = [code for code in first if code in rows] + [code for code in rows if code not in first]
    return [(str(code), rows[code]) for code in order]


class ReceiveForm(StepForm):
    """Where to send it; only the fields that the chosen way needs."""

    email = fields.mail(_("Thư điện tử nhận tệp"), missing=_("Nhập thư điện tử để nhận tệp"))
    postal_address = fields.Line(
        label=_("Địa chỉ nhận bưu phẩm"),
        help_text=_("Ghi cả tên người nhận nếu khác bạn."),
        missing=_("Nhập địa chỉ nhận bưu phẩm"),
        longest=300,
    )
    copies = fields.WholeNumber(
        label=_("Số bản"), least=1, most=MOST_COPIES, wrong=_("Nhập số bản bằng chữ số, từ 1 đến 50")
    )
    fax = fields.Checked(
        identifiers.phone, label=_("Số fax"), missing=_("Nhập số fax"), longest=40, widget=forms.TextInput()
    )

    NEEDED = {
        DeliveryWay.EMAIL: ("email",),
        DeliveryWay.PAPER_BY_POST: ("postal_address", "copies"),
        DeliveryWay.FAX: ("fax",),
    }

    def prepare(self):
        delivery = self.journey.value("cach-nhan", "delivery", "")
        needed = set(self.NEEDED.get(delivery, ()))
        if delivery != DeliveryWay.PAPER_BY_POST and self.journey.value("lien-he", "notice") == NetworkNotice.POST:
            needed = needed | {"postal_address"}
        if self.journey.value("lien-he", "email"):
            needed.discard("email")
        for name in set(self.fields) - needed:
            del self.fields[name]
        if not self.is_bound:
            self.initial.setdefault("postal_address", self.journey.residence)
            self.initial.setdefault("copies", "1")


# --- 6: why --------------------------------------------------------------------------------------------------------
class PurposeForm(StepForm):
    """Reason and purpose: required where the law of today requires them (L16 Điều 24.2.d)."""

    purpose = fields.Paragraphs(label=_("Lý do, mục đích"), longest=2_000, rows=4)
    asked_before = fields.Pick(
        label=_("Bạn đã từng yêu cầu thông tin này ở cơ quan này chưa?"),
        missing=_("Chọn lần đầu hoặc đã từng"),
        choices=[(FIRST_TIME, _("Chưa, đây là lần đầu")), (ASKED_BEFORE, _("Rồi"))],
    )
    times_asked = fields.WholeNumber(
        label=_("Nếu đã từng, đây là lần thứ mấy?"),
        least=2,
        most=99,
        wrong=_("Nhập số lần bằng chữ số, từ 2 trở lên"),
        required=False,
    )

    def prepare(self):
        field = self.fields["purpose"]
        if self.journey.rules.reason_required:
            field.required = True
            field.error_messages["required"] = _("Nhập lý do, mục đích của yêu cầu")
            field.help_text = _("Luật yêu cầu ghi mục này. Lý do không phải căn cứ để từ chối, trừ khi luật quy định.")
        else:
            field.label = _("Lý do, mục đích (không bắt buộc)")
            field.help_text = _("Giúp cán bộ tìm đúng thông tin. Không ghi cũng không bị từ chối.")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("asked_before") == ASKED_BEFORE and "times_asked" not in self.errors:
            cleaned["times_asked"] = cleaned.get("times_asked") or 2
        return cleaned


# --- 7: files ------------------------------------------------------------------------------------------------------
class FilesForm(StepForm):
    """No questions: its page takes files one at a time."""
