"""Addresses as another machine must write them: mail, feeds, sitemap, metadata."""

from urllib.parse import urlsplit

from django.conf import settings


def absolute(path: str) -> str:
    """A path of this site, prefix included, as a whole address. Built from BASE_URL, never from the Host header.

    BASE_URL may be written with or without the path prefix: `reverse()` has put it into the path already.
    """
    base = urlsplit(settings.BASE_URL)
    return f"{base.scheme}://{base.netloc}{path}"


def host() -> str:
    """The name of this site's host, for identifiers that must not change with a port."""
    return urlsplit(settings.BASE_URL).hostname or "localhost"
