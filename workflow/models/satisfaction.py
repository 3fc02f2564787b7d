"""What people thought of how their request was answered: one level, perhaps some words, and nobody's name."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority
from workflow.remedy_choices import Level


class Satisfaction(models.Model):
    """One answer to the one question, once for each case.

    No key leads to the case. `case_mark` is a keyed hash of its number: enough to refuse a second answer, useless
    without the server's pepper for telling who said what. No history: nobody may change or name it.
    """

    authority = models.ForeignKey(Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="+")
    case_mark = models.CharField(_("dấu hồ sơ"), max_length=64, unique=True, editable=False)
    given_on = models.DateField(_("ngày trả lời"))
    level = models.PositiveSmallIntegerField(_("mức"), choices=Level)
    words = models.CharField(_("lời góp ý"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("mức hài lòng")
        verbose_name_plural = _("mức hài lòng")
        indexes = [models.Index(name="satisfaction_by_day", fields=["authority", "given_on"])]
        constraints = [
            models.CheckConstraint(
                name="satisfaction_level_known", condition=models.Q(level__gte=Level.VERY_BAD, level__lte=Level.VERY_GOOD)
            )
        ]  # fmt: skip

    def __str__(self):
        return str(self.get_level_display())
