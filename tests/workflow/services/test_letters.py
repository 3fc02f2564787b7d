"""After a paper has left: its signed copy, its withdrawal, its replacement; the old one stays word for word (NĐ 30/2020)."""

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed
from tests.factories.core import make_house
from tests.factories.workflow import Case, stored_file
from tests.workflow.services.record import last_act
from workflow.choices import FileState, LetterState, RecallState, Status
from workflow.models import Letter, LetterRecall
from workflow.register import papers
from workflow.services import letters
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def case(house):
    """A refusal that has left under number 805."""
    return Case.sent(house).accept().propose_to_refuse().approve().issue(number="805")


def paper(case):
    return case.now.letters.get(number="805")


def propose(case, kind="WITHDRAW", **words):
    words = {"letter": words.get("letter") or paper(case)} | words
    given = {"kind": kind, "reason": "Ghi sai căn cứ", "by": case.house.officer}
    return case.do(letters.propose_recall, **given | words)


def decide(case, **words):
    given = {"recall": LetterRecall.objects.latest("pk"), "by": case.house.signer}
    return case.do(letters.approve_recall, **given | words)


def replaced(case, **words):
    decide(propose(case, "REPLACE"))
    given = {"letter": case.letter(), "number": "809", "symbol": "TB-SXD", "by": case.house.registry}
    return case.do(letters.issue_replacement, **given | words)


# --- withdrawn -----------------------------------------------------------------------------------------------------
def test_a_paper_is_withdrawn_by_two_people_and_stays_as_it_left(case):
    before = Letter.objects.filter(pk=paper(case).pk).values().get()
    decide(propose(case))
    recall = LetterRecall.objects.get()
    assert (recall.state, recall.decided_by, recall.done_at) == (RecallState.DONE, case.house.signer, case.at)
    assert Letter.objects.filter(pk=paper(case).pk).values().get() == before
    assert (case.now.status, last_act(case)["kind"]) == (Status.REFUSED, "request.letter_withdrawn")
    assert last_act(case)["data"]["number"] == "805/TB-SXD"
    assert Letter.objects.with_end().get(pk=before["id"]).end_reason == "Ghi sai căn cứ"
    assert verify().problem is None


def test_who_proposed_never_decides(case):
    case.house.give(case.house.officer, "SIGNER")
    propose(case)
    with pytest.raises(NotAllowed, match="không được tự duyệt"):
        decide(case, by=case.house.officer)
    with pytest.raises(NotAllowed):
        decide(case, by=case.house.registry)
    recall = LetterRecall.objects.get()
    recall.state, recall.decided_by, recall.decided_at = RecallState.APPROVED, recall.proposed_by, case.at
    with pytest.raises(IntegrityError), transaction.atomic():
        recall.save()


def test_a_recall_may_be_declined_with_a_reason_and_asked_again(case):
    propose(case)
    with pytest.raises(DomainError) as silent:
        decide(case, approved=False)
    assert silent.value.field == "decline_reason"
    decide(case, approved=False, decline_reason="Căn cứ đúng")
    with pytest.raises(ImpossibleMove):
        decide(case)
    propose(case)
    with pytest.raises(DomainError) as twice:
        propose(case)
    assert twice.value.field == "letter"


def test_what_cannot_be_recalled_is_said(case):
    with pytest.raises(DomainError) as bare:
        propose(case, reason=" ")
    assert bare.value.field == "reason"
    other = Case.sent(case.house).accept().propose_to_refuse().approve()
    with pytest.raises(ImpossibleMove):
        other.do(letters.propose_recall, letter=other.letter(), kind="WITHDRAW", reason="x", by=case.house.officer)
    extended = Case.sent(case.house).accept().extended()
    with pytest.raises(ImpossibleMove):
        propose(extended, letter=paper(case))


# --- replaced ------------------------------------------------------------------------------------------------------
def test_a_replacement_names_the_old_paper_and_moves_nothing_else(case):
    before = (case.now.status, case.now.outcome_on, case.now.due_on)
    new = replaced(case).last
    assert (new.replaces, new.form, new.label, new.state) == (paper(case), "REFUSAL", "809/TB-SXD", LetterState.ISSUED)
    assert "Văn bản này thay thế văn bản số 805/TB-SXD ngày 02/11/2026." in new.html
    assert LetterRecall.objects.get().state == RecallState.DONE
    assert (case.now.status, case.now.outcome_on, case.now.due_on) == before
    assert last_act(case)["data"]["replaces"] == "805/TB-SXD"
    assert verify().problem is None
    book = papers.OUTGOING.of(case.house.registry, case.house.authority, papers.Chosen(2026))
    notes = [papers.OUTGOING.columns[-1].read(row) for row in book]
    assert notes == ["đã thay thế ngày 02/11/2026", "thay thế số 805/TB-SXD"]


def test_a_replacing_draft_is_issued_by_its_own_act_only(case):
    open_case = Case.sent(case.house).accept().extended()
    letter = open_case.now.letters.get(form="EXTENSION")
    decide(propose(open_case, "REPLACE", letter=letter))
    draft = open_case.letter()
    with pytest.raises(ImpossibleMove):
        open_case.issue()
    with pytest.raises(ImpossibleMove):
        case.do(letters.issue_replacement, letter=draft, number="809", symbol="TB-SXD", by=case.house.registry)
    other = replaced(case)
    with pytest.raises(ImpossibleMove):
        other.do(letters.issue_replacement, letter=other.last, number="810", symbol="TB-SXD", by=case.house.registry)
    open_case.withdraw()
    draft.refresh_from_db()
    assert draft.state == LetterState.DRAFT  # the end of the case drops only what would have moved it


def test_a_replacement_may_come_with_its_signed_copy(case):
    new = replaced(case, file=stored_file()).last
    assert new.signed_file.role == "SIGNED"


# --- the signed copy -----------------------------------------------------------------------------------------------
def test_the_signed_copy_of_an_issued_paper_is_kept_beside_it(case):
    file = stored_file("ban-ky.pdf")
    case.do(letters.attach_signed, letter=paper(case), file=file, by=case.house.registry)
    assert paper(case).signed_file.sha256 == file.sha256
    assert last_act(case)["data"]["sha256"] == file.sha256
    assert paper(case).html
    for wrong in (None, stored_file()):
        if wrong is not None:
            wrong = type(wrong)(**vars(wrong) | {"content_type": "image/png"})
        with pytest.raises(DomainError) as slip:
            case.do(letters.attach_signed, letter=paper(case), file=wrong, by=case.house.registry)
        assert slip.value.field == "file"


def test_the_requester_fetches_the_signed_copy_once_it_is_clean(case, client):
    file = stored_file("ban-ky.pdf", state=FileState.QUARANTINE)
    (settings.PRIVATE_ROOT / file.path).parent.mkdir(parents=True, exist_ok=True)
    (settings.PRIVATE_ROOT / file.path).write_bytes(b"%PDF-1.7 signed")
    case.do(letters.attach_signed, letter=paper(case), file=file, by=case.house.registry)
    client.post(reverse("workflow:lookup"), {"number": case.now.code, "code": case.code})
    url = reverse("workflow:case_letter_pdf", args=[paper(case).pk])
    assert b"signed" not in b"".join(client.get(url).streaming_content)
    signed = paper(case).signed_file
    signed.state = FileState.CLEAN
    signed.save()
    assert b"".join(client.get(url).streaming_content) == b"%PDF-1.7 signed"


# --- what people see -----------------------------------------------------------------------------------------------
def test_the_requester_is_told_and_reads_the_old_words(case, client):
    replaced(case)
    client.post(reverse("workflow:lookup"), {"number": case.now.code, "code": case.code})
    page = client.get(reverse("workflow:case")).content.decode()
    assert "đã được thay thế ngày 02/11/2026. Lý do: Ghi sai căn cứ" in page
    old = client.get(reverse("workflow:case_letter", args=[paper(case).pk])).content.decode()
    assert "Văn bản đã được thay thế bằng văn bản số 809/TB-SXD." in old
    assert "Số: 805/TB-SXD" in old


def test_the_desk_leads_two_people_through_it(case, client):
    house, code = case.house, case.now.code

    def as_(person):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    def push(person, slug, **words):
        return as_(person).post(reverse("desk:move", args=[code, slug]), {"seen": case.now.version} | words)

    letter = paper(case)
    assert "Chọn thu hồi hay thay thế." in push(house.officer, "thu-hoi", letter=letter.pk).content.decode()
    assert push(house.officer, "thu-hoi", letter=letter.pk, kind="REPLACE", reason="Sai tên").status_code == 302
    assert "Chờ duyệt thu hồi, thay thế văn bản" in as_(house.signer).get("/admin/cho-ky/").content.decode()
    recall = LetterRecall.objects.get()
    assert "Sai tên" in as_(house.signer).get(reverse("desk:move", args=[code, "duyet-thu-hoi"])).content.decode()
    assert push(house.signer, "duyet-thu-hoi", recall=recall.pk, approved="yes").status_code == 302
    assert "thay thế số 805/TB-SXD" in as_(house.registry).get("/admin/cho-phat-hanh/").content.decode()
    draft = case.letter()
    words = {"letter": draft.pk, "number": "812", "symbol": "TB-SXD", "issued_on": "22/11/2026"}
    page = as_(house.registry).get(reverse("desk:move", args=[code, "phat-hanh-thay-the"])).content.decode()
    assert "TB-" in page
    assert push(house.registry, "phat-hanh-thay-the", **words).status_code in (200, 302)
    assert "đã thay thế" in as_(house.officer).get(reverse("desk:case", args=[code])).content.decode()
