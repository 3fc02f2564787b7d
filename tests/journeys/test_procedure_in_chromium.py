"""The whole procedure in a real Chromium with scripts off: the citizen and every officer at their own screens."""

import re

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone

from tests.browser import press
from tests.factories import dirty_files
from tests.workflow.public.walking import NEED, department_house
from workflow.public.questions import QUESTIONS
from workflow.services import inspecting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "Bến-Nứa-2026-xanh"
NAME = "Hà Thị Mộc Miên"


@pytest.fixture
def house(transactional_db):
    cache.clear()
    return department_house()


@pytest.fixture
def citizen(open_page, house):
    return Citizen(open_page(f"/{house.authority.code}/yeu-cau/", scripts=False))


@pytest.fixture
def seat(open_page):
    """seat(house.officer): that person, signed in at a browser of their own; the same seat when asked again."""
    taken = {}

    def take(user):
        if user.pk not in taken:
            taken[user.pk] = sign_in(open_page("/admin/login/", scripts=False), user)
        return taken[user.pk]

    return take


class Citizen:
    """Somebody at home: sends, keeps number and code, follows."""

    number = code = ""

    def __init__(self, page):
        self.page = page

    def go_on(self, **answers):
        """Fill in what is named, tick what is worded, and go to the next page."""
        for name, value in answers.items():
            self.page.fill(f"#{name}", value)
        press(self.page, "button.button--big")

    def tick(self, *labels):
        for label in labels:
            self.page.check(f"label:has-text('{label}')")
        return self

    def send(self, description):
        page = self.page
        press(page, "button:has-text('Bắt đầu')")
        self.go_on(description=description)
        self.tick("Cho chính tôi", "từ đủ 18 tuổi").go_on()
        self.tick("Không, hoặc tôi không biết").go_on()
        page.select_option("#province", label="Huế")
        self.tick("Thẻ căn cước").go_on(
            name=NAME, identity_number="031 292 000 417", commune="Phường Thuận Hóa", address="12 đường Hoa Sữa"
        )
        self.tick("tự tra cứu").go_on(phone="0952 417 096")
        self.tick("Tải về trên trang này").go_on()
        self.tick("lần đầu").go_on()
        self.go_on()
        assert words(page.inner_text("h1")) == "Kiểm tra lại trước khi gửi"
        self.go_on()
        self.answer_as_a_person()
        self.number = page.inner_text(".slip .code >> nth=0")
        self.code = page.inner_text(".slip__secret")
        return self

    def answer_as_a_person(self):
        """Who fills in a form faster than people do is asked one plain question."""
        if "Một câu hỏi" in self.page.title():
            asked = self.page.inner_text("label[for=tra-loi]")
            answer = next(one.answers[0] for one in QUESTIONS if str(one.text) == asked)
            self.go_on(**{"tra-loi": answer})

    def look(self):
        """The tracked case, as it stands now."""
        self.page.goto("/tra-cuu/")
        self.page.fill("#number", self.number)
        self.page.fill("#code", self.code)
        press(self.page, "main button:has-text('Tra cứu')")
        return words(self.page.inner_text("main"))


# --- at the desk -------------------------------------------------------------------------------------------------
def words(text):
    """Text with plain spaces, so that what is not broken across lines compares as it reads."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def sign_in(page, user):
    user.set_password(PASSWORD)
    user.save()
    page.fill("input[name=username]", user.username)
    page.fill("input[name=password]", PASSWORD)
    press(page, "main button[type=submit]")
    assert page.title().startswith("Việc của tôi"), page.title()
    return page


def find(page, number):
    """Open a case as officers do: its number in the search of the start page, then its line in the list."""
    page.goto("/admin/")
    page.fill("#desk-q", number)
    press(page, ".mb-find button")
    press(page, f"a.mb-code:text-is('{number}')")
    return page


def case_page(page, number):
    """The case as it stands now; who has it open already looks again."""
    if page.url.endswith(f"/ho-so/{number}/"):
        page.reload()
        return page
    return find(page, number)


def begin(page, number, label):
    """The form of a move, from the case's own list of what may be done now."""
    press(case_page(page, number), f".mb-next a:text-is('{label}')")
    return page


def finish(page, said):
    """Press the one filled button; the next page says what has happened."""
    press(page, ".mb-acts button.button")
    assert said in page.inner_text(".messages"), page.inner_text("main")


def sign(page, number, label):
    """The signer opens what waits for a signature and signs it."""
    page.goto("/admin/cho-ky/")
    assert number in page.inner_text("h2.mb-h1")
    press(page, f"button:text-is('{label}')")
    assert "Đã ký" in page.inner_text(".messages")


def issue(page, number, letter_number):
    """The registry opens the paper that waits, and gives it the number of its own book."""
    page.goto("/admin/cho-phat-hanh/")
    press(page, f"li:has-text('{number}') a:text-is('Cấp số')")
    page.fill("#id_number", letter_number)
    finish(page, "Văn bản đã phát hành.")


def newest(page, number):
    """What stands first in the case's history: the act and who did it."""
    return words(case_page(page, number).inner_text(".mb-line li >> nth=0 >> div >> nth=0"))


def acts(page):
    """Every act in the history of the open case, oldest first."""
    return [words(text) for text in reversed(page.locator(".mb-line li div > strong").all_inner_texts())]


# --- the stories -------------------------------------------------------------------------------------------------
def test_a_request_is_completed_extended_and_provided_by_several_people(house, citizen, seat, tmp_path):
    number = citizen.send(NEED).number
    officer, unit, head = seat(house.officer), seat(house.originator), seat(house.head)
    signer, registry = seat(house.signer), seat(house.registry)

    begin(officer, number, "Đề nghị bổ sung").fill("#id_missing", "Tên công trình và năm quyết toán")
    finish(officer, "Đã đề nghị bổ sung. Thời hạn chưa chạy.")
    assert house.officer.first_name in newest(officer, number)

    assert "Tên công trình và năm quyết toán" in citizen.look()
    press(citizen.page, "a.button:has-text('Gửi phần bổ sung')")
    citizen.go_on(text="Đường liên thôn Bến Nứa – Đồi Chè, quyết toán năm 2025")
    assert "Cơ quan đã nhận phần bổ sung" in words(citizen.page.inner_text("main"))
    assert "Đường liên thôn Bến Nứa – Đồi Chè" in case_page(officer, number).inner_text("main")

    begin(officer, number, "Xác nhận hợp lệ")
    finish(officer, "Đã xác nhận hợp lệ và báo hạn cho người dân.")

    begin(officer, number, "Trình gia hạn")
    officer.check("label:has-text('Tìm kiếm')")
    officer.fill("#id_plain_words", "Hồ sơ quyết toán nằm ở kho lưu trữ")
    officer.check("label:has-text('5 ngày')")
    finish(officer, "Đã trình gia hạn. Hạn chưa đổi.")
    due_before = case_page(officer, number).inner_text(".mb-clock p strong")
    sign(signer, number, "Ký gia hạn")
    assert case_page(officer, number).inner_text(".mb-clock p strong") == due_before
    issue(registry, number, "12")
    due_after = case_page(officer, number).inner_text(".mb-clock p strong")
    assert due_after != due_before
    assert f"chậm nhất {words(due_after)}" in citizen.look()

    begin(officer, number, "Thu thập thông tin").select_option("#id_unit", label=str(house.land_unit))
    officer.fill("#id_question", "Gửi bản quyết toán đã che tên nhà thầu cá nhân")
    finish(officer, "Đã gửi đơn vị chủ trì. Thời hạn vẫn chạy.")
    answer = tmp_path / "quyet-toan.pdf"
    answer.write_bytes(dirty_files.pdf())
    begin(unit, number, "Thêm tệp trả lời").set_input_files("#id_file", str(answer))
    finish(unit, "Đã thêm tệp.")
    assert inspecting.inspect_waiting(timezone.now()) == 1
    look_through(unit, number, "Kiểm tra bí mật của tệp")
    finish(unit, "Đã xác nhận. Cần người thứ hai cho giao.")
    begin(unit, number, "Giao thông tin cho đầu mối").fill("#id_answer", "Bản quyết toán đã che tên nhà thầu cá nhân")
    finish(unit, "Đã giao cho đầu mối.")
    look_through(head, number, "Cho giao tệp")
    finish(head, "Tệp giao được.")

    begin(officer, number, "Phân loại mục thông tin").select_option("#id_field", index=1)
    officer.check("label:has-text('Phải được công khai')")
    officer.select_option("#id_basis", value="PUB_NOT_YET")
    finish(officer, "Đã phân loại.")
    begin(officer, number, "Trình duyệt cung cấp").check("label:text-is('Cung cấp')")
    officer.fill("#id_provide_place", "Tải về bằng mã tra cứu")
    finish(officer, "Đã trình ký.")
    sign(signer, number, "Ký duyệt cung cấp")
    issue(registry, number, "13")
    begin(officer, number, "Giao thông tin")
    finish(officer, "Đã giao thông tin. Hồ sơ kết thúc.")

    assert "Cơ quan đã cung cấp thông tin" in citizen.look()
    with citizen.page.expect_download() as download:
        citizen.page.click("text=quyet-toan.pdf")
    assert download.value.path().read_bytes() == dirty_files.pdf()  # as it was added, byte for byte
    assert "12/TB-SXD" in words(citizen.page.inner_text("main"))

    assert acts(case_page(officer, number)) == [
        "Người dân gửi yêu cầu",
        "Đề nghị bổ sung",
        "Nhận bổ sung",
        "Xác nhận hợp lệ",
        "Trình gia hạn",
        "Ký gia hạn",
        "Gia hạn có hiệu lực",
        "Thu thập thông tin",
        "Thêm tệp trả lời",
        "Tìm dữ liệu ẩn trong tệp",
        "Kiểm tra tệp, lần một",
        "Chuyển xem xét",
        "Cho giao tệp",
        "Phân loại mục thông tin",
        "Trình duyệt cung cấp",
        "Ký duyệt cung cấp",
        "Phát hành phiếu giải quyết",
        "Đã cung cấp",
    ]
    supervisor_sees_all_and_does_nothing(seat(house.auditor), number)
    call_command("verify_audit")


def test_a_request_is_refused_on_a_ground_with_what_it_demands(house, citizen, seat):
    number = citizen.send(NEED).number
    officer = seat(house.officer)
    begin(officer, number, "Xác nhận hợp lệ")
    finish(officer, "Đã xác nhận hợp lệ")

    begin(officer, number, "Trình từ chối").check("label:has-text('vượt quá khả năng đáp ứng')")
    press(officer, "button:text-is('Hiện ô cần điền cho lựa chọn này')")
    officer.fill("#id_plain_words", "Phải sao 40.000 trang, cơ quan không làm được trong thời hạn")
    officer.fill("#id_m1-weighing", "Bản tổng hợp đã công khai đủ cho lợi ích chung")
    press(officer, ".mb-acts button.button")
    assert "Ghi số liệu chứng minh vượt quá khả năng" in officer.inner_text(".mb-check")
    officer.fill("#id_m1-facts", "40.000 trang; một người làm được 600 trang một ngày")
    finish(officer, "Đã trình ký. Đến khi phát hành, hồ sơ vẫn mở.")
    sign(seat(house.signer), number, "Ký từ chối")
    assert "Từ chối cung cấp" not in citizen.look()
    issue(seat(house.registry), number, "21")

    page = citizen.look()
    assert "Từ chối cung cấp" in page
    assert "Tòa án nhân dân khu vực 1" in page
    press(citizen.page, "a:has-text('Thông báo từ chối')")
    paper = words(citizen.page.inner_text("body"))
    assert "21/TB-SXD" in paper
    assert "khoản 5 Điều 27" in paper
    assert acts(case_page(officer, number)) == [
        "Người dân gửi yêu cầu",
        "Xác nhận hợp lệ",
        "Trình từ chối",
        "Ký từ chối",
        "Từ chối cung cấp",
    ]
    call_command("verify_audit")


def test_a_request_for_what_is_public_is_provided_at_once(house, citizen, seat):
    number = citizen.send(NEED).number
    officer = begin(seat(house.officer), number, "Cung cấp ngay")
    officer.fill("#id_answer", "Quyết toán đã đăng trên trang của Sở ngày 02/11/2026")
    officer.fill("#id_public_place", "https://haison.example/quyet-toan")
    officer.check("label:has-text('Phải được công khai')")
    officer.select_option("#id_basis", value="PUB_UNREACHABLE")
    finish(officer, "Đã cung cấp. Hồ sơ kết thúc.")
    page = citizen.look()
    assert "Đã cung cấp" in page
    assert "Quyết toán đã đăng trên trang của Sở ngày 02/11/2026" in page
    assert acts(find(officer, number)) == ["Người dân gửi yêu cầu", "Đã cung cấp"]
    call_command("verify_audit")


def look_through(page, number, label):
    """One of the two who look at a file before it is given: opens it, then says what was looked for."""
    begin(page, number, label)
    with page.expect_download() as download:
        page.click(".mb-files a")
    assert download.value.suggested_filename == "quyet-toan.pdf"
    page.check("#id_seen_all")
    page.check("#id_no_secret")


def supervisor_sees_all_and_does_nothing(page, number):
    """The supervisor finds the case in the list, no verb on its page, and its history field by field."""
    press(page, "nav a[href='/admin/ho-so/']")
    press(page, ".mb-tabs a:has-text('Đã kết thúc')")
    press(page, f"a.mb-code:text-is('{number}')")
    assert page.locator(".mb-next, .mb-moves, .mb-form").count() == 0
    assert page.locator("main form").count() == 0
    assert "Gia hạn" in " ".join(acts(page))
    press(page, "a:has-text('Xem lịch sử từng trường')")
    assert "Khớp với chuỗi nhật ký" in page.inner_text("main")
    rows = [words(row) for row in page.locator(".mb-hist tbody tr").all_inner_texts()]
    assert any("hạn" in row for row in rows), rows
