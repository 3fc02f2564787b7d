"""An answer given to one citizen is opened to all: without them, by two people, found as a published answer."""

from io import BytesIO

import pytest
from django.conf import settings
from django.urls import reverse
from pypdf import PdfWriter

from catalog.completeness import Incomplete
from catalog.models import InformationItem, PublicEntry
from catalog.services import checking, drafts, publishing
from cms.core.dates import short, today
from cms.core.errors import DomainError, NotAllowed
from tests.factories import catalog, dirty_files
from tests.factories.core import make_house
from tests.factories.moments import moment
from tests.factories.workflow import Case, stored_file
from workflow.services import opening
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db
WORDS = {
    "title": "Quy hoạch sử dụng đất của xã Suối Vàng",
    "text": "Quy hoạch được phê duyệt tại Quyết định số 12/QĐ-UBND; bản đồ ở tệp kèm theo.",
    "info_class": "MAY_PUBLISH",
    "category": "",
}


def pdf(**properties):
    """One empty page whose properties name whoever wrote it."""
    writer, stream = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": "Trần Thị Lan"} | properties)
    writer.write(stream)
    return stream.getvalue()


@pytest.fixture
def house(db):
    return make_house()


@pytest.fixture
def case(house):
    """Answered at once with a file whose name and properties name people."""
    given = stored_file("tra-loi-ba-Nguyen-Thi-Men.pdf", content=pdf())
    path = settings.PRIVATE_ROOT / given.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pdf())
    return Case.sent(house, on=short(today())).accept().provide_at_once(files=(given,))


def opened(house, case, **words):
    told = WORDS | {"unit": house.land_unit} | words
    return opening.open_to_all(info_request=case.now, seen=None, by=house.officer, at=case.at, **told)


def published(house, case, item):
    item = checking.check(item=item, seen=None, no_secret=True, no_personal=True, by=house.originator, at=case.at)
    return publishing.publish(item=item, seen=None, by=house.head, at=case.at)


def test_from_one_to_all(house, case, client):
    item = opened(house, case, attachments=opening.given_files(case.now))
    file = item.files.get()
    assert file.name == "quy-hoach-su-dung-dat-cua-xa-suoi-vang.pdf"
    assert "Trần Thị Lan".encode() not in (settings.PRIVATE_ROOT / file.path).read_bytes()
    assert not item.live
    item = published(house, case, item)

    page = client.get(reverse("catalog:item", args=[house.authority.code, item.code])).content.decode()
    assert "Câu trả lời đã công bố" in page
    for word in (case.now.code, "Mến", "Men.pdf"):
        assert word not in page
    entry = PublicEntry.objects.get(key=f"item:{item.pk}")
    assert entry.kind == "ANSWER"
    assert case.now.code not in f"{entry.title} {entry.body} {entry.address}"
    found = client.get(reverse("home:search"), {"q": "quy hoạch sử dụng đất", "loai": "tra-loi"}).content.decode()
    assert item.code in found

    client.force_login(house.officer, backend="django.contrib.auth.backends.ModelBackend")
    desk_item, desk_case = reverse("catalog_desk:item", args=[item.code]), reverse("desk:case", args=[case.now.code])
    assert desk_case in client.get(desk_item).content.decode()
    assert desk_item in client.get(desk_case).content.decode()
    client.force_login(house.editor, backend="django.contrib.auth.backends.ModelBackend")
    assert case.now.code not in client.get(desk_item).content.decode()  # sees the item, not the case


@pytest.mark.parametrize(
    ("field", "words", "what"),
    [
        ("title", "Trả lời bà NGUYỄN THỊ MẾN", "họ tên"),
        ("text", "Liên hệ 0912 345 678 để biết thêm", "số điện thoại"),
        ("text", "Nhà số 12, đường Lê Lợi", "địa chỉ"),
        ("text", "Căn cước 001185000417", "số giấy tờ"),
        ("text", "Hỏi lại men@example.vn", "thư điện tử"),
    ],
)
def test_words_that_lead_back_are_refused_where_they_stand(house, case, field, words, what):
    with pytest.raises(DomainError, match=what) as slip:
        opened(house, case, **{field: words})
    assert slip.value.field == field
    assert not InformationItem.objects.exists()


def test_the_number_of_the_case_and_the_words_of_a_file_lead_back_too(house, case):
    with pytest.raises(DomainError, match="số hồ sơ"):
        opened(house, case, text=f"Theo hồ sơ {case.now.code}")
    with pytest.raises(DomainError, match="họ tên") as slip:
        opened(house, case, uploads=[("tra-loi.txt", "Kính gửi bà Nguyễn Thị Mến".encode())])
    assert slip.value.field == "files"
    with pytest.raises(DomainError, match="họ tên"):
        opened(house, case, uploads=[("don.pdf", pdf(**{"/Title": "Đơn của bà Nguyễn Thị Mến"}))])
    with pytest.raises(DomainError, match="còn dữ liệu ẩn"):
        opened(house, case, uploads=[("duoi-o-den.pdf", dirty_files.under_a_box())])
    with pytest.raises(DomainError):
        opened(house, case, uploads=[("may.exe", b"MZ")])


def test_without_any_file_the_text_itself_is_the_file(house, case):
    item = published(house, case, opened(house, case))
    assert (settings.PRIVATE_ROOT / item.files.get().path).read_text() == WORDS["text"]


def test_no_later_door_lets_a_name_or_an_unclean_file_through(house, case):
    """The draft may be edited at the catalog's desk, where nobody thinks of the case any more."""
    item = opened(house, case)
    item = drafts.edit(item=item, seen=None, facts={"keywords": "Nguyễn Thị Mến"}, by=house.officer, at=case.at)
    with pytest.raises(Incomplete, match="họ tên"):
        checking.check(item=item, seen=None, no_secret=True, no_personal=True, by=house.originator, at=case.at)
    unclean = catalog.a_file("ban-do.pdf", pdf())
    item = drafts.edit(item=item, seen=None, facts={"keywords": ""}, files=[unclean], by=house.officer, at=case.at)
    with pytest.raises(Incomplete, match=r"ban-do\.pdf: còn dữ liệu ẩn: .*người soạn"):
        checking.check(item=item, seen=None, no_secret=True, no_personal=True, by=house.originator, at=case.at)
    assert not InformationItem.objects.get().live


def test_only_what_was_given_and_only_by_the_focal_unit(house, case):
    with pytest.raises(NotAllowed):
        opening.open_to_all(
            info_request=case.now, seen=None, by=house.originator, at=case.at, unit=house.land_unit, **WORDS
        )
    with pytest.raises(ImpossibleMove):
        opened(house, Case.sent(house, on=short(today())))
    item = opened(house, case)
    with pytest.raises(NotAllowed):  # nobody alone
        item = checking.check(item=item, seen=None, no_secret=True, no_personal=True, by=house.originator, at=case.at)
        publishing.publish(item=item, seen=None, by=house.originator, at=moment(f"{short(today())} 23:00"))


def test_the_desk_keeps_what_was_typed(house, case, client):
    client.force_login(house.officer, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("desk:move", args=[case.now.code, "mo-cho-moi-nguoi"])
    assert url in client.get(reverse("desk:case", args=[case.now.code])).content.decode()
    assert client.get(url).status_code == 200
    form = WORDS | {"seen": case.now.version, "unit": house.land_unit.pk, "links": ""}
    wrong = client.post(url, form | {"text": "Bà Nguyễn Thị Mến đã hỏi về quy hoạch"})
    assert wrong.status_code == 200
    assert "đã hỏi về quy hoạch" in wrong.content.decode()
    given = opening.given_files(case.now).get()
    assert client.post(url, form | {"attachments": [given.pk]}).status_code == 302
    assert InformationItem.objects.get().from_answer
