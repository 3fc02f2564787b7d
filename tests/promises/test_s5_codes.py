"""S5: tracking codes are random, kept as keyed hashes, and stand nowhere else; whatever is wrong looks the same."""

import logging
import re
from collections import Counter as Tally

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from cms.core.models import Mail
from tests.factories.workflow import Case, case_in, paper
from tests.promises.test_s1_one_gate import patterns
from workflow import codes
from workflow.services import citizen

pytestmark = pytest.mark.django_db
KEY = "khoa-bi-mat-cua-trinh-duyet-0123456789"


def everything_stored():
    """Every row of every table, as text."""
    for model in apps.get_models(include_auto_created=True):
        columns = [field.attname for field in model._meta.concrete_fields]
        for row in model._base_manager.values_list(*columns):
            for name, value in zip(columns, row, strict=True):
                text = bytes(value).decode("utf-8", "ignore") if isinstance(value, bytes | memoryview) else str(value)
                yield f"{model._meta.label}.{name}", text


def places_of(*secrets):
    spaced = [codes.grouped(secret) for secret in secrets if secret.isdigit()]
    return {place for place, text in everything_stored() for secret in (*secrets, *spaced) if secret in text}


def test_neither_code_nor_key_is_stored_anywhere(house):
    case = Case.sent(house, key=KEY).accept().review().propose_to_provide().approve().issue().provide()
    assert case.code == codes.tracking_code(KEY)
    assert places_of(case.code, KEY) == set()


def test_code_of_a_paper_entry_and_one_issued_anew_are_not_stored_either(house):
    case = Case.entered(house, facts=paper(on="02/11/2026"))
    first = case.code
    case.do(citizen.reissue_code, identity_seen="Căn cước", by=house.officer)
    assert places_of(first, case.last) == set()


def test_no_mail_holds_code_and_number_together(house):
    case = case_in("PROVIDED", house)
    assert Mail.objects.exists()
    for mail in Mail.objects.all():
        flat = re.sub(r"\D", "", mail.subject + mail.text)
        assert case.code not in flat
        assert "Nguyễn Thị Mến" not in mail.subject


def test_no_address_of_the_site_takes_a_code():
    """A code in an address would stand in logs, histories and referrers."""
    for pattern in patterns(get_resolver()):
        if pattern.startswith("tra-cuu"):
            assert set(re.findall(r"<(?:\w+:)?(\w+)>", pattern)) <= {"pk", "slug"}


def test_codes_look_evenly_drawn():
    digits = Tally("".join(codes.tracking_code(f"khoa-{number}") for number in range(2_000)))
    assert set(digits) == set("0123456789")
    assert max(digits.values()) < 1.1 * min(digits.values())


def answer(client, number, code):
    response = client.post("/tra-cuu/", {"number": number, "code": code})
    body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    body = body.replace(number, "").replace(code, "")
    headers = {name: value for name, value in response.headers.items() if name not in ("Set-Cookie", "Content-Length")}
    return response.status_code, headers, body


def test_wrong_number_wrong_code_and_unknown_case_look_the_same(house, client):
    case, other = Case.sent(house), Case.sent(house)
    number, wrong = case.now.code, "1" * 16
    answers = [
        answer(client, number, wrong),
        answer(client, other.now.code, case.code),
        answer(client, "SV-991231-0001", case.code),
        answer(client, "SV-991231-0001", wrong),
    ]
    assert answers[0][0] == 422
    assert answers.count(answers[0]) == 4
    assert client.post("/tra-cuu/", {"number": number, "code": case.code}).status_code == 302


def test_looking_up_costs_the_same_statements_whether_there_is_a_case_or_not(house, client):
    case = Case.sent(house)
    answer(client, "SV-991231-0009", "1" * 16)
    shapes = []
    for number in (case.now.code, "SV-991231-0001"):
        with CaptureQueriesContext(connection) as captured:
            answer(client, number, "1" * 16)
        shapes.append([query["sql"].split()[0] for query in captured.captured_queries])
    assert shapes[0] == shapes[1]


def test_no_log_line_holds_a_code(house, client, caplog):
    case = Case.sent(house)
    with caplog.at_level(logging.DEBUG):
        client.post("/tra-cuu/", {"number": case.now.code, "code": case.code})
        client.get("/tra-cuu/ho-so/")
    assert case.code not in caplog.text


def test_every_stored_text_is_looked_at(house):
    """The search above sees what is stored: it finds a number that is."""
    case = Case.sent(house)
    found = places_of(case.now.code)
    assert {"workflow.InformationRequest.code", "core.Mail.about", "audit.Entry.payload"} <= found
