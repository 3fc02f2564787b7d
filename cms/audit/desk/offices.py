"""Accounts, roles, authorities, units and focal points in the log: seen by who looks after them and by supervisors."""

from django.contrib.auth.models import Group
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.audit.places import Place, PlaceKind, tell_of
from cms.core import offices
from cms.core.models import Authority, FocalPoint, RoleHolder, Unit, User
from cms.core.text import fold

_USER = User._meta.label_lower
_MOST_FOUND = 20


def connect():
    """Tell the log of this room's things; called once, when the apps are ready."""
    tell_of(
        _USER,
        PlaceKind(
            label=_("tài khoản, quyền"),
            places=_accounts,
            find=_find_accounts,
            parts=_rights_of,
            # Whether somebody came and went is no right; it stands in the log itself.
            leaves_out=frozenset({"account.signed_in", "account.signed_out", "account.sign_in_failed"}),
        ),
    )
    for model, slug, path in (
        (Authority, "co-quan", "pk"),
        (Unit, "don-vi", "authority"),
        (FocalPoint, "dau-moi", "unit__authority"),
        (RoleHolder, "vai-tro", "authority"),
    ):
        tell_of(model._meta.label_lower, PlaceKind(label=model._meta.verbose_name, places=_records(model, slug, path)))


def _accounts(user, keys):
    found = User.objects.filter(pk__in=keys)
    if not user.is_superuser:
        found = found.filter(pk__in=offices.accounts_of(offices.readable(user)).values("pk"))
    found = found if offices.may_look(user) else found.none()
    return {
        str(account.pk): Place(str(account), reverse("tai-khoan_modeladmin_inspect", args=[account.pk]), True)
        for account in found
    }


def _find_accounts(user, text):
    """By the name to sign in with, or by the whole name as people type it."""
    if not offices.may_look(user):
        return []
    reach = offices.accounts_of(offices.readable(user)).values_list("pk", "username", "first_name")
    typed = fold(text)
    return [key for key, *names in reach if typed in map(fold, names)][:_MOST_FOUND]


def _rights_of(kind, key):
    """An account, every role it holds or held, and what happened to the groups it is in."""
    held = RoleHolder.objects.filter(user=key).values_list("pk", flat=True)
    groups = Group.objects.filter(user=key).values_list("pk", flat=True)
    return [
        (kind, key),
        *((RoleHolder._meta.label_lower, str(pk)) for pk in held),
        *((Group._meta.label_lower, str(pk)) for pk in groups),
    ]


def _records(model, slug, path):
    def places(user, keys):
        if not offices.may_look(user):
            return {}
        reach = Q(**{f"{path}__in": offices.readable(user)})
        names = ("user",) if model is RoleHolder else ()
        found = model.objects.filter(reach, pk__in=keys).select_related(*names)
        url = f"{slug}_modeladmin_history"
        return {str(one.pk): Place(str(one), reverse(url, args=[one.pk]), True) for one in found}

    return places
