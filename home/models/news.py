"""News and notices of an authority, newest first, paged by key."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.core.dates import today
from home import news
from home.models.base import AuthorityContent


class NewsKind(models.TextChoices):
    NEWS = "NEWS", _("Tin tức")
    NOTICE = "NOTICE", _("Thông báo")
    PLANNED_STOP = "PLANNED_STOP", _("Tạm ngừng dịch vụ")


class NewsIndexPage(AuthorityContent):
    """The list of news; `?truoc=` and `?sau=` carry the place in it."""

    subpage_types = ["home.NewsPage"]

    class Meta:
        verbose_name = _("trang tin tức và thông báo")

    def get_context(self, request, *args, **kwargs):
        page = news.page_of(self, request.GET)
        return super().get_context(request, *args, **kwargs) | {"listed": page}


class NewsPage(AuthorityContent):
    """One piece of news or one notice, of the day it bears."""

    kind = models.CharField(_("loại"), max_length=20, choices=NewsKind, default=NewsKind.NEWS)
    day = models.DateField(_("ngày đăng"), default=today, db_index=True)

    content_panels = [
        *AuthorityContent.content_panels[:1],
        FieldPanel("kind"),
        FieldPanel("day"),
        *AuthorityContent.content_panels[1:],
    ]
    parent_page_types = ["home.NewsIndexPage"]

    class Meta:
        verbose_name = _("tin, thông báo")
