"""Words of a PDF that are there and are not seen.

Whether they are seen is asked of the picture of the page itself: where a letter stands and nothing of it shows, it is
covered, or as pale as the paper. So a black box, a picture, a mark and white letters are all found in the same way.
"""

from collections import Counter

from cms.core.inspection.found import Kind

_SEEN_AT = 1.5  # pixels a point: small letters still show
_MOST_SIDE = 4_000  # pixels, of a picture to look at
_FAINT = 12  # of 255: less contrast is none
_DARK = 128
_FEWEST = 2  # letters and digits of one page; a single one may be a stray mark
_OFF_PAGE = 255  # as unseen as white on white


def unseen(content):
    """(page number, kind) of pages with words that do not show."""
    import pypdfium2

    found = []
    document = pypdfium2.PdfDocument(content)
    try:
        document.init_forms()
        for number in range(len(document)):
            page = document[number]
            found += [(number + 1, kind) for kind in unseen_on(page)[0]]
            page.close()
    finally:
        document.close()
    return found


def unseen_on(page):
    """The kinds of words that do not show, and whether letters are missing here that a reader elsewhere would see."""
    import pypdfium2.raw as pdfium

    words = page.get_textpage()
    count = words.count_chars()
    if not count:
        return [], False
    width, height = page.get_size()
    scale = min(_SEEN_AT, _MOST_SIDE / max(width, height, 1))
    picture = page.render(scale=scale, grayscale=True, draw_annots=True).to_pil()
    left, _bottom, _right, top = page.get_cropbox() if page.get_rotation() == 0 else (None,) * 4
    covered, pale, blank, shown = 0, 0, Counter(), Counter()
    for place in range(count):
        letter = chr(pdfium.FPDFText_GetUnicode(words.raw, place))
        if not letter.isalnum():
            continue
        x0, y0, x1, y1 = words.get_charbox(place)
        if left is None:
            box = _turned(page, (x0, y0, x1, y1), scale)
        else:
            box = ((x0 - left) * scale, (top - y1) * scale, (x1 - left) * scale, (top - y0) * scale)
        shade = _shade(picture, box)
        if shade is None:
            shown[letter] += 1
        elif shade < _DARK:
            covered += 1
        elif letter.isascii() or _has_own_face(words, place):
            pale += 1
        else:
            blank[letter] += 1
    words.close()
    # A face that the file does not bring may lack a letter here: then nobody hid it. A neighbour's ink may still lie in
    # its place now and then, so a letter counts as there only where it mostly shows.
    missing = {letter for letter, number in blank.items() if shown[letter] <= number}
    pale += sum(number for letter, number in blank.items() if letter not in missing)
    kinds = [kind for kind, letters in ((Kind.COVERED_TEXT, covered), (Kind.UNSEEN_TEXT, pale)) if letters >= _FEWEST]
    return kinds, bool(missing)


def _has_own_face(words, place):
    """Whether the letter is drawn in a face that the file brings along."""
    import pypdfium2.raw as pdfium

    thing = pdfium.FPDFText_GetTextObject(words.raw, place)
    face = pdfium.FPDFTextObj_GetFont(thing) if thing else None
    return not face or pdfium.FPDFFont_GetIsEmbedded(face) != 0


def _turned(page, box, scale):
    """The place of a letter in the picture of a page that is turned."""
    import ctypes

    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    wide, high = int(width * scale), int(height * scale)
    corners = []
    for x, y in (box[:2], box[2:]):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, wide, high, 0, x, y, ctypes.byref(across), ctypes.byref(down))
        corners.append((across.value, down.value))
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _shade(picture, box):
    """The one shade where a letter stands, 0 to 255; None where something shows, or the letter lies off the page."""
    x0, y0, x1, y1 = int(box[0]), int(box[1]), int(box[2]) + 1, int(box[3]) + 1
    if x1 <= 0 or y1 <= 0 or x0 >= picture.width or y0 >= picture.height:
        return _OFF_PAGE
    x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, picture.width), min(y1, picture.height)
    if x1 - x0 < 2 or y1 - y0 < 2:
        return None
    low, high = picture.crop((x0, y0, x1, y1)).getextrema()
    return (low + high) // 2 if high - low < _FAINT else None
