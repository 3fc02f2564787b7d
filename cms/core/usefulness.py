"""Counting "Thông tin này có hữu ích không?": without account, cookie or words; only sums of a day are kept."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core import signing
from django.db import transaction
from django.db.models import F, Max, Q, Sum

from cms.core import throttle
from cms.core.dates import local_day
from cms.core.models import Usefulness
from cms.core.throttle import Limit, Tally

YES, NO = "co", "khong"
ANSWERS = {YES: "yes", NO: "no"}
#: A household reads a few pages in an hour; a script tries thousands. The second holds back many addresses at once.
BY_ADDRESS = Limit("useful-address", 20, 3600)
SITE_WIDE = Limit("useful-site", 2_000, 3600)

_signer = signing.Signer(salt="cms.core.usefulness")


@dataclass(frozen=True)
class Asked:
    """The page that asked: its path without the prefix, and its title."""

    path: str
    title: str


def token(path: str, title: str) -> str:
    """Names the page in the form. It never changes, so the page may be cached; nobody can make one for another page."""
    return _signer.sign_object([path[:300], title[:255]])


def read(text: str) -> Asked:
    """The page that a token names. Raises signing.BadSignature for anything that we have not written."""
    path, title = _signer.unsign_object(text)
    return Asked(path, title)


def is_often(address: str, at: datetime) -> bool:
    """Whether no more answers are taken now from this address, or from anybody. Counts this one."""
    tallies = [Tally(BY_ADDRESS, throttle.network(address)), Tally(SITE_WIDE, "")]
    if throttle.used_up(tallies, at):
        return True
    throttle.count(tallies, at)
    return False


@transaction.atomic
def count(asked: Asked, answer: str, at: datetime) -> None:
    """Add one answer to the sum of the page's day."""
    day, column = local_day(at), ANSWERS[answer]
    row = Usefulness(path=asked.path, title=asked.title, day=day)
    # Two statements that cannot lose an answer, whoever else counts at the same moment.
    Usefulness.objects.bulk_create([row], ignore_conflicts=True)
    Usefulness.objects.filter(path=asked.path, day=day).update(**{column: F(column) + 1}, title=asked.title)


def figures(codes: list[str] | None, until: date, days: int = 90) -> list[dict]:
    """The pages that were answered in these days, those with the most "không" first.

    `codes` keeps to pages of these authorities; None takes every page. Rows hold path, title, yes, no, last_on.
    """
    rows = Usefulness.objects.filter(day__gt=until - timedelta(days=days), day__lte=until)
    if codes is not None:
        own = Q(pk__in=[])
        for code in codes:
            own |= Q(path__startswith=f"/{code}/")
        rows = rows.filter(own)
    sums = rows.values("path").annotate(title=Max("title"), yes=Sum("yes"), no=Sum("no"), last_on=Max("day"))
    return list(sums.order_by("-no", "-yes", "path"))
