"""Lịch và thời hạn: this year and next, a draft and its confirmation, a change of days and its application."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.models import Entry
from cms.core.accounts.confirm import Confirmed
from cms.core.day_strip import WEEK
from cms.core.errors import NotAllowed
from cms.law import services as law
from cms.law.errors import CalendarError
from cms.law.models import CalendarChange, CalendarYear, ChangeState, YearState
from cms.law.services.people import may_propose
from workflow import access
from workflow.desk.calendars import year_table
from workflow.desk.calendars.base import ActPage, CalendarPage, put
from workflow.desk.calendars.forms import MORE_ROWS, ChangeForm, ConfirmForm, DayForm, ReasonForm, rows_of
from workflow.desk.calendars.outlook import shown_to
from workflow.desk.fields import DayField
from workflow.models import InformationRequest
from workflow.services import calendar_changes

#: Provisional requests listed on one page; the count is of all.
SHOWN = 30


def url_of_year(year: int) -> str:
    return reverse("calendars:year", args=[year])


class YearShown:
    """A year with its table; `record` is None where nobody has drafted it yet."""

    def __init__(self, year: int, record: CalendarYear | None):
        self.year, self.record = year, record
        days = record.days.select_related("entered_by") if record else ()
        self.rows = list(days)
        self.table = year_table.build(year, [day.special_day for day in self.rows])

    @property
    def name(self) -> str:
        """As people write a year: 2026, not 2.026."""
        return str(self.year)

    @property
    def is_confirmed(self) -> bool:
        return self.record is not None and self.record.state == YearState.CONFIRMED


class HomeView(ActPage):
    """This year and the next; whose due dates are provisional, and why."""

    template_name = "workflow/desk/calendars/home.html"
    attempts = {"draft": "calendar.year_proposed"}

    def get_page_title(self):
        return _("Lịch và thời hạn")

    def trail(self):
        return []

    def act(self, action):
        if action != "draft":
            return self.show()
        typed = self.request.POST.get("year", "")
        if not (typed.isascii() and typed.isdigit() and len(typed) == 4):
            raise CalendarError("Năm phải gồm bốn chữ số.", field="year")
        draft = law.propose_calendar_year(year=int(typed), by=self.request.user, at=self.at)
        messages.success(self.request, _("Đã lập bản nháp. Hãy đối chiếu từng ngày với thông báo."))
        return redirect(url_of_year(draft.year))

    def get_context_data(self, **kwargs):
        records = {record.year: record for record in CalendarYear.objects.select_related("entered_by", "confirmed_by")}
        wanted = (self.today.year, self.today.year + 1)
        provisional = InformationRequest.objects.running().filter(due_is_provisional=True)
        visible = access.visible_to(self.request.user, provisional).select_related("authority").by_due_date()
        seen = visible.count()
        return super().get_context_data(
            years=[YearShown(year, records.get(year)) for year in wanted],
            other_years=sorted(set(records) - set(wanted), reverse=True),
            key=year_table.key(),
            provisional=visible[:SHOWN],
            provisional_count=seen,
            provisional_elsewhere=provisional.count() - seen,
            changes=CalendarChange.objects.filter(state=ChangeState.PROPOSED).select_related("proposed_by"),
            **kwargs,
        )


class YearPage(ActPage):
    """A page about one year that somebody drafted."""

    @cached_property
    def record_of_year(self) -> CalendarYear:
        found = CalendarYear.objects.select_related("entered_by", "confirmed_by").filter(year=self.kwargs["year"])
        record = found.first()
        if record is None:
            raise Http404("Chưa có lịch năm này")
        return record

    @property
    def subject(self):
        return self.record_of_year

    def get_context_data(self, **kwargs):
        record = self.record_of_year
        return super().get_context_data(shown=YearShown(record.year, record), key=year_table.key(), week=WEEK, **kwargs)


class YearView(YearPage):
    """A year as a calendar; while it is a draft, its days are entered and taken away here."""

    template_name = "workflow/desk/calendars/year.html"
    attempts = {"add": "calendar.day_entered", "remove": "calendar.day_removed"}

    def get_page_title(self):
        return _("Lịch năm %(year)s") % {"year": self.kwargs["year"]}

    def act(self, action):
        if action == "add":
            return self.add()
        return self.remove() if action == "remove" else self.show()

    def add(self):
        form = DayForm(self.request.POST, day=self.today)
        if form.is_valid():
            try:
                law.add_day(year=self.record_of_year, day=form.special_day(), by=self.request.user, at=self.at)
            except CalendarError as slip:
                form.add_error("date", str(slip))
            else:
                messages.success(self.request, _("Đã ghi ngày vào bản nháp."))
                return redirect(url_of_year(self.record_of_year.year))
        return self.show(form=form)

    def remove(self):
        typed = DayField()
        typed.today = self.today
        try:
            day = typed.clean(self.request.POST.get("date", ""))
        except ValidationError as slip:
            raise CalendarError("Ngày này không có trong lịch.") from slip
        law.remove_day(year=self.record_of_year, day=day, by=self.request.user, at=self.at)
        messages.success(self.request, _("Đã bỏ ngày khỏi bản nháp."))
        return redirect(url_of_year(self.record_of_year.year))

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", DayForm(day=self.today))
        year = self.record_of_year.year
        touched = [change for change in CalendarChange.objects.select_related("proposed_by") if _touches(change, year)]
        return super().get_context_data(changes=touched, **kwargs)


def _touches(change: CalendarChange, year: int) -> bool:
    return any(row["date"].startswith(f"{year}-") for row in change.days)


class ConfirmView(Confirmed, YearPage):
    """Confirming a draft: who entered nothing of it sees first which requests move."""

    template_name = "workflow/desk/calendars/confirm.html"
    attempts = {"confirm": "calendar.year_confirmed"}

    def get_page_title(self):
        return _("Xác nhận lịch năm %(year)s") % {"year": self.kwargs["year"]}

    def trail(self):
        year = self.kwargs["year"]
        return [*super().trail(), (_("Lịch năm %(year)s") % {"year": year}, url_of_year(year))]

    def get(self, request, *args, **kwargs):
        if self.record_of_year.state == YearState.CONFIRMED:
            return redirect(url_of_year(self.record_of_year.year))
        return super().get(request, *args, **kwargs)

    def act(self, action):
        if action != "confirm":
            return self.show()
        form = ConfirmForm(self.request.POST, day=self.today)
        if not form.is_valid():
            return self.show(form=form)
        outlook = calendar_changes.confirm_year(
            year=self.record_of_year,
            source=form.cleaned_data["source"],
            by=self.request.user,
            at=self.at,
            seen=self.request.POST.get("seen", ""),
        )
        messages.success(self.request, _("Đã xác nhận lịch. %(count)s hồ sơ có hạn mới.") % {"count": outlook.told})
        return redirect(url_of_year(self.record_of_year.year))

    def get_context_data(self, **kwargs):
        year = self.record_of_year
        if "form" not in kwargs:
            typed = self.request.POST if "stale" in kwargs else None
            kwargs["form"] = ConfirmForm(typed, day=self.today)
        entered = {year.entered_by_id, *year.days.values_list("entered_by", flat=True)}
        return super().get_context_data(
            outlook=shown_to(self.request.user, calendar_changes.preview_year(year)),
            is_own=self.request.user.pk in entered,
            **kwargs,
        )


class NewChangeView(ActPage):
    """Days of confirmed years by a notice: first what would move, then the proposal. Nothing is applied here."""

    template_name = "workflow/desk/calendars/new_change.html"
    part = "changes"
    attempts = dict.fromkeys(("", "more", "preview", "propose"), "calendar.change_proposed")

    def get_page_title(self):
        return _("Thêm, bỏ ngày nghỉ")

    def back_url(self):
        return reverse("calendars:home")

    def get(self, request, *args, **kwargs):
        try:
            may_propose(request.user)
        except NotAllowed as error:
            return self.refuse(error, "", status=403)
        return self.show(form=ChangeForm(day=self.today))

    def act(self, action):
        may_propose(self.request.user)
        rows = rows_of(self.request.POST.get("rows", ""), MORE_ROWS if action == "more" else 0)
        if action == "more":
            # What was typed stays; nothing is judged yet.
            return self.show(form=ChangeForm(initial=self.request.POST.dict(), rows=rows, day=self.today))
        form = ChangeForm(self.request.POST, rows=rows, day=self.today)
        if not form.is_valid():
            return self.show(form=form)
        try:
            return self.weigh(form, action)
        except CalendarError as slip:
            put(form, slip)
            return self.show(form=form)

    def weigh(self, form, action):
        """The preview; or, where the button said so and the preview is still true, the proposal."""
        change = law.draft_day_change(**form.words())
        outlook = shown_to(self.request.user, calendar_changes.preview_change(change))
        is_seen = self.request.POST.get("seen", "") == outlook.token
        if action == "propose" and is_seen:
            proposed = law.propose_day_change(**form.words(), by=self.request.user, at=self.at)
            messages.success(self.request, _("Đã trình. Chưa có gì thay đổi đến khi người thứ hai áp dụng."))
            return redirect("calendars:change", pk=proposed.pk)
        days = year_table.changes(law.current_calendar(), change.changes)
        return self.show(form=form, outlook=outlook, days=days, is_other=action == "propose")


class ChangesView(CalendarPage):
    """All changes ever proposed, the newest first."""

    template_name = "workflow/desk/calendars/changes.html"
    part = "changes"

    def get_page_title(self):
        return _("Thay đổi lịch")

    def get_context_data(self, **kwargs):
        changes = CalendarChange.objects.select_related("proposed_by", "decided_by")
        return super().get_context_data(changes=changes[:SHOWN], hidden=max(changes.count() - SHOWN, 0), **kwargs)


class ChangeView(Confirmed, ActPage):
    """One change: its days, and while it waits, what applying it would move. A second person applies or declines."""

    template_name = "workflow/desk/calendars/change.html"
    part = "changes"
    attempts = {"apply": "calendar.change_applied", "reject": "calendar.change_rejected"}

    def get_page_title(self):
        return _("Thay đổi theo %(notice)s") % {"notice": self.change.notice_number}

    def trail(self):
        return [*super().trail(), (_("Thay đổi lịch"), reverse("calendars:changes"))]

    @cached_property
    def change(self) -> CalendarChange:
        found = CalendarChange.objects.select_related("proposed_by", "decided_by").filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404("Không có thay đổi này")
        return found

    @property
    def subject(self):
        return self.change

    def act(self, action):
        if action == "apply":
            return self.apply()
        return self.reject() if action == "reject" else self.show()

    def apply(self):
        outlook = calendar_changes.apply(
            change=self.change, by=self.request.user, at=self.at, seen=self.request.POST.get("seen", "")
        )
        messages.success(self.request, _("Đã áp dụng. %(count)s hồ sơ có hạn mới.") % {"count": outlook.told})
        return redirect("calendars:change", pk=self.change.pk)

    def reject(self):
        form = ReasonForm(self.request.POST, day=self.today)
        if not form.is_valid():
            return self.show(form=form)
        law.reject_day_change(change=self.change, by=self.request.user, at=self.at, reason=form.cleaned_data["reason"])
        messages.success(self.request, _("Đã ghi nhận không áp dụng. Lịch và các hồ sơ không đổi."))
        return redirect("calendars:change", pk=self.change.pk)

    def get_context_data(self, **kwargs):
        change = self.change
        waits = change.state == ChangeState.PROPOSED
        if waits:
            kwargs |= self.what_would_move()
        else:
            last = change.history.order_by("-history_id").first()
            acts = Entry.objects.filter(
                kind="request.due_date_moved", at=change.decided_at, actor_id=change.decided_by_id
            )
            days = year_table.changes(law.current_calendar(), change.changes)
            kwargs |= {"moved": acts.count(), "days": days, "why": last.history_change_reason}
        kwargs.setdefault("form", ReasonForm(day=self.today))
        return super().get_context_data(
            change=change, waits=waits, is_own=self.request.user.pk == change.proposed_by_id, **kwargs
        )

    def what_would_move(self) -> dict:
        change = self.change
        days = year_table.changes(law.current_calendar(), change.changes)
        try:
            law.check_day_change(change)
        except CalendarError as slip:
            # Another change came first: it can no longer be applied, only declined.
            return {"days": days, "overtaken": str(slip)}
        return {"days": days, "outlook": shown_to(self.request.user, calendar_changes.preview_change(change))}
