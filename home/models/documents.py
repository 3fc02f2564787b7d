"""Papers to take away: the forms of the law in force, and the legal documents that everything rests on."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel

from cms.core.dates import short, today
from home import forms_offered
from home.models.base import AuthorityContent
from home.models.rows import LinkedRow, Row, document_field


class FormsPage(AuthorityContent):
    """The forms that the rule set in force names; files are added by editors, names and articles are the law's."""

    content_panels = [*AuthorityContent.content_panels, InlinePanel("files", heading=_("Tệp của từng mẫu"))]

    class Meta:
        verbose_name = _("trang biểu mẫu")

    def get_context(self, request, *args, **kwargs):
        files = list(self.files.select_related("document"))
        authority = getattr(request, "authority", None)
        offered = forms_offered.on(today(), files, authority)
        return super().get_context(request, *args, **kwargs) | {"offered": offered}


class FormFile(Row):
    """One file of one form: the same form may be there as DOCX and as PDF."""

    page = ParentalKey(FormsPage, on_delete=models.CASCADE, related_name="files")
    form_code = models.CharField(_("mẫu số"), max_length=10, choices=forms_offered.CODES)
    document = document_field()

    panels = [FieldPanel("form_code"), FieldPanel("document")]

    class Meta(Row.Meta):
        verbose_name = _("tệp biểu mẫu")
        verbose_name_plural = _("tệp biểu mẫu")

    def __str__(self):
        return self.form_code


class LegalDocumentsPage(AuthorityContent):
    """Laws, decrees, directives and plans that govern access to information here."""

    content_panels = [*AuthorityContent.content_panels, InlinePanel("documents", heading=_("Văn bản"))]

    class Meta:
        verbose_name = _("trang văn bản pháp luật")

    def get_context(self, request, *args, **kwargs):
        rows = self.documents.select_related("document")
        newest = sorted(rows, key=lambda row: (row.issued_on, row.pk or 0), reverse=True)
        for row in newest:
            row.state_now = row.state_on(today())
        return super().get_context(request, *args, **kwargs) | {"rows": newest}


class DocumentState(models.TextChoices):
    NOT_YET = "NOT_YET", _("Chưa có hiệu lực")
    IN_FORCE = "IN_FORCE", _("Còn hiệu lực")
    PARTLY = "PARTLY", _("Hết hiệu lực một phần")
    ENDED = "ENDED", _("Hết hiệu lực")


class LegalDocument(LinkedRow):
    """One text: its state follows from its days, so that nobody has to remember to change it."""

    page = ParentalKey(LegalDocumentsPage, on_delete=models.CASCADE, related_name="documents")
    number = models.CharField(_("số, ký hiệu"), max_length=60, help_text=_("Ví dụ: 01/2026/QH16"))
    title = models.CharField(_("tên, trích yếu"), max_length=400)
    issued_on = models.DateField(_("ngày ban hành"))
    issuer = models.CharField(_("cơ quan ban hành"), max_length=200)
    in_force_from = models.DateField(_("có hiệu lực từ ngày"))
    ended_on = models.DateField(_("hết hiệu lực từ ngày"), null=True, blank=True)
    ends_partly = models.BooleanField(_("chỉ hết hiệu lực một phần"), default=False)
    note = models.CharField(
        _("ghi chú"), max_length=300, blank=True, help_text=_("Ví dụ: được thay thế bằng Luật 01/2026/QH16")
    )

    panels = [
        FieldPanel(name)
        for name in (
            "number",
            "title",
            "issued_on",
            "issuer",
            "in_force_from",
            "ended_on",
            "ends_partly",
            "note",
            "document",
            "url",
        )
    ]

    class Meta(LinkedRow.Meta):
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")

    def __str__(self):
        return f"{self.number} {self.title}"

    def clean(self):
        super().clean()
        if self.in_force_from and self.ended_on and self.ended_on <= self.in_force_from:
            raise ValidationError({"ended_on": _("Ngày hết hiệu lực phải sau ngày có hiệu lực.")})
        if self.in_force_from and self.issued_on and self.in_force_from < self.issued_on:
            words = _("Ngày có hiệu lực không thể trước ngày ban hành (%s).") % short(self.issued_on)
            raise ValidationError({"in_force_from": words})

    def state_on(self, day: date) -> DocumentState:
        """How the text stands on that day."""
        if self.in_force_from > day:
            return DocumentState.NOT_YET
        if self.ended_on is None or self.ended_on > day:
            return DocumentState.IN_FORCE
        return DocumentState.PARTLY if self.ends_partly else DocumentState.ENDED
