"""Suggestions beside the form: what is public and matches, never in the way, counted without knowing anybody."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from catalog.models import SuggestionDay
from catalog.suggesting import suggest
from cms.core.dates import today
from tests.factories import catalog as make
from tests.workflow.public.walking import ANSWERS, NEED
from workflow.models import FormDraft
from workflow.tasks.sweeping import forget_drafts

NOW = timezone.now()
ROAD = "Quyết toán công trình đường liên thôn Bến Nứa"


def road(walker, **more):
    return make.published(walker.house, at=NOW, **({"title": ROAD} | more))


def days(walker):
    rows = SuggestionDay.objects.filter(authority=walker.authority)
    return [(row.shown, row.opened, row.unsent) for row in rows]


def titles(text, authority):
    return [one.title for one in suggest(text, authority, today())]


def test_what_shares_pairs_of_words_is_found_with_or_without_marks(walker):
    road(walker)
    road(walker, title="Quyết toán ngân sách năm 2025", number="7/QĐ")
    road(walker, title="Lịch tiếp công dân", info_class="MAY_PUBLISH")
    road(walker, title="Công trình đường liên thôn Bến Nứa: danh sách hộ hiến đất", names_people=True,
         permitted_fields="thôn", until_on=today() + timedelta(days=9))  # fmt: skip
    make.draft(walker.house, title="Dự thảo quyết toán công trình đường liên thôn Bến Nứa")
    assert titles(NEED, walker.authority) == [ROAD]
    assert titles("toi muon biet quyet toan cong trinh duong lien thon o ben nua", walker.authority) == [ROAD]
    for odd in ("", "a", "đề nghị cung cấp thông tin", "'\" OR t.x & | ! :* (((", "\0" * 30, "🙂 " * 50):
        assert titles(odd, walker.authority) == [], odd


def test_the_best_few_come_first_and_other_authorities_are_left_out(walker):
    road(walker)
    for n in range(6):
        road(walker, title=f"Công trình đường liên thôn số {n}", number=f"{n}/QĐ")
    found = titles(NEED, walker.authority)
    assert (found[0], len(found)) == (ROAD, 4)
    other = make.facts(walker.house)["originating_unit"].authority
    other.pk += 1000
    assert titles(NEED, other) == []


def test_offered_on_the_next_page_and_before_sending_opened_without_loss_and_counted_once(walker):
    item = road(walker)
    walker.walk()
    shown, checked = walker.open("tu-cach").content.decode(), walker.open("kiem-tra").content.decode()
    link = reverse("workflow:suggestion", args=[walker.authority.code, 0])
    for page in (shown, checked):
        assert ROAD in page
        assert f'href="{link}" target="_blank"' in page
    assert ROAD not in walker.open("dong-y").content.decode()
    for _time in range(2):
        response = walker.client.get(link)
        assert response.url == f"/{walker.authority.code}/danh-muc/{item.code}/"
    assert walker.client.get(reverse("workflow:suggestion", args=[walker.authority.code, 4])).status_code == 404
    walker.answer("thong-tin", ANSWERS["thong-tin"] | {"description": NEED + " Xin bản sao."})
    assert days(walker) == [(1, 1, 0)]
    # It is never in the way: the form is sent as ever, and then was not "not sent".
    assert walker.send().url == walker.sent_url
    forget_drafts(NOW + timedelta(days=2))
    assert days(walker) == [(1, 1, 0)]


def test_a_form_left_after_opening_is_counted_when_it_is_forgotten(walker):
    road(walker)
    walker.walk()
    walker.client.get(reverse("workflow:suggestion", args=[walker.authority.code, 0]))
    forget_drafts(NOW + timedelta(days=2))
    assert FormDraft.objects.count() == 0
    assert sum(unsent for _shown, _opened, unsent in days(walker)) == 1


def test_where_nothing_matches_nothing_is_said_or_counted(walker):
    walker.walk()
    assert "Có thể đã có sẵn" not in walker.open("tu-cach").content.decode()
    assert days(walker) == []


@pytest.mark.parametrize("who", ["editor", "officer", "auditor", "originator"])
def test_editors_read_the_figures(walker, client, who):
    day = today()
    SuggestionDay.objects.create(authority=walker.authority, day=day, shown=37, opened=21, unsent=8)
    client.force_login(getattr(walker.house, who), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("catalog_desk:suggestions")).content.decode()
    assert f"{day:%m/%Y}: 8 mở gợi ý rồi không gửi" in page
    assert all(f"<td>{figure}</td>" in page for figure in (37, 21, 8))


def test_suggesting_costs_two_queries_at_any_number_of_entries(walker):
    for n in range(3):
        road(walker, title=f"{ROAD} {n}", number=f"{n}/QĐ")
    with CaptureQueriesContext(connection) as captured:
        assert len(suggest(NEED, walker.authority, today())) == 3
    assert len(captured) == 2
