"""What a request form holds once it is read, whoever filled it in: the citizen, or an officer from paper."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Person:
    """Who asks, and for whom; the field names are those of the Requester model."""

    name: str
    kind: str = "CITIZEN"
    capacity: str = "SELF"
    is_minor: bool = False
    identity_kind: str = ""
    identity_number: str = ""
    province: str = ""
    commune: str = ""
    address: str = ""
    phone: str = ""  # E.164
    email: str = ""
    notice: str = "NONE"
    postal_address: str = ""
    fax: str = ""
    represented_name: str = ""
    represented_basis: str = ""
    organisation_name: str = ""
    organisation_address: str = ""
    organisation_tax_code: str = ""
    organisation_post: str = ""
    foreigner_concern: str = ""
    support_needs: tuple[str, ...] = ()
    helper_name: str = ""


@dataclass(frozen=True)
class MemberAnswer:
    """One person of an organisation's list (D18 Điều 4.2)."""

    name: str
    identity_number: str
    purpose: str


@dataclass(frozen=True)
class Answers:
    """The whole form. `pieces` holds further pieces of information when several are asked for in one request."""

    description: str
    delivery: str
    person: Person
    document_name: str = ""
    period_from: int | None = None
    period_to: int | None = None
    purpose: str = ""
    pieces: tuple[str, ...] = ()
    times_asked: int = 1
    copies: int = 1
    is_resident: bool | None = None
    concern: str = ""
    members: tuple[MemberAnswer, ...] = ()


@dataclass(frozen=True)
class StoredFile:
    """A file already checked and on disk (cms.core.files), about to belong to a case."""

    name: str
    path: str
    content_type: str
    size: int
    sha256: str
    state: str
    role: str = "SENT"
    #: Of a file to be given: whether it was inspected already. Anything but CLEAR waits for the worker.
    inspection: str = "WAITING"


@dataclass(frozen=True)
class PaperFacts:
    """What an officer adds when entering paper, a walk-in, or a request of a one-stop desk or the national portal."""

    channel: str
    sent_on: object  # date; for a letter its postmark
    received_on: object  # date; never in the future
    late_reason: str = ""
    external_number: str = ""
    external_source: str = ""
    promised_on: object = None
    complexity: str = "COMPLEX"
    missing: str = ""
    unit: object = None
    files: tuple[StoredFile, ...] = field(default=())
