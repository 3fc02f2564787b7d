"""What a requester must be and tell, by the law of the day; how personal data is put away (readings.md 2, 7.2)."""

from dataclasses import replace

import pytest

from tests.factories.workflow import Case, answers
from tests.law.shipped import L16, L26
from workflow.models import Requester
from workflow.services import requesters
from workflow.services.answers import MemberAnswer

MEMBERS = (MemberAnswer("Lò Văn Pá", "001085000111", "Tìm hiểu đền bù"),)
BOTH = pytest.mark.parametrize("rules", [L16, L26], ids=["L16", "L26"])


@BOTH
def test_complete_form_has_no_slip(rules):
    assert requesters.slips(answers(), rules) == {}


@BOTH
@pytest.mark.parametrize(
    ("fields", "slip"),
    [
        ({"description": "x" * 19}, "description"),
        ({"description": " " * 30}, "description"),
        ({"description": "x" * 5_001}, "description"),
        ({"name": " "}, "name"),
        ({"identity_number": ""}, "identity_number"),
        ({"address": ""}, "address"),
        ({"province": ""}, "address"),
        ({"delivery": "PIGEON"}, "delivery"),
        ({"delivery": "EMAIL", "email": ""}, "email"),
        ({"delivery": "PAPER_BY_POST", "address": "", "province": "x"}, "postal_address"),
        ({"capacity": "REPRESENTATIVE", "represented_basis": "cha"}, "represented_name"),
        ({"capacity": "AUTHORISED", "represented_name": "Lò Văn Pá"}, "represented_basis"),
        ({"capacity": "ORGANISATION", "members": MEMBERS}, "organisation_name"),
        ({"capacity": "ORGANISATION", "organisation_name": "Hội Nông dân"}, "members"),
        ({"kind": "RESIDENT_FOREIGNER"}, "foreigner_concern"),
    ],
)
def test_each_slip_has_its_sentence(rules, fields, slip):
    found = requesters.slips(answers(**fields), rules)
    assert slip in found
    assert len(found[slip].split()) <= 20


@BOTH
@pytest.mark.parametrize(
    "fields",
    [
        {"description": "x" * 20},
        {"description": "x" * 5_000},
        {"delivery": "VIEW_AT_SEAT", "email": ""},
        {"delivery": "PAPER_BY_POST", "postal_address": "12 Lê Lợi"},
        {"delivery": "PAPER_BY_POST"},  # to where they live
        {"capacity": "REPRESENTATIVE", "represented_name": "Lò Văn Pá", "represented_basis": "cha"},
        {"capacity": "ORGANISATION", "organisation_name": "Hội Nông dân", "members": MEMBERS},
        {"kind": "RESIDENT_FOREIGNER", "foreigner_concern": "Thuế của tôi"},
    ],
)
def test_lawful_ways_have_none(rules, fields):
    assert requesters.slips(answers(**fields), rules) == {}


def test_reason_and_purpose_are_demanded_by_l16_only():
    """L16 Điều 24.2.d; L26 Điều 26.1 leaves the content to the decree."""
    silent = answers(purpose=" ")
    assert set(requesters.slips(silent, L16)) == {"purpose"}
    assert requesters.slips(silent, L26) == {}


def test_minor_asks_through_a_representative_under_l16_and_alone_under_l26():
    """L16 Điều 4.3; L26 Điều 7.3."""
    minor = answers(is_minor=True)
    assert set(requesters.slips(minor, L16)) == {"is_minor"}
    assert requesters.slips(minor, L26) == {}
    through = answers(is_minor=True, capacity="REPRESENTATIVE", represented_name="Con", represented_basis="mẹ")
    assert requesters.slips(through, L16) == {}


def test_fax_is_a_way_to_receive_under_l16_only():
    """L16 Điều 25.1; L26 Điều 24 no longer names it."""
    by_fax = answers(delivery="FAX", fax="02503000000")
    assert requesters.slips(by_fax, L16) == {}
    assert set(requesters.slips(by_fax, L26)) == {"delivery"}
    assert set(requesters.slips(answers(delivery="FAX"), L16)) == {"fax"}


# --- put away --------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_identity_number_is_found_by_a_hash_and_shown_by_four_digits(house):
    requester = Case.sent(house, identity_number="001085 000 111").now.requester
    assert requester.identity_number == "001085000111"
    assert requester.identity_hash == requesters.identity_hash("001085000111")
    assert requester.masked_identity == "•••• •••• 0111"


@pytest.mark.django_db
def test_identity_number_lies_encrypted_in_the_database(house):
    from django.db import connection

    case = Case.sent(house)
    with connection.cursor() as cursor:
        cursor.execute("SELECT identity_number FROM workflow_requester WHERE id = %s", [case.now.requester_id])
        (kept,) = cursor.fetchone()
    assert "001185000417" not in kept
    assert kept.startswith("gAAAA")


def test_hash_is_the_same_however_the_number_is_spaced_and_of_one_kind_only():
    assert requesters.identity_hash("b1234567") == requesters.identity_hash("B12 34567")
    assert requesters.identity_hash("B1234567") != requesters.identity_hash("B1234568")


@pytest.mark.django_db
def test_names_are_kept_composed_and_folded_for_search(house):
    decomposed = "Nguye\u0302\u0303n Thi\u0323 Me\u0302\u0301n"
    requester = Case.sent(house, name=decomposed).now.requester
    assert requester.name == "Nguyễn Thị Mến"
    assert requester.folded_name == "nguyen thi men"


@pytest.mark.django_db
def test_paper_without_identity_number_is_kept_without_a_hash(house):
    requester = Case.entered(house, identity_number="", identity_kind="", support_needs=("BRAILLE",)).now.requester
    assert (requester.identity_hash, requester.identity_last4, requester.masked_identity) == ("", "", "")
    assert requester.support_needs == ["BRAILLE"]


@pytest.mark.django_db
def test_person_is_one_row_a_request_and_shares_none(house):
    Case.sent(house)
    Case.sent(house)
    assert Requester.objects.count() == 2


def test_form_of_answers_cannot_change_under_way():
    with pytest.raises(AttributeError):
        answers().description = "khác"
    assert replace(answers(), purpose="").purpose == ""
