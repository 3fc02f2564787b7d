"""Papers that citizens fill in and sign (01a, 01b, 06): their content, once for the web page, the PDF and the DOCX.

The fields are what the law asks of each paper (L16 Điều 24.2, D18 Điều 4, 5, 7; L26 Điều 24, 29.2). Which of them a law
knows, and what each is called, its form set says; while the official forms under L26 Điều 26.4 are awaited, each bears
the form set's own note.
"""

from dataclasses import dataclass, replace
from datetime import date

from cms.law.errors import LawError
from cms.law.services import rule_set_on
from cms.law.terms import RuleSet


@dataclass(frozen=True)
class Field:
    """One thing to write: its words, how many ruled lines, or the boxes to tick instead. `name` is how it is filled."""

    label: str
    name: str = ""
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
    """A paper: `signs` says who signs it below and `sign_here` how, `note` which official form is awaited."""

    code: str
    title: str
    parts: tuple[Part, ...]
    closing: str
    signs: str
    sign_here: str = "(ký, ghi rõ họ tên, hoặc điểm chỉ)"
    note: str = ""


#: Boxes that `filled_forms` ticks.
FIRST_TIME, ANOTHER_TIME = "lần đầu", "lần thứ …… "
AT_SEAT, BY_POST, BY_MAIL, DOWNLOAD = (
    "xem, ghi chép, chụp tại trụ sở",
    "nhận bản giấy qua bưu điện",
    "nhận tệp qua thư điện tử",
    "tải về trên trang thông tin",
)
BY_FAX = "nhận qua fax"

_ASKED = Part(
    "Thông tin yêu cầu",
    (
        Field("Nội dung thông tin (việc gì, ở đâu, thời gian nào)", "description", lines=4),
        Field("Tên văn bản, hồ sơ, tài liệu, nếu biết", "document_name"),
        Field("Lý do, mục đích", "purpose", lines=2),
        Field("Yêu cầu thông tin này", "times_asked", boxes=(FIRST_TIME, ANOTHER_TIME)),
        Field("Số bản cần nhận", "copies"),
    ),
)
_DELIVERY = Part(
    "Cách nhận thông tin",
    (
        Field(
            "Tôi muốn",
            "delivery",
            boxes=(AT_SEAT, BY_POST, BY_MAIL, DOWNLOAD),
        ),
        Field("Địa chỉ nhận (bưu điện hoặc thư điện tử)", "delivery_address"),
        Field("Cần hỗ trợ (chữ to, âm thanh, chữ nổi, phiên dịch)", "support"),
        Field("Kèm theo văn bản đồng ý của người liên quan", "has_consent", boxes=("có", "không")),
    ),
)
_PERSON = (
    Field("Họ và tên", "name"),
    Field("Số định danh cá nhân hoặc số hộ chiếu", "identity"),
    Field("Nơi cư trú", "residence", lines=2),
    Field("Điện thoại, thư điện tử, nếu có", "contact"),
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
                    (*_PERSON, Field("Người đại diện, nếu có: họ tên, giấy tờ, quan hệ", "representative", lines=2)),
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
                        Field("Tên", "organisation_name"),
                        Field("Địa chỉ", "organisation_address", lines=2),
                        Field("Người đại diện, chức vụ", "organisation_person"),
                        Field("Điện thoại, thư điện tử", "contact"),
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
                Part("Người chấp thuận", tuple(replace(one, name="") for one in _PERSON)),
                Part(
                    "Đồng ý cho cung cấp",
                    (
                        Field("Thông tin được cung cấp", "description", lines=3),
                        Field("Cung cấp cho ai", "to_whom"),
                        Field("Để làm gì, trong phạm vi nào", "purpose", lines=2),
                        Field("Có giá trị đến ngày", "valid_until"),
                    ),
                ),
            ),
            "Tôi tự nguyện đồng ý và biết rằng mình có quyền không đồng ý.",
            "Người chấp thuận",
            "(ký, ghi rõ họ tên, hoặc điểm chỉ; tổ chức ký, đóng dấu)",
        ),
    )
}


def of_law(code: str, rules: RuleSet) -> Blank | None:
    """The paper of that number as this law's form set has it, with its name and note; None where the set has none."""
    blank = BLANKS.get(code)
    form = next((form for form in rules.form_set.forms if form.code == code), None)
    if blank is None or form is None:
        return None
    note = rules.form_set.note if rules.form_set.official_pending else ""
    return replace(blank, title=form.label, note=note)


def on(code: str, day: date) -> Blank | None:
    """The paper of that number for a request sent that day; None if the law in force knows none."""
    try:
        return of_law(code, rule_set_on(day).rules)
    except LawError:
        return None
