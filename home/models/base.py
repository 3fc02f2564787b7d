"""What every page below an authority has in common: its authority, its words, and what keeps it from being published."""

import logging

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.core import navigation
from cms.core.authority_url import focal_of, with_focal
from cms.core.blocks import PageBody
from cms.core.errors import NotAllowed
from cms.core.models import Authority
from cms.core.pages import BasePage

logger = logging.getLogger(__name__)


class PublishRefused(NotAllowed):
    """The page lacks what it must have before anybody may read it; says what."""


class PublishForm(WagtailAdminPageForm):
    """A draft may lack anything; whoever publishes or sends for review is told what is missing."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            if not self.instance.path:
                self.instance._cached_parent_obj = self.parent_page
            for problem in self.instance.publish_problems():
                self.add_error(None, problem)
        return cleaned


class AuthorityContent(BasePage):
    """A page of one authority, or of the whole site where its kind allows."""

    lead = models.TextField(_("lời dẫn"), max_length=400, blank=True)
    body = StreamField(PageBody(required=False), verbose_name=_("nội dung"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), FieldPanel("body")]
    base_form_class = PublishForm
    parent_page_types = ["home.AuthorityPage"]
    subpage_types = []

    class Meta:
        abstract = True

    def authority_above(self) -> Authority | None:
        """The open authority under whose page this one stands; none for pages of the whole site."""
        path = self.path or getattr(getattr(self, "_cached_parent_obj", None), "path", "")
        authority = with_focal(Authority.objects.open()).filter(page__path=path[: self.steplen * 3]).first()
        focal_of(authority)
        return authority

    def serve(self, request, *args, **kwargs):
        if authority := self.authority_above():
            request.authority = authority
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        authority = getattr(request, "authority", None)
        crumbs = navigation.crumbs(self.url_path, authority.code if authority else "")
        return super().get_context(request, *args, **kwargs) | {"crumbs": crumbs}

    def publish(self, revision, *args, **kwargs):
        problems = " ".join(str(problem) for problem in revision.as_object().publish_problems())
        if problems and revision.approved_go_live_at:
            # Its hour came, and what it shows has gaps by now: it stays a draft, and the pages after it still go live.
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            logger.warning("Trang %s chưa được đăng theo lịch. %s", self.url_path, problems)
            return None
        if problems:
            raise PublishRefused(problems)
        return super().publish(revision, *args, **kwargs)
