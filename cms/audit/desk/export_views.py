"""Xuất nhật ký: what is narrowed on the screen leaves as a signed file, for a reason."""

from django import forms
from django.http import StreamingHttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit import access, saved_views, taking_out
from cms.audit.desk.forms import LogForm
from cms.audit.desk.views import TITLE, LogPage
from cms.audit.record import refused
from cms.core.accounts.confirm import Confirmed
from cms.core.admin_page import RefusedPage
from cms.core.errors import DomainError, NotAllowed

_TYPES = {"JSONL": ("jsonl", "application/x-ndjson"), "XLSX": ("zip", "application/zip")}


class ExportForm(forms.Form):
    """How, and what for."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label=_("Dạng tệp"),
        choices=[
            ("XLSX", _("Bảng XLSX, trong tệp ZIP kèm thư ký")),
            ("JSONL", _("JSON từng dòng, nguyên các mục đã niêm, có chữ ký")),
        ],
        initial="XLSX",
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn dạng tệp."), "invalid_choice": _("Chọn dạng tệp.")},
    )
    personal = forms.BooleanField(
        label=_("Kèm lời ghi về người yêu cầu"),
        required=False,
        help_text=_("Chỉ trong bảng XLSX. Không chọn thì tệp không có dữ liệu cá nhân của người yêu cầu."),
    )
    reason = forms.CharField(
        label=_("Xuất để làm gì"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Hãy nói xuất nhật ký để làm gì."), "max_length": _("Viết ngắn hơn 300 ký tự.")},
    )

    def __init__(self, *args, may_words, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        if not may_words:
            del self.fields["personal"]

    def slip(self, error):
        self.add_error(error.field if error.field in self.fields else None, str(error))


class ExportView(Confirmed, LogPage):
    """GET says what will leave; POST asks for the password again, records it and hands it over."""

    template_name = "audit/export.html"

    def get_page_title(self):
        return _("Xuất nhật ký")

    def trail(self):
        return [(TITLE, f"{reverse('log:log')}?{self.query}")]

    @cached_property
    def query(self):
        return saved_views.tidy(self.request.GET.urlencode())

    @cached_property
    def chosen(self) -> LogForm:
        return LogForm(self.request.GET, user=self.request.user, authorities=self.authorities, day=self.day)

    def form(self, data=None):
        words = all(access.exports_words(self.request.user, authority) for authority in self.authorities)
        return ExportForm(data, may_words=words and bool(self.authorities))

    def get(self, request, *args, **kwargs):
        return self.show(self.form())

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        if not (form.is_valid() and self.chosen.is_valid()):
            return self.show(form, status=422)
        words = {"personal": False} | form.cleaned_data
        try:
            pieces = taking_out.export(
                authorities=self.chosen.chosen,
                wanted=self.chosen.wanted,
                query=self.query,
                by=request.user,
                at=self.at,
                **words,
            )
        except NotAllowed as error:
            refused(taking_out.EXPORTED, by=request.user, at=self.at, reason=str(error))
            return RefusedPage.answer(request, status=403, why=str(error), back=reverse("log:log"), trail=self.trail())
        except DomainError as error:
            form.slip(error)
            return self.show(form, status=422)
        ending, content_type = _TYPES[words["kind"]]
        response = StreamingHttpResponse(pieces, content_type=content_type)
        response["Content-Disposition"] = f'attachment; filename="nhat-ky-{self.day:%Y%m%d}.{ending}"'
        response["Cache-Control"] = "private, no-store"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    def show(self, form, status=200):
        names = [(field.label, self.said(field)) for field in self.chosen if field.value()]
        context = self.get_context_data(form=form, query=self.query, chosen=names, slips=self.chosen.errors)
        return self.render_to_response(context, status=status)

    @staticmethod
    def said(field) -> str:
        """A choice by its words, anything else as it was typed."""
        words = {str(key): str(label) for key, label in getattr(field.field, "choices", ())}
        return words.get(str(field.value()), str(field.value()))
