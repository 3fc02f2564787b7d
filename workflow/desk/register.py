"""Sổ theo dõi: looked at by GET; taken away as a file that is asked for, written, and fetched by who asked."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core import files as store
from cms.core import print_table
from cms.core.accounts.confirm import Confirmed
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.day_field import tell_today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.core.roles import CASE_ROLES, SUPERVISING_ROLES
from cms.law.services import current_calendar
from workflow import access, register
from workflow.choices import ExportState
from workflow.desk.forms.register import ExportForm, RegisterForm
from workflow.desk.views import DeskPageMixin
from workflow.register import exporting, jobs

BOOK = _("Sổ theo dõi")
_SHOWN = 50  # rows a page
_LISTED = 10  # of one's own files
_SECONDS = 3  # between two looks at how far the worker is


def register_url() -> str:
    return reverse("desk:register")


class RegisterPage(DeskPageMixin, AdminPage):
    """A page about the register of those authorities of which the person sees requests."""

    def dispatch(self, request, *args, **kwargs):
        user = request.user
        self.authorities = user.authorities_as(CASE_ROLES | SUPERVISING_ROLES) if user.is_authenticated else set()
        return super().dispatch(request, *args, **kwargs)

    def trail(self):
        return [(BOOK, register_url())]

    def refuse(self, error, *, attempted, subject):
        """Record the attempt, and say so on a page of its own."""
        refused(attempted, subject=subject, by=self.request.user, at=self.at, reason=str(error))
        return RefusedPage.answer(
            self.request, status=403, why=str(error), back=register_url(), trail=RegisterPage.trail(self)
        )


class RegisterView(Confirmed, RegisterPage):
    """What was chosen, page by page, with the totals of all; and the form to take it away."""

    template_name = "workflow/desk/register/register.html"

    def weighs(self, request):
        """Taking names and addresses away does; the register without them is light."""
        return super().weighs(request) and "personal" in request.POST

    def get_page_title(self):
        return BOOK

    def trail(self):
        return []

    def form(self, data):
        form = RegisterForm(data, authorities=self.authorities, day=self.day)
        tell_today(form, self.day)
        return form

    def export_form(self, authority, data=None, initial=None):
        form = ExportForm(
            data,
            initial=initial,
            authorities=self.authorities,
            day=self.day,
            may_personal=authority is not None and access.can_export_personal(self.request.user, authority),
        )
        tell_today(form, self.day)
        return form

    def get(self, request, *args, **kwargs):
        return self.show(self.form(request.GET))

    def post(self, request, *args, **kwargs):
        chosen = self.form(request.POST)
        authority = chosen.cleaned_data.get("authority") if chosen.is_valid() else None
        form = self.export_form(authority, request.POST)
        if not form.is_valid():
            return self.show(chosen, form, status=422)
        told = form.cleaned_data
        try:
            job = jobs.ask(
                authority=authority,
                filters=form.filters(),
                kind=told["kind"],
                delimiter=told["delimiter"],
                personal=told.get("personal", False),
                reason=told["reason"],
                by=request.user,
                at=self.at,
            )
        except NotAllowed as error:
            return self.refuse(error, attempted=register.EXPORTED, subject=authority)
        except DomainError as error:
            form.slip(error)
            return self.show(chosen, form, status=422)
        return redirect("desk:register_export", job.pk)

    def show(self, form, export=None, status=200):
        context = {"form": form, "own": jobs.of(self.request.user)[:_LISTED]}
        if form.is_valid():
            context |= self.rows(form, form.cleaned_data["authority"], export)
        return self.render_to_response(self.get_context_data(**context), status=status)

    def rows(self, form, authority: Authority, export):
        filters = form.filters()
        found = register.requests_of(self.request.user, authority, filters)
        columns, calendar = register.columns_for(personal=False), current_calendar()
        page = Paginator(found, _SHOWN).get_page(self.request.GET.get("p"))
        cases = list(register.rows_of(page.object_list))
        may = access.can_export_register(self.request.user, authority)
        query = self.request.GET.copy()
        query.pop("p", None)
        return {
            "columns": [column.title for column in columns],
            "rows": [
                [print_table.words(exporting.plain(column.of(case, calendar))) for column in columns] for case in cases
            ],
            "totals": [print_table.words(cell) for cell in register.totals_of(found, columns)],
            "page": page,
            "query": query.urlencode(),
            "reads_volumes": access.can_read_volumes(self.request.user, authority),
            "said": filters.said(),
            "laws": exporting.laws_of(found),
            "export": export or (self.export_form(authority, initial=asked(form)) if may else None),
            "is_asked": export is not None,
        }


def asked(form) -> dict:
    """The choice as it stands, so that the file holds what the screen shows."""
    return {field.name: field.value() for field in form} | {"kind": "XLSX"}


class ExportPage(RegisterPage):
    @cached_property
    def job(self):
        job = jobs.of(self.request.user).filter(pk=self.kwargs["pk"]).first()
        if job is None:
            raise Http404("Không có lần xuất này")
        return job


class ExportView(ExportPage):
    """How far the file is; loads itself anew while the worker is busy."""

    template_name = "workflow/desk/register/export.html"

    def get_page_title(self):
        return _("Xuất sổ theo dõi")

    def get_context_data(self, **kwargs):
        can_fetch = jobs.can_fetch(self.request.user, self.job, self.at)
        return super().get_context_data(
            job=self.job, said=jobs.filters_of(self.job).said(), can_fetch=can_fetch, **kwargs
        )

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        if self.job.is_running:
            response["Refresh"] = str(_SECONDS)  # works without script
        return response


class ExportFileView(ExportPage):
    """The file, for who asked for it, while they may have it."""

    def get(self, request, *args, **kwargs):
        if self.job.state != ExportState.DONE or not jobs.can_fetch(request.user, self.job, self.at):
            raise Http404("Không có tệp này")
        jobs.fetch(job=self.job, by=request.user, at=self.at)
        return store.hand_out(self.job.path, self.job.name, jobs.CONTENT_TYPES[self.job.kind])
