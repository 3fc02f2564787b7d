"""Đôn đốc: a letter in the house's frame, numbered by the registry, mailed once; nobody is urged twice on one day."""

import re
from copy import deepcopy
from hashlib import sha256
from html import unescape

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.html import strip_tags

from cms.audit.models import Entry
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from home.models import Reminder
from home.plans import letters, reminding
from home.plans.choices import ReminderState
from tests.factories.moments import day, moment
from tests.factories.plans import Province, given, remind, report
from workflow.letters import seal

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def standing(kept_for_the_file):
    return Province(communes=3)


@pytest.fixture
def province(standing, db):
    return deepcopy(standing)


def draft(province, plan, rows, on="05/11/2026", **fields):
    words = {
        "answer_by_on": day("30/11/2026"), "signer": province.office.head, "by": province.justice, "at": moment(on)
    } | fields  # fmt: skip
    return reminding.draft_letter(plan=plan, assignments=rows, **words)


def words_of(html):
    return " ".join(unescape(strip_tags(re.sub(r"</(td|th|p|li|h1)>", " ", html))).split())


def test_letter_urges_those_that_owe_and_is_frozen(province):
    plan = province.issued()
    one, two, three = province.below
    report(given(plan, three), three)
    letter = remind(province, plan, [given(plan, one), given(plan, two)])
    told = words_of(letter.html)
    assert "Số: 901/UBND-VP" in told
    assert "Bình Minh, ngày 05 tháng 11 năm 2026" in told
    assert "V/v đôn đốc báo cáo kết quả thực hiện kế hoạch số 125/KH-UBND" in told
    assert "Kính gửi: - Ủy ban nhân dân xã Số 1; - Ủy ban nhân dân xã Số 2." in told
    assert "31/10/2026 5 ngày" in told
    assert "xã Số 3" not in told
    assert "PHÓ CHỦ TỊCH" in told
    assert letter.sha256 == seal(letter.html)
    assert letter.html in letters.page(letter)
    assert list(Entry.objects.order_by("seq").values_list("kind", flat=True))[-2:] == [
        "plan.reminder_drafted",
        "plan.reminder_issued",
    ]


def test_issued_letter_is_kept_as_pdf_and_handed_out_byte_for_byte(province, client):
    plan = province.issued()
    letter = remind(province, plan, [given(plan, province.below[0])])
    content = (settings.PRIVATE_ROOT / letter.pdf_path).read_bytes()
    assert sha256(content).hexdigest() == letter.pdf_sha256
    client.force_login(province.justice, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(reverse("plans:letter_pdf", args=[letter.pk]))
    assert b"".join(response.streaming_content) == content
    assert "Tải bản PDF" in client.get(reverse("plans:paper", args=[letter.pk])).content.decode()


def test_draft_letter_has_a_marked_pdf(province, client):
    plan = province.issued()
    letter = draft(province, plan, [given(plan, province.below[0])])
    client.force_login(province.justice, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(reverse("plans:letter_pdf", args=[letter.pk]))
    assert b"".join(response.streaming_content).startswith(b"%PDF-")
    assert "du-thao" in response["Content-Disposition"]


def test_each_authority_gets_one_mail_that_carries_no_paper(province):
    plan = province.issued()
    letter = remind(province, plan, [given(plan, office) for office in province.below[:2]])
    mails = Mail.objects.filter(kind="plan_reminder").order_by("to")
    assert [mail.to for mail in mails] == ["daumoi@xa-1.example", "daumoi@xa-2.example"]
    assert mails[0].subject == "Đôn đốc báo cáo: 125/KH-UBND"
    assert letter.label in mails[0].text


def test_one_addressee_stands_on_the_line(province):
    plan = province.issued()
    letter = remind(province, plan, [given(plan, province.below[0])])
    assert "Kính gửi: Ủy ban nhân dân xã Số 1." in words_of(letter.html)


def test_typed_words_are_text_never_markup(province):
    plan = province.issued()
    letter = draft(province, plan, [given(plan, province.below[0])], note="<b>Gấp</b> & ngay")
    assert "&lt;b&gt;Gấp&lt;/b&gt; &amp; ngay" in letters.page(letter)
    assert "……/UBND-VP" in letters.page(letter)


def test_nobody_is_urged_twice_on_one_day(province):
    plan = province.issued()
    row = given(plan, province.below[0])
    first = draft(province, plan, [row])
    with pytest.raises(DomainError, match="đang chờ phát hành"):
        draft(province, plan, [row])
    words = {"number": "901", "symbol": "UBND-VP", "issued_on": day("05/11/2026"), "by": province.office.registry}
    reminding.issue_letter(letter=first, at=moment("05/11/2026"), **words)
    with pytest.raises(DomainError, match="trong ngày 05/11/2026"):
        draft(province, plan, [row])
    second = draft(province, plan, [row], on="06/11/2026")
    assert second.state == ReminderState.DRAFT


def test_the_database_keeps_the_day_even_where_two_letters_meet(province):
    plan = province.issued()
    row = given(plan, province.below[0])
    remind(province, plan, [row])
    late = draft(province, plan, [row], on="06/11/2026")
    late.drafted_at = moment("05/11/2026")
    late.save()
    words = {"number": "902", "symbol": "UBND-VP", "issued_on": day("05/11/2026"), "by": province.office.registry}
    with pytest.raises(DomainError, match="đã được đôn đốc việc này trong ngày 05/11/2026"):
        reminding.issue_letter(letter=late, at=moment("06/11/2026"), **words)
    assert Mail.objects.filter(kind="plan_reminder").count() == 1
    assert Reminder.objects.filter(sent_on__isnull=False).count() == 1


def test_who_has_reported_meanwhile_is_not_urged(province):
    plan, office = province.issued(), province.below[0]
    letter = draft(province, plan, [given(plan, office)])
    report(given(plan, office), office, on="05/11/2026")
    words = {"number": "901", "symbol": "UBND-VP", "issued_on": day("06/11/2026"), "by": province.office.registry}
    with pytest.raises(DomainError, match="không còn nợ báo cáo"):
        reminding.issue_letter(letter=letter, at=moment("06/11/2026"), **words)
    reminding.drop_letter(letter=letter, reason="Đã báo cáo", by=province.justice, at=moment("06/11/2026"))
    with pytest.raises(DomainError, match="không còn chờ"):
        reminding.drop_letter(letter=letter, reason="Nữa", by=province.justice, at=moment("06/11/2026"))


@pytest.mark.parametrize("who", ["justice", "head", "auditor", "other registry"])
def test_only_the_senders_registry_gives_the_number(province, who):
    plan = province.issued()
    letter = draft(province, plan, [given(plan, province.below[0])])
    by = {
        "justice": province.justice,
        "head": province.office.head,
        "auditor": province.auditor,
        "other registry": province.below[0].registry,
    }[who]
    words = {"number": "901", "symbol": "UBND-VP", "issued_on": day("05/11/2026")}
    with pytest.raises(NotAllowed):
        reminding.issue_letter(letter=letter, by=by, at=moment("05/11/2026"), **words)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"number": ""}, "number"),
        ({"issued_on": day("04/11/2026")}, "issued_on"),
        ({"issued_on": day("06/11/2026")}, "issued_on"),
    ],
)
def test_numbering_slip_stands_at_its_field(province, words, field):
    plan = province.issued()
    letter = draft(province, plan, [given(plan, province.below[0])])
    words = {"number": "901", "symbol": "UBND-VP", "issued_on": day("05/11/2026")} | words
    with pytest.raises(DomainError) as slip:
        reminding.issue_letter(letter=letter, by=province.office.registry, at=moment("05/11/2026"), **words)
    assert slip.value.field == field


def test_number_is_used_once_a_year(province):
    plan = province.issued()
    remind(province, plan, [given(plan, province.below[0])])
    with pytest.raises(DomainError, match="đã dùng trong năm"):
        remind(province, plan, [given(plan, province.below[1])])


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"rows": []}, "assignments"),
        ({"answer_by_on": day("01/11/2026")}, "answer_by_on"),
        ({"signer": "officer"}, "signer"),
    ],
)
def test_letter_slip_stands_at_its_field(province, fields, field):
    plan = province.issued()
    rows = fields.pop("rows", [given(plan, province.below[0])])
    if "signer" in fields:
        fields["signer"] = province.office.officer
    with pytest.raises(DomainError) as slip:
        draft(province, plan, rows, **fields)
    assert slip.value.field == field


def test_coordinating_authority_owes_nothing(province):
    plan = province.issued()
    row = given(plan, province.below[0])
    row.part = "COORDINATING"
    row.save()
    with pytest.raises(DomainError, match="không còn nợ"):
        draft(province, plan, [row])
