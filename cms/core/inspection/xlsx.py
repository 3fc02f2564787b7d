"""Spreadsheets: sheets, rows and columns that are kept from view, copies of other data, comments, names that lead out."""

import re

from lxml import etree

from cms.core.inspection.found import CannotClean, Found, Kind, Place
from cms.core.inspection.package import RELATIONSHIP, Package, clean_package, local, of_package, target_of

MAIN = "xl/workbook.xml"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COMMENTS = r"xl/(?:comments\d*|comments/[^/]*|threadedComments/[^/]*|persons/[^/]*)\.xml"
_PIVOTS = r"xl/pivot(?:Cache|Tables)/[^/]*\.xml"
_CONNECTIONS = r"xl/(?:connections|queryTables/[^/]*)\.xml"
_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
#: A name that leads to another workbook: [1]Sheet!A1, 'D:\Thư mục\[a.xlsx]Sheet'!A1.
_OUTSIDE = re.compile(r"\[[^\]]+\]|#REF!|\\\\|[A-Za-z]:\\")
_TO_OTHER_BOOK = re.compile(r"\[\d+\]|'[^']*\[[^\]]+\]")


class _Book:
    """The sheets of a workbook in their order: name, part, how it is shown."""

    def __init__(self, content):
        self.package = Package(content, MAIN)
        self.root = self.package.tree(MAIN)
        relations = {one.get("Id"): one for one in self.package.relations(MAIN)}
        self.sheets = []
        for sheet in self.root.iter(f"{_S}sheet"):
            relation = relations.get(sheet.get(f"{RELATIONSHIP}id"))
            part = target_of(MAIN, relation) if relation is not None else ""
            self.sheets.append((sheet, sheet.get("name") or "", part, sheet.get("state") or "visible"))

    def tree(self, part, **more):
        root = self.package.tree(part, **more)
        return root if root is not None and local(root) == "worksheet" else None


def inspect(content: bytes) -> list[Found]:
    book, found = _Book(content), []
    package = book.package
    for _sheet, name, part, state in book.sheets:
        if state != "visible":
            kind = Kind.VERY_HIDDEN_SHEET if state == "veryHidden" else Kind.HIDDEN_SHEET
            found.append(Found(kind, Place.SHEET, name))
        if (root := book.tree(part)) is not None:
            found += [Found(Kind.HIDDEN_ROWS, Place.ROWS, f"{name}!{span}") for span in _spans(_hidden_rows(root))]
            hidden = sorted({_column(cell) for cell in _in_hidden_columns(root)})
            found += [
                Found(Kind.HIDDEN_COLUMNS, Place.COLUMNS, f"{name}!{_letters(first)}:{_letters(last)}")
                for first, last in _runs(hidden)
            ]
        found += _comments_of(package, name, part)
    known = {part for _sheet, _name, part, _state in book.sheets}
    for part in package.names(r"xl/worksheets/[^/]*\.xml"):
        if part not in known:  # no sheet of the workbook, and its cells are there all the same
            found.append(Found(Kind.VERY_HIDDEN_SHEET, Place.PART, part))
    if not any(one.kind == Kind.COMMENT for one in found):
        found += [Found(Kind.COMMENT, Place.PART, part) for part in package.names(_COMMENTS) if "/persons/" not in part]
    for pattern, kind in (
        (r"xl/pivotCache/[^/]*\.xml", Kind.PIVOT_CACHE),
        (r"xl/externalLinks/[^/]*\.xml", Kind.EXTERNAL_LINK),
        (_CONNECTIONS, Kind.CONNECTION),
        (r"xl/revisions/[^/]*\.xml", Kind.TRACKED),
    ):
        found += [Found(kind, Place.PART, part) for part in package.names(pattern)]
    for one in book.root.iter(f"{_S}definedName"):
        if _OUTSIDE.search(one.text or ""):
            found.append(Found(Kind.NAME_OUTSIDE, Place.NAME, one.get("name") or ""))
    if any(local(one) == "absPath" and one.get("url") for one in book.root.iter()):
        found.append(Found(Kind.FOLDER, Place.PART, MAIN))
    if _leftovers(book):
        found.append(Found(Kind.LEFTOVER_TEXT, Place.PART, "xl/sharedStrings.xml"))
    return found + of_package(package)


def _comments_of(package, name, part):
    if not part:
        return []
    parts = package.targets(part, "comments") + package.targets(part, "threadedComment")
    refs = [one.get("ref") for each in parts if each in package.parts
            for one in package.tree(each).iter() if local(one) in ("comment", "threadedComment")]  # fmt: skip
    return [Found(Kind.COMMENT, Place.CELL, f"{name}!{ref}") for ref in dict.fromkeys(refs)]


# --- cells -------------------------------------------------------------------------------------------------------
def _says(cell):
    return any(local(one) in ("v", "f", "t") and (one.text or "") for one in cell.iter())


def _hidden_rows(root):
    default = root.find(f"{_S}sheetFormatPr")
    all_hidden = default is not None and default.get("zeroHeight") in ("1", "true")
    rows = []
    for row in root.iter(f"{_S}row"):
        is_low = row.get("ht") is not None and row.get("customHeight") in ("1", "true") and float(row.get("ht")) < 1
        is_hidden = row.get("hidden") in ("1", "true") or is_low or (all_hidden and row.get("ht") is None)
        if is_hidden and any(_says(cell) for cell in row):
            rows.append(row)
    return rows


def _spans(rows):
    numbers = sorted(int(row.get("r") or 0) for row in rows)
    return [f"{first}:{last}" for first, last in _runs(numbers)]


def _runs(numbers):
    runs = []
    for number in numbers:
        if runs and number <= runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [tuple(run) for run in runs]


def _hidden_columns(root):
    return [
        (int(one.get("min")), int(one.get("max")))
        for one in root.iter(f"{_S}col")
        if one.get("hidden") in ("1", "true") or (one.get("width") is not None and float(one.get("width")) < 0.3)
    ]


def _in_hidden_columns(root):
    spans = _hidden_columns(root)
    if not spans:
        return []
    return [
        cell
        for cell in root.iter(f"{_S}c")
        if any(first <= _column(cell) <= last for first, last in spans) and _says(cell)
    ]


def _column(cell):
    found, number = _CELL.fullmatch(cell.get("r") or ""), 0
    for letter in found[1] if found else "":
        number = number * 26 + ord(letter) - 64
    return number


def _letters(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _used_strings(book):
    used = set()
    for part in book.package.names(r"xl/worksheets/[^/]*\.xml"):
        for cell in book.package.tree(part).iter(f"{_S}c"):
            if cell.get("t") == "s" and (value := cell.find(f"{_S}v")) is not None and (value.text or "").isdigit():
                used.add(int(value.text))
    return used


def _leftovers(book):
    """Texts of cells that are no more."""
    root = book.package.tree("xl/sharedStrings.xml")
    if root is None:
        return []
    used = _used_strings(book)
    strings = [one for one in root if local(one) == "si"]
    return [one for number, one in enumerate(strings) if number not in used and "".join(one.itertext()).strip()]


# --- cleaning ------------------------------------------------------------------------------------------------------
def clean(content: bytes) -> bytes:
    """What is seen, as values where a formula drew on what goes."""
    book = _Book(content)
    package = book.package
    if all(state != "visible" for _sheet, _name, _part, state in book.sheets):
        raise CannotClean
    loses_cells = _drop_hidden(book)
    outside = package.names(r"xl/externalLinks/[^/]*\.xml")
    for part in [*outside, *package.names(_PIVOTS), *package.names(_CONNECTIONS), *package.names(_COMMENTS),
                 *package.names(r"xl/revisions/[^/]*\.xml")]:  # fmt: skip
        package.drop(part)
    if loses_cells or outside:
        for part in package.names(r"xl/worksheets/[^/]*\.xml"):
            _keep_values(package.tree(part, to_change=True))
        package.drop("xl/calcChain.xml")
    _mend_book(book)
    for part in package.names(r"xl/worksheets/[^/]*\.xml"):
        _mend_sheet(package, part)
    for part in package.names(r"xl/tables/[^/]*\.xml"):
        root = package.tree(part, to_change=True)
        for name in ("tableType", "connectionId"):
            root.attrib.pop(name, None)
    if left := _leftovers(book):
        package.tree("xl/sharedStrings.xml", to_change=True)
        for one in left:
            for child in list(one):
                one.remove(child)
            etree.SubElement(one, f"{_S}t")
    clean_package(package)
    return package.written()


def _drop_hidden(book):
    """Hidden sheets with all that is theirs; the cells of hidden rows and columns. Whether any cell went."""
    package, went = book.package, False
    places = {}
    for number, (sheet, _name, part, state) in enumerate(book.sheets):
        if state == "visible":
            places[number] = len(places)
            continue
        for kind in ("drawing", "table", "comments", "vmlDrawing", "pivotTable", "threadedComment"):
            for target in package.targets(part, kind):
                package.drop(target)
        package.drop(part)
        sheet.getparent().remove(sheet)
        went = True
    for part in set(package.names(r"xl/worksheets/[^/]*\.xml")) - {part for _s, _n, part, _state in book.sheets}:
        package.drop(part)
    for part in package.names(r"xl/worksheets/[^/]*\.xml"):
        root = package.tree(part, to_change=True)
        cells = [cell for row in _hidden_rows(root) for cell in row] + _in_hidden_columns(root)
        for cell in cells:
            if cell.getparent() is not None:
                cell.getparent().remove(cell)
        went = went or bool(cells)
    _renumber(book, places)
    return went


def _renumber(book, places):
    root = book.package.tree(MAIN, to_change=True)
    gone = {name for _sheet, name, _part, state in book.sheets if state != "visible"}
    for one in list(root.iter(f"{_S}definedName")):
        text, number = one.text or "", one.get("localSheetId")
        names_gone = any(f"{name}!" in text or f"'{name}'!" in text for name in gone)
        if names_gone or _OUTSIDE.search(text) or (number is not None and int(number) not in places):
            one.getparent().remove(one)
        elif number is not None:
            one.set("localSheetId", str(places[int(number)]))
    for view in root.iter(f"{_S}workbookView"):
        for name in ("activeTab", "firstSheet"):
            if name in view.attrib:
                view.set(name, str(places.get(int(view.get(name)), 0)))


def _keep_values(root):
    for formula in list(root.iter(f"{_S}f")):
        formula.getparent().remove(formula)
    # A list to choose from, or a colour, that is counted from another sheet would no longer be what was seen.
    for one in list(root.iter(f"{_S}dataValidation")):
        if any(local(part).startswith("formula") and "!" in (part.text or "") for part in one):
            one.getparent().remove(one)
    for one in list(root.iter(f"{_S}dataValidations")):
        if not len(one):
            one.getparent().remove(one)


def _mend_book(book):
    root = book.package.tree(MAIN, to_change=True)
    wanted = {"externalReferences", "pivotCaches", "absPath"}
    for one in [one for one in root.iter() if local(one) in wanted]:
        above = one.getparent()
        above.remove(one)
        if local(above) == "Choice":  # mc:AlternateContent around the writer's folder
            around = above.getparent()
            around.getparent().remove(around)
    for one in list(root.iter(f"{_S}definedNames")):
        if not len(one):
            one.getparent().remove(one)


def _mend_sheet(package, part):
    """Drawings that held only comments go with them."""
    root = package.tree(part, to_change=True)
    for drawing in package.targets(part, "vmlDrawing"):
        if b'ObjectType="Note"' in package.parts.get(drawing, b""):
            number = next((one.get("Id") for one in package.relations(part) if target_of(part, one) == drawing), None)
            package.drop(drawing)
            for one in list(root.iter(f"{_S}legacyDrawing")):
                if one.get(f"{RELATIONSHIP}id") == number:
                    root.remove(one)
    for one in list(root.iter(f"{_S}oleObjects", f"{_S}controls")):
        above = one.getparent()
        above.remove(one)
        if local(above) == "Choice":
            above.getparent().getparent().remove(above.getparent())
