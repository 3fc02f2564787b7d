"""What is read from the database: drafts, empty files and hidden rows count for nothing; 200 authorities cost what two do."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfWriter

from catalog import queries
from catalog.services import publishing
from cms.core.models import Authority
from home.compliance import documents, list_facts
from home.compliance.board import board_of, boards_of
from home.compliance.states import State
from home.models import DocumentLook, FormFile
from tests.factories import compliance
from tests.factories.catalog import as_now, draft
from tests.factories.compliance import AT, TODAY, a_document, add_page, fill, section
from tests.factories.core import AuthorityFactory, FocalPointFactory, make_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return make_house(commune=True, code="suoi-vang", short_name="Xã Suối Vàng")


def states(authority, day=TODAY) -> dict:
    return {one.code: one.state for one in board_of(authority, day).standings}


def test_a_new_authority_has_nothing_and_a_filled_one_everything(house):
    empty = AuthorityFactory(first_instance="")
    assert set(states(empty).values()) == {State.MISSING}
    fill(house)
    assert set(states(house.authority).values()) == {State.IN_ORDER}


def test_what_is_taken_away_is_missing_at_once(house):
    made = fill(house)

    def drop(kind):
        made[kind].unpublish()

    def clear(kind):
        made[kind].body = []
        made[kind].save()

    def shift(**fields):
        for name, value in fields.items():
            setattr(house.focal_point, name, value)
        house.focal_point.save()

    def blank_means():
        house.authority.seat_means.aids = ""
        house.authority.seat_means.save()

    def withdraw(name):
        item = made[name]
        item.refresh_from_db()
        publishing.withdraw(item=item, seen=item.version, reason="Đăng nhầm", by=as_now(house.officer), at=AT)

    def forget_unit():
        made["service_unit"].is_active = False
        made["service_unit"].save()

    def empty_form():
        FormFile.objects.create(page=made["FormsPage"], form_code="06", document=a_document(content=b""))

    for code, act, expected in (
        ("REGULATION", lambda: drop("RegulationPage"), State.MISSING),
        ("PROCEDURE", lambda: clear("AdministrativeProcedurePage"), State.EMPTY),
        ("GUIDES", lambda: clear("QuestionsPage"), State.EMPTY),
        ("STATISTICS", lambda: drop("StatisticsPage"), State.MISSING),
        ("COMPLAINTS", lambda: drop("FeedbackPage"), State.MISSING),
        ("COMMUNICATION", lambda: made["CommunicationPage"].activities.all().delete(), State.EMPTY),
        ("FORMS", empty_form, State.EMPTY),
        ("ADDRESS", lambda: shift(email=""), State.EMPTY),
        ("TRAINING", lambda: shift(trained_on=None), State.MISSING),
        ("FOCAL_POINT", lambda: shift(place=""), State.EMPTY),
        ("SEAT_MEANS", blank_means, State.EMPTY),
        ("CONDITIONAL_LIST", lambda: withdraw("conditional"), State.EMPTY),
        ("SERVICE_UNITS", forget_unit, State.EMPTY),
    ):
        before = states(house.authority)
        act()
        after = states(house.authority)
        assert (before[code], after[code]) == (State.IN_ORDER, expected), code
        assert {other for other in after if after[other] != before[other]} == {code}


def test_an_emptied_catalog_empties_every_list_of_it(house):
    made = fill(house)
    for name in ("item", "old"):
        made[name].refresh_from_db()
        publishing.withdraw(item=made[name], seen=made[name].version, reason="Sai", by=as_now(house.officer), at=AT)
    found = states(house.authority)
    assert found["PUBLICATION_LIST"] == found["PUBLISHED_LIST"] == State.EMPTY


def test_a_draft_of_old_information_keeps_the_backlog_open(house):
    made = fill(house)
    draft(
        house,
        category="PUB26_O",
        title="Điều kiện bảo đảm chất lượng trường Bến Nứa",
        created_on=compliance.date(2025, 8, 1),
        rule_set=made["item"].rule_set,
    )
    found = board_of(house.authority, TODAY).of("BACKLOG")
    assert found.state == State.DUE
    assert found.words == "Còn 1 trong 2 mục cũ chưa công khai. Phải xong trước hết ngày 01/03/2027."


def test_a_late_row_makes_the_list_due(house):
    fill(house)
    late = draft(house, title="Bảng giá đất năm 2025", created_on=compliance.date(2026, 10, 1))
    assert late.due_on < TODAY
    assert board_of(house.authority, TODAY).of("PUBLICATION_LIST").state == State.DUE
    assert board_of(house.authority, late.due_on).of("PUBLICATION_LIST").state == State.IN_ORDER


def test_lists_count_what_their_public_pages_show(house):
    made = fill(house)
    draft(house, title="Chưa đăng")
    facts = list_facts.of([house.authority.pk], TODAY)[house.authority.pk]
    for name, rows in (
        ("must_publish", queries.must_publish),
        ("published", queries.already_public),
        ("conditional", queries.conditional),
    ):
        assert getattr(facts, name).shown == rows(house.authority, TODAY).count() > 0, name
    assert facts.service_units.shown == queries.service_units(house.authority).count() == 1
    assert facts.backlog.shown == 1
    assert made["old"].category == "PUB26_S"


# --- files -------------------------------------------------------------------------------------------------------
def docx(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:document>")
    return stream.getvalue()


def blank_pdf() -> bytes:
    stream, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "holds"),
    [
        ("trong.txt", b"", False),
        ("trang.txt", b" \r\n\t", False),
        ("chu.txt", "Mẫu 01a".encode(), True),
        ("trong.docx", docx(" "), False),
        ("chu.docx", docx("Phiếu yêu cầu"), True),
        ("trong.pdf", blank_pdf(), False),
        ("hong.pdf", b"%PDF-1.4 broken", False),
        ("hong.docx", b"PK\x03\x04broken", False),
    ],
)
def test_a_file_without_content_is_no_regulation(house, name, content, holds):
    page = add_page(section(house.authority), compliance.RegulationPage)
    compliance.RegulationVersion.objects.create(
        page=page,
        number="1/QĐ",
        title="Quy chế",
        issued_on=TODAY,
        effective_from=TODAY,
        document=a_document(content=content, name=name),
    )
    assert states(house.authority)["REGULATION"] == (State.IN_ORDER if holds else State.EMPTY)


def test_a_replaced_file_is_looked_at_anew_also_by_the_worker():
    document = a_document(content=b"")
    assert not document.look.has_content
    DocumentLook.objects.all().delete()
    document.file.save("khac.txt", ContentFile(b"Noi dung"), save=False)
    type(document).objects.filter(pk=document.pk).update(file=document.file.name)
    assert documents.look_at_new(AT) == 1
    assert documents.look_at_new(AT) == 0
    assert DocumentLook.objects.get().has_content


def test_a_page_of_nothing_but_an_empty_file_is_empty(house):
    parent = section(house.authority)
    for content, state in ((b"", State.EMPTY), (b"Noi dung", State.IN_ORDER)):
        rows = [{"document": a_document(content=content).pk, "title": ""}]
        page = add_page(
            parent,
            compliance.QuestionsPage,
            body=[{"type": "documents", "value": {"title": "", "documents": rows}}],
            slug=f"hoi-dap-{len(content)}",
        )
        assert states(house.authority)["GUIDES"] == state
        page.delete()


# --- cost --------------------------------------------------------------------------------------------------------
def test_the_table_of_many_authorities_costs_what_that_of_few_does(house):
    fill(house)
    first = counted()
    for _number in range(8):
        FocalPointFactory()
    assert counted() == first
    assert first <= 15


def counted() -> int:
    authorities = list(Authority.objects.all())
    with CaptureQueriesContext(
        connection,
    ) as told:
        boards = boards_of(authorities, TODAY)
    assert len(boards) == len(authorities)
    return len(told)
