"""Numbers and names people write about themselves: checked by their published shape, never read for anything else.

Each function takes what was typed and returns the form that is kept; ValidationError carries the sentence to show.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.core.text import nfc

_SPACING = re.compile(r"[\s.\-‐‑–—()]+")
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")
_PASSPORT = re.compile(r"[A-Z0-9]{6,9}")
_TAX_CODE = re.compile(r"(\d{10})(?:-?(\d{3}))?")
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
#: Vietnamese and any other letters, spaces, apostrophes, hyphens and dots; digits and signs are slips.
_NOT_IN_NAMES = re.compile(r"[^\w\s.'’\-]|[\d_]")

FOREIGN_DIGITS = _("Chỉ dùng chữ số thường, từ 0 đến 9")
IDENTITY_LENGTH = _("Số định danh phải có đúng 12 chữ số")
IDENTITY_WRONG = _("Số định danh chưa đúng. Hãy xem lại 12 chữ số in trên thẻ căn cước")
PASSPORT_WRONG = _("Số hộ chiếu gồm 6 đến 9 chữ cái và chữ số. Ví dụ: B1234567")
PHONE_WRONG = _("Số điện thoại chưa đúng. Ví dụ: 0912 345 678")
TAX_CODE_WRONG = _("Mã số thuế chưa đúng. Mã gồm 10 chữ số, hoặc 13 chữ số với đơn vị phụ thuộc")
NAME_WRONG = _("Họ và tên chỉ gồm chữ cái, dấu cách, dấu chấm, dấu nháy và gạch nối")
NAME_LENGTH = _("Họ và tên dài từ 2 đến 100 ký tự")


def _digits(typed: str, wrong) -> str:
    """What was typed without spaces, dots and hyphens; ASCII digits only."""
    flat = _SPACING.sub("", nfc(typed))
    if any(char.isdigit() and not char.isascii() for char in flat):
        raise ValidationError(FOREIGN_DIGITS)
    if not flat.isdigit():
        raise ValidationError(wrong)
    return flat


def personal_id(typed: str) -> str:
    """Số định danh cá nhân: 12 digits without a check digit.

    The fourth is 0 or 1 for the 20th century, 2 or 3 for the 21st; later centuries' digits belong to nobody yet. It is
    not compared with places, and nothing about the person is inferred from it.
    """
    digits = _digits(typed, IDENTITY_LENGTH)
    if len(digits) != 12:
        raise ValidationError(IDENTITY_LENGTH)
    if digits[3] not in "0123":
        raise ValidationError(IDENTITY_WRONG)
    return digits


def passport(typed: str) -> str:
    """Six to nine letters and digits, in capitals."""
    flat = _SPACING.sub("", nfc(typed)).upper()
    if not _PASSPORT.fullmatch(flat):
        raise ValidationError(PASSPORT_WRONG)
    return flat


def phone(typed: str) -> str:
    """A Vietnamese number in E.164: mobile 0[35789] with ten digits, landline 02 with eleven."""
    flat = _SPACING.sub("", nfc(typed))
    flat = flat.removeprefix("+")
    digits = _digits(flat, PHONE_WRONG)
    for prefix in ("0084", "84"):
        if digits.startswith(prefix) and len(digits) >= len(prefix) + 9:
            digits = "0" + digits.removeprefix(prefix).removeprefix("0")
            break
    if not (_MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits)):
        raise ValidationError(PHONE_WRONG)
    return "+84" + digits[1:]


def tax_code(typed: str) -> str:
    """Mã số thuế: ten digits with a check digit, or thirteen with the branch behind a hyphen."""
    match = _TAX_CODE.fullmatch(_digits(typed, TAX_CODE_WRONG))
    if match is None:
        raise ValidationError(TAX_CODE_WRONG)
    main, branch = match.groups()
    rest = sum(weight * int(digit) for weight, digit in zip(_TAX_WEIGHTS, main, strict=False)) % 11
    if rest == 0 or int(main[9]) != 10 - rest:
        raise ValidationError(TAX_CODE_WRONG)
    return f"{main}-{branch}" if branch else main


def person_name(typed: str) -> str:
    """A name as its bearer writes it: never split, never forced into title case; one word is a name too."""
    name = " ".join(nfc(typed).split())
    if not 2 <= len(name) <= 100:
        raise ValidationError(NAME_LENGTH)
    if _NOT_IN_NAMES.search(name):
        raise ValidationError(NAME_WRONG)
    return name
