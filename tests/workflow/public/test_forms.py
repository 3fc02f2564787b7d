"""Each page's questions: what is accepted, and the sentence that says what to do (standards.md 5.3, 5.4)."""

from datetime import date

import pytest

from cms.core.models import Authority
from cms.law.services import rule_set_on
from workflow.public.steps import BY_SLUG, STEPS, Journey

pytestmark = pytest.mark.django_db
UNDER_L16, UNDER_L26 = date(2026, 8, 31), date(2026, 9, 1)

RIGHT = {
    "thong-tin": {"description": "Quyết định phê duyệt quy hoạch sử dụng đất của xã"},
    "tu-cach": {"capacity": "SELF", "who": "ADULT"},
    "duoi-18-tuoi": {"way": "ALONE"},
    "dai-dien": {"represented_name": "Hà Văn Nam", "represented_kind": "MINOR", "represented_basis": "Mẹ"},
    "uy-quyen": {"represented_name": "Hà Văn Nam", "represented_basis": "Giấy ngày 02/11/2026"},
    "to-chuc": {
        "organisation_name": "Hợp tác xã Đồi Chè",
        "organisation_address": "Thôn Đồi Chè",
        "organisation_post": "Giám đốc",
    },
    "thanh-vien": {"name": "Hà Văn Nam", "identity_number": "031292000417", "purpose": "Theo dõi việc làm đường"},
    "nguoi-nuoc-ngoai": {"foreigner_concern": "Đường đi qua nhà xưởng tôi thuê"},
    "dong-y": {"consent": "KHONG"},
    "nguoi-yeu-cau": {
        "name": "Hà Thị Mộc Miên",
        "identity_kind": "PERSONAL_ID",
        "identity_number": "031 292 000 417",
        "province": "Thành phố Huế",
        "commune": "Phường Thuận Hóa",
        "address": "12 đường Hoa Sữa",
    },
    "noi-cu-tru": {"is_resident": "CO"},
    "lien-he": {"notice": "NONE"},
    "cach-nhan": {"delivery": "DOWNLOAD"},
    "ly-do": {"asked_before": "LAN_DAU"},
}


def journey_on(day=UNDER_L26, **pages):
    authority = Authority(code="suoi-vang", short_name="Xã Suối Vàng", kind="COMMUNE")
    raw = {slug: {name: [value] for name, value in page.items()} for slug, page in pages.items()}
    return Journey(authority, rule_set_on(day).rules, {"pages": raw})


def read(slug, day=UNDER_L26, pages=None, **changes):
    """The page's form with right answers, changed here and there; None takes an answer away."""
    answers = {name: value for name, value in (RIGHT.get(slug, {}) | changes).items() if value is not None}
    return BY_SLUG[slug].form(answers, journey=journey_on(day, **(pages or {})))


def errors(form):
    return {name: [str(error) for error in found] for name, found in form.errors.items()}


@pytest.mark.parametrize("slug", sorted(RIGHT))
def test_right_answers_pass(slug):
    assert errors(read(slug)) == {}


@pytest.mark.parametrize(
    ("slug", "changes", "told"),
    [
        (
            "thong-tin",
            {"description": "tiền làm đường"},
            {"description": "Hãy mô tả thông tin bạn cần, ít nhất 20 ký tự"},
        ),
        ("thong-tin", {"description": None}, {"description": "Hãy mô tả thông tin bạn cần, ít nhất 20 ký tự"}),
        (
            "thong-tin",
            {"description": " \u200b" * 30},
            {"description": "Hãy mô tả thông tin bạn cần, ít nhất 20 ký tự"},
        ),
        (
            "thong-tin",
            {"description": "a" * 5001},
            {"description": "Dài quá 5000 ký tự, đang có 5001. Hãy viết ngắn lại"},
        ),
        ("thong-tin", {"document_name": "a" * 301}, {"document_name": "Dài quá 300 ký tự. Hãy viết ngắn lại"}),
        ("thong-tin", {"years_tu": "2025", "years_den": "2024"}, {"years": "“Đến năm” phải bằng hoặc sau “Từ năm”"}),
        ("thong-tin", {"years_tu": "24"}, {"years": "Viết năm bằng bốn chữ số. Ví dụ: 2024"}),
        ("thong-tin", {"years_den": "٢٠٢٤"}, {"years": "Viết năm bằng bốn chữ số. Ví dụ: 2024"}),
        ("tu-cach", {"capacity": None}, {"capacity": "Chọn tư cách của bạn"}),
        ("tu-cach", {"capacity": "KING"}, {"capacity": "Chọn tư cách của bạn"}),
        (
            "tu-cach",
            {"capacity": "AUTHORISED", "who": "MINOR"},
            {"capacity": "Người dưới 18 tuổi chỉ gửi được cho chính mình. Hãy chọn “Cho chính tôi”"},
        ),
        ("duoi-18-tuoi", {"way": "WITH_CONSENT"}, {"consenting_name": "Nhập họ và tên người đồng ý"}),
        (
            "dai-dien",
            {"represented_basis": ""},
            {"represented_basis": "Nhập căn cứ đại diện, ví dụ: cha, mẹ, người giám hộ"},
        ),
        ("uy-quyen", {"represented_basis": ""}, {"represented_basis": "Nhập số, ngày của giấy ủy quyền"}),
        ("to-chuc", {"organisation_name": ""}, {"organisation_name": "Nhập tên tổ chức, đoàn thể, doanh nghiệp"}),
        (
            "to-chuc",
            {"organisation_tax_code": "12345"},
            {"organisation_tax_code": "Mã số thuế chưa đúng. Mã gồm 10 chữ số, hoặc 13 chữ số với đơn vị phụ thuộc"},
        ),
        ("thanh-vien", {"identity_number": "0312"}, {"identity_number": "Số định danh phải có đúng 12 chữ số"}),
        (
            "nguoi-nuoc-ngoai",
            {"foreigner_concern": ""},
            {"foreigner_concern": "Hãy cho biết thông tin liên quan trực tiếp thế nào đến quyền, nghĩa vụ của bạn"},
        ),
        ("dong-y", {"consent": None}, {"consent": "Chọn một câu trả lời"}),
        ("nguoi-yeu-cau", {"name": ""}, {"name": "Nhập họ và tên"}),
        (
            "nguoi-yeu-cau",
            {"identity_number": "03129200041"},
            {"identity_number": "Số định danh phải có đúng 12 chữ số"},
        ),
        (
            "nguoi-yeu-cau",
            {"identity_kind": "PASSPORT"},
            {"identity_number": "Số hộ chiếu gồm 6 đến 9 chữ cái và chữ số. Ví dụ: B1234567"},
        ),
        ("nguoi-yeu-cau", {"identity_kind": "CMND"}, {"identity_kind": "Chọn loại giấy tờ"}),
        ("nguoi-yeu-cau", {"province": ""}, {"province": "Chọn tỉnh hoặc thành phố"}),
        ("nguoi-yeu-cau", {"province": "Tỉnh Hà Tây"}, {"province": "Chọn tỉnh hoặc thành phố"}),
        ("noi-cu-tru", {"is_resident": None}, {"is_resident": "Chọn có hoặc không"}),
        ("lien-he", {"phone": "0952 41"}, {"phone": "Số điện thoại chưa đúng. Ví dụ: 0912 345 678"}),
        ("lien-he", {"email": "mien@"}, {"email": "Thư điện tử chưa đúng. Ví dụ: ten@example.vn"}),
        ("lien-he", {"email": "a@b.vn,c@d.vn"}, {"email": "Thư điện tử chưa đúng. Ví dụ: ten@example.vn"}),
        ("lien-he", {"email": "Miên <a@b.vn>"}, {"email": "Thư điện tử chưa đúng. Ví dụ: ten@example.vn"}),
        ("lien-he", {"notice": "EMAIL"}, {"email": "Nhập thư điện tử để nhận thông báo, hoặc chọn cách khác"}),
        ("cach-nhan", {"delivery": "FAX"}, {"delivery": "Chọn cách nhận thông tin"}),
        ("cach-nhan", {"support_needs": "LIFT"}, {"support_needs": "Chọn trong danh sách"}),
        ("ly-do", {"asked_before": None}, {"asked_before": "Chọn lần đầu hoặc đã từng"}),
        (
            "ly-do",
            {"asked_before": "DA_HOI", "times_asked": "1"},
            {"times_asked": "Nhập số lần bằng chữ số, từ 2 trở lên"},
        ),
    ],
)
def test_wrong_answer_says_what_to_do(slug, changes, told):
    assert errors(read(slug, **changes)) == {name: [sentence] for name, sentence in told.items()}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_nothing_at_all_is_no_accident(step):
    form = step.form({}, journey=journey_on())
    assert all(str(error) and len(str(error)) < 120 for found in form.errors.values() for error in found)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
@pytest.mark.parametrize("junk", ["\0" * 30, "<script>alert(1)</script>", "\u202e" * 50, "a" * 40_000, "{{ 7|add:7 }}"])
def test_junk_is_refused_or_kept_as_text(step, junk):
    names = list(step.form.base_fields) + ["years_tu", "years_den"]
    form = step.form(dict.fromkeys(names, junk), journey=journey_on())
    form.is_valid()
    for value in form.cleaned_data.values():
        assert "\0" not in str(value)
        assert "\u202e" not in str(value)


def test_text_is_kept_composed_with_its_line_breaks():
    form = read("thong-tin", description="Tie\u0302\u0300n làm đường thôn\r\n\r\nBến Nứa, xã Suối Vàng")
    assert form.is_valid()
    assert form.cleaned_data["description"] == "Tiền làm đường thôn\n\nBến Nứa, xã Suối Vàng"


def test_phone_and_identity_are_kept_in_one_form():
    assert read("lien-he", phone="0952.417.096").fields["phone"].clean("0952.417.096") == "+84952417096"
    form = read("nguoi-yeu-cau", identity_kind="PASSPORT", identity_number="b 123 4567")
    assert form.is_valid()
    assert form.cleaned_data["identity_number"] == "B1234567"


# --- what the rule set of the day decides ----------------------------------------------------------------------------
def choices(form, name):
    return [str(code) for code, _label in form.fields[name].choices]


def test_ways_to_receive_come_from_the_law_of_the_day():
    assert set(choices(read("cach-nhan", UNDER_L16), "delivery")) == {
        "DOWNLOAD",
        "EMAIL",
        "VIEW_AT_SEAT",
        "PAPER_BY_POST",
        "FAX",
    }
    assert "FAX" not in choices(read("cach-nhan", UNDER_L26), "delivery")


def test_purpose_is_required_where_the_law_requires_it():
    """L16 Điều 24.2.d; under L26 the decree will say (Điều 26.1)."""
    assert errors(read("ly-do", UNDER_L16)) == {"purpose": ["Nhập lý do, mục đích của yêu cầu"]}
    assert errors(read("ly-do", UNDER_L26)) == {}
    assert "không bắt buộc" in str(read("ly-do", UNDER_L26).fields["purpose"].label)


def test_minor_asks_alone_only_since_the_law_of_2026():
    """L16 Điều 4.3: through the representative; L26 Điều 7.3: alone or with consent too."""
    assert choices(read("duoi-18-tuoi", UNDER_L26), "way") == ["ALONE", "WITH_CONSENT"]
    form = read("duoi-18-tuoi", UNDER_L16)
    assert errors(form) == {"way": ["Người dưới 18 tuổi gửi yêu cầu thông qua người đại diện theo pháp luật"]}


def test_represented_people_come_from_the_law():
    assert set(choices(read("dai-dien"), "represented_kind")) == {"MINOR", "INCAPACITATED", "LIMITED_AWARENESS"}


# --- where to send it ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("delivery", "contact", "asked"),
    [
        ("EMAIL", {"notice": "NONE"}, ["email"]),
        ("PAPER_BY_POST", {"notice": "NONE"}, ["postal_address", "copies"]),
        ("DOWNLOAD", {"notice": "POST"}, ["postal_address"]),
        ("PAPER_BY_POST", {"notice": "POST"}, ["postal_address", "copies"]),
    ],
)
def test_only_the_address_that_is_needed_is_asked(delivery, contact, asked):
    pages = {"cach-nhan": {"delivery": delivery}, "lien-he": contact}
    journey = journey_on(**pages)
    assert journey.asks_where
    assert list(read("noi-nhan", pages=pages).fields) == asked


def test_fax_is_asked_under_the_law_that_knows_it():
    pages = {"cach-nhan": {"delivery": "FAX"}, "lien-he": {"notice": "NONE"}}
    form = read("noi-nhan", UNDER_L16, pages=pages, fax="0298 3866 027")
    assert list(form.fields) == ["fax"]
    assert form.is_valid()
    assert form.cleaned_data["fax"] == "+842983866027"


@pytest.mark.parametrize("notice", ["EMAIL", "NONE"])
def test_known_address_is_not_asked_twice(notice):
    contact = {"notice": notice, "email": "mien@example.vn"}
    assert not journey_on(**{"cach-nhan": {"delivery": "EMAIL"}, "lien-he": contact}).asks_where


def test_residence_is_offered_as_the_postal_address():
    pages = {
        "nguoi-yeu-cau": RIGHT["nguoi-yeu-cau"],
        "cach-nhan": {"delivery": "PAPER_BY_POST"},
        "lien-he": {"notice": "NONE"},
    }
    form = journey_on(**pages).form("noi-nhan")
    assert form["postal_address"].value() == "12 đường Hoa Sữa, Phường Thuận Hóa, Thành phố Huế"
    assert form["copies"].value() == "1"
