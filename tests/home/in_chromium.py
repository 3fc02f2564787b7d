"""The site in a browser without a server between: every request of the page is answered by Django's own client.

What the browser sees is what the site would send, headers included, so its content policy holds as in use. Rows may
stay in the test's transaction, which makes this much faster than a live server.
"""

import contextvars
from contextlib import contextmanager
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client

#: A name that browsers trust without a certificate, as they trust https elsewhere.
HOST = "http://localhost"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_NOT_PASSED = {"cookie", "host", "content-length", "connection", "accept-encoding"}


class Chromium:
    """One window. `files` are the addresses it fetched for the last page, `foreign` those of other hosts."""

    def __init__(self, browser, *, width=1280, scripts=True, **options):
        self.client = Client(raise_request_exception=False, SERVER_NAME="localhost")
        # Playwright answers in a context of its own, where Django would open another connection to the database.
        self._mine = contextvars.copy_context()
        self.files, self.foreign, self.complaints = [], [], []
        #: Answers made beforehand: by path here, by whole address elsewhere.
        self.made, self.others = {}, {}
        self.context = browser.new_context(
            base_url=HOST,
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            locale="vi-VN",
            **options,
        )
        self.context.route("**/*", self._answer)
        self.page = self.context.new_page()
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path):
        self.files = []
        self.page.goto(HOST + path)
        return self.page

    def _answer(self, route):
        request = route.request
        address = urlsplit(request.url)
        self.files.append(request.url)
        if answer := self.others.get(request.url):
            self._give(route, answer)
        elif f"{address.scheme}://{address.netloc}" != HOST:
            self.foreign.append(request.url)
            route.abort()
        elif answer := self.made.get(address.path):
            self._give(route, answer)
        elif address.path.startswith("/static/"):
            path = finders.find(address.path.removeprefix("/static/"))
            kind = _KINDS.get(address.path.rpartition(".")[2], "application/octet-stream")
            route.fulfill(path=path, content_type=kind) if path else route.fulfill(status=404)
        else:
            self._ask(route, request, address)

    def _ask(self, route, request, address):
        headers = {name: value for name, value in request.headers.items() if name not in _NOT_PASSED}
        kind = headers.pop("content-type", "")
        response = self._mine.copy().run(
            self.client.generic,
            request.method,
            address.path + (f"?{address.query}" if address.query else ""),
            request.post_data_buffer or b"",
            content_type=kind,
            headers=headers,
        )
        while response.status_code in {301, 302, 303}:  # the browser would go there past us; the address stays behind
            response = self._mine.copy().run(self.client.get, response["Location"])
        self._give(route, response)

    def _give(self, route, response):
        # The cookies stay with the client, which sends them again by itself.
        sent = {name: value for name, value in response.headers.items() if name.lower() != "set-cookie"}
        body = b"".join(response.streaming_content) if response.streaming else response.content
        route.fulfill(status=response.status_code, headers=sent, body=body)

    # --- what is looked at -------------------------------------------------------------------------------------------
    def broken_rules(self, part=None):
        """Rules of WCAG that the page breaks, or this part of it (a selector): its frame is the same on many pages."""
        options = {"runOnly": RULES, "resultTypes": ["violations"]}
        found = Axe().run(self.page, context=part, options=options).response["violations"]
        return [(rule["id"], rule["nodes"][0]["html"][:160]) for rule in found]

    def sideways(self):
        """How many pixels the page is wider than the screen."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def refused(self):
        """What the browser would not load or run, since the last time; a page that says 4xx is no complaint."""
        said = [text for text in self.complaints if not text.startswith("Failed to load resource")]
        self.complaints.clear()
        return said


@contextmanager
def window(browser, **options):
    shown = Chromium(browser, **options)
    try:
        yield shown
    finally:
        shown.context.close()
