"""The six-monthly review of rights (TCVN 14423): drawn up by one who answers for them, confirmed by another, then carried out."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Min, OuterRef, Q, Subquery
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core import outbox
from cms.core.acts import tell
from cms.core.addresses import absolute
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority, ReviewLine, RightsReview, RoleHolder
from cms.core.models.review import ReviewState
from cms.core.roles import SUPERVISING_ROLES, Role
from cms.core.two_people import is_another

MONTHS = 6
#: Calendar days before the day on which start pages and one mail remind.
AHEAD = 14
#: Go through the list, and confirm what another has gone through, in their own authority.
REVIEWERS = frozenset({Role.ADMINISTRATOR, Role.FOCAL_HEAD, Role.HEAD})


def readable(user) -> set[int]:
    """Keys of the authorities whose lists this person reads."""
    return user.authorities_as(REVIEWERS | SUPERVISING_ROLES)


def may_review(user, authority: Authority) -> bool:
    return authority.pk in user.authorities_as(REVIEWERS)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    year, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + year, month + 1, 1)
    length = ((first + timedelta(days=31)).replace(day=1) - first).days
    return first.replace(day=min(day.day, length))


def holdings(authority: Authority, day: date):
    """Every role held that day or later, by unit, role and name."""
    found = RoleHolder.objects.filter(Q(until_on=None) | Q(until_on__gte=day), authority=authority)
    found = found.select_related("user", "unit", "delegation__holding__user")
    return found.order_by("unit__name", "role", "user__first_name", "pk")


def _with_days(authorities):
    """Each with the day that its last confirmed review set, and the first day of its first role."""
    confirmed = RightsReview.objects.filter(authority=OuterRef("pk"), state=ReviewState.CONFIRMED).order_by(
        "-decided_at"
    )
    next_on = Subquery(confirmed.values("next_on")[:1])
    return authorities.annotate(review_next_on=next_on, first_role_on=Min("role_holders__since_on"))


def _due(authority) -> date | None:
    if authority.review_next_on is not None:
        return authority.review_next_on
    return months_after(authority.first_role_on, MONTHS) if authority.first_role_on else None


def due_on(authority: Authority) -> date | None:
    """The day by which the list must be confirmed again; six months after the first role where it never was."""
    return _due(_with_days(Authority.objects.filter(pk=authority.pk)).get())


def due_for(user, day: date) -> list[tuple[Authority, date]]:
    """The authorities whose list this person should see to by now or soon."""
    keys = user.authorities_as(REVIEWERS)
    rows = (
        [(one, _due(one)) for one in _with_days(Authority.objects.filter(pk__in=keys)).order_by("name")] if keys else []
    )
    return [(one, until) for one, until in rows if until and until <= day + timedelta(days=AHEAD)]


# --- the acts ----------------------------------------------------------------------------------------------------
@transaction.atomic
def propose(*, authority: Authority, to_end, by, at: datetime) -> RightsReview:
    """Say of every role whether it is still right; `to_end` holds the keys of those to be ended. Nothing ends yet."""
    if not may_review(by, authority):
        raise NotAllowed(_("Quản trị, trưởng đơn vị đầu mối hoặc người đứng đầu của cơ quan rà soát quyền."))
    Authority.objects.select_for_update().get(pk=authority.pk)
    if authority.rights_reviews.filter(state=ReviewState.PROPOSED).exists():
        raise DomainError(_("Đang có một lần rà soát chờ xác nhận."))
    held, wanted = list(holdings(authority, local_day(at))), set(to_end)
    if wanted - {one.pk for one in held}:
        raise DomainError(_("Danh sách vừa thay đổi. Hãy xem lại rồi trình."))
    review = RightsReview(authority=authority, proposed_by=by, proposed_at=at)
    review.save(by=by)
    rows = review.saved_rows()
    for holding in held:
        line = ReviewLine(review=review, holding=holding, to_end=holding.pk in wanted)
        line.save(by=by)
        rows += line.saved_rows()
    data = {"lines": len(held), "to_end": len(wanted)}
    tell("rights_review.proposed", subject=review, by=by, at=at, authority=authority, rows=rows, data=data)
    return review


@transaction.atomic
def confirm(*, review: RightsReview, by, at: datetime) -> RightsReview:
    """Another person agrees: what was to end counts to yesterday, and the next review's day is set."""
    review = _to_decide(review, by)
    day, ended = local_day(at), 0
    for line in review.lines.filter(to_end=True).select_related("holding"):
        holding = line.holding
        if holding.user_id == by.pk:
            raise NotAllowed(_("Ông/bà không tự xác nhận việc kết thúc vai trò của mình. Cần một người khác."))
        if holding.until_on is None or holding.until_on >= day:
            holding.until_on = max(holding.since_on, day - timedelta(days=1))
            holding.save(by=by, reason=_("Rà soát quyền"))  # the record listens to roles by itself
            ended += 1
    review.state, review.decided_by, review.decided_at = ReviewState.CONFIRMED, by, at
    review.next_on = months_after(day, MONTHS)
    return _saved("rights_review.confirmed", review, by, at, data={"ended": ended, "next_on": review.next_on})


@transaction.atomic
def send_back(*, review: RightsReview, reason: str, by, at: datetime) -> RightsReview:
    """The other person does not agree, and says why; a new list is drawn up."""
    review = _to_decide(review, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao."), field="reason")
    review.state, review.decided_by, review.decided_at = ReviewState.RETURNED, by, at
    return _saved("rights_review.returned", review, by, at, reason=reason)


def may_decide(user, review: RightsReview) -> bool:
    another = is_another(
        user, review.proposed_by_id, roles=REVIEWERS, authority_id=review.authority_id, begun_in=REVIEWERS,
        begun_on=local_day(review.proposed_at),
    )  # fmt: skip
    return may_review(user, review.authority) and another


def _to_decide(review, by):
    review = RightsReview.objects.select_for_update(of=("self",)).select_related("authority").get(pk=review.pk)
    if review.state != ReviewState.PROPOSED:
        raise DomainError(_("Lần rà soát này không còn chờ xác nhận."))
    if not may_decide(by, review):
        raise NotAllowed(_("Người rà soát không tự xác nhận. Cần một người khác có quyền rà soát của cơ quan."))
    return review


def _saved(kind, review, by, at, *, data=None, reason=""):
    review.save(by=by, reason=reason)
    told = {"by": by, "at": at, "authority": review.authority, "rows": review.saved_rows(), "reason": reason}
    tell(kind, subject=review, data=data, **told)
    return review


# --- reminding ---------------------------------------------------------------------------------------------------
def remind(at: datetime) -> int:
    """One mail to each who may see to it, fourteen days ahead and once more when the day has passed; returns how many."""
    day, sent = local_day(at), 0
    for authority in _with_days(Authority.objects.filter(is_open=True)):
        until = _due(authority)
        if until is None or until > day + timedelta(days=AHEAD):
            continue
        step = "late" if until < day else "soon"
        people = RoleHolder.objects.current(day).filter(role__in=REVIEWERS, authority=authority, user__is_active=True)
        for person in {held.user for held in people.select_related("user")}:
            occasion = f"rights-review:{authority.pk}:{until.isoformat()}:{step}:{person.pk}"
            if person.email and outbox.posted(occasion) is None:
                _mail(person, authority, until, step, at, occasion)
                sent += 1
    return sent


def _mail(person, authority, until, step, at, occasion):
    words = {"person": person, "authority": authority, "until": short(until), "is_late": step == "late"}
    words["url"] = absolute(reverse("rights_review:list"))
    text = render_to_string("wagtailadmin/accounts/rights_review.txt", words)
    subject = _("Rà soát quyền của %(authority)s") % {"authority": authority.short_name}
    outbox.post(kind="rights_review", to=person.email, subject=subject, text=text, at=at, once=occasion)
