"""The desk's pages of the calendar and the rule sets: what they show to whom, and who may do what."""

import json
from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cms.audit.models import Entry
from cms.core.roles import Role
from cms.law import services as law
from cms.law.choices import DayCode
from cms.law.models import AdoptedRuleSet, CalendarChange, CalendarDay, CalendarYear
from cms.law.reading import shipped_rule_sets
from cms.law.workdays import SpecialDay
from tests.factories.core import give_role, make_house, make_person
from tests.factories.moments import moment
from tests.factories.workflow import Case
from workflow.desk.calendars.forms import MOST_ROWS

pytestmark = pytest.mark.django_db

NOW = moment("21/11/2026")
MONDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 28)
HOME, NEW, CHANGES = "calendars:home", "calendars:new_change", "calendars:changes"
SWAP = {
    MONDAY: SpecialDay(MONDAY, DayCode.SWAPPED_OFF, "Nghỉ hoán đổi với thứ Bảy 28/11"),
    SATURDAY: SpecialDay(SATURDAY, DayCode.SWAPPED_WORK, "Làm bù cho thứ Hai 23/11"),
}
#: The form of screen 11 as somebody types it.
TYPED = {
    "rows": "2",
    "date_0": "23/11/2026",
    "code_0": "SWAPPED_OFF",
    "name_0": "Nghỉ hoán đổi với thứ Bảy 28/11",
    "date_1": "28/11/2026",
    "code_1": "SWAPPED_WORK",
    "name_1": "Làm bù cho thứ Hai 23/11",
    "notice_number": "15/TB-BNV",
    "source": "Cổng thông tin điện tử Chính phủ",
    "reason": "Hoán đổi ngày làm việc dịp 24/11",
}


@pytest.fixture
def second(house):
    """Another administrator."""
    return make_person("Phan Thị Nhì", Role.ADMINISTRATOR, authority=house.authority)


@pytest.fixture
def as_(client):
    """A browser in which this person has signed in."""

    def as_(person):
        client.force_login(person)
        return client

    return as_


@pytest.fixture
def change(house):
    return law.propose_day_change(
        changes=SWAP, notice_number="15/TB-BNV", source="Cổng", reason="Hoán đổi", by=house.administrator, at=NOW
    )


@pytest.fixture
def draft(house):
    return law.propose_calendar_year(year=2027, by=house.administrator, at=NOW)


@pytest.fixture
def proposed(house):
    return law.propose_rule_set(source=next_law(), by=house.administrator, at=NOW)


def next_law(**changed) -> bytes:
    text = shipped_rule_sets()["L26"].decode("utf-8")
    text = text.replace('code = "L26"', 'code = "L28"', 1)
    text = text.replace("in_force_from = 2026-09-01", "in_force_from = 2028-01-01", 1)
    for old, new in changed.values():
        text = text.replace(old, new, 1)
    return text.encode("utf-8")


def page(response) -> str:
    return " ".join(response.content.decode("utf-8").split())


def attempts() -> list[tuple]:
    entries = Entry.objects.filter(kind="attempt.refused").order_by("seq")
    told = [(json.loads(bytes(entry.payload))["data"], entry.actor_id) for entry in entries]
    return [(data["attempted"], actor) for data, actor in told]


def seen_on(response) -> str:
    return response.context["outlook"].token


# --- the calendar ----------------------------------------------------------------------------------------------------
def test_this_year_and_the_next_stand_on_one_page(as_, house):
    shown = as_(house.officer).get(reverse(HOME))
    assert shown.status_code == 200
    text = page(shown)
    assert "Lịch năm 2026" in text
    assert "Thứ Ba 24/11" in text
    assert "Ngày Văn hóa Việt Nam" in text
    assert "Chưa có lịch" in text
    assert "Lập bản nháp" not in text
    assert "Lập bản nháp 2027" in page(as_(house.administrator).get(reverse(HOME)))


@pytest.mark.parametrize(
    ("shape", "word"), [("★", "Nghỉ lễ, tết"), ("+", "Nghỉ bù"), ("⇄", "Nghỉ hoán đổi"), ("▣", "Làm bù")]
)
def test_each_kind_of_day_has_a_shape_and_a_word(as_, house, shape, word):
    text = page(as_(house.officer).get(reverse("calendars:year", args=[2026])))
    assert f'aria-hidden="true">{shape}</span> {word}' in text
    assert f'aria-hidden="true">{shape}</span><span class="w-sr-only"> {word}: ' in text


def test_requests_counted_into_an_unconfirmed_year_are_listed(as_, house):
    own, other = Case.sent(house, on="20/12/2026"), Case.sent(make_house(), on="20/12/2026")
    Case.sent(house, on="02/11/2026")
    text = page(as_(house.officer).get(reverse(HOME)))
    assert own.now.code in text
    assert "◇</span> 01/01/2027" in text
    assert other.now.code not in text
    assert "Cơ quan khác còn 1 hồ sơ có hạn tạm tính" in text


def test_administrator_drafts_the_next_year(as_, house):
    answer = as_(house.administrator).post(reverse(HOME), {"action": "draft", "year": "2027"})
    assert answer.headers["Location"] == reverse("calendars:year", args=[2027])
    assert CalendarYear.objects.get(year=2027).entered_by == house.administrator
    again = as_(house.administrator).post(reverse(HOME), {"action": "draft", "year": "2027"})
    assert (again.status_code, "Lịch năm 2027 đã có." in page(again)) == (409, True)
    assert attempts() == [("calendar.year_proposed", house.administrator.pk)]


@pytest.mark.parametrize("year", ["", "hai nghìn", "99999999999999999999", "2017", "2100", "٢٠٢٧"])
def test_year_that_is_none_gets_a_sentence(as_, house, year):
    answer = as_(house.administrator).post(reverse(HOME), {"action": "draft", "year": year})
    assert (answer.status_code, "Năm phải" in page(answer)) == (409, True)


# --- a draft ---------------------------------------------------------------------------------------------------------
def test_days_of_a_draft_are_entered_and_taken_away(as_, house, draft):
    url, day = reverse("calendars:year", args=[2027]), {"date": "08/02/2027", "code": "HOLIDAY", "name": "Tết Âm lịch"}
    assert as_(house.administrator).post(url, {"action": "add", **day}).status_code == 302
    assert CalendarDay.objects.get(date=date(2027, 2, 8)).name == "Tết Âm lịch"
    assert as_(house.administrator).post(url, {"action": "remove", "date": "2027-02-08"}).status_code == 302
    assert not CalendarDay.objects.filter(date=date(2027, 2, 8)).exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"date": "", "code": "HOLIDAY", "name": "Tết"}, "Nhập ngày, ví dụ 30/04/2027"),
        ({"date": "31/02/2027", "code": "HOLIDAY", "name": "Tết"}, "Ngày này không có trong lịch"),
        ({"date": "08/02/2027", "code": "", "name": "Tết"}, "Chọn loại ngày"),
        ({"date": "08/02/2027", "code": "HOLIDAY", "name": ""}, "Nhập tên ngày nghỉ hoặc ngày làm bù"),
        ({"date": "08/02/2028", "code": "HOLIDAY", "name": "Tết"}, "không thuộc năm 2027"),
        ({"date": "08/02/2027", "code": "SWAPPED_WORK", "name": "Làm bù"}, "không thể là ngày làm bù"),
        ({"date": "08/02/2027", "code": "NONSENSE", "name": "Tết"}, "NONSENSE"),
    ],
)
def test_slip_in_a_day_keeps_what_was_typed(as_, house, draft, typed, said):
    before = CalendarDay.objects.count()
    shown = as_(house.administrator).post(reverse("calendars:year", args=[2027]), {"action": "add", **typed})
    assert (shown.status_code, said in page(shown)) == (200, True)
    assert all(f'value="{typed[name]}"' in page(shown) for name in ("date", "name") if typed[name])
    assert CalendarDay.objects.count() == before


def test_day_that_is_not_there_cannot_be_taken_away(as_, house, draft):
    for typed in ("", "31/02/2027", "02/03/2027"):
        answer = as_(house.administrator).post(
            reverse("calendars:year", args=[2027]), {"action": "remove", "date": typed}
        )
        assert answer.status_code == 409
    assert {act for act, _who in attempts()} == {"calendar.day_removed"}


def test_officer_reads_a_draft_and_changes_nothing(as_, house, draft):
    url = reverse("calendars:year", args=[2027])
    assert "Ghi vào bản nháp" not in page(as_(house.officer).get(url))
    day = {"action": "add", "date": "08/02/2027", "code": "HOLIDAY", "name": "Tết"}
    answer = as_(house.officer).post(url, day)
    assert (answer.status_code, "Chỉ người giữ vai trò Quản trị" in page(answer)) == (403, True)
    assert attempts() == [("calendar.day_entered", house.officer.pk)]


def test_second_person_confirms_what_they_saw(as_, house, second, draft):
    moved = Case.sent(house, on="20/12/2026")
    url = reverse("calendars:confirm", args=[2027])
    shown = as_(second).get(url)
    assert "1 hồ sơ có hạn muộn hơn" in page(shown)
    answer = as_(second).post(url, {"action": "confirm", "source": "20/TB-BNV", "seen": seen_on(shown)})
    assert answer.status_code == 302
    draft.refresh_from_db()
    assert (draft.state, draft.confirmed_by, draft.source) == ("CONFIRMED", second, "20/TB-BNV")
    assert (moved.now.due_on, moved.now.due_is_provisional) == (date(2027, 1, 4), False)
    assert as_(second).get(url).status_code == 302  # nothing is left to confirm
    again = as_(second).post(url, {"action": "confirm", "source": "20/TB-BNV", "seen": "x"})
    assert (again.status_code, "đã xác nhận" in page(again)) == (409, True)


def test_confirming_needs_the_notice_and_keeps_the_preview(as_, second, draft):
    shown = as_(second).post(reverse("calendars:confirm", args=[2027]), {"action": "confirm", "source": " "})
    assert (shown.status_code, "Nhập số, ngày của thông báo đã đối chiếu" in page(shown)) == (200, True)
    assert shown.context["outlook"].token
    draft.refresh_from_db()
    assert draft.state == "DRAFT"


def test_who_entered_a_day_is_told_and_refused(as_, house, draft):
    url = reverse("calendars:confirm", args=[2027])
    shown = as_(house.administrator).get(url)
    assert "Cần người thứ hai xác nhận" in page(shown)
    assert "Xác nhận lịch 2027</button>" not in page(shown)
    answer = as_(house.administrator).post(url, {"action": "confirm", "source": "20/TB-BNV", "seen": seen_on(shown)})
    assert (answer.status_code, "Cần người thứ hai." in page(answer)) == (403, True)
    assert attempts() == [("calendar.year_confirmed", house.administrator.pk)]
    draft.refresh_from_db()
    assert draft.state == "DRAFT"


def test_draft_that_changed_meanwhile_is_shown_again(as_, house, second, draft):
    url = reverse("calendars:confirm", args=[2027])
    seen = seen_on(as_(second).get(url))
    law.add_day(year=draft, day=SpecialDay(date(2027, 2, 8), DayCode.HOLIDAY, "Tết"), by=house.administrator, at=NOW)
    stale = as_(second).post(url, {"action": "confirm", "source": "20/TB-BNV", "seen": seen})
    assert (stale.status_code, "Chưa áp dụng gì" in page(stale), 'value="20/TB-BNV"' in page(stale)) == (
        409,
        True,
        True,
    )
    answer = as_(second).post(url, {"action": "confirm", "source": "20/TB-BNV", "seen": seen_on(stale)})
    assert answer.status_code == 302


# --- a change of days ------------------------------------------------------------------------------------------------
def test_saturday_worked_keeps_the_date_already_told(as_, house):
    """Screen 11: 28/11/2026 worked moves a term that ends on it from Monday 30/11 back to 28/11; the date told is kept."""
    late, kept, same = (Case.sent(house, on=on).now for on in ("11/11/2026", "16/11/2026", "19/11/2026"))
    both = give_role(house.officer, Role.ADMINISTRATOR, house.authority).user
    shown = as_(both).post(reverse(NEW), {"action": "preview", **TYPED})
    text = page(shown)
    assert shown.status_code == 200
    for words in (
        "Chưa có gì thay đổi.",
        "1 hồ sơ có hạn muộn hơn",
        "1 hồ sơ lẽ ra sớm hơn: giữ ngày đã báo người dân",
        "1 hồ sơ mở không đổi",
        "1 người dân được báo hạn mới",
        "Tính ra thứ Bảy 28/11/2026, nhưng đã báo thứ Hai 30/11/2026: không rút ngắn.",
        "Hết 12 ngày vào 23/11; nghỉ 23/11 và 24/11.",
        "Trình áp dụng cho 1 hồ sơ",
    ):
        assert words in text
    assert late.code in text
    assert kept.code in text
    assert same.code not in text
    assert not CalendarChange.objects.exists()


def test_preview_shows_cases_only_through_the_gate(as_, house, change):
    own, other = Case.sent(house, on="11/11/2026").now, Case.sent(make_house(), on="11/11/2026").now
    text = page(as_(house.officer).get(reverse("calendars:change", args=[change.pk])))
    assert "2 hồ sơ có hạn muộn hơn" in text
    assert "1 hồ sơ của 1 cơ quan khác không hiện" in text
    assert own.code in text
    assert other.code not in text
    nobody = page(as_(house.administrator).get(reverse("calendars:change", args=[change.pk])))
    assert own.code not in nobody
    assert "thuộc cơ quan mà ông/bà không được giao xem" in nobody


def test_proposal_follows_the_preview_and_a_second_person_applies(as_, house, second):
    case = Case.sent(house, on="11/11/2026")
    seen = seen_on(as_(house.administrator).post(reverse(NEW), {"action": "preview", **TYPED}))
    answer = as_(house.administrator).post(reverse(NEW), {"action": "propose", "seen": seen, **TYPED})
    change = CalendarChange.objects.get()
    url = reverse("calendars:change", args=[change.pk])
    assert answer.headers["Location"] == url
    assert (change.notice_number, change.source, change.proposed_by) == (
        "15/TB-BNV", "Cổng thông tin điện tử Chính phủ", house.administrator,
    )  # fmt: skip

    own = as_(house.administrator).get(url)
    assert "Cần người thứ hai" in page(own)
    assert 'value="apply"' not in page(own)
    refused = as_(house.administrator).post(url, {"action": "apply", "seen": seen_on(own)})
    assert refused.status_code == 403
    assert attempts() == [("calendar.change_applied", house.administrator.pk)]
    assert case.now.due_on == MONDAY

    shown = as_(second).get(url)
    assert as_(second).post(url, {"action": "apply", "seen": seen_on(shown)}).status_code == 302
    assert case.now.due_on == date(2026, 11, 25)
    applied = page(as_(second).get(url))
    assert "Đã áp dụng" in applied
    assert "<dt>Hồ sơ có hạn mới</dt><dd>1</dd>" in applied
    twice = as_(second).post(url, {"action": "apply", "seen": seen_on(shown)})
    assert (twice.status_code, "đã được quyết định" in page(twice)) == (409, True)


def test_supervisor_may_be_the_second_person(as_, house, change):
    url = reverse("calendars:change", args=[change.pk])
    shown = as_(house.auditor).get(url)
    assert as_(house.auditor).post(url, {"action": "apply", "seen": seen_on(shown)}).status_code == 302


def test_preview_that_grew_old_is_shown_again_and_nothing_applied(as_, house, second, change):
    url = reverse("calendars:change", args=[change.pk])
    seen = seen_on(as_(second).get(url))
    Case.sent(house, on="11/11/2026")
    stale = as_(second).post(url, {"action": "apply", "seen": seen})
    assert (stale.status_code, "Chưa áp dụng gì" in page(stale)) == (409, True)
    assert attempts() == [("calendar.change_applied", second.pk)]
    change.refresh_from_db()
    assert change.state == "PROPOSED"
    assert as_(second).post(url, {"action": "apply", "seen": seen_on(stale)}).status_code == 302


def test_apply_without_a_preview_is_stale(as_, second, change):
    assert as_(second).post(reverse("calendars:change", args=[change.pk]), {"action": "apply"}).status_code == 409


def test_change_is_declined_with_a_reason(as_, house, second, change):
    url = reverse("calendars:change", args=[change.pk])
    slip = as_(second).post(url, {"action": "reject", "reason": ""})
    assert (slip.status_code, "Nêu lý do" in page(slip)) == (200, True)
    assert as_(second).post(url, {"action": "reject", "reason": "Chưa ban hành"}).status_code == 302
    text = page(as_(house.officer).get(url))
    assert "Vì sao không áp dụng</dt><dd>Chưa ban hành" in text


def test_change_that_another_overtook_can_only_be_declined(as_, house, second):
    culture_day = date(2026, 11, 24)
    first, late = (
        law.propose_day_change(
            changes={culture_day: None}, notice_number=str(n), reason="Bãi bỏ", by=house.administrator, at=NOW
        )
        for n in (1, 2)
    )
    law.apply_day_change(change=first, by=second, at=NOW)
    url = reverse("calendars:change", args=[late.pk])
    text = page(as_(second).get(url))
    assert "Không còn áp dụng được." in text
    assert 'value="apply"' not in text
    answer = as_(second).post(url, {"action": "apply", "seen": ""})
    assert (answer.status_code, "24/11/2026 đã là ngày thường" in page(answer)) == (409, True)


def test_form_that_changed_after_its_preview_is_previewed_again(as_, house):
    seen = seen_on(as_(house.administrator).post(reverse(NEW), {"action": "preview", **TYPED}))
    typed = TYPED | {"date_1": "", "code_1": "", "name_1": ""}
    shown = as_(house.administrator).post(reverse(NEW), {"action": "propose", "seen": seen, **typed})
    assert (shown.status_code, "Chưa trình" in page(shown)) == (200, True)
    assert not CalendarChange.objects.exists()


def test_day_made_ordinary_again(as_, house):
    Case.sent(house, on="12/11/2026")
    typed = TYPED | {"date_0": "24/11", "code_0": "ORDINARY", "name_0": "", "date_1": "", "code_1": "", "name_1": ""}
    text = page(as_(house.administrator).post(reverse(NEW), {"action": "preview", **typed}))
    assert "★ Nghỉ lễ, tết: Ngày Văn hóa Việt Nam" in text
    assert "1 hồ sơ lẽ ra sớm hơn" in text


SLIPS = [
    ({"date_0": "", "code_0": "", "name_0": "", "date_1": "", "code_1": "", "name_1": ""}, "Nhập ít nhất một ngày"),
    ({"date_0": "32/11"}, "Ngày này không có trong lịch"),
    ({"date_0": ""}, "Nhập ngày, ví dụ 23/11"),
    ({"code_0": ""}, "Chọn loại ngày"),
    ({"name_0": ""}, "Nhập tên, ví dụ: Nghỉ hoán đổi với thứ Bảy 28/11"),
    ({"date_1": "23/11/2026"}, "Ngày này đã có ở dòng 1"),
    ({"code_1": "SWAPPED_OFF"}, "không thể nghỉ bù hay nghỉ hoán đổi"),
    ({"date_0": "04/01/2027"}, "Lịch năm 2027 chưa xác nhận"),
    ({"date_1": "26/11/2026", "code_1": "ORDINARY"}, "26/11/2026 đã là ngày thường"),
    ({"notice_number": ""}, "Nhập số thông báo"),
    ({"source": " "}, "Nhập nơi đăng thông báo"),
    ({"reason": ""}, "Nhập lý do thay đổi"),
    ({"reason": "x" * 301}, "301"),
    ({"notice_number": "15\x00TB"}, "Không được có ký tự rỗng"),
]


@pytest.mark.parametrize(("wrong", "said"), SLIPS, ids=[said for _wrong, said in SLIPS])
def test_slip_in_a_change_keeps_what_was_typed(as_, house, wrong, said):
    typed = TYPED | wrong
    shown = as_(house.administrator).post(reverse(NEW), {"action": "propose", "seen": "", **typed})
    text = page(shown)
    assert (shown.status_code, said.lower() in text.lower()) == (200, True)
    kept = [
        value for name, value in typed.items() if value.strip() and not name.startswith("code") and "\x00" not in value
    ]
    assert all(f'value="{value}"' in text for value in kept if value != "2")
    assert not CalendarChange.objects.exists()


def test_administrator_is_given_an_empty_form(as_, house):
    text = page(as_(house.administrator).get(reverse(NEW)))
    assert 'name="date_1"' in text
    assert "Trình áp dụng" not in text


def test_more_rows_are_given_without_judging_what_stands_there(as_, house):
    typed = TYPED | {"date_0": "32/11", "action": "more"}
    shown = as_(house.administrator).post(reverse(NEW), typed)
    text = page(shown)
    assert 'name="date_3"' in text
    assert 'value="32/11"' in text
    assert "error-message" not in text
    full = page(as_(house.administrator).post(reverse(NEW), TYPED | {"rows": "999", "action": "more"}))
    assert f'name="date_{MOST_ROWS - 1}"' in full
    assert f'name="date_{MOST_ROWS}"' not in full
    assert "Thêm dòng" not in full


@pytest.mark.parametrize("rows", ["", "-5", "abc", "99999999999999999999", "²"])
def test_odd_number_of_rows_is_no_error(as_, house, rows):
    shown = as_(house.administrator).post(reverse(NEW), TYPED | {"rows": rows, "action": "preview"})
    assert shown.status_code == 200


def test_only_an_administrator_opens_the_form(as_, house):
    for answer in (as_(house.officer).get(reverse(NEW)), as_(house.officer).post(reverse(NEW), TYPED)):
        assert (answer.status_code, "Lần thử này đã được ghi lại" in page(answer)) == (403, True)
    assert attempts() == [("calendar.change_proposed", house.officer.pk)] * 2


def test_all_changes_stand_in_one_list(as_, house, change):
    assert "15/TB-BNV" in page(as_(house.officer).get(reverse(CHANGES)))
    assert "15/TB-BNV" in page(as_(house.officer).get(reverse(HOME)))
    assert "15/TB-BNV" in page(as_(house.officer).get(reverse("calendars:year", args=[2026])))


# --- rule sets -------------------------------------------------------------------------------------------------------
def test_rule_sets_with_law_force_hash_and_state(as_, house):
    Case.sent(house)
    text = page(as_(house.officer).get(reverse("calendars:rule_sets")))
    for adopted in AdoptedRuleSet.objects.all():
        assert adopted.title in text
        assert adopted.sha256[:12] in text
    assert "từ 01/09/2026" in text
    assert "Đã thông qua" in text
    assert "Tải lên bộ quy định" not in text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("L26", ("12 ngày", "Điều 26.3", "mọi cách nhận", "Thông tin đã được công khai", "nơi đã công khai thông tin")),
        ("L16", ("15 ngày làm việc", "Điều 30.4", "qua mạng điện tử", "phức tạp, không có sẵn", "ngay trong ngày")),
    ],
)  # fmt: skip
def test_rule_set_is_read_as_tables(as_, house, code, words):
    Case.sent(house, on="31/08/2026" if code == "L16" else "02/11/2026")
    rule_set = AdoptedRuleSet.objects.get(code=code)
    text = page(as_(house.officer).get(reverse("calendars:rule_set", args=[rule_set.pk])))
    assert all(word in text for word in words)
    assert "1 hồ sơ đang hoặc đã dùng" in text
    assert "Không ai sửa được; chỉ có thể thông qua một bộ khác nối tiếp." in text
    assert rule_set.sha256 in text


def test_file_of_a_rule_set_is_the_one_its_hash_names(as_, house):
    rule_set = AdoptedRuleSet.objects.get(code="L26")
    answer = as_(house.officer).get(reverse("calendars:rule_set_file", args=[rule_set.pk]))
    assert answer.content == shipped_rule_sets()["L26"]


def test_upload_names_every_slip_and_keeps_nothing(as_, house):
    wrong = next_law(term=("amount = 12", "amount = 0"), article=('article = "Điều 26.3"', 'article = "26.3"'))
    file = SimpleUploadedFile("L28.toml", wrong)
    shown = as_(house.administrator).post(reverse("calendars:upload"), {"action": "propose", "source": file})
    text = page(shown)
    assert (shown.status_code, "Tệp L28.toml có 2 chỗ cần sửa. Chưa lưu gì." in text) == (200, True)
    assert "deadline[1].amount: phải từ 1 đến 3650" in text
    assert "phải bắt đầu bằng số điều" in text
    assert AdoptedRuleSet.objects.count() == 2


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param(None, "Chọn tệp TOML", id="không chọn tệp"),
        pytest.param(b"", "Tệp này trống", id="tệp trống"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", "UTF-8", id="tệp ảnh"),
        pytest.param(b"a = [", "không đúng cú pháp TOML", id="TOML dở dang"),
        pytest.param(b"x" * (512 * 1024 + 1), "lớn hơn 512 kB", id="quá lớn"),
        pytest.param(shipped_rule_sets()["L26"], "Đã có bộ quy định mã L26", id="mã đã có"),
    ],
)
def test_file_that_is_no_rule_set_gets_a_sentence(as_, house, source, said):
    data = {"action": "propose"} | ({"source": SimpleUploadedFile("luật.toml", source)} if source is not None else {})
    shown = as_(house.administrator).post(reverse("calendars:upload"), data)
    assert (shown.status_code, said in page(shown)) == (200, True)
    assert AdoptedRuleSet.objects.count() == 2


def test_second_person_adopts_an_uploaded_rule_set(as_, house, second):
    file = SimpleUploadedFile("L28.toml", next_law())
    answer = as_(house.administrator).post(reverse("calendars:upload"), {"action": "propose", "source": file})
    rule_set = AdoptedRuleSet.objects.get(code="L28")
    url = reverse("calendars:rule_set", args=[rule_set.pk])
    assert answer.headers["Location"] == url
    own = as_(house.administrator).get(url)
    assert "Cần người thứ hai" in page(own)
    assert 'value="adopt"' not in page(own)
    refused = as_(house.administrator).post(url, {"action": "adopt"})
    assert (refused.status_code, attempts()) == (403, [("rule_set.adopted", house.administrator.pk)])
    assert as_(second).post(url, {"action": "adopt"}).status_code == 302
    rule_set.refresh_from_db()
    assert (rule_set.state, rule_set.decided_by) == ("ADOPTED", second)
    again = as_(second).post(url, {"action": "adopt"})
    assert (again.status_code, "không thay đổi được nữa" in page(again)) == (409, True)
    older = AdoptedRuleSet.objects.get(code="L26")
    assert "từ 01/01/2028" in page(as_(second).get(reverse("calendars:rule_set", args=[older.pk])))


def test_second_person_is_shown_where_a_law_differs_from_the_one_before(as_, house, second):
    source = next_law(term=("amount = 12", "amount = 10"))
    rule_set = law.propose_rule_set(source=source, by=house.administrator, at=NOW)
    shown = as_(second).get(reverse("calendars:rule_set", args=[rule_set.pk]))
    (difference,) = shown.context["differences"]
    assert difference.gone == ["Cung cấp hoặc từ chối · mọi cách nhận · mọi mức độ · 12 ngày · Điều 26.3"]
    assert difference.come == ["Cung cấp hoặc từ chối · mọi cách nhận · mọi mức độ · 10 ngày · Điều 26.3"]
    assert "Khác với L26" in page(shown)


def test_rule_set_is_declined_with_a_reason(as_, second, proposed):
    url = reverse("calendars:rule_set", args=[proposed.pk])
    slip = as_(second).post(url, {"action": "reject", "reason": " "})
    assert (slip.status_code, "Nêu lý do" in page(slip)) == (200, True)
    assert as_(second).post(url, {"action": "reject", "reason": "Sai số ngày"}).status_code == 302
    assert "Vì sao không thông qua</dt><dd>Sai số ngày" in page(as_(second).get(url))


def test_only_an_administrator_uploads(as_, house):
    for answer in (
        as_(house.auditor).get(reverse("calendars:upload")),
        as_(house.auditor).post(reverse("calendars:upload")),
    ):
        assert answer.status_code == 403
    assert attempts() == [("rule_set.proposed", house.auditor.pk)] * 2
    assert "Kiểm tra và trình" in page(as_(house.administrator).get(reverse("calendars:upload")))


# --- doors -----------------------------------------------------------------------------------------------------------
PATHS = ["", "2026/", "2027/xac-nhan/", "thay-doi/", "thay-doi/moi/", "bo-quy-dinh/", "bo-quy-dinh/tai-len/"]


@pytest.mark.parametrize("path", PATHS)
def test_who_holds_no_role_finds_nothing(as_, house, draft, path):
    house.stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert as_(house.stranger).get(f"/admin/lich/{path}").status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_visitors_are_asked_to_sign_in(client, path):
    answer = client.get(f"/admin/lich/{path}")
    assert (answer.status_code, "/admin/login/" in answer.headers["Location"]) == (302, True)


@pytest.mark.parametrize(
    "path",
    [
        "2031/",
        "1999/",
        "20266/",
        "2031/xac-nhan/",
        "thay-doi/999999999/",
        "thay-doi/99999999999999999999999/",
        "thay-doi/abc/",
        "bo-quy-dinh/999999999/",
        "bo-quy-dinh/-1/tep/",
    ],
)
def test_what_is_not_there_is_a_404(as_, house, path):
    assert as_(house.administrator).get(f"/admin/lich/{path}").status_code == 404


def test_odd_parameters_and_buttons_are_no_errors(as_, house, second, draft, change, proposed):
    addresses = [
        reverse(HOME),
        reverse("calendars:year", args=[2026]),
        reverse("calendars:year", args=[2027]),
        reverse("calendars:confirm", args=[2027]),
        reverse(CHANGES),
        reverse("calendars:change", args=[change.pk]),
        reverse("calendars:rule_set", args=[proposed.pk]),
    ]
    for address in addresses:
        assert as_(second).get(address, {"x": "\x00", "page": "-1", "o": "999.-a"}).status_code == 200
    for address in (address for address in addresses if address != reverse(CHANGES)):
        answer = as_(second).post(address, {"action": "nonsense\x00", "seen": "\x00"})
        assert answer.status_code == 200


# --- lists, inspection, history --------------------------------------------------------------------------------------
LISTS = ["lich-nam", "ngay-lich", "thay-doi-lich", "quy-dinh"]


@pytest.mark.parametrize("name", LISTS)
def test_supervisor_reaches_the_history_of_every_record_from_its_list(as_, house, draft, change, proposed, name):
    listed = as_(house.auditor).get(reverse(f"{name}_modeladmin_index"))
    assert listed.status_code == 200
    record = listed.context["object_list"][0]
    history, inspect = (reverse(f"{name}_modeladmin_{what}", args=[record.pk]) for what in ("history", "inspect"))
    assert history in page(listed)
    assert inspect in page(listed)
    assert history in page(as_(house.auditor).get(inspect))
    shown = as_(house.auditor).get(history)
    assert shown.status_code == 200
    assert shown.context["rows"]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_read_only_and_sturdy(as_, house, draft, change, proposed, name):
    index = reverse(f"{name}_modeladmin_index")
    person = as_(house.administrator)
    assert person.get(index, {"foo": "1", "id__in": "9" * 40, "o": "99", "p": "x", "export": "csv"}).status_code == 200
    record = person.get(index).context["object_list"][0]
    for path in ("create/", f"edit/{record.pk}/", f"delete/{record.pk}/", "history/abc/", "inspect/abc/"):
        assert person.get(f"{index}{path}").status_code == 404
    assert as_(house.editor).get(index).status_code == 404


def test_history_of_a_year_names_its_days_and_the_entry_of_each(as_, house, second, draft):
    day = SpecialDay(date(2027, 2, 8), DayCode.HOLIDAY, "Tết Âm lịch")
    law.add_day(year=draft, day=day, by=house.administrator, at=NOW)
    law.remove_day(year=draft, day=day.date, by=second, at=NOW)
    shown = as_(house.auditor).get(reverse("lich-nam_modeladmin_history", args=[draft.pk]))
    removed = shown.context["rows"][0]
    assert (str(removed.kind), str(removed.person)) == ("Xóa", "Phan Thị Nhì")
    assert all(row.seq and row.matches for row in shown.context["rows"])


def test_history_of_a_change_and_of_the_year_it_changed(as_, house, second, change):
    law.apply_day_change(change=change, by=second, at=NOW)
    text = page(as_(house.auditor).get(reverse("thay-doi-lich_modeladmin_history", args=[change.pk])))
    assert "23/11/2026: Nghỉ hoán đổi (Nghỉ hoán đổi với thứ Bảy 28/11)" in text
    year = CalendarYear.objects.get(year=2026)
    rows = as_(house.auditor).get(reverse("lich-nam_modeladmin_history", args=[year.pk])).context["rows"]
    by_change = [row for row in rows if row.history.history_user == second]
    assert len(by_change) == 3  # two days and the year's fingerprint
    assert all(row.matches for row in by_change)
    day = CalendarDay.objects.get(date=MONDAY)
    rows = as_(house.auditor).get(reverse("ngay-lich_modeladmin_history", args=[day.pk])).context["rows"]
    assert [row.matches for row in rows] == [True]
