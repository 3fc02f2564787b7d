"""The order of the questions: which pages a person meets, what is still open, and where an answer leads.

A journey reads the raw answers of a draft; every form is read anew whenever something depends on it, so that an answer
is judged by the rule set in force when it is sent, not by the one of the day it was typed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cms.law.terms import RuleSet
from workflow.choices import Capacity, DeliveryWay, FileRole, NetworkNotice
from workflow.public import forms

PAGES = 8
CHECK = "kiem-tra"
PIECES, MEMBERS = "pieces", "members"
MOST_PIECES, MOST_MEMBERS = 9, 50


def always(journey: "Journey") -> bool:
    return True


@dataclass(frozen=True)
class Step:
    """One page: its address, its number of eight, its h1, its questions, when it comes, and what it collects."""

    slug: str
    number: int
    title: str
    form: type[forms.StepForm]
    applies: Callable[["Journey"], bool] = always
    file_role: str = ""
    items: str = ""
    #: The first question is the title itself, so its label becomes the h1.
    asks: bool = False


STEPS: tuple[Step, ...] = (
    Step("thong-tin", 1, _("Bạn cần thông tin gì?"), forms.NeedForm),
    Step("thong-tin-khac", 1, _("Những thông tin khác bạn cần"), forms.PieceForm, lambda j: bool(j.pieces), items=PIECES),
    Step("tu-cach", 2, _("Bạn gửi yêu cầu với tư cách nào?"), forms.CapacityForm, asks=True),
    Step("duoi-18-tuoi", 2, _("Bạn dưới 18 tuổi"), forms.MinorForm, lambda j: j.capacity == Capacity.SELF and j.is_minor),
    Step("dai-dien", 2, _("Bạn đại diện cho ai?"), forms.RepresentativeForm,
         lambda j: j.capacity == Capacity.REPRESENTATIVE, FileRole.AUTHORITY),
    Step("uy-quyen", 2, _("Ai ủy quyền cho bạn?"), forms.AuthorisedForm,
         lambda j: j.capacity == Capacity.AUTHORISED, FileRole.AUTHORITY),
    Step("to-chuc", 2, _("Tổ chức của bạn"), forms.OrganisationForm, lambda j: j.capacity == Capacity.ORGANISATION),
    Step("thanh-vien", 2, _("Những người cùng yêu cầu"), forms.MemberForm,
         lambda j: j.capacity == Capacity.ORGANISATION, FileRole.MEMBERS, MEMBERS),
    Step("nguoi-nuoc-ngoai", 2, _("Thông tin này liên quan trực tiếp thế nào đến quyền, nghĩa vụ của bạn?"),
         forms.ForeignerForm, lambda j: j.who == forms.FOREIGNER, asks=True),
    Step("dong-y", 2, _("Thông tin này có cần người khác đồng ý không?"), forms.ConsentForm, asks=True),
    Step("van-ban-dong-y", 2, _("Văn bản đồng ý"), forms.FilesForm,
         lambda j: j.value("dong-y", "consent") == forms.HAVE_CONSENT, FileRole.CONSENT),
    Step("nguoi-yeu-cau", 3, _("Thông tin của bạn"), forms.PersonForm),
    Step("noi-cu-tru", 3, _("Bạn có cư trú ở đây không?"), forms.ResidencyForm, lambda j: j.authority.asks_residency,
         asks=True),
    Step("lien-quan", 3, _("Thông tin liên quan đến bạn thế nào?"), forms.ConcernForm,
         lambda j: j.authority.asks_residency and j.value("noi-cu-tru", "is_resident") == forms.NO, asks=True),
    Step("lien-he", 4, _("Chúng tôi liên hệ với bạn bằng cách nào?"), forms.ContactForm),
    Step("cach-nhan", 5, _("Bạn muốn nhận thông tin bằng cách nào?"), forms.DeliveryForm, asks=True),
    Step("noi-nhan", 5, _("Gửi đến đâu?"), forms.ReceiveForm, lambda j: j.asks_where),
    Step("ly-do", 6, _("Lý do, mục đích"), forms.PurposeForm),
    Step("tai-lieu", 7, _("Tài liệu kèm theo"), forms.FilesForm, file_role=FileRole.SENT),
)  # fmt: skip
BY_SLUG = {step.slug: step for step in STEPS}
#: Which page asks for a fact of the procedure, so that a sentence of the law's leads to where it is mended.
PAGE_OF = {
    "description": "thong-tin",
    "name": "nguoi-yeu-cau",
    "identity_number": "nguoi-yeu-cau",
    "address": "nguoi-yeu-cau",
    "purpose": "ly-do",
    "represented_name": "tu-cach",
    "represented_basis": "tu-cach",
    "organisation_name": "to-chuc",
    "members": "thanh-vien",
    "foreigner_concern": "nguoi-nuoc-ngoai",
    "is_minor": "tu-cach",
    "delivery": "cach-nhan",
    "email": "noi-nhan",
    "postal_address": "noi-nhan",
    "fax": "noi-nhan",
}


class Journey:
    """One person's way through the form: raw answers by page, items of lists, files."""

    def __init__(self, authority, rules: RuleSet, kept: dict):
        self.authority = authority
        self.rules = rules
        self.pages: dict[str, dict] = kept.get("pages", {})
        self.pieces: list[dict] = kept.get(PIECES, [])
        self.members: list[dict] = kept.get(MEMBERS, [])
        self.files: list[dict] = kept.get("files", [])
        self._forms: dict[str, forms.StepForm] = {}

    # --- reading -----------------------------------------------------------------------------------------------
    def form(self, slug: str) -> forms.StepForm:
        """The page's form with what was answered so far; unbound where nothing was."""
        if slug not in self._forms:
            raw = self.pages.get(slug)
            self._forms[slug] = BY_SLUG[slug].form(querydict(raw) if raw is not None else None, journey=self)
        return self._forms[slug]

    def cleaned(self, slug: str) -> dict:
        """The page's answers as they are understood; what is wrong is left out."""
        form = self.form(slug)
        return form.cleaned_data if form.is_bound and (form.is_valid() or hasattr(form, "cleaned_data")) else {}

    def value(self, slug: str, name: str, default=None):
        return self.cleaned(slug).get(name, default)

    def files_of(self, role: str) -> list[dict]:
        return [file for file in self.files if file["role"] == role]

    def items_of(self, step: Step) -> list[dict]:
        return {PIECES: self.pieces, MEMBERS: self.members}.get(step.items, [])

    # --- what the branches ask ---------------------------------------------------------------------------------
    @cached_property
    def capacity(self) -> str:
        return self.value("tu-cach", "capacity", "")

    @cached_property
    def who(self) -> str:
        return self.value("tu-cach", "who", "")

    @property
    def is_minor(self) -> bool:
        return self.who == forms.MINOR

    @cached_property
    def residence(self) -> str:
        person = self.cleaned("nguoi-yeu-cau")
        return ", ".join(filter(None, (person.get("address"), person.get("commune"), person.get("province"))))

    @cached_property
    def asks_where(self) -> bool:
        """Whether the chosen way to receive, or notices by post, need an address that is not known yet."""
        delivery = self.value("cach-nhan", "delivery")
        if (
            delivery in (DeliveryWay.PAPER_BY_POST, DeliveryWay.FAX)
            or self.value("lien-he", "notice") == NetworkNotice.POST
        ):
            return True
        return delivery == DeliveryWay.EMAIL and not self.value("lien-he", "email")

    # --- the way -----------------------------------------------------------------------------------------------
    def way(self) -> list[Step]:
        """The pages this person meets, in order, as far as the answers tell."""
        return [step for step in STEPS if step.applies(self)]

    def is_done(self, step: Step) -> bool:
        """Answered, and still right today."""
        if step.slug not in self.pages:
            return False
        if step.items == MEMBERS:
            return bool(self.members or self.files_of(FileRole.MEMBERS))
        if step.items == PIECES:
            return True
        if step.file_role == FileRole.CONSENT:
            return bool(self.files_of(FileRole.CONSENT))
        return not step.form.base_fields or self.form(step.slug).is_valid()

    def first_open(self) -> Step | None:
        """The first page that still wants an answer; None when the form is complete."""
        return next((step for step in self.way() if not self.is_done(step)), None)

    def is_reachable(self, step: Step) -> bool:
        """No page is asked before those that decide whether it comes."""
        if not step.applies(self) and step.items != PIECES:
            return False
        return all(self.is_done(earlier) for earlier in self.way() if STEPS.index(earlier) < STEPS.index(step))

    def after(self, step: Step) -> Step | None:
        return next((later for later in self.way() if STEPS.index(later) > STEPS.index(step)), None)

    def before(self, step: Step) -> Step | None:
        return next((earlier for earlier in reversed(self.way()) if STEPS.index(earlier) < STEPS.index(step)), None)


def querydict(raw: dict[str, list[str]]) -> QueryDict:
    """Raw answers as a form reads them."""
    data = QueryDict(mutable=True)
    for name, values in raw.items():
        data.setlist(name, values)
    return data
