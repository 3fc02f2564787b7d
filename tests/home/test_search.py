"""What a search finds, and in which order: one list for every database. Then the page around it."""

import unicodedata
from datetime import date

import pytest
from django.db import transaction

from home.search import search
from tests.home.shelf import fill

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def shelf(django_db_setup, django_db_blocker):
    """The shelf, once for all; taken away at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill()
        transaction.set_rollback(True)


def nfd(text):
    return unicodedata.normalize("NFD", text)


LAW = ["luật 2026", "luật 2016"]
LAW_AND_DECREES = ["nghị định 224", "luật 2026", "nghị định 13", "luật 2016"]
PRICES = ["quyết định 17", "quyết định 58", "hỏi giá đất"]
#: What is typed → what is found, in this order.
FOUND = [
    # without marks
    ("tiep can thong tin", [*LAW_AND_DECREES, "tin thông"]),
    ("dat dai", ["đất đai", "đài truyền thanh"]),
    ("nguyen hue", ["nguyễn huệ"]),
    ("thong bao", ["thông báo 5", "tin thông"]),
    ("cong khai", ["ngân sách"]),
    ("QUYET DINH 58", ["quyết định 17"]),
    # with marks: typing them narrows
    ("tiếp cận thông tin", [*LAW_AND_DECREES, "tin thông"]),
    ("đất đai", ["đất đai"]),
    ("đất", ["quyết định 17", "hỏi giá đất", "đất đai", "quyết định 58", "quy hoạch"]),
    ("đài", ["đài truyền thanh"]),
    ("dai", ["đài truyền thanh", "đất đai"]),
    ("nguyên", ["nguyên nhân"]),
    ("nguyễn", ["nguyễn huệ"]),
    ("nguyen", ["nguyên nhân", "nguyễn huệ"]),
    ("ĐẤT ĐAI", ["đất đai"]),
    ("đất dai", ["đất đai"]),
    # one letter, several ways to write it
    ("hòa giải", ["hòa giải"]),
    ("hoà giải", ["hòa giải"]),
    ("hoa giai", ["hòa giải"]),
    ("thuỷ lợi", ["thủy lợi"]),
    ("thủy lợi", ["thủy lợi"]),
    (nfd("đất đai"), ["đất đai"]),
    (nfd("Hoà giải"), ["hòa giải"]),
    (nfd("tiếp cận thông tin"), [*LAW_AND_DECREES, "tin thông"]),
    ("\u200bđất\u00a0đai", ["đất đai"]),
    # nothing has these marks: found without
    ("thủ túc", ["đất đai"]),
    ("nguyệt huệ", []),
    ("nguyện huê", ["nguyễn huệ"]),
    ('"gia đat"', PRICES),
    # phrases
    ('"tiếp cận thông tin"', LAW_AND_DECREES),
    ('"tiep can thong tin"', LAW_AND_DECREES),
    ('"thông tin"', LAW_AND_DECREES),
    ('"tin thông"', ["tin thông"]),
    ("“bảng giá đất”", PRICES),
    ('"giá đất" "Hoa Sen"', ["quyết định 17"]),
    ('"bảng đất"', []),
    ('"tiếp cận" luật', LAW_AND_DECREES),
    ('"thủ tục đất đai tại xã"', ["đất đai"]),
    ('"đất đai tại xã đăng ký"', []),
    # the beginning of the last word
    ("tiếp cận thông ti", [*LAW_AND_DECREES, "tin thông"]),
    ("quy hoa", ["quy hoạch"]),
    ("truyền tha", ["đài truyền thanh"]),
    ("thong ba", ["thông báo 5", "luật 2026", "tin thông"]),
    ("hoà giả", ["hòa giải"]),
    ("nhà văn hó", ["an ninh", "đài truyền thanh"]),
    ('"quy hoa"', []),
    ("hoa quy", ["quyết định 17"]),
    ("thu phi", ["trả lời đồi chè", "ngân sách"]),
    ("thu phí", ["trả lời đồi chè"]),
    # numbers of documents
    ("13/2018/NĐ-CP", ["nghị định 13", "nghị định 224"]),
    ("13/2018/nd-cp", ["nghị định 13", "nghị định 224"]),
    ("13/2018/NĐ–CP", ["nghị định 13", "nghị định 224"]),
    ("13 / 2018 / NĐ-CP", ["nghị định 13", "nghị định 224"]),
    ('"13/2018/NĐ-CP"', ["nghị định 13", "nghị định 224"]),
    ("2018/13/CP-NĐ", []),
    ("13/2018", ["nghị định 13", "nghị định 224"]),
    ("nghị định 13/2018/NĐ-CP", ["nghị định 13", "nghị định 224"]),
    ("58/2025/QĐ-UBND", ["quyết định 58", "quyết định 17"]),
    ("05/TB-UBND", ["thông báo 5"]),
    ("5/tb-ubnd", ["thông báo 5"]),
    ("01/2026/QH16", ["luật 2026"]),
    ("1/2026/QH16", ["luật 2026"]),
    ("104/2016/QH13", ["luật 2016", "nghị định 13"]),
    ("99/QĐ-TTg", ["quy hoạch"]),
    ("99/QD-TTG quy hoach", ["quy hoạch"]),
    ("QH13", ["luật 2016", "nghị định 13"]),
    ("nghị định 2018", ["nghị định 13", "nghị định 224"]),
    ("01/9/2026", ["luật 2016"]),
    ("13/2019/NĐ-CP", []),
    # words that other searches drop, or take for their own
    ("an ninh", ["an ninh"]),
    ("the thao", ["thể thao"]),
    ("an", ["an ninh"]),
    ("covid-19", ["covid"]),
    ("AND OR NOT", []),
    ("đất AND đai", []),
    ("đất* (đai)", ["đất đai"]),
    ("title:đai", []),
    ("nguyễn' OR '1'='1", []),
    ("-huệ +nguyễn", ["nguyễn huệ"]),
    ('"', []),
    ('đất đai "', ["đất đai"]),
    ("?!…", []),
    ("đất\x00 đai", ["đất đai"]),
    ("cây xanh công cộng", ["quy hoạch"]),
    ("ភាសាខ្មែរ", ["khmer"]),
    ("x" * 5000, []),
    ("đất đai " * 60, ["đất đai"]),
]


@pytest.mark.parametrize(("typed", "found"), FOUND, ids=[repr(typed)[:40] for typed, _found in FOUND])
def test_a_search_finds_these_in_this_order(shelf, typed, found):
    results = search({"q": typed}, TODAY)
    assert [shelf[hit.order_key] for hit in results.hits] == found
    assert results.total == len(found)


# --- the page around it ------------------------------------------------------------------------------------------


@pytest.fixture
def visit(shelf, client):
    def visit(path="/tim-kiem/", **query):
        response = client.get(path, {name.replace("_", "-"): value for name, value in query.items()})
        assert response.status_code == 200
        return response

    return visit


def test_what_is_found_is_marked_and_the_rest_is_escaped(visit):
    html = visit(q="bang gia dat").content.decode()
    assert "Điều chỉnh <mark>bảng giá đất</mark> phường Hoa Sen" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "&lt;b&gt;" in visit(q="<b>").content.decode()
    assert "<mark>13/2018/NĐ-CP</mark>" in visit(q="13/2018/nd-cp").content.decode()


def test_results_without_the_marks_that_were_typed_are_said_to_be_so(visit):
    assert "khi bỏ dấu" in visit(q="nguyện huê").content.decode()
    assert "khi bỏ dấu" not in visit(q="nguyen hue").content.decode()


def test_nothing_found_says_what_to_do(visit):
    html = visit(q="cầu vượt biển").content.decode()
    assert "Không tìm thấy “cầu vượt biển”" in html
    assert "/gui-yeu-cau/" in html
    html = visit("/suoi-vang/tim-kiem/", q="cầu vượt biển").content.decode()
    assert "/suoi-vang/yeu-cau/" in html
    assert "Tìm trong mọi cơ quan" in html
    assert "Bạn chưa gõ chữ hoặc số nào" in visit(q="?!").content.decode()


def test_facets_count_what_the_others_leave(visit):
    results = visit(q="", loai="tin").context["results"]
    facets = {title: {choice.label: choice.count for choice in choices} for title, choices in results.facets}
    assert results.total == 6
    assert facets["Loại"]["Tin, thông báo"] == 6
    assert facets["Loại"]["Trang thông tin"] == 6
    assert facets["Cơ quan"] == {"Xã Suối Vàng": 5, "Sở Nông nghiệp và Môi trường": 1}
    assert facets["Năm"] == {"2026": 5, "2021": 1}
    both = visit(q="", loai="tin", nam="2021").context["results"]
    assert [hit.title for hit in both.hits] == ["Tiêm vắc xin Covid-19"]


def test_one_authority_knows_only_its_own(visit):
    results = visit("/suoi-vang/tim-kiem/", q="gia").context["results"]
    assert {hit.authority.code for hit in results.hits} == {"suoi-vang"}
    assert "Cơ quan" not in dict(results.facets)
    assert visit(q="gia", co_quan="suoi-vang").context["results"].total == results.total
    assert visit(q="gia", co_quan="khong-co").context["results"].total == 0


def test_pages_follow_each_other_without_hole_or_repetition(visit, monkeypatch):
    monkeypatch.setattr("home.search.PER_PAGE", 5)
    every = [hit.order_key for hit in visit().context["results"].hits]
    seen, url = [], "?"
    while url:
        results = visit(f"/tim-kiem/{url}").context["results"]
        seen += [hit.order_key for hit in results.hits]
        url, newer = results.older_url, results.newer_url
    assert len(seen) == 22
    assert seen == sorted(seen, reverse=True)
    assert every == seen[:5]
    before = visit(f"/tim-kiem/{newer}").context["results"]
    assert [hit.order_key for hit in before.hits] == seen[15:20]


@pytest.mark.parametrize(
    "query",
    [
        {"sau": "x"},
        {"sau": "9-99999999999999999999999"},
        {"truoc": "0-0"},
        {"sau": "\x00-1"},
        {"nam": "²²²²"},
        {"nam": "0000"},
        {"loai": "khac"},
        {"co-quan": "\x00" * 50},
        {"q": "'); DROP TABLE--"},
        {"q": "\ud800"},
        {"q": "a" * 10_000},
        {"q": "NEAR(a b)^*:"},
    ],
)
def test_odd_addresses_are_answered(shelf, client, query):
    query = {name: value.encode("utf-8", "surrogatepass") for name, value in query.items()}
    for path in ("/tim-kiem/", "/suoi-vang/tim-kiem/"):
        assert client.get(path, query).status_code == 200


def test_an_unknown_authority_has_no_search(shelf, client):
    assert client.get("/khong-co/tim-kiem/").status_code == 404


@pytest.mark.parametrize("typed", ["bảng giá đất", "nguyện huê", "", "13/2018/NĐ-CP"])
def test_a_search_takes_four_queries_at_most(visit, typed, django_assert_max_num_queries):
    for path in ("/tim-kiem/", "/suoi-vang/tim-kiem/"):
        visit(path, q=typed)
        with django_assert_max_num_queries(4):
            visit(path, q=typed, nam="2026")


def test_the_page_keeps_its_weight(visit):
    import gzip

    assert len(gzip.compress(visit().content, 6)) < 10 * 1024
