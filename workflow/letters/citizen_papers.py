"""Papers of citizens as papers: blank, to be filled in by hand, or filled in from a request and only to be signed.

They bear the State's name, the form's title, whom they go to and the citizen's signature; no number and no recipients.
A number of an identity paper stands on them as everywhere: its last four digits (S14).
"""

from cms.core.authority_url import focal_of
from cms.core.dates import letter_date
from cms.core.display import phone
from cms.core.models import Authority
from workflow.choices import Capacity, DeliveryWay, FileRole, SupportNeed
from workflow.letters import citizen_forms as forms
from workflow.letters.building import contact_of
from workflow.letters.citizen_forms import Blank, Field
from workflow.letters.measuring import INDENT_MM, POINTS_A_MM, TEXT_MM, length
from workflow.letters.paper import Block, Heading, Paper, Paragraph, Signature, Table

EMPTY, TICKED, DOT = "□", "■", "…"
FREE = "Bạn không phải trả tiền để gửi yêu cầu."
DAY = "…………, ngày …… tháng …… năm ……"
#: The forms in which a request is put, and the one by which somebody else agrees.
REQUESTS, CONSENT = ("01a", "01b"), "06"
_SIZE = 14
_TIED = "\u00a0"  # a box and its words stay together
_ROOM = (TEXT_MM - INDENT_MM) * POINTS_A_MM - 4
_TICKS = {
    DeliveryWay.VIEW_AT_SEAT: forms.AT_SEAT,
    DeliveryWay.PAPER_BY_POST: forms.BY_POST,
    DeliveryWay.EMAIL: forms.BY_MAIL,
    DeliveryWay.DOWNLOAD: forms.DOWNLOAD,
    DeliveryWay.FAX: forms.BY_FAX,
}


def blank_paper(blank: Blank, authority: Authority) -> Paper:
    """The paper to be filled in by hand, addressed to an authority."""
    return _paper(blank, authority, {}, [], place_and_date=DAY, signed_by="")


def request_form(case) -> Blank | None:
    """01a or 01b as the law of this request has it; None where its form set knows neither."""
    by_organisation = case.requester.capacity == Capacity.ORGANISATION
    return forms.of_law(REQUESTS[by_organisation], case.rule_set.rules)


def filled_request(case) -> Paper | None:
    """What the requester sent, as the form that they would have signed."""
    blank = request_form(case)
    if blank is None:
        return None
    person = case.requester
    day = f"{case.authority.letter_place}, {letter_date(case.sent_on)}"
    members = [(one.name, _masked(one), "", one.purpose, "") for one in person.members.all()]
    return _paper(blank, case.authority, _said(case), members, place_and_date=day, signed_by=person.name)


def filled_consent(case) -> Paper | None:
    """Form 06 with what the request already says; who agrees writes the rest by hand."""
    blank = forms.of_law(CONSENT, case.rule_set.rules)
    if blank is None:
        return None
    said = {"description": case.description, "to_whom": f"Ông/Bà {case.requester.name}", "purpose": case.purpose}
    return _paper(blank, case.authority, said, [], place_and_date=DAY, signed_by="")


def _masked(member) -> str:
    return f"•••• •••• {member.identity_last4}"


def _said(case) -> dict[str, str | tuple[str, ...]]:
    """What the request says in each field; boxes as those that are ticked."""
    person = case.requester
    needs = [str(SupportNeed(code).label) for code in person.support_needs]
    post = f", {person.organisation_post}" if person.organisation_post else ""
    basis = f" ({person.represented_basis})" if person.represented_basis else ""
    where = {DeliveryWay.PAPER_BY_POST: person.postal_address or person.residence, DeliveryWay.EMAIL: person.email,
             DeliveryWay.FAX: person.fax}  # fmt: skip
    return {
        "name": person.name,
        "identity": person.masked_identity,
        "residence": person.residence,
        "contact": "; ".join(one for one in (phone(person.phone), person.email) if one),
        "representative": f"đại diện cho {person.represented_name}{basis}" if person.represented_name else "",
        "organisation_name": person.organisation_name,
        "organisation_address": person.organisation_address,
        "organisation_person": f"{person.name}{post}",
        "description": case.description,
        "document_name": case.document_name,
        "purpose": case.purpose,
        "times_asked": (forms.FIRST_TIME if case.times_asked == 1 else f"lần thứ {case.times_asked}",),
        "copies": f"{case.copies:02d}",
        "delivery": (_TICKS[case.delivery],),
        "delivery_address": where.get(case.delivery, ""),
        "support": ", ".join(needs),
        "has_consent": ("có" if case.attachments.filter(role=FileRole.CONSENT).exists() else "không",),
    }


def _paper(blank, authority, said, members, *, place_and_date, signed_by) -> Paper:
    blocks: list[Block] = []
    for part in blank.parts:
        blocks.append(Heading(part.title))
        for field in part.fields:
            blocks += _lines(field, said.get(field.name, ""))
        if part.table:
            rows = members or [("\n",) * len(part.table.headings)] * part.table.rows
            blocks.append(Table(part.table.headings, rows))
    blocks.append(Paragraph(blank.closing))
    return Paper(
        form=blank.code,
        kind=blank.title.upper(),
        subject=f"(Mẫu {blank.code})",
        addressees=(authority.name,),
        body=blocks,
        place_and_date=place_and_date,
        signatures=(Signature((blank.signs.upper(),), signed_by, blank.sign_here),),
        contact=f"{contact_of(authority, focal_of(authority))} {FREE}",
        pending_note=blank.note,
        is_official=False,
    )


def _lines(field: Field, said) -> list[Block]:
    """The field with what was said, or with dotted lines to write on."""
    if field.boxes:
        # More than two choices stand on lines of their own.
        between = "\n" if len(field.boxes) > 2 else "   "
        return [Paragraph(between.join([f"{field.label}:", *_boxes(field, said)]))]
    if said:
        return [Paragraph(f"{field.label}: {said}")]
    label = f"{field.label}: "
    rest = _dots(_ROOM - length(label, _SIZE))
    # A label that leaves too little of its line has the first dotted line below it.
    first = [Paragraph(label + rest)] if len(rest) > 6 else [Paragraph(label), Paragraph(_dots(_ROOM))]
    return first + [Paragraph(_dots(_ROOM)) for _line in field.more_lines]


def _boxes(field, ticked) -> list[str]:
    """Each box with its words. A box with dots is filled in by its tick; a tick without a box gets one of its own."""
    left, boxes = list(ticked), []
    for box in field.boxes:
        mine = next((one for one in left if one.startswith(box.partition(DOT)[0])), None)
        if mine:
            left.remove(mine)
        boxes.append(f"{TICKED}{_TIED}{mine}" if mine else f"{EMPTY}{_TIED}{box.strip()}")
    return boxes + [f"{TICKED}{_TIED}{one}" for one in left]


def _dots(points: float) -> str:
    return DOT * int(points // length(DOT, _SIZE))
