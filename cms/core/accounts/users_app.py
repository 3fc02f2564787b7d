"""Wagtail's app of accounts, told which screens to use (INSTALLED_APPS)."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "cms.core.accounts.user_screens.AccountViewSet"
