"""Counters of attempts that must survive a restart: sending, look-up, sign-in (security.md, rate limits)."""

from django.db import models


class Attempt(models.Model):
    """How often something was tried under a key within one window."""

    key = models.CharField("khóa", max_length=100)
    window = models.DateTimeField("từ lúc")
    count = models.PositiveIntegerField("số lần", default=0)

    class Meta:
        verbose_name = "số lần thử"
        verbose_name_plural = "số lần thử"
        constraints = [models.UniqueConstraint(name="attempt_once_a_window", fields=["key", "window"])]
        indexes = [models.Index(name="attempt_by_window", fields=["window"])]

    def __str__(self):
        return f"{self.key}: {self.count}"
