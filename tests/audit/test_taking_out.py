"""The log as a file: what is in the grant, signed, for a reason on record; no formula, no word about a requester unasked."""

import hashlib
import json
import zipfile
from io import BytesIO

import openpyxl
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.urls import reverse

from cms.audit import chain, checkpoint, exporting, log, taking_out
from cms.audit.models import Entry
from cms.audit.record import record
from cms.core.errors import DomainError, NotAllowed
from tests.factories.core import make_house
from tests.factories.moments import moment
from tests.factories.workflow import Case
from workflow.services import citizen

pytestmark = pytest.mark.django_db
AT = moment("10/11/2026 15:00")


@pytest.fixture
def house(db):
    return make_house()


@pytest.fixture
def case(house):
    case = Case.sent(house, on="03/11/2026").accept()
    with transaction.atomic():
        record("request.noted", subject=case.now, by=house.officer, at=AT, reason="=HYPERLINK(1) bà Mến gọi")
    citizen.unmask_identity(info_request=case.now, reason="=1+1 đối chiếu", by=house.officer, at=AT)
    make_house_elsewhere = make_house()
    with transaction.atomic():
        record("request.noted", by=make_house_elsewhere.officer, authority=make_house_elsewhere.authority, at=AT)
    return case


def taken(house, kind, *, by=None, wanted=None, **words):
    given = {"authorities": [house.authority], "wanted": wanted or log.Wanted(), "reason": "Kiểm tra định kỳ", "at": AT}
    return b"".join(taking_out.export(kind=kind, by=by or house.auditor, **given | words))


def rows_of(content):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        workbook, note = archive.read("nhat-ky.xlsx"), archive.read("nhat-ky.xlsx.ky.txt").decode()
    sheet = openpyxl.load_workbook(BytesIO(workbook)).active
    return workbook, note, [list(row) for row in sheet.iter_rows()]


def test_json_lines_are_the_sealed_entries_of_the_grant_and_signed(house, case):
    lines = [json.loads(line) for line in taken(house, "JSONL").splitlines()]
    entries = [line for line in lines if "seq" in line]
    shown, _next = log.page(log.reach_of([house.authority]), log.Wanted(), size=1000)
    assert {one["seq"] for one in entries} == {one.seq for one in shown if one.kind != taking_out.EXPORTED}
    for one in entries:
        sealed = chain.seal(bytes.fromhex(one["prev_hash"]), one["payload"].encode())
        assert sealed.hex() == one["hash"]
    assert not lines[0]["whole"]
    assert "signed" in lines[-1]
    assert "Mến" not in json.dumps(lines, ensure_ascii=False)


def test_workbook_has_what_the_screen_shows_no_formula_and_a_note_over_its_very_bytes(house, case):
    workbook, note, rows = rows_of(taken(house, "XLSX"))
    assert hashlib.sha256(workbook).hexdigest() in note
    assert f"{checkpoint.origin()}{checkpoint.EXPORT}" in note
    assert all(cell.data_type != "f" for row in rows for cell in row)
    words = " ".join(str(cell.value) for row in rows for cell in row)
    assert "=1+1 đối chiếu" in words  # an officer's own reason, as text
    assert "Mến" not in words
    assert case.now.code in words


def test_words_about_a_requester_leave_by_the_named_right_alone(house, case):
    for by in (house.auditor, house.administrator, house.justice):
        with pytest.raises(NotAllowed, match="lời ghi"):
            taken(house, "XLSX", by=by, personal=True)
    _workbook, _note, rows = rows_of(taken(house, "XLSX", by=house.data_officer, personal=True))
    assert "bà Mến gọi" in " ".join(str(cell.value) for row in rows for cell in row)
    _workbook, _note, rows = rows_of(taken(house, "XLSX", by=house.data_officer))
    assert "bà Mến gọi" not in " ".join(str(cell.value) for row in rows for cell in row)


def test_export_is_recorded_with_its_reason(house, case):
    taken(house, "JSONL", query="viec=doc", wanted=log.Wanted(kinds=("request.identity_shown",)))
    entry = Entry.objects.get(kind=taking_out.EXPORTED)
    data = json.loads(bytes(entry.payload))["data"]
    assert (data["kind"], data["rows"], data["query"], data["personal"]) == ("JSONL", 1, "viec=doc", False)
    assert entry.note.reason == "Kiểm tra định kỳ"


@pytest.mark.parametrize(
    ("words", "error", "says"),
    [
        ({"kind": "PDF"}, DomainError, "Chọn JSON hoặc XLSX"),
        ({"reason": "  "}, DomainError, "để làm gì"),
        ({"kind": "JSONL", "personal": True, "by": "data_officer"}, DomainError, "không có lời ghi"),
        ({"by": "officer"}, NotAllowed, "không có quyền xem nhật ký"),
        ({"authorities": []}, NotAllowed, "không có quyền xem nhật ký"),
    ],
)
def test_what_may_not_leave_says_why_and_nothing_is_recorded(house, words, error, says):
    words = {"kind": "XLSX"} | words
    if "by" in words:
        words["by"] = getattr(house, words["by"])
    with pytest.raises(error, match=says):
        taken(house, words.pop("kind"), **words)
    assert not Entry.objects.filter(kind=taking_out.EXPORTED).exists()


def test_too_long_a_workbook_is_said(house, case, monkeypatch):
    monkeypatch.setattr(taking_out, "MOST_OF_A_WORKBOOK", 1)
    with pytest.raises(DomainError, match="tối đa 1 mục"):
        taken(house, "XLSX")


def test_without_a_key_nothing_leaves(house, settings, monkeypatch):
    settings.CHECKPOINT_KEYS = []
    with pytest.raises(DomainError, match="chưa có khóa ký"):
        taken(house, "XLSX")
    settings.CHECKPOINT_KEYS = ["x"]

    def broken(*args, **words):
        raise ImproperlyConfigured

    monkeypatch.setattr(exporting, "statement_of", broken)
    with pytest.raises(DomainError, match="không dùng được"):
        taken(house, "XLSX")


def test_the_page_hands_it_over_and_turns_away(house, case, client):
    def enter(person):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    url = reverse("log:export")
    me = enter(house.auditor)
    words = me.get(url, {"viec": "doc"}).content.decode()
    assert "Đọc dữ liệu cá nhân" in words
    assert "Kèm lời ghi" not in words
    assert "Kèm lời ghi" in enter(house.data_officer).get(url).content.decode()
    me = enter(house.auditor)
    assert me.post(url, {"kind": "XLSX", "reason": ""}).status_code == 422
    assert me.post(f"{url}?tu=31/02/2026", {"kind": "XLSX", "reason": "x"}).status_code == 422
    response = me.post(f"{url}?viec=doc", {"kind": "XLSX", "reason": "Kiểm tra"})
    assert response["Content-Type"] == "application/zip"
    _workbook, _note, rows = rows_of(b"".join(response.streaming_content))
    assert len(rows) == 2
    response = me.post(url, {"kind": "JSONL", "reason": "Kiểm tra"})
    assert "no-store" in response["Cache-Control"]
    assert b"".join(response.streaming_content).count(b"\n") > 3
    assert enter(house.officer).get(url).status_code == 404
