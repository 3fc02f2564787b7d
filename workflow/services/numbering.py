"""Numbers of papers: entered from the authority's own system, or taken from the book that it keeps here (S4).

A book is proposed by the registry and opened by another person, for one calendar year. From then on nobody types a
number: each paper takes the next one in the transaction that issues it, under the lock of the book, and gives it back
when that transaction fails. So the numbers have no holes and no doubles, and follow the days of issue.
"""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cms.audit.record import record
from cms.core.dates import local_day, short
from cms.core.errors import DomainError, NotAllowed
from cms.core.numbers import Counter, next_number, next_numbers
from cms.core.roles import Role
from cms.core.text import nfc
from cms.core.two_people import is_another
from workflow.choices import SeriesState
from workflow.models import Letter, LetterSeries

PROPOSERS = frozenset({Role.REGISTRY})
DECIDERS = frozenset({Role.FOCAL_HEAD, Role.HEAD})
#: What a paper's number may hold (NĐ 30/2020 leaves five digits and more to nobody).
MOST = 99_999


class NoLongerWaiting(DomainError):
    """The book was decided about meanwhile: answered 409."""


# --- a paper takes its number --------------------------------------------------------------------------------------
def take(letter: Letter, *, number: str, symbol: str, issued_on: date | None, at: datetime) -> None:
    """Give the paper, as `acting.hold` read it, its number, symbol, day and year; in the transaction that issues it.

    With a book for the year the next number of it, and the day is today's: a number is never given backwards. Without
    one the number and day that the registry read from the authority's own book. DomainError says what is amiss.
    """
    today = local_day(at)
    issued_on = issued_on or today
    series = _held(letter.authority_id, issued_on.year) if letter.may_have_book else None
    if series is None or series.state != SeriesState.OPEN:
        if not number.strip() or not symbol.strip():
            raise DomainError(_("Nhập số và ký hiệu theo sổ văn thư."), field="number")
        letter.number = number.strip()
    else:
        if number.strip():
            raise DomainError(
                _("Sổ năm %(year)s giữ tại đây nên hệ thống cấp số. Hãy mở lại trang.") % {"year": str(series.year)},
                field="number",
            )
        if issued_on != today:
            raise DomainError(
                _("Sổ giữ tại đây cấp số theo ngày phát hành, là hôm nay %(day)s.") % {"day": short(today)},
                field="issued_on",
            )
        if not symbol.strip():
            raise DomainError(_("Nhập ký hiệu của văn bản."), field="symbol")
        letter.series, letter.series_number = series, next_number(series.counter)
        letter.number = str(letter.series_number)
    letter.symbol, letter.issued_on, letter.year = nfc(symbol), issued_on, issued_on.year


def _held(authority, year) -> LetterSeries | None:
    """The year's book, locked until the transaction ends; one that is only proposed too, so that opening it waits."""
    live = LetterSeries.objects.select_for_update(of=("self",), no_key=True)
    return live.filter(authority=authority, year=year).exclude(state=SeriesState.DECLINED).first()


# --- looking -------------------------------------------------------------------------------------------------------
def book_of(authority, day: date) -> LetterSeries | None:
    """The book that gives numbers on that day."""
    return LetterSeries.objects.filter(authority=authority, year=day.year, state=SeriesState.OPEN).first()


def next_of(series: LetterSeries) -> int:
    """The number that the next paper would take; somebody else may be faster."""
    counter = Counter.objects.filter(name=series.counter).first()
    return counter.value + 1 if counter else series.first_number


def last_number(authority, year: int) -> int:
    """The highest number that a paper of this authority and year bears here; 0 without one."""
    numbers = Letter.objects.filter(authority=authority, year=year).exclude(number="").values_list("number", flat=True)
    return max((int(number) for number in numbers if number.isascii() and number.isdigit()), default=0)


# --- a book is opened, by two people -------------------------------------------------------------------------------
@transaction.atomic
def propose_book(*, authority, year: int, first_number: int = 1, basis: str, by, at: datetime) -> LetterSeries:
    """Ask that papers of the year be numbered here."""
    _need(by, PROPOSERS, authority, _("Văn thư của cơ quan đề nghị mở sổ."))
    this_year = local_day(at).year
    if year not in (this_year, this_year + 1):
        raise DomainError(_("Chỉ mở sổ của năm nay hoặc năm sau."), field="year")
    if not basis.strip():
        raise DomainError(_("Ghi căn cứ mở sổ, ví dụ quy chế văn thư của cơ quan."), field="basis")
    if LetterSeries.objects.filter(authority=authority, year=year).exclude(state=SeriesState.DECLINED).exists():
        raise _two_books(year)
    _check_first(authority, year, first_number)
    series = LetterSeries(
        authority=authority,
        year=year,
        first_number=first_number,
        basis=nfc(basis),
        proposed_by=by,
        proposed_at=at,
    )
    try:
        with transaction.atomic():
            series.save(by=by)
    except IntegrityError as faster:
        raise _two_books(year) from faster
    _record("letterseries.proposed", series, by, at)
    return series


@transaction.atomic
def open_book(*, series: LetterSeries, by, at: datetime) -> LetterSeries:
    """From now on papers of the year take their numbers from this book; another person than who proposed it."""
    series = _to_decide(series, by)
    _check_first(series.authority, series.year, series.first_number)
    if series.year < local_day(at).year:
        raise NoLongerWaiting(_("Năm của sổ này đã qua."))
    series.state, series.decided_by, series.decided_at = SeriesState.OPEN, by, at
    series.save(by=by)
    if series.first_number > 1:
        next_numbers(series.counter, series.first_number - 1)
    _record("letterseries.opened", series, by, at)
    return series


@transaction.atomic
def decline_book(*, series: LetterSeries, reason: str, by, at: datetime) -> LetterSeries:
    """Leave the registry's own book in use, with a reason."""
    series = _to_decide(series, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao không mở sổ."), field="reason")
    series.state, series.decided_by, series.decided_at = SeriesState.DECLINED, by, at
    series.decline_reason = nfc(reason)
    series.save(by=by)
    _record("letterseries.declined", series, by, at)
    return series


def _need(by, roles, authority, sentence):
    if not any(by.has_role(role, authority) for role in roles):
        raise NotAllowed(sentence)


def _to_decide(series, by):
    series = LetterSeries.objects.select_for_update(of=("self",)).select_related("authority").get(pk=series.pk)
    _need(by, DECIDERS, series.authority, _("Trưởng đơn vị đầu mối hoặc người đứng đầu cơ quan duyệt mở sổ."))
    told = {"roles": DECIDERS, "authority_id": series.authority_id, "begun_in": PROPOSERS}
    if not is_another(by, series.proposed_by_id, begun_on=local_day(series.proposed_at), **told):
        raise NotAllowed(_("Người đề nghị không được tự duyệt. Cần một người khác."))
    if series.state != SeriesState.PROPOSED:
        raise NoLongerWaiting(_("Đề nghị mở sổ này không còn chờ duyệt."))
    return series


def _check_first(authority, year, first_number):
    if not 1 <= first_number <= MOST:
        raise DomainError(_("Số bắt đầu phải từ 1 đến 99.999."), field="first_number")
    last = last_number(authority, year)
    if first_number <= last:
        raise DomainError(
            _("Năm %(year)s đã có văn bản số %(last)d. Số bắt đầu phải lớn hơn.") % {"year": str(year), "last": last},
            field="first_number",
        )


def _two_books(year):
    return DomainError(_("Sổ năm %(year)s đã có hoặc đang chờ duyệt.") % {"year": str(year)}, field="year")


def _record(kind, series, by, at):
    data = {"year": series.year, "first_number": series.first_number}
    record(kind, subject=series, by=by, at=at, authority=series.authority, rows=series.saved_rows(), data=data)
