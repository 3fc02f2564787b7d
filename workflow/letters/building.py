"""A paper of a case, built from the case's own data; nothing is typed again (readings.md 13; NĐ 30/2020, Phụ lục I)."""

from django.urls import reverse

from cms.core import display
from cms.core.addresses import absolute
from cms.core.dates import local_day, short
from workflow.choices import LetterForm, LetterState
from workflow.letters.bodies import body_of
from workflow.letters.forms import words_for
from workflow.letters.paper import Paper, Paragraph, Signature
from workflow.letters.signing import signing_lines
from workflow.models import Letter

SIGN_HERE = "(Ký, ghi rõ họ tên)"


def paper_of(letter: Letter) -> Paper:
    """The paper as it would read now; a receipt may be of an unsaved letter."""
    words, authority = words_for(letter), letter.info_request.authority
    is_receipt = letter.form == LetterForm.RECEIPT
    written_on = local_day(letter.info_request.entered_at) if is_receipt else letter.issued_on
    return Paper(
        form=str(letter.form),
        kind=words["kind"],
        subject=words["subject"],
        parent=authority.parent_line,
        authority=authority.name,
        number=letter.info_request.code if is_receipt else words["number"],
        place_and_date=words["place_and_date"],
        addressees=() if is_receipt else (_addressee(words["requester"]),),
        addressee_note="" if is_receipt else _address(words["requester"]),
        grounds=() if is_receipt else _grounds(words),
        body=(*_replacing(letter), *body_of(letter.form, words)),
        signatures=_both_sign(words) if is_receipt else (_signature(letter, authority),),
        recipients=() if is_receipt else recipients(words["focal_point"]),
        contact=contact_of(authority, words["focal_point"]),
        pending_note=words["pending_note"],
        track_url=absolute(reverse("workflow:lookup")),
        written_on=written_on.isoformat() if written_on else "",
        is_draft=not is_receipt and letter.state != LetterState.ISSUED and not letter.number,
    )


def receipt_of(info_request) -> Paper:
    """The receipt (form 02) of a request. Its number is the case's, given by no registry; it is kept nowhere."""
    return paper_of(Letter(info_request=info_request, authority=info_request.authority, form=LetterForm.RECEIPT))


def recipients(focal_point, *others: str) -> tuple[str, ...]:
    """Cell 9b: whom it is addressed to, others, and the file of the registry last."""
    unit = f", {focal_point.unit.name}" if focal_point else ""
    return ("Như trên;", *(f"{one};" for one in others), f"Lưu: VT{unit}.")


def contact_of(authority, focal_point) -> str:
    """Cell 13: where to ask; the focal point, or the authority's own address where none is named."""
    if focal_point is None:
        where = f"Địa chỉ: {authority.address}. "
        return f"{where}Điện thoại: {display.phone(authority.phone)}. Thư điện tử: {authority.email}."
    where = f"Đầu mối: {focal_point.unit.name}, {focal_point.place}, {focal_point.address}. "
    how = f"Điện thoại: {display.phone(focal_point.phone)}. Thư điện tử: {focal_point.email}. "
    return f"{where}{how}Giờ tiếp nhận: {focal_point.hours}."


def _replacing(letter) -> tuple[Paragraph, ...]:
    """A paper that stands in for another names it (NĐ 30/2020)."""
    if not letter.replaces_id:
        return ()
    old = letter.replaces
    return (Paragraph(f"Văn bản này thay thế văn bản số {old.label} ngày {short(old.issued_on)}."),)


def _addressee(person) -> str:
    organisation = " ".join(one for one in (person.organisation_post, person.organisation_name) if one)
    return f"Ông/Bà {person.name}" + (f", {organisation}" if person.organisation_name else "")


def _address(person) -> str:
    return f"Địa chỉ: {person.residence}." if person.residence else ""


def _grounds(words) -> tuple[str, ...]:
    case = words["case"]
    considered = (
        f"Xét yêu cầu cung cấp thông tin của Ông/Bà {words['requester'].name}, số hồ sơ {case.code}, "
        f"nhận ngày {short(case.received_on)}."
    )
    return (*(f"{line};" for line in words["grounds"]), considered)


def _signature(letter, authority) -> Signature:
    return Signature(signing_lines(authority.kind, letter.signer_post), letter.signer_name)


def _both_sign(words) -> tuple[Signature, ...]:
    entered_by = words["case"].entered_by
    return (
        Signature(("NGƯỜI NỘP",), words["requester"].name, SIGN_HERE),
        Signature(("NGƯỜI TIẾP NHẬN",), str(entered_by) if entered_by else "", SIGN_HERE),
    )
