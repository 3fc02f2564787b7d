"""Vì sao là ngày này? A due date as a few lines, one a rule, each with its article."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cms.core.dates import weekday
from cms.law.choices import TermKind, Unit
from workflow import clock

EVENT = "Điều 147.2 Bộ luật Dân sự"
ROLL = "Điều 148.5 Bộ luật Dân sự"
END = "Điều 148.6 Bộ luật Dân sự"


@dataclass(frozen=True)
class LegLine:
    """One rule at work: when, what it does, by which article."""

    when: str
    words: str
    article: str = ""


def lines_of(deadline, case) -> list[LegLine]:
    """The whole reckoning of an open request: its event, each leg, what rolled, where it ends."""
    rules = case.rule_set.rules
    units = [rules.term(TermKind.PROVIDE, *clock.terms_key(case)).unit]
    units += [extension.unit for extension in case.extensions.all()]
    return _lines(deadline, rules, units, _("nhận đủ yêu cầu. Ngày nhận không tính."))


def lines_of_correction(deadline, correction) -> list[LegLine]:
    """The same for a request for correction, whose term is one leg."""
    units = [clock.correction_term(correction).unit]
    return _lines(deadline, correction.rule_set.rules, units, _("nhận kiến nghị. Ngày nhận không tính."))


def lines_of_remedy(deadline, remedy) -> list[LegLine]:
    """The same for a complaint, a lawsuit or a denunciation: since it came, or since it was accepted."""
    event = _("thụ lý. Ngày thụ lý không tính.") if remedy.accepted_on else _("nhận. Ngày nhận không tính.")
    return _lines(deadline, remedy.rule_set.rules, [clock.remedy_term_of(remedy).unit], event)


def _lines(deadline, rules, units, event):
    lines = [LegLine(said(deadline.starts_on), event, EVENT)]
    for number, (leg, unit) in enumerate(zip(deadline.legs, units, strict=True)):
        lines += _leg(leg, unit, rules, is_extension=number > 0)
    if deadline.is_kept:
        lines.append(LegLine(said(deadline.due_on), _("đã hẹn với người dân; ngày hẹn không bị rút ngắn.")))
    lines.append(LegLine(said(deadline.due_on), _("hết hạn lúc 24:00."), END))
    if deadline.provisional:
        lines.append(LegLine("", deadline.provisional_reason))
    return lines


def said(day) -> str:
    """24/11 thứ Ba."""
    name = weekday(day)
    return f"{day:%d/%m} {name[0].lower()}{name[1:]}"


def _leg(leg, unit, rules, *, is_extension):
    counted = [day for day in leg.days if day.counted]
    if not counted:
        return [LegLine(said(leg.due_on), _("trả lời ngay trong ngày."), rules.cite(leg.article))]
    in_working_days = unit == Unit.WORKING_DAY
    words = _("đếm %(n)s ngày làm việc.") if in_working_days else _("đếm %(n)s ngày, cả thứ Bảy, Chủ nhật.")
    words = words % {"n": len(counted)}
    if is_extension:
        words = _("gia hạn, %(words)s") % {"words": words}
    span = f"{counted[0].date:%d/%m} → {counted[-1].date:%d/%m}"
    lines = [LegLine(span, words, rules.cite(leg.article))]
    if in_working_days:
        holidays = [day for day in leg.days if not day.counted and day.date.weekday() < 5]
        return lines + [LegLine(said(day.date), _why(day) + ".", day.article) for day in holidays]
    if leg.due_on != counted[-1].date:
        last = counted[-1]
        lines.append(
            LegLine(said(last.date), _("%(why)s, chuyển sang ngày làm việc kế tiếp.") % {"why": _why(last)}, ROLL)
        )
    return lines


def _why(day) -> str:
    """What makes the day special, without its number: "nghỉ lễ, tết: Ngày Văn hóa Việt Nam"."""
    said_of_it = day.reason.partition("; ")[2].removesuffix(", vẫn tính")
    return said_of_it or str(_("là ngày nghỉ"))
