"""People who sign in, and the roles they hold: since when, until when, where."""

from datetime import date

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.core.dates import today
from cms.core.history import Audited, AuditedQuerySet, records
from cms.core.models.authority import Authority
from cms.core.models.delegation import Delegation, DelegationState
from cms.core.models.unit import Unit
from cms.core.roles import SUPERVISING_ROLES, WHOLE_AUTHORITY_ROLES, Role


class Closed(models.TextChoices):
    """Why an account is closed. Whoever left comes back with new roles; whoever was idle keeps theirs."""

    BY_HAND = "BY_HAND", _("quản trị khóa")
    IDLE = "IDLE", _("lâu không dùng")
    LEFT = "LEFT", _("đã nghỉ việc, chuyển công tác")


class User(AbstractUser):
    """A member of staff. Vietnamese names are one field: the whole name stands in `first_name`."""

    first_name = models.CharField(_("họ và tên"), max_length=150)
    last_name = models.CharField(_("(không dùng)"), max_length=150, blank=True)
    email = models.EmailField(_("thư điện tử công vụ"), blank=True)
    post = models.CharField(_("chức vụ"), max_length=100, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=30, blank=True)

    closed_for = models.CharField(_("khóa vì"), max_length=10, choices=Closed, blank=True)
    # Days without a sign-in are counted from here where it is later: an account opened again is not idle from before.
    awake_on = models.DateField(_("tính không dùng từ ngày"), null=True, blank=True)

    #: No role and no superuser has it: history, decisions and the record need the name of whoever acted.
    NOBODYS_RIGHT = "core.delete_user"

    objects = UserManager()
    history = records(excluded_fields=["password", "last_login"])

    class Meta:
        verbose_name = _("tài khoản")
        verbose_name_plural = _("tài khoản")
        constraints = [
            models.CheckConstraint(
                name="closed_account_says_why", condition=Q(is_active=True, closed_for="") | Q(is_active=False)
            ),
        ]

    def __str__(self):
        return self.get_full_name() or self.username

    def has_perm(self, perm, obj=None):
        """As Django answers it, save for deleting accounts: that door is closed to superusers, too."""
        return perm != self.NOBODYS_RIGHT and super().has_perm(perm, obj)

    def delete(self, *args, **kwargs):
        raise TypeError("An account is disabled, never deleted: see cms.core.accounts.services.disable().")

    def get_full_name(self):
        return self.first_name.strip()

    def get_short_name(self):
        return self.get_full_name()

    # Read once a request: every door asks these many times.
    @cached_property
    def current_roles(self) -> list["RoleHolder"]:
        """The roles held today, of an account that is active."""
        if not self.is_active:
            return []
        return list(self.role_holdings.current(today()).select_related("authority", "unit", "delegation__holding"))

    def has_role(self, role: str, authority: Authority | None = None, unit: Unit | None = None) -> bool:
        """Whether the person holds the role today, in that authority, and in that unit where one is named."""
        return any(
            held.role == role
            and (authority is None or held.authority_id == authority.pk)
            and (unit is None or held.unit_id is None or held.unit_id == unit.pk)
            for held in self.current_roles
        )

    def authorities_as(self, roles) -> set[int]:
        """Keys of the authorities in which the person holds one of the roles today."""
        return {held.authority_id for held in self.current_roles if held.role in roles}

    def units_as(self, roles) -> set[int]:
        """Keys of the units for which the person holds one of the roles today."""
        return {held.unit_id for held in self.current_roles if held.role in roles and held.unit_id}

    @property
    def works_for(self) -> set[int]:
        """Authorities whose cases this person sees whole."""
        return self.authorities_as(WHOLE_AUTHORITY_ROLES)


class RoleHolderQuerySet(AuditedQuerySet):
    def current(self, day: date):
        """Holdings in force on that day; what was passed on counts until it is ended, and no longer than its giver has it."""
        giver = Q(delegation__holding__until_on=None) | Q(delegation__holding__until_on__gte=day)
        own = Q(delegation=None) | (Q(delegation__state=DelegationState.CONFIRMED) & giver)
        return self.filter(own, since_on__lte=day).filter(Q(until_on=None) | Q(until_on__gte=day))


class RoleHolder(Audited):
    """One person holds one role in one authority, perhaps for one unit, from a day, perhaps to a day."""

    user = models.ForeignKey(User, verbose_name=_("người"), on_delete=models.PROTECT, related_name="role_holdings")
    role = models.CharField(_("vai trò"), max_length=20, choices=Role)
    authority = models.ForeignKey(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="role_holders"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("đơn vị"), null=True, blank=True, on_delete=models.PROTECT, related_name="role_holders"
    )
    since_on = models.DateField(_("từ ngày"))
    until_on = models.DateField(_("đến hết ngày"), null=True, blank=True)
    decision = models.CharField(
        _("quyết định giao"), max_length=200, blank=True, help_text=_("Số, ngày văn bản giao việc")
    )
    delegation = models.OneToOneField(
        Delegation,
        verbose_name=_("ủy quyền"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="given",
    )

    history = records()
    objects = RoleHolderQuerySet.as_manager()

    class Meta:
        verbose_name = _("vai trò được giao")
        verbose_name_plural = _("vai trò được giao")
        ordering = ["user", "role"]
        constraints = [
            models.CheckConstraint(
                name="role_ends_after_it_begins", condition=Q(until_on=None) | Q(until_on__gte=F("since_on"))
            ),
            models.CheckConstraint(
                name="supervision_is_a_dated_grant",
                condition=~Q(role__in=sorted(SUPERVISING_ROLES)) | Q(until_on__isnull=False),
            ),
            models.CheckConstraint(
                name="originating_role_names_its_unit",
                condition=~Q(role=Role.ORIGINATING_UNIT) | Q(unit__isnull=False),
            ),
            models.CheckConstraint(
                name="delegated_role_ends", condition=Q(delegation=None) | Q(until_on__isnull=False)
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()}"
