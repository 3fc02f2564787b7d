"""Every slip in a rule-set or calendar file is named, all at once, and nothing but a clean file is read."""

from hashlib import sha256

import pytest

from cms.law.errors import CalendarFileError, RuleSetError
from cms.law.reading import (
    LARGEST_FILE,
    digest,
    read_rule_set,
    read_year,
    shipped_rule_sets,
    shipped_years,
)
from tests.law.shipped import L26, RULE_SETS, YEARS

GOOD = shipped_rule_sets()["L26"].decode("utf-8")
YEAR = """year = 2027
confirmed = false
source = "Thông báo số 1/TB-BNV"
day = [
  { date = 2027-01-01, code = "HOLIDAY", name = "Tết Dương lịch" },
]
"""


def slips_of(text: str) -> list[str]:
    with pytest.raises(RuleSetError) as refusal:
        read_rule_set(text.encode("utf-8"))
    assert str(refusal.value) == " ".join(refusal.value.slips)
    return refusal.value.slips


def changed(*swaps: tuple[str, str]) -> str:
    text = GOOD
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def test_shipped_files_are_read_and_named_after_their_code_and_year():
    assert {code: rules.code for code, rules in RULE_SETS.items()} == {"L16": "L16", "L26": "L26"}
    assert [year.year for year in YEARS] == list(shipped_years()) == [2024, 2025, 2026]
    assert all(year.confirmed for year in YEARS)


def test_same_file_reads_the_same_and_has_one_digest():
    source = GOOD.encode("utf-8")
    assert read_rule_set(source) == L26
    assert digest(source) == sha256(source).hexdigest()


# -- files that are no rule set at all --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "slip"),
    [
        pytest.param(b"x" * (LARGEST_FILE + 1), "Tệp lớn hơn 512 kB.", id="quá lớn"),
        pytest.param(b"\xef\xbb\xbfcode = 1", "Tệp có dấu BOM ở đầu.", id="BOM"),
        pytest.param("mã".encode("utf-16"), "Tệp không phải văn bản UTF-8.", id="UTF-16"),
        pytest.param(b"code = ", "Tệp không đúng cú pháp TOML", id="dở dang"),
        pytest.param(b"a = " + b"[" * 5_000, "Tệp không đúng cú pháp TOML", id="lồng quá sâu"),
        pytest.param(b"code = \x00", "Tệp không đúng cú pháp TOML", id="ký tự NUL"),
        pytest.param(b"", "code: thiếu.", id="trống"),
    ],
)
def test_file_that_is_no_rule_set(source, slip):
    with pytest.raises(RuleSetError) as refusal:
        read_rule_set(source)
    assert any(found.startswith(slip) for found in refusal.value.slips)


def test_empty_file_names_everything_it_lacks():
    slips = slips_of("")
    assert {"title: thiếu.", "deadline: thiếu.", "articles: thiếu.", "form_set: thiếu."} <= set(slips)
    assert not any(slip.startswith(("fee_exemption", "in_force_to")) for slip in slips)


# -- slips of shape ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "slip"),
    [
        ('code = "L26"', "code = 26", "code: phải là chữ trong ngoặc kép."),
        ("in_force_from = 2026-09-01", 'in_force_from = "2026-09-01"', "in_force_from: phải là ngày dạng 2026-09-01."),
        (
            "in_force_from = 2026-09-01",
            "in_force_from = 2026-09-01T00:00:00",
            "in_force_from: phải là ngày dạng 2026-09-01.",
        ),
        ('selects_by = "sent_on"', 'selects_by = "received_on"', "selects_by: “received_on” không thuộc sent_on."),
        ("reason_required = false", "reason_required = 0", "reason_required: phải là true hoặc false."),
        ("amount = 12", 'amount = "12"', "deadline[1].amount: phải là số nguyên."),
        ("amount = 12", "amount = 12.0", "deadline[1].amount: phải là số nguyên."),
        ("amount = 12", "amount = true", "deadline[1].amount: phải là số nguyên."),
        (
            'unit = "CALENDAR_DAY"',
            'unit = "DAY"',
            "deadline[1].unit: “DAY” không thuộc IMMEDIATE, WORKING_DAY, CALENDAR_DAY, MONTH, YEAR.",
        ),
        (
            'channel = "ANY"',
            'channel = ["POST_FAX"]',
            "deadline[1].channel: “['POST_FAX']” không thuộc IN_PERSON, ELECTRONIC, POST_FAX, ANY.",
        ),
        (', article = "Điều 26.3" },', " },", "deadline[1].article: thiếu."),
        ('kind = "PROVIDE",', 'kind = "PROVIDE", note = "?",', "deadline[1].note: không có mục nào tên như vậy."),
        ('code = "L26"', 'code = "L26"\nfee = 1', "fee: không có mục nào tên như vậy."),
        ("[articles]", "[[articles]]", "articles: phải là một bảng."),
        ('needs = ["FACTS"]', 'needs = "FACTS"', "ground[6].needs: phải là một danh sách."),
        ('needs = ["FACTS"]', 'needs = ["FACT"]', "ground[6].needs[1]: “FACT” không thuộc INACCESSIBLE_REASON"),
        ('governs = "Điều 31.4"', "", "articles.governs: thiếu."),
        ('{ basis = "PUB_NOT_YET", article = "Điều 25.2" }', '"PUB_NOT_YET"', "fee_exemption[1]: phải là một bảng."),
        ('moved_from = ["PUB16_K"]', "moved_from = [16]", "category[3].moved_from[1]: phải là chữ trong ngoặc kép."),
    ],
)
def test_slip_of_shape_is_named_with_its_place(old, new, slip):
    assert any(found.startswith(slip) for found in slips_of(changed((old, new))))


def test_all_slips_are_named_at_once():
    slips = slips_of(changed(("amount = 12", 'amount = "x"'), ('title = "', 'tittle = "'), ('code = "L26"', "")))
    assert sorted(slips) == [
        "code: thiếu.",
        "deadline[1].amount: phải là số nguyên.",
        "title: thiếu.",
        "tittle: không có mục nào tên như vậy.",
    ]


# -- slips of sense ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "slip"),
    [
        ('code = "L26"', 'code = "luật 26"', "code: chỉ dùng chữ in hoa"),
        ('title = "Luật', 'title = " "\n#', "title: không được để trống."),
        ('article = "Điều 26.3" },', 'article = "26.3" },', "deadline[1].article: phải bắt đầu bằng số điều"),
        ('portal_article = "Điều 19.1"', 'portal_article = "x"', "category[1].portal_article: phải bắt đầu bằng"),
        ('governs = "Điều 31.4"', 'governs = "Khoản 4"', "articles.governs: phải bắt đầu bằng số điều"),
        ("amount = 12", "amount = 0", "deadline[1].amount: phải từ 1 đến 3650 với đơn vị CALENDAR_DAY."),
        ("amount = 12", "amount = 99999", "deadline[1].amount: phải từ 1 đến 3650"),
        (
            'amount = 12, unit = "CALENDAR_DAY"',
            'amount = 12, unit = "IMMEDIATE"',
            "deadline[1].amount: phải từ 0 đến 0 với đơn vị IMMEDIATE.",
        ),
        ("in_force_article", "in_force_to = 2026-08-31\nin_force_article", "in_force_to: trước ngày có hiệu lực."),
        (
            "in_force_article",
            "in_force_to = 2030-08-31\nin_force_article",
            "in_force_to và in_force_to_article phải cùng có",
        ),
        ("in_force_article", 'in_force_to_article = "Điều 1"\nin_force_article', "in_force_to và in_force_to_article"),
        (
            'channel = "ANY", complexity = "ANY"',
            'channel = "ELECTRONIC", complexity = "ANY"',
            "deadline: PROVIDE cho IN_PERSON, SIMPLE có 0 dòng; cần đúng một.",
        ),
        ('kind = "EXTENSION_MAX"', 'kind = "PROVIDE"', "deadline: PROVIDE cho POST_FAX, COMPLEX có 2 dòng"),
        ('kind = "CLAIM_ANSWER"', 'kind = "PUBLISH"', "duty: PUBLISH có 2 dòng; cần đúng một."),
        ('kind = "CLAIM_ANSWER"', 'kind = "BACKLOG"', "duty: CLAIM_ANSWER có 0 dòng; cần đúng một."),
        (
            'step = "SUE", situation = "NORMAL"',
            'step = "SUE", situation = "REMOTE"',
            "complaint: thiếu SUE với tình huống NORMAL.",
        ),
        (
            'step = "SUE", situation = "NORMAL"',
            'step = "SUE_AFTER_COMPLAINT", situation = "NORMAL"',
            "complaint[14] và complaint[15]: trùng nhau về thời gian.",
        ),
        (
            '{ code = "SEARCH"',
            '{ code = "CONSIDER"',
            "extension_reason: mã “CONSIDER” có 2 lần.",
        ),
        ('{ code = "SEARCH"', '{ code = "tìm"', "extension_reason: mã “tìm” không hợp lệ."),
        ('{ code = "01b"', '{ code = "01a"', "form_set.form: mã “01a” có 2 lần."),
        ('basis = "PUB_NOT_YET"', 'basis = "PUB_NEVER"', "fee_exemption: không có căn cứ cung cấp “PUB_NEVER”."),
        (
            'not_for_bases = ["PUB_NOT_YET"',
            'not_for_bases = ["PUB_NEVER"',
            "ground ALREADY_PUBLIC: không có căn cứ cung cấp “PUB_NEVER”.",
        ),
        ('note = "Mẫu', 'note = ""\n#', "form_set.note: cần lời ghi chú"),
    ],
)
def test_slip_of_sense_is_named(old, new, slip):
    assert any(found.startswith(slip) for found in slips_of(changed((old, new))))


def test_list_without_rows_is_a_slip():
    start, end = GOOD.index("publication_form = ["), GOOD.index("inaccessible_reason = [")
    assert slips_of(GOOD[:start] + "publication_form = []\n" + GOOD[end:]) == [
        "publication_form: cần ít nhất một dòng."
    ]


# -- calendars --------------------------------------------------------------------------------------------------------


def test_calendar_file_is_read():
    year = read_year(YEAR.encode("utf-8"))
    assert (year.year, year.confirmed, year.source) == (2027, False, "Thông báo số 1/TB-BNV")
    assert [(day.date.isoformat(), day.code, day.name) for day in year.days] == [
        ("2027-01-01", "HOLIDAY", "Tết Dương lịch")
    ]


@pytest.mark.parametrize(
    ("old", "new", "slip"),
    [
        ("2027-01-01", "2026-01-01", "Ngày 01/01/2026 không thuộc năm 2027."),
        (
            "day = [",
            'day = [\n{ date = 2027-01-01, code = "HOLIDAY", name = "Nghỉ" },',
            "Ngày 01/01/2027 có hai dòng.",
        ),
        ('"HOLIDAY"', '"SWAPPED_WORK"', "Ngày 01/01/2027 không phải thứ Bảy, Chủ nhật nên không thể là ngày làm bù."),
        ('01-01, code = "HOLIDAY"', '01-02, code = "SWAPPED_OFF"', "Ngày 02/01/2027 là ngày nghỉ hằng tuần"),
        ('01-01, code = "HOLIDAY"', '01-03, code = "COMPENSATORY_OFF"', "Ngày 03/01/2027 là ngày nghỉ hằng tuần"),
        ('name = "Tết Dương lịch"', 'name = " "', "Ngày 01/01/2027: thiếu tên"),
        ('"HOLIDAY"', '"OFF"', "day[1].code: “OFF” không thuộc HOLIDAY"),
        ('source = "Thông báo số 1/TB-BNV"', 'source = ""', "source: không được để trống."),
    ],
)
def test_slip_in_a_calendar_is_named(old, new, slip):
    assert old in YEAR
    with pytest.raises(CalendarFileError) as refusal:
        read_year(YEAR.replace(old, new, 1).encode("utf-8"))
    assert any(found.startswith(slip) for found in refusal.value.slips)


def test_worked_saturday_is_no_slip():
    text = YEAR.replace('01-01, code = "HOLIDAY"', '01-02, code = "SWAPPED_WORK"')
    assert read_year(text.encode("utf-8")).days[0].code == "SWAPPED_WORK"


@pytest.mark.parametrize(
    ("year", "off", "worked"),
    [
        pytest.param(
            2024,
            "01/01 08/02 09/02 12/02 13/02 14/02 18/04 29/04 30/04 01/05 02/09 03/09",
            "04/05",
            id="2024",
        ),
        pytest.param(
            2025,
            "01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09",
            "26/04",
            id="2025",
        ),
        pytest.param(
            2026,
            "01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11",
            "10/01 22/08",
            id="2026",
        ),
    ],
)
def test_weekdays_off_and_weekend_days_worked(year, off, worked):
    days = next(file.days for file in YEARS if file.year == year)
    assert " ".join(f"{d.date:%d/%m}" for d in days if d.code != "SWAPPED_WORK" and d.date.weekday() < 5) == off
    assert " ".join(f"{d.date:%d/%m}" for d in days if d.code == "SWAPPED_WORK") == worked


def test_every_day_names_its_notice_or_its_law():
    assert all(day.notice_number or day.source for year in YEARS for day in year.days)
