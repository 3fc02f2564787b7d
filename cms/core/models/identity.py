"""Who at the identity provider is which account here: written down by an administrator, never guessed from an address."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.models.user import User


class Identity(Audited):
    """One subject (`sub`) of one issuer (`iss`) signs in as one account, until the binding ends."""

    user = models.ForeignKey(User, verbose_name=_("tài khoản"), on_delete=models.PROTECT, related_name="identities")
    issuer = models.CharField(_("nơi cấp"), max_length=200)
    subject = models.CharField(_("mã định danh"), max_length=255)
    ended_at = models.DateTimeField(_("gỡ lúc"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("định danh để đăng nhập")
        verbose_name_plural = _("định danh để đăng nhập")
        constraints = [
            models.UniqueConstraint(
                name="identity_is_one_account", fields=["issuer", "subject"], condition=Q(ended_at=None)
            ),
            models.UniqueConstraint(
                name="account_has_one_identity", fields=["issuer", "user"], condition=Q(ended_at=None)
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.subject}"
