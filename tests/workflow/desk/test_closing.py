"""A year of the register is closed by two people: frozen, printed once, and what changes later shown beside it (S7)."""

from io import BytesIO

import pytest
from django.conf import settings
from pypdf import PdfReader

from cms.audit.models import Entry
from cms.core.errors import DomainError, NotAllowed
from cms.core.roles import Role
from tests.factories.core import make_house
from tests.factories.moments import moment
from tests.factories.workflow import Case
from workflow.models import InformationRequest, RegisterVolume, VolumeRow
from workflow.register import closing

pytestmark = pytest.mark.django_db
AT = moment("05/01/2026")
LATER = moment("06/01/2026")
BOOKS = "/admin/so-theo-doi/khoa-so/"


@pytest.fixture
def open_case(house):
    """A request of the last days of the year that is still open when the year is closed."""
    Case.sent(house, "03/03/2025", name="Hà Thị Mộc Miên").accept().propose_to_refuse().approve().issue(number="5")
    return Case.sent(house, "29/12/2025", name="Hà Thị Mộc Miên").accept()


def propose(house, by=None, **words):
    return closing.propose(**{"authority": house.authority, "year": 2025, "by": by or house.officer, "at": AT} | words)


def closed(house):
    return closing.confirm(volume=propose(house), by=house.head, at=LATER)


def text(volume):
    content = (settings.PRIVATE_ROOT / volume.path).read_bytes()
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def test_two_people_close_a_year(house, open_case):
    Case.sent(house, "05/01/2026")
    volume = propose(house)
    assert (volume.count, volume.state) == (2, "PROPOSED")
    volume = closing.confirm(volume=volume, by=house.head, at=LATER)
    assert volume.state == "CLOSED"
    said = text(volume)
    assert "CUNG CẤP THÔNG TIN THEO YÊU CẦU NĂM 2025" in said
    assert volume.data_sha256 in said.replace(" ", "")
    assert "Cộng: 2 hồ sơ" in said
    assert "NGƯỜI KHÓA SỔ (Ký, ghi rõ họ tên) Trần Thị Lan ngày 05 tháng 01 năm 2026" in said or (
        "Trần Thị Lan" in said and "ngày 06 tháng 01 năm 2026" in said
    )
    assert "Mộc Miên" not in said
    kinds = Entry.objects.filter(kind__startswith="register.").order_by("seq").values_list("kind", flat=True)
    assert list(kinds) == ["register.closing_proposed", "register.closed", "register.printed"]
    assert volume.pdf_sha256.encode() in bytes(Entry.objects.get(kind="register.printed").payload)
    assert volume.data_sha256.encode() in bytes(Entry.objects.get(kind="register.closed").payload)
    rows = [row.cells for row in volume.rows.all()]
    assert closing.data_hash(volume, rows) == volume.data_sha256


def test_who_proposed_does_not_confirm(house, open_case):
    house.give(house.officer, Role.FOCAL_HEAD)
    volume = propose(house)
    with pytest.raises(NotAllowed):
        closing.confirm(volume=volume, by=house.officer, at=LATER)
    with pytest.raises(NotAllowed):
        closing.confirm(volume=volume, by=make_house().head, at=LATER)
    assert RegisterVolume.objects.get().state == "PROPOSED"


@pytest.mark.parametrize("person", ["signer", "cashier", "auditor", "originator"])
def test_only_the_focal_point_closes(house, open_case, person):
    with pytest.raises(NotAllowed):
        propose(house, by=getattr(house, person))


@pytest.mark.parametrize(("year", "at"), [(2026, AT), (2025, moment("31/12/2025")), (2017, AT)])
def test_only_a_year_that_is_over(house, year, at):
    with pytest.raises(DomainError, match="năm đã qua"):
        propose(house, year=year, at=at)


def test_a_year_is_closed_once_and_sent_back_may_be_closed_anew(house, open_case):
    volume = propose(house)
    with pytest.raises(closing.NotPossibleNow, match="đã khóa hoặc đang chờ"):
        propose(house)
    with pytest.raises(DomainError, match="vì sao"):
        closing.send_back(volume=volume, reason=" ", by=house.head, at=LATER)
    closing.send_back(volume=volume, reason="Còn hồ sơ giấy chưa nhập", by=house.head, at=LATER)
    assert not VolumeRow.objects.exists()
    with pytest.raises(closing.NotPossibleNow):
        closing.confirm(volume=volume, by=house.head, at=LATER)
    assert propose(house).count == 2


def test_year_without_requests_is_closed_too(house):
    volume = closed(house)
    assert volume.count == 0
    assert "Cộng: 0 hồ sơ" in text(volume)


def test_later_changes_are_shown_and_never_written_into_the_volume(house, open_case):
    volume = closed(house)
    before = (settings.PRIVATE_ROOT / volume.path).read_bytes()
    assert list(closing.differences(volume, house.officer)) == []
    open_case.on("08/01/2026").propose_to_refuse().approve().issue(number="9")
    found = {(one.code, one.column): (one.before, one.now) for one in closing.differences(volume, house.officer)}
    assert found[open_case.now.code, "Trạng thái"] == ("Hợp lệ", "Từ chối cung cấp")
    assert found[open_case.now.code, "Ngày kết thúc"] == ("", "08/01/2026")
    assert {code for code, _column in found} == {open_case.now.code}
    assert (settings.PRIVATE_ROOT / volume.path).read_bytes() == before
    assert closing.is_whole(volume)


def test_request_entered_after_the_closing_is_a_difference(house, open_case):
    volume = closed(house)
    late = Case.sent(house, "30/12/2025")
    assert [(one.code, one.now) for one in closing.differences(volume, house.officer)] == [
        (late.now.code, "vào sổ sau khi khóa")
    ]


def test_differences_pass_the_gate(house, open_case):
    volume = closed(house)
    open_case.on("08/01/2026").propose_to_refuse().approve().issue(number="9")
    assert list(closing.differences(volume, make_house().officer)) == []
    assert list(closing.differences(volume, house.originator)) == []


def test_long_volume_is_printed_by_the_worker(house, open_case, enter, monkeypatch):
    monkeypatch.setattr(closing, "AT_ONCE", 1)
    volume = closed(house)
    page = enter(house.head).get(f"{BOOKS}{volume.pk}/")
    assert (volume.state, page["Refresh"]) == ("PRINTING", "3")
    assert enter(house.head).get(f"{BOOKS}{volume.pk}/ban-in.pdf").status_code == 404
    assert closing.print_waiting(LATER) == 1
    assert closing.print_waiting(LATER) == 0
    assert RegisterVolume.objects.get().state == "CLOSED"


def test_the_desk_closes_confirms_and_reprints_byte_for_byte(house, open_case, enter):
    officer = enter(house.officer)
    page = officer.post(BOOKS, {"authority": house.authority.pk, "year": "2025"})
    address = page.url
    assert "Xác nhận khóa sổ" not in officer.get(address).content.decode()
    assert officer.post(address, {"viec": "xac-nhan"}).status_code == 403
    again = officer.post(BOOKS, {"authority": house.authority.pk, "year": "2025"})
    assert "đã khóa hoặc đang chờ xác nhận" in again.content.decode()

    head = enter(house.head)
    assert "Xác nhận khóa sổ" in head.get(address).content.decode()
    assert "Hãy nói vì sao trả lại" in head.post(address, {"viec": "tra-lai"}).content.decode()
    head.post(address, {"viec": "xac-nhan"})
    assert head.post(address, {"viec": "xac-nhan"}).status_code == 409
    prints = [b"".join(head.get(f"{address}ban-in.pdf").streaming_content) for _ in range(2)]
    assert prints[0] == prints[1]
    assert Entry.objects.filter(kind="register.reprinted").count() == 2
    open_case.propose_to_refuse()
    assert "Khác với sổ đã khóa" in head.get(address).content.decode()
    assert "Sổ năm" in head.get(address).content.decode()


def test_print_that_was_changed_on_disk_is_not_handed_out(house, open_case, enter):
    volume = closed(house)
    with open(settings.PRIVATE_ROOT / volume.path, "ab") as file:
        file.write(b"%")
    answer = enter(house.head).get(f"{BOOKS}{volume.pk}/ban-in.pdf")
    assert answer.status_code == 409
    assert "không còn đúng như lúc khóa sổ" in answer.content.decode()


def test_volumes_are_for_who_keeps_confirms_and_supervises(house, open_case, enter):
    volume = closed(house)
    for name, status in {"auditor": 200, "signer": 200, "cashier": 404, "originator": 404, "editor": 404}.items():
        browser = enter(getattr(house, name))
        assert browser.get(f"{BOOKS}{volume.pk}/").status_code == status, name
        assert browser.get(BOOKS).status_code == status, name
    assert enter(make_house().officer).get(f"{BOOKS}{volume.pk}/").status_code == 404
    assert enter(house.auditor).post(BOOKS, {"year": "2024"}).status_code == 403


def test_frozen_rows_name_their_cases(house, open_case):
    volume = closed(house)
    assert [row.info_request.code for row in volume.rows.select_related("info_request")] == list(
        InformationRequest.objects.order_by("received_on").values_list("code", flat=True)
    )
