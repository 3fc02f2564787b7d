"""Wagtail's own screens of accounts, without the acts that would pass by history.

Its actions in bulk write through the queryset: no history row and no entry of the record would show them.
Deleting is nobody's right (cms.core.models.User), so its buttons and pages are gone by themselves.
"""

from django.contrib.auth import get_user_model
from django.http import Http404
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.users.views.users import IndexView, UserViewSet


class AccountListView(IndexView):
    @cached_property
    def columns(self):
        return [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]


class AccountViewSet(UserViewSet):
    index_view_class = AccountListView


def refuse_bulk(request, action_type, objects, action):
    """No action in bulk on accounts, whoever asks (hook before_bulk_action)."""
    if action.model is get_user_model():
        raise Http404("Không có việc này")
