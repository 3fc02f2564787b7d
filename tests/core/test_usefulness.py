"""“Thông tin này có hữu ích không?”: sums of a page and a day, and nothing about anybody."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.core import usefulness
from cms.core.dates import local_day
from cms.core.models import Attempt, Usefulness
from tests.factories.core import AuthorityFactory, make_house

pytestmark = pytest.mark.django_db
PATH = "/suoi-vang/hoi-dap/"


@pytest.fixture
def answer(client):
    def answer(what="co", *, path=PATH, token=None, **headers):
        told = usefulness.token(path, "Hỏi – đáp") if token is None else token
        return client.post(reverse("core:useful"), {"trang": told, "tra-loi": what}, headers=headers)

    return answer


def sums():
    return list(Usefulness.objects.order_by("path").values_list("path", "yes", "no"))


def test_answers_are_counted_and_lead_back_with_thanks(answer):
    response = answer("co")
    assert (response.status_code, response.url) == (303, f"{PATH}?cam-on=co#huu-ich")
    answer("co")
    answer("khong")
    assert sums() == [(PATH, 2, 1)]


def test_nothing_about_the_reader_is_kept(answer, client):
    answer("co")
    assert client.cookies == {}
    assert {field.name for field in Usefulness._meta.get_fields()} == {"id", "path", "title", "day", "yes", "no"}
    assert not [row for row in Attempt.objects.all() if "127.0.0.1" in row.key]


@pytest.mark.parametrize(
    ("how", "headers"),
    [
        pytest.param({"token": "bịa:đặt"}, {}, id="a page of one's own making"),
        pytest.param({"token": ""}, {}, id="no page"),
        pytest.param({"what": "rất hữu ích"}, {}, id="another answer"),
        pytest.param({}, {"Sec-Fetch-Site": "cross-site"}, id="sent by another site"),
        pytest.param({}, {"Origin": "https://noi-khac.example"}, id="sent by another site, older browser"),
    ],
)
def test_what_our_own_page_did_not_send_is_not_counted(answer, how, headers):
    response = answer(**how, **headers)
    assert response.status_code == 400
    assert sums() == []


def test_our_own_page_is_believed_by_either_header(answer):
    assert answer("co", **{"Sec-Fetch-Site": "same-origin"}).status_code == 303
    assert answer("co", **{"Origin": "http://testserver"}).status_code == 303


def test_a_script_is_held_back_and_told_so(answer, monkeypatch):
    monkeypatch.setattr(usefulness, "BY_ADDRESS", usefulness.Limit("useful-address", 2, 3600))
    answer(), answer()
    response = answer()
    assert response.status_code == 429
    assert "Ý kiến này chưa được đếm" in response.content.decode()
    assert sums() == [(PATH, 2, 0)]


def test_only_posting_counts(client):
    assert client.get(reverse("core:useful")).status_code == 405


# --- for the editors ---------------------------------------------------------------------------------------------------
@pytest.fixture
def counted():
    today = local_day(timezone.now())
    for path, day, yes, no in (
        (PATH, today, 3, 1),
        (PATH, today - timedelta(days=80), 1, 4),
        (PATH, today - timedelta(days=90), 50, 50),
        ("/suoi-vang/lien-he/", today, 9, 0),
        ("/so-y-te/hoi-dap/", today, 0, 7),
    ):
        Usefulness.objects.create(path=path, title=f"Trang {path}", day=day, yes=yes, no=no)
    return today


def test_figures_are_summed_worst_first_and_end_after_ninety_days(counted):
    rows = usefulness.figures(None, counted)
    assert [(row["path"], row["yes"], row["no"]) for row in rows] == [
        ("/so-y-te/hoi-dap/", 0, 7),
        (PATH, 4, 5),
        ("/suoi-vang/lien-he/", 9, 0),
    ]
    assert usefulness.figures([], counted) == []


def test_an_editor_reads_about_the_own_authority_only(client, counted):
    house = make_house(code="suoi-vang")
    AuthorityFactory(code="so-y-te")
    client.force_login(house.editor)
    html = client.get(reverse("usefulness")).content.decode()
    assert PATH in html
    assert "so-y-te" not in html
    client.force_login(house.cashier)
    assert client.get(reverse("usefulness")).status_code == 404
