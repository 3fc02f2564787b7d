"""How a request is received and settled: the authority's own words, and the time limits of the law in force."""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from cms.core.dates import today
from cms.core.links import SecureURLField
from home import time_limits
from home.models.base import AuthorityContent

#: A time limit typed into words: "12 ngày", "03 ngày làm việc", "24 giờ".
TYPED_LIMIT = re.compile(r"\d+\s*(?:ngày|giờ)\b", re.IGNORECASE)


class RequestProcedurePage(AuthorityContent):
    """The order in which requests are received and settled here, also where no national procedure is announced."""

    class Meta:
        verbose_name = _("trang trình tự tiếp nhận và giải quyết")

    def get_context(self, request, *args, **kwargs):
        context = {"limits": time_limits.on(today()), "channels": time_limits.channels_on(today())}
        return super().get_context(request, *args, **kwargs) | context


class AdministrativeProcedurePage(AuthorityContent):
    """The announced procedure: its national code and link; its text is not forked (L26 Điều 11.5; D224 Điều 9)."""

    procedure_name = models.CharField(
        _("tên thủ tục"), max_length=300, default="Cung cấp thông tin theo yêu cầu của công dân"
    )
    national_code = models.CharField(
        _("mã thủ tục quốc gia"), max_length=30, blank=True, help_text=_("Ví dụ: 1.012345. Để trống khi chưa công bố.")
    )
    national_url = SecureURLField(_("trang của thủ tục trên Cổng Dịch vụ công quốc gia"), blank=True)
    announced_by = models.CharField(
        _("quyết định công bố"), max_length=300, blank=True, help_text=_("Số, ngày, cơ quan công bố")
    )
    carried_out_by = models.CharField(_("cơ quan thực hiện"), max_length=300, blank=True)
    result = models.CharField(
        _("kết quả"), max_length=300, default="Thông tin được cung cấp, hoặc văn bản từ chối có nêu lý do"
    )

    content_panels = [
        *AuthorityContent.content_panels[:-1],
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    "procedure_name",
                    "national_code",
                    "national_url",
                    "announced_by",
                    "carried_out_by",
                    "result",
                )
            ],
            _("Thủ tục"),
        ),
        FieldPanel(
            "body",
            heading=_("Các bước và giấy tờ"),
            help_text=_("Không gõ số ngày: thời hạn được lấy từ luật đang áp dụng."),
        ),
    ]

    class Meta:
        verbose_name = _("trang thủ tục hành chính")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"limits": time_limits.on(today())}

    def publish_problems(self):
        found = next(iter(self.typed_limits()), "")
        if not found:
            return []
        return [_("Thời hạn lấy từ luật đang áp dụng, không gõ vào trang. Hãy bỏ “%s”.") % found]

    def typed_limits(self) -> list[str]:
        """Numbers of days or hours that somebody has typed into the words of this page."""
        words = [self.lead, self.result, *_strings(self.body.get_prep_value())]
        return [found for text in words for found in TYPED_LIMIT.findall(text)]


def _strings(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list):
        return []
    return [text for part in value for text in _strings(part)]
