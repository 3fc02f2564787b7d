"""The public section in the Wagtail admin: registers only."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.widgets import Button
from wagtail.permissions import page_permission_policy

from cms.audit.desk.views import story_url
from cms.audit.kinds import name_kinds
from cms.core import page_rights
from home import moderation_mail, page_story
from home.act_names import ACTS
from home.compliance.desk import panel
from home.desk import panel as pages_panel
from home.desk.menu import StartItem
from home.plans.desk import hooks as plan_hooks
from home.reorganisations import desk as reorganisations
from home.reports.desk import hooks as report_hooks
from home.rights import desk as rights
from home.statistics.desk.menu import StatisticsItem
from home.stops.modeladmin import PlannedStopAdmin

name_kinds(ACTS)
page_story.connect()
plan_hooks.connect()
report_hooks.connect()
PlannedStopAdmin().register_with_wagtail()


@hooks.register("construct_admin_api")
def pages_by_role(router):
    from home.admin_api import OwnPagesViewSet

    router.register_endpoint("pages", OwnPagesViewSet)


@hooks.register("construct_page_chooser_queryset")
def choosable(pages, request):
    """Whatever is public can be linked to; of what is not, only one's own is seen."""
    own = page_permission_policy.explorable_instances(request.user)
    return pages.filter(live=True) | pages.filter(pk__in=own.values("pk"))


@hooks.register("register_admin_urls", order=1000)
def settle_admin():
    """Nobody publishes directly, so the list does not offer it; and mails go through the outbox."""
    moderation_mail.connect()
    bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page")  # reads the hooks
    bulk_action_registry.actions["wagtailcore"]["page"].pop("publish", None)
    return []


@hooks.register("register_admin_urls")
def compliance_urls():
    return [path("tuan-thu/", include("home.compliance.desk.urls", namespace="compliance"))]


@hooks.register("register_admin_urls")
def reorganisation_urls():
    return [path("", include("home.reorganisations.desk", namespace="reorganisations"))]


@hooks.register("register_admin_urls")
def rights_urls():
    return [path("", include("home.rights.desk", namespace="rights"))]


@hooks.register("register_admin_urls")
def statistics_urls():
    return [path("thong-ke/", include("home.statistics.desk.urls", namespace="statistics"))]


hooks.register("register_admin_menu_item", panel.ComplianceItem)
hooks.register("register_admin_menu_item", rights.RightsItem)
hooks.register("register_admin_menu_item", StatisticsItem)
hooks.register("register_admin_menu_item", reorganisations.ReorganisationItem)
hooks.register("register_admin_menu_item", StartItem)
hooks.register("construct_homepage_panels", pages_panel.compose, order=400)
# After the desk has taken the start page over.
hooks.register("construct_homepage_panels", panel.add, order=500)


@hooks.register("construct_page_action_menu")
def approving_first(items, request, context):
    """Whoever opens what waits for them came to decide on it."""
    deciding = [item for item in items if item.name == "approve"]
    items[:] = deciding + [item for item in items if item.name != "approve"]


@hooks.register("register_page_header_buttons")
def story_of_page(page, user, next_url=None, **kwargs):
    """Every act on the page, from the menu beside its title."""
    if page.pk and page_rights.is_in_reach(user, page):
        yield Button(_("Mọi việc đã làm"), story_url("wagtailcore.page", page.pk), icon_name="history", priority=60)
