"""The wording of papers: what is in use, a change with its preview, and a proposal that a second person decides."""

from difflib import ndiff

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.core.errors import DomainError, NotAllowed
from workflow.choices import LetterForm, WordingState
from workflow.desk.wording.base import SITE, ActPage, Owner, WordingPage
from workflow.desk.wording.forms import ReasonForm, WordingForm
from workflow.letters import wording as letters_wording
from workflow.letters.words import words_of
from workflow.models import LetterWording
from workflow.services import wording as service

#: How many earlier wordings the page of one paper shows; the list has them all.
SHOWN = 12


def paper_url(owner: Owner, form: str, name="wording:paper") -> str:
    return reverse(name, args=[owner.key, form])


def in_use(row: LetterWording | None) -> str:
    """Whose words count, said shortly."""
    if row is None:
        return str(_("Câu chữ đi kèm phần mềm"))
    return str(_("Câu chữ riêng của cơ quan") if row.authority_id else _("Câu chữ mặc định đã duyệt"))


def compared(before: str, after: str) -> list[tuple[str, str]]:
    """Both texts line by line: ("-", gone), ("+", new), (" ", as before)."""
    lines = ndiff(before.splitlines(), after.splitlines())
    return [(line[0], line[2:]) for line in lines if line[0] in "+- "]


class HomeView(WordingPage):
    """Every paper with the wording that counts and the proposal that waits, of one owner at a time."""

    template_name = "workflow/desk/wording/home.html"

    def get_page_title(self):
        return _("Mẫu câu chữ")

    def trail(self):
        return []

    @cached_property
    def owner(self) -> Owner:
        key = self.request.GET.get("co-quan", "")
        if key:
            return self.owner_named(key)
        return Owner(self.authorities[0]) if self.authorities else Owner(None)

    def get_context_data(self, **kwargs):
        owner = self.owner
        rows = LetterWording.objects.select_related("proposed_by").order_by("-pk")
        known = list(rows.filter(authority=owner.authority) | rows.filter(authority=None))
        return super().get_context_data(
            owner=owner,
            owners=[*(Owner(one) for one in self.authorities), Owner(None)],
            rows=[self.row(owner, form, known) for form in letters_wording.FORMS],
            may_propose=service.may_propose(self.request.user, owner.authority),
            **kwargs,
        )

    def row(self, owner, form, known):
        of_form = [one for one in known if one.form == form]
        own = [one for one in of_form if one.authority_id == (owner.authority and owner.authority.pk)]
        adopted = [one for one in own if one.state == WordingState.ADOPTED] or [
            one for one in of_form if one.authority_id is None and one.state == WordingState.ADOPTED
        ]
        return {
            "label": LetterForm(form).label,
            "url": paper_url(owner, form),
            "row": adopted[0] if adopted else None,
            "in_use": in_use(adopted[0] if adopted else None),
            "waiting": next((one for one in own if one.state == WordingState.PROPOSED), None),
        }


class PaperMixin:
    """A page about one paper of one owner."""

    @cached_property
    def owner(self) -> Owner:
        return self.owner_named(self.kwargs["owner"])

    @property
    def form_code(self) -> str:
        return self.kwargs["form"]

    @property
    def label(self):
        return LetterForm(self.form_code).label

    @cached_property
    def current(self) -> LetterWording | None:
        return letters_wording.in_force(self.form_code, self.owner.authority)

    @property
    def text(self) -> str:
        return letters_wording.text_for(self.form_code, self.owner.authority)

    def trail(self):
        home = f"{reverse('wording:home')}?co-quan={self.owner.key}"
        return [*super().trail(), (self.owner.name, home)]


class PaperView(PaperMixin, WordingPage):
    """What this paper says now, on an invented case, and every wording it had."""

    template_name = "workflow/desk/wording/paper.html"

    def get_page_title(self):
        return self.label

    def get_context_data(self, **kwargs):
        own = LetterWording.objects.of(self.owner.authority, self.form_code)
        versions = list(own.select_related("proposed_by", "decided_by")[: SHOWN + 1])
        return super().get_context_data(
            owner=self.owner,
            current=self.current,
            in_use=in_use(self.current),
            text=self.text,
            words=words_of(self.form_code).values(),
            sample=letters_wording.sample_paragraphs(self.form_code, self.text),
            versions=versions[:SHOWN],
            has_more=len(versions) > SHOWN,
            waiting=next((one for one in versions if one.state == WordingState.PROPOSED), None),
            may_propose=service.may_propose(self.request.user, self.owner.authority),
            change_url=paper_url(self.owner, self.form_code, "wording:change"),
            **kwargs,
        )


class ChangeView(PaperMixin, ActPage):
    """Other words for a paper: first on the invented case, then proposed. Nothing changes before another approves."""

    template_name = "workflow/desk/wording/change.html"
    attempts = dict.fromkeys(("preview", "propose", "shipped"), "wording.proposed")

    def get_page_title(self):
        return _("Đổi câu chữ: %(paper)s") % {"paper": self.label}

    def trail(self):
        return [*super().trail(), (self.label, paper_url(self.owner, self.form_code))]

    def get(self, request, *args, **kwargs):
        try:
            self.check()
        except NotAllowed as error:
            return self.refuse(error, "propose", status=403)
        return self.show(form=WordingForm(form=self.form_code, initial={"text": self.text}))

    def check(self):
        if not service.may_propose(self.request.user, self.owner.authority):
            raise NotAllowed("Ông/bà không giữ vai trò được đề nghị câu chữ của văn bản này.")

    def act(self, action):
        self.check()
        if action == "shipped":
            shipped = {"text": letters_wording.SHIPPED[self.form_code], "reason": self.request.POST.get("reason", "")}
            return self.show(form=WordingForm(form=self.form_code, initial=shipped))
        form = WordingForm(self.request.POST, form=self.form_code)
        if form.is_valid() and action == "propose":
            try:
                return self.propose(form)
            except NotAllowed:
                raise
            except DomainError as error:
                form.put(error)
        elif action == "preview":
            form.errors.pop("reason", None)  # looking needs no reason yet
        text = form.cleaned_data.get("text")
        return self.show(form=form, preview=self.preview(text) if text else None)

    def propose(self, form):
        row = service.propose(
            authority=self.owner.authority, form=self.form_code, by=self.request.user, at=self.at, **form.cleaned_data
        )
        messages.success(self.request, _("Đã đề nghị. Văn bản giữ câu chữ cũ đến khi người thứ hai duyệt."))
        return redirect("wording:proposal", pk=row.pk)

    def preview(self, text) -> dict:
        return {
            "lines": letters_wording.sample_paragraphs(self.form_code, text),
            "compared": compared(self.text, text),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            owner=self.owner,
            words=words_of(self.form_code).values(),
            paper_url=paper_url(self.owner, self.form_code),
            **kwargs,
        )


class ProposalView(ActPage):
    """One wording as somebody proposed it; while it waits, another person decides and its proposer may take it back."""

    template_name = "workflow/desk/wording/proposal.html"
    attempts = {"approve": "wording.approved", "reject": "wording.rejected", "withdraw": "wording.withdrawn"}

    @cached_property
    def wording(self) -> LetterWording:
        rows = LetterWording.objects.select_related("authority", "proposed_by", "decided_by")
        found = rows.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404("Không có trang này")
        self.owner_named(found.authority.code if found.authority else SITE)
        return found

    @property
    def subject(self):
        return self.wording

    @property
    def owner(self) -> Owner:
        return Owner(self.wording.authority)

    def get_page_title(self):
        return _("Đề nghị câu chữ số %(number)s") % {"number": self.wording.pk}

    def trail(self):
        form = self.wording.form
        return [*super().trail(), (LetterForm(form).label, paper_url(self.owner, form))]

    def act(self, action):
        told = {"wording": self.wording, "by": self.request.user, "at": self.at}
        if action == "approve":
            service.approve(**told)
            messages.success(self.request, _("Đã duyệt. Văn bản soạn từ nay dùng câu chữ này."))
        elif action == "withdraw":
            service.withdraw(**told)
            messages.success(self.request, _("Đã rút đề nghị."))
        else:
            form = ReasonForm(self.request.POST)
            if not form.is_valid():
                return self.show(form=form)
            service.reject(reason=form.cleaned_data["reason"], **told)
            messages.success(self.request, _("Đã ghi nhận không duyệt."))
        return redirect("wording:proposal", pk=self.wording.pk)

    def get_context_data(self, **kwargs):
        row = self.wording
        kwargs.setdefault("form", ReasonForm())
        waits = row.state == WordingState.PROPOSED
        last = row.history.order_by("-history_id").first()
        return super().get_context_data(
            row=row,
            owner=self.owner,
            waits=waits,
            sample=letters_wording.sample_paragraphs(row.form, row.text),
            compared=compared(letters_wording.text_for(row.form, row.authority), row.text) if waits else [],
            is_own=row.proposed_by_id == self.request.user.pk,
            may_decide=service.may_decide(self.request.user, row.authority),
            why=last.history_change_reason if row.state == WordingState.REJECTED else "",
            **kwargs,
        )
