"""Sổ văn bản đi, sổ văn bản đến: looked at by GET; taken away by POST, because every export is an act on record."""

from io import BytesIO

from django.http import Http404, HttpResponse

from cms.audit.record import refused
from cms.core import files as store
from cms.core import print_table, typeset
from cms.core.admin_page import RefusedPage
from cms.core.errors import DomainError, NotAllowed
from workflow import access
from workflow.desk.books.forms import BookForm, ExportForm
from workflow.desk.books.numbering_views import BookPage
from workflow.register import papers

#: Rows on the page; the file has all of them.
_SHOWN = 200
_TYPES = {"CSV": "text/csv; charset=utf-8", "XLSX": store.TYPES["xlsx"], "PDF": store.TYPES["pdf"]}


class RegisterView(BookPage):
    """One of the two books."""

    template_name = "workflow/desk/books/register.html"
    book: papers.Book

    @property
    def part(self):
        return self.book.code

    def get_page_title(self):
        return self.book.title

    def form(self):
        """What is chosen stands in the address, for looking and for taking away."""
        if not self.authorities:
            raise Http404("Không có trang này")
        return BookForm(self.request.GET, authorities=self.authorities, day=self.day, book=self.book)

    def get(self, request, *args, **kwargs):
        return self.show(self.form())

    def post(self, request, *args, **kwargs):
        form = self.form()
        if not form.is_valid():
            return self.show(form)
        authority = form.cleaned_data["authority"]
        taking = self.export_form(authority, request.POST)
        if taking.is_valid():
            try:
                return self.file(authority, form.chosen(), taking.cleaned_data)
            except NotAllowed as error:
                refused("register.exported", subject=authority, by=request.user, at=self.at, reason=str(error))
                return RefusedPage.answer(
                    request, status=403, why=str(error), back=request.get_full_path(), trail=self.trail()
                )
            except typeset.NotSet as error:
                taking.add_error("kind", str(error))
            except DomainError as error:
                taking.add_error(error.field, str(error))
        return self.show(form, taking)

    def export_form(self, authority, data=None):
        return ExportForm(data, personal=access.can_read_books_personal(self.request.user, authority))

    def file(self, authority, chosen, told):
        stream, kind = BytesIO(), told["kind"]
        papers.export(
            stream, book=self.book, authority=authority, by=self.request.user, at=self.at, chosen=chosen, **told
        )
        response = HttpResponse(stream.getvalue(), content_type=_TYPES[kind])
        name = f"{self.file_name}-{authority.code}-{chosen.year}.{kind.lower()}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        return response

    def show(self, form, taking=None):
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form, rows=[], count=0))
        authority = form.cleaned_data["authority"]
        personal = access.can_read_books_personal(self.request.user, authority)
        columns = self.book.columns_for(personal=personal)
        found = self.book.of(self.request.user, authority, form.chosen())
        lines = [[print_table.words(cell) for cell in line] for line in papers.cells(columns, found[:_SHOWN])]
        may_export = access.can_export_books(self.request.user, authority)
        return self.render_to_response(
            self.get_context_data(
                form=form,
                columns=[column.title for column in columns],
                rows=lines,
                count=len(found),
                most=_SHOWN,
                taking=(taking or self.export_form(authority)) if may_export else None,
            )
        )


class OutgoingView(RegisterView):
    book, file_name = papers.OUTGOING, "van-ban-di"


class IncomingView(RegisterView):
    book, file_name = papers.INCOMING, "van-ban-den"
