"""The doors of reports for the table of doors: one of each in the house, and who may pass."""

from datetime import date

from cms.core.models import RoleHolder
from home.reports import outside, periods, writing
from home.reports.choices import PeriodKind, Preset
from home.reports.outside import BodyWords
from home.reports.periods import PeriodWords
from tests.factories.moments import moment
from tests.factories.plans import fresh

#: anyone, other citizen, officer there, unit not asked, editor, auditor there, auditor, administrator, superuser, officer
LISTS = "in  in  200 200 404 200 200 200 404 200"
PAGE = "in  in  404 200 404 404 200 200 404 200"
#: Those who sum up for their own head; the others of the house are told that it is not theirs.
KEEPS = "in  in  404 403 404 404 403 403 404 200"
BEGINS = "in  in  200 403 404 403 403 403 404 200"
#: The justice department's: nobody here is one.
NOBODY = "in  in  403 403 404 403 403 403 404 403"
NOT_FOUND = "in  in  404 404 404 404 404 404 404 404"

TABLE = {
    "admin/bao-cao/": LISTS,
    "admin/bao-cao/<report_key:pk>/": PAGE,
    "admin/bao-cao/<report_key:pk>/van-ban/": PAGE,
    "admin/bao-cao/<report_key:pk>/tep/<slug:kind>/": PAGE,
    "admin/bao-cao/<report_key:pk>/<slug:act>/": KEEPS,
    "admin/ky-bao-cao/": LISTS,
    "admin/ky-bao-cao/moi/": BEGINS,
    "admin/ky-bao-cao/nhieu-nam/": NOBODY,
    "admin/ky-bao-cao/<report_key:pk>/": PAGE,
    # The form is for bodies outside; a summary for one's own head has none.
    "admin/ky-bao-cao/<report_key:pk>/mau/": NOT_FOUND,
    "admin/ky-bao-cao/<report_key:pk>/phan/<report_key:part>/<slug:act>/": "in  in  404 403 404 404 403 403 404 403",
    "admin/ky-bao-cao/<report_key:pk>/<slug:act>/": KEEPS,
    "admin/co-quan-ngoai/": LISTS,
    "admin/co-quan-ngoai/moi/": NOBODY,
    "admin/co-quan-ngoai/<report_key:pk>/": PAGE,
    "admin/co-quan-ngoai/<report_key:pk>/<slug:act>/": "in  in  404 403 404 404 403 403 404 403",
}
#: Which act stands for `<slug:act>`, by the part of the address before it.
ACTS = {"bao-cao": "lap-so-lieu", "phan": "sua", "ky-bao-cao": "ket-thuc", "co-quan-ngoai": "sua"}


def paperwork(house) -> dict:
    """An open period of the house's own with its report counted, and a body outside."""
    own, at = house.authority, moment("01/06/2026")
    days = {"first_on": date(2026, 1, 1), "last_on": date(2026, 5, 31), "due_on": date(2026, 6, 30)}
    words = PeriodWords(title="Công tác cung cấp thông tin", preset=Preset.OWN_DAYS, **days)
    period = periods.draft_period(authority=own, kind=PeriodKind.OWN, words=words, by=house.officer, at=at)
    period = periods.open_period(period=period, seen=None, by=house.officer, at=at)
    report = period.reports.get()
    writing.fill(report=report, seen=None, by=house.officer, at=at)
    body = _body(house, at)
    return {
        "bao-cao": report.pk,
        "ky-bao-cao": fresh(period).pk,
        "co-quan-ngoai": body.pk,
        "part": period.parts.first().pk,
    }


def _body(house, at):
    """Entered while the house's authority was looked after by a justice department; who looks after it now is nobody."""
    own = house.authority
    kind, own.kind = own.kind, "PROVINCE"
    own.save()
    assert RoleHolder.objects.filter(user=house.justice, authority=own).exists()
    words = BodyWords("so-xay-dung", "Sở Xây dựng", "Sở Xây dựng")
    body = outside.enter_body(authority=own, words=words, by=house.justice, at=at)
    own.kind = kind
    own.save()
    return body


def filled(pattern: str, keys: dict) -> str:
    """The pattern with its blanks filled from the paperwork."""
    room = pattern.removeprefix("admin/").split("/")[0]
    before = [part for part in pattern.split("<slug:act>")[0].strip("/").split("/") if not part.startswith("<")]
    blanks = {
        "<report_key:pk>": keys.get(room), "<report_key:part>": keys["part"], "<slug:kind>": "xlsx",
        "<slug:act>": ACTS.get(before[-1]),
    }  # fmt: skip
    for blank, value in blanks.items():
        pattern = pattern.replace(blank, str(value))
    return pattern
