"""The tracked case and what its holder may do: each page asks the gate and the table of moves, and decides nothing."""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from cms.audit.record import CITIZEN, refused
from cms.core import files as disk
from cms.core.display import phone as written_phone
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.form_parts import first_control_id
from cms.core.views import service_unavailable
from workflow import access, letters
from workflow.choices import FileRole, FileState, LetterState
from workflow.models import CorrectionFile, InformationRequest
from workflow.public import act_forms, drafts, focal, lookup, own_form, tracking, words
from workflow.public.doors import personal, personal_form
from workflow.services import citizen, entry, intake, satisfaction
from workflow.transitions import ImpossibleMove

#: What the page that asks for number and code again does not carry along.
NOT_KEPT = {"csrfmiddlewaretoken", "number", "code"}
MOST_FILES = 3  # boxes on one page; a further supplement takes more


class CaseDoor(View):
    """A page of the one case that this browser has open."""

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        held = lookup.held(request)
        case = tracking.load(held[lookup.CASE]) if lookup.CASE in held else None
        if case is None or not lookup.is_mark_of(held["mark"], case):
            if request.method != "POST":
                return redirect(f"{reverse('workflow:lookup')}?het-han=1")
            case, answer = self.open_again(request)
            if case is None:
                return answer
        self.case = case
        request.authority = focal.authority_of(case)
        response = super().dispatch(request, *args, **kwargs)
        lookup.hold_open(response, self.case)
        return response

    def open_again(self, request):
        """The quarter of an hour passed while something was written: number and code are asked on a page that keeps it."""
        form = lookup.LookupForm(request.POST if "number" in request.POST else None)
        try:
            found = lookup.opened_by(form, request.client_address, self.at) if form.is_bound else None
        except lookup.TooOften:
            return None, lookup.be_patient(request)
        if found is not None and found.kind != lookup.CASE:
            answer = redirect(f"workflow:{found.kind}")
            lookup.hold_open(answer, found, found.kind)
            return None, answer
        if found is not None:
            return tracking.load(found.pk), None
        kept = [(name, value) for name, values in request.POST.lists() if name not in NOT_KEPT for value in values]
        words_ = {"form": form, "kept": kept, "lost_files": [upload.name for upload in request.FILES.getlist("tep")]}
        return None, render(request, "workflow/public/case_expired.html", words_, status=422)


@method_decorator(personal, name="dispatch")
class CaseView(CaseDoor):
    """`/tra-cuu/ho-so/`."""

    def get(self, request):
        return self.show()

    def show(self, form=None, status=200):
        """The page; `form` is the question after the end, sent back with what is missing."""
        if form is None and satisfaction.is_asked(self.case):
            form = act_forms.SatisfactionForm()
        return render(
            self.request,
            "workflow/public/case.html",
            {
                "case": self.case,
                "tracked": tracking.Tracked(self.case, self.at),
                "done": DONE.get(self.request.GET.get("da"), ""),
                "question": form,
                "here": "lookup",
            },
            status=status,
        )


@method_decorator(personal_form, name="dispatch")
class SatisfactionView(CaseView):
    """The one question after the end; answered once, without scripts, and back to the case."""

    def dispatch(self, request, *args, **kwargs):
        request.sending = request.method == "POST"
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return redirect("workflow:case")

    def post(self, request):
        form = act_forms.SatisfactionForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        told = form.cleaned_data
        try:
            satisfaction.give(info_request=self.case, level=int(told["level"]), words=told["words"], at=self.at)
        except NotAllowed as no:
            return render(
                request,
                "workflow/public/cannot.html",
                {"act": SATISFACTION, "told": str(no), "case": self.case},
                status=409,
            )
        return redirect(f"{reverse('workflow:case')}?da=hai-long")


@method_decorator(personal_form, name="dispatch")
class OpenLinkedView(CaseDoor):
    """From the case that was contested to the one that answers anew, and back: who holds one code holds both."""

    def get(self, request):
        return redirect("workflow:case")

    def post(self, request):
        case = tracking.load(self.case.pk)
        numbers = {number for number, _what in tracking.Tracked(case, self.at).linked}
        wanted = request.POST.get("number", "")
        if wanted not in numbers:
            raise Http404("Không có hồ sơ này")
        self.case = InformationRequest.objects.get(code=wanted)  # dispatch binds the browser to it
        return redirect("workflow:case")


@method_decorator(personal, name="dispatch")
class LetterView(CaseDoor):
    """An issued paper of this case, word for word, ready to print."""

    def get(self, request, pk):
        pdf_url = reverse("workflow:case_letter_pdf", args=[pk])
        return HttpResponse(letters.page(self.letter(pk), back_url=reverse("workflow:case"), pdf_url=pdf_url))

    def letter(self, pk):
        letter = self.case.letters.filter(pk=pk, state=LetterState.ISSUED).first()
        if letter is None:
            raise Http404("Không có văn bản này")
        letter.info_request, letter.authority = self.case, self.case.authority
        return letter


@method_decorator(personal, name="dispatch")
class LetterPdfView(LetterView):
    """The copy signed and sealed where there is one; otherwise the very file that was issued, byte for byte."""

    def get(self, request, pk):
        letter = self.letter(pk)
        signed = letter.signed_file
        path = signed.path if signed and signed.state == FileState.CLEAN else letter.pdf_path
        if not path:
            raise Http404("Không có tệp này")
        try:
            return disk.hand_out(path, letter.file_name, disk.TYPES["pdf"])
        except OSError:
            return service_unavailable(request)


@method_decorator(personal, name="dispatch")
class ReceiptView(CaseDoor):
    """The receipt of this case (form 02)."""

    def get(self, request):
        pdf_url = reverse("workflow:case_receipt_pdf")
        return HttpResponse(letters.receipt_page(self.case, back_url=reverse("workflow:case"), pdf_url=pdf_url))


@method_decorator(personal, name="dispatch")
class ReceiptPdfView(CaseDoor):
    """The same as PDF."""

    def get(self, request):
        content = BytesIO(letters.to_pdf(letters.receipt_of(self.case)))
        return disk.hand_over(content, f"phieu-tiep-nhan-{self.case.code}.pdf", disk.TYPES["pdf"])


@method_decorator(personal, name="dispatch")
class RequestFormView(CaseDoor):
    """What they sent, as form 01a or 01b filled in, to keep or to sign."""

    def get(self, request, kind):
        return own_form.as_file(self.case, kind)


@method_decorator(personal, name="dispatch")
class FileView(CaseDoor):
    """A file of this case, as a download: what they sent, and what was released to them (S1, S10)."""

    def get(self, request, pk):
        file = access.files_for_requester(self.case).filter(pk=pk).first()
        if file is None:
            raise Http404("Không có tệp này")
        if file.role == FileRole.ANSWER and access.is_fetching_over(self.case, self.at):
            return render(
                request, "workflow/public/file_over.html", {"until": access.fetched_until(self.case)}, status=410
            )
        try:
            return disk.hand_out_in_parts(request, file)
        except OSError:
            return service_unavailable(request)


@method_decorator(personal, name="dispatch")
class GivenAgainView(CaseDoor):
    """A file of the right information, which the authority gave again by itself (L16 Điều 32.1; L26 Điều 28.1)."""

    def get(self, request, pk):
        file = CorrectionFile.objects.filter(
            pk=pk, removed_at=None, correction__in=access.given_again(self.case)
        ).first()
        if file is None:
            raise Http404("Không có tệp này")
        try:
            return disk.hand_out_in_parts(request, file)
        except OSError:
            return service_unavailable(request)


# --- acts ----------------------------------------------------------------------------------------------------------
def _supply(case, cleaned, files, at):
    intake.supply(info_request=case, seen=cleaned["seen"], text=cleaned["text"], files=files, at=at)


def _withdraw(case, cleaned, files, at):
    citizen.withdraw(info_request=case, seen=cleaned["seen"], text=cleaned["text"], at=at)


def _confirm(case, cleaned, files, at):
    entry.confirm_assisted(info_request=case, seen=cleaned["seen"], at=at)


def _cost(case, cleaned, files, at):
    act = citizen.accept_cost if cleaned["choice"] == act_forms.PAY else citizen.decline_cost
    act(info_request=case, seen=cleaned["seen"], at=at)


def _contact(case, cleaned, files, at):
    wanted = {name: cleaned[name] for name in ("phone", "email", "notice", "postal_address")}
    citizen.change_contact(info_request=case, seen=cleaned["seen"], at=at, **wanted)


def _delivery(case, cleaned, files, at):
    where = {name: cleaned.get(name, "") for name in ("email", "postal_address", "fax")}
    citizen.change_delivery(info_request=case, seen=cleaned["seen"], delivery=cleaned["delivery"], at=at, **where)


class Act:
    """One act: the move it asks for, its form, its service, and its words."""

    def __init__(self, move, form, service, title, lead, button):
        self.move, self.form, self.service = move, form, service
        self.title, self.lead, self.button = title, lead, button


ACTS = {
    "bo-sung": Act(
        "supply", act_forms.SupplyForm, _supply, _("Gửi phần bổ sung"),
        _("Thời hạn trả lời tính từ ngày cơ quan nhận đủ phần bổ sung."), _("Gửi phần bổ sung"),
    ),
    "rut": Act(
        "withdraw", act_forms.WithdrawForm, _withdraw, _("Rút yêu cầu"),
        _("Hồ sơ sẽ kết thúc và không mở lại được. Bạn vẫn gửi được yêu cầu mới."), _("Rút yêu cầu"),
    ),
    "chi-phi": Act(
        "accept_cost", act_forms.CostForm, _cost, _("Chi phí cung cấp thông tin"),
        _("Chi phí là tiền in, sao, chụp, gửi thực tế."), _("Gửi lựa chọn"),
    ),
    "lien-he": Act(
        "change_contact", act_forms.ContactForm, _contact, _("Sửa thông tin liên hệ"), "", _("Lưu thông tin liên hệ")
    ),
    "cach-nhan": Act(
        "change_delivery", act_forms.DeliveryForm, _delivery, _("Đổi cách nhận thông tin"), "", _("Lưu cách nhận")
    ),
    "xac-nhan": Act(
        "confirm_assisted", act_forms.ConfirmForm, _confirm, _("Xác nhận yêu cầu"),
        _("Cán bộ đã ghi giúp bạn nội dung dưới đây. Thời hạn tính từ khi bạn xác nhận."),
        _("Tôi xác nhận nội dung này"),
    ),
}  # fmt: skip
#: The question after the end, where a page must name it.
SATISFACTION = Act("", act_forms.SatisfactionForm, satisfaction.give, _("Mức hài lòng"), "", "")
#: What the case page says after an act, by the word in its address.
DONE = {
    "bo-sung": _("Cơ quan đã nhận phần bổ sung của bạn."),
    "rut": _("Yêu cầu đã được rút."),
    "chi-phi": _("Cơ quan đã nhận lựa chọn của bạn về chi phí."),
    "lien-he": _("Đã lưu thông tin liên hệ mới."),
    "cach-nhan": _("Đã lưu cách nhận mới."),
    "xac-nhan": _("Yêu cầu của bạn đã được gửi chính thức."),
    "hai-long": _("Cảm ơn bạn đã cho biết ý kiến."),
}


@method_decorator(personal_form, name="dispatch")
class ActView(CaseDoor):
    """One act on the case: a form, a verb, and back to the case."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.act = ACTS.get(kwargs["slug"])

    def dispatch(self, request, *args, **kwargs):
        request.sending = request.method == "POST"
        if self.act is None:
            raise Http404("Không có việc này")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, slug):
        tracked = tracking.Tracked(self.case, self.at)
        if self.act.move not in {name for name, _url, _link in tracked.acts}:
            return self._cannot(_("Hồ sơ đang ở bước không làm được việc này."), 409)
        return self._show(self.act.form(case=self.case, initial=self._known()))

    def post(self, request, slug):
        form = self.act.form(request.POST, case=self.case)
        if "seen" in form.errors:
            return self._stale(_("Trang này không còn đúng với hồ sơ. Chưa lưu gì."))
        stored, file_error = self._take_files(request)
        if file_error or not form.is_valid():
            self._drop(stored)
            return self._show(form, file_error=file_error, status=422)
        try:
            self.act.service(self.case, form.cleaned_data, drafts.stored_files(stored), self.at)
        except StaleView as stale:
            self._drop(stored)
            return self._stale(str(stale))
        except (NotAllowed, ImpossibleMove) as no:
            self._drop(stored)
            return self._cannot(str(no), 403 if isinstance(no, NotAllowed) else 409)
        except DomainError as error:
            self._drop(stored)
            form.add_error(error.field if error.field in form.fields else None, str(error))
            return self._show(form, status=422)
        except Exception:
            self._drop(stored)
            raise
        return redirect(f"{reverse('workflow:case')}?da={slug}")

    # --- files -------------------------------------------------------------------------------------------------
    def _take_files(self, request):
        """(what is stored now, the sentence that says why not)."""
        if not self.act.form.takes_files:
            return [], ""
        stored, uploads = [], request.FILES.getlist("tep")[:MOST_FILES]
        for upload in uploads:
            try:
                if upload.size > disk.MAX_SIZE:
                    raise ValidationError(disk.TOO_LARGE)
                kept = disk.keep(upload.name, upload.read())
            except ValidationError as error:
                self._drop(stored)
                return [], f"{upload.name}: {' '.join(error.messages)}"
            stored.append({"role": FileRole.SENT, **vars(kept)})
        return stored, ""

    def _drop(self, stored):
        for file in stored:
            disk.drop(file["path"])

    # --- answers -----------------------------------------------------------------------------------------------
    def _known(self):
        requester = self.case.requester
        return {
            "phone": written_phone(requester.phone),
            "email": requester.email,
            "notice": requester.notice,
            "postal_address": requester.postal_address,
            "fax": written_phone(requester.fax),
            "delivery": self.case.delivery,
        }

    def _show(self, form, *, file_error="", problem="", status=200):
        rows = [("", problem)] if problem else []
        if form.is_bound:
            rows += [("", error) for error in form.non_field_errors()]
            rows += [(first_control_id(bound), error) for bound in form.visible_fields() for error in bound.errors]
        rows += [("tep", file_error)] if file_error else []
        slug = self.kwargs["slug"]
        return render(
            self.request,
            [f"workflow/public/act_{slug.replace('-', '_')}.html", "workflow/public/act.html"],
            {
                "act": self.act,
                "case": self.case,
                "form": form,
                "problems": rows,
                "has_errors": bool(rows),
                "file_error": file_error,
                "file_boxes": range(MOST_FILES),
                "must_act": words.STANDINGS[self.case.status],
            },
            status=status,
        )

    def _stale(self, told):
        """Somebody at the authority was faster: the form comes back with what was typed, on the case as it is now."""
        self.case = tracking.load(self.case.pk)
        data = self.request.POST.copy()
        data["seen"] = str(self.case.version)
        form = self.act.form(data, case=self.case)
        form.is_valid()
        return self._show(form, problem=f"{told} {_('Hãy xem lại rồi gửi lần nữa.')}", status=409)

    def _cannot(self, sentence, status):
        """Not possible now: told plainly, nothing changed; an attempt to change something is on record."""
        if self.request.method == "POST":
            refused(f"request.{self.act.move}", subject=self.case, by=CITIZEN, at=self.at)
        return render(self.request, "workflow/public/cannot.html", {"act": self.act, "told": sentence}, status=status)
