"""How each item of the demonstration came to be: stories yield the moment of their next act, never going back.

Whoever plays them keeps one order of time; the acts are those of the services, by the people of the invented offices.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from catalog import health
from catalog.choices import Digitising
from catalog.demo import kinds, papers
from catalog.models import PublicServiceUnit, SuggestionDay
from catalog.services import checking, drafts, marks, publishing, units
from cms.core import files as store
from cms.core.dates import local_day
from cms.core.models import Authority, Unit
from cms.core.text import slug
from cms.law.services import current_calendar, rule_set_on

Story = Iterator[datetime]
#: From this day on the invented offices keep their catalog here.
FIRST_DAY = date(2026, 6, 2)
ROMAN = ("I", "II", "III", "IV")


@dataclass
class Desk:
    """One authority's people: who enters, who checks for which unit, who publishes."""

    authority: Authority
    units: dict[str, Unit]
    officer: object
    head: object
    unit_officers: dict[str, object]

    def unit(self, code: str) -> Unit:
        return self.units.get(code) or next(iter(self.units.values()))

    def checker(self, unit: Unit):
        """Who looks first: the unit's own officer, or the focal officer where none is named."""
        return self.unit_officers.get(unit.code, self.officer)


@dataclass(frozen=True)
class Row:
    """One row to be: its kind and place in the kind's series, and what becomes of it."""

    kind: kinds.Kind
    number: int
    fate: str


def all_stories(desks: list[Desk], now: datetime) -> list[Story]:
    """Every item, mark and service unit of the invented province."""
    stories, today = [], local_day(now)
    for place, desk in enumerate(desks):
        rows = _rows(desk)
        span = max((today - FIRST_DAY).days - 12, 20)
        for n, row in enumerate(rows):
            created_on = FIRST_DAY + timedelta(days=(n * span // max(len(rows), 1) + place) % span)
            if row.kind.permitted:  # lists of people end after 30 days: some still stand, some are over
                created_on = today - timedelta(days=9 + 13 * row.number)
            stories.append(_item(desk, row, max(created_on, FIRST_DAY), n, today))
        stories.append(_marks(desk))
        if desk.authority.kind == "PROVINCE":
            stories.append(_service_units(desk))
    stories.append(_looked_at(now))
    stories.append(_suggested(desks, now))
    stories.append(_ends(now))
    return stories


def _ends(now) -> Story:
    """What the nightly job does with periods that are over."""
    yield now
    publishing.expire_due(now)


def _looked_at(now) -> Story:
    """Five days ago the worker found the links that lead to a page which is not there."""
    at = now - timedelta(days=5)
    yield at
    health.check_due(at)


def _suggested(desks, now) -> Story:
    """How the form's suggestions helped in the last ten weeks."""
    yield now
    for place, desk in enumerate(desks):
        for back in range(1, 71, 2 + place):
            shown = 2 + (back * 5 + place) % 6
            opened = shown - 1 - back % 2
            SuggestionDay.objects.create(
                authority=desk.authority, day=local_day(now) - timedelta(days=back), shown=shown, opened=opened,
                unsent=max(opened - 1 - back % 3, 0),
            )  # fmt: skip


def _rows(desk) -> list[Row]:
    """The kinds that this authority has, mixed, with a fate for each row: most are simply public."""
    kind_of = desk.authority.kind
    if kind_of == "SERVICE_UNIT":
        own = kinds.HOSPITAL
    elif kind_of == "COMMUNE":
        own = tuple(kind for kind in kinds.KINDS if kind.level == kinds.X)
    else:
        own = tuple(kind for kind in kinds.KINDS if kind.level == kinds.P)
        if kind_of == "DEPARTMENT":
            own = tuple(kind for kind in own if kind.number in kinds.DEPARTMENT)
    found = [(number, kind) for kind in own for number in range(kind.rows)]
    found.sort(key=lambda pair: (pair[0], pair[1].number))
    return [Row(kind, number, _fate(kind, n)) for n, (number, kind) in enumerate(found)]


#: What becomes of every so-manieth row; everything else is published in time.
_FATES = {5: "late", 11: "corrected", 17: "updated", 23: "draft", 29: "checked", 31: "withdrawn", 37: "overdue", 41: "paper",
          43: "returned", 47: "link", 53: "old law", 59: "locked", 61: "redraft", 67: "scheduled"}  # fmt: skip


def _fate(kind, n):
    if kind.condition or kind.permitted:
        return "public"
    return next((fate for every, fate in sorted(_FATES.items(), reverse=True) if n % every == every - 1), "public")


def _item(desk, row, created_on, n, today) -> Story:
    kind = row.kind
    if row.fate in ("draft", "checked", "returned", "locked", "scheduled"):
        created_on = today - timedelta(days=6 + n % 3)
    elif row.fate == "overdue":
        created_on = max(today - timedelta(days=30 + n % 9), FIRST_DAY)
    title = _title(kind, row.number, created_on, n)
    entered = _at(created_on, 1, n)
    yield entered
    unit = desk.unit(kind.unit)
    item = drafts.enter(
        authority=desk.authority,
        facts=_facts(desk, row, unit, title, created_on, n),
        links=_links(desk, row, n),
        files=[] if kind.condition or row.fate in ("paper", "link") else _files(kind, title, n),
        by=desk.officer,
        at=entered,
    )
    if row.fate in ("draft", "overdue"):
        return
    if row.fate == "locked":
        drafts.hold(item=item, seen=None, by=desk.officer, at=entered)
        return
    checked = _later(entered, 1 if row.fate != "late" else 11)
    yield checked
    checking.check(item=item, seen=None, no_secret=True, no_personal=True, by=desk.checker(unit), at=checked)
    if row.fate == "returned":
        back = _later(checked, 0, hours=2)
        yield back
        checking.send_back(item=item, seen=None, reason="Thiếu phụ lục số 2.", by=desk.head, at=back)
        return
    if row.fate == "checked":
        return
    published = _later(checked, 1)
    yield published
    if row.fate == "scheduled":
        later = _later(published, 5)
        publishing.publish(item=item, seen=None, by=desk.head, at=published, go_live_at=later)
        return
    item = publishing.publish(item=item, seen=None, by=desk.head, at=published)
    yield from _afterwards(desk, row, item, title, published)


def _afterwards(desk, row, item, title, published) -> Story:
    if row.fate not in ("corrected", "updated", "withdrawn", "redraft"):
        return
    after = _later(published, 4)
    yield after
    if row.fate == "withdrawn":
        publishing.withdraw(item=item, seen=None, reason="Văn bản đã bị thay thế.", by=desk.head, at=after)
        return
    ending = row.kind.files[0]
    file = _file(ending, f"{slug(title)[:50]}-ban-2.{ending}", f"{title}, bản 2", item.pk)
    gone = [one.pk for one in item.files.current()[:1]]
    if row.fate == "corrected":
        drafts.propose_correction(
            item=item, seen=None, wrong="Dòng 7: 1.250 triệu đồng.", right="Dòng 7: 1.520 triệu đồng.",
            reason="Ghi nhầm số ở dòng 7", files=[file], without=gone, by=desk.officer, at=after,
        )  # fmt: skip
    else:
        drafts.edit(
            item=item, seen=None, facts={"summary": "Đã bổ sung số liệu mới nhất."}, files=[file], without=gone,
            reason="Cập nhật số liệu", by=desk.officer, at=after,
        )  # fmt: skip
    if row.fate == "redraft":
        return
    checked = _later(after, 1)
    yield checked
    checking.check(
        item=item, seen=None, no_secret=True, no_personal=True, by=desk.checker(item.originating_unit), at=checked
    )
    again = _later(checked, 0, hours=3)
    yield again
    publishing.publish(item=item, seen=None, by=desk.head, at=again)


def _marks(desk) -> Story:
    at = _at(FIRST_DAY, 3, 5)
    yield at
    for n, (reason, event) in enumerate((("WORK_SECRET", ""), ("INTERNAL_DRAFT", "Khi phương án được phê duyệt"))):
        unit = desk.unit("")
        marks.mark(
            authority=desk.authority, unit=unit, rule_set=rule_set_on(FIRST_DAY), words=f"Sổ công tác số {7 + n}/2026",
            reason_code=reason, review_on=None if event else date(2026, 12, 31), review_event=event, by=desk.officer, at=at,
        )  # fmt: skip


def _service_units(desk) -> Story:
    at = _at(FIRST_DAY, 2, 7)
    yield at
    known = {one.name: one for one in Authority.objects.filter(kind="SERVICE_UNIT")}
    rows = []
    for name, field, service, address, phone in kinds.SERVICE_UNITS:
        unit = PublicServiceUnit(
            authority=desk.authority, own_authority=known.get(name), name=name, field=field, service=service,
            address=f"{address}, tỉnh Bình Minh", phone=f"0298 3866 {phone}", email=f"{slug(name)[:40]}@binhminh.example",
        )  # fmt: skip
        rows.append(units.keep(unit=unit, by=desk.officer, at=at))
    later = _later(at, 1)
    yield later
    for unit in rows[:-1]:  # the last one still waits for another person
        units.confirm(unit=unit, by=desk.head, at=later)


# --- words -------------------------------------------------------------------------------------------------------
def _facts(desk, row, unit, title, created_on, n) -> dict:
    kind = row.kind
    is_old = row.fate == "old law" and kind.category != ""
    day = date(2025, 3, 3) + timedelta(days=n % 90) if is_old else created_on
    rules = rule_set_on(date(2025, 6, 2)) if is_old else rule_set_on(date(2026, 9, 1))
    if is_old:
        title = title.replace(" 2026", " 2025")
    category = (rules.rules.categories[-1].code if is_old else kind.category) if kind.category else ""
    facts = {
        "rule_set": rules,
        "category": category,
        "info_class": kind.info_class,
        "title": title,
        "number": "" if kind.condition else f"{12 + n * 7 % 900}/{kind.symbol}",
        "created_on": day,
        "originating_unit": unit,
        "originating_name": "" if kind.unit in desk.units or not kind.unit[:1].isupper() else kind.unit,
        "responsible_unit": next(iter(desk.units.values())),
        "legal_basis": kind.basis or (rules.rules.cite(rules.rules.category(category).article) if category else ""),
        "forms": f" {kind.forms} ",
        "until_words": kind.until,
        "update_cycle": kind.cycle,
        "keywords": title.lower().split(",")[0][:120],
    }
    if kind.term:
        facts |= {"term_amount": kind.term[0], "term_unit": kind.term[1]}
    if kind.days:
        facts["until_on"] = created_on + timedelta(days=kind.days)
    if kind.permitted:
        facts |= {"names_people": True, "permitted_fields": kind.permitted, "keywords": ""}
    if kind.condition:
        facts |= {"conditional_kind": kind.condition[0], "consent_of": kind.condition[1], "keywords": ""}
    else:
        facts["summary"] = f"Gồm {3 + n % 9} trang. Số liệu tính đến {day:%d/%m/%Y}."
    if row.fate == "paper":
        facts |= {
            "forms": " POSTING ",
            "digitising": Digitising.NOT_YET if n % 2 else Digitising.UNDER_WAY,
            "paper_place": "Kho lưu trữ, giá số 4",
        }
    return facts


def _title(kind, number, created_on, n) -> str:
    quarter, year = (created_on.month - 1) // 3, created_on.year
    back = number % 4
    return kind.title.format(
        quarter=f"quý {ROMAN[(quarter - back) % 4]} năm {year - (1 if back > quarter else 0)}",
        month=f"tháng {(created_on.month - number - 1) % 12 + 1} năm {year}",
        year=year - number,
        period=f"năm {year - number}",
        topic=kinds.TOPICS[(number + kind.number) % len(kinds.TOPICS)],
        topic_h=kinds.HOSPITAL_TOPICS[number % len(kinds.HOSPITAL_TOPICS)],
        place=kinds.PLACES[(number + n) % len(kinds.PLACES)],
        work=kinds.WORKS[number % len(kinds.WORKS)],
        office=kinds.OFFICES[number % len(kinds.OFFICES)],
        supply=kinds.SUPPLIES[number % len(kinds.SUPPLIES)],
        number=number + 1,
    )


def _links(desk, row, n):
    gone = ("Bản đăng lần trước", f"/{desk.authority.code}/danh-muc/{desk.authority.case_prefix}-9999/")
    if row.fate != "link" and not (row.kind.number in (4, 13) and n % 3 == 0):
        return ()
    return (("Công báo tỉnh Bình Minh", f"https://congbao.binhminh.example/van-ban/{1000 + n}"),) + (
        (gone,) if row.fate == "link" else ()
    )


def _files(kind, title, n):
    return [_file(ending, f"{slug(title)[:60]}.{ending}", title, n) for ending in kind.files]


def _file(ending, name, title, n):
    lines = (
        "Tài liệu dùng thử. Cơ quan, số liệu và tên người không có thật.",
        f"Số dòng: {20 + n % 60}",
        f"Tổng số: {(n * 137 + 250) % 9000} triệu đồng",
        f"Đã thực hiện: {40 + n % 60} phần trăm",
    )
    return store.keep(name, papers.make(ending, title, lines), store.FROM_STAFF)


# --- time --------------------------------------------------------------------------------------------------------
def _moment(day: date, hour: int, minute: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def _at(day: date, working_days: int, n: int) -> datetime:
    """In office hours, some working days after; no two alike."""
    day = _calendar().working_day_after(day, working_days) if working_days else day
    return _moment(day, 8 + n % 8, n * 7 % 60)


def _later(at: datetime, working_days: int, hours: int = 0) -> datetime:
    local = timezone.localtime(at)
    day = _calendar().working_day_after(local.date(), working_days) if working_days else local.date()
    return timezone.make_aware(datetime.combine(day, local.time().replace(tzinfo=None))) + timedelta(
        hours=hours, minutes=1
    )


_kept: list = []


def _calendar():
    """The calendar as it was when the stories began: read once."""
    if not _kept:
        _kept.append(current_calendar())
    return _kept[0]
