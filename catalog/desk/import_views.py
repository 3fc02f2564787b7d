"""Nhập từ bảng: send a table, say which column is what, see what was found, let the good rows become drafts.

One page a table; it shows the step at hand, and loads itself anew while the worker is busy.
"""

from io import BytesIO

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from catalog import access, exports
from catalog.choices import FindingKind, ImportState
from catalog.desk.import_forms import ColumnsForm, SendTableForm
from catalog.desk.views import CatalogPage
from catalog.import_table import COLUMNS, REQUIRED
from catalog.models import ItemImport
from catalog.services import importing
from catalog.services.acting import NotNow
from cms.core import tables
from cms.core.errors import DomainError, NotAllowed

IMPORTS = _("Nhập từ bảng")
_LISTED = 20
_SHOWN = 200  # findings on the page; the file has all of them
_SECONDS = 3  # between two looks at how far the worker is


class ImportPage(CatalogPage):
    def may_open(self, user):
        return bool(access.entering_authorities(user))

    def imports(self):
        return access.importable(self.request.user, ItemImport.objects.select_related("authority", "sent_by"))


class ImportsView(ImportPage):
    """Send a table; the last ones and how they ended."""

    template_name = "catalog/desk/imports.html"

    def get_page_title(self):
        return IMPORTS

    def form(self, data=None, uploads=None):
        authorities = access.entering_authorities(self.request.user)
        return SendTableForm(data, uploads, authorities=authorities, by=self.request.user, day=self.day)

    def get(self, request, *args, **kwargs):
        return self.show(self.form())

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form)
        upload = form.cleaned_data["file"]
        try:
            batch = importing.take(
                authority=form.cleaned_data["authority"],
                name=upload.name,
                content=upload.read(),
                by=request.user,
                at=self.at,
            )
        except NotAllowed as error:
            return self.refuse(error, status=403, attempted="itemimport.sent")
        except ValidationError as error:
            form.add_error("file", error)
        except DomainError as error:
            form.slip(error)
        else:
            return redirect("catalog_desk:import", batch.pk)
        return self.show(form)

    def show(self, form):
        return self.render_to_response(self.get_context_data(form=form, imports=self.imports()[:_LISTED]))


class ImportView(ImportPage):
    """The step at hand of one table."""

    template_name = "catalog/desk/import.html"

    def get_page_title(self):
        return self.batch.name

    def trail(self):
        return [*super().trail(), (IMPORTS, reverse("catalog_desk:imports"))]

    @cached_property
    def batch(self) -> ItemImport:
        batch = self.imports().filter(pk=self.kwargs["pk"]).first()
        if batch is None:
            raise Http404("Không có lần nhập này")
        return batch

    def form(self, data=None):
        return ColumnsForm(data, batch=self.batch, by=self.request.user, day=self.day)

    def get(self, request, *args, **kwargs):
        is_open = self.batch.state == ImportState.COLUMNS or (
            self.batch.state == ImportState.CHECKED and "cot" in request.GET
        )
        return self.show(self.form() if is_open else None)

    def post(self, request, *args, **kwargs):
        act = request.POST.get("viec", "")
        form = self.form(request.POST) if act == "cot" else None
        if form is not None and not form.is_valid():
            return self.show(form)
        try:
            self.do(act, form)
        except (NotAllowed, NotNow) as error:
            status = 403 if isinstance(error, NotAllowed) else 409
            back = reverse("catalog_desk:import", args=[self.batch.pk])
            return self.refuse(error, status=status, attempted="itemimport.changed", subject=self.batch, back=back)
        except DomainError as error:
            if form is None:
                return self.show(None, told=str(error))
            form.slip(error)
            return self.show(form)
        return redirect("catalog_desk:imports" if act == "bo" else reverse("catalog_desk:import", args=[self.batch.pk]))

    def do(self, act, form):
        """One act of the service for each button; an unknown button does nothing."""
        whose = {"batch": self.batch, "by": self.request.user, "at": self.at}
        if act == "cot":
            told = form.cleaned_data
            importing.choose_columns(
                columns=form.columns(), unit=told["default_unit"], group=told["default_group"], **whose
            )
        elif act in ("nhap", "nhap-het"):
            importing.write(whole_only=act == "nhap-het", **whose)
        elif act == "bo":
            importing.drop(**whose)
            messages.success(self.request, _("Đã bỏ bảng này. Chưa nhập dòng nào."))

    def show(self, form, told=""):
        batch = self.batch
        errors = batch.findings.filter(kind=FindingKind.ERROR)
        doubles = batch.findings.filter(kind=FindingKind.DOUBLE)
        response = self.render_to_response(
            self.get_context_data(
                batch=batch,
                form=form,
                told=told,
                errors=errors[:_SHOWN],
                error_count=errors.count(),
                most_shown=_SHOWN,
                doubles=doubles[:_SHOWN],
                before=importing.same_file_before(batch) if batch.state != ImportState.DONE else None,
                drafts_url=f"{reverse('danh-muc_modeladmin_index')}?hang=cho-kiem-tra",
            )
        )
        if batch.is_running:
            response["Refresh"] = str(_SECONDS)  # works without script
        return response


class FindingsFileView(ImportView):
    """Every wrong cell of the table as CSV, to mend the table by."""

    def get(self, request, *args, **kwargs):
        found = self.batch.findings.order_by("line", "pk").iterator(chunk_size=1_000)
        kinds = dict(FindingKind.choices)
        rows = ([one.line, one.column, str(kinds[one.kind]), one.told] for one in found)
        headers = [str(title) for title in (_("Dòng"), _("Cột"), _("Loại"), _("Nội dung"))]
        response = StreamingHttpResponse(tables.csv_lines(headers, rows), content_type=exports.KINDS["csv"])
        response["Content-Disposition"] = f'attachment; filename="loi-nhap-bang-{self.batch.pk}.csv"'
        response["Cache-Control"] = "private, no-store"
        return response


class EmptyTableView(ImportPage):
    """A workbook with the names of our columns and nothing else, to be filled in."""

    def get(self, request, *args, **kwargs):
        stream = BytesIO()
        required = ", ".join(str(column.title) for column in COLUMNS if column.key in REQUIRED)
        about = [
            (str(_("Bắt buộc")), required),
            (str(_("Ngày")), str(_("Ngày/tháng/năm, ví dụ 25/11/2026"))),
            (str(_("Nhiều hình thức")), str(_("Cách nhau bằng dấu chấm phẩy"))),
            (str(_("Nhóm thông tin")), str(_("Chữ cái của điểm ở Điều 17.1, ví dụ: l; hoặc cả tên điểm"))),
            (str(_("Mã mục")), str(_("Mã ở hệ thống cũ, nếu có: dòng cùng mã không nhập hai lần"))),
        ]
        tables.write_xlsx(stream, [str(column.title) for column in COLUMNS], (), sheet=str(_("Danh mục")), about=about)
        response = HttpResponse(stream.getvalue(), content_type=exports.KINDS["xlsx"])
        response["Content-Disposition"] = 'attachment; filename="mau-nhap-danh-muc.xlsx"'
        return response
