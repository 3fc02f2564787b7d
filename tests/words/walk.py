"""Walking the admin as somebody does: from the start page along every link, one page for each kind of address."""

import html
import json
import re
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

LINK = re.compile(r"""(?<=["'(;=])(?:/admin/|\?)[\w\-./%?=&;:+,~]*""")
#: Ways out and files: nothing to read.
NOT_FOR_READING = re.compile(
    r"/logout/|/jsi18n/|/sprite/|/download/|/tep/|\.(?:docx|xlsx|pdf|csv|json)\b|export=|format="
)


def kind_of(address):
    """Addresses of one kind show one screen: the view, the move, and whether it was asked for something narrower."""
    parts = urlsplit(address)
    match = resolve(parts.path)
    return match.view_name or match.route, match.kwargs.get("move", ""), bool(parts.query)


def links(address, content):
    """Where a page leads: links, addresses in its scripts and in the attributes that scripts read."""
    for found in LINK.findall(html.unescape(content)):
        yield urljoin(address, html.unescape(found))


def walk(client, seen, start="/admin/"):
    """(address, kind, html) of every page not `seen` yet; adds to `seen`. A page that breaks answers in English."""
    waiting = [start]
    seen.discard(kind_of(start))  # the start page is everybody's own
    while waiting:
        address = waiting.pop(0)
        if NOT_FOR_READING.search(address):
            continue
        try:
            kind = kind_of(address)
        except Resolver404:
            continue
        if kind in seen:
            continue
        seen.add(kind)
        response = client.get(address)
        if response.status_code >= 500:
            yield address, kind, "Not working: the page breaks"
            continue
        if response.status_code in {301, 302}:
            waiting.append(urljoin(address, response.url))
            continue
        content = page_of(response)
        if content:
            yield address, kind, content
            waiting += links(urlsplit(address).path, content)


def page_of(response) -> str:
    """The page, or the piece of one that a dialogue asks for; empty for everything else."""
    media = response.headers.get("Content-Type", "")
    if response.streaming:  # a list as a file
        return ""
    if media.startswith("text/html"):
        return response.content.decode()
    if media.startswith("application/json"):
        answer = json.loads(response.content)
        return answer.get("html", "") if isinstance(answer, dict) else ""
    return ""
