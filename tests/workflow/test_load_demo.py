"""The demonstration: believable whenever it is loaded, made by the services alone, and by nobody's real data."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from pypdf import PdfReader

from catalog import access
from catalog.choices import ItemState
from catalog.demo import kinds as catalog_kinds
from catalog.models import InformationItem, ItemFile, ItemVersion, PublicEntry
from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.dates import local_day
from cms.core.models import Authority, Mail, RoleHolder, User
from cms.core.roles import Role
from home.models import Assignment, Difficulty, LegalReview, Plan, Reminder, ReviewSheet
from home.plans.choices import DifficultyState, Proposal, ReviewState, SheetState
from home.plans.progress import is_late
from tests.factories.core import AuthorityFactory
from tests.factories.moments import moment
from workflow.choices import OPEN_STATUSES, CorrectionStatus, Status
from workflow.management.demo import closed_year, papers, province
from workflow.management.demo.people import person
from workflow.management.demo.places import PLACES
from workflow.management.demo.questions import QUESTIONS
from workflow.management.demo.stage import Days, Stage
from workflow.models import (
    Attachment,
    Consent,
    Consultation,
    CorrectionRequest,
    CostLine,
    Finding,
    InformationRequest,
    InspectionDecision,
    InspectionFinding,
    OpenedAnswer,
    Remedy,
    Requester,
    Satisfaction,
)
from workflow.remedy_choices import FEWEST_TOLD, RemedyStatus
from workflow.services import payments, requesters

pytestmark = pytest.mark.django_db
NOW = "21/11/2026 16:30"


@pytest.fixture
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.PRIVATE_ROOT = tmp_path / "private"
    return tmp_path


def load(when=NOW, with_catalog=False):
    with transaction.atomic():
        return province.load(moment(when), with_catalog=with_catalog)


# --- one load, looked at from every side -------------------------------------------------------------------------


@pytest.mark.heavy
def test_demonstration(folder):
    """Loading takes seconds, so that one load is looked at from every side."""
    loaded = load(with_catalog=True)
    everything = InformationRequest.objects.select_related("rule_set", "authority", "requester")
    every_state_is_there(everything)
    both_laws_are_there(everything)
    dates_press(everything)
    every_ground_is_used()
    outcomes_are_papered(everything)
    chain_holds_and_is_in_order()
    history_bears_the_moment_of_the_act(everything)
    nobody_is_real()
    every_role_has_its_account(loaded)
    files_are_whole()
    the_gate_holds_one_file_and_offers_its_clean_copy()
    mail_goes_nowhere_real()
    plans_reviews_and_difficulties_stand_in_every_state()
    codes_open_their_cases(loaded)
    the_catalog_is_whole()
    what_is_wrong_was_reported_and_answers_were_opened()
    money_and_questions_stand_as_they_may(everything)
    who_did_not_agree_complained_and_inspections_run()


def who_did_not_agree_complained_and_inspections_run():
    """Each kind, in its states; one upheld and opened anew; an inspection that runs, and one that waits."""
    complaints = Remedy.objects.filter(kind="COMPLAINT")
    assert set(complaints.values_list("status", flat=True)) == set(RemedyStatus.values) - {"PARTLY", "STOPPED"}
    assert complaints.get(status="UPHELD").new_case.status == Status.ACCEPTED
    assert set(Remedy.objects.values_list("kind", flat=True)) == {"COMPLAINT", "LAWSUIT", "DENUNCIATION"}
    assert InspectionDecision.objects.running_on(local_day(moment(NOW))).count() == 1
    assert {one.standing for one in InspectionFinding.objects.all()} == {"OPEN", "REPORTED", "CONFIRMED"}
    assert Satisfaction.objects.count() >= FEWEST_TOLD


def money_and_questions_stand_as_they_may(everything):
    """Costs of the list with the share of the area; one paid in part, one declined; one asked in vain, one that agreed."""
    assert set(CostLine.objects.values_list("price_list", flat=True)) == {"TT46"}
    assert set(CostLine.objects.filter(kind="ITEM").values_list("percent", flat=True)) >= {70}
    waiting = everything.filter(status=Status.AWAITING_PAYMENT)
    assert any(0 < payments.left_to_pay(case) < payments.cost_of(case) for case in waiting)
    assert everything.filter(withdraw_reason="COST_DECLINED").exists()
    twice = Finding.objects.filter(ground="PROVIDED_TWICE").first()
    assert len(twice.facts["earlier_cases"].split()) == 2
    late = Consultation.objects.open().filter(wanted_on__lt=local_day(moment(NOW)))
    assert late.filter(reminded_at__isnull=False).exists()
    assert Consent.objects.filter(agreed=True, answer_file__isnull=False).exists()


def what_is_wrong_was_reported_and_answers_were_opened():
    """Requests for correction in every state, late ones among them; an edition that is public, one that waits."""
    reported = CorrectionRequest.objects.all()
    assert set(reported.values_list("status", flat=True)) == set(CorrectionStatus.values)
    assert set(reported.values_list("about", flat=True)) == {"PUBLISHED", "PROVIDED"}
    assert set(reported.values_list("rule_set__code", flat=True)) == {"L16", "L26"}
    assert reported.overdue_on(local_day(moment(NOW))).exists()
    assert reported.filter(corrected_version__isnull=False).exists()
    assert set(OpenedAnswer.objects.values_list("item__live", flat=True)) == {True, False}


def the_catalog_is_whole():
    """Every kind of row of standards.md 4.3, in every state, over all authorities, with real small files."""
    items = InformationItem.objects.all()
    assert items.count() >= 300
    assert set(items.values_list("authority__code", flat=True)) == {place.code for place in PLACES}
    assert set(items.values_list("state", flat=True)) == set(ItemState.values)
    assert {kind.number for kind in catalog_kinds.KINDS} == set(range(1, 43))
    day = local_day(moment(NOW))
    public = access.public(items, day)
    assert public.published_late().exists()
    assert public.filter(corrected_on__isnull=False).exists()
    assert public.filter(rule_set__code="L16").exists()
    assert items.overdue_on(day).exists()
    assert items.waiting_for_second().exists()
    assert items.filter(approved_by__isnull=False).exists()
    assert items.filter(locked=True).exists()
    people = items.filter(names_people=True)
    assert people.filter(state=ItemState.EXPIRED).exists(), "their period ends and they leave every list"
    assert all(item.until_on and item.permitted_fields for item in people)
    assert not PublicEntry.objects.filter(key__in=[f"item:{item.pk}" for item in people]).exists()
    endings = {file.name.rpartition(".")[2] for file in ItemFile.objects.filter(item__from_answer=False)}
    assert endings == {"pdf", "docx", "xlsx"}
    versions = ItemVersion.objects.values_list("checked_by", "published_by")
    assert all(first != second for first, second in versions)


def every_state_is_there(everything):
    found = set(everything.values_list("status", flat=True))
    assert found == set(Status.values)
    assert everything.filter(authority__code="suoi-vang").count() >= 40


def both_laws_are_there(everything):
    assert everything.filter(rule_set__code="L16", status__in=OPEN_STATUSES).exists()
    assert all(row.sent_on.isoformat() < "2026-09-01" for row in everything.filter(rule_set__code="L16"))
    assert all(row.sent_on.isoformat() >= "2026-09-01" for row in everything.filter(rule_set__code="L26"))
    pair = everything.filter(valid_on="2026-09-03").order_by("sent_on")
    assert [(str(row.sent_on), row.rule_set.code, str(row.due_on)) for row in pair] == [
        ("2026-08-31", "L16", "2026-09-24"),
        ("2026-09-01", "L26", "2026-09-15"),
    ]


def dates_press(everything):
    today = local_day(moment(NOW))
    commune = everything.filter(authority__code="suoi-vang")
    assert commune.overdue_on(today).count() >= 3
    assert commune.overdue_on(today).filter(status=Status.RECEIVED).exists(), "not clicking wins no day"
    assert commune.due_between(today, today.replace(day=26)).count() >= 5
    assert commune.filter(extensions__isnull=False, status__in=OPEN_STATUSES).exists()
    assert everything.filter(extensions__isnull=False, rule_set__code="L16").exists()


def every_ground_is_used():
    used = set(Finding.objects.exclude(ground="").values_list("ground", flat=True))
    assert used == {
        "INACCESSIBLE",
        "CONDITION_NOT_MET",
        "ALREADY_PUBLIC",
        "NOT_RESPONSIBLE",
        "PROVIDED_TWICE",
        "OVER_CAPACITY",
        "COST_UNPAID",
        "OTHER_LAW",
    }


def outcomes_are_papered(everything):
    # What was brought in from the old book had its papers there.
    ours = everything.exclude(external_source=f"Sổ theo dõi năm {closed_year.YEAR}")
    for row in ours.filter(status__in=(Status.REFUSED, Status.REDIRECTED, Status.PROVIDED_PARTLY)):
        assert row.letters.filter(state="ISSUED").exists(), row
    numbers = Counter(
        everything.filter(letters__state="ISSUED").values_list("authority", "letters__symbol", "letters__number")
    )
    assert max(numbers.values()) == 1


def chain_holds_and_is_in_order():
    assert verify().problem is None
    own = Entry.objects.filter(kind__startswith="request.").order_by("seq").values_list("at", flat=True)
    assert list(own) == sorted(own)


def history_bears_the_moment_of_the_act(everything):
    row = everything.get(sent_on="2026-08-31")
    days = {local_day(line.history_date).isoformat() for line in row.history.all()}
    assert "2026-08-31" in days
    assert max(days) < "2026-10-01"


def nobody_is_real():
    """Birth years of the 2090s, telephones of no operator (standards.md 5.4)."""
    for who in Requester.objects.all():
        if who.identity_kind == "PERSONAL_ID":
            assert re.fullmatch(r"\d{3}[23]9\d{7}", who.identity_number), who
        assert who.phone.startswith("+8495"), who
        assert who.email == "" or who.email.endswith(".example"), who
    for authority in Authority.objects.all():
        assert "Bình Minh" in f"{authority.name} {authority.parent_line} {authority.parent or ''}"
        assert authority.email.endswith(".example")


def every_role_has_its_account(loaded):
    assert [account["role"] for account in loaded.accounts] == [role.label for role in Role]
    for account in loaded.accounts:
        user = User.objects.get(username=account["username"])
        assert user.check_password(account["password"])
        assert len(account["password"]) >= 14
        assert user.current_roles
    for role in (Role.AUDITOR, Role.JUSTICE):
        assert RoleHolder.objects.filter(role=role, until_on__isnull=False).count() == Authority.objects.count()


def files_are_whole():
    for file in Attachment.objects.all():
        content = (Path(papers.files.settings.PRIVATE_ROOT) / file.path).read_bytes()
        assert len(content) == file.size
        assert file.inspection != "WAITING"
        if file.name.endswith(".pdf"):
            assert PdfReader(papers.files.settings.PRIVATE_ROOT / file.path).pages[0].extract_text().strip()


def the_gate_holds_one_file_and_offers_its_clean_copy():
    held = Attachment.objects.get(inspection="HELD")
    assert held.name == "don-gia-suat-an.xlsx"
    assert list(held.file_findings.values_list("kind", flat=True)) == ["HIDDEN_SHEET"]
    assert held.made.get().role == "COPY"


def mail_goes_nowhere_real():
    assert Mail.objects.count() > 100
    assert all(to.endswith(".example") for to in Mail.objects.values_list("to", flat=True))


def plans_reviews_and_difficulties_stand_in_every_state():
    plan = Plan.objects.get(number="125")
    assert plan.tasks.count() >= 8
    assert set(Plan.objects.values_list("kind", "state")) >= {
        ("PLAN", "ISSUED"),
        ("DIRECTIVE", "ISSUED"),
        ("PLAN", "DRAFT"),
    }
    five = Assignment.objects.filter(task__plan=plan, task__position=4)
    late = {row.authority.code for row in five if is_late(row, local_day(moment(NOW)))}
    assert (five.count(), five.exclude(reported_on=None).count()) == (5, 3)
    assert late == {"hoa-sen", "benh-vien-binh-minh"}
    assert Reminder.objects.filter(assignment__in=five, letter__state="ISSUED").count() == 2
    assert set(ReviewSheet.objects.values_list("state", flat=True)) == set(SheetState)
    assert set(LegalReview.objects.values_list("state", flat=True)) == set(ReviewState)
    assert set(LegalReview.objects.values_list("proposal", flat=True)) == set(Proposal)
    assert set(Difficulty.objects.values_list("state", flat=True)) == set(DifficultyState)
    assert Difficulty.objects.published().count() == 1


def codes_open_their_cases(loaded):
    from workflow import codes

    for case in loaded.cases:
        row = InformationRequest.objects.get(code=case["code"])
        reissued = Entry.objects.filter(kind="request.code_reissued", subject_id=str(row.pk)).exists()
        assert codes.code_opens(case["code"], case["tracking_code"], row.tracking_hash) is not reissued


@pytest.mark.heavy
@pytest.mark.parametrize(
    "when",
    [
        pytest.param("24/11/2026 10:00", id="a holiday"),
        pytest.param("29/11/2026 03:00", id="a Sunday night"),
        pytest.param("28/12/2026 09:00", id="terms reach into an unconfirmed year"),
        pytest.param("16/02/2027 09:00", id="after Tết, in an unconfirmed year"),
        pytest.param("02/09/2028 23:59", id="two years later"),
    ],
)
def test_whenever_it_is_loaded(folder, when):
    load(when)
    assert set(InformationRequest.objects.values_list("status", flat=True)) == set(Status.values)
    assert InformationRequest.objects.overdue_on(local_day(moment(when))).exists()
    assert verify().problem is None
    if when.endswith("2026 09:00"):
        assert InformationRequest.objects.filter(due_is_provisional=True).exists()


# --- the command -------------------------------------------------------------------------------------------------


@pytest.fixture
def quick_load(monkeypatch):
    """The command without its seconds: one authority, no case."""
    loads = []

    def load(now):
        loads.append(AuthorityFactory(code="suoi-vang"))
        account = {"role": "Văn thư", "username": "net.van-thu", "password": province.SHARED, "name": "Triệu Thị Nết"}
        return province.Loaded([account], [])

    monkeypatch.setattr(province, "load", load)
    return loads


def test_production_settings_are_refused(settings, quick_load):
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match="không nạp vào cấu hình thật"):
        call_command("load_demo")
    assert quick_load == []


def test_second_load_changes_nothing(folder, quick_load, capsys):
    call_command("load_demo")
    call_command("load_demo")
    assert len(quick_load) == 1
    assert "Không đổi gì" in capsys.readouterr().out


def test_installation_in_use_is_refused(folder, quick_load):
    AuthorityFactory(code="co-quan-that")
    with pytest.raises(CommandError, match="chỉ nạp vào nơi trống"):
        call_command("load_demo")
    assert quick_load == []


def test_accounts_are_written_down_and_printed(folder, quick_load, capsys):
    call_command("load_demo")
    (account,) = json.loads((folder / "demo-accounts.json").read_text("utf-8"))
    assert set(account) == {"role", "username", "password", "name"}
    printed = capsys.readouterr().out
    assert "net.van-thu" in printed
    assert province.SHARED in printed


# --- its parts ---------------------------------------------------------------------------------------------------


def test_questions_could_be_sent_as_they_are():
    assert len(QUESTIONS) >= 50
    for question in QUESTIONS.values():
        assert requesters.MIN_DESCRIPTION <= len(question.text) <= requesters.MAX_DESCRIPTION
        assert question.purpose.endswith(".")


def test_invented_people_differ():
    numbers = [person(n).identity_number for n in range(80)]
    assert len(set(numbers)) == 80
    assert len({person(n).phone for n in range(80)}) == 80


def test_pdf_holds_vietnamese_words(tmp_path):
    line = "Ấ Ổ Ữ Ỵ ặ ệ ộ ự ỹ đ Đ: 1.284.500.000 đồng"
    (tmp_path / "a.pdf").write_bytes(papers.pdf("QUYẾT TOÁN", (line,)))
    assert PdfReader(tmp_path / "a.pdf").pages[0].extract_text().split("\n")[-1] == line


def test_text_file_opens_with_its_marks():
    assert papers.text("Tiêu đề", ("dòng",)).decode("utf-8-sig").startswith("Tiêu đề\r\n")


def test_stories_are_played_in_the_order_of_time():
    now, done = moment(NOW), []

    def story(name, *whens):
        for when in whens:
            yield moment(when)
            done.append((name, when))

    stage = Stage(Days(now))
    stage.now = moment("01/11/2026")
    stage.add(story("a", "02/11/2026 09:00", "04/11/2026 09:00", "01/12/2026 09:00"))
    stage.add(story("b", "03/11/2026 09:00"))
    stage.play()
    assert done == [("a", "02/11/2026 09:00"), ("b", "03/11/2026 09:00"), ("a", "04/11/2026 09:00")]


def test_story_never_goes_back():
    stage = Stage(Days(moment(NOW)))
    stage.now = moment("02/11/2026")
    with pytest.raises(ValueError, match="goes back"):
        stage.add(iter([moment("01/11/2026")]))


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(0, "23/11/2026"), (1, "23/11/2026"), (2, "25/11/2026"), (-1, "20/11/2026"), (-6, "13/11/2026")],
)
def test_working_days_around_a_saturday(amount, expected):
    """21/11/2026 is a Saturday, 24/11 a holiday."""
    assert Days(moment(NOW)).working(amount).strftime("%d/%m/%Y") == expected
