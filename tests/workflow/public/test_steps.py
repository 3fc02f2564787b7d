"""Which pages a person meets: every branch, the way back, and the check page."""

import pytest

from tests.workflow.public.walking import ANSWERS, errors_of, text_of

pytestmark = pytest.mark.django_db

PLAIN = ["thong-tin", "tu-cach", "dong-y", "nguoi-yeu-cau", "lien-he", "cach-nhan", "ly-do", "tai-lieu"]


def with_after(slug, *more):
    """The plain way with further pages behind one of its own."""
    place = PLAIN.index(slug) + 1
    return PLAIN[:place] + list(more) + PLAIN[place:]


def test_plain_way_has_eight_steps(walker):
    assert walker.walk() == PLAIN
    assert "Bước 8 trong 8" in text_of(walker.open("kiem-tra"))


@pytest.mark.parametrize(
    ("answers", "visited"),
    [
        pytest.param(
            {"tu-cach": {"capacity": "SELF", "who": "MINOR"}, "duoi-18-tuoi": {"way": "ALONE"}},
            with_after("tu-cach", "duoi-18-tuoi"),
            id="người dưới 18 tuổi",
        ),
        pytest.param(
            {
                "tu-cach": {"capacity": "REPRESENTATIVE", "who": "ADULT"},
                "dai-dien": {
                    "represented_name": "Hà Văn Nam",
                    "represented_kind": "MINOR",
                    "represented_basis": "Mẹ",
                },
            },
            with_after("tu-cach", "dai-dien"),
            id="người đại diện",
        ),
        pytest.param(
            {
                "tu-cach": {"capacity": "AUTHORISED", "who": "ADULT"},
                "uy-quyen": {"represented_name": "Hà Văn Nam", "represented_basis": "Giấy ngày 02/11/2026"},
            },
            with_after("tu-cach", "uy-quyen"),
            id="người được ủy quyền",
        ),
        pytest.param(
            {
                "tu-cach": {"capacity": "ORGANISATION", "who": "ADULT"},
                "to-chuc": {
                    "organisation_name": "Hợp tác xã Đồi Chè",
                    "organisation_address": "Thôn Đồi Chè",
                    "organisation_post": "Giám đốc",
                },
                "thanh-vien": {"name": "Hà Văn Nam", "identity_number": "031292000417", "purpose": "Theo dõi"},
            },
            with_after("tu-cach", "to-chuc", "thanh-vien"),
            id="qua tổ chức",
        ),
        pytest.param(
            {
                "tu-cach": {"capacity": "SELF", "who": "FOREIGNER"},
                "nguoi-nuoc-ngoai": {"foreigner_concern": "Đường đi qua nhà xưởng tôi thuê"},
            },
            with_after("tu-cach", "nguoi-nuoc-ngoai"),
            id="người nước ngoài",
        ),
        pytest.param({"dong-y": {"consent": "CHUA_CO_VAN_BAN"}}, PLAIN, id="chưa có văn bản đồng ý"),
        pytest.param(
            {
                "cach-nhan": {"delivery": "PAPER_BY_POST"},
                "noi-nhan": {"postal_address": "Thôn Đồi Chè", "copies": "2"},
            },
            with_after("cach-nhan", "noi-nhan"),
            id="bản giấy qua bưu điện",
        ),
    ],
)
def test_branch_asks_what_it_needs_and_nothing_else(walker, answers, visited):
    assert walker.walk(answers) == visited


def test_commune_asks_about_residence_and_never_stops_there(villager):
    assert villager.walk() == with_after("nguoi-yeu-cau", "noi-cu-tru")
    elsewhere = {"noi-cu-tru": {"is_resident": "KHONG"}, "lien-quan": {"concern": ""}}
    assert villager.walk(elsewhere) == with_after("nguoi-yeu-cau", "noi-cu-tru", "lien-quan")


def test_first_question_is_the_heading(villager):
    villager.walk(until="noi-cu-tru")
    page = text_of(villager.open("noi-cu-tru")).replace("\u00a0", " ")
    assert '<h1 class="ask">Bạn có cư trú tại xã Suối Vàng không?</h1>' in page
    assert page.count("<h1") == 1


# --- lists -----------------------------------------------------------------------------------------------------------
def test_several_pieces_are_asked_in_one_request(walker):
    walker.start()
    response = walker.answer("thong-tin", ANSWERS["thong-tin"], them="1")
    assert response.url == walker.url("thong-tin-khac")
    assert errors_of(walker.answer("thong-tin-khac", {"description": "ngắn"}, them="1")) == [
        "Hãy mô tả thông tin bạn cần, ít nhất 20 ký tự"
    ]
    for number in (2, 3):
        text = f"Danh sách hộ dân được hỗ trợ sau trận lũ năm 202{number}"
        assert walker.answer("thong-tin-khac", {"description": text}, them="1").url == walker.url("thong-tin-khac")
    page = text_of(walker.open("thong-tin-khac"))
    assert "Thông tin thứ 3" in page
    walker.answer("thong-tin-khac", {}, bo="0")
    page = text_of(walker.open("thong-tin-khac"))
    assert "năm 2022" not in page
    assert "năm 2023" in page
    assert walker.answer("thong-tin-khac", {"description": ""}).url == walker.url("tu-cach")


def test_list_of_pieces_has_an_end(walker):
    walker.start()
    walker.answer("thong-tin", ANSWERS["thong-tin"], them="1")
    for number in range(9):
        walker.answer("thong-tin-khac", {"description": f"Thông tin dài đủ hai mươi ký tự {number}"}, them="1")
    full = walker.answer("thong-tin-khac", {"description": "Thông tin dài đủ hai mươi ký tự nữa"}, them="1")
    assert errors_of(full) == ["Danh sách đã đủ 9 mục"]


def start_organisation(walker):
    walker.start()
    walker.answer("thong-tin", ANSWERS["thong-tin"])
    walker.answer("tu-cach", {"capacity": "ORGANISATION", "who": "ADULT"})
    walker.answer(
        "to-chuc", {"organisation_name": "HTX", "organisation_address": "Thôn", "organisation_post": "Giám đốc"}
    )


def test_organisation_needs_members_one_by_one_or_as_a_file(walker):
    start_organisation(walker)
    assert errors_of(walker.answer("thanh-vien", {})) == ["Thêm ít nhất một người, hoặc gửi danh sách thành tệp"]
    member = {"name": "Hà Văn Nam", "identity_number": "031292000417", "purpose": "Theo dõi"}
    walker.answer("thanh-vien", member, them="1")
    page = text_of(walker.open("thanh-vien"))
    assert "•••• •••• 0417" in page
    assert "031292000417" not in page
    walker.answer("thanh-vien", {}, bo="0")
    assert errors_of(walker.answer("thanh-vien", {})) == ["Thêm ít nhất một người, hoặc gửi danh sách thành tệp"]


def test_typed_member_is_not_lost_by_going_on(walker):
    start_organisation(walker)
    half = walker.answer("thanh-vien", {"name": "Hà Văn Nam", "identity_number": "0312", "purpose": ""})
    assert errors_of(half) == ["Số định danh phải có đúng 12 chữ số", "Nhập lý do, mục đích của người này"]
    assert 'value="Hà Văn Nam"' in text_of(half)


# --- there and back --------------------------------------------------------------------------------------------------
def test_page_ahead_leads_to_the_first_open_one(walker):
    walker.start()
    assert walker.open("ly-do").url == walker.url("thong-tin")
    walker.answer("thong-tin", ANSWERS["thong-tin"])
    assert walker.open("kiem-tra").url == walker.url("tu-cach")
    assert walker.open("thanh-vien").url == walker.url("tu-cach")


def test_unknown_page_is_not_there(walker):
    walker.start()
    assert walker.open("khong-co").status_code == 404
    assert walker.answer("khong-co", {}).status_code == 404


def test_back_shows_what_was_answered(walker):
    walker.walk()
    page = text_of(walker.open("nguoi-yeu-cau"))
    assert 'value="Hà Thị Mộc Miên"' in page
    assert '<option value="Thành phố Huế" selected>' in page
    assert walker.url("dong-y") in page


def test_mending_returns_to_the_check_page(walker):
    walker.walk()
    assert f"{walker.url('lien-he')}?sua=1" in text_of(walker.open("kiem-tra"))
    response = walker.answer("lien-he", {"phone": "0298 3866 027", "notice": "NONE"}, query="?sua=1")
    assert response.url == walker.url("kiem-tra")
    assert "0298 3866 027" in text_of(walker.open("kiem-tra"))


def test_mending_that_opens_a_branch_asks_it_first(walker):
    walker.walk()
    response = walker.answer("tu-cach", {"capacity": "AUTHORISED", "who": "ADULT"}, query="?sua=1")
    assert response.url == f"{walker.url('uy-quyen')}?sua=1"
    answers = {"represented_name": "Hà Văn Nam", "represented_basis": "Giấy ngày 02/11/2026"}
    assert walker.answer("uy-quyen", answers, query="?sua=1").url == walker.url("kiem-tra")
    assert "Giấy ngày 02/11/2026" in text_of(walker.open("kiem-tra"))


def test_error_keeps_what_was_typed_and_changes_nothing(walker):
    walker.walk()
    response = walker.answer("lien-he", {"phone": "0952 41", "email": "mien@example.vn", "notice": "NONE"})
    assert response.status_code == 422
    page = text_of(response)
    assert errors_of(response) == ["Số điện thoại chưa đúng. Ví dụ: 0912 345 678"]
    assert "<title>Lỗi: " in page
    assert 'value="0952 41"' in page
    assert 'value="mien@example.vn"' in page
    assert 'href="#phone"' in page
    # The wrong answer is kept for the next look, and nothing can be sent with it.
    assert 'value="0952 41"' in text_of(walker.open("lien-he"))
    assert walker.open("kiem-tra").url == walker.url("lien-he")


def test_check_page_shows_every_answer_and_masks_the_identity_number(villager):
    villager.walk(
        {
            "noi-cu-tru": {"is_resident": "KHONG"},
            "lien-quan": {"concern": "Tôi có ruộng ở thôn Bến Nứa"},
            "cach-nhan": {"delivery": "EMAIL", "support_needs": ["LARGE_PRINT", "SIGN_LANGUAGE"]},
            "noi-nhan": {"email": "mien@example.vn"},
            "ly-do": {"purpose": "Theo dõi việc làm đường", "asked_before": "DA_HOI", "times_asked": "3"},
        }
    )
    page = text_of(villager.open("kiem-tra"))
    for told in (
        "Từ năm 2024 đến năm 2025",
        "Hồ sơ quyết toán đường liên thôn",
        "Cho chính tôi",
        "Hà Thị Mộc Miên",
        "12 đường Hoa Sữa, Phường Thuận Hóa, Thành phố Huế",
        "Tôi có ruộng ở thôn Bến Nứa",
        "0952 417 096",
        "Tệp qua thư điện tử",
        "mien@example.vn",
        "Chữ to, Ngôn ngữ ký hiệu",
        "Theo dõi việc làm đường",
        "Lần thứ 3",
        "Không có tài liệu",
    ):
        assert told in page, told
    assert "031292000417" not in page
    assert "031 292" not in page
    assert "kết thúc bằng </span>0417" in page
