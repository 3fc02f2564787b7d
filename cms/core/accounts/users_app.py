"""Wagtail's app of accounts, told which screens to use (INSTALLED_APPS)."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    group_viewset = "cms.core.accounts.user_screens.RightsViewSet"
    user_viewset = "cms.core.accounts.user_screens.AccountViewSet"
