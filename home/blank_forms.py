"""Blank papers for citizens, to be printed and filled in by hand: one content for the web page and for the file.

The fields are what the law asks of each paper (L16 Điều 24.2, D18 Điều 4, 5, 7; L26 Điều 24, 29.2). The official forms
under L26 Điều 26.4 are awaited; until then every blank bears the rule set's own note.
"""

from dataclasses import dataclass, replace
from datetime import date

from cms.law.errors import LawError
from cms.law.services import rule_set_on


@dataclass(frozen=True)
class Field:
    """One thing to write: its words, how many ruled lines, or the boxes to tick instead."""

    label: str
    lines: int = 1
    boxes: tuple[str, ...] = ()

    @property
    def more_lines(self) -> range:
        return range(self.lines - 1)


@dataclass(frozen=True)
class Table:
    """Rows to fill in, under these headings."""

    headings: tuple[str, ...]
    rows: int

    @property
    def blank_rows(self) -> range:
        return range(self.rows)


@dataclass(frozen=True)
class Part:
    title: str
    fields: tuple[Field, ...] = ()
    table: Table | None = None


@dataclass(frozen=True)
class Blank:
    """A paper: `signs` says who signs it below."""

    code: str
    title: str
    parts: tuple[Part, ...]
    closing: str
    signs: str
    note: str = ""


_ASKED = Part(
    "Thông tin yêu cầu",
    (
        Field("Nội dung thông tin (việc gì, ở đâu, thời gian nào)", lines=4),
        Field("Tên văn bản, hồ sơ, tài liệu, nếu biết"),
        Field("Lý do, mục đích", lines=2),
        Field("Yêu cầu thông tin này", boxes=("lần đầu", "lần thứ …… ")),
        Field("Số bản cần nhận"),
    ),
)
_DELIVERY = Part(
    "Cách nhận thông tin",
    (
        Field(
            "Tôi muốn",
            boxes=(
                "xem, ghi chép, chụp tại trụ sở",
                "nhận bản giấy qua bưu điện",
                "nhận tệp qua thư điện tử",
                "tải về trên trang thông tin",
            ),
        ),
        Field("Địa chỉ nhận (bưu điện hoặc thư điện tử)"),
        Field("Cần hỗ trợ (chữ to, âm thanh, chữ nổi, phiên dịch)"),
        Field("Kèm theo văn bản đồng ý của người liên quan", boxes=("có", "không")),
    ),
)
_PERSON = (
    Field("Họ và tên"),
    Field("Số định danh cá nhân hoặc số hộ chiếu"),
    Field("Nơi cư trú", lines=2),
    Field("Điện thoại, thư điện tử, nếu có"),
)

BLANKS = {
    blank.code: blank
    for blank in (
        Blank(
            "01a",
            "Phiếu yêu cầu cung cấp thông tin",
            (
                Part(
                    "Người yêu cầu",
                    (*_PERSON, Field("Người đại diện, nếu có: họ tên, giấy tờ, quan hệ", lines=2)),
                ),
                _ASKED,
                _DELIVERY,
            ),
            "Tôi cam kết sử dụng thông tin được cung cấp đúng pháp luật.",
            "Người yêu cầu",
        ),
        Blank(
            "01b",
            "Phiếu yêu cầu cung cấp thông tin (thông qua tổ chức, đoàn thể, doanh nghiệp)",
            (
                Part(
                    "Tổ chức, đoàn thể, doanh nghiệp",
                    (
                        Field("Tên"),
                        Field("Địa chỉ", lines=2),
                        Field("Người đại diện, chức vụ"),
                        Field("Điện thoại, thư điện tử"),
                    ),
                ),
                _ASKED,
                _DELIVERY,
                Part(
                    "Danh sách người cùng yêu cầu",
                    table=Table(("Họ và tên", "Số giấy tờ", "Nơi cư trú", "Lý do, mục đích", "Ký tên"), 6),
                ),
            ),
            "Chúng tôi cam kết sử dụng thông tin được cung cấp đúng pháp luật.",
            "Đại diện tổ chức",
        ),
        Blank(
            "06",
            "Văn bản chấp thuận của cá nhân, tổ chức liên quan",
            (
                Part("Người chấp thuận", _PERSON),
                Part(
                    "Đồng ý cho cung cấp",
                    (
                        Field("Thông tin được cung cấp", lines=3),
                        Field("Cung cấp cho ai"),
                        Field("Để làm gì, trong phạm vi nào", lines=2),
                        Field("Có giá trị đến ngày"),
                    ),
                ),
            ),
            "Tôi tự nguyện đồng ý và biết rằng mình có quyền không đồng ý.",
            "Người chấp thuận (tổ chức: ký, đóng dấu)",
        ),
    )
}


def on(code: str, day: date) -> Blank | None:
    """The blank of that number for a request sent that day, with the note of the law's form set; none if unknown."""
    blank = BLANKS.get(code)
    if blank is None:
        return None
    try:
        rules = rule_set_on(day).rules
    except LawError:
        return blank
    note = rules.form_set.note if rules.form_set.official_pending else ""
    return replace(blank, note=note)
