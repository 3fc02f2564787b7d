"""The request form, one group of questions a page, in plain HTML without script (standards.md 5.1)."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.core.dates import local_day
from cms.core.files import MAX_COUNT, MAX_SIZE, TOO_LARGE
from cms.core.form_parts import first_control_id
from cms.core.models import Authority
from cms.core.models.authority import AuthorityKind
from cms.core.text import fold, nfc, sort_key
from cms.law.services import rule_set_on
from workflow.choices import FileRole
from workflow.public import check_page, drafts, preset, suggestions, throttle
from workflow.public.doors import BACK_TO_CHECK, AuthorityDoor, FormDoor, personal_form
from workflow.public.steps import BY_SLUG, CHECK, MEMBERS, MOST_MEMBERS, MOST_PIECES, PAGES, STEPS

MANY_FILES = gettext_lazy(
    "Mạng bạn đang dùng đã gửi quá nhiều tệp trong một giờ. Bạn gửi yêu cầu trước, bổ sung tệp sau"
)
FULL = gettext_lazy("Bạn đã kèm đủ 5 tệp, hoặc tổng dung lượng quá 25 MB. Hãy bỏ bớt tệp trước")


def choose(request):
    """`/gui-yeu-cau/`: which authority is asked. With only one there is nothing to choose."""
    authorities = sorted(Authority.objects.open(), key=lambda authority: sort_key(authority.name))
    if len(authorities) == 1:
        return redirect("workflow:new", authorities[0].code)
    typed = nfc(request.GET.get("ten", ""))[:100]
    found = [one for one in authorities if fold(typed) in fold(f"{one.name} {one.short_name}")]
    groups = [
        (str(kind.label), [one for one in found if one.kind == kind])
        for kind in AuthorityKind
        if any(one.kind == kind for one in found)
    ]
    return render(request, "workflow/public/choose.html", {"groups": groups, "typed": typed, "here": "new"})


@method_decorator(personal_form, name="dispatch")
class StartView(AuthorityDoor):
    """Step 0: what you need, how long it takes, what it costs; "Bắt đầu" opens a new form."""

    def get(self, request, code):
        row = drafts.find(drafts.key_of(request, self.authority.code), self.authority, self.at)
        rules = rule_set_on(local_day(self.at)).rules
        longest = max((rule for rule in rules.deadlines if rule.kind == "PROVIDE"), key=lambda rule: rule.amount)
        return render(
            request,
            "workflow/public/start.html",
            {
                "unfinished": row is not None and row.info_request_id is None,
                "already_sent": row is not None and row.info_request_id is not None,
                "item": preset.item_of(request.GET, self.authority, self.at),
                "no_cookie": "cookie" in request.GET,
                "expired": "het-han" in request.GET,
                "rules": rules,
                "longest": longest,
                "article": rules.cite(longest.article),
                "here": "new",
            },
        )

    def post(self, request, code):
        if not throttle.may_open_form(request.client_address, self.at):
            return self.too_many(request, code)
        row, key = drafts.begin(self.authority, self.at)
        if item := preset.item_of(request.POST, self.authority, self.at):
            drafts.write(row, {"pages": {STEPS[0].slug: preset.answers(item)}})
        response = redirect("workflow:step", code, STEPS[0].slug)
        drafts.give_cookie(response, self.authority, key)
        return response


@method_decorator(personal_form, name="dispatch")
class StepView(FormDoor):
    """One page of questions."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.step = BY_SLUG.get(kwargs["slug"])

    def get(self, request, code, slug):
        self._known_step()
        if self.load(request) is None:
            return self.start_again(request)
        if self.row.info_request_id:
            return redirect("workflow:sent", code)
        journey = self.journey()
        if not journey.is_reachable(self.step):
            return redirect(self.to((journey.first_open() or STEPS[0]).slug))
        form = journey.form(slug)
        if self.step.items or (form.is_bound and not form.errors):
            form = self._calm(journey, form)
        return self._show(request, journey, form)

    def post(self, request, code, slug):
        self._known_step()
        was_lost = self.load(request) is None
        if was_lost:
            # The form was lost, what is typed on this page is not: it begins a new one.
            self.row, self.new_key = drafts.begin(self.authority, self.at)
            self.kept = {}
        elif self.row.info_request_id:
            return redirect("workflow:sent", code)
        if request.POST.get("bo-tep"):
            self.kept = drafts.remove_file(self.row, self.kept, request.POST["bo-tep"])
            return self._stay()
        if self.step.items and request.POST.get("bo", "").isdecimal():
            return self._remove_item(int(request.POST["bo"][:4]))
        return self._answer(request, was_lost)

    # --- answering ---------------------------------------------------------------------------------------------
    def _answer(self, request, was_lost):
        file_error = self._take_file(request)
        journey = self.journey()
        form = self.step.form(request.POST, journey=journey)
        adds = "them" in request.POST
        if self.step.items:
            shown = self._take_item(form, adds)
        else:
            self.kept = drafts.keep_page(self.row, self.kept, self.step.slug, form, self.at)
            shown = None if form.is_valid() else form
            if shown is None and self.step.slug == STEPS[0].slug:
                self.kept = suggestions.offer(self.row, self.kept, self.authority, self.at)
        journey = self.journey()
        if file_error or shown is not None:
            return self._show(request, journey, shown or self._calm(journey, form), file_error=file_error, status=422)
        if "them-tep" in request.POST or (adds and self.step.items):
            return self._stay()
        if was_lost:
            first = journey.first_open() or STEPS[0]
            return redirect(f"{self.to(first.slug)}?het-han=1")
        missing = self._still_missing(journey)
        if missing:
            return self._show(request, journey, self._calm(journey, form), file_error=missing, status=422)
        return self._go_on(request, journey, adds)

    def _take_file(self, request):
        """Store the chosen file, if any; returns the sentence that says why not."""
        upload = request.FILES.get("tep")
        if upload is None or not self.step.file_role:
            return _("Chọn một tệp trước") if "them-tep" in request.POST else ""
        if upload.size > MAX_SIZE:
            return TOO_LARGE
        if not throttle.may_send_file(request.client_address, self.at):
            return MANY_FILES
        try:
            self.kept = drafts.add_file(self.row, self.kept, self.step.file_role, upload)
        except drafts.TooManyFiles:
            return FULL
        except ValidationError as error:
            return " ".join(error.messages)
        return ""

    def _take_item(self, form, adds):
        """Add what was typed to the list; returns the form where it is wrong. Nothing typed adds nothing."""
        typed = any(form.data.get(name, "").strip() for name in form.fields)
        items = self.kept.get(self.step.items, [])
        most = MOST_MEMBERS if self.step.items == MEMBERS else MOST_PIECES
        if typed or adds:
            if not form.is_valid():
                return form
            if len(items) >= most:
                form.add_error(None, _("Danh sách đã đủ %(most)d mục") % {"most": most})
                return form
            self.kept = self.kept | {self.step.items: [*items, form.cleaned_data]}
        pages = self.kept.get("pages", {}) | {self.step.slug: {}}
        self.row.expires_at = self.at + drafts.KEPT_FOR
        self.kept = self.kept | {"pages": pages}
        drafts.write(self.row, self.kept)
        return None

    def _remove_item(self, index):
        items = self.kept.get(self.step.items, [])
        self.kept = self.kept | {self.step.items: items[:index] + items[index + 1 :]}
        drafts.write(self.row, self.kept)
        return self._stay()

    def _still_missing(self, journey):
        if journey.is_done(self.step):
            return ""
        if self.step.items == MEMBERS:
            return _("Thêm ít nhất một người, hoặc gửi danh sách thành tệp")
        if self.step.file_role == FileRole.CONSENT:
            return _("Chọn tệp văn bản đồng ý, hoặc quay lại chọn “chưa có văn bản đồng ý”")
        return ""

    def _go_on(self, request, journey, adds):
        if adds and self.step.slug == "thong-tin":
            return redirect(self._with_return(self.to("thong-tin-khac")))
        if BACK_TO_CHECK in request.GET:
            still_open = journey.first_open()
            return redirect(self._with_return(self.to(still_open.slug)) if still_open else self.to(CHECK))
        following = journey.after(self.step)
        return redirect(self.to(following.slug if following else CHECK))

    # --- showing -----------------------------------------------------------------------------------------------
    def _known_step(self):
        if self.step is None:
            raise Http404("Không có bước này")

    def _calm(self, journey, form):
        """The page without errors: as it was answered, or, for a list, empty for the next item."""
        if self.step.items:
            return self.step.form(journey=journey)
        return form

    def _stay(self):
        return redirect(self._with_return(self.to(self.step.slug)))

    def _with_return(self, url):
        return f"{url}?{BACK_TO_CHECK}=1" if BACK_TO_CHECK in self.request.GET else url

    def _show(self, request, journey, form, *, file_error="", status=200):
        step = self.step
        before = journey.before(step)
        back = self.to(before.slug) if before else reverse("workflow:new", args=[self.authority.code])
        if BACK_TO_CHECK in request.GET and journey.first_open() is None:
            back = self.to(CHECK)
        return render(
            request,
            [f"workflow/public/step_{step.slug.replace('-', '_')}.html", "workflow/public/step.html"],
            {
                "step": step,
                "pages": PAGES,
                "form": form,
                "journey": journey,
                "items": [check_page.item(step, number, row) for number, row in enumerate(journey.items_of(step))],
                "files": journey.files_of(step.file_role) if step.file_role else [],
                "files_left": MAX_COUNT - len(journey.files),
                "file_error": file_error,
                "problems": (problems := _problems(form, file_error)),
                "has_errors": bool(problems),
                "back": back,
                "expired": "het-han" in request.GET,
                # Once, on the page after the question: what follows is about the person.
                "suggestions": suggestions.of(self.kept) if step.slug == STEPS[2].slug else [],
            },
            status=status,
        )


def _problems(form, file_error):
    """(id of the control, sentence) for the summary: the fields in their order, then the file."""
    if not form.is_bound:
        rows = []
    else:
        rows = [("", error) for error in form.non_field_errors()]
        rows += [(first_control_id(bound), error) for bound in form for error in bound.errors]
    return [*rows, ("tep", file_error)] if file_error else rows
