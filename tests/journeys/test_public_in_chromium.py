"""The public journey in a real Chromium with scripts off, on a phone; every page checked by axe and seen wide, too."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.utils import timezone
from pypdf import PdfReader

from tests.browser import press
from tests.factories.workflow import Case
from tests.workflow.public.test_tracking import kept_file
from tests.workflow.public.walking import NEED, commune_house, department_house
from workflow.models import FormDraft, InformationRequest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def house(transactional_db):
    cache.clear()
    return commune_house()


@pytest.fixture
def check(browser):
    """Look at a page as it stands: nothing sideways, wide or narrow, and no violation that axe finds in its words.

    Head and foot are those of every public page (tests/home/test_reach_in_chromium.py).
    """
    context = browser.new_context(bypass_csp=True)
    mirror = context.new_page()

    def look(page):
        html, address = page.content(), page.url
        mirror.route(
            re.compile(r".*/xem-lai$"), lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")
        )
        for width in (1280, 320):
            mirror.set_viewport_size({"width": width, "height": 900})
            mirror.goto(re.match(r"https?://[^/]+", address).group() + "/xem-lai")
            sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert mirror.evaluate(sideways) <= 0, (address, width)
        found = Axe().run(mirror, context="main", options={"runOnly": WCAG}).response["violations"]
        assert [(row["id"], [node["html"][:120] for node in row["nodes"]]) for row in found] == [], address
        mirror.unroute_all()

    yield look
    context.close()


def go_on(page):
    press(page, "button.button--big")


def test_a_request_goes_its_way_without_script(open_page, check, house, tmp_path):
    page = open_page("/suoi-vang/yeu-cau/", width=320, scripts=False)
    check(page)
    press(page, "button:has-text('Bắt đầu')")
    check(page)
    page.fill("#description", "tiền làm đường")
    go_on(page)
    assert page.title().startswith("Lỗi: ")
    assert page.inner_text(".summary a") == "Hãy mô tả thông tin bạn cần, ít nhất 20 ký tự"
    check(page)
    page.click(".summary a")
    page.fill("#description", NEED)
    go_on(page)
    page.check("label:has-text('Cho chính tôi')")
    page.check("label:has-text('từ đủ 18 tuổi')")
    check(page)
    go_on(page)
    page.check("label:has-text('Không, hoặc tôi không biết')")
    check(page)
    go_on(page)
    page.fill("#name", "Hà Thị Mộc Miên")
    page.check("label:has-text('Thẻ căn cước')")
    page.fill("#identity_number", "031 292 000 417")
    page.select_option("#province", label="Huế")
    page.fill("#commune", "Phường Thuận Hóa")
    page.fill("#address", "12 đường Hoa Sữa")
    check(page)
    go_on(page)
    page.check("label:text-is('Không')")
    check(page)
    go_on(page)
    page.fill("#concern", "Tôi có ruộng ở thôn Bến Nứa")
    go_on(page)
    page.fill("#phone", "0952 417 096")
    page.check("label:has-text('tự tra cứu')")
    check(page)
    go_on(page)
    page.check("label:has-text('Tải về trên trang này')")
    page.check("label:has-text('Chữ to')")
    check(page)
    go_on(page)
    page.check("label:has-text('lần đầu')")
    check(page)
    go_on(page)
    paper = tmp_path / "bien-cong-trinh.txt"
    paper.write_text("Biển công trình ở đầu thôn.", "utf-8")
    page.set_input_files("#tep", str(paper))
    press(page, "text=Thêm tệp này")
    assert "bien-cong-trinh.txt" in page.inner_text(".uploads")
    check(page)
    page.go_back()
    page.go_forward()
    go_on(page)
    check(page)
    press(page, "a:has-text('Sửa họ và tên')")
    page.fill("#name", "Hà Thị Mộc Miên Mai")
    go_on(page)
    assert "Hà Thị Mộc Miên Mai" in page.inner_text("main")

    for row in FormDraft.objects.all():  # a person takes longer than this test
        FormDraft.objects.filter(pk=row.pk).update(started_at=row.started_at - timezone.timedelta(minutes=1))
    go_on(page)
    check(page)
    number = page.inner_text(".slip .code >> nth=0")
    code = page.inner_text(".slip__secret")
    assert re.fullmatch(r"\d{4}( \d{4}){3}", code)
    page.reload()
    assert page.inner_text(".slip__secret") == code
    press(page, "text=In biên nhận A5")
    check(page)
    sheet = tmp_path / "bien-nhan.pdf"
    sheet.write_bytes(page.pdf(prefer_css_page_size=True))
    width_mm, height_mm, sheets = page_size(sheet)
    assert (width_mm, height_mm, sheets) == (148, 210, 1)

    page.goto("/tra-cuu/")
    check(page)
    page.fill("#number", number.lower())
    page.fill("#code", code)
    press(page, "main button:has-text('Tra cứu')")
    assert page.inner_text("h1").replace("\u00a0", " ") == "Cơ quan đã nhận yêu cầu của bạn"
    check(page)

    case = Case(house, InformationRequest.objects.get(), timezone.now(), code.replace(" ", ""))
    case.ask_for_supplement("Hãy cho biết tên công trình")
    page.reload()
    check(page)
    press(page, "a.button:has-text('Gửi phần bổ sung')")
    check(page)
    page.fill("#text", "Đường liên thôn Bến Nứa – Đồi Chè")
    go_on(page)
    assert "Cơ quan đã nhận phần bổ sung" in page.inner_text("main")
    case.accept().review().extended(5).add_file(kept_file("quyet-toan.pdf")).check_file().release_file()
    case.propose_to_provide().approve().issue().provide()
    page.goto("/tra-cuu/ho-so/")
    check(page)
    with page.expect_download() as download:
        page.click("text=quyet-toan.pdf")
    assert download.value.suggested_filename == "quyet-toan.pdf"
    press(page, "text=Đóng hồ sơ")
    page.goto("/tra-cuu/ho-so/")
    assert "Phiên tra cứu đã hết hạn" in page.inner_text("main")


def page_size(path):
    """(width, height in whole millimetres, number of pages) of a PDF."""
    reader = PdfReader(str(path))
    box = reader.pages[0].mediabox
    return round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72), len(reader.pages)


def test_time_limit_is_reckoned_without_script(open_page, check, house):
    page = open_page("/tinh-thoi-han/", width=320, scripts=False)
    check(page)
    for box, value in (("sent_ngay", "12"), ("sent_thang", "11"), ("sent_nam", "2026")):
        page.fill(f"#{box}", value)
    go_on(page)
    assert "thứ Tư 25/11/2026" in page.inner_text("main")
    check(page)


def test_authority_is_chosen_without_script(open_page, check, house):
    department_house()
    page = open_page("/gui-yeu-cau/", width=320, scripts=False)
    check(page)
    page.fill("#ten", "suoi vang")
    press(page, "button:has-text('Tìm')")
    press(page, f"text={house.authority.name}")
    assert page.url.endswith("/suoi-vang/yeu-cau/")
