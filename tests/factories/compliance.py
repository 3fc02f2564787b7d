"""A house that meets every obligation, so that a test can take one thing away."""

from datetime import date, timedelta

from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Page, Site

from catalog.models import PublicServiceUnit
from home.models import (
    AdministrativeProcedurePage,
    AuthorityPage,
    CommunicationActivity,
    CommunicationPage,
    FeedbackPage,
    FormFile,
    FormsPage,
    HomePage,
    QuestionsPage,
    RegulationPage,
    RegulationVersion,
    SeatMeans,
    StatisticsPage,
)
from tests.factories import catalog
from tests.factories.moments import day, moment

TODAY = day("22/11/2026")
AT = moment("22/11/2026 09:00")
WORDS = [{"type": "text", "value": "<p>Cơ quan trả lời bạn trong thời hạn của luật.</p>"}]


def a_document(title="Quy chế", content=b"Noi dung", name="quy-che.txt"):
    document = Document(title=title, file=ContentFile(content, name))
    document.save()
    return document


def section(authority) -> AuthorityPage:
    """The authority's own page, below the front page; nothing below it yet."""
    root = Page.get_first_root_node()
    home = HomePage.objects.first()
    if home is None:
        for stray in root.get_children():
            stray.delete()
        root = Page.get_first_root_node()
        home = root.add_child(instance=HomePage(title="Trang chủ", slug="trang-chu"))
        Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    return home.add_child(instance=AuthorityPage(title=authority.name, slug=authority.code, authority=authority))


def add_page(parent, model, **fields):
    title = str(model._meta.verbose_name)
    return parent.add_child(instance=model(title=title, last_published_at=AT, **fields))


def add_pages(authority) -> dict:
    """Every page that an obligation is judged by, each with something to read; by model name."""
    parent, document = section(authority), a_document()
    pages = [
        add_page(parent, model, body=WORDS)
        for model in (AdministrativeProcedurePage, QuestionsPage, StatisticsPage, FeedbackPage)
    ]
    regulation = add_page(parent, RegulationPage)
    RegulationVersion.objects.create(
        page=regulation,
        number="52/QĐ-UBND",
        title="Quy chế cung cấp thông tin",
        issued_on=date(2026, 9, 28),
        effective_from=date(2026, 10, 1),
        document=document,
    )
    forms = add_page(parent, FormsPage)
    FormFile.objects.create(page=forms, form_code="01a", document=document)
    communication = add_page(parent, CommunicationPage)
    CommunicationActivity.objects.create(
        page=communication,
        title="Họp thôn Bến Nứa",
        form="MEETING",
        held_on=date(2026, 10, 20),
        audience="Người dân trong thôn",
        place="Nhà văn hóa",
    )
    return {type(page).__name__: page for page in [*pages, regulation, forms, communication]}


def train(focal_point):
    focal_point.decision_number, focal_point.decision_on = "41/QĐ-UBND", date(2026, 9, 3)
    focal_point.background, focal_point.trained_on = "LAW", date(2026, 10, 12)
    focal_point.save()


def add_lists(house) -> dict:
    """One row in each list, and one old document that the law of 2026 newly requires, already public."""
    unit = PublicServiceUnit.objects.create(
        authority=house.authority,
        name="Trạm Y tế xã",
        name_order="tram y te xa",
        field="HEALTH",
        service="Khám bệnh, chữa bệnh ban đầu",
        address="Thôn Bến Nứa",
        entered_by=house.officer,
        entered_at=AT,
        confirmed_by=house.head,
        confirmed_at=AT,
    )
    old = {"category": "PUB26_S", "title": "Quy trình dịch vụ công", "created_on": date(2025, 5, 5)}
    old["rule_set"] = catalog.rule_set_on(TODAY)
    return {
        "item": catalog.published(house),
        "old": catalog.published(house, **old),
        "conditional": catalog.conditional(house),
        "service_unit": unit,
    }


def add_means(authority) -> SeatMeans:
    means = SeatMeans(
        authority=authority, reading_place="Phòng 105", devices="1 máy tính có mạng", aids="Lối lên xe lăn, kính lúp"
    )
    means.save()
    return means


def fill(house) -> dict:
    """Meet every obligation; returns pages by model name and the rows of the lists."""
    train(house.focal_point)
    add_means(house.authority)
    return add_pages(house.authority) | add_lists(house)


def in_days(count: int) -> date:
    return TODAY + timedelta(days=count)
