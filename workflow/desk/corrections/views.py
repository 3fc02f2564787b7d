"""One page a case, one act a page, the files, the register."""

from dataclasses import dataclass, replace
from io import BytesIO

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from catalog import access as catalog
from catalog.models import InformationItem
from catalog.services import files as intake
from cms.audit.access import may_read_log
from cms.audit.record import refused
from cms.audit.timeline import timeline
from cms.core import files as store
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.day_field import tell_today
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.roles import SUPERVISING_ROLES
from cms.law.services import current_calendar
from workflow import access, clock, correction_moves
from workflow.codes import grouped
from workflow.desk import codes_once
from workflow.desk.case import told
from workflow.desk.corrections import forms
from workflow.desk.corrections.doors import DOOR_OF, DOORS
from workflow.desk.due import chip
from workflow.desk.legs import lines_of_correction
from workflow.desk.rows import HIDDEN_NAME, law_name
from workflow.desk.views import DeskPageMixin
from workflow.models import CorrectionRequest
from workflow.register import corrections as register
from workflow.services import readings
from workflow.transitions import ImpossibleMove

LIST = _("Kiến nghị đính chính")


def list_url() -> str:
    return reverse("kien-nghi_modeladmin_index")


def correction_url(correction) -> str:
    return reverse("desk:correction", args=[correction.code])


@dataclass(frozen=True)
class Step:
    """One move as the page offers it."""

    label: str
    url: str
    effect: str
    second_person: bool


class CorrectionPageMixin(DeskPageMixin):
    """A page about one request for correction. Out of reach and unknown look the same: 404."""

    @cached_property
    def case(self) -> CorrectionRequest:
        found = access.visible_corrections(self.request.user).with_people().filter(code=self.kwargs["code"]).first()
        if found is None:
            raise Http404("Không có kiến nghị này")
        return found

    @property
    def reads_personal(self):
        return access.can_read_personal(self.request.user, self.case)

    def trail(self):
        return [(LIST, list_url()), (self.case.code, correction_url(self.case))]

    def refuse(self, error, *, status, attempted):
        """Record the attempt after everything was rolled back, and say so on a page of its own."""
        refused(f"correction.{attempted}", subject=self.case, by=self.request.user, at=self.at, reason=str(error))
        back = correction_url(self.case)
        trail = CorrectionPageMixin.trail(self)
        return RefusedPage.answer(self.request, status=status, why=str(error), back=back, trail=trail)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            case=self.case,
            day=self.day,
            case_url=correction_url(self.case),
            article=correction_moves.article_of(self.case),
            files=list(self.case.files.filter(removed_at=None)) if self.reads_personal else [],
            **kwargs,
        )


class CorrectionView(CorrectionPageMixin, AdminPage):
    """Everything about the case, and exactly what this person may do with it."""

    template_name = "workflow/desk/corrections/case.html"

    def get_page_title(self):
        return self.case.code

    def trail(self):
        return super().trail()[:1]

    def get(self, request, *args, **kwargs):
        if self.reads_personal:
            readings.opened(self.case, "correction.read", by=request.user, at=self.at)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        case, user = self.case, self.request.user
        calendar = current_calendar()
        moves = correction_moves.allowed(case, user, self.day)
        soon = self.desk.soon_until(case.authority)
        deadline = clock.explain_correction(case, calendar) if case.is_open else None
        lines = timeline(case, personal=self.reads_personal)
        return super().get_context_data(
            chip=replace(chip(case, self.day, calendar, soon), below=""),
            deadline=deadline,
            legs=lines_of_correction(deadline, case) if deadline else [],
            law=law_name(case),
            who=case.requester.name if self.reads_personal else HIDDEN_NAME,
            reads_personal=self.reads_personal,
            main=[self.step(move) for move in moves if move.main],
            other=[self.step(move) for move in moves if not move.main],
            waits_for_item=correction_moves.waits_for_item(case),
            item_url=self.item_url(),
            request_url=self.request_url(),
            lines=[replace(line, changes=told(line.changes, case.rule_set.rules)) for line in reversed(lines)],
            reads_log=may_read_log(self.request.user),
            history_url=reverse("kien-nghi_modeladmin_history", args=[case.pk]),
            **kwargs,
        )

    def step(self, move):
        url = reverse("desk:correction_move", args=[self.case.code, DOOR_OF[move.name].slug])
        return Step(move.label, url, move.effect, move.second_person)

    def item_url(self):
        """The item at the catalog's desk, for those who may open it there; otherwise where everybody reads it."""
        item = self.case.item
        if item is None:
            return ""
        if catalog.readable(self.request.user, InformationItem.objects.filter(pk=item.pk)).exists():
            return reverse("catalog_desk:item", args=[item.code])
        return reverse("catalog:item", args=[self.case.authority.code, item.code])

    def request_url(self):
        case = self.case.info_request
        return reverse("desk:case", args=[case.code]) if case else ""


class MoveView(CorrectionPageMixin, AdminPage):
    """GET shows the form, POST does the move; each outcome has its status: 302, 200 with errors, 403, 409, 404."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.door = DOORS.get(kwargs["move"])

    def get_template_names(self):
        return [self.door.template]

    def get_page_title(self):
        return self.move.label

    def dispatch(self, request, *args, **kwargs):
        if self.door is None:
            raise Http404("Không có việc này")
        self.move = correction_moves.MOVES[self.door.move]
        return super().dispatch(request, *args, **kwargs)

    def form(self, data=None, uploads=None):
        return self.door.form(data, uploads, case=self.case, by=self.request.user, day=self.day)

    def check(self):
        correction_moves.check(self.door.move, self.case, self.request.user, self.day)

    def get(self, request, *args, **kwargs):
        try:
            self.check()
        except (NotAllowed, ImpossibleMove) as error:
            return self.turn_away(error)
        return self.show(self.form())

    def turn_away(self, error):
        status = 403 if isinstance(error, NotAllowed) else 409
        return self.refuse(error, status=status, attempted=self.door.move)

    def post(self, request, *args, **kwargs):
        kept = []
        try:
            if request.POST.get("seen") == str(self.case.version):
                self.check()
            form = self.form(request.POST, request.FILES)
            if not form.is_valid():
                return self.show(form)
            words = form.words()
            if "files" in words:
                kept = words["files"] = intake.take_all(words["files"])
            words["seen"] = form.cleaned_data["seen"]
            result = self.door.verb(correction=self.case, by=request.user, at=self.at, **words)
        except StaleView as error:
            intake.drop_all(kept)
            return self.conflict(error)
        except (NotAllowed, ImpossibleMove) as error:
            intake.drop_all(kept)
            return self.turn_away(error)
        except (DomainError, ValidationError) as error:
            intake.drop_all(kept)
            form.slip(error)
            return self.show(form)
        if self.door.move == "reissue_code":
            codes_once.keep(request, self.case, result)
            return redirect("desk:correction_code", code=self.case.code)
        messages.success(request, self.door.done)
        return redirect(correction_url(self.case))

    def conflict(self, error):
        """Somebody was faster: what was typed stays, on the new view, to be sent again."""
        del self.case
        refused(
            f"correction.{self.door.move}", subject=self.case, by=self.request.user, at=self.at, data={"why": "stale"},
            reason=str(error),
        )  # fmt: skip
        try:
            self.check()
        except (NotAllowed, ImpossibleMove) as no:
            return self.turn_away(no)
        typed = self.request.POST.copy()
        typed["seen"] = str(self.case.version)
        return self.show(self.form(typed), status=409, conflict=str(error))

    def show(self, form, status=200, **more):
        context = self.get_context_data(form=form, door=self.door, move=self.move, **more)
        return self.render_to_response(context, status=status)


class CodeView(CorrectionPageMixin, AdminPage):
    """The new tracking code, shown this once."""

    template_name = "workflow/desk/corrections/code.html"

    def get_page_title(self):
        return _("Mã tra cứu")

    def get_context_data(self, **kwargs):
        code = codes_once.take(self.request, self.case)
        return super().get_context_data(tracking_code=grouped(code) if code else "", **kwargs)

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response


class FileView(CorrectionPageMixin, AdminPage):
    """A file of the right information, for those who look at it before it is given."""

    def get(self, request, *args, **kwargs):
        file = self.case.files.filter(pk=kwargs["pk"], removed_at=None).first()
        if file is None or not self.reads_personal:
            raise Http404("Không có tệp này")
        return store.hand_out(file.path, file.name, file.content_type)


class RegisterView(DeskPageMixin, AdminPage):
    """Sổ theo dõi kiến nghị: looked at by GET; as a file by POST, because every export is an act on record."""

    template_name = "workflow/desk/corrections/register.html"
    MOST = 100

    def get_page_title(self):
        return register.TITLE

    def trail(self):
        return [(LIST, list_url())]

    def dispatch(self, request, *args, **kwargs):
        self.authorities = forms.register_authorities(request.user, SUPERVISING_ROLES)
        if request.user.is_authenticated and not self.authorities:
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def form(self, data):
        form = forms.RegisterForm(data, authorities=self.authorities)
        tell_today(form, self.day)
        return form

    def get(self, request, *args, **kwargs):
        return self.show(self.form(request.GET))

    def show(self, form):
        is_right = form.is_valid()
        found = register.rows(self.request.user, form.cleaned_data["authority"], chosen(form)) if is_right else None
        columns = [title for title, _read in register.COLUMNS]
        rows = [[read(row) for _title, read in register.COLUMNS] for row in found[: self.MOST]] if is_right else []
        count = found.count() if is_right else 0
        return self.render_to_response(
            self.get_context_data(form=form, columns=columns, rows=rows, count=count, most=self.MOST)
        )

    def post(self, request, *args, **kwargs):
        form, kind = self.form(request.POST), request.POST.get("kind", "")
        if not form.is_valid() or kind not in register.FORMATS:
            return self.show(form)
        stream = BytesIO()
        authority = form.cleaned_data["authority"]
        register.export(stream, authority=authority, by=request.user, at=self.at, chosen=chosen(form), kind=kind)
        content_type = "text/csv; charset=utf-8" if kind == "CSV" else store.TYPES["xlsx"]
        response = HttpResponse(stream.getvalue(), content_type=content_type)
        name = f"kien-nghi-{authority.code}-{self.day:%Y%m%d}.{kind.lower()}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        return response


def chosen(form) -> register.Chosen:
    told = form.cleaned_data
    return register.Chosen(told["first"], told["last"], told["status"])
