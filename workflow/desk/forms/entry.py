"""Entering paper, a walk-in or a call: three groups, twelve fields, everything else folded away until it is needed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.core import identifiers
from cms.core.models import Authority
from cms.core.places import provinces
from cms.core.roles import Role
from cms.law.choices import TermKind
from cms.law.errors import LawError, NoSuchEntry
from cms.law.services import current_calendar, rule_set_on
from workflow import access
from workflow.choices import Capacity, Channel, Complexity, DeliveryWay, IdentityKind, RequesterKind, SupportNeed
from workflow.desk.fields import DayField, KeptFilesField
from workflow.desk.forms.parts import line, long_text, radios, select
from workflow.desk.move_form import MoveForm
from workflow.models import InformationRequest
from workflow.services import requesters
from workflow.services.answers import Answers, MemberAnswer, PaperFacts, Person

#: What an officer may enter; the public form is no paper.
CHANNELS = [row for row in Channel.choices if row[0] != Channel.ONLINE]
_PROVINCES = [("", "—"), *((str(province), str(province)) for province in provinces())]


class EntryForm(MoveForm):
    """What stands on the paper. What is missing does not block: it becomes the supplement request (L16 Điều 26.2)."""

    authority = forms.ModelChoiceField(label=_("Cơ quan"), queryset=Authority.objects.none(), empty_label=None)
    channel = select(_("Người dân gửi bằng"), CHANNELS, error=_("Chọn cách gửi"))
    sent_on = DayField(label=_("Ngày gửi"), help_text=_("Thư: ngày trên dấu bưu điện. Gõ 18/11 là đủ."))
    received_on = DayField(label=_("Ngày nhận"), help_text=_("Không ở tương lai."))
    late_reason = line(_("Lý do nhập sau"), required=False, help_text=_("Chỉ khi ngày nhận đã qua."))
    external_number = line(_("Mã hồ sơ ngoài"), limit=60, required=False)
    external_source = line(_("Nơi cấp mã"), limit=100, required=False, help_text=_("Ví dụ: Một cửa xã Suối Vàng"))
    promised_on = DayField(label=_("Ngày hẹn đã ghi ở nơi tiếp nhận"), ahead=True, required=False)

    name = line(_("Họ và tên"), limit=100, error=_("Nhập họ và tên"))
    identity_number = line(
        _("Số căn cước hoặc hộ chiếu"), limit=20, required=False, help_text=_("Căn cước gồm 12 chữ số.")
    )
    address = line(_("Nơi cư trú"), required=False, help_text=_("Số nhà, thôn, xã."))
    province = select(_("Tỉnh, thành phố"), _PROVINCES, required=False)
    contact = line(_("Điện thoại hoặc thư điện tử"), limit=254, required=False)
    helper_name = line(_("Viết thay"), limit=100, required=False, help_text=_("Tên người giúp ghi, nếu có."))

    capacity = select(_("Hỏi với tư cách"), Capacity.choices, required=False)
    represented_name = line(_("Người được đại diện"), limit=100, required=False)
    represented_basis = line(_("Căn cứ đại diện"), required=False, help_text=_("Ví dụ: mẹ, giấy ủy quyền ngày 02/11"))
    organisation_name = line(_("Tên tổ chức"), limit=200, required=False)
    organisation_address = line(_("Địa chỉ tổ chức"), required=False)
    organisation_post = line(_("Chức vụ trong tổ chức"), limit=100, required=False)
    members = long_text(
        _("Danh sách người cùng yêu cầu"),
        limit=20_000,
        required=False,
        help_text=_("Mỗi người một dòng: họ tên; số giấy tờ; lý do, mục đích."),
    )
    is_minor = forms.BooleanField(label=_("Người yêu cầu dưới 18 tuổi"), required=False)
    is_foreigner = forms.BooleanField(label=_("Người nước ngoài cư trú tại Việt Nam"), required=False)
    foreigner_concern = long_text(_("Thông tin liên quan trực tiếp thế nào"), limit=2000, rows=2, required=False)
    is_outsider = forms.BooleanField(label=_("Không cư trú trên địa bàn xã"), required=False)
    concern = long_text(_("Thông tin liên quan đến quyền lợi thế nào"), limit=2000, rows=2, required=False)
    support_needs = forms.MultipleChoiceField(
        label=_("Hỗ trợ cần có"), choices=SupportNeed.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    description = long_text(
        _("Thông tin yêu cầu"),
        limit=20_000,
        help_text=_("Ghi tên văn bản, hồ sơ nếu người dân biết. Mỗi thông tin một dòng: mỗi dòng thành một mục."),
        error=_("Nhập thông tin người dân yêu cầu"),
    )
    purpose = line(
        _("Lý do, mục đích"), limit=2000, required=False, help_text=_("Thiếu thì đề nghị bổ sung, không từ chối.")
    )
    delivery = select(_("Muốn nhận bằng"), DeliveryWay.choices, error=_("Chọn cách nhận thông tin"))
    complexity = radios(_("Mức độ"), Complexity.choices, required=False, initial=Complexity.COMPLEX)
    files = KeptFilesField(label=_("Bản chụp phiếu, giấy tờ kèm theo"), role="SENT", many=True, required=False)

    def shape(self):
        del self.fields["seen"]
        mine = [held.authority_id for held in self.by.current_roles if access.can_enter(self.by, held.authority)]
        authorities = Authority.objects.filter(pk__in=mine, is_open=True)
        self.fields["authority"].queryset = authorities
        self.fields["authority"].initial = authorities.first()
        self.one_authority = len(set(mine)) == 1
        for name in ("sent_on", "received_on"):
            self.fields[name].initial = self.day
        self.fields["channel"].initial = Channel.IN_PERSON
        if not self.is_bound:
            self.fields["channel"].widget.attrs["autofocus"] = True
        self.fields["delivery"].initial = DeliveryWay.DOWNLOAD
        for held in self.by.current_roles:
            known = [str(p) for p in provinces() if p.name in f"{held.authority.address} {held.authority.parent_line}"]
            if known and held.role in (Role.FOCAL_OFFICER, Role.REGISTRY):
                self.fields["province"].initial = known[0]

    # --- one field at a time -------------------------------------------------------------------------------------
    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day > self.day:
            raise ValidationError(_("Ngày nhận không được ở tương lai."))
        return day

    def clean_identity_number(self):
        typed = self.cleaned_data["identity_number"]
        self.identity_kind = ""
        if not typed:
            return ""
        digits = "".join(char for char in typed if char.isdigit())
        if len(digits) == 9 and typed.strip().isdigit():
            self.identity_kind = IdentityKind.CMND
            return digits
        if any(char.isalpha() for char in typed):
            self.identity_kind = IdentityKind.PASSPORT
            return identifiers.passport(typed)
        self.identity_kind = IdentityKind.PERSONAL_ID
        return identifiers.personal_id(typed)

    def clean_contact(self):
        typed = self.cleaned_data["contact"].strip()
        if not typed:
            self.phone = self.email = ""
        elif "@" in typed:
            self.phone, self.email = (
                "",
                forms.EmailField(error_messages={"invalid": _("Thư điện tử chưa đúng. Ví dụ: ten@vidu.vn")}).clean(
                    typed
                ),
            )
        else:
            self.phone, self.email = identifiers.phone(typed), ""
        return typed

    def clean_members(self):
        people = []
        for number, row in enumerate(filter(None, map(str.strip, self.cleaned_data["members"].splitlines())), 1):
            parts = [part.strip() for part in row.split(";")]
            if len(parts) != 3 or not all(parts):
                raise ValidationError(
                    _("Dòng %(n)s: ghi họ tên; số giấy tờ; lý do, cách nhau bằng dấu chấm phẩy.") % {"n": number}
                )
            name, identity, purpose = parts
            if len(name) > 100 or len(identity) > 20 or len(purpose) > 500:
                raise ValidationError(_("Dòng %(n)s quá dài.") % {"n": number})
            people.append(MemberAnswer(name=name, identity_number=identity.replace(" ", ""), purpose=purpose))
        return tuple(people)

    def clean_description(self):
        lines = [row.strip() for row in self.cleaned_data["description"].splitlines() if row.strip()]
        if any(len(row) > requesters.MAX_DESCRIPTION for row in lines):
            raise ValidationError(_("Một mục dài quá 5.000 ký tự. Hãy chia thành nhiều dòng."))
        if len(lines) > 30:
            raise ValidationError(_("Mỗi phiếu ghi không quá 30 mục."))
        return lines

    def clean(self):
        cleaned = forms.Form.clean(self)
        sent_on, received_on = cleaned.get("sent_on"), cleaned.get("received_on")
        if sent_on and received_on:
            if sent_on > received_on:
                self.add_error("sent_on", _("Ngày gửi không được sau ngày nhận."))
            if received_on < self.day and not cleaned.get("late_reason", "").strip():
                self.add_error("late_reason", _("Ngày nhận đã qua. Hãy nói vì sao vào sổ muộn."))
        if cleaned.get("capacity") == Capacity.ORGANISATION and not cleaned.get("organisation_name"):
            self.add_error("organisation_name", _("Nhập tên tổ chức, đoàn thể, doanh nghiệp"))
        if bool(cleaned.get("external_number")) != bool(cleaned.get("external_source")):
            empty = "external_source" if cleaned.get("external_number") else "external_number"
            self.add_error(empty, _("Ghi cả mã hồ sơ ngoài và nơi cấp mã."))
        self._fits_the_law(cleaned)
        if not self.errors and self.data.get("action") == "save":
            self._keep_files(cleaned)
        return cleaned

    def _fits_the_law(self, cleaned):
        if not (cleaned.get("sent_on") and cleaned.get("delivery")):
            return
        try:
            self.rule_set = rule_set_on(cleaned["sent_on"])
            self.rule_set.rules.delivery(cleaned["delivery"])
        except NoSuchEntry:
            self.add_error("delivery", _("Luật áp dụng cho ngày gửi này không có cách nhận đó."))
        except LawError as error:
            self.add_error("sent_on", str(error))

    # --- what follows --------------------------------------------------------------------------------------------
    def follows(self) -> dict | None:
        """The law, the due date and what is missing: shown before saving."""
        if not self.is_bound or self.errors:
            return None
        rules, cleaned = self.rule_set.rules, self.cleaned_data
        group = rules.delivery(cleaned["delivery"]).group
        term = rules.term(TermKind.PROVIDE, group, cleaned["complexity"] or Complexity.COMPLEX)
        reckoning = current_calendar().explain(cleaned["received_on"], term)
        return {
            "rules": rules,
            "term": term,
            "due_on": reckoning.due_on,
            "provisional_reason": reckoning.provisional_reason,
            "missing": [] if cleaned["channel"] == Channel.PHONE else self.missing(),
            "is_call": cleaned["channel"] == Channel.PHONE,
            "splits": len({str(rules.term(TermKind.PROVIDE, group, one)) for one in Complexity.values}) > 1,
        }

    def known_person(self):
        """Somebody already known here by the same number: the newest request of theirs this officer may read."""
        number = self.cleaned_data.get("identity_number") if self.is_bound and hasattr(self, "cleaned_data") else ""
        if not number:
            return None
        found = access.visible_to(self.by, InformationRequest.objects.select_related("requester", "authority"))
        marker = requesters.identity_hash(number)
        case = found.filter(requester__identity_hash=marker).order_by("-pk").first()
        return case if case and access.can_read_personal(self.by, case) else None

    def missing(self) -> list[str]:
        """What to ask for. A short description on paper is no fault: the law asks for a name, not for length."""
        slips = requesters.slips(self.answers(), self.rule_set.rules)
        return [sentence for name, sentence in slips.items() if name != "description"]

    def answers(self) -> Answers:
        cleaned = self.cleaned_data
        by_post = cleaned["delivery"] == DeliveryWay.PAPER_BY_POST
        person = Person(
            name=cleaned["name"],
            kind=RequesterKind.RESIDENT_FOREIGNER if cleaned["is_foreigner"] else RequesterKind.CITIZEN,
            capacity=cleaned["capacity"] or Capacity.SELF,
            is_minor=cleaned["is_minor"],
            identity_kind=self.identity_kind,
            identity_number=cleaned["identity_number"],
            province=cleaned["province"],
            address=cleaned["address"],
            phone=self.phone,
            email=self.email,
            notice="EMAIL" if self.email else "NONE",
            postal_address=", ".join(filter(None, (cleaned["address"], cleaned["province"]))) if by_post else "",
            represented_name=cleaned["represented_name"],
            represented_basis=cleaned["represented_basis"],
            organisation_name=cleaned["organisation_name"],
            organisation_address=cleaned["organisation_address"],
            organisation_post=cleaned["organisation_post"],
            foreigner_concern=cleaned["foreigner_concern"],
            support_needs=tuple(cleaned["support_needs"]),
            helper_name=cleaned["helper_name"],
        )
        first, *further = cleaned["description"]
        is_resident = not cleaned["is_outsider"] if cleaned["authority"].asks_residency else None
        return Answers(
            description=first,
            delivery=cleaned["delivery"],
            person=person,
            purpose=cleaned["purpose"],
            pieces=tuple(further),
            is_resident=is_resident,
            concern=cleaned["concern"],
            members=cleaned["members"],
        )

    def facts(self) -> PaperFacts:
        cleaned = self.cleaned_data
        return PaperFacts(
            channel=cleaned["channel"],
            sent_on=cleaned["sent_on"],
            received_on=cleaned["received_on"],
            late_reason=cleaned["late_reason"],
            external_number=cleaned["external_number"],
            external_source=cleaned["external_source"],
            promised_on=cleaned["promised_on"],
            complexity=cleaned["complexity"] or Complexity.COMPLEX,
            missing="\n".join(self.missing()),
            files=cleaned["files"],
        )

    @property
    def more_is_open(self) -> bool:
        """Whether something stands, or went wrong, in what is otherwise folded away."""
        names = (
            "represented_name",
            "organisation_name",
            "members",
            "is_minor",
            "is_foreigner",
            "is_outsider",
            "concern",
        )
        return any(self[name].errors or (self.is_bound and self[name].value()) for name in (*names, "support_needs"))

    def slip(self, error):
        slips = getattr(error, "slips", None)
        if not slips:
            return super().slip(error)
        for name, sentence in slips.items():
            self.add_error(name if name in self.fields else None, sentence)
        return None
