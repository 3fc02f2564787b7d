"""Phát hành nhiều văn bản: choose what waits, see how far the worker is, and what could not be issued and why."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.core.roles import Role
from workflow import letters, queues
from workflow.choices import BatchLineState
from workflow.desk.views import DeskPageMixin, OneAuthority
from workflow.models import BatchLine, IssueBatch
from workflow.services import batches, numbering

BATCHES = _("Phát hành nhiều văn bản")
_LISTED = 10
_SECONDS = 3  # between two looks at how far the worker is


class BatchPage(DeskPageMixin, AdminPage):
    """For the registry of an authority."""

    @cached_property
    def authorities(self):
        keys = self.request.user.authorities_as({Role.REGISTRY})
        return Authority.objects.filter(pk__in=keys).order_by("name")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not self.authorities:
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def trail(self):
        return [(_("Chờ phát hành"), reverse("desk:to_issue"))]


class BatchesView(OneAuthority, BatchPage):
    """What waits, to be chosen; the last batches and how they ended."""

    template_name = "workflow/desk/books/batches.html"

    def get_page_title(self):
        return BATCHES

    @cached_property
    def waiting(self) -> list:
        """Papers of this authority that wait for a number and are in no batch yet."""
        taken = BatchLine.objects.filter(state=BatchLineState.WAITING).values("letter")
        found = queues.papers_to_issue(self.desk).filter(authority=self.authority).exclude(pk__in=taken)
        return list(found[: batches.MOST])

    def get(self, request, *args, **kwargs):
        return self.show()

    def post(self, request, *args, **kwargs):
        chosen = set(request.POST.getlist("van-ban"))
        everything = request.POST.get("viec") == "tat-ca"
        wanted = [letter for letter in self.waiting if everything or str(letter.pk) in chosen]
        try:
            batch = batches.ask(authority=self.authority, letters=wanted, by=request.user, at=self.at)
        except NotAllowed as error:
            refused("issuebatch.asked", subject=self.authority, by=request.user, at=self.at, reason=str(error))
            return RefusedPage.answer(request, status=403, why=str(error), back=request.path, trail=self.trail())
        except DomainError as error:
            return self.show(told=str(error), chosen=chosen)
        return redirect("desk:batch", batch.pk)

    def show(self, told="", chosen=()):
        book = numbering.book_of(self.authority, self.day)
        return self.render_to_response(
            self.get_context_data(
                authority=self.authority,
                authorities=self.authorities,
                book=book,
                next_number=f"{numbering.next_of(book):02d}" if book else "",
                rows=[
                    {
                        "letter": letter,
                        "symbol": letters.suggested_symbol(letter),
                        "is_chosen": str(letter.pk) in chosen,
                    }
                    for letter in self.waiting
                ],
                told=told,
                batches=[
                    {"batch": batch} | batches.progress(batch)
                    for batch in IssueBatch.objects.filter(authority=self.authority).select_related("asked_by")[
                        :_LISTED
                    ]
                ],
            )
        )


class BatchView(BatchPage):
    """One batch: how far it is, then what was issued and what was not."""

    template_name = "workflow/desk/books/batch.html"

    def get_page_title(self):
        return _("Lần phát hành")

    def trail(self):
        return [*super().trail(), (BATCHES, reverse("desk:batches"))]

    @cached_property
    def batch(self) -> IssueBatch:
        found = IssueBatch.objects.filter(authority__in=self.authorities, pk=self.kwargs["pk"])
        batch = found.select_related("asked_by", "authority").first()
        if batch is None:
            raise Http404("Không có lần phát hành này")
        return batch

    def get(self, request, *args, **kwargs):
        lines = self.batch.lines.select_related("letter__info_request")
        words = batches.progress(self.batch) | {
            "batch": self.batch,
            "failed": lines.filter(state=BatchLineState.FAILED),
            "issued": lines.filter(state=BatchLineState.ISSUED),
        }
        response = self.render_to_response(self.get_context_data(**words))
        if self.batch.ended_at is None:
            response["Refresh"] = str(_SECONDS)  # works without script
        return response
