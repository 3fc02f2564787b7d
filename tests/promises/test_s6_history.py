"""S6: every act on a case is recorded with who, when, what and why, in its own transaction; changing the past is seen."""

import pytest
from django.db import connection, transaction

from cms.audit import checkpoint
from cms.audit.chain import Fault
from cms.audit.models import Checkpoint, Entry
from cms.audit.record import CITIZEN
from cms.audit.tasks import sign_head
from cms.audit.verify import verify
from tests.factories import remedies
from tests.factories.moments import day, moment
from tests.factories.workflow import Case
from tests.workflow.services.record import acts_of, kinds_of
from tests.workflow.services.test_budget import MOVES
from workflow.choices import DecisionKind
from workflow.models import InformationRequest
from workflow.services import citizen
from workflow.services.remedies import send_opinion

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", MOVES)
def test_every_move_is_one_entry_over_the_rows_it_wrote(house, name):
    road, act = MOVES[name]
    case = road(house)
    before = len(acts_of(case))
    act(case)
    entry = acts_of(case)[before:][0]
    assert len(acts_of(case)) == before + 1
    assert entry["rows"]
    assert entry["actor"] == CITIZEN or entry["actor"]["username"]
    assert ("pdf_sha256" in entry["data"]) <= (entry["kind"] in checkpoint.letter_kinds())
    assert verify().problem is None


def test_each_letter_is_followed_by_a_signed_checkpoint(house):
    case = Case.sent(house).accept()
    sign_head(case.at)
    case.propose_extension().approve(DecisionKind.EXTENSION)
    sign_head(case.at)
    assert Checkpoint.objects.count() == 1
    case.issue("EXTENSION")
    assert "pdf_sha256" in acts_of(case)[-1]["data"]
    sign_head(case.at)
    point = Checkpoint.objects.latest("number")
    kept = checkpoint.read(point.text, checkpoint.known_keys())
    assert (point.number, point.cause, kept.head.seq) == (2, "LETTER", Entry.objects.latest("seq").seq)


@pytest.mark.parametrize("kind", ["COMPLAINT", "LAWSUIT"])
def test_a_complaint_decided_and_an_opinion_for_the_court_are_followed_by_one_too(house, kind):
    case = remedies.refused(house)
    if kind == "COMPLAINT":
        remedy = remedies.proposed(remedies.accepted(case), house)
        sign_head(moment("11/12/2026 13:59"))
        remedies.decided(remedy, house)  # at 14:00
        sign_head(moment("11/12/2026 14:01"))
    else:
        remedy = remedies.entered(case, "LAWSUIT")
        sign_head(moment("02/12/2026 09:59"))
        words = {"accepted_on": day("02/12/2026"), "by": house.head_of_authority, "at": moment("02/12/2026 10:00")}
        send_opinion(remedy=remedy, seen=remedy.version, **words)
        sign_head(moment("02/12/2026 10:01"))
    assert list(Checkpoint.objects.order_by("number").values_list("cause", flat=True)) == ["HOUR", "LETTER"]


def test_whole_procedure_reads_as_a_story(house):
    case = Case.sent(house, "02/11/2026").on("03/11/2026").ask_for_supplement().on("05/11/2026").supply()
    case.on("06/11/2026").accept().collect().on("09/11/2026").hand_over()
    case.propose_extension().approve(DecisionKind.EXTENSION).issue("EXTENSION")
    case.propose_to_provide(terms=case.costing()).on("10/11/2026").approve().issue("RESOLUTION")
    case.accept_cost().on("11/11/2026").record_payment().add_cleared_file().provide()
    assert kinds_of(case) == [
        "request.submitted",
        "request.supplement_requested",
        "request.supplied",
        "request.accepted",
        "request.collecting",
        "request.reviewing",
        "request.extension_proposed",
        "request.extension_approved",
        "request.extended",
        "request.classified",
        "request.provision_proposed",
        "request.approved_to_provide",
        "request.cost_due",
        "request.cost_accepted",
        "request.paid",
        "request.file_added",
        "request.file_checked",
        "request.file_released",
        "request.provided",
    ]
    moments = [act["at"] for act in acts_of(case)]
    assert moments == sorted(moments)
    assert verify().problem is None


def test_entry_goes_back_with_its_act(house):
    case = Case.sent(house)
    entries = Entry.objects.count()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        case.accept()
        assert Entry.objects.count() == entries + 1
        raise ZeroDivisionError
    assert Entry.objects.count() == entries
    assert case.now.status == "RECEIVED"


def test_looking_at_an_identity_number_is_on_record(house):
    case = Case.sent(house)
    citizen.unmask_identity(info_request=case.now, reason="Đối chiếu", by=house.officer, at=case.at)
    assert kinds_of(case)[-1] == "request.identity_shown"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE workflow_historicalinformationrequest SET received_on = '2026-10-01' WHERE id = %s",
        "UPDATE workflow_historicalinformationrequest SET due_on = '2026-12-31' WHERE id = %s AND status = 'ACCEPTED'",
        "UPDATE workflow_historicalinformationrequest SET history_user_id = NULL WHERE id = %s",
        "DELETE FROM workflow_historicalinformationrequest WHERE id = %s AND status = 'RECEIVED'",
    ],
)
def test_history_of_a_case_cannot_be_changed_unseen(house, sql):
    """Somebody with the database's own rights rewrites what was kept; verification names it."""
    case = Case.sent(house).accept()
    with connection.cursor() as cursor:
        cursor.execute(sql, [case.pk])
        assert cursor.rowcount
    assert verify().problem.kind in (Fault.ROW_EDITED, Fault.ROW_MISSING)


def test_audited_rows_cannot_be_written_past_their_history(house):
    Case.sent(house)
    for write in (
        lambda: InformationRequest.objects.update(status="PROVIDED"),
        lambda: InformationRequest.objects.all().delete(),
        lambda: InformationRequest.objects.bulk_create([]),
        lambda: InformationRequest.objects.bulk_update([], ["status"]),
    ):
        with pytest.raises(TypeError, match="audited"):
            write()


def test_chain_holds_no_personal_word(house):
    case = Case.sent(house).ask_for_supplement("Nêu rõ số nhà của bà Mến").supply("Nhà 12 đường Lê Lợi").accept()
    case.propose_to_refuse().return_draft(reason="Bà Mến đã gọi").withdraw(text="Bà Mến rút")
    sealed = b"".join(bytes(entry.payload) for entry in Entry.objects.all()).decode()
    for word in ("Mến", "Lê Lợi", "men@example.vn", "912345678", "001185000417", "quy hoạch"):
        assert word not in sealed
