"""What commands take on their line: days as offices write them, and records by their codes."""

from argparse import ArgumentTypeError
from datetime import date, datetime

from django.core.management import CommandError


def day(text: str) -> date:
    """25/11/2026 or 2026-11-25."""
    for pattern in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    raise ArgumentTypeError(f"“{text}” không phải ngày. Ví dụ: 25/11/2026")


def existing(model, what: str, **key):
    """The record of that code, or a sentence that names it."""
    found = model.objects.filter(**key).first()
    if found is None:
        raise CommandError(f"Không có {what} “{next(iter(key.values()))}”.")
    return found
