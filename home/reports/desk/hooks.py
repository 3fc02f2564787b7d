"""Connects the pages of reports to the Wagtail admin; home.wagtail_hooks calls it."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from cms.audit.kinds import name_kinds
from home.reports import access
from home.reports.desk.act_names import ACTS
from workflow.desk.menu import DeskItem


def connect():
    name_kinds(ACTS)
    hooks.register("register_admin_urls", admin_urls, order=20)
    hooks.register("register_admin_menu_item", menu_item)


def admin_urls():
    return [path("", include("home.reports.desk.urls", namespace="reports"))]


def menu_item():
    return DeskItem(_("Báo cáo"), "reports:reports", roles=access.READERS, icon="clipboard-list", order=76)
