"""Who may enter the admin: everyone who holds a role today. What they see and do there, the gates decide."""

from django.contrib.auth.backends import BaseBackend

ENTER = "wagtailadmin.access_admin"


class RoleBackend(BaseBackend):
    """Signs nobody in; it lets those in who hold a role, for as long as they hold it."""

    def get_all_permissions(self, user_obj, obj=None):
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None or not user_obj.current_roles:
            return set()
        return {ENTER}

    def has_perm(self, user_obj, perm, obj=None):
        return perm == ENTER and perm in self.get_all_permissions(user_obj, obj=obj)
