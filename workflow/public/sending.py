"""From the answers of a form to a case: one transaction, one commit, one case whatever is clicked (S2, S3)."""

from workflow import codes
from workflow.choices import Capacity, FileRole, NetworkNotice, RequesterKind
from workflow.models import InformationRequest
from workflow.public import drafts, forms, throttle
from workflow.public.steps import Journey
from workflow.services import intake
from workflow.services.answers import Answers, MemberAnswer, Person


class AskFirst(Exception):
    """A limit was reached or the form was filled in like a machine: a question comes before sending."""


def answers_of(journey: Journey) -> Answers:
    """What the forms understood, as the procedure reads it."""
    need, purpose = journey.cleaned("thong-tin"), journey.cleaned("ly-do")
    period_from, period_to = need["years"]
    resident = journey.value("noi-cu-tru", "is_resident") if journey.authority.asks_residency else None
    return Answers(
        description=need["description"],
        document_name=need["document_name"],
        period_from=period_from,
        period_to=period_to,
        pieces=tuple(item["description"] for item in journey.pieces),
        delivery=journey.value("cach-nhan", "delivery"),
        copies=journey.value("noi-nhan", "copies") or 1,
        purpose=purpose["purpose"],
        times_asked=(purpose["times_asked"] or 2) if purpose["asked_before"] == forms.ASKED_BEFORE else 1,
        is_resident=None if resident is None else resident == forms.YES,
        concern=journey.value("lien-quan", "concern", "") if resident == forms.NO else "",
        members=tuple(MemberAnswer(**item) for item in journey.members)
        if journey.capacity == Capacity.ORGANISATION
        else (),
        person=person_of(journey),
    )


def person_of(journey: Journey) -> Person:
    who, contact = journey.cleaned("nguoi-yeu-cau"), journey.cleaned("lien-he")
    where = journey.cleaned("noi-nhan") if journey.asks_where else {}
    return Person(
        name=who["name"],
        kind=RequesterKind.RESIDENT_FOREIGNER if journey.who == forms.FOREIGNER else RequesterKind.CITIZEN,
        capacity=journey.capacity,
        is_minor=journey.is_minor,
        identity_kind=who["identity_kind"],
        identity_number=who["identity_number"],
        province=who["province"],
        commune=who["commune"],
        address=who["address"],
        phone=contact["phone"],
        email=where.get("email") or contact["email"],
        notice=contact["notice"] or NetworkNotice.NONE,
        postal_address=where.get("postal_address", ""),
        fax=where.get("fax", ""),
        support_needs=tuple(journey.value("cach-nhan", "support_needs", ())),
        foreigner_concern=journey.value("nguoi-nuoc-ngoai", "foreigner_concern", "")
        if journey.who == forms.FOREIGNER
        else "",
        **_capacity_of(journey),
    )


def _capacity_of(journey: Journey) -> dict:
    """The fields that one capacity has and the others lack."""
    if journey.capacity == Capacity.REPRESENTATIVE:
        answered = journey.cleaned("dai-dien")
        kind = journey.rules.requester(answered["represented_kind"]).label
        basis = f"{answered['represented_basis']} ({kind[:1].lower()}{kind[1:]})"
        return {"represented_name": answered["represented_name"], "represented_basis": basis[:300]}
    if journey.capacity == Capacity.AUTHORISED:
        return journey.cleaned("uy-quyen")
    if journey.capacity == Capacity.ORGANISATION:
        return journey.cleaned("to-chuc")
    if journey.is_minor and (name := journey.value("duoi-18-tuoi", "consenting_name")):
        return {"represented_basis": f"Có sự đồng ý của người đại diện: {name}"}
    return {}


def files_of(journey: Journey) -> list[dict]:
    """The files that belong to this way through the form; one of a branch left again is not sent along."""
    roles = {FileRole.SENT} | {step.file_role for step in journey.way() if step.file_role}
    return [file for file in journey.files if file["role"] in roles]


def send(
    *, row, key: str, journey: Journey, rule_set, address: str, at, has_answered: bool, looks_human: bool
) -> InformationRequest:
    """Make the case and close the form, in the caller's transaction, in which `row`, the form, is locked.

    Raises AskFirst before anything is written; DomainError when the law of today asks for more.
    """
    answers = answers_of(journey)
    tallies = throttle.send_tallies(address, answers.person.phone, answers.person.email)
    if not has_answered and (not looks_human or throttle.is_often(tallies, at)):
        raise AskFirst
    info_request, _is_new = intake.submit(
        authority=journey.authority,
        answers=answers,
        key=key,
        files=drafts.stored_files(files_of(journey)),
        at=at,
        rule_set=rule_set,
        alone=True,
    )
    throttle.count_sending(tallies, at)
    drafts.close(row, info_request, at, had_files=bool(journey.files))
    return info_request


def was_sent(marker: str) -> bool:
    """Whether a form of this submission key became a case, however long ago."""
    return bool(marker) and InformationRequest.objects.filter(submission_key=marker).exists()


def code_of(info_request: InformationRequest, key: str) -> str:
    """The tracking code for the browser that sent the case; empty once the counter has issued another."""
    code = codes.tracking_code(key)
    return code if codes.code_opens(info_request.code, code, info_request.tracking_hash) else ""
