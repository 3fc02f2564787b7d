"""The calendar's pages in the Wagtail admin; workflow.wagtail_hooks connects them."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from cms.law.services.people import READERS
from workflow.desk.menu import DeskItem


def connect():
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("register_admin_menu_item", menu_item)


def admin_urls():
    return [path("lich/", include("workflow.desk.calendars.urls", namespace="calendars"))]


def menu_item():
    return DeskItem(_("Lịch và thời hạn"), "calendars:home", roles=READERS, icon="calendar-alt", order=80)
