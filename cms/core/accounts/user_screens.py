"""Wagtail's own screens of accounts, without the acts that would pass by history.

Its actions in bulk write through the queryset: no history row and no entry of the record would show them.
Deleting is nobody's right (cms.core.models.User), so its buttons and pages are gone by themselves.
"""

from django import forms
from django.contrib.auth import get_user_model
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.views.account import AccountView, BaseSettingsPanel, NameEmailSettingsPanel
from wagtail.users.models import UserProfile
from wagtail.users.views.groups import CreateView as GroupCreateView
from wagtail.users.views.groups import EditView as GroupEditView
from wagtail.users.views.groups import GroupViewSet
from wagtail.users.views.users import CreateView, EditView, IndexView, UserViewSet

from cms.core.accounts import sessions
from cms.core.accounts.confirm import Confirmed


class ToSecurityPanel(BaseSettingsPanel):
    """On the page of one's own account: the way to second factor and sessions."""

    name, title, order = "security", _("Đăng nhập và bảo mật"), 600
    template_name = "wagtailadmin/to_security.html"
    form_class = forms.Form

    def get_form(self):
        return forms.Form()


class AccountListView(IndexView):
    @cached_property
    def columns(self):
        return [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]


class NewAccountView(Confirmed, CreateView):
    """Wagtail's form for a new account, superusers only: rights are given there."""


class ChangeAccountView(Confirmed, EditView):
    """Wagtail's form of an account."""


class AccountViewSet(UserViewSet):
    index_view_class = AccountListView
    add_view_class = NewAccountView
    edit_view_class = ChangeAccountView


class NewGroupView(Confirmed, GroupCreateView):
    """A group is a bundle of rights."""


class ChangeGroupView(Confirmed, GroupEditView):
    """Changing it changes the rights of everybody in it."""


class RightsViewSet(GroupViewSet):
    add_view_class = NewGroupView
    edit_view_class = ChangeGroupView


class OwnNameForm(NameEmailForm):
    """The whole name is one field, and an account may have no mailbox."""

    first_name = forms.CharField(label=_("Họ và tên"), max_length=150)
    email = forms.EmailField(label=_("Thư điện tử công vụ"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["last_name"]


class OwnNamePanel(NameEmailSettingsPanel):
    form_class = OwnNameForm


class OwnAccountView(Confirmed, AccountView):
    """One's own name, address and password: with another mailbox, somebody could have a new password sent."""

    def get_panels(self):
        request, user = self.request, self.request.user
        name = OwnNamePanel(request, user, UserProfile.get_for_user(user))
        return [name if type(panel) is NameEmailSettingsPanel else panel for panel in super().get_panels()]

    def post(self, request):
        key = request.session.session_key
        response = super().post(request)
        sessions.follow(request.user, key, request.session.session_key)
        return response


def refuse_bulk(request, action_type, objects, action):
    """No action in bulk on accounts, whoever asks (hook before_bulk_action)."""
    if action.model is get_user_model():
        raise Http404("Không có việc này")
