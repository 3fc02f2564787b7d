"""The gate on the desk: what hides in a file is named with its place, and each way out is one page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cms.core import files
from cms.core.inspection import apart
from tests.factories import dirty_files
from tests.workflow.services.test_inspecting import AUTHOR, COVERED, DIRTY, HIDDEN_ROW, NOT_APPLIED, look_here
from workflow.choices import FileRole
from workflow.services import inspecting
from workflow.services.answers import StoredFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(sent_today, monkeypatch):
    """A case with one file in which something hides."""
    monkeypatch.setattr(apart, "look", look_here)

    def add(name):
        stored = files.keep(name, dirty_files.content_of(DIRTY[name]), files.FROM_STAFF)
        sent_today.accept().review().add_file(StoredFile(**vars(stored), state="CLEAN", role="ANSWER"))
        inspecting.inspect_waiting(timezone.now())
        return sent_today, sent_today.answer_file

    return add


def page(browser, case):
    return browser.get(reverse("desk:case", args=[case.now.code])).content.decode()


def send(browser, case, slug, **fields):
    data = {"seen": case.now.version, "action": "do"} | fields
    return browser.post(reverse("desk:move", args=[case.now.code, slug]), data)


def test_the_case_page_names_what_hides_and_where(held, enter, house):
    case, file = held(COVERED)
    told = page(enter(house.officer), case)
    for words in ("Giữ lại vì có dữ liệu ẩn", "Chữ nằm dưới chỗ che vẫn chọn và sao chép được", "trang 2", "chưa quét mã độc",
                  "Trang 2 thành ảnh", "Giao bản làm sạch", "Thay bằng bản đã che"):  # fmt: skip
        assert words in told
    assert "noi-dung-cong-khai" not in told  # what holds is never meant
    assert "Kiểm tra bí mật của tệp" not in told  # not before it is settled
    copy = file.made.get()
    assert enter(house.officer).get(reverse("desk:file", args=[case.now.code, copy.pk])).status_code == 200


def test_the_clean_copy_is_chosen_and_confirmed_through_the_desk(held, enter, house):
    case, file = held(AUTHOR)
    address = reverse("desk:move", args=[case.now.code, "ban-lam-sach"])
    shown = enter(house.officer).get(f"{address}?tep={file.pk}").content.decode()
    assert "Tên người hoặc cơ quan trong thuộc tính tệp" in shown
    assert "Mở bản làm sạch" in shown
    assert send(enter(house.officer), case, "ban-lam-sach", attachment=file.pk).status_code == 200  # not looked at
    assert send(enter(house.officer), case, "ban-lam-sach", attachment=file.pk, seen_copy="on").status_code == 302
    ticks = {"attachment": case.answer_file.pk, "seen_all": "on", "no_secret": "on"}
    assert send(enter(house.second_officer), case, "ra-tep", **ticks).status_code == 302
    assert send(enter(house.officer), case, "cho-giao-tep", **ticks).status_code == 200  # they added it
    assert case.answer_file.released_by is None
    assert send(enter(house.head), case, "cho-giao-tep", **ticks).status_code == 302
    told = page(enter(house.officer), case)
    assert "Bản gốc, không giao" in told
    assert "làm sạch bằng máy" in told


def test_a_redacted_copy_with_its_grounds(held, enter, house):
    case, file = held(NOT_APPLIED)
    browser = enter(house.officer)
    assert "Phần mềm không làm sạch được tệp này" in page(browser, case)
    given = {"attachment": file.pk, "place_1": "trang 1", "what_1": "tên người dân", "ground_1": "INACCESSIBLE"}
    upload = {"file": SimpleUploadedFile("da-che.pdf", dirty_files.pdf())}
    half = send(browser, case, "ban-che", **given, place_2="trang 2", **upload)
    assert "Điền cả ba ô" in half.content.decode()
    upload["file"].seek(0)
    assert send(browser, case, "ban-che", **given, **upload).status_code == 302
    told = page(browser, case)
    assert "Đang tìm dữ liệu ẩn" in told
    assert "trang 1: tên người dân" in told


def test_what_only_tells_is_said_to_be_meant(held, enter, house):
    case, file = held(HIDDEN_ROW)
    browser, finding = enter(house.officer), file.file_findings.get()
    link = f"{reverse('desk:move', args=[case.now.code, 'noi-dung-cong-khai'])}?dieu={finding.pk}"
    assert link in page(browser, case)
    assert "hàng Bảng!3:3" in browser.get(link).content.decode()
    empty = send(browser, case, "noi-dung-cong-khai", finding=finding.pk, reason=" ")
    assert "Nói vì sao nội dung này được công khai" in empty.content.decode()
    told = send(browser, case, "noi-dung-cong-khai", finding=finding.pk, reason="Hàng tổng đã công khai")
    assert told.status_code == 302
    assert "Hàng tổng đã công khai" in page(browser, case)


@pytest.mark.parametrize(
    ("slug", "name"), [("ban-lam-sach", "tep"), ("ban-che", "tep"), ("noi-dung-cong-khai", "dieu")]
)
@pytest.mark.parametrize("number", ["", "0", "abc", "9" * 30])
def test_an_address_without_its_file_is_no_failure(held, enter, house, slug, name, number):
    case, _file = held(HIDDEN_ROW)
    address = reverse("desk:move", args=[case.now.code, slug])
    assert enter(house.officer).get(f"{address}?{name}={number}").status_code == 200
    answer = send(enter(house.officer), case, slug, attachment=number, finding=number, reason="x")
    assert answer.status_code == 200
    assert case.answer_file.role == FileRole.ANSWER
