"""Word documents: comments, tracked changes, hidden text. Places are paragraphs, counted as they stand in the part."""

from cms.core.inspection.found import CannotClean, Found, Kind, Place
from cms.core.inspection.package import RELATIONSHIP, Package, clean_package, local, of_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
_TEXTS = r"word/(?:glossary/)?(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml"
_COMMENTS = r"word/(?:comments\w*|people)\.xml"
_TAKEN_OUT = {f"{_W}{name}" for name in ("del", "moveFrom")}
_PUT_IN = {f"{_W}{name}" for name in ("ins", "moveTo")}
_CHANGED = {
    f"{_W}{name}"
    for name in ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange",
                 "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge")
}  # fmt: skip
_MOVE_MARKS = {
    f"{_W}{name}"
    for name in ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
                 "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd")
}  # fmt: skip
_COMMENT_MARKS = {f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd")}
_PARTS = {"document": "", "footnotes": "chú thích", "endnotes": "chú thích cuối"}


def inspect(content: bytes) -> list[Found]:
    package = Package(content, MAIN)
    hidden = _hidden_styles(package)
    found = []
    for name in package.names(_TEXTS):
        for number, paragraph in enumerate(package.tree(name).iter(f"{_W}p"), start=1):
            where = _where(name, number)
            found += [Found(kind, Place.PARAGRAPH, where) for kind in _of_paragraph(paragraph, hidden)]
        if any(element.tag in _CHANGED | _PUT_IN | _TAKEN_OUT for element in _outside_paragraphs(package.tree(name))):
            found.append(Found(Kind.TRACKED, Place.PART, name))
        if any(True for _one in package.tree(name).iter(f"{_W}altChunk")):
            found.append(Found(Kind.EMBEDDED, Place.PART, name))
    # Comments that no paragraph names any more are kept in the file all the same.
    if not any(one.kind == Kind.COMMENT for one in found):
        found += [Found(Kind.COMMENT, Place.PART, name) for name in package.names(r"word/comments\.xml")
                  if len(package.tree(name))]  # fmt: skip
    if any(True for root in _settings(package) for _one in root.iter(f"{_W}docVar")):
        found.append(Found(Kind.CUSTOM_DATA, Place.PART, "word/settings.xml"))
    return found + of_package(package)


def _where(name, number):
    part = name.rsplit("/", 1)[-1].removesuffix(".xml")
    words = _PARTS.get(part, "đầu trang" if part.startswith("header") else "chân trang")
    return f"{number} ({words})" if words else str(number)


def _settings(package):
    return [package.tree(name) for name in package.names(r"word/settings\.xml")]


def _of_paragraph(paragraph, hidden):
    own = [one for one in paragraph.iter() if next(one.iterancestors(f"{_W}p"), None) is paragraph]
    kinds = []
    if any(one.tag in _TAKEN_OUT | _PUT_IN | _CHANGED | _MOVE_MARKS for one in own):
        kinds.append(Kind.TRACKED)
    if any(one.tag in _COMMENT_MARKS or one.tag == f"{_W}commentReference" for one in own):
        kinds.append(Kind.COMMENT)
    if any(one.tag == f"{_W}r" and _is_hidden(one, paragraph, hidden) and _says(one) for one in own):
        kinds.append(Kind.HIDDEN_TEXT)
    return kinds


def _outside_paragraphs(root):
    return (one for one in root.iter() if one.tag != f"{_W}p" and not any(True for _p in one.iterancestors(f"{_W}p")))


def _says(run):
    return any(one.text for one in run.iter(f"{_W}t", f"{_W}instrText", f"{_W}delText")) or any(
        True for _one in run.iter("{*}drawing", "{*}pict", "{*}object")
    )


def _is_on(mark):
    return mark is not None and (mark.get(f"{_W}val") or "true").lower() not in ("0", "false", "off", "none")


def _hidden_styles(package):
    """Styles whose letters are not shown, with those made from them."""
    root = package.tree("word/styles.xml")
    if root is None:
        return frozenset()
    own, made_from = set(), {}
    for style in root.iter(f"{_W}style"):
        number = style.get(f"{_W}styleId")
        if _is_on(style.find(f"{_W}rPr/{_W}vanish")):
            own.add(number)
        elif (base := style.find(f"{_W}basedOn")) is not None and style.find(f"{_W}rPr/{_W}vanish") is None:
            made_from[number] = base.get(f"{_W}val")
    for _round in range(len(made_from)):
        more = {number for number, base in made_from.items() if base in own} - own
        if not more:
            break
        own |= more
    return frozenset(own)


def _is_hidden(run, paragraph, hidden):
    mark = run.find(f"{_W}rPr/{_W}vanish")
    if mark is not None:
        return _is_on(mark)
    style = run.find(f"{_W}rPr/{_W}rStyle")
    of_paragraph = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return any(one is not None and one.get(f"{_W}val") in hidden for one in (style, of_paragraph))


# --- cleaning ------------------------------------------------------------------------------------------------------
def clean(content: bytes) -> bytes:
    """All changes accepted, comments and hidden text gone: what the last reader sees is what stands there."""
    package = Package(content, MAIN)
    hidden = _hidden_styles(package)
    for name in package.names(_TEXTS):
        root = package.tree(name, to_change=True)
        if any(True for _one in root.iter(f"{_W}altChunk")):
            raise CannotClean
        _accept(root)
        _forget_comments(root)
        for paragraph in list(root.iter(f"{_W}p")):
            for run in list(paragraph.iter(f"{_W}r")):
                if next(run.iterancestors(f"{_W}p")) is paragraph and _is_hidden(run, paragraph, hidden):
                    run.getparent().remove(run)
        _keep_pictures(package, name, root)
    for name in package.names(_COMMENTS):
        package.drop(name)
    for name in package.names(r"word/settings\.xml"):
        root = package.tree(name, to_change=True)
        for one in list(root.iter(f"{_W}docVars", f"{_W}trackRevisions", f"{_W}rsids")):
            one.getparent().remove(one)
    clean_package(package)
    return package.written()


def _accept(root):
    for row in [one for one in root.iter(f"{_W}tr") if one.find(f"{_W}trPr/{_W}del") is not None]:
        row.getparent().remove(row)
    for cell in [one for one in root.iter(f"{_W}tc") if one.find(f"{_W}tcPr/{_W}cellDel") is not None]:
        cell.getparent().remove(cell)
    for paragraph in list(root.iter(f"{_W}p")):
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None or (
            paragraph.find(f"{_W}pPr/{_W}rPr/{_W}moveFrom") is not None
        ):
            _join_with_next(paragraph)
    for element in list(root.iter(*_TAKEN_OUT, *_CHANGED, *_MOVE_MARKS)):
        if element.getparent() is not None:
            element.getparent().remove(element)
    for element in list(root.iter(*_PUT_IN)):
        parent, place = element.getparent(), element.getparent().index(element)
        parent.remove(element)
        for offset, child in enumerate(list(element)):
            parent.insert(place + offset, child)


def _join_with_next(paragraph):
    """The end of a paragraph was taken out: what is left of it stands at the beginning of the next."""
    left = [one for one in paragraph if one.tag not in _TAKEN_OUT and local(one) != "pPr"]
    following = paragraph.getnext()
    if following is None or following.tag != f"{_W}p":
        if any(True for one in left for _text in one.iter(f"{_W}t")):
            return
        if paragraph.getparent().tag == f"{_W}tc" and len(paragraph.getparent().findall(f"{_W}p")) == 1:
            return  # a cell needs a paragraph
    else:
        place = 1 if len(following) and local(following[0]) == "pPr" else 0
        for offset, one in enumerate(left):
            following.insert(place + offset, one)
    paragraph.getparent().remove(paragraph)


def _forget_comments(root):
    for element in list(root.iter(*_COMMENT_MARKS)):
        element.getparent().remove(element)
    for mark in list(root.iter(f"{_W}commentReference")):
        run = mark.getparent()
        run.remove(mark)
        if not _says(run) and all(local(one) == "rPr" for one in run):
            run.getparent().remove(run)


def _keep_pictures(package, name, root):
    """An embedded file goes; the picture of it that stands on the page stays."""
    for element in list(root.iter("{urn:schemas-microsoft-com:office:office}OLEObject", f"{_W}control")):
        number = element.get(f"{RELATIONSHIP}id")
        element.getparent().remove(element)
        for one in package.relations(name, to_change=True):
            if one.get("Id") == number:
                one.getparent().remove(one)
