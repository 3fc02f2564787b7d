"""The English page: what the authority is, what it does, and whom to contact. One for the site, one for an authority."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from cms.core.authority_url import focal_of, with_focal
from cms.core.blocks import PageBody
from cms.core.models import Authority
from cms.core.pages import BasePage

#: Its address below the page it belongs to: /en/ and /<code>/en/.
SLUG = "en"


class EnglishPage(BasePage):
    """Organisation, functions and focal point in English; what nobody has translated is shown in Vietnamese, marked so."""

    lead = models.TextField(_("lời dẫn bằng tiếng Anh"), max_length=400, blank=True)
    body = StreamField(PageBody(required=False), verbose_name=_("tổ chức, chức năng, bằng tiếng Anh"), blank=True)
    focal_unit = models.CharField(_("đơn vị đầu mối, bằng tiếng Anh"), max_length=200, blank=True)
    focal_post = models.CharField(_("chức vụ của người làm đầu mối, bằng tiếng Anh"), max_length=100, blank=True)
    focal_place = models.CharField(_("nơi tiếp nhận, bằng tiếng Anh"), max_length=300, blank=True)
    focal_hours = models.CharField(_("giờ tiếp nhận, bằng tiếng Anh"), max_length=200, blank=True)

    content_panels = [
        FieldPanel("title", heading=_("Tên bằng tiếng Anh")),
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("focal_unit"),
                FieldPanel("focal_post"),
                FieldPanel("focal_place"),
                FieldPanel("focal_hours"),
            ],
            _("Đầu mối"),
            help_text=_("Họ tên, điện thoại, thư điện tử lấy từ hồ sơ đầu mối. Ô để trống: hiện tiếng Việt."),
        ),
    ]
    parent_page_types = ["home.HomePage", "home.AuthorityPage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("trang tiếng Anh")

    def _set_core_field_defaults(self):
        self.slug = self.slug or SLUG
        super()._set_core_field_defaults()

    def clean(self):
        super().clean()
        if self.slug != SLUG:
            raise ValidationError({"slug": _("Địa chỉ của trang tiếng Anh là “en”.")})

    def authority_above(self) -> Authority | None:
        """The open authority under whose page this one stands; none for the site's own."""
        authority = with_focal(Authority.objects.open()).filter(page__path=self.path[: self.steplen * 3]).first()
        focal_of(authority)
        return authority

    def serve(self, request, *args, **kwargs):
        if authority := self.authority_above():
            request.authority = authority
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        others = []
        if getattr(request, "authority", None) is None:
            others = EnglishPage.objects.live().public().exclude(pk=self.pk).order_by("title").only("title", "url_path")
        return super().get_context(request, *args, **kwargs) | {"lang": "en", "others": others}
