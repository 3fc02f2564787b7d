"""Offices, people and accounts in the Wagtail admin: registers only."""

from django.urls import include, path
from wagtail import hooks

from cms.core import usefulness_admin, wagtail_words
from cms.core.accounts import openid_entry, review_desk, security_desk
from cms.core.accounts.delegation_desk import DelegationsItem
from cms.core.accounts.idle_desk import IdleAccountsItem
from cms.core.accounts.user_screens import ToSecurityPanel, refuse_bulk
from cms.core.modeladmin import OfficeGroup

OfficeGroup().register_with_wagtail()
hooks.register("before_bulk_action", refuse_bulk)
wagtail_words.name_fields()
for item in (DelegationsItem, IdleAccountsItem, review_desk.ReviewItem):
    hooks.register("register_admin_menu_item", item)
hooks.register(
    "register_admin_urls", lambda: [path("", include("cms.core.accounts.delegation_desk", namespace="delegations"))]
)
hooks.register(
    "register_admin_urls", lambda: [path("", include("cms.core.accounts.idle_desk", namespace="idle_accounts"))]
)
usefulness_admin.connect()
hooks.register(
    "register_admin_urls", lambda: [path("", include("cms.core.accounts.review_desk", namespace="rights_review"))]
)
# After the desk has taken the start page over.
hooks.register("construct_homepage_panels", review_desk.remind, order=600)


@hooks.register("register_admin_urls")
def security_urls():
    return [*security_desk.urlpatterns, *openid_entry.urlpatterns]


@hooks.register("register_account_settings_panel")
def to_security(request, user, profile):
    return ToSecurityPanel(request, user, profile)
