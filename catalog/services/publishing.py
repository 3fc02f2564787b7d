"""The second of two looks, and with it publication; withdrawal; the end of a period.

Every door ends in `_go_public`: the screen, the list of titles, the schedule, and whatever Wagtail itself would publish.
"""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog import access, clock, item_entries
from catalog.choices import ItemState, VersionKind
from catalog.models import InformationItem, ItemVersion
from catalog.models.fault import worst_of
from catalog.services import content, drafts
from catalog.services.acting import NotNow, begin, finish, need
from catalog.services.checking import refuse_gaps, refuse_incomplete
from cms.audit.record import refused
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.two_people import is_another

_ACTS = {
    VersionKind.FIRST: "item.published",
    VersionKind.UPDATE: "item.updated",
    VersionKind.CORRECTION: "item.corrected",
    VersionKind.AGAIN: "item.published_again",
}
SAME_PERSON = _("Người đã kiểm tra lần một không được đăng. Cần một người khác của đơn vị đầu mối.")


@transaction.atomic
def publish(*, item, seen, by, at, go_live_at: datetime | None = None) -> InformationItem:
    """Look a second time and publish now, or approve now and let the schedule publish at `go_live_at`."""
    item = begin(item, seen=seen, by=by)
    _second_person(item, by)
    if go_live_at is not None and go_live_at > at:
        return _schedule(item, go_live_at, by, at)
    return _go_public(item, by, at)


def publish_listed(*, listed, by, at) -> tuple[list[InformationItem], list[tuple[InformationItem, str]]]:
    """Approve a list of shown titles at once. Each item is an act of its own: one that cannot go hinders no other.

    `listed` are (item, version seen). Returns what was published, and what was not with the sentence that says why.
    """
    done, left = [], []
    for item, seen in listed:
        try:
            done.append(publish(item=item, seen=seen, by=by, at=at))
        except DomainError as error:
            if isinstance(error, NotAllowed):
                refused("item.publish", subject=item, by=by, at=at, reason=str(error))
            left.append((item, str(error)))
    return done, left


@transaction.atomic
def publish_revision(*, item, revision, by) -> InformationItem:
    """What Wagtail's own ways to publish come to: the checked revision only, by a second person or as one approved it."""
    at = timezone.now()
    item = begin(item, seen=None, by=by)
    if item.checked_revision_id is None or revision.pk != item.checked_revision_id:
        raise NotAllowed(_("Dự thảo này chưa được kiểm tra lần một nên không đăng được."))
    if item.approved_by_id is not None and item.go_live_at and item.go_live_at <= at:
        return _go_public(item, item.approved_by, at)
    need(by is not None, SAME_PERSON)
    _second_person(item, by)
    return _go_public(item, by, at)


def publish_due(at: datetime) -> int:
    """Publish what was approved for a time that has come; returns how many."""
    due = InformationItem.objects.filter(approved_by__isnull=False, go_live_at__lte=at).select_related(
        "checked_revision"
    )
    published = 0
    for item in due:
        try:
            item.publish(item.checked_revision)
            published += 1
        except DomainError as error:
            _give_up(item, str(error), at)
    return published


@transaction.atomic
def _give_up(item, why, at):
    """What cannot be published at its time goes back to be looked at, and hinders no other item."""
    item = item.locked_row(None)
    drafts.forget_check(item)
    item.version += 1
    item.save_quietly()
    finish("item.returned", item, by=None, at=at, reason=why)


@transaction.atomic
def withdraw(*, item, seen, reason, by, at) -> InformationItem:
    """Take it from public view at once. Its address keeps saying that it was withdrawn, when and why."""
    item = begin(item, seen=seen, by=by)
    need(access.can_publish(by, item), _("Chỉ người của đơn vị đầu mối gỡ được mục đã công khai."))
    if not item.live:
        raise NotNow(_("Mục này không đang công khai."))
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao gỡ. Lý do hiện ở địa chỉ của mục."), field="reason")
    item.withdrawn_on, item.withdrawn_reason = local_day(at), reason.strip()
    _leave(item, ItemState.WITHDRAWN)
    item.save(by=by, reason=reason)
    return finish("item.withdrawn", item, by=by, at=at, reason=reason)


@transaction.atomic
def expire(*, item, at) -> InformationItem | None:
    """The period is over: the row says so too. None where it is not, so that the job may run twice."""
    item = begin(item, seen=None, by=None)
    if not item.live or access.is_public(item, local_day(at)):
        return None
    item.expired_on = item.until_on
    _leave(item, ItemState.EXPIRED)
    item.save()
    return finish("item.expired", item, by=None, at=at, data={"until_on": item.until_on})


def expire_due(at: datetime) -> int:
    """End what should have ended; the public saw nothing of it since the day itself (access.public)."""
    over = InformationItem.objects.filter(live=True, until_on__lt=local_day(at))
    return sum(expire(item=item, at=at) is not None for item in over)


def unpublished_by_wagtail(*, item, set_expired: bool, by):
    """Its schedule may end a period that is over; anything else is a withdrawal, which needs a reason."""
    if set_expired and by is None:
        return expire(item=item, at=timezone.now())
    raise NotAllowed(_("Gỡ mục đã công khai phải có lý do. Hãy dùng việc “Gỡ”."))


# --- what all of them do -----------------------------------------------------------------------------------------
def _second_person(item, by) -> None:
    need(access.can_publish(by, item), _("Việc kiểm tra lần hai và đăng là của đơn vị đầu mối."))
    if not item.has_unpublished_changes:
        raise NotNow(_("Mục này không có dự thảo nào chờ đăng."))
    if item.checked_revision_id is None:
        raise NotNow(_("Đơn vị tạo ra thông tin chưa kiểm tra lần một."))
    need(_is_another(item, by), SAME_PERSON)


def _is_another(item, by) -> bool:
    told = {"roles": access.SECOND, "authority_id": item.authority_id, "begun_in": access.CHECKING}
    return is_another(by, item.checked_by_id, begun_on=local_day(item.checked_at), **told)


def _schedule(item, go_live_at, by, at):
    refuse_incomplete(item)
    item.approved_by, item.approved_at, item.go_live_at = by, at, go_live_at
    item.version += 1
    item.save_quietly()
    item.checked_revision.approved_go_live_at = go_live_at
    item.checked_revision.save(update_fields=["approved_go_live_at"])
    return finish("item.scheduled", item, by=by, at=at, data={"go_live_at": go_live_at})


def _go_public(item, by, at) -> InformationItem:
    """Everything that publication is: complete, the checked revision, a version, the row, one history row, one entry."""
    if item.latest_revision_id != item.checked_revision_id or not _is_another(item, by):
        raise NotAllowed(SAME_PERSON)
    day, kind = local_day(at), item.pending_kind
    content.take_over(item, item.checked_revision.content)
    last = item.versions.order_by("-number").first() if item.published_on else None
    number = last.number + 1 if last else 1
    files, links = _next_parts(item, number)
    refuse_gaps(item, files=len(files), links=len(links))
    _dates(item, day, kind)
    facts = content.facts_of(item)
    version = ItemVersion.objects.create(
        item=item,
        number=number,
        kind=kind,
        facts=facts,
        reason=item.pending_reason,
        wrong=item.pending_wrong,
        right=item.pending_right,
        sha256=content.digest(facts, files, links),
        checked_by_id=item.checked_by_id,
        checked_at=item.checked_at,
        published_by=by,
        published_at=at,
    )
    if item.pending_withholds and last:
        last.is_withheld = True
        last.save(update_fields=["is_withheld"])
    reason = item.pending_reason
    item.main_url = links[0].url if links else ""
    item.main_file = files[0] if files and not links else None
    item.broken_since = worst_of(item)
    item.current_version, item.live, item.state = version, True, ItemState.PUBLISHED
    item.live_revision, item.last_published_at = item.checked_revision, at
    item.first_published_at = item.first_published_at or at
    _close_draft(item)
    item.version += 1
    item.save(by=by, reason=reason)
    item_entries.put(item, files)
    return finish(
        _ACTS[kind], item, by=by, at=at, reason=reason, data={"version": number, "sha256": version.sha256, "kind": kind}
    )


def _dates(item, day, kind):
    item.published_on = item.published_on or day  # the first day: late stays late
    item.updated_on = day
    item.withdrawn_on, item.withdrawn_reason, item.expired_on = None, "", None
    if kind == VersionKind.CORRECTION:
        item.corrected_on = day
    if kind == VersionKind.AGAIN and item.until_on and item.until_on < day:
        item.until_on = None
    if item.until_on is None and item.group_id and item.group.posting_days:
        item.until_on = clock.posted_until(day, item.group.posting_days)
    if item.until_on is not None:
        if item.until_on < day:
            raise DomainError(_("Ngày hết thời hạn công khai đã qua."), field="until_on")
        # Wagtail's schedule looks at moments: the first one after the last day.
        item.expire_at = timezone.make_aware(datetime.combine(item.until_on + timedelta(days=1), time()))
    else:
        item.expire_at = None
    item.next_update_on = clock.next_update(item.update_cycle, day)
    item.expired = False


def _next_parts(item, number):
    """Files and links of this version: what leaves ends with the version before, what is new begins here."""
    kept = []
    for parts in (item.files, item.links):
        if number > 1:
            parts.filter(is_leaving=True, last_version=None).update(last_version=number - 1)
        rows = list(parts.filter(last_version=None))
        if any(row.first_version is None for row in rows):
            parts.filter(first_version=None).update(first_version=number)
            for row in rows:
                row.first_version = row.first_version or number
        kept.append(rows)
    return kept


def _close_draft(item):
    drafts.forget_check(item)
    item.pending_kind = VersionKind.UPDATE
    item.pending_reason = item.pending_wrong = item.pending_right = ""
    item.pending_withholds = item.has_unpublished_changes = False
    item.locked, item.locked_by, item.locked_at = False, None, None


def _leave(item, state):
    """Nothing of it is public any more; versions and files stay, out of reach."""
    item_entries.drop(item)
    item.live, item.state, item.current_version = False, state, None
    item.main_url, item.main_file, item.next_update_on, item.broken_since = "", None, None, None
    item.expired = state == ItemState.EXPIRED
    item.expire_at = None
    drafts.forget_check(item)
    item.version += 1
