"""What machines read about a page says what people read on it, and nothing an editor types can break out of it."""

import json
import re

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from cms.core import metadata
from cms.core.addresses import absolute
from tests.factories.core import make_house

TRAIL = """<nav class="crumbs" aria-label="Vị trí"><ol><li><a href="/">Chọn cơ quan</a></li>
<li><a href="/suoi-vang/">Xã Suối\u00a0Vàng</a></li><li aria-current="page">Hỏi &amp; đáp</li></ol></nav>"""
NASTY = '</script><script>alert(1)</script><!-- & "\u2028'


def data_in(html):
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)]


def drawn(source, path="/suoi-vang/hoi-dap/", **context):
    words = {"request": RequestFactory().get(path, {"cam-on": "1"})} | context
    return Template("{% load metadata_tags %}" + source).render(Context(words))


def test_the_trail_is_read_from_the_page_itself(settings):
    settings.BASE_URL = "https://minhbach.example"
    [data] = data_in(drawn("{% trail %}" + TRAIL + "{% endtrail %}"))
    assert [(row["position"], row["name"], row["item"]) for row in data["itemListElement"]] == [
        (1, "Chọn cơ quan", "https://minhbach.example/"),
        (2, "Xã Suối Vàng", "https://minhbach.example/suoi-vang/"),
        (3, "Hỏi & đáp", "https://minhbach.example/suoi-vang/hoi-dap/"),
    ]


def test_a_page_without_a_trail_says_nothing_of_one():
    assert drawn("{% trail %}{% endtrail %}") == ""


def test_the_head_is_told_again_for_sharing(settings):
    settings.BASE_URL = "https://minhbach.example"
    html = drawn(
        '{% share %}<title>Hỏi &lt;b&gt;</title><meta name="description" content="Mô tả &quot;x&quot;">{% endshare %}'
    )
    assert '<link rel="canonical" href="https://minhbach.example/suoi-vang/hoi-dap/">' in html
    assert '<meta property="og:description" content="Mô tả &quot;x&quot;">' in html
    assert 'og:locale" content="vi_VN"' in html


def test_a_page_that_nobody_may_index_is_not_offered_for_sharing():
    html = drawn('{% share %}<title>Bước 1</title><meta name="robots" content="noindex">{% endshare %}')
    assert "og:" not in html
    assert "canonical" not in html


@pytest.mark.parametrize("text", [NASTY, "<b>đậm</b>", "]]>", "\u2029"])
def test_nothing_typed_ends_the_block(text):
    html = metadata.script(metadata.questions([(text, text)]))
    assert html.count("<script") == html.count("</script>") == 1
    assert "\u2028" not in html
    assert data_in(html)[0]["@type"] == "FAQPage"


def test_no_questions_no_block():
    assert metadata.script(metadata.questions([])) == ""


@pytest.mark.parametrize("base", ["https://tinh.example", "https://tinh.example/ttct"])
def test_the_path_prefix_stands_once_in_an_absolute_address(settings, base):
    settings.BASE_URL = base
    assert absolute("/ttct/suoi-vang/") == "https://tinh.example/ttct/suoi-vang/"


class Days:
    amount, unit = 12, type("Unit", (), {"name": "CALENDAR_DAY"})


class WorkingDays:
    amount, unit = 10, type("Unit", (), {"name": "WORKING_DAY"})


@pytest.fixture
def house(db):
    return make_house()


@pytest.mark.parametrize(("answer", "told"), [(Days, "P12D"), (WorkingDays, None), (None, None)])
def test_the_service_names_its_channels_and_only_terms_that_can_be_written(house, answer, told):
    service = metadata.service(house.authority, house.focal_point, answer)
    assert [row["name"] for row in service["availableChannel"]] == [
        "Trên trang này",
        "Tại trụ sở",
        "Qua bưu điện",
        "Qua thư điện tử",
    ]
    assert {row.get("processingTime") for row in service["availableChannel"]} == {told}


def test_an_authority_without_a_focal_point_still_says_how_to_reach_it(house):
    told = metadata.organisation(house.authority, None)
    assert told["telephone"] == house.authority.phone
    assert "contactPoint" not in told
    assert len(metadata.service(house.authority, None)["availableChannel"]) == 1
