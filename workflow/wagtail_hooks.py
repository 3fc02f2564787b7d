"""The desk in the Wagtail admin: registers only."""

from django.templatetags.static import static
from django.urls import include, path
from django.utils.html import format_html
from wagtail import hooks

from catalog.desk import beside
from cms.audit.kinds import call_reading, name_kinds
from workflow.desk import home, log_places, menu
from workflow.desk.act_names import ACTS, READINGS
from workflow.desk.calendars import hooks as calendar_hooks
from workflow.desk.corrections.modeladmin import CorrectionAdmin, links_of
from workflow.desk.modeladmin import ADMINS, opened_links
from workflow.desk.remedies.modeladmin import RemedyAdmin
from workflow.desk.wording import hooks as wording_hooks

name_kinds(ACTS)
call_reading(*READINGS)
log_places.connect()
calendar_hooks.connect()
wording_hooks.connect()
beside.told_by(links_of)
beside.told_by(opened_links)


@hooks.register("register_admin_urls", order=10)
def desk_urls():
    return [path("", include("workflow.desk.urls", namespace="desk"))]


for item in menu.ITEMS:
    hooks.register("register_admin_menu_item", lambda item=item: item)
hooks.register("construct_main_menu", menu.tidy)
hooks.register("construct_homepage_panels", home.take_over)


@hooks.register("insert_global_admin_css")
def desk_css():
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk.css"))


for admin in (*ADMINS, CorrectionAdmin, RemedyAdmin):
    admin().register_with_wagtail()
