"""Reads the table of another register into rows to bring in: every cell typed, every slip named in Vietnamese."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from cms.core import tables
from cms.core.identifiers import passport, person_name, personal_id, phone
from cms.core.text import fold
from workflow.choices import Channel, Complexity, DeliveryWay, IdentityKind, NetworkNotice, Status
from workflow.models import CaseNote, InformationRequest, Requester
from workflow.services.answers import Answers, Person
from workflow.services.importing import ENDINGS, Incoming, Slip

#: Other words for a column's title, as this house's own register and paper books have them.
ALSO = {
    "Mã hồ sơ ngoài": ("Số hồ sơ", "Số thứ tự"),
    "Nơi cấp mã ngoài": ("Nguồn",),
    "Địa chỉ": ("Nơi cư trú",),
    "Ngày hẹn": ("Ngày hẹn ở nơi tiếp nhận",),
    "Ghi chú": ("Căn cứ từ chối",),
}
#: How books shorten what the choices call in full.
SHORT = {
    "buu dien": Channel.POST,
    "truc tiep": Channel.IN_PERSON,
    "mot cua": Channel.ONE_STOP,
    "email": Channel.EMAIL,
    "truc tuyen": Channel.ONLINE,
    "don gian": Complexity.SIMPLE,
    "phuc tap": Complexity.COMPLEX,
    "tu choi": Status.REFUSED,
    "cung cap mot phan": Status.PROVIDED_PARTLY,
    "rut": Status.WITHDRAWN,
}
_DATE_FORMATS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d")


class CellError(Exception):
    """What is wrong with one cell, in a sentence."""


@dataclass
class Reading:
    """The rows that could be read, the slips of those that could not, and columns that nobody asked for."""

    rows: list[Incoming] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


# --- cells -------------------------------------------------------------------------------------------------------
def _text(model_field) -> Callable:
    def read(text, cell):
        longest = model_field.max_length
        if longest is not None and len(text) > longest:
            raise CellError(f"dài quá {longest} ký tự")
        return text

    return read


def _day(text, cell):
    if isinstance(cell, date):
        return cell
    for pattern in _DATE_FORMATS:
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    raise CellError(f"“{text}” chưa phải ngày, ví dụ 25/11/2026")


def _choice(choices) -> Callable:
    known = {fold(str(label)): code for code, label in choices} | {fold(code): code for code, _label in choices}
    codes = {code for code, _label in choices}
    known |= {words: code for words, code in SHORT.items() if code in codes}
    one_of = ", ".join(str(label) for _code, label in choices)

    def read(text, cell):
        if fold(text) not in known:
            raise CellError(f"“{text}” không có trong danh sách: {one_of}")
        return known[fold(text)]

    return read


def _checked(check) -> Callable:
    def read(text, cell):
        try:
            return check(text)
        except ValidationError as error:
            raise CellError(error.messages[0]) from error

    return read


def _identity(text):
    """A personal number, an old nine-digit one, or a passport."""
    if text.replace(" ", "").isdigit() and len(text.replace(" ", "")) != 9:
        return personal_id(text)
    return passport(text)


def _mail(text):
    validate_email(text)
    return text


@dataclass(frozen=True)
class _Cell:
    title: str
    read: Callable
    required: bool = False


def _field(model, name):
    return _text(model._meta.get_field(name))


_CELLS = {
    "external_number": _Cell("Mã hồ sơ ngoài", _field(InformationRequest, "external_number"), required=True),
    "external_source": _Cell("Nơi cấp mã ngoài", _field(InformationRequest, "external_source")),
    "sent_on": _Cell("Ngày gửi", _day, required=True),
    "received_on": _Cell("Ngày nhận", _day),
    "channel": _Cell("Kênh gửi", _choice([row for row in Channel.choices if row[0] != Channel.PHONE]), required=True),
    "name": _Cell("Họ và tên", _checked(person_name), required=True),
    "identity": _Cell("Số giấy tờ", _checked(_identity)),
    "province": _Cell("Tỉnh, thành phố", _field(Requester, "province")),
    "commune": _Cell("Xã, phường", _field(Requester, "commune")),
    "address": _Cell("Địa chỉ", _field(Requester, "address")),
    "phone": _Cell("Điện thoại", _checked(phone)),
    "email": _Cell("Thư điện tử", _checked(_mail)),
    "description": _Cell("Thông tin yêu cầu", _field(InformationRequest, "description"), required=True),
    "purpose": _Cell("Lý do, mục đích", _field(InformationRequest, "purpose")),
    "delivery": _Cell("Cách nhận", _choice(DeliveryWay.choices), required=True),
    "complexity": _Cell("Mức độ", _choice(Complexity.choices)),
    "valid_on": _Cell("Ngày hợp lệ", _day),
    "promised_on": _Cell("Ngày hẹn", _day),
    "told_due_on": _Cell("Hạn đã báo", _day),
    "ending": _Cell("Kết quả", _choice([(code, Status(code).label) for code in ENDINGS])),
    "outcome_on": _Cell("Ngày kết thúc", _day),
    "redirected_to": _Cell("Cơ quan có trách nhiệm", _field(InformationRequest, "redirected_to")),
    "remark": _Cell("Ghi chú", _field(CaseNote, "text")),
}
TITLES = tuple(cell.title for cell in _CELLS.values())
REQUIRED = tuple(cell.title for cell in _CELLS.values() if cell.required)


# --- rows --------------------------------------------------------------------------------------------------------
def read(name: str, content: bytes, source: str = "") -> Reading:
    """The rows of an XLSX or CSV file. `source` is where the numbers come from, for rows that do not say so.

    ValidationError with a sentence where the table as a whole cannot be read or lacks a column.
    """
    table = tables.read(name, content)
    found = {fold(title): title for title in table.headers if title}
    columns = {key: _title_in(cell.title, found) for key, cell in _CELLS.items()}
    missing = [cell.title for key, cell in _CELLS.items() if cell.required and columns[key] is None]
    if missing:
        raise ValidationError(f"Bảng thiếu cột: {', '.join(missing)}.")
    reading = Reading(ignored=[title for title in found.values() if title not in columns.values()])
    for row in table.rows:
        slips, values = _read_row(row, columns)
        if slips:
            reading.slips += slips
        else:
            reading.rows.append(_incoming(row.number, values, source))
    return reading


def _title_in(title: str, found: dict[str, str]) -> str | None:
    """The column of the file that holds what we call so."""
    return next((found[fold(name)] for name in (title, *ALSO.get(title, ())) if fold(name) in found), None)


def _read_row(row: tables.Row, columns) -> tuple[list[Slip], dict]:
    code_page = tables.old_code_page(" ".join(tables.as_text(cell) for cell in row.cells.values()))
    if code_page:
        sentence = f"chữ dùng bảng mã cũ {code_page}. Hãy chuyển tệp sang Unicode rồi nhập lại"
        return [Slip(row.number, "", sentence)], {}
    slips, values = [], {}
    for key, cell in _CELLS.items():
        title = columns[key]
        text = row.text(title) if title else ""
        if not text:
            if cell.required:
                slips.append(Slip(row.number, cell.title, "còn trống"))
            continue
        try:
            values[key] = cell.read(text, row[title])
        except CellError as error:
            slips.append(Slip(row.number, cell.title, str(error)))
    return slips, values


def _incoming(line: int, values: dict, source: str) -> Incoming:
    identity = values.get("identity", "")
    person = Person(
        name=values["name"],
        identity_kind=_identity_kind(identity),
        identity_number=identity,
        province=values.get("province", ""),
        commune=values.get("commune", ""),
        address=values.get("address", ""),
        phone=values.get("phone", ""),
        email=values.get("email", ""),
        notice=NetworkNotice.EMAIL if values.get("email") else NetworkNotice.NONE,
    )
    answers = Answers(
        description=values["description"],
        delivery=values["delivery"],
        person=person,
        purpose=values.get("purpose", ""),
    )
    own = {"external_number", "sent_on", "channel", "complexity", "valid_on", "promised_on", "told_due_on"}
    own |= {"ending", "outcome_on", "redirected_to", "remark"}
    return Incoming(
        line=line,
        answers=answers,
        external_source=values.get("external_source", source),
        received_on=values.get("received_on", values["sent_on"]),
        **{key: value for key, value in values.items() if key in own},
    )


def _identity_kind(number: str) -> str:
    if not number:
        return ""
    if number.isdigit():
        return IdentityKind.CMND if len(number) == 9 else IdentityKind.PERSONAL_ID
    return IdentityKind.PASSPORT
