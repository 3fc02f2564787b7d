"""Bây giờ, Sau khi ký: what a proposal would change, in the same two words everywhere on the desk."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cms.core.dates import said, short
from cms.core.display import amount
from cms.law.services import rule_set_on
from workflow import clock
from workflow.choices import DecisionKind, Outcome, Status
from workflow.desk.forms.parts import due_if
from workflow.services.entry import CORRECTABLE


@dataclass(frozen=True)
class Change:
    field: str
    now: str
    after: str


def of(decision, case) -> list[Change]:
    return {
        DecisionKind.ANSWER: _answer,
        DecisionKind.EXTENSION: _extension,
        DecisionKind.VALID_ON: _valid_on,
        DecisionKind.CORRECT_ENTRY: _correction,
    }[decision.kind](decision, case)


def _answer(decision, case):
    after = (
        _("Từ chối cung cấp, khi văn thư phát hành")
        if decision.outcome == Outcome.REFUSE
        else Status.APPROVED_TO_PROVIDE.label
    )
    rows = [Change(_("Trạng thái"), case.get_status_display(), after)]
    for finding in decision.findings.select_related("piece"):
        words = finding.get_outcome_display()
        if finding.article:
            words = f"{words}, {finding.article}"
        if finding.withheld:
            words = _("%(words)s. Không cung cấp: %(part)s") % {"words": words, "part": finding.withheld}
        asked = f"{finding.piece.position}. {finding.piece.description}"  # whole: the page shortens it at a word
        rows.append(Change(asked, _("chưa quyết"), words))
    if decision.outcome != Outcome.REFUSE:
        rows.append(Change(_("Chi phí"), _("chưa tính"), amount(decision.cost)))
    return rows


def _extension(decision, case):
    if case.due_on is None:
        return []
    reckoning = clock.extended_to(case, decision.amount)
    after = _("%(day)s, khi văn thư phát hành trong thời hạn") % {"day": said(reckoning.due_on)}
    return [Change(_("Hạn trả lời"), said(case.due_on), after)]


def _valid_on(decision, case):
    deadline = due_if(case, valid_on=decision.day)
    return [
        Change(_("Trạng thái"), case.get_status_display(), Status.ACCEPTED.label),
        Change(_("Ngày hợp lệ"), short(case.complete_on), short(decision.day)),
        Change(_("Hạn trả lời"), said(case.due_on), said(deadline.due_on)),
    ]


def _correction(decision, case):
    before = getattr(case, decision.day_field)
    rows = [Change(str(CORRECTABLE[decision.day_field]).capitalize(), short(before), short(decision.day))]
    facts = {decision.day_field: decision.day}
    if decision.day_field == "received_on":
        facts |= {name: decision.day for name in ("complete_on", "valid_on") if getattr(case, name) == before}
    else:
        facts["rule_set"] = rule_set_on(decision.day)
        rows.append(Change(_("Luật áp dụng"), case.rule_set.title, facts["rule_set"].title))
    deadline = due_if(case, **facts)
    if deadline and case.due_on:
        rows.append(Change(_("Hạn trả lời"), said(case.due_on), said(deadline.due_on)))
    return rows
