"""What machines read about a page: schema.org as JSON-LD, and Open Graph. Built from what people read on it.

A JSON-LD block is data: browsers never run it, so `script-src 'self'` lets it stand. Every sign that could end the
block is written as an escape, whatever an editor typed.
"""

import json
import re
from html import unescape
from html.parser import HTMLParser

from django.urls import reverse
from django.utils.html import format_html, format_html_join, strip_tags

from cms.core.addresses import absolute
from cms.core.display import NBSP

_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
_CONTEXT = "https://schema.org"
#: Two paragraphs are two sentences, also without their tags.
_BLOCK = re.compile(r"<(?=/?(?:p|li|ul|ol|br|h\d)\b)")
#: A term counts calendar days or working days; ISO 8601 knows only the first.
_CALENDAR_DAY = "CALENDAR_DAY"


def script(thing: dict | None) -> str:
    """A thing as a data block; an empty text for nothing."""
    if not thing:
        return ""
    text = json.dumps({"@context": _CONTEXT} | thing, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', _Data(text))


class _Data(str):
    """Text whose dangerous signs are escapes already: quotes must stay quotes in a data block."""

    def __html__(self):
        return str(self)


# --- the authority and its service -------------------------------------------------------------------------------
def organisation(authority, focal) -> dict:
    """The authority, with its focal point as the way to reach it."""
    home = absolute(reverse("home:authority", args=[authority.code]))
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{home}#co-quan",
        "name": authority.name,
        "alternateName": authority.short_name,
        "url": home,
        "address": authority.address,
        "telephone": authority.phone,
        "email": authority.email,
        **({"parentOrganization": _named(authority.parent_line)} if authority.parent_line else {}),
        **({"contactPoint": _contact(focal)} if focal else {}),
    }


def _named(name):
    return {"@type": "GovernmentOrganization", "name": name}


def _contact(focal):
    return {
        "@type": "ContactPoint",
        "contactType": "Đầu mối cung cấp thông tin",
        "name": f"{focal.officer_name}, {focal.officer_post}",
        "telephone": focal.phone,
        **({"email": focal.email} if focal.email else {}),
        "availableLanguage": "vi",
        "description": focal.hours,
    }


def service(authority, focal, answer=None) -> dict:
    """Giving information on request: where to ask, what it costs, and how long it takes where one term holds for all."""
    form = absolute(reverse("workflow:new", args=[authority.code]))
    channels = [_channel("Trên trang này", answer, serviceUrl=form)]
    if focal:
        channels += [
            _channel("Tại trụ sở", answer, serviceLocation=_place(focal), servicePhone=_phone(focal.phone)),
            _channel("Qua bưu điện", answer, servicePostalAddress=f"{focal.place}, {focal.address}"),
        ]
    if focal and focal.email:
        channels.append(_channel("Qua thư điện tử", answer, serviceUrl=f"mailto:{focal.email}"))
    return {
        "@type": "GovernmentService",
        "@id": f"{form}#dich-vu",
        "name": "Cung cấp thông tin theo yêu cầu",
        "url": form,
        "serviceType": "Cung cấp thông tin theo Luật Tiếp cận thông tin",
        "provider": {
            "@type": "GovernmentOrganization",
            "@id": f"{absolute(reverse('home:authority', args=[authority.code]))}#co-quan",
            "name": authority.name,
        },
        "availableChannel": channels,
        "offers": {
            "@type": "Offer",
            "price": "0",
            "priceCurrency": "VND",
            "description": "Gửi yêu cầu không mất tiền. Người yêu cầu chỉ trả tiền in, sao, chụp, gửi, nếu có.",
        },
    }


def _channel(name, answer, **where):
    # "12 ngày làm việc" has no ISO duration; it is told in words on the page only.
    term = {"processingTime": f"P{answer.amount}D"} if answer and answer.unit.name == _CALENDAR_DAY else {}
    return {"@type": "ServiceChannel", "name": name, "availableLanguage": "vi"} | where | term


def _place(focal):
    return {"@type": "Place", "name": focal.place, "address": focal.address}


def _phone(number):
    return {"@type": "ContactPoint", "telephone": number}


# --- the page ----------------------------------------------------------------------------------------------------
def questions(rows) -> dict | None:
    """Pairs of question and answer that stand on a page; answers may carry markup."""
    asked = [
        {
            "@type": "Question",
            "name": _plain(question),
            "acceptedAnswer": {"@type": "Answer", "text": _plain(answer)},
        }
        for question, answer in rows
    ]
    return {"@type": "FAQPage", "mainEntity": asked} if asked else None


def questions_of(body) -> list[tuple[str, str]]:
    """The pairs in the question blocks of a page's body."""
    return [
        (row["question"], row["answer"].source)
        for block in body or ()
        if block.block_type == "questions"
        for row in block.value["questions"]
    ]


def breadcrumbs(html: str, here: str) -> dict | None:
    """The trail that stands on the page, read from its own markup, so that both always say the same. `here` is a path."""
    reader = _Trail()
    reader.feed(html)
    steps = [(name.replace(NBSP, " ").strip(), url) for name, url in reader.steps]
    if len(steps) < 2:
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(url or here)}
            for place, (name, url) in enumerate(steps, 1)
        ],
    }


class _Trail(HTMLParser):
    """The entries of `nav.crumbs`: name and address; the last one has no address."""

    def __init__(self):
        super().__init__()
        self.steps, self._is_open = [], False

    def handle_starttag(self, tag, attrs):
        if tag == "li":
            self.steps.append(("", ""))
            self._is_open = True
        elif tag == "a" and self._is_open:
            self.steps[-1] = ("", dict(attrs).get("href") or "")

    def handle_endtag(self, tag):
        self._is_open = self._is_open and tag != "li"

    def handle_data(self, data):
        if self._is_open:
            name, url = self.steps[-1]
            self.steps[-1] = (name + data, url)


class _Head(HTMLParser):
    """What the head says: title, description, and whether search engines may keep the page."""

    def __init__(self):
        super().__init__()
        self.title, self.description, self.is_kept, self._in_title = "", "", True, False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self._in_title = tag == "title"
        if tag == "meta" and attrs.get("name") == "description":
            self.description = attrs.get("content") or ""
        if tag == "meta" and attrs.get("name") == "robots":
            self.is_kept = "noindex" not in (attrs.get("content") or "")

    def handle_data(self, data):
        if self._in_title:
            self.title += data


def share_words(head: str, *, path: str, site_name: str, locale: str) -> str:
    """Canonical address and Open Graph, in the words of the head itself; nothing for pages that nobody may index."""
    said = _Head()
    said.feed(head)
    if not said.is_kept:
        return ""
    address = absolute(path)
    rows = [
        format_html('<link rel="canonical" href="{}">', address),
        format_html('<meta property="og:type" content="{}">', "website"),
        format_html('<meta property="og:locale" content="{}">', locale),
        format_html('<meta property="og:site_name" content="{}">', site_name),
        format_html('<meta property="og:title" content="{}">', _plain(said.title)),
        format_html('<meta property="og:description" content="{}">', _plain(said.description)),
        format_html('<meta property="og:url" content="{}">', address),
    ]
    return format_html_join("\n  ", "{}", ((row,) for row in rows))


def _plain(text) -> str:
    """Words without markup and no-break spaces, on one line."""
    apart = _BLOCK.sub(" <", str(text))
    return " ".join(unescape(strip_tags(apart)).replace(NBSP, " ").split())
