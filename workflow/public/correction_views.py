"""Saying that information is wrong: a form of one page, the confirmation with number and code, and the tracked case."""

from abc import ABC, abstractmethod

from django import forms
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from catalog import access as catalog
from catalog.models import InformationItem
from cms.audit.models import Entry
from cms.core import files as disk
from cms.core.dates import local_day
from cms.core.errors import DomainError
from cms.core.form_parts import first_control_id
from cms.core.views import service_unavailable
from cms.law.services import current_calendar, rule_set_on
from workflow import access, clock, codes
from workflow.choices import CorrectionAbout
from workflow.models import CorrectionRequest
from workflow.public import correction_words, drafts, fields, focal, lookup, qr, questions, throttle
from workflow.public.case_views import CaseDoor
from workflow.public.check_views import HONEYPOT
from workflow.public.doors import AuthorityDoor, personal, personal_form
from workflow.public.tracking import Event, Paper, file_meta
from workflow.services import corrections

STALE = _("Trang này mở đã lâu. Nội dung bạn nhập vẫn còn; hãy xem lại rồi gửi lần nữa")


class CorrectionForm(forms.Form):
    """What is wrong; who says so is asked only of those whom the authority does not know yet."""

    use_required_attribute = False

    wrong = fields.Paragraphs(
        label=_("Chỗ nào không chính xác?"),
        help_text=_("Nêu rõ trang, mục, con số hoặc câu bạn cho là sai"),
        missing=_("Hãy nói rõ chỗ nào không chính xác, ít nhất 10 ký tự"),
        shortest=corrections.SHORTEST,
        longest=corrections.MOST,
        rows=4,
    )
    right = fields.Paragraphs(
        label=_("Theo bạn, nội dung đúng là gì? (nếu biết)"), longest=corrections.MOST, required=False, rows=3
    )
    proof = fields.Paragraphs(
        label=_("Vì sao bạn biết? (nếu có)"),
        help_text=_("Ví dụ: số văn bản, ngày, nơi bạn đã đối chiếu"),
        longest=corrections.MOST,
        required=False,
        rows=3,
    )
    name = fields.person_name(_("Họ và tên"), _("Nhập họ và tên"))
    phone = fields.phone(_("Số điện thoại (nếu có)"), required=False)
    email = fields.mail(
        _("Thư điện tử (nếu có)"), required=False, help_text=_("Cơ quan báo cho bạn qua thư khi có trả lời")
    )

    def __init__(self, *args, asks_person, **kwargs):
        super().__init__(*args, auto_id="%s", label_suffix="", **kwargs)
        if not asks_person:
            for name in ("name", "phone", "email"):
                del self.fields[name]


class Reporting(ABC):
    """What both forms do, whatever is said to be wrong: show, send once, go to the confirmation."""

    asks_person = True

    @abstractmethod
    def about(self) -> dict:
        """What the page says of the thing: authority, title, back, and what the service is told of it."""

    def form(self, data=None):
        return CorrectionForm(data, asks_person=self.asks_person)

    def answer_get(self):
        return self.show(self.form(), codes.new_key())

    def answer_post(self, request):
        key, form = request.POST.get("phieu", ""), self.form(request.POST)
        if not drafts.is_key(key):
            return self.show(form, codes.new_key(), problem=STALE, status=422)
        if (earlier := corrections.find(key)) is not None:
            return self.to_confirmation(earlier.authority, key)
        if not form.is_valid():
            return self.show(form, key, status=422)
        told = corrections.Told(**form.cleaned_data)
        tallies = throttle.send_tallies(request.client_address, told.phone, told.email)
        question, typed = questions.question_for(key), request.POST.get("tra-loi", "")[:100]
        is_odd = request.POST.get(HONEYPOT) or throttle.is_often(tallies, self.at)
        if is_odd and not question.is_answered_by(typed):
            return self.show(form, key, question=question, wrong=bool(typed), status=422 if typed else 200)
        about = self.about()
        try:
            with transaction.atomic():
                corrections.report(authority=about["authority"], told=told, key=key, at=self.at, **about["thing"])
                throttle.count_sending(tallies, self.at)
        except DomainError as error:
            if error.field in form.fields:
                form.add_error(error.field, str(error))
                return self.show(form, key, status=422)
            return self.show(form, key, problem=str(error), status=409)
        return self.to_confirmation(about["authority"], key)

    def to_confirmation(self, authority, key):
        response = redirect("workflow:correction_sent", authority.code)
        drafts.give_cookie(response, authority, key, drafts.CORRECTION)
        return response

    def show(self, form, key, *, question=None, wrong=False, problem="", status=200):
        rows = [("", problem)] if problem else []
        if form.is_bound:
            rows += [(first_control_id(bound), error) for bound in form.visible_fields() for error in bound.errors]
        if wrong:
            rows.append(("tra-loi", _("Câu trả lời chưa đúng. Hãy thử lại")))
        about = self.about()
        rules = rule_set_on(local_day(self.at)).rules
        kind = CorrectionAbout.PUBLISHED if "item" in about["thing"] else CorrectionAbout.PROVIDED
        term = clock.correction_term_of(rules, kind)
        return render(
            self.request,
            "workflow/public/correction_form.html",
            about
            | {
                "form": form,
                "key": key,
                "question": question,
                "wrong": wrong,
                "honeypot": HONEYPOT,
                "problems": rows,
                "has_errors": bool(rows),
                "term": str(term),
                "article": rules.cite(term.article),
            },
            status=status,
        )


@method_decorator(personal_form, name="dispatch")
class ReportItemView(Reporting, AuthorityDoor):
    """`/‹mã›/kien-nghi/SV-0127/`: about a published item; anything that is not public is not there."""

    @cached_property
    def item(self) -> InformationItem:
        items = InformationItem.objects.with_units().select_related("current_version")
        item = items.filter(authority=self.authority, code=self.kwargs["item"]).first()
        if item is None or not catalog.is_public(item, local_day(self.at)):
            raise Http404("Không có mục này")
        return item

    def about(self):
        back = reverse("catalog:item", args=[self.authority.code, self.item.code])
        return {"authority": self.authority, "title": self.item.title, "back": back, "thing": {"item": self.item}}

    def get(self, request, code, item):
        self.about()
        return self.answer_get()

    def post(self, request, code, item):
        return self.answer_post(request)


@method_decorator(personal_form, name="dispatch")
class ReportAnswerView(Reporting, CaseDoor):
    """About the answer that the holder of number and code was given (L16 Điều 32.2; L26 Điều 28.2)."""

    asks_person = False

    def dispatch(self, request, *args, **kwargs):
        request.sending = request.method == "POST"
        return super().dispatch(request, *args, **kwargs)

    def about(self):
        title = _("Thông tin đã cung cấp theo hồ sơ %(code)s") % {"code": self.case.code}
        thing = {"info_request": self.case}
        return {"authority": self.case.authority, "title": title, "back": reverse("workflow:case"), "thing": thing}

    def get(self, request):
        if not access.is_correctable(self.case):
            act = {"title": _("Kiến nghị đính chính")}
            told = _("Chỉ kiến nghị được khi thông tin đã được cung cấp.")
            return render(request, "workflow/public/cannot.html", {"act": act, "told": told}, status=409)
        return self.answer_get()

    def post(self, request):
        return self.answer_post(request)


@method_decorator(personal, name="dispatch")
class SentView(AuthorityDoor):
    """Number and code, for 24 hours and for the browser that sent."""

    def get(self, request, code):
        key = drafts.key_of(request, self.authority.code, drafts.CORRECTION)
        correction = corrections.find(key)
        if correction is None or correction.authority_id != self.authority.pk:
            return redirect("home:authority", code)
        secret = codes.tracking_code(key)
        still_opens = codes.code_opens(correction.code, secret, correction.tracking_hash)
        term = clock.correction_term(correction)
        return render(
            request,
            "workflow/public/correction_sent.html",
            {
                "correction": correction,
                "number": correction.code,
                "code": codes.grouped(secret) if still_opens else "",
                "qr": qr.picture(qr.lookup_url()),
                "term": str(term),
                "article": correction.rule_set.rules.cite(term.article),
            },
        )


# --- the tracked case ----------------------------------------------------------------------------------------------
class CorrectionDoor(View):
    """A page of the one request for correction that this browser has open."""

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        held = lookup.held(request)
        found = None
        if lookup.CORRECTION in held:
            rows = focal.with_authority(CorrectionRequest.objects)
            found = rows.select_related("rule_set", "item", "info_request").filter(pk=held[lookup.CORRECTION]).first()
        if found is None or not lookup.is_mark_of(held["mark"], found):
            return redirect(f"{reverse('workflow:lookup')}?het-han=1")
        self.correction = found
        request.authority = focal.authority_of(found)
        response = super().dispatch(request, *args, **kwargs)
        lookup.hold_open(response, found, lookup.CORRECTION)
        return response


@method_decorator(personal, name="dispatch")
class TrackedView(CorrectionDoor):
    """`/tra-cuu/kien-nghi/`."""

    def get(self, request):
        correction, today = self.correction, local_day(self.at)
        deadline = clock.explain_correction(correction, current_calendar()) if correction.is_open else None
        item = correction.item
        return render(
            request,
            "workflow/public/correction.html",
            {
                "correction": correction,
                "standing": correction_words.STANDINGS[correction.status],
                "deadline": deadline,
                "today": today,
                "is_overdue": correction.is_open and correction.due_on < today,
                "article": correction.rule_set.rules.cite(clock.correction_term(correction).article),
                "files": [_paper(file) for file in access.correction_files(correction)],
                "item_url": reverse("catalog:item", args=[correction.authority.code, item.code]) if item else "",
                "events": _events(correction),
                "here": "lookup",
            },
        )


def _paper(file):
    return Paper(file.name, reverse("workflow:correction_file", args=[file.pk]), file_meta(file))


def _events(correction):
    rows = Entry.objects.filter(
        subject_type=CorrectionRequest._meta.label_lower,
        subject_id=str(correction.pk),
        kind__in=list(correction_words.EVENTS),
    ).order_by("-seq")
    return [Event(str(correction_words.EVENTS[entry.kind]), entry.at, "") for entry in rows.only("kind", "at")]


@method_decorator(personal, name="dispatch")
class FileView(CorrectionDoor):
    """A file of the right information, as a download."""

    def get(self, request, pk):
        file = access.correction_files(self.correction).filter(pk=pk).first()
        if file is None:
            raise Http404("Không có tệp này")
        try:
            return disk.hand_out_in_parts(request, file)
        except OSError:
            return service_unavailable(request)
