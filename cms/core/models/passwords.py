"""Passwords that a person had, as hashes: none of the last ten comes back (security.md, section 3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UsedPassword(models.Model):
    """One password of one account, and since when: its hash only, made by the site's own hasher."""

    user = models.ForeignKey("core.User", verbose_name=_("tài khoản"), on_delete=models.PROTECT, related_name="+")
    hash = models.CharField(_("giá trị băm"), max_length=128)
    since = models.DateTimeField(_("từ lúc"))

    class Meta:
        verbose_name = _("mật khẩu đã dùng")
        verbose_name_plural = _("mật khẩu đã dùng")
        indexes = [models.Index(name="used_password_latest", fields=["user", "-since"])]

    def __str__(self):
        return f"{self.user}: {self.since:%d/%m/%Y}"
