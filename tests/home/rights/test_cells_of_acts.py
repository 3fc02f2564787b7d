"""Every cell of the acts outside cases: what a direct GET or POST at the act's own door answers to each role."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from catalog.models import InformationItem
from cms.audit import access as log
from cms.audit.models import Entry
from cms.audit.record import REFUSED_ATTEMPT
from cms.core import page_rights
from cms.core.accounts import delegating, reviewing
from cms.core.dates import short, today
from cms.core.models import Authority, Predecessor, Unit
from cms.core.models.user import Closed
from cms.core.roles import Role
from home.compliance import access as duties
from home.models.compliance import ObligationRecord
from home.models.planned_stop import StopKind
from home.plans import access as plans
from home.reorganisations import services as reorganisations
from home.reports import access as reports
from home.rights import acts, cells
from home.rights.cells import Kind
from home.stops import services as stops
from tests.factories import catalog as make_catalog
from tests.factories import inspections as make_inspections
from tests.factories import remedies as make_remedies
from tests.factories.core import UnitFactory, make_house, make_person
from tests.factories.undoing import undone
from tests.factories.workflow import Case
from tests.home.rights import people
from tests.home.rights.knocking import enter
from workflow import access
from workflow.letters.words import SHIPPED
from workflow.models import InformationRequest, ReadingFlag, RetentionSchedule
from workflow.register import closing
from workflow.services import numbering, remedies, wording

COLUMNS = [column for column in cells.COLUMNS if column != cells.REQUESTER]
GET, POST = "get", "post"
ASKED_BY_ANOTHER = ObligationRecord(exempt_proposed_by_id=99)


def _asks_for_reports(user, authority):
    """The justice department's grant is one over a province."""
    authority.kind = "PROVINCE"
    return authority.pk in reports.provinces_of(user)


#: Acts whose doors need a world of their own, tested there: here the gate that those doors ask. (user, authority) → may
GATES = {
    "export_personal": access.can_export_personal,
    "review_duty": lambda user, authority: duties.can_review(user, authority, None),
    "charge_duty": duties.can_charge,
    "confirm_exemption": lambda user, authority: duties.can_confirm_exemption(
        user, authority, ObligationRecord(exempt_proposed_by_id=99)
    ),
    "decide_plan": plans.may_decide,
    "export_log_words": log.exports_words,
    "close_reading": lambda user, authority: access.can_close_reading(
        user, ReadingFlag(authority_id=authority.pk, person_id=99)
    ),
    "read_sealed": lambda user, authority: access.can_read_personal(
        user, InformationRequest(authority_id=authority.pk, sealed_at=timezone.now())
    ),
    "propose_retention": access.can_propose_retention,
    "decide_retention": lambda user, authority: access.can_decide_retention(
        user, RetentionSchedule(authority_id=authority.pk, proposed_by_id=99)
    ),
    "ask_for_reports": _asks_for_reports,
    "write_report": lambda user, authority: authority.pk in reports.summing_for(user),
    "sign_report": lambda user, authority: authority.pk in user.authorities_as(reports.SIGNERS),
    "write_page": lambda user, authority: bool(user.authorities_as(page_rights.ACTIONS)),
    "approve_page": lambda user, authority: authority.pk in user.authorities_as({Role.PUBLISHER}),
}


class World:
    """A house with something to read, to take away and to decide about; each thing proposed by one who holds no column."""

    def __init__(self):
        self.house = make_house()
        self.at = timezone.now()
        self.other = make_person(
            "Người khác", *(role for role in Role), authority=self.house.authority, unit=self.house.land_unit
        )
        self.other.is_superuser = True
        self.other.save()
        self.case = Case.sent(self.house, on=short(today())).now
        self.case.unit = self.house.land_unit
        self.case.save()

    def idle(self):
        account = self.house.second_officer
        account.is_active, account.closed_for = False, Closed.IDLE
        account.save()
        return account

    def review(self):
        return reviewing.propose(authority=self.house.authority, to_end=(), by=self.other, at=self.at)

    def delegation(self):
        deputy = make_person("Người thế", Role.CASHIER, authority=self.house.authority)
        told = {"since_on": today(), "until_on": today(), "reason": "Nghỉ phép", "by": self.other, "at": self.at}
        return delegating.propose(holding=self.house.second_officer.role_holdings.get(), to=deputy, **told)

    def volume(self):
        return closing.propose(authority=self.house.authority, year=today().year - 1, by=self.other, at=self.at)

    def series(self):
        told = {"year": today().year, "basis": "Quy chế văn thư", "by": self.other, "at": self.at}
        return numbering.propose_book(authority=self.house.authority, **told)

    def wording(self, authority):
        text = SHIPPED["TIME_LIMIT"] + "\nTrân trọng cảm ơn Ông/Bà."
        told = {"text": text, "reason": "Lịch sự hơn", "by": self.other, "at": self.at}
        return wording.propose(authority=authority, form="TIME_LIMIT", **told)

    def item(self):
        return InformationItem.objects.first() or make_catalog.draft(self.house, by=self.other)

    def stop(self):
        return stops.propose(
            authority=self.house.authority, kind=StopKind.EMERGENCY, services="gửi yêu cầu", reason="Mất điện",
            starts_at=self.at, returns_at=self.at + timedelta(hours=3), by=self.other, at=self.at,
        )  # fmt: skip

    def remedy(self, kind="COMPLAINT"):
        told = {"by": self.other, "at": self.at, "received_on": short(today())}
        return make_remedies.entered(Case(self.house, self.case, self.at), kind, **told)

    def decision_of_remedy(self):
        """Withdrawn, so that nothing but the person decides about the answer."""
        remedy, act = self.remedy(), {"by": self.other, "at": self.at}
        return remedies.propose(remedy=remedy, seen=None, outcome="WITHDRAWN", answer="Có đơn rút.", **act)

    def inspection(self):
        return make_inspections.entered(
            self.house, by=self.other, inspectors=(self.other,), at=f"{short(today())} 00:01", number="9/QĐ"
        )

    def reorganisation(self):
        told = {
            "former": None,
            "name": "Phòng Tài chính cũ",
            "level": Predecessor._meta.get_field("level").choices[0][0],
        }
        told |= {"ended_on": today(), "decision": "01/NQ", "by": self.other, "at": self.at}
        return reorganisations.propose(successor=self.house.authority, **told)


def _register(world, **more):
    told = {"authority": world.house.authority.pk, "kind": "XLSX", "delimiter": ";", "reason": "Báo cáo"}
    return POST, reverse("desk:register"), told | more


def _item(world, act, **more):
    item = world.item()
    return POST, reverse("catalog_desk:act", args=[item.code, act]), {"seen": item.version} | more


def _checked_item(world):
    item = make_catalog.draft(world.house, by=world.other)
    item = make_catalog.checking.check(
        item=item, seen=item.version, no_secret=True, no_personal=True, by=world.other, at=world.at
    )
    return POST, reverse("catalog_desk:act", args=[item.code, "dang"]), {"seen": item.version}


def _role_of(world):
    """Somebody else's role, to be ended."""
    held = world.house.second_officer.role_holdings.get()
    return POST, f"/admin/vai-tro/edit/{held.pk}/", {"until_on": short(today()), "reason": "Chuyển công tác"}


#: act → how its door is knocked at: (method, address, what is posted).
DOORS = {
    "read_case": lambda w: (GET, reverse("desk:case", args=[w.case.code]), {}),
    "read_personal": lambda w: (GET, reverse("desk:receipt", args=[w.case.code]), {}),
    "unmask_identity": lambda w: (POST, reverse("desk:unmask", args=[w.case.code]), {"reason": "Đối chiếu giấy tờ"}),
    "read_volumes": lambda w: (GET, reverse("desk:volumes"), {}),
    "read_log": lambda w: (GET, reverse("log:log"), {}),
    "export_log": lambda w: (POST, reverse("log:export"), {"kind": "JSONL", "reason": "Kiểm tra"}),
    "read_offices": lambda w: (GET, reverse("rights:table"), {}),
    "enter_paper": lambda w: (POST, reverse("desk:entry"), {}),
    "export_register": _register,
    "export_books": lambda w: (
        POST, reverse("desk:outgoing"), {"co-quan": w.house.authority.code, "authority": w.house.authority.pk,
                                         "kind": "XLSX", "reason": "Báo cáo"}),
    "propose_closing": lambda w: (
        POST, reverse("desk:volumes"), {"authority": w.house.authority.pk, "year": today().year - 1}),
    "confirm_closing": lambda w: (POST, reverse("desk:volume", args=[w.volume().pk]), {"viec": "xac-nhan"}),
    "propose_book": lambda w: (
        POST, reverse("desk:numbering"), {"viec": "de-nghi", "year": today().year, "first_number": 1, "basis": "Quy chế"}),
    "open_book": lambda w: (POST, reverse("desk:numbering"), {"viec": "mo", "so": w.series().pk}),
    "issue_batch": lambda w: (POST, reverse("desk:batches"), {}),
    "lodge": lambda w: (GET, reverse("desk:remedy_entry", args=[w.case.code]), {}),
    "decide_remedy": lambda w: (
        POST, reverse("desk:remedy_move", args=[w.decision_of_remedy().code, "quyet-dinh"]), {"seen": 2}),
    "read_denouncer": lambda w: (
        POST, reverse("desk:remedy_denouncer", args=[w.remedy("DENUNCIATION").code]), {"seen": 1, "reason": "Xác minh"}),
    "enter_inspection": lambda w: (GET, reverse("desk:inspection_entry"), {}),
    "confirm_inspection": lambda w: (
        POST, reverse("desk:inspection_act", args=[w.inspection().pk, "xac-nhan"]), {"seen": 1}),
    "propose_wording": lambda w: (
        POST, reverse("wording:change", args=[w.house.authority.code, "time-limit"]), {"action": "propose"}),
    "decide_wording": lambda w: (
        POST, reverse("wording:proposal", args=[w.wording(w.house.authority).pk]), {"action": "approve"}),
    "write_answer": lambda w: (POST, reverse("wording:new_answer", args=[w.house.authority.code]), {"action": "save"}),
    "propose_law": lambda w: (GET, reverse("calendars:new_change"), {}),
    "approve_law": lambda w: (POST, reverse("wording:proposal", args=[w.wording(None).pk]), {"action": "approve"}),
    "enter_item": lambda w: (GET, reverse("catalog_desk:quick"), {}),
    "check_item": lambda w: _item(w, "kiem-tra"),  # of the land unit, which has its own officer
    "publish_item": _checked_item,
    "keep_marks": lambda w: (GET, reverse("catalog_desk:new_mark"), {}),
    "propose_stop": lambda w: (GET, "/admin/tam-ngung/create/", {}),
    "announce_stop": lambda w: (
        POST, f"/admin/tam-ngung/inspect/{w.stop().pk}/", {"action": "announce", "reason": "Đúng"}),
    "manage_plan": lambda w: (GET, reverse("plans:new"), {}),
    "report_difficulty": lambda w: (GET, reverse("plans:new_difficulty"), {}),
    "change_office": lambda w: (
        POST, f"/admin/don-vi/edit/{w.house.land_unit.pk}/", {"name": "Phòng Đất", "is_active": "on", "reason": "Đổi tên"}),
    "give_role": _role_of,
    "keep_account": lambda w: (
        POST, f"/admin/tai-khoan/inspect/{w.house.second_officer.pk}/", {"action": "disable", "reason": "Nghỉ việc"}),
    "let_go": lambda w: (
        POST, f"/admin/tai-khoan/inspect/{w.house.second_officer.pk}/", {"action": "leave", "reason": "Nghỉ việc"}),
    "reopen_idle": lambda w: (
        POST, reverse("idle_accounts:list"), {"tai-khoan": w.idle().pk, "reason": "Đi học về"}),
    "propose_review": lambda w: (POST, reverse("rights_review:list"), {"viec": "trinh"}),
    "confirm_review": lambda w: (w.review(), (POST, reverse("rights_review:list"), {"viec": "xac-nhan"}))[1],
    "propose_delegation": lambda w: (POST, reverse("delegations:list"), {"viec": "de-nghi"}),
    "confirm_delegation": lambda w: (
        POST, reverse("delegations:list"), {"viec": "xac-nhan", "so": w.delegation().pk}),
    "propose_reorganisation": lambda w: (POST, reverse("reorganisations:list"), {}),
    "confirm_reorganisation": lambda w: (POST, reverse("reorganisations:one", args=[w.reorganisation().pk]), {}),
}  # fmt: skip


def answer_of(world, act, column, person):
    """The status at the door, and what the knock left on record."""
    with undone():
        method, url, told = DOORS[act.name](world)
        client = enter(person)
        before = Entry.objects.count()
        response = getattr(client, method)(url, told)
        if response.streaming:
            b"".join(response.streaming_content)
        kinds = list(Entry.objects.order_by("seq").values_list("kind", flat=True)[before:])
    return response.status_code, kinds


#: What a cell promises under a condition that its row names: here it is not met, below it is.
CONDITIONAL = {("check_item", Role.FOCAL_OFFICER)}


def slips_of(world, columns_of):
    wrong, knocking = [], people.of(world.house)
    for number, act in enumerate(one for one in acts.acts() if one.name in DOORS):
        for column in columns_of(number):
            cell = Kind.NOTHING if (act.name, column) in CONDITIONAL else act.cell(column)
            status, kinds = answer_of(world, act, column, knocking[column])
            if (status in (403, 404)) != (cell == Kind.NOTHING):
                wrong.append((act.name, column, str(cell), status))
            elif cell == Kind.NOTHING and set(kinds) - {REFUSED_ATTEMPT}:
                wrong.append((act.name, column, str(cell), kinds))
    return wrong


def test_every_act_has_a_door_or_a_gate_here():
    assert {act.name for act in acts.acts()} == {*DOORS, *GATES}


def test_gates_say_what_the_cells_say():
    authority, unit = Authority(pk=1), Unit(pk=1)
    knocking, wrong = people.unsaved(authority, unit), []
    for act in acts.acts():
        for column in COLUMNS if act.name in GATES else ():
            if GATES[act.name](knocking[column], authority) != (act.cell(column) != Kind.NOTHING):
                wrong.append((act.name, column))
    assert wrong == []


@pytest.fixture
def world(db):
    cache.clear()
    return World()


def test_doors_of_acts_answer_what_their_cells_say_here_and_there(world):
    """Every act is knocked at by some who may and some who may not; the heavy test knocks at all cells."""
    found = acts.acts()

    def some(number):
        act = [one for one in found if one.name in DOORS][number]
        may = [column for column in COLUMNS if act.cell(column) != Kind.NOTHING]
        may_not = [column for column in COLUMNS if act.cell(column) == Kind.NOTHING]
        return {may[number % len(may)], may_not[number % len(may_not)], may_not[(number * 3 + 1) % len(may_not)]}

    assert not (wrong := slips_of(world, some)), "\n".join(map(str, wrong))


def test_the_focal_officer_checks_what_a_unit_without_officer_made(world):
    item = make_catalog.draft(
        world.house, by=world.other, originating_unit=UnitFactory(authority=world.house.authority)
    )
    url = reverse("catalog_desk:act", args=[item.code, "kiem-tra"])
    assert enter(world.house.officer).get(url).status_code == 200
    assert enter(world.house.originator).get(url).status_code == 404


@pytest.mark.heavy
def test_doors_of_acts_answer_what_every_cell_says(world):
    assert not (wrong := slips_of(world, lambda number: COLUMNS)), "\n".join(map(str, wrong))
