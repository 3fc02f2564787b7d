"""Permissions by Vietnamese names: Django stores them in English, and Wagtail's screen of groups shows what is stored."""

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Permission
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import override

_VERBS = {
    "add": "Thêm",
    "change": "Sửa",
    "delete": "Xóa",
    "bulk_delete": "Xóa cả trang con của",
    "view": "Xem",
    "choose": "Chọn",
    "publish": "Đăng",
    "lock": "Khóa, mở khóa của mình ở",
    "unlock": "Mở mọi khóa ở",
}
_OTHERS = {"access_admin": "Vào trang quản trị"}


def listen():
    post_migrate.connect(name_permissions, dispatch_uid="core.permission_names")


def name_permissions(app_config, using, **kwargs):
    """Name the permissions of an app after its models. Asks for them first: whose turn it is, Django leaves open."""
    if app_config.models_module is None or "auth_permission" not in connections[using].introspection.table_names():
        return
    create_permissions(app_config, using=using, **kwargs)
    permissions = Permission.objects.using(using).filter(content_type__app_label=app_config.label)
    with override("vi"):
        for permission in permissions.select_related("content_type"):
            name = name_of(permission)
            if name and name != permission.name:
                permission.name = name
                permission.save(update_fields=["name"])


def name_of(permission) -> str:
    """The Vietnamese name; empty where the code's own name is all there is."""
    model = permission.content_type.model_class()
    if model is None:
        return ""
    verb = permission.codename.removesuffix(f"_{permission.content_type.model}")
    if verb in _VERBS and verb != permission.codename:
        return f"{_VERBS[verb]} {model._meta.verbose_name}"[:255]
    return _OTHERS.get(permission.codename, "")
