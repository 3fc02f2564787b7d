"""What the HTML standard asks of a page, as far as a parser of the standard library can see it: strictly, by line."""

from html.parser import HTMLParser


def _words(text):
    return frozenset(text.split())


VOID = _words("area base br col embed hr img input link meta source track wbr")
BLOCK = _words(
    "address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul"
)
PHRASE_ONLY = _words("p h1 h2 h3 h4 h5 h6 span b i em strong small abbr time dt summary legend label button")
#: What may hold a block although it is named above: a legend or a summary may hold one heading.
MAY_HOLD_HEADING = {"legend", "summary"}
#: An entry lives in one of these only; the empty string stands for "anything".
PARENTS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "tr": {"table", "thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "thead": {"table"},
    "tbody": {"table"},
    "caption": {"table"},
    "option": {"select", "optgroup", "datalist"},
    "legend": {"fieldset"},
    "summary": {"details"},
    "figcaption": {"figure"},
    "title": {"head", "svg"},
}
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "tr": {"th", "td"},
    "select": {"option", "optgroup"},
}
ALSO = {"script", "template"}
INTERACTIVE = {"a", "button", "select", "textarea", "details", "label", "iframe"}
GONE = _words("acronym applet basefont big center dir font frame frameset marquee nobr strike tt")
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")


class Page(HTMLParser):
    """Reads one page; `slips` are (line, what is wrong)."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.slips, self.stack, self.ids, self.refers, self.count = [], [], set(), [], {}

    def slip(self, text):
        self.slips.append((self.getpos()[0], text))

    def handle_decl(self, decl):
        if decl.lower() != "doctype html":
            self.slip(f"<!{decl}>")

    def handle_starttag(self, tag, attrs):
        self._place(tag)
        self._attributes(tag, attrs)
        self.count[tag] = self.count.get(tag, 0) + 1
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        if "svg" in self.stack or tag == "svg":  # foreign elements may end themselves
            self._attributes(tag, attrs)
        else:
            self.slip(f"<{tag}/> ends itself")

    def handle_endtag(self, tag):
        if tag in VOID:
            self.slip(f"</{tag}>")
        elif not self.stack or self.stack[-1] != tag:
            self.slip(f"</{tag}> where <{self.stack[-1] if self.stack else ''}> is open")
            if tag in self.stack:
                del self.stack[len(self.stack) - 1 - self.stack[::-1].index(tag) :]
        else:
            self.stack.pop()

    def handle_data(self, data):
        inside = self.stack[-1] if self.stack else ""
        if inside not in {"script", "style"} and "&" in data:
            self.slip(f"bare & in {data.strip()[:40]!r}")
        if data.strip() and inside in CHILDREN:
            self.slip(f"text in <{inside}>: {data.strip()[:40]!r}")

    def _place(self, tag):
        parent = self.stack[-1] if self.stack else ""
        if "svg" in self.stack:
            return
        if tag in GONE:
            self.slip(f"<{tag}> is obsolete")
        if tag in PARENTS and parent not in PARENTS[tag]:
            self.slip(f"<{tag}> in <{parent}>")
        if parent in CHILDREN and tag not in CHILDREN[parent] | ALSO:
            self.slip(f"<{tag}> as child of <{parent}>")
        if tag in BLOCK:
            for holder in self.stack:
                if holder in PHRASE_ONLY and not (holder in MAY_HOLD_HEADING and tag[0] == "h"):
                    self.slip(f"<{tag}> within <{holder}>")
        if tag in INTERACTIVE and {"a", "button"} & set(self.stack):
            self.slip(f"<{tag}> within a link or button")
        if tag == "form" and "form" in self.stack:
            self.slip("<form> within <form>")

    def _attributes(self, tag, attrs):
        names = [name for name, _value in attrs]
        if len(names) != len(set(names)):
            self.slip(f"<{tag}> has an attribute twice: {names}")
        told = dict(attrs)
        if (name := told.get("id")) is not None:
            if not name or " " in name or name in self.ids:
                self.slip(f"id {name!r} is empty or not the only one")
            self.ids.add(name)
        if tag == "img" and ("alt" not in told or not told.get("src")):
            self.slip("<img> without alt or src")
        if tag == "a" and told.get("href") == "":
            self.slip("<a> that leads nowhere")
        if tag == "input" and told.get("type") != "hidden" and not (told.get("id") or told.get("aria-label")):
            self.slip(f"<input> without id: {told}")
        for name in REFERENCES:
            self.refers += [(self.getpos()[0], one) for one in (told.get(name) or "").split()]
        href = told.get("href") or ""
        if href.startswith("#") and len(href) > 1 and "svg" not in self.stack:
            self.refers.append((self.getpos()[0], href[1:]))

    def finish(self):
        self.close()
        if self.stack:
            self.slip(f"never closed: {self.stack}")
        for tag in ("html", "head", "title", "body", "main", "h1"):
            if self.count.get(tag, 0) - (self.count.get("svg", 0) and tag == "title" and self.count["title"] - 1) != 1:
                self.slip(f"{self.count.get(tag, 0)} times <{tag}>")
        self.slips += [
            (line, f"refers to #{name}, which is not there") for line, name in self.refers if name not in self.ids
        ]
        return self.slips


def slips_of(html: str) -> list[tuple[int, str]]:
    """Every breach of the rules, with its line."""
    page = Page()
    page.feed(html)
    return page.finish()
