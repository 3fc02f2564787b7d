"""The end of the form: everything once more, the one button that sends, and the confirmation with number and code."""

from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator

from cms.core.authority_url import authority_or_404
from cms.core.errors import DomainError
from workflow import clock, codes
from workflow.public import check_page, drafts, own_form, qr, questions, sending, suggestions, throttle
from workflow.public.doors import BACK_TO_CHECK, FormDoor, personal, personal_form
from workflow.public.steps import CHECK, PAGE_OF, PAGES, STEPS

HONEYPOT = "trang-web"


@method_decorator(personal_form, name="dispatch")
class CheckView(FormDoor):
    """Step 8: everything once more, and the one button that sends."""

    def get(self, request, code):
        if self.load(request) is None:
            return self.start_again(request)
        if self.row.info_request_id:
            return redirect("workflow:sent", code)
        journey = self.journey()
        still_open = journey.first_open()
        if still_open:
            return redirect(self.to(still_open.slug))
        return self._show(request, journey)

    def find_authority(self, code):
        """To send, the authority is read with the form that is locked."""
        return None if self.request.method == "POST" else super().find_authority(code)

    def post(self, request, code):
        with transaction.atomic():
            return self._send(request, code)

    def _send(self, request, code):
        self.key = drafts.key_of(request, code)
        self.row = drafts.find_to_send(self.key, code, self.at)
        self.authority = request.authority = self.row.authority if self.row else authority_or_404(code)
        if self.row is None:
            return self._without_form(request)
        self.kept = drafts.read(self.row)
        if self.row.info_request_id:
            return redirect("workflow:sent", code)
        journey = self.journey()
        still_open = journey.first_open()
        if still_open:
            return redirect(self._with_return(still_open.slug))
        question = questions.question_for(self.key)
        typed = request.POST.get("tra-loi", "")[:100]
        try:
            sending.send(
                row=self.row,
                key=self.key,
                journey=journey,
                rule_set=self.rule_set,
                address=request.client_address,
                at=self.at,
                has_answered=question.is_answered_by(typed),
                looks_human=self._looks_human(request),
            )
        except sending.AskFirst:
            return self._ask(request, question, wrong=bool(typed))
        except DomainError as error:
            return self._show(request, journey, problems=self._where_to_mend(error), status=422)
        return redirect("workflow:sent", code)

    def _with_return(self, slug):
        return f"{self.to(slug)}?{BACK_TO_CHECK}=1"

    def _without_form(self, request):
        """A replay from another browser, or a day later: it was sent, and nothing more is told (SC01)."""
        marker = codes.submission_key(self.key) if self.key else request.POST.get("phieu", "")[:64]
        if sending.was_sent(marker):
            return render(request, "workflow/public/sent_before.html")
        return self.start_again(request)

    def _looks_human(self, request):
        seconds = (self.at - self.row.started_at).total_seconds()
        return not request.POST.get(HONEYPOT) and seconds >= throttle.LEAST_SECONDS_TO_FILL

    def _ask(self, request, question, *, wrong):
        return render(
            request,
            "workflow/public/question.html",
            {
                "question": question,
                "wrong": wrong,
                "has_errors": wrong,
                "back": self.to(CHECK),
                "marker": codes.submission_key(self.key),
            },
            status=422 if wrong else 200,
        )

    def _where_to_mend(self, error):
        """(page, sentence) for what the law of today still asks; no page where it is nothing a person typed."""
        slips = getattr(error, "slips", None) or {error.field: str(error)}
        return [
            (self._with_return(PAGE_OF[name]) if name in PAGE_OF else "", sentence) for name, sentence in slips.items()
        ]

    def _show(self, request, journey, *, problems=(), status=200):
        return render(
            request,
            "workflow/public/check.html",
            {
                "sections": check_page.sections(journey),
                "suffix": f"?{BACK_TO_CHECK}=1",
                "marker": codes.submission_key(self.key),
                "honeypot": HONEYPOT,
                "problems": problems,
                "has_errors": bool(problems),
                "pages": PAGES,
                "back": self.to(STEPS[-1].slug),
                "suggestions": suggestions.of(self.kept),
            },
            status=status,
        )


@method_decorator(personal, name="dispatch")
class SentView(FormDoor):
    """Step 9: number and code, for 24 hours and for the browser that sent; `?in=a5` is the sheet to print."""

    def get(self, request, code):
        if self.load(request) is None:
            if self.key and sending.was_sent(codes.submission_key(self.key)):
                return render(request, "workflow/public/sent_before.html")
            return redirect("workflow:new", code)
        if self.row.info_request_id is None:
            return redirect(self.to(CHECK))
        info_request = self.row.info_request
        info_request.authority = self.authority
        if "phieu" in request.GET:
            return own_form.as_file(info_request, request.GET["phieu"])
        others = info_request.pieces.count() - 1
        secret = sending.code_of(info_request, self.key)
        template = "receipt" if "bien-nhan" in request.GET else "sent"
        return render(
            request,
            f"workflow/public/{template}.html",
            {
                "info_request": info_request,
                "requester": info_request.requester,
                "number": info_request.code,
                "code": codes.grouped(secret) if secret else "",
                "qr": qr.picture(qr.lookup_url()),
                "lookup_address": qr.typed_address(),
                "others": others,
                "own_form": own_form.links(info_request, ("pdf", "?phieu=pdf"), ("docx", "?phieu=docx")),
                "term": self._term(info_request),
            },
        )

    def _term(self, info_request):
        """What the law says of the time to answer, with its unit."""
        rules = info_request.rule_set.rules
        term = rules.term("PROVIDE", *clock.terms_key(info_request))
        return {"text": str(term), "article": rules.cite(term.article), "unit": term.unit}
