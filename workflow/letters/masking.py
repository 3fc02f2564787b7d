"""A paper as a supervisor reads it: every word of it, but not whom it concerns (S14)."""

from django.utils.html import escape

from cms.core.display import phone

COVERED = "[đã che]"
#: Beside these, the residence as the papers write it. A province or commune alone tells nobody's name.
_TELLING = (
    "name",
    "address",
    "phone",
    "email",
    "postal_address",
    "fax",
    "represented_name",
    "organisation_name",
    "organisation_address",
    "organisation_tax_code",
    "organisation_post",
    "helper_name",
)
#: Shorter than this, a value would cover parts of other words.
_SHORTEST = 3


def without_person(paper: str, requester) -> str:
    """The paper with names, addresses and contacts of the requester covered, as they are now and as they ever were."""
    for value in sorted(_values(requester), key=len, reverse=True):
        paper = paper.replace(str(escape(value)), COVERED)
    return paper


def _values(requester) -> set[str]:
    versions = [requester, *(row.instance for row in requester.history.all())]
    found = {getattr(version, name) for version in versions for name in _TELLING}
    for version in versions:
        found |= {version.residence, phone(version.phone), version.masked_identity}
        found |= {member.name for member in version.members.all()}
    return {value for value in found if len(value or "") >= _SHORTEST}
