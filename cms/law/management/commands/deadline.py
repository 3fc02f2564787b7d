"""manage.py deadline: when a request must be answered, day by day, with the articles."""

import json
from datetime import date, datetime

from django.core.management.base import BaseCommand, CommandError

from cms.core.dates import said, short, weekday
from cms.law.choices import Complexity, DeliveryGroup, TermKind
from cms.law.deadline import Deadline, reckon
from cms.law.errors import LawError

NOT_COUNTED = "Điều 147.2 Bộ luật Dân sự 91/2015/QH13"


class Command(BaseCommand):
    help = "Tính thời hạn trả lời một yêu cầu cung cấp thông tin, kèm giải thích từng ngày."

    def add_arguments(self, parser):
        parser.add_argument("--sent", required=True, metavar="NGÀY", help="ngày gửi, ví dụ 2026-09-01 hoặc 01/09/2026")
        parser.add_argument("--valid", required=True, metavar="NGÀY", help="ngày nhận đủ yêu cầu hợp lệ")
        parser.add_argument("--delivery", required=True, metavar="CÁCH", help=", ".join(DeliveryGroup))
        parser.add_argument("--complexity", required=True, metavar="MỨC", help=", ".join(Complexity))
        parser.add_argument("--kind", default=TermKind.PROVIDE, metavar="VIỆC", help="PROVIDE (mặc định), FIRST_NOTICE")
        parser.add_argument("--extend", metavar="N", help="gia hạn thêm N, theo đơn vị của điều luật")
        parser.add_argument("--json", action="store_true", help="in JSON")

    def handle(self, *args, **options):
        try:
            deadline = reckon(
                sent_on=_day("--sent", options["sent"]),
                valid_on=_day("--valid", options["valid"]),
                delivery=_one_of("--delivery", options["delivery"], list(DeliveryGroup)),
                complexity=_one_of("--complexity", options["complexity"], list(Complexity)),
                kind=_one_of("--kind", options["kind"], [TermKind.PROVIDE, TermKind.FIRST_NOTICE]),
                extend=_number("--extend", options["extend"]),
            )
        except LawError as error:
            raise CommandError(str(error), returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(deadline.as_json(), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(lines(deadline)))


def lines(deadline: Deadline) -> list[str]:
    """The deadline as a person reads it."""
    rules, term, reckoning = deadline.rules, deadline.term, deadline.reckoning
    told = [
        f"{rules.code}: {rules.title}",
        f"Việc: {term.kind.label}, {term} ({rules.cite(term.article)})",
    ]
    if deadline.extension:
        told.append(f"Gia hạn: {deadline.extension} ({rules.cite(deadline.extension.article)})")
    note = f", ngày này không tính ({NOT_COUNTED})" if reckoning.days else ""
    told.append(f"Ngày nhận đủ yêu cầu: {said(reckoning.starts_on)}{note}")
    told += [
        f"  {short(day.date)}  {weekday(day.date):<9} {'+' if day.counted else '·'}  {day.reason}"
        for day in reckoning.days
    ]
    told.append(f"Hạn cuối: {said(reckoning.due_on)}")
    if reckoning.provisional:
        told.append(reckoning.provisional_reason)
    return told


def _day(name: str, given: str) -> date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(given, form).date()
        except ValueError:
            continue
    raise CommandError(f"{name}: “{given}” không phải ngày. Viết 2026-09-01 hoặc 01/09/2026.", returncode=2)


def _one_of(name: str, given: str, codes: list):
    if given not in codes:
        raise CommandError(f"{name}: “{given}” không thuộc {', '.join(codes)}.", returncode=2)
    return given


def _number(name: str, given) -> int | None:
    if given is None:
        return None
    try:
        return int(given)
    except ValueError:
        raise CommandError(f"{name}: “{given}” không phải số nguyên.", returncode=2) from None
