"""Bodies that an authority took over: their information and open cases passed on to it (L26 Điều 31.1)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models.authority import Authority

PEOPLE = {"on_delete": models.PROTECT, "related_name": "+"}


class Level(models.TextChoices):
    """Of the body that was; the district level ended on 01/07/2025."""

    PROVINCE = "PROVINCE", _("Cấp tỉnh")
    DISTRICT = "DISTRICT", _("Cấp huyện")
    COMMUNE = "COMMUNE", _("Cấp xã")
    DEPARTMENT = "DEPARTMENT", _("Sở, ban, ngành")
    SERVICE_UNIT = "SERVICE_UNIT", _("Đơn vị sự nghiệp công lập")


class PredecessorQuerySet(AuditedQuerySet):
    def confirmed(self):
        """Looked at by a second person: what was to pass on has passed on."""
        return self.filter(confirmed_by__isnull=False)


class Predecessor(Audited):
    """One body that ended, and the authority that stepped into its place; entered by one person, confirmed by another."""

    successor = models.ForeignKey(
        Authority, verbose_name=_("cơ quan tiếp nhận"), on_delete=models.PROTECT, related_name="predecessors"
    )
    #: The body's own row, where it worked in this installation; else nothing moves and only its name is kept.
    former = models.OneToOneField(
        Authority,
        verbose_name=_("cơ quan trong hệ thống này"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="passed_on",
    )
    name = models.CharField(_("tên cơ quan trước"), max_length=200)
    level = models.CharField(_("cấp"), max_length=20, choices=Level)
    ended_on = models.DateField(_("ngày kết thúc hoạt động"))
    decision = models.CharField(_("văn bản sắp xếp"), max_length=200, help_text=_("Số, ngày nghị quyết, quyết định"))
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("người đề nghị"), **PEOPLE)
    proposed_at = models.DateTimeField(_("đề nghị lúc"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người xác nhận"), null=True, blank=True, **PEOPLE
    )
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)

    history = records()
    objects = PredecessorQuerySet.as_manager()

    class Meta:
        verbose_name = _("cơ quan trước khi sắp xếp")
        verbose_name_plural = _("cơ quan trước khi sắp xếp")
        ordering = ["-ended_on", "name"]
        constraints = [
            models.UniqueConstraint(name="predecessor_once", fields=["successor", "name"]),
            models.CheckConstraint(name="predecessor_is_another", condition=Q(former=None) | ~Q(former=F("successor"))),
            models.CheckConstraint(
                name="predecessor_confirmed_by_another",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | (Q(confirmed_by__isnull=False, confirmed_at__isnull=False) & ~Q(confirmed_by=F("proposed_by"))),
            ),
        ]

    def __str__(self):
        return self.name


def successor_code(code: str) -> str | None:
    """Under which code the body that had this one is found today, also after several reorganisations; None if it is not."""
    found, seen = None, set()
    while code not in seen:
        seen.add(code)
        rows = Predecessor.objects.confirmed().filter(former__code=code, former__is_open=False)
        following = rows.values_list("successor__code", flat=True).first()
        if following is None:
            return found
        found = code = following
    return None


def former_names(code: str) -> list[str]:
    """What the bodies were called whose place the authority of this code took; none for the whole installation."""
    return (
        list(Predecessor.objects.confirmed().filter(successor__code=code).values_list("name", flat=True))
        if code
        else []
    )


def family_of(authority: Authority) -> list[int]:
    """Keys of the authority and of all whose place it took, one after another."""
    found, fresh = [authority.pk], [authority.pk]
    while fresh:
        rows = Predecessor.objects.confirmed().filter(successor__in=fresh, former__isnull=False)
        fresh = [key for key in rows.values_list("former", flat=True) if key not in found]
        found += fresh
    return found
