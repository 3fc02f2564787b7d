"""The QR picture of the look-up page: a plain address, never a number and never a code (S5)."""

from functools import cache

from django.urls import reverse

from cms.core import qr
from cms.core.addresses import absolute


def lookup_url() -> str:
    """The look-up page as people type it; from the configured address, never from the Host header."""
    return absolute(reverse("workflow:lookup"))


@cache
def picture(text: str) -> str:
    """The picture of an address that everybody's paper shows: drawn once."""
    return qr.picture(text, "Mã QR dẫn tới trang tra cứu hồ sơ")


def typed_address() -> str:
    """The same as a person types it: without scheme and last slash."""
    return lookup_url().partition("://")[2].rstrip("/")
