"""Đánh số văn bản: the registry asks for a book of its own here, another person opens it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core.accounts.confirm import Confirmed
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.core.roles import SUPERVISING_ROLES
from workflow.choices import SeriesState
from workflow.desk.books.forms import DeclineBookForm, ProposeBookForm
from workflow.desk.views import DeskPageMixin, OneAuthority
from workflow.models import LetterSeries
from workflow.services import numbering

NUMBERING = _("Đánh số văn bản")


class BookPage(DeskPageMixin, AdminPage):
    """A page of this part of the desk, for those who see the cases of an authority whole, and its supervisors."""

    #: Which of the tabs it stands under.
    part = ""

    @cached_property
    def authorities(self):
        user = self.request.user
        return Authority.objects.filter(pk__in=user.works_for | user.authorities_as(SUPERVISING_ROLES)).order_by("name")

    def get_context_data(self, **kwargs):
        return super().get_context_data(part=self.part, **kwargs)


class NumberingView(Confirmed, OneAuthority, BookPage):
    """One authority's books, and the act that this person may do about them."""

    template_name = "workflow/desk/books/numbering.html"
    part = "numbering"

    def get_page_title(self):
        return NUMBERING

    @property
    def url(self):
        return f"{reverse('desk:numbering')}?co-quan={self.authority.code}"

    def get(self, request, *args, **kwargs):
        return self.show()

    def post(self, request, *args, **kwargs):
        act, form = request.POST.get("viec", ""), None
        whose = {"by": request.user, "at": self.at}
        try:
            if act == "de-nghi":
                form = ProposeBookForm(request.POST, year=self.day.year)
                if form.is_valid():
                    numbering.propose_book(authority=self.authority, **form.cleaned_data, **whose)
                    messages.success(request, _("Đã đề nghị mở sổ. Chờ người thứ hai duyệt."))
                    return redirect(self.url)
                return self.show(propose=form)
            if act == "mo":
                numbering.open_book(series=self.waiting(), **whose)
                messages.success(request, _("Đã mở sổ. Từ bây giờ văn bản lấy số tại đây."))
                return redirect(self.url)
            if act == "khong-mo":
                form = DeclineBookForm(request.POST)
                if form.is_valid():
                    numbering.decline_book(series=self.waiting(), **form.cleaned_data, **whose)
                    messages.success(request, _("Đã ghi nhận không mở sổ."))
                    return redirect(self.url)
                return self.show(decline=form)
        except (NotAllowed, numbering.NoLongerWaiting) as error:
            return self.refuse(error, act)
        except DomainError as error:
            if form is None:
                return self.refuse(error, act)
            form.add_error(error.field if error.field in form.fields else None, str(error))
            return self.show(**{"propose" if act == "de-nghi" else "decline": form})
        return self.show()

    def waiting(self) -> LetterSeries:
        """The proposal whose button was pressed."""
        key = self.request.POST.get("so", "")
        found = LetterSeries.objects.filter(authority=self.authority, pk=int(key)) if _is_key(key) else None
        series = found.first() if found is not None else None
        if series is None:
            raise Http404("Không có đề nghị này")
        return series

    def refuse(self, error, act):
        attempted = {"de-nghi": "letterseries.proposed", "mo": "letterseries.opened"}.get(act, "letterseries.declined")
        refused(attempted, subject=self.authority, by=self.request.user, at=self.at, reason=str(error))
        status = 403 if isinstance(error, NotAllowed) else 409
        return RefusedPage.answer(self.request, status=status, why=str(error), back=self.url, trail=self.trail())

    def show(self, propose=None, decline=None):
        user, books = self.request.user, list(self.books())
        present = next((one for one in books if one.state == SeriesState.OPEN and one.year == self.day.year), None)
        waiting = next((one for one in books if one.state == SeriesState.PROPOSED), None)
        return self.render_to_response(
            self.get_context_data(
                authority=self.authority,
                authorities=self.authorities,
                books=books,
                present=present,
                next_number=f"{numbering.next_of(present):02d}" if present else "",
                waiting=waiting,
                year=self.day.year,
                is_own=waiting is not None and waiting.proposed_by_id == user.pk,
                may_propose=self.holds(numbering.PROPOSERS),
                may_decide=self.holds(numbering.DECIDERS),
                propose=propose or ProposeBookForm(year=self.day.year),
                decline=decline or DeclineBookForm(),
            )
        )

    def books(self):
        return LetterSeries.objects.filter(authority=self.authority).select_related("proposed_by", "decided_by")

    def holds(self, roles) -> bool:
        return any(self.request.user.has_role(role, self.authority) for role in roles)


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
