"""Guides and training, and what was done to make the law known (D18 Điều 11; provincial plans of 2026)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel

from home.models.base import AuthorityContent
from home.models.rows import LinkedRow, Row


class MaterialKind(models.TextChoices):
    """The four kinds that provinces publish."""

    QUESTIONS = "QUESTIONS", _("Hỏi – đáp")
    CITIZEN = "CITIZEN", _("Sổ tay công dân")
    OFFICER = "OFFICER", _("Sổ tay cán bộ")
    MATERIAL = "MATERIAL", _("Tài liệu tập huấn")


class TrainingPage(AuthorityContent):
    """Guides to read, and training held for those who receive and answer requests."""

    content_panels = [
        *AuthorityContent.content_panels,
        InlinePanel("materials", heading=_("Tài liệu")),
        InlinePanel("events", heading=_("Các buổi tập huấn")),
    ]

    class Meta:
        verbose_name = _("trang tập huấn và hướng dẫn")

    def get_context(self, request, *args, **kwargs):
        rows = list(self.materials.select_related("document"))
        groups = [(kind.label, [row for row in rows if row.kind == kind]) for kind in MaterialKind]
        events = sorted(self.events.all(), key=lambda event: event.held_on, reverse=True)
        return super().get_context(request, *args, **kwargs) | {"groups": groups, "events": events}


class TrainingMaterial(LinkedRow):
    """One guide, as a file or at its address."""

    page = ParentalKey(TrainingPage, on_delete=models.CASCADE, related_name="materials")
    kind = models.CharField(_("loại"), max_length=20, choices=MaterialKind)
    title = models.CharField(_("tên"), max_length=300)
    issued_on = models.DateField(_("ngày phát hành"), null=True, blank=True)

    panels = [FieldPanel(name) for name in ("kind", "title", "issued_on", "document", "url")]

    class Meta(LinkedRow.Meta):
        verbose_name = _("tài liệu")
        verbose_name_plural = _("tài liệu")

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if not self.document_id and not self.url:
            raise ValidationError({"document": _("Chọn một tệp hoặc ghi một đường dẫn.")})


class TrainingEvent(Row):
    """One training that was held."""

    page = ParentalKey(TrainingPage, on_delete=models.CASCADE, related_name="events")
    title = models.CharField(_("nội dung"), max_length=300)
    held_on = models.DateField(_("ngày"))
    place = models.CharField(_("địa điểm"), max_length=200)
    audience = models.CharField(_("người dự"), max_length=200, help_text=_("Ví dụ: công chức đầu mối các xã"))
    materials = models.CharField(_("tài liệu sử dụng"), max_length=300, blank=True)
    trained = models.PositiveIntegerField(_("số người dự"))

    panels = [FieldPanel(name) for name in ("title", "held_on", "place", "audience", "materials", "trained")]

    class Meta(Row.Meta):
        verbose_name = _("buổi tập huấn")
        verbose_name_plural = _("buổi tập huấn")

    def __str__(self):
        return self.title


class CommunicationPage(AuthorityContent):
    """What was done to make the right known: in which form, to whom, where, how many it reached."""

    content_panels = [*AuthorityContent.content_panels, InlinePanel("activities", heading=_("Hoạt động"))]

    class Meta:
        verbose_name = _("trang truyền thông")

    def get_context(self, request, *args, **kwargs):
        rows = sorted(self.activities.select_related("document"), key=lambda row: row.held_on, reverse=True)
        return super().get_context(request, *args, **kwargs) | {"activities": rows}


class CommunicationForm(models.TextChoices):
    MEETING = "MEETING", _("Hội nghị, họp thôn, tổ dân phố")
    LOUDSPEAKER = "LOUDSPEAKER", _("Đài truyền thanh")
    LEAFLET = "LEAFLET", _("Tờ rơi, áp phích")
    ONLINE = "ONLINE", _("Mạng xã hội, cổng thông tin")
    PRESS = "PRESS", _("Báo, đài, truyền hình")
    CONTEST = "CONTEST", _("Cuộc thi tìm hiểu")
    MOBILE = "MOBILE", _("Tuyên truyền lưu động, phiên chợ")


class CommunicationActivity(LinkedRow):
    """One activity, on its day or from its first day on."""

    page = ParentalKey(CommunicationPage, on_delete=models.CASCADE, related_name="activities")
    title = models.CharField(_("nội dung"), max_length=300)
    form = models.CharField(_("hình thức"), max_length=20, choices=CommunicationForm)
    held_on = models.DateField(_("ngày"))
    audience = models.CharField(_("đối tượng"), max_length=200)
    place = models.CharField(_("địa điểm"), max_length=200)
    reached = models.PositiveIntegerField(
        _("số người tiếp cận"), null=True, blank=True, help_text=_("Để trống khi không đếm được.")
    )

    panels = [
        FieldPanel(name) for name in ("title", "form", "held_on", "audience", "place", "reached", "document", "url")
    ]

    class Meta(LinkedRow.Meta):
        verbose_name = _("hoạt động truyền thông")
        verbose_name_plural = _("hoạt động truyền thông")

    def __str__(self):
        return self.title
