"""The paper entry, one page a matter, one act a page, who denounces, the papers, the book."""

from dataclasses import dataclass, replace
from io import BytesIO

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from catalog.services import files as intake
from cms.audit.record import refused
from cms.audit.timeline import timeline
from cms.core import files as store
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.day_field import tell_today
from cms.core.errors import DomainError, NotAllowed, StaleView
from workflow import access, clock, remedy_moves
from workflow.desk.legs import lines_of_remedy
from workflow.desk.remedies import forms
from workflow.desk.remedies.doors import DOOR_OF, DOORS
from workflow.desk.remedies.rows import LIST, chip_of, list_url, remedy_url
from workflow.desk.rows import HIDDEN_NAME, law_name
from workflow.desk.views import CasePageMixin, DeskPageMixin
from workflow.models import Remedy
from workflow.register import remedies as register
from workflow.services import remedies
from workflow.transitions import ImpossibleMove


@dataclass(frozen=True)
class Step:
    """One move as the page offers it."""

    label: str
    url: str
    effect: str
    second_person: bool


class RemedyPageMixin(DeskPageMixin):
    """A page about one matter. Out of reach and unknown look the same: 404."""

    @cached_property
    def case(self) -> Remedy:
        found = access.visible_remedies(self.request.user).with_people().filter(code=self.kwargs["code"]).first()
        if found is None:
            raise Http404("Không có việc này")
        return found

    @property
    def reads(self) -> bool:
        """Its words and papers; of a denunciation the few alone."""
        return access.can_read_remedy(self.request.user, self.case)

    def trail(self):
        return [(LIST, list_url()), (self.case.code, remedy_url(self.case))]

    def refuse(self, error, *, status, attempted):
        """Record the attempt after everything was rolled back, and say so on a page of its own."""
        refused(f"remedy.{attempted}", subject=self.case, by=self.request.user, at=self.at, reason=str(error))
        trail = RemedyPageMixin.trail(self)
        return RefusedPage.answer(self.request, status=status, why=str(error), back=remedy_url(self.case), trail=trail)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            case=self.case, day=self.day, case_url=remedy_url(self.case), reads=self.reads,
            files=list(self.case.files.select_related("added_by")) if self.reads else [], **kwargs,
        )  # fmt: skip


class RemedyView(RemedyPageMixin, AdminPage):
    """Everything about it that this person may read, and exactly what they may do."""

    template_name = "workflow/desk/remedies/case.html"

    def get_page_title(self):
        return self.case.code

    def trail(self):
        return super().trail()[:1]

    def get_context_data(self, **kwargs):
        case, user = self.case, self.request.user
        moves = remedy_moves.allowed(case, user, self.day)
        deadline = clock.explain_remedy(case, self.desk.calendar) if case.is_open else None
        secret = case.is_secret and self.reads
        return super().get_context_data(
            chip=replace(chip_of(case, self.desk), below=""),
            legs=lines_of_remedy(deadline, case) if deadline else [],
            law=law_name(case),
            who=self.who(),
            main=[self.step(move) for move in moves if move.main],
            other=[self.step(move) for move in moves if not move.main],
            case_is_seen=access.visible_to(user, type(case.info_request).objects.filter(pk=case.info_request_id)).exists(),
            readers=case.readers.filter(ended_at=None).select_related("user", "named_by") if secret else [],
            denouncer_url=reverse("desk:remedy_denouncer", args=[case.code]) if secret else "",
            lines=self.lines(),
            **kwargs,
        )  # fmt: skip

    def lines(self):
        """What happened, newest first; the words of reasons only for those who may read the matter."""
        lines = reversed(timeline(self.case, personal=self.reads))
        return [line if self.reads else replace(line, reason="") for line in lines]

    def who(self):
        if self.case.is_secret:
            return _("người tố cáo được giữ kín")
        return self.case.requester.name if self.reads else HIDDEN_NAME

    def step(self, move):
        url = reverse("desk:remedy_move", args=[self.case.code, DOOR_OF[move.name].slug])
        return Step(move.label, url, move.effect, move.second_person)


class EntryView(CasePageMixin, AdminPage):
    """Write down what was lodged on paper about a case."""

    template_name = "workflow/desk/remedies/entry.html"

    def get_page_title(self):
        return _("Vào sổ khiếu nại, khởi kiện, tố cáo")

    def form(self, data=None, uploads=None):
        return forms.EntryForm(data, uploads, case=self.case, user=self.request.user, day=self.day)

    def turn_away(self, why):
        return self.refuse(why, status=403, attempted="remedy.enter")

    def get(self, request, *args, **kwargs):
        if not access.can_lodge(request.user, self.case.authority):
            return self.turn_away(NotAllowed(_("Ông/bà không có vai trò để vào sổ việc này.")))
        return self.render_to_response(self.get_context_data(form=self.form()))

    def post(self, request, *args, **kwargs):
        if not access.can_lodge(request.user, self.case.authority):
            return self.turn_away(NotAllowed(_("Ông/bà không có vai trò để vào sổ việc này.")))
        form, kept = self.form(request.POST, request.FILES), []
        if form.is_valid():
            try:
                kept = intake.take_all(form.cleaned_data["files"])
                remedy = remedies.enter(
                    info_request=self.case, lodged=form.lodged(), files=kept, by=request.user, at=self.at
                )
            except NotAllowed as error:
                intake.drop_all(kept)
                return self.turn_away(error)
            except (DomainError, ValidationError) as error:
                intake.drop_all(kept)
                form.slip(error)
            else:
                messages.success(request, _("Đã vào sổ, số %(code)s.") % {"code": remedy.code})
                seen = access.visible_remedies(request.user).filter(pk=remedy.pk).exists()
                return redirect(remedy_url(remedy) if seen else self.case_url)
        return self.render_to_response(self.get_context_data(form=form))


class MoveView(RemedyPageMixin, AdminPage):
    """GET shows the form, POST does the move; each outcome has its status: 302, 200 with errors, 403, 409, 404."""

    template_name = "workflow/desk/remedies/move.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.door = DOORS.get(kwargs["move"])

    def get_page_title(self):
        return self.move.label

    def dispatch(self, request, *args, **kwargs):
        if self.door is None:
            raise Http404("Không có việc này")
        self.move = remedy_moves.MOVES[self.door.move]
        return super().dispatch(request, *args, **kwargs)

    def form(self, data=None, uploads=None):
        return self.door.form(data, uploads, case=self.case, by=self.request.user, day=self.day)

    def get(self, request, *args, **kwargs):
        try:
            remedy_moves.check(self.door.move, self.case, request.user, self.day)
        except (NotAllowed, ImpossibleMove) as error:
            return self.turn_away(error)
        return self.show(self.form())

    def turn_away(self, error):
        return self.refuse(error, status=403 if isinstance(error, NotAllowed) else 409, attempted=self.door.move)

    def post(self, request, *args, **kwargs):
        kept = []
        try:
            if request.POST.get("seen") == str(self.case.version):
                remedy_moves.check(self.door.move, self.case, request.user, self.day)
            form = self.form(request.POST, request.FILES)
            if not form.is_valid():
                return self.show(form)
            words = form.words()
            if "files" in words:
                kept = words["files"] = intake.take_all(words["files"])
            self.door.verb(remedy=self.case, seen=form.cleaned_data["seen"], by=request.user, at=self.at, **words)
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
        messages.success(request, self.door.done)
        return redirect(remedy_url(self.case))

    def conflict(self, error):
        """Somebody was faster: what was typed stays, on the new view, to be sent again."""
        del self.case
        refused(
            f"remedy.{self.door.move}", subject=self.case, by=self.request.user, at=self.at, data={"why": "stale"},
            reason=str(error),
        )  # fmt: skip
        try:
            remedy_moves.check(self.door.move, self.case, self.request.user, self.day)
        except (NotAllowed, ImpossibleMove) as no:
            return self.turn_away(no)
        typed = self.request.POST.copy()
        typed["seen"] = str(self.case.version)
        return self.show(self.form(typed), status=409, conflict=str(error))

    def show(self, form, status=200, **more):
        context = self.get_context_data(form=form, door=self.door, move=self.move, **more)
        return self.render_to_response(context, status=status)


class DenouncerView(RemedyPageMixin, AdminPage):
    """Who denounces, for a stated reason; each reading is an act on record (S14)."""

    template_name = "workflow/desk/remedies/denouncer.html"

    def get_page_title(self):
        return _("Ai tố cáo")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not (self.case.is_secret and self.reads):
            self.at = getattr(self, "at", None)
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def form(self, data=None):
        return forms.ReasonForm(data, case=self.case, by=self.request.user, day=self.day)

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=self.form()))

    def post(self, request, *args, **kwargs):
        form, person = self.form(request.POST), None
        if form.is_valid():
            try:
                person = remedies.read_denouncer(
                    remedy=self.case, reason=form.cleaned_data["reason"], by=request.user, at=self.at
                )
            except DomainError as error:
                form.slip(error)
        response = self.render_to_response(self.get_context_data(form=form, person=person))
        response["Cache-Control"] = "private, no-store"
        return response


class FileView(RemedyPageMixin, AdminPage):
    """A paper of the matter, for those who may read it."""

    def get(self, request, *args, **kwargs):
        file = self.case.files.filter(pk=kwargs["pk"]).first()
        if file is None or not self.reads:
            raise Http404("Không có tệp này")
        return store.hand_out(file.path, file.name, file.content_type)


class RegisterView(DeskPageMixin, AdminPage):
    """The book: looked at by GET; as a file by POST, because every export is an act on record."""

    template_name = "workflow/desk/remedies/register.html"
    MOST = 100

    def get_page_title(self):
        return register.TITLE

    def trail(self):
        return [(LIST, list_url())]

    @cached_property
    def authorities(self):
        return access.remedy_authorities(self.request.user)

    def dispatch(self, request, *args, **kwargs):
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
        rows, count = [], 0
        if form.is_valid():
            found = register.rows(self.request.user, form.cleaned_data["authority"], chosen(form))
            rows = [[read(row) for _title, read in register.COLUMNS] for row in found[: self.MOST]]
            count = found.count()
        columns = [title for title, _read in register.COLUMNS]
        context = self.get_context_data(form=form, columns=columns, rows=rows, count=count, most=self.MOST)
        return self.render_to_response(context)

    def post(self, request, *args, **kwargs):
        form, kind = self.form(request.POST), request.POST.get("kind_of_file", "")
        if not form.is_valid() or kind not in register.FORMATS:
            return self.show(form)
        stream, authority = BytesIO(), form.cleaned_data["authority"]
        register.export(stream, authority=authority, by=request.user, at=self.at, chosen=chosen(form), kind=kind)
        content_type = "text/csv; charset=utf-8" if kind == "CSV" else store.TYPES["xlsx"]
        response = HttpResponse(stream.getvalue(), content_type=content_type)
        name = f"khieu-nai-{authority.code}-{self.day:%Y%m%d}.{kind.lower()}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        return response


def chosen(form) -> register.Chosen:
    told = form.cleaned_data
    return register.Chosen(told["first"], told["last"], told["kind"])
