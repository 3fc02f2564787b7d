"""The start page and the menu show each person what waits for them, and only what they may use."""

import re
from copy import deepcopy
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.menu import admin_menu

from cms.core.dates import today
from cms.core.roles import Role
from home.models import InformationPage
from home.models.planned_stop import StopKind
from home.stops import services
from tests.factories.core import UserFactory, give_role, make_person
from tests.home.moderating import action_url, approve, bare, build, seat, section, write

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def built(kept_for_the_file):
    with pytest.MonkeyPatch.context() as patch:
        bare(patch)
        made = section("suoi-vang")
        build(made)
    return made


@pytest.fixture
def here(built, db, monkeypatch):
    cache.clear()
    bare(monkeypatch)
    return deepcopy(built)


def start(user) -> str:
    response = seat(user).get(reverse("wagtailadmin_home"))
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode().replace("\u00a0", " "))


def test_each_sees_their_side_of_the_same_page(here):
    page = write(here.editor, here.page)
    assert "Đang chờ duyệt" in start(here.editor)
    assert "Đọc và duyệt" not in start(here.editor)
    for publisher in (here.publisher, here.second_publisher):
        assert "Đọc và duyệt" in start(publisher)
    seat(here.publisher).post(action_url(page, "reject"), {"comment": "Thiếu giờ buổi chiều"})
    sent_back = start(here.editor)
    assert "Được yêu cầu sửa" in sent_back
    assert "“Thiếu giờ buổi chiều”" in sent_back
    assert "Đọc và duyệt" not in start(here.publisher)


def test_own_work_does_not_wait_for_oneself(here):
    write(here.publisher, here.page)
    mine = start(here.publisher)
    assert "Đọc và duyệt" not in mine
    assert "Đang chờ duyệt" in mine
    assert "Đọc và duyệt" in start(here.second_publisher)


def test_a_draft_waits_for_its_writer_alone(here):
    write(here.editor, here.page, submit=False)
    assert "Viết tiếp" in start(here.editor)
    assert "Viết tiếp" not in start(here.publisher)


def test_other_authorities_work_does_not_show(here):
    there = section("hoa-sen")
    build(there)
    write(here.editor, here.page, title="Lịch tiếp công dân")
    assert "Lịch tiếp công dân" not in start(there.publisher)


def test_pages_due_for_review_show_by_their_day(here):
    page = write(here.editor, here.page)
    approve(here.publisher, page)
    page = InformationPage.objects.get(pk=page.pk)
    for days, words in ((-1, "Quá hạn"), (10, "Sắp đến hạn")):
        page.review_due_on = today() + timedelta(days=days)
        page.save()
        for person in (here.editor, here.publisher):
            assert "Đến kỳ rà soát" in start(person)
            assert words in start(person)
    page.review_due_on = today() + timedelta(days=100)
    page.save()
    assert "Đến kỳ rà soát" not in start(here.editor)


def test_a_stop_waits_for_who_may_announce_it(here):
    at = timezone.now()
    head = make_person("Lương Văn Đỉnh", Role.HEAD, authority=here.authority)
    services.propose(
        authority=here.authority,
        kind=StopKind.EMERGENCY,
        services="gửi yêu cầu",
        reason="Mất điện",
        starts_at=at,
        returns_at=at + timedelta(hours=3),
        by=here.publisher,
        at=at,
    )
    for person in (here.second_publisher, head):
        assert "Xem và duyệt" in start(person)
    for person in (here.publisher, here.editor):
        assert "Xem và duyệt" not in start(person)


def test_who_has_a_desk_keeps_it_and_finds_the_pages_below(here):
    give_role(here.editor, Role.FOCAL_OFFICER, here.authority)
    write(here.editor, here.page, submit=False)
    both = start(here.editor)
    assert both.index("Cần tôi làm") < both.index("Viết tiếp")


def test_an_empty_start_page_says_so(here):
    assert "Không có trang nào chờ ông/bà lúc này" in start(here.editor)
    assert "Không có trang nào chờ ông/bà duyệt" in start(here.publisher)


#: Wagtail's own entries by their names: what they are called is the catalogue's matter.
WAGTAILS = {"explorer", "images", "documents", "reports", "settings", "snippets", "help"}
_CASES = ["Phải công khai", "Mẫu câu chữ", "Lịch và thời hạn"]
_PLANS = ["Kế hoạch", "Báo cáo", *_CASES]
_PAGES = [
    "Việc của tôi",
    "Phải công khai",
    "explorer",
    "images",
    "documents",
    "Tạm ngừng",
    "Ý kiến về trang",
    "reports",
]
MENUS = {
    Role.EDITOR: [*_PAGES, "Danh mục"],
    Role.PUBLISHER: [*_PAGES, "Danh mục", "Chờ duyệt đăng"],
    Role.ADMINISTRATOR: [
        "Ủy quyền khi nghỉ",
        "Kiểm tra",
        "Việc của tôi",
        *_PLANS,
        "Tạm ngừng",
        "Ý kiến về trang",
        "Cơ quan",
        "Bảng quyền",
        "Rà soát quyền",
        "Sắp xếp cơ quan",
        "Nhật ký",
        "Điểm kiểm chứng",
    ],
    Role.HEAD: [
        "Ủy quyền khi nghỉ",
        "Kiểm tra",
        "Việc của tôi",
        "Chờ tôi ký",
        "Hồ sơ",
        "Kiến nghị đính chính",
        "Khiếu nại",
        "Sổ theo dõi",
        "Sổ văn bản",
        "Thống kê",
        *_PLANS,
        "Tạm ngừng",
        "Ý kiến về trang",
        "Danh mục",
        "Nhật ký",
        "Tài khoản tạm khóa",
        "Rà soát quyền",
        "Lưu trữ, xóa",
    ],
    Role.AUDITOR: [
        "Kiểm tra",
        "Hồ sơ",
        "Kiến nghị đính chính",
        "Khiếu nại",
        "Sổ theo dõi",
        "Sổ văn bản",
        "Thống kê",
        *_PLANS,
        "Tạm ngừng",
        "Ý kiến về trang",
        "Cơ quan",
        "Bảng quyền",
        "Rà soát quyền",
        "Danh mục",
        "Nhật ký",
        "Điểm kiểm chứng",
        "Lưu trữ, xóa",
    ],
    Role.JUSTICE: [
        "Kiểm tra",
        "Hồ sơ",
        "Kiến nghị đính chính",
        "Sổ theo dõi",
        "Sổ văn bản",
        "Thống kê",
        *_PLANS,
        "Tạm ngừng",
        "Ý kiến về trang",
        "Cơ quan",
        "Bảng quyền",
        "Rà soát quyền",
        "Danh mục",
        "Nhật ký",
        "Điểm kiểm chứng",
        "Lưu trữ, xóa",
    ],
    Role.FOCAL_OFFICER: [
        "Ủy quyền khi nghỉ",
        "Kiểm tra",
        "Việc của tôi",
        "Hồ sơ",
        "Kiến nghị đính chính",
        "Khiếu nại",
        "Sổ theo dõi",
        "Sổ văn bản",
        "Thống kê",
        "Nhập phiếu giấy",
        "Rà tệp",
        "Bàn giao",
        *_PLANS,
        "Danh mục",
        "Lưu trữ, xóa",
    ],
    Role.SIGNER: [
        "Ủy quyền khi nghỉ",
        "Việc của tôi",
        "Chờ tôi ký",
        "Hồ sơ",
        "Kiến nghị đính chính",
        "Khiếu nại",
        "Sổ theo dõi",
        "Sổ văn bản",
        "Thống kê",
        *_PLANS,
    ],
    Role.REGISTRY: [
        "Ủy quyền khi nghỉ",
        "Việc của tôi",
        "Chờ phát hành",
        "Hồ sơ",
        "Kiến nghị đính chính",
        "Khiếu nại",
        "Sổ theo dõi",
        "Sổ văn bản",
        "Thống kê",
        "Nhập phiếu giấy",
        *_PLANS,
    ],
    Role.CASHIER: [
        "Ủy quyền khi nghỉ",
        "Việc của tôi",
        "Hồ sơ",
        "Kiến nghị đính chính",
        "Khiếu nại",
        "Sổ theo dõi",
        "Thống kê",
        *_CASES,
    ],
    Role.DATA_OFFICER: [
        "Ủy quyền khi nghỉ",
        "Hồ sơ",
        "Kiến nghị đính chính",
        "Khiếu nại",
        "Sổ theo dõi",
        "Thống kê",
        *_CASES,
        "Nhật ký",
        "Lưu trữ, xóa",
    ],
}


def menu_of(rf, user) -> list[str]:
    """What the person's menu holds, whatever its order."""
    request = rf.get("/admin/")
    request.user = user
    items = admin_menu.menu_items_for_request(request)
    return sorted(item.name if item.name in WAGTAILS else str(item.label) for item in items)


def test_the_menu_of_each_role_holds_what_it_may_use(rf, here):
    for role, expected in MENUS.items():
        person = UserFactory()
        give_role(person, role, here.authority)
        assert menu_of(rf, person) == sorted(expected), role


def test_what_the_menu_offers_opens(rf, here):
    for person in (here.editor, here.publisher):
        request = rf.get("/admin/")
        request.user = person
        me = seat(person)
        for item in admin_menu.menu_items_for_request(request):
            url = item.render_component(request).__dict__.get("url")
            if url:
                assert me.get(url, follow=True).status_code == 200, url
