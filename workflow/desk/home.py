"""Việc của tôi: whose turn is it? What I must do, what the citizen must do, what other officials must do."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from cms.core.admin_page import START
from cms.core.dates import local_day, said, short, weekday
from cms.core.roles import Role
from workflow import access, correction_moves, queues, remedy_moves
from workflow.choices import OPEN_STATUSES, WAITING_FOR_CITIZEN, Status
from workflow.desk.due import Chip, chip, days_off_ahead
from workflow.desk.menu import counts_of, desk_of, holds
from workflow.desk.remedies.rows import chip_of
from workflow.desk.rows import row
from workflow.desk.views import list_url

#: Rows of the three lanes together, before "Xem thêm".
SHOWN = 7
_SIDE = 5


@dataclass(frozen=True)
class Lane:
    """Rows with one meaning of time: over, soon or enough."""

    chip: Chip
    note: str
    rows: list


class MyWorkPanel(Component):
    """The start page of everyone who works on requests; it takes the place of Wagtail's own panels."""

    name = "desk"
    template_name = "workflow/desk/home.html"
    order = 1
    is_desk = True
    breadcrumbs_items = [{"url": "", "label": START}]
    title = START

    def __init__(self, request):
        super().__init__()
        self.request = request

    def get_context_data(self, parent_context):
        desk, counts = desk_of(self.request), counts_of(self.request, *queues.PERSONAL)
        lanes, hidden = self.lanes(desk)
        user = desk.user
        return {
            "day": desk.day,
            "today": f"{weekday(desk.day)} {short(desk.day)}",
            "authorities": sorted({held.authority.short_name for held in user.current_roles}),
            "counts": counts,
            "lanes": lanes,
            "hidden": hidden,
            "list_url": list_url(),
            "for_citizens": self.for_citizens(desk),
            "for_others": self.for_others(desk),
            "to_sign": queues.proposals_to_sign(desk)[:SHOWN] if counts["to_sign"] else [],
            "to_issue": queues.papers_to_issue(desk)[:SHOWN] if counts["to_issue"] else [],
            "signs": holds(user, {Role.SIGNER, Role.HEAD, Role.FOCAL_HEAD}),
            "handles": holds(user, {Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.ORIGINATING_UNIT}),
            "issues": holds(user, {Role.REGISTRY}),
            "nearest": self.nearest(desk) if not lanes else None,
            "corrections": self.corrections(desk),
            "remedies": self.remedies(desk),
        }

    def lanes(self, desk):
        """Overdue in law whoever holds it up; due soon and with time left only where it is this person's turn."""
        late = queues.condition(desk, "qua-han") & queues.condition(desk, "cua-toi")
        found = queues.matching(desk, queues.condition(desk, "my_turn") | late)
        found = queues.with_what_holds_up(found).by_due_date()
        rows = [row(desk, case) for case in found[: SHOWN + 50]]
        shown = {"over": [], "soon": [], "run": []}
        for one in rows[:SHOWN]:
            is_late = one.info_request.due_on and one.info_request.due_on < desk.day
            kind = "over" if is_late else "soon" if self.is_soon(desk, one.info_request) else "run"
            shown[kind].append(one)
        lanes = [
            Lane(Chip("over", _("Quá hạn theo luật")), _("hạn đã qua, hồ sơ còn mở"), shown["over"]),
            Lane(Chip("soon", _("Sắp đến hạn")), self.soon_note(desk, shown["soon"]), shown["soon"]),
            Lane(Chip("run", _("Còn thời gian")), "", shown["run"]),
        ]
        return [lane for lane in lanes if lane.rows], max(len(rows) - SHOWN, 0)

    def is_soon(self, desk, case):
        return case.due_on is not None and case.due_on <= desk.soon_until(case.authority)

    def soon_note(self, desk, rows):
        """trong 2 ngày làm việc; thứ Ba 24/11 nghỉ Ngày Văn hóa Việt Nam."""
        if not rows:
            return ""
        authority = rows[0].info_request.authority
        note = _("trong %(days)s ngày làm việc") % {"days": authority.due_soon_days}
        for day, name in days_off_ahead(desk.calendar, desk.day, desk.soon_until(authority)):
            note = _("%(note)s; %(day)s nghỉ %(name)s") % {"note": note, "day": said(day)[:-5], "name": name}
        return note

    def for_citizens(self, desk):
        waiting = queues.of(desk, "cua-toi").filter(status__in=WAITING_FOR_CITIZEN)
        found = queues.with_what_holds_up(waiting).by_due_date()[: _SIDE + 1]
        rows = []
        for case in found:
            since = case.supplement_asked_at or case.entered_at
            clock_runs = case.status == Status.AWAITING_PAYMENT
            rows.append({"row": row(desk, case), "days": (desk.day - local_day(since)).days, "clock_runs": clock_runs})
        return {"rows": rows[:_SIDE], "more": len(rows) > _SIDE}

    def for_others(self, desk):
        """Who else holds my requests up, with the oldest."""
        held = queues.with_what_holds_up(queues.of(desk, "others_turn"))
        groups = {"signer": [], "unit": [], "registry": []}
        for case in held:
            if case.proposed_kind:
                groups["signer"].append(local_day(case.proposed_at))
            elif case.draft_form:
                groups["registry"].append(local_day(case.draft_at))
            else:
                groups["unit"].append(local_day(case.asked_at))
        labels = {
            "signer": (_("Người ký"), "cho-nguoi-thu-hai"),
            "unit": (_("Đơn vị chủ trì"), "cua-toi"),
            "registry": (_("Văn thư"), "cho-phat-hanh"),
        }
        return [
            {
                "label": labels[name][0],
                "queue": labels[name][1],
                "count": len(days),
                "oldest": (desk.day - min(days)).days,
            }
            for name, days in groups.items()
            if days
        ]

    def corrections(self, desk):
        """Requests for correction: few, with a clock of their own, so they stand beside the lanes."""
        found = list(correction_moves.waiting_for(desk.user)[: _SIDE + 1])
        rows = [(one, chip(one, desk.day, desk.calendar, desk.soon_until(one.authority))) for one in found[:_SIDE]]
        return {"rows": rows, "more": len(found) > _SIDE}

    def remedies(self, desk):
        """Complaints, lawsuits and denunciations in which it is this person's turn."""
        found = list(remedy_moves.waiting_for(desk.user)[: _SIDE + 1])
        return {"rows": [(one, chip_of(one, desk)) for one in found[:_SIDE]], "more": len(found) > _SIDE}

    def nearest(self, desk):
        """For an empty page: the nearest due case of all that are open, and a way out."""
        return queues.visible(desk.user).filter(status__in=OPEN_STATUSES).exclude(due_on=None).by_due_date().first()


def take_over(request, panels) -> None:
    """The hook: our panel alone for those with a desk, Wagtail's own for everyone else."""
    if access.can_open_desk(request.user):
        panels[:] = [MyWorkPanel(request)]
