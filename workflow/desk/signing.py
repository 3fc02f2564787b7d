"""Chờ tôi ký: one proposal at a time, what would change, and what the signer may do with it."""

from io import BytesIO

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import View

from cms.core import files
from cms.core.admin_page import AdminPage
from cms.core.errors import DomainError, NotAllowed, StaleView
from workflow import access, letters, queues, transitions
from workflow.choices import DecisionKind, DecisionState, FileRole, LetterForm, Outcome
from workflow.desk import before_after
from workflow.desk.due import chip
from workflow.desk.forms.delivering import what
from workflow.desk.forms.signing import ApproveForm, SendBackForm
from workflow.desk.rows import who_asks
from workflow.desk.views import CasePageMixin, DeskPageMixin, print_page
from workflow.models import Decision, InformationRequest, Letter
from workflow.services import decision as deciding
from workflow.services import entry, intake
from workflow.transitions import MOVES, ImpossibleMove

TITLE = _("Chờ tôi ký")
#: The papers that a proposal will become, to be read before signing.
PAPERS = {
    DecisionKind.EXTENSION: (LetterForm.EXTENSION,),
    Outcome.REFUSE: (LetterForm.REFUSAL,),
    Outcome.PROVIDE: (LetterForm.RESOLUTION,),
    Outcome.PROVIDE_PARTLY: (LetterForm.RESOLUTION, LetterForm.REFUSAL),
}


def papers_of(decision) -> tuple[str, ...]:
    return PAPERS.get(decision.outcome or decision.kind, ())


def is_too_late(decision, day) -> bool:
    """An extension whose term has run out can only be sent back."""
    due_on = decision.info_request.due_on
    return decision.kind == DecisionKind.EXTENSION and (due_on is None or due_on < day)


class SignQueueView(DeskPageMixin, AdminPage):
    """The first proposal that can be signed; a quiet page where there is none."""

    template_name = "workflow/desk/sign_none.html"

    def get_page_title(self):
        return TITLE

    def get(self, request, *args, **kwargs):
        waiting = list(queues.proposals_to_sign(self.desk))
        waiting.sort(key=lambda decision: is_too_late(decision, self.day))
        if waiting:
            return redirect("desk:sign", pk=waiting[0].pk)
        return self.render_to_response(
            self.get_context_data(
                signed=queues.signed_by(request.user, self.day), recalls=queues.recalls_to_decide(self.desk)
            )
        )


class DecisionPageMixin(CasePageMixin):
    """A page about one proposal; the request comes through the gate."""

    @cached_property
    def decision(self) -> Decision:
        visible = access.visible_to(self.request.user, InformationRequest.objects.all())
        found = Decision.objects.filter(pk=self.kwargs["pk"], info_request__in=visible)
        decision = found.select_related("proposed_by").first()
        if decision is None:
            raise Http404("Không có đề xuất này")
        return decision

    @cached_property
    def case(self):
        return InformationRequest.objects.with_people().get(pk=self.decision.info_request_id)


class SignView(DecisionPageMixin, AdminPage):
    template_name = "workflow/desk/sign.html"

    @property
    def move(self):
        return MOVES[deciding.approval_of(self.decision)]

    def get_page_title(self):
        return f"{what(self.decision)} {self.case.code}"

    def trail(self):
        return [(TITLE, reverse("desk:to_sign"))]

    # --- looking -------------------------------------------------------------------------------------------------
    def get(self, request, *args, **kwargs):
        if self.decision.state != DecisionState.PROPOSED:
            messages.info(request, _("Đề xuất này không còn chờ ký."))
            return redirect(self.case_url)
        try:
            self.check()
        except NotAllowed as error:
            return self.refuse(error, status=403, attempted=self.move.name)
        except ImpossibleMove as error:
            return self.refuse(error, status=409, attempted=self.move.name)
        return self.show(self.approve_form(), self.send_back_form())

    def check(self):
        transitions.check(self.move.name, self.case, self.request.user, self.day)
        transitions.check_second_person(self.decision, self.request.user, self.move)

    def approve_form(self, data=None):
        return ApproveForm(data, case=self.case, by=self.request.user, day=self.day, decision=self.decision)

    def send_back_form(self, data=None):
        return SendBackForm(data, case=self.case, by=self.request.user, day=self.day, auto_id="back_%s")

    def show(self, approve, send_back, status=200, conflict=None):
        context = self.get_context_data(approve=approve, send_back=send_back, conflict=conflict)
        return self.render_to_response(context, status=status)

    def get_context_data(self, **kwargs):
        self.decision.info_request = self.case
        return super().get_context_data(
            decision=self.decision,
            what=what(self.decision),
            move=self.move,
            article=transitions.article_of(self.move, self.case),
            who=who_asks(self.request.user, self.case),
            queue=self.queue(),
            recalls=queues.recalls_to_decide(self.desk),
            signed=queues.signed_by(self.request.user, self.day),
            too_late=is_too_late(self.decision, self.day),
            rows=before_after.of(self.decision, self.case),
            findings=self.decision.findings.select_related("piece"),
            files=self.case.attachments.filter(role=FileRole.ANSWER, removed_at=None).select_related(
                "checked_by", "released_by"
            ),
            reason=self.reason(),
            papers=[(form, LetterForm(form).label) for form in papers_of(self.decision)],
            **kwargs,
        )

    def queue(self):
        rows = []
        for decision in queues.proposals_to_sign(self.desk):
            case = decision.info_request
            rows.append(
                {
                    "decision": decision,
                    "what": what(decision),
                    "chip": chip(case, self.day, self.desk.calendar, self.desk.soon_until(case.authority)),
                    "too_late": is_too_late(decision, self.day),
                    "current": decision.pk == self.decision.pk,
                }
            )
        return rows

    def reason(self):
        if self.decision.kind != DecisionKind.EXTENSION:
            return self.decision.plain_words, ""
        reason = self.case.rule_set.rules.extension_reason(self.decision.reason_code)
        return f"{reason.label}. {self.decision.plain_words}", self.case.rule_set.rules.cite(reason.article)

    # --- deciding ------------------------------------------------------------------------------------------------
    def post(self, request, *args, **kwargs):
        send_back = request.POST.get("action") == "return"
        name = "return_draft" if send_back else self.move.name
        try:
            return self.return_it() if send_back else self.sign()
        except NotAllowed as error:
            return self.refuse(error, status=403, attempted=name)
        except StaleView as error:
            return self.conflict(error, name)
        except (ImpossibleMove, Decision.DoesNotExist) as error:
            why = error if isinstance(error, ImpossibleMove) else ImpossibleMove(_("Đề xuất này không còn chờ ký."))
            return self.refuse(why, status=409, attempted=name)

    def sign(self):
        form = self.approve_form(self.request.POST)
        if not form.is_valid():
            return self.show(form, self.send_back_form())
        told = {"info_request": self.case, "by": self.request.user, "at": self.at, **form.words()}
        told["seen"] = form.cleaned_data["seen"]
        if self.decision.kind == DecisionKind.VALID_ON:
            intake.approve_valid_on(**told)
        elif self.decision.kind == DecisionKind.CORRECT_ENTRY:
            entry.approve_correction(**told)
        else:
            deciding.approve(decision=self.decision, **told)
        said = _("Đã ký %(what)s %(case)s.") % {"what": what(self.decision).lower(), "case": self.case.code}
        messages.success(self.request, said)
        return redirect("desk:to_sign")  # the next one opens

    def return_it(self):
        form = self.send_back_form(self.request.POST)
        if form.is_valid():
            try:
                deciding.return_draft(
                    info_request=self.case,
                    seen=form.cleaned_data["seen"],
                    decision=self.decision,
                    reason=form.cleaned_data["reason"],
                    by=self.request.user,
                    at=self.at,
                )
            except (NotAllowed, StaleView, ImpossibleMove):
                raise
            except DomainError as error:
                form.slip(error)
            else:
                messages.success(self.request, _("Đã trả lại người trình."))
                return redirect("desk:to_sign")
        return self.show(self.approve_form(), form)

    def conflict(self, error, name):
        self.record_stale(error, attempted=name)
        for cached in ("case", "decision"):
            self.__dict__.pop(cached, None)
        send_back = self.send_back_form({**self.request.POST.dict(), "seen": str(self.case.version)})
        return self.show(self.approve_form(), send_back, status=409, conflict=error)


class DraftPaperView(DecisionPageMixin, View):
    """The paper as it would leave, before anybody signs."""

    def get(self, request, *args, **kwargs):
        pdf_url = reverse("desk:draft_pdf", args=[self.decision.pk, kwargs["form"]])
        docx_url = reverse("desk:draft_docx", args=[self.decision.pk, kwargs["form"]])
        return print_page(letters.page(self.draft(), back_url=self.case_url, pdf_url=pdf_url, docx_url=docx_url))

    def draft(self):
        if not access.can_read_personal(self.request.user, self.case) or self.kwargs["form"] not in papers_of(
            self.decision
        ):
            raise Http404("Không có văn bản này")
        self.decision.info_request = self.case
        return Letter(
            info_request=self.case, authority=self.case.authority, decision=self.decision, form=self.kwargs["form"]
        )


class DraftPdfView(DraftPaperView):
    """The same as PDF, marked as a draft."""

    def get(self, request, *args, **kwargs):
        letter = self.draft()
        return files.hand_over(BytesIO(letters.pdf_of(letter)), letter.file_name, files.TYPES["pdf"])
