"""How things are shown: amounts, file sizes, telephone numbers, headings that break between words."""

import re
from itertools import pairwise

NBSP = "\u00a0"
_SEPARATORS = re.compile(r"[\s.\-()]+")
#: Words of two or more syllables that headings use; a balanced line would otherwise cut them in two.
_WORDS = re.compile(
    r"\b("
    "thông tin|công khai|cơ quan|yêu cầu|hồ sơ|cung cấp|tiếp cận|tiếp nhận|tra cứu|thời hạn|thời gian|khiếu nại|"
    "phản ánh|"
    "đầu mối|danh mục|ủy ban|nhân dân|hội đồng|văn phòng|trả lời|làm việc|liên hệ|kiểm tra|người dân|dữ liệu|cá nhân|"
    "bảo vệ|khả năng|hướng dẫn|giới thiệu|địa chỉ|điện thoại|điện tử|bổ sung|gia hạn|từ chối|xử lý|nội dung|mục đích|"
    "lý do|tài liệu|chi phí|thanh toán|kinh tế|môi trường|nông nghiệp|xây dựng|tài chính|tư pháp|nội vụ|y tế|giáo dục|"
    "đào tạo|khoa học|công nghệ|công thương|đăng ký|quyết định|thông báo|hệ thống|tạm thời|biên nhận|tình trạng|"
    "pháp luật|trách nhiệm|giấy tờ|diễn biến|tư cách|tổ chức|đại diện|đồng ý|trước khi|tiếp theo|trung tâm"
    r")\b",
    re.IGNORECASE,
)


def amount(dong: int) -> str:
    """1234567 → "1.234.567 đồng"."""
    return f"{int(dong):,}".replace(",", ".") + " đồng"


def file_size(size: int) -> str:
    """Bytes as people read them: "512 byte", "96 KB", "1,2 MB"; 1 KB is 1,024 bytes."""
    if size < 1024:
        return f"{size} byte"
    kilobytes = size / 1024
    if kilobytes < 1000:
        return f"{kilobytes:.0f} KB"
    megabytes = kilobytes / 1024
    return (f"{megabytes:.1f}" if megabytes < 10 else f"{megabytes:.0f}").replace(".", ",").removesuffix(",0") + " MB"


def _national(number: str) -> str:
    """The digits with the leading zero, or an empty text where it is no Vietnamese number."""
    digits = _SEPARATORS.sub("", number or "")
    for prefix in ("+84", "0084"):
        if digits.startswith(prefix):
            digits = "0" + digits.removeprefix(prefix)
    return digits if digits.isascii() and digits.isdigit() else ""


def phone(number: str) -> str:
    """Mobile "0912 345 678", landline "0298 3866 027", +84 turned into 0; anything else stays as written."""
    digits = _national(number)
    if len(digits) == 10 and digits.startswith("0"):
        groups = (4, 3, 3)
    elif len(digits) == 11 and digits.startswith(("024", "028")):
        groups = (3, 4, 4)
    elif len(digits) == 11 and digits.startswith("02"):
        groups = (4, 4, 3)
    else:
        return number or ""
    parts, start = [], 0
    for length in groups:
        parts.append(digits[start : start + length])
        start += length
    return " ".join(parts)


def dial(number: str) -> str:
    """What a `tel:` link carries; only the first of several numbers, without an extension."""
    first = re.split(r"[,;/]|máy|-\s", number or "")[0]
    return _national(first) or re.sub(r"[^\d+]", "", first)


def joined(text: str) -> str:
    """A heading whose words and names stay whole: their syllables are joined by no-break spaces."""
    text = _WORDS.sub(lambda match: match.group().replace(" ", NBSP), text or "")
    parts = text.split(" ")
    line = parts[0]
    for left, right in pairwise(parts):
        line += (NBSP if _is_name(left.split(NBSP)[-1]) and _is_name(right) else " ") + right
    return line


def _is_name(syllable: str) -> bool:
    # Syllables of Vietnamese names have six letters at most; longer words are English, and break as they like.
    return syllable[:1].isupper() and len(syllable) <= 6
