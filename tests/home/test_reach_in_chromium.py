"""Every public template in every state, as people meet it: wide, narrow, enlarged, in their own colours, by keyboard."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.http import HttpResponse

from home import embedding
from tests.browser import press
from tests.home import every_page
from tests.home.in_chromium import HOST, window
from tests.workflow.public.walking import commune_house
from workflow.models import FormDraft, InformationRequest

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
#: Once in each frame is enough for colours and letters: front pages, a text, a table, a form, a failure, English.
FRAMES = (
    "/",
    "/suoi-vang/",
    "/suoi-vang/hoi-dap/",
    "/suoi-vang/danh-muc/phai-cong-khai/",
    "/suoi-vang/khong-co/",
    "/suoi-vang/en/",
)
COMPONENTS = "/thanh-phan/"


@pytest.fixture
def pages(db):
    """The site, and its made pages under addresses of their own."""
    house = every_page.build()
    return every_page.failures(house) | every_page.steps(house)


def show(shown, made):
    """Let the window show the made pages where they are asked for."""
    for path, answer in made.items():
        shown.made[path] = answer
    return shown


def test_every_page_breaks_no_rule_and_fits_wide_and_narrow(browser, pages, settings):
    """1280 pixels enlarged to 400 % are 320: what fits a small phone fits that too (WCAG 1.4.10)."""
    wrong = {}
    with window(browser) as shown:
        show(shown, pages)
        for path in [*every_page.one_of_each(shown.client), *pages, COMPONENTS]:
            settings.DEBUG = path == COMPONENTS  # that page is there for developers only
            shown.open(path)
            settings.DEBUG = False
            # Head and foot are the same on all pages of a frame: one of each is looked at whole, wide and narrow.
            is_whole = path in {*FRAMES, *list(pages)[:1], COMPONENTS}
            for width in (1280, 320):
                shown.page.set_viewport_size({"width": width, "height": 900})
                part = None if is_whole else "main"
                if found := faults(shown, is_ruled=width == 1280 or is_whole, part=part):
                    wrong[width, path] = found
        assert shown.foreign == []
    assert wrong == {}


def faults(shown, *, is_ruled, part):
    """What is wrong with the page as it stands: rules broken, wider than the screen, refused by the browser."""
    found = shown.broken_rules(part) if is_ruled else []
    if (sideways := shown.sideways()) > 0:
        found.append(("sideways", sideways))
    return found + [("refused", text) for text in shown.refused()]


def test_pages_hold_in_the_reader_s_own_colours_and_largest_letters(browser, pages):
    wrong = {}
    with window(browser, width=320, forced_colors="active") as shown:
        show(shown, pages)
        shown.client.cookies["hien-thi"] = "rat-lon.cao"
        for path in FRAMES:
            page = shown.open(path)
            if (sideways := shown.sideways()) > 0:
                wrong["forced", path] = sideways
            # Colours are the reader's: a border or a line must tell what a ground told before.
            bare = page.evaluate(
                "[...document.querySelectorAll('.notice, .tag, .button, .input, .select')]"
                ".filter(e => e.offsetParent && getComputedStyle(e).borderStyle === 'none').length"
            )
            if bare:
                wrong["bare", path] = bare
    with window(browser, width=320) as shown:
        show(shown, pages)
        shown.client.cookies["hien-thi"] = "rat-lon.cao"
        for path in FRAMES:
            page = shown.open(path)
            assert page.locator("html").get_attribute("class") == "size-xl contrast"
            if found := shown.broken_rules():
                wrong["contrast", path] = found
            if (sideways := shown.sideways()) > 0:
                wrong["letters", path] = sideways
    assert wrong == {}


def test_printing_leaves_the_words_and_drops_the_frame(browser, pages):
    with window(browser) as shown:
        page = shown.open("/suoi-vang/gan-vao-cong/")
        page.emulate_media(media="print")
        hidden = "nav.nav, .aids, .quick, .crumbs, .useful, .skip, .foot__nav-col"
        assert page.evaluate(f"[...document.querySelectorAll('{hidden}')].filter(e => e.offsetParent).length") == 0
        assert page.locator("h1").is_visible()
        assert page.locator(".mast .brand__name").is_visible()
        address = page.evaluate(
            "getComputedStyle(document.querySelector('main .facts a[href^=http]'), '::after').content"
        )
        assert HOST.split("//")[1] in address or "127.0.0.1" in address
        first = page.pdf(prefer_css_page_size=True)
        sizes = re.findall(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+)", first)
        assert {(round(float(w)), round(float(h))) for w, h in sizes} <= {(595, 842), (596, 842)}


def test_the_banner_and_the_lists_work_inside_a_foreign_page(browser, pages, settings):
    """A page of another host, with a policy of its own, holds our banner and fetches our list."""
    settings.BASE_URL = HOST
    with window(browser) as shown:
        authority = every_page.authority()
        foreign = (
            "<!doctype html><html lang='vi'><head><title>Cổng xã</title></head><body><h1>Cổng</h1>"
            f"{embedding.banner(authority, authority.units.get(is_focal=True).focal_point)}"
            "<div id='cho'></div></body></html>"
        )
        answer = HttpResponse(foreign)
        answer["Content-Security-Policy"] = f"default-src 'none'; connect-src {HOST}"
        shown.others["http://cong-xa.example/"] = answer
        page = shown.page
        page.goto("http://cong-xa.example/")
        page.evaluate(
            "async url => { const told = await fetch(url);"
            " document.getElementById('cho').innerHTML = await told.text(); }",
            f"{HOST}/suoi-vang/gan-vao-cong/phai-cong-khai.html",
        )
        assert "Thông tin phải được công khai" in page.inner_text("#cho").replace("\u00a0", " ")
        assert shown.refused() == []
        press(page, "a:has-text('Gửi yêu cầu cung cấp thông tin')")
        assert page.url == f"{HOST}/suoi-vang/yeu-cau/"
        assert page.inner_text("h1").replace("\u00a0", " ") == "Gửi yêu cầu cung cấp thông tin"


# --- by keyboard alone -------------------------------------------------------------------------------------------------
class Keys:
    """Somebody with a keyboard and nothing else: Tab, Shift+Tab, Space, Enter, arrows and letters."""

    def __init__(self, page):
        self.page = page

    def now(self):
        """What has the focus: its label or its words."""
        return self.page.evaluate(
            "(() => { const e = document.activeElement; const l = e.labels && e.labels[0];"
            " return (l ? l.innerText : e.innerText || e.value || '').replaceAll('\\u00a0', ' ').trim(); })()"
        )

    def to(self, words):
        """Tab until what is focused says these words; its focus must be seen."""
        for _press in range(80):
            self.page.keyboard.press("Tab")
            if self.now().startswith(words):
                seen = self.page.evaluate(
                    "(() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();"
                    " return s.outlineStyle !== 'none' && r.bottom > 0 && r.top < innerHeight; })()"
                )
                assert seen, f"no focus to be seen on {words!r}"
                return self
        raise AssertionError(f"{words!r} cannot be reached by Tab on {self.page.url}")

    def pick(self, words):
        """Tab into the group of radio buttons that holds these words, then arrow down to them."""
        for _press in range(80):
            self.page.keyboard.press("Tab")
            labels = self.page.evaluate(
                "(() => { const e = document.activeElement; if (e.type !== 'radio') return [];"
                " return [...document.getElementsByName(e.name)].map(r => r.labels[0].innerText.trim()); })()"
            )
            if place := [n for n, label in enumerate(labels) if label.replace("\u00a0", " ").startswith(words)]:
                self.press("Space")
                for _arrow in range(place[0]):
                    self.press("ArrowDown")
                assert self.now().startswith(words)
                return self
        raise AssertionError(f"{words!r} stands in no group that Tab reaches on {self.page.url}")

    def press(self, key):
        self.page.keyboard.press(key)
        return self

    def type(self, text):
        self.page.keyboard.type(text)
        return self

    def go(self, words="Tiếp tục"):
        """Reach a button and press it; waits for the page that follows."""
        self.to(words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self


@pytest.mark.django_db(transaction=True)
def test_a_whole_request_is_sent_and_found_again_by_keyboard_alone(open_page, transactional_db):
    cache.clear()
    commune_house()
    page = open_page("/suoi-vang/")
    keys = Keys(page)
    keys.to("Đến nội dung chính").press("Enter").to("Gửi yêu cầu cung cấp thông tin").press("Enter")
    page.wait_for_url("**/yeu-cau/")
    keys.go("Bắt đầu").go()
    assert page.title().startswith("Lỗi: ")
    assert page.evaluate("document.activeElement.className") == "summary"
    keys.to("Hãy mô tả").press("Enter")
    assert keys.now() == "Mô tả thông tin bạn cần"
    keys.type("Tổng chi phí làm đường liên thôn Bến Nứa – Đồi Chè.").go()
    keys.pick("Cho chính tôi").pick("Công dân Việt Nam, từ đủ 18").go()
    keys.pick("Không, hoặc tôi không biết").go()
    keys.to("Họ và tên").type("Hà Thị Mộc Miên").pick("Thẻ căn cước").to("Số").type("031292000417")
    keys.to("Tỉnh").type("Hu").to("Xã").type("Phường Thuận Hóa").to("Số nhà").type("12 đường Hoa Sữa").go()
    keys.pick("Có").go()
    keys.to("Số điện thoại").type("0952417096").pick("Tôi sẽ tự tra cứu").go()
    keys.pick("Tải về").go()
    keys.pick("Chưa, đây là lần đầu").go()
    keys.go("Không có tài liệu")
    for row in FormDraft.objects.all():  # a person takes longer than this test
        FormDraft.objects.filter(pk=row.pk).update(started_at=row.started_at - timedelta(minutes=1))
    keys.go("Gửi yêu cầu")
    number = page.inner_text(".slip .code >> nth=0")
    code = page.inner_text(".slip__secret")
    assert InformationRequest.objects.get().code == number
    page.goto("/tra-cuu/")
    keys.to("Số hồ sơ").type(number).to("Mã tra cứu").type(code.replace(" ", "")).go("Tra cứu")
    assert "đã nhận yêu cầu" in page.inner_text("h1").replace("\u00a0", " ")


def test_reading_aloud_is_offered_only_where_the_machine_has_a_vietnamese_voice(browser, pages):
    voices = "speechSynthesis.getVoices = () => [{lang: '%s', localService: %s, name: 'a'}]"
    for voice, is_offered in ((("vi-VN", "true"), True), (("vi-VN", "false"), False), (("en-US", "true"), False)):
        with window(browser) as shown:
            shown.context.add_init_script(voices % voice)
            page = shown.open("/suoi-vang/hoi-dap/")
            assert page.get_by_role("button", name="Đọc to trang này").count() == int(is_offered), voice
            assert shown.refused() == []
    with window(browser, scripts=False) as shown:
        page = shown.open("/suoi-vang/hoi-dap/")
        assert page.get_by_role("button", name="Đọc to").count() == 0
        press(page, "button:text-is('Có')")
        assert "Cảm ơn bạn" in page.inner_text("#huu-ich")
