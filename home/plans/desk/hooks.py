"""Connects the pages of plans to the Wagtail admin; home.wagtail_hooks calls it."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from cms.audit.kinds import name_kinds
from home.plans import access
from home.plans.desk.act_names import ACTS
from home.plans.desk.modeladmin import ADMINS
from workflow.desk.menu import DeskItem


def connect():
    name_kinds(ACTS)
    hooks.register("register_admin_urls", admin_urls, order=20)
    hooks.register("register_admin_menu_item", menu_item)
    for admin in ADMINS:
        admin().register_with_wagtail()


def admin_urls():
    return [path("", include("home.plans.desk.urls", namespace="plans"))]


def menu_item():
    return DeskItem(_("Kế hoạch"), "ke-hoach_modeladmin_index", roles=access.READERS, icon="list-ol", order=75)
