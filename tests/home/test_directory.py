"""Authorities are found by any part of their name, with and without marks."""

import gzip

import pytest
from django.db.models import QuerySet

from cms.core.models import Authority, FocalPoint, Unit
from cms.core.models.authority import AuthorityKind
from home import default_site, directory
from tests.factories.core import AuthorityFactory, FocalPointFactory

NAMES = {
    "suoi-vang": ("Ủy ban nhân dân xã Suối Vàng", "Xã Suối Vàng", AuthorityKind.COMMUNE),
    "suoi-vang-2": ("Ủy ban nhân dân xã Suối Váng", "Xã Suối Váng", AuthorityKind.COMMUNE),
    "doi-che": ("Ủy ban nhân dân phường Đồi Chè", "Phường Đồi Chè", AuthorityKind.COMMUNE),
    "so-tu-phap": ("Sở Tư pháp", "Sở Tư pháp", AuthorityKind.DEPARTMENT),
    "so-y-te": ("Sở Y tế", "Sở Y tế", AuthorityKind.DEPARTMENT),
    "binh-minh": ("Ủy ban nhân dân tỉnh Bình Minh", "Tỉnh Bình Minh", AuthorityKind.PROVINCE),
}


@pytest.fixture
def province(db):
    return {
        code: AuthorityFactory(code=code, name=name, short_name=short, kind=kind)
        for code, (name, short, kind) in NAMES.items()
    }


def codes(query):
    return [authority.code for authority in directory.find(query)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("suoi vang", ["suoi-vang", "suoi-vang-2"], id="no marks: wide"),
        pytest.param("Suối Vàng", ["suoi-vang"], id="with marks: narrow"),
        pytest.param("SUỐI VÁNG", ["suoi-vang-2"], id="capitals"),
        pytest.param("Suối Vàng", ["suoi-vang"], id="decomposed letters of an old keyboard"),
        pytest.param("doi che", ["doi-che"], id="đ typed as d"),
        pytest.param("đồi", ["doi-che"], id="a part"),
        pytest.param("tu  phap", ["so-tu-phap"], id="two blanks"),
        pytest.param("suối vạng", ["suoi-vang", "suoi-vang-2"], id="wrong marks widen rather than find nothing"),
        pytest.param("huyện", [], id="nothing"),
        pytest.param("%_'\"<b>", [], id="signs"),
    ],
)
def test_a_name_is_found(province, query, found):
    assert codes(query) == found


def test_without_words_everybody_is_there_in_vietnamese_order(province):
    assert codes("") == ["so-tu-phap", "so-y-te", "doi-che", "binh-minh", "suoi-vang", "suoi-vang-2"]


def test_closed_authorities_are_not_offered(province):
    province["doi-che"].is_open = False
    province["doi-che"].save()
    assert codes("đồi chè") == []


def test_the_whole_directory_with_telephones_is_one_query(province, django_assert_num_queries):
    FocalPointFactory(unit__authority=province["doi-che"])
    with django_assert_num_queries(1):
        found = directory.find()
        phones = {authority.code: authority.focal.phone for authority in found if authority.focal}
    assert phones == {"doi-che": "0250 3 000 111"}


def test_columns_hold_provincial_bodies_and_communes(province):
    provincial, communes = directory.columns(directory.find())
    assert [group.label for group in provincial] == ["Ủy ban nhân dân cấp tỉnh", "Sở, ban, ngành cấp tỉnh"]
    assert [len(group.authorities) for group in communes] == [3]
    only = directory.columns(directory.find("y te"))
    assert [[group.authorities for group in column] for column in only] == [[[province["so-y-te"]]]]
    assert directory.columns([]) == []


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("suoi-vang", "Tiếp cận thông tin xã Suối Vàng"),
        ("so-y-te", "Tiếp cận thông tin Sở Y tế"),
        ("binh-minh", "Tiếp cận thông tin tỉnh Bình Minh"),
    ],
)
def test_a_page_is_titled_after_its_authority(province, code, title):
    assert directory.page_title(province[code]) == title


# --- level and place -------------------------------------------------------------------------------------------------
def narrowed(**wanted):
    return sorted(authority.code for authority in directory.directory(**wanted).authorities)


@pytest.fixture
def two_provinces(province):
    """Bình Minh with its communes by the tree, and two bodies whose province is recorded."""
    for code in ("suoi-vang", "so-tu-phap"):
        province[code].parent = province["binh-minh"]
        province[code].save()
    for code, recorded in (("so-y-te", "46"), ("doi-che", "46")):
        province[code].province = recorded
        province[code].save()
    return province


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"level": "tinh"}, ["binh-minh", "so-tu-phap", "so-y-te"]),
        ({"level": "xa"}, ["doi-che", "suoi-vang", "suoi-vang-2"]),
        ({"place": "Tỉnh Bình Minh"}, ["binh-minh", "so-tu-phap", "suoi-vang"]),
        ({"place": "Thành phố Huế"}, ["doi-che", "so-y-te"]),
        ({"place": "Thành phố Huế", "level": "xa"}, ["doi-che"]),
        ({"place": "Tỉnh Bình Minh", "query": "suoi vang"}, ["suoi-vang"]),
        ({"level": "huyen", "place": "Tỉnh nào đó"}, sorted(NAMES)),
        ({"level": "don-vi"}, sorted(NAMES)),
    ],
)
def test_level_and_place_narrow_and_what_nobody_knows_narrows_nothing(two_provinces, wanted, found):
    assert narrowed(**wanted) == found


def test_only_what_there_is_is_offered_and_counted_in_the_place(two_provinces):
    whole = directory.directory()
    assert whole.places == ["Thành phố Huế", "Tỉnh Bình Minh"]
    assert [(way.code, way.amount) for way in whole.levels] == [("tinh", 3), ("xa", 3)]
    hue = directory.directory(place="Thành phố Huế")
    assert [(way.code, way.amount) for way in hue.levels] == [("tinh", 1), ("xa", 1)]
    assert hue.levels[0].url == "/?noi=Th%C3%A0nh+ph%E1%BB%91+Hu%E1%BA%BF&cap=tinh#co-quan"
    assert whole.all_url == "/#co-quan"


def test_one_province_is_no_choice_and_districts_are_none(province):
    assert directory.directory().places == []
    assert "huyện" not in " ".join(map(str, directory.Level.labels + AuthorityKind.labels)).lower()


def two_hundred_communes(province):
    """Written in three strokes, beside the history that nobody looks at here."""
    places = [
        FocalPointFactory.build(
            unit__authority__kind=AuthorityKind.COMMUNE,
            unit__authority__parent=province,
            unit__authority__name=f"Ủy ban nhân dân xã Đồng Lúa {number}",
            unit__authority__short_name=f"Xã Đồng Lúa {number}",
            phone=f"0250 3 {number:03} 417",
        )
        for number in range(200)
    ]
    for model, rows in (
        (Authority, [place.unit.authority for place in places]),
        (Unit, [place.unit for place in places]),
        (FocalPoint, places),
    ):
        QuerySet(model).bulk_create(rows)


def test_two_hundred_authorities_cost_one_query_and_stay_light(
    two_provinces, client, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(default_site, "PAGES", [])
    monkeypatch.setattr(default_site, "SECTION", [])
    default_site.build()
    two_hundred_communes(two_provinces["binh-minh"])
    with django_assert_num_queries(1):
        assert len(directory.directory(level="xa", place="Tỉnh Bình Minh").authorities) == 201
    assert len(gzip.compress(client.get("/").content, 6)) <= 15_000
