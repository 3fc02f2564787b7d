"""Đôn đốc: one letter to those that have not reported, numbered by the registry, mailed to each of them."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day, short
from cms.core.errors import DomainError
from cms.core.models import RoleHolder
from cms.core.text import nfc
from home.models import Assignment, Reminder, ReminderLetter
from home.plans import access, letters, notices
from home.plans.acting import seal
from home.plans.choices import PlanState, ReminderState
from workflow.models import Letter


def signers_of(authority, day):
    """Who may sign for the authority on that day: role holdings, each person once."""
    held = RoleHolder.objects.current(day).filter(authority=authority, role__in=access.DECIDERS)
    people = {one.user_id: one.user for one in held.select_related("user").order_by("user__first_name", "pk")}
    return list(people.values())


@transaction.atomic
def draft_letter(*, plan, assignments, answer_by_on, signer, note="", by, at) -> ReminderLetter:
    """Write to those that owe a report. Nobody is urged twice on one day, nor while another letter waits."""
    plan = plan.locked(None)
    access.demand(access.may_manage(by, plan.authority), access.MANAGES)
    if plan.state != PlanState.ISSUED:
        raise DomainError(_("Chỉ đôn đốc văn bản đang thực hiện."))
    rows = _rows_of(plan, assignments)
    if not rows:
        raise DomainError(_("Chọn ít nhất một cơ quan chưa báo cáo."), field="assignments")
    day = local_day(at)
    for row in rows:
        _check_owing(row)
        _check_not_urged(row, day)
    if answer_by_on < day:
        raise DomainError(_("Ngày đề nghị báo cáo không được trước hôm nay."), field="answer_by_on")
    if signer not in signers_of(plan.authority, day):
        raise DomainError(_("Người này không ký thay mặt cơ quan được."), field="signer")
    letter = ReminderLetter(
        plan=plan,
        authority=plan.authority,
        answer_by_on=answer_by_on,
        note=nfc(note),
        signer_name=signer.get_full_name(),
        signer_post=signer.post,
        drafted_by=by,
        drafted_at=at,
    )
    letter.save(by=by)
    reminders = [Reminder(letter=letter, assignment=row) for row in rows]
    for reminder in reminders:
        reminder.save(by=by)
    codes = sorted({row.authority.code for row in rows})
    seal("plan.reminder_drafted", plan, [letter, *reminders], by=by, at=at, data={"authorities": codes})
    return letter


@transaction.atomic
def issue_letter(*, letter, number, symbol, issued_on, by, at) -> ReminderLetter:
    """The registry numbers the signed letter; its text is frozen and every authority gets one mail."""
    letter, reminders = _draft_of(letter)
    access.demand(access.may_number(by, letter.authority), access.NUMBERS)
    access.demand(
        access.is_another(by, letter.drafted_by_id, letter.authority, access.NUMBERING),
        _("Người soạn không tự phát hành văn bản."),
    )
    _check_number(letter, number, symbol, issued_on, at)
    for reminder in reminders:
        _check_owing(reminder.assignment)
        reminder.sent_on = issued_on
    letter.number, letter.symbol, letter.year = number.strip(), nfc(symbol), issued_on.year
    letter.issued_on, letter.issued_by, letter.issued_at = issued_on, by, at
    letters.freeze(letter, reminders)
    letter.state = ReminderState.ISSUED
    _save_numbered(letter, by)
    _save_once_a_day(reminders, issued_on, by)
    data = {"number": letter.label, "issued_on": issued_on, "reminders": len(reminders)}
    data |= {"sha256": letter.sha256, "pdf_sha256": letter.pdf_sha256}
    seal("plan.reminder_issued", letter.plan, [letter, *reminders], by=by, at=at, data=data)
    for authority, rows in letters.by_authority(reminders):
        notices.post(
            "plan_reminder",
            authority,
            about=letter.plan.label,
            once=f"plan-reminder:{letter.pk}:{authority.pk}",
            letter=letter,
            rows=rows,
            at=at,
        )
    return letter


@transaction.atomic
def drop_letter(*, letter, reason, by, at) -> ReminderLetter:
    """Give up a letter that has no number yet."""
    letter, _reminders = _draft_of(letter)
    is_allowed = access.may_manage(by, letter.authority) or access.may_number(by, letter.authority)
    access.demand(is_allowed, access.MANAGES)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao bỏ."), field="reason")
    letter.state = ReminderState.DROPPED
    letter.save(by=by, reason=nfc(reason))
    seal("plan.reminder_dropped", letter.plan, [letter], by=by, at=at, reason=nfc(reason))
    return letter


# --- checks ------------------------------------------------------------------------------------------------------
def _rows_of(plan, assignments) -> list[Assignment]:
    keys = {one.pk for one in assignments}
    found = Assignment.objects.select_for_update(of=("self",)).filter(pk__in=keys, task__plan=plan)
    return list(found.select_related("authority", "task").order_by("task__position", "authority__name"))


def _draft_of(letter):
    """The letter and its rows as they are now, held; it must still wait for the registry."""
    letter.plan.locked(None)  # one letter of a plan at a time
    fresh = ReminderLetter.objects.select_for_update(of=("self",)).select_related("authority", "plan").get(pk=letter.pk)
    if fresh.state != ReminderState.DRAFT:
        raise DomainError(_("Công văn này không còn chờ phát hành."))
    rows = fresh.reminders.select_related("assignment__authority", "assignment__task__plan")
    return fresh, list(rows.order_by("assignment__task__position", "assignment__authority__name"))


def _check_owing(row):
    if not row.is_owing or row.task.closed_at is not None:
        raise DomainError(
            _("%(authority)s không còn nợ báo cáo việc này. Hãy bỏ công văn và soạn lại.")
            % {"authority": row.authority.short_name},
            field="assignments",
        )


def _check_not_urged(row, day):
    earlier = row.reminders.exclude(letter__state=ReminderState.DROPPED)
    if earlier.filter(sent_on=day).exists():
        raise DomainError(
            _("%(authority)s đã được đôn đốc việc này trong ngày %(day)s.")
            % {"authority": row.authority.short_name, "day": short(day)},
            field="assignments",
        )
    if earlier.filter(letter__state=ReminderState.DRAFT).exists():
        raise DomainError(
            _("Đã có công văn đôn đốc %(authority)s đang chờ phát hành.") % {"authority": row.authority.short_name},
            field="assignments",
        )


def _check_number(letter, number, symbol, issued_on, at):
    if not number.strip() or not symbol.strip():
        raise DomainError(_("Nhập số và ký hiệu theo sổ văn thư."), field="number")
    if not local_day(letter.drafted_at) <= issued_on <= local_day(at):
        raise DomainError(_("Ngày văn bản phải từ ngày soạn đến hôm nay."), field="issued_on")
    same = Letter.objects.filter(authority=letter.authority, year=issued_on.year, symbol=nfc(symbol))
    if same.filter(number=number.strip()).exists():  # papers of requests are numbered in the same book
        raise _taken(number, symbol)


def _taken(number, symbol):
    return DomainError(
        _("Số %(number)s/%(symbol)s đã dùng trong năm. Xem lại sổ văn thư.")
        % {"number": number.strip(), "symbol": nfc(symbol)},
        field="number",
    )


def _save_numbered(letter, by):
    try:
        with transaction.atomic():
            letter.save(by=by)
    except IntegrityError as error:
        raise _taken(letter.number, letter.symbol) from error


def _save_once_a_day(reminders, day, by):
    """The database alone knows: two letters may be issued in the same second."""
    for reminder in reminders:
        try:
            with transaction.atomic():
                reminder.save(by=by)
        except IntegrityError as error:
            raise DomainError(
                _("%(authority)s đã được đôn đốc việc này trong ngày %(day)s.")
                % {"authority": reminder.assignment.authority.short_name, "day": short(day)}
            ) from error
