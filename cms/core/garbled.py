"""Vietnamese text that was read with the wrong table of letters: named in a sentence, never stored.

"Quyáº¿t Ä‘á»‹nh" is UTF-8 read as Windows-1252, "Quy?t ??nh" was saved where those letters did not exist, "Quy ho¹ch" was
typed in a TCVN3 font. None of them can be searched or read aloud, and nobody notices among thousands of rows.
"""

import re

from cms.core.tables import old_code_page

#: Pairs that UTF-8 leaves behind when it is read as Windows-1252 or 1258, or as Mac Roman; Vietnamese has none of them.
_MISREAD = re.compile(r"á[º»][^\s]|Ä[‘\u0090ƒ]|Æ[°¡]|[ÃĂ][\u00a0-\u00bfƒ]|·[∫ª]|ƒë|∆[°∞]")
#: A question mark inside a word: a letter was lost.
_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]|[^\W\d_]\?\?|\?\?[^\W\d_]|\ufffd")
_ANY = re.compile(r"[^\x00-\x7f]|\?")


def fault(text: str) -> str:
    """What is wrong with the letters of this text, as the end of a sentence; empty where nothing is."""
    if not _ANY.search(text):
        return ""
    if _MISREAD.search(text):
        meant = _mended(text)
        told = "chữ bị đọc sai bảng mã (UTF-8 đọc thành Windows-1252, 1258)"
        return f"{told}; có lẽ là “{meant[:80]}”" if meant else told
    if _LOST.search(text):
        return "có chữ đã mất dấu thành “?”. Hãy lưu lại tệp gốc bằng UTF-8"
    if page := old_code_page(text):
        return f"chữ dùng bảng mã cũ {page}. Hãy chuyển tệp sang Unicode"
    return ""


def _mended(text: str) -> str:
    """What the text probably was; empty where it cannot be told."""
    try:
        return b"".join(_as_byte(letter) for letter in text).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""


def _as_byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")  # five bytes that Windows-1252 leaves open
