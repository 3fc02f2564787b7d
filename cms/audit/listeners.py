"""What happens without a service of ours: sign-ins, changes of rights, Wagtail's own log, copied into the chain.

A signal may come outside a transaction; each listener opens one, or joins the caller's. Nothing is decided here.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from simple_history.models import HistoricalRecords
from simple_history.signals import post_create_historical_record
from wagtail.models import (
    GroupCollectionPermission,
    GroupPagePermission,
    ModelLogEntry,
    Page,
    PageLogEntry,
    WorkflowState,
)

from cms.audit.record import CITIZEN, SYSTEM, Subject, record, refused
from cms.core import page_rights
from cms.core.acts import acted, was_refused
from cms.core.models import RoleHolder
from cms.core.secrets import keyed_hash

#: Fields of an account that decide what the person may do.
_RIGHTS_OF_ACCOUNT = ("is_active", "is_staff", "is_superuser", "username", "email")
_HISTORY_KINDS = {"+": "created", "~": "changed", "-": "deleted"}
_M2M_KINDS = {"post_add": "rights.granted", "post_remove": "rights.taken", "post_clear": "rights.taken"}


def connect():
    """Listen; called once, when the apps are ready."""
    user = get_user_model()
    user_logged_in.connect(signed_in, dispatch_uid="audit.signed_in")
    user_logged_out.connect(signed_out, dispatch_uid="audit.signed_out")
    user_login_failed.connect(sign_in_failed, dispatch_uid="audit.sign_in_failed")
    for log in (PageLogEntry, ModelLogEntry):
        post_save.connect(wagtail_logged, sender=log, dispatch_uid=f"audit.{log.__name__}")
    for through in (user.groups.through, user.user_permissions.through, Group.permissions.through):
        m2m_changed.connect(rights_changed, sender=through, dispatch_uid=f"audit.{through.__name__}")
    for permission in (GroupPagePermission, GroupCollectionPermission):
        post_save.connect(permission_granted, sender=permission, dispatch_uid=f"audit.{permission.__name__}.saved")
        post_delete.connect(permission_taken, sender=permission, dispatch_uid=f"audit.{permission.__name__}.deleted")
    post_create_historical_record.connect(
        role_changed, sender=RoleHolder.history.model, dispatch_uid="audit.role_changed"
    )
    post_create_historical_record.connect(
        account_changed, sender=user.history.model, dispatch_uid="audit.account_changed"
    )
    acted.connect(told, dispatch_uid="audit.told")
    was_refused.connect(told_refused, dispatch_uid="audit.told_refused")


# --- acts of the room below --------------------------------------------------------------------------------------


def told(sender, kind, signal=None, **facts):
    """An act on an office or an account, in the transaction that it was done in."""
    record(kind, **facts)


def told_refused(sender, attempted, signal=None, **facts):
    refused(attempted, **facts)


# --- sign-in -----------------------------------------------------------------------------------------------------


@transaction.atomic
def signed_in(sender, request, user, **kwargs):
    record("account.signed_in", subject=user, by=user, address=_address_of(request))


@transaction.atomic
def signed_out(sender, request, user, **kwargs):
    if user is not None:
        record("account.signed_out", subject=user, by=user, address=_address_of(request))


@transaction.atomic
def sign_in_failed(sender, credentials, request=None, **kwargs):
    """A name nobody here has may be a password typed in the wrong field: only its keyed hash is kept."""
    model = get_user_model()
    name = str(credentials.get(model.USERNAME_FIELD) or credentials.get("username") or "")
    user = model._default_manager.filter(**{model.USERNAME_FIELD: name}).first()
    record(
        "account.sign_in_failed",
        subject=user,
        by=CITIZEN,
        data={} if user else {"username_hash": keyed_hash("audit.username", name)},
        address=_address_of(request),
    )


# --- Wagtail's own log -------------------------------------------------------------------------------------------


@transaction.atomic
def wagtail_logged(sender, instance, created, raw=False, **kwargs):
    """Which act on which object by whom; titles and what was changed stay in Wagtail's log."""
    if not created or raw:
        return
    page = isinstance(instance, PageLogEntry)
    if page:
        subject = Subject(type="wagtailcore.page", id=str(instance.page_id))
    else:
        subject = Subject(
            type=f"{instance.content_type.app_label}.{instance.content_type.model}", id=str(instance.object_id)
        )
    data = {"log": instance.pk, "deleted": bool(instance.deleted)}
    if page and instance.revision_id:
        data |= {"revision": instance.revision_id, "author": instance.revision.user_id}
    if task_state := (instance.data or {}).get("workflow", {}).get("task_state_id"):
        # Both people of a moderation: who sent the words stands beside who decides on them.
        submitted = WorkflowState.objects.filter(task_states=task_state).values_list("requested_by", flat=True)
        data["submitted_by"] = submitted.first()
    record(
        instance.action,
        subject=subject,
        by=instance.user,
        at=instance.timestamp,
        authority=_authority_of_page(instance.page_id) if page else None,
        data=data,
    )


def _authority_of_page(key):
    page = Page.objects.filter(pk=key).only("path").first()
    return page_rights.authority_of(page) if page else None


# --- rights ------------------------------------------------------------------------------------------------------


@transaction.atomic
def rights_changed(sender, instance, action, reverse, model, pk_set, **kwargs):
    """Groups of an account, permissions of an account or of a group."""
    if action not in _M2M_KINDS or (action != "post_clear" and not pk_set):
        return
    data = {"of": model._meta.label_lower, "ids": sorted(pk_set or ()), "all": action == "post_clear"}
    record(_M2M_KINDS[action], subject=instance, by=_person_at_work(), data=data)


@transaction.atomic
def permission_granted(sender, instance, created, raw=False, **kwargs):
    if not raw:
        record("rights.granted", subject=instance.group, by=_person_at_work(), data=_permission(instance))


@transaction.atomic
def permission_taken(sender, instance, **kwargs):
    # The group may be on its way out too: its key is enough.
    group = Subject(type=Group._meta.label_lower, id=str(instance.group_id))
    record("rights.taken", subject=group, by=_person_at_work(), data=_permission(instance))


@transaction.atomic
def role_changed(sender, instance, history_instance, **kwargs):
    record(
        f"role.{_HISTORY_KINDS[history_instance.history_type]}",
        subject=instance,
        by=history_instance.history_user or _person_at_work(),
        rows=[history_instance],
        reason=history_instance.history_change_reason or "",
    )


@transaction.atomic
def account_changed(sender, instance, history_instance, **kwargs):
    """Only what decides who the person is and what they may do: a sign-in saves the account too."""
    if history_instance.history_type == "~":
        before = (
            type(history_instance)
            ._default_manager.filter(**{instance._meta.pk.attname: instance.pk})
            .exclude(history_id=history_instance.history_id)
            .order_by("-history_id")
            .values(*_RIGHTS_OF_ACCOUNT)
            .first()
        )
        if before == {name: getattr(history_instance, name) for name in _RIGHTS_OF_ACCOUNT}:
            return
    record(
        f"account.{_HISTORY_KINDS[history_instance.history_type]}",
        subject=instance,
        by=history_instance.history_user or _person_at_work(),
        rows=[history_instance],
        reason=history_instance.history_change_reason or "",
    )


def _permission(instance) -> dict:
    place = getattr(instance, "page_id", None) or getattr(instance, "collection_id", None)
    return {"of": instance._meta.label_lower, "permission": instance.permission_id, "place": place}


def _address_of(request):
    return getattr(request, "client_address", None)


def _person_at_work():
    """Who is signed in on the request being served; the system where there is none."""
    user = getattr(getattr(HistoricalRecords.context, "request", None), "user", None)
    return user if user is not None and user.is_authenticated else SYSTEM
