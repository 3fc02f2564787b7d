"""Papers: laid out as NĐ 30/2020 asks, filled from the case alone, frozen when issued; typed words are never markup."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.html import strip_tags

from tests.factories.core import make_house
from tests.factories.moments import day
from tests.factories.workflow import Case, paper
from workflow import letters
from workflow.choices import DecisionKind, LetterForm, LetterState, Outcome
from workflow.letters.forms import TITLES
from workflow.letters.remedies import remedies
from workflow.models import Letter

pytestmark = pytest.mark.django_db
L16, L26 = "17/08/2026", "02/11/2026"
NOTE = "Mẫu chính thức theo Luật 01/2026/QH16 chưa được ban hành."


@pytest.fixture
def house():
    return make_house(
        parent_line="Ủy ban nhân dân tỉnh Bình Minh", name="Sở Xây dựng tỉnh Bình Minh", letter_place="Bình Minh"
    )


def issued(case) -> Letter:
    return case.now.letters.filter(state=LetterState.ISSUED).latest("pk")


def words(html: str) -> str:
    """What a reader reads, on one line."""
    return " ".join(unescape(strip_tags(re.sub(r"<br>|</(td|th|p|li|h1)>", " ", html))).split())


def supplement_letter(case) -> Letter:
    return Letter(info_request=case.now, authority=case.now.authority, form=LetterForm.SUPPLEMENT)


#: Every form, and a case that has it.
ROADS = {
    "EXTENSION": lambda case: issued(case.accept().extended()).html,
    "REFUSAL": lambda case: issued(case.accept().propose_to_refuse().approve().issue()).html,
    "RESOLUTION": lambda case: issued(case.approved().issue()).html,
    "REDIRECT": lambda case: issued(case.draft_redirect().issue()).html,
    "SUPPLEMENT": lambda case: letters.render(supplement_letter(case.ask_for_supplement())),
    "RECEIPT": lambda case: letters.render_receipt(case.now),
}


# --- the layout --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sent_on", [L16, L26], ids=["L16", "L26"])
@pytest.mark.parametrize("form", ROADS)
def test_paper_has_its_parts_in_order(house, form, sent_on):
    text = words(ROADS[form](Case.sent(house, sent_on)))
    kind, subject, _abbreviation = TITLES[form]
    parts = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN TỈNH BÌNH MINH",
        "SỞ XÂY DỰNG TỈNH BÌNH MINH",
        "Bình Minh, ngày",
        "Số:",
        kind,
        subject,
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "./." in text


@pytest.mark.parametrize("form", ROADS)
def test_note_stands_only_where_the_official_form_is_pending(house, form):
    assert NOTE in words(ROADS[form](Case.sent(house, L26)))
    assert NOTE not in words(ROADS[form](Case.sent(house, L16)))


def test_issued_paper_has_number_place_and_date(house):
    case = Case.sent(house, L26).accept().propose_extension().approve(DecisionKind.EXTENSION).on("05/11/2026")
    case.issue(number="5", symbol="TB-SXD")
    text = words(issued(case).html)
    assert "Số: 05/TB-SXD" in text
    assert "Bình Minh, ngày 05 tháng 11 năm 2026" in text


def test_draft_has_dots_for_what_the_registry_will_give(house):
    case = Case.sent(house, L26).accept().propose_extension().approve(DecisionKind.EXTENSION)
    text = words(letters.body_of(case.letter()))
    assert "Số: ……/TB-SXD" in text
    assert "Bình Minh, ngày …… tháng …… năm ……" in text


def test_named_paper_has_addressee_signer_and_copies(house):
    case = Case.sent(house, L26, name="Hà Thị Mộc Miên").accept().propose_to_refuse().approve().issue()
    text = words(issued(case).html)
    assert "Kính gửi: Ông/Bà Hà Thị Mộc Miên." in text
    assert "PHÓ GIÁM ĐỐC" in text
    assert "Nguyễn Văn Ký" in text
    assert "Nơi nhận: - Như trên; - Lưu: VT, Văn phòng." in text


def test_outside_signer_is_named_as_recorded(house):
    case = Case.sent(house, L26).accept().propose_to_refuse()
    case.record_signature(signer_name="Võ Văn Tín", signer_post="KT. Giám đốc").issue()
    text = words(issued(case).html)
    assert "KT. GIÁM ĐỐC" in text
    assert "Võ Văn Tín" in text


@pytest.mark.parametrize(
    ("sent_on", "ground"),
    [
        (L16, "Căn cứ khoản 2 Điều 28 Luật Tiếp cận thông tin số 104/2016/QH13;"),
        (L26, "Căn cứ khoản 2 Điều 26 Luật Tiếp cận thông tin số 01/2026/QH16;"),
    ],
)
def test_paper_stands_on_the_law_of_its_request(house, sent_on, ground):
    case = Case.sent(house, sent_on).accept().propose_to_refuse().approve().issue()
    assert ground in words(issued(case).html)


def test_stylesheet_has_the_decree_s_measures():
    css = Path(settings.BASE_DIR, "cms/static/css/letter.css").read_text("utf-8")
    assert "size: A4 portrait; margin: 20mm 15mm 20mm 30mm;" in css  # top, right, bottom, left
    assert '"Times New Roman", Tinos, serif' in css
    sizes = {float(size) for size in re.findall(r"\.paper__\w+[^{]*\{[^}]*font-size: (\d+)pt", css)}
    assert sizes <= {11, 12, 13, 14}


# --- what each form says -----------------------------------------------------------------------------------------


def test_extension_says_from_when_to_when_and_why(house):
    case = Case.sent(house, L26).accept().extended(5)
    text = words(issued(case).html)
    assert "Cần thêm thời gian để tìm kiếm. Hồ sơ nằm ở kho lưu trữ" in text
    assert "Thời hạn đang chạy hết ngày 16/11/2026. Thời gian gia hạn: 5 ngày" in text
    assert "khoản 3 Điều 26 Luật 01/2026/QH16" in text
    assert "Thời hạn trả lời mới: chậm nhất thứ Hai 23/11/2026" in text


def test_extension_draft_shows_the_date_it_would_bring(house):
    case = Case.sent(house, L16).accept().propose_extension(15).approve(DecisionKind.EXTENSION)
    text = words(letters.body_of(case.letter()))
    assert "Thời gian gia hạn: 15 ngày" in text
    assert "chậm nhất" in text


def test_l16_extension_in_person_counts_working_days(house):
    case = Case.sent(house, L16, delivery="VIEW_AT_SEAT").accept().extended(5)
    assert "Thời gian gia hạn: 5 ngày làm việc" in words(issued(case).html)


def test_time_limit_notice_says_term_and_date(house):
    case = Case.sent(house, L16).accept().notify_time_limit().issue("TIME_LIMIT")
    text = words(issued(case).html)
    assert "THÔNG BÁO Thời hạn trả lời yêu cầu cung cấp thông tin" in text
    assert "Thời hạn trả lời là 15 ngày làm việc, kể từ ngày nhận được yêu cầu hợp lệ (khoản 4 Điều 30" in text
    assert "chậm nhất thứ Tư 09/09/2026" in text


def test_resolution_lists_costs_in_dong(house):
    case = Case.sent(house, L26).accept().review()
    case.propose_to_provide(terms=case.costing(1_230_000)).approve().issue()
    text = words(issued(case).html)
    assert "Sao chụp đen trắng trang A4 410 3.000 1.230.000" in text
    assert "Tổng cộng 1.230.000" in text
    assert "Nộp tại Kho bạc Nhà nước khu vực" in text
    assert "Kho bạc Nhà nước khu vực Hải Sơn, tài khoản 7111.0.1234567, chương 419, mục 4900, tiểu mục 4949" in text
    assert "Cơ quan thuế thu: Thuế cơ sở 1 tỉnh Hải Sơn" in text
    assert "Hạn trả chi phí: hết ngày 09/11/2026" in text
    assert "mức trong bảng giá" not in text


def test_resolution_names_the_share_that_the_area_sets(house):
    authority = house.authority
    authority.area, authority.area_since_on, authority.area_source = "DIFFICULT", day("01/01/2026"), "Phụ lục II"
    authority.save()
    case = Case.sent(house, L26).accept().review()
    case.propose_to_provide(terms=case.costing()).approve().issue()
    text = words(issued(case).html)
    assert "Sao chụp đen trắng trang A4 10 2.100 21.000" in text
    assert "70% mức trong bảng giá (Điều 3.1.1.b Thông tư 46/2018/TT-BTC)" in text


def test_resolution_without_cost_says_so(house):
    text = words(issued(Case.sent(house, L26).approved().issue()).html)
    assert "Ông/Bà không phải trả chi phí" in text


def test_free_information_names_the_article(house):
    case = Case.sent(house, L26).accept().review()
    case.classify_all(info_class="MUST_PUBLISH", basis="PUB_NOT_YET").propose(Outcome.PROVIDE).approve().issue()
    assert "không phải trả chi phí (khoản 2 Điều 25 Luật 01/2026/QH16)" in words(issued(case).html)


def test_part_is_given_and_part_is_refused(house):
    case = Case.sent(house, L26, pieces=("Danh sách hộ đã nhận bồi thường",)).accept().review().classify_all()
    case.propose(Outcome.PROVIDE, Outcome.REFUSE).approve()
    resolution = words(issued(case.issue("RESOLUTION")).html)
    refusal = words(issued(case.issue("REFUSAL")).html)
    assert "Danh sách hộ" not in resolution
    assert "Phần không cung cấp và lý do nêu trong Thông báo từ chối kèm theo." in resolution
    assert "từ chối cung cấp phần thông tin nêu dưới đây" in refusal
    assert "Danh sách hộ đã nhận bồi thường" in refusal
    assert "Quyết định phê duyệt quy hoạch" not in refusal


@pytest.mark.parametrize(
    ("ground", "facts", "told"),
    [
        (
            "INACCESSIBLE",
            {"inaccessible_reason": "WORK_SECRET", "law_cited": "Điều 5 Quy chế bảo mật"},
            ["Thông tin thuộc bí mật công tác (khoản 5 Điều 15 Luật", "Điều luật làm căn cứ: Điều 5 Quy chế bảo mật"],
        ),
        ("CONDITION_NOT_MET", {"missing_consent": "Công ty A"}, ["Còn thiếu sự đồng ý của: Công ty A"]),
        (
            "ALREADY_PUBLIC",
            {"public_place": "https://binhminh.example/gia-dat", "place_checked": "đã mở"},
            ["Thông tin đã công khai tại: https://binhminh.example/gia-dat"],
        ),
        (
            "NOT_RESPONSIBLE",
            {"right_authority": "Sở Y tế", "right_authority_address": "Số 5 đường Trần Phú"},
            ["Cơ quan có trách nhiệm cung cấp: Sở Y tế", "Địa chỉ cơ quan đó: Số 5 đường Trần Phú"],
        ),
        ("OVER_CAPACITY", {"facts": "40.000 trang"}, ["Số liệu: 40.000 trang", "khoản 5 Điều 27 Luật 01/2026/QH16"]),
        ("OTHER_LAW", {"law_cited": "Điều 12 Luật Lưu trữ"}, ["Điều 12 Luật Lưu trữ"]),
    ],
)
def test_refusal_tells_the_ground_and_what_it_demands(house, ground, facts, told):
    case = Case.sent(house, L26).accept().propose_to_refuse(ground=ground, facts=facts).approve().issue()
    text = words(issued(case).html)
    for part in told:
        assert part in text
    assert "Lợi ích công cộng không lớn hơn" not in text, "the weighing is a note of the file"


def test_unpaid_cost_names_paper_amount_and_limit(house):
    case = Case.sent(house, L26).with_cost().on("12/11/2026")
    case.propose_to_refuse(ground="COST_UNPAID").approve().issue("REFUSAL")
    text = words(issued(case).html)
    assert "ghi chi phí 30.000 đồng, hạn trả hết ngày 09/11/2026" in text


def test_refusal_says_how_to_complain_and_sue(house):
    case = Case.sent(house, L26).accept().on("05/11/2026").propose_to_refuse().approve().issue()
    text = words(issued(case).html)
    assert "Khiếu nại lần đầu đến Giám đốc Sở Xây dựng, Số 1 đường Lê Lợi, trong thời hạn 90 ngày" in text
    assert "Khiếu nại lần hai đến Chủ tịch Ủy ban nhân dân tỉnh Hải Sơn, Số 2 đường Trần Phú" in text
    assert "đến hết ngày 03/02/2027 (tạm tính, lịch nghỉ năm đó chưa xác nhận)" in text
    assert "Tòa án nhân dân khu vực 1, Số 3 đường Hùng Vương, trong thời hạn 1 năm" in text
    assert "Điều 9 Luật Khiếu nại 02/2011/QH13" in text


def test_draft_refusal_names_terms_without_dates(house):
    case = Case.sent(house, L26).accept().propose_to_refuse().approve()
    rows = remedies(case.now, None)
    assert [str(row["term"]) for row in rows] == ["90 ngày", "1 năm"]
    assert all("until_on" not in row for row in rows)
    assert "đến hết ngày" not in words(letters.body_of(case.letter()))


def test_remedies_of_a_confirmed_year_are_certain(house):
    rows = remedies(Case.sent(house, L16).now, day("01/09/2026"))
    assert rows[0]["until"] == "30/11/2026"
    assert rows[0]["provisional"] is False


def test_remote_area_has_the_terms_of_its_own(house):
    house.authority.is_remote = True
    assert remedies(Case.sent(house, L26).now, day("05/11/2026"))[0]["until_on"]


def test_redirect_names_the_right_authority_and_forwards_nothing(house):
    text = words(issued(Case.sent(house, L26).draft_redirect(right_authority="Sở Y tế, 5 Lê Lợi").issue()).html)
    assert "Cơ quan có trách nhiệm cung cấp thông tin này: Sở Y tế, 5 Lê Lợi." in text
    assert "không chuyển hồ sơ thay Ông/Bà" in text


def test_supplement_paper_says_what_and_until_when(house):
    house.authority.supplement_days = 10
    house.authority.save()
    case = Case.sent(house, L26).ask_for_supplement("Tên thửa đất")
    text = words(letters.render(supplement_letter(case)))
    assert "Đề nghị Ông/Bà bổ sung: Tên thửa đất" in text
    assert "hạn bổ sung là hết ngày 12/11/2026" in text


# --- the receipt -------------------------------------------------------------------------------------------------


def test_receipt_needs_no_row(house):
    case = Case.entered(
        house,
        "02/11/2026 08:15",
        name="Hà Thị Mộc Miên",
        facts=paper(
            on="02/11/2026",
            external_number="H21.5-0007",
            external_source="Bộ phận Một cửa",
            promised_on=day("12/11/2026"),
        ),
    )
    text = words(letters.render_receipt(case.now))
    assert not case.now.letters.exists()
    for part in (
        f"Số: {case.now.code}",
        "mã hồ sơ ngoài: H21.5-0007, Bộ phận Một cửa",
        "Ông/Bà Hà Thị Mộc Miên",
        "•••• •••• 0417",
        "Vào sổ lúc 08:15 ngày 02/11/2026",
        "Giấy tờ kèm theo Không có",
        "Chậm nhất thứ Hai 16/11/2026",
        "Ngày hẹn đã ghi ở nơi tiếp nhận 12/11/2026",
        "NGƯỜI NỘP",
        "NGƯỜI TIẾP NHẬN",
        "Trần Thị Lan",
    ):
        assert part in text
    assert case.code not in text.replace(" ", "")
    assert "001185000417" not in text


def test_receipt_of_an_incomplete_paper_says_what_is_missing(house):
    case = Case.entered(house, facts=paper(on=L26, missing="Chữ ký"))
    assert "Thời hạn bắt đầu tính từ ngày nhận đủ nội dung. Cần bổ sung: Chữ ký" in words(
        letters.render_receipt(case.now)
    )


def test_receipt_page_is_whole(house):
    html = letters.receipt_page(Case.entered(house).now, back_url="/ve/")
    assert html.startswith("<!doctype html>")
    assert 'href="/ve/"' in html
    assert "Bản thảo" not in html


# --- frozen, and never markup ------------------------------------------------------------------------------------


def test_issued_paper_is_frozen_word_for_word(house):
    case = Case.sent(house, L26).accept().propose_to_refuse().approve().issue()
    letter = issued(case)
    before = letters.body_of(letter)
    assert letters.seal(before) == letter.sha256
    house.authority.name = "Sở khác"
    house.authority.save()
    assert letters.body_of(issued(case)) == before
    assert "Bản thảo" not in letters.page(issued(case))


def test_draft_says_that_it_is_one(house):
    case = Case.sent(house, L26).accept().propose_to_refuse().approve()
    assert "Bản thảo." in letters.page(case.letter())


NASTY = '<script>alert(1)</script> {{ case.pk }} "><img src=x onerror=alert(2)> {% now "Y" %}'


def test_typed_markup_is_shown_as_text(house):
    """SC09: in every field that a person fills in."""
    named = {"name": "Bà <b>Miên</b>", "address": NASTY, "description": NASTY, "document_name": NASTY}
    case = Case.sent(house, L26, **named).accept()
    case.propose_to_refuse(
        ground="INACCESSIBLE", facts={"inaccessible_reason": "WORK_SECRET", "law_cited": NASTY}, plain_words=NASTY
    ).approve()
    case.issue(symbol="TB-<i>")
    redirect = Case.sent(house, L26, **named).draft_redirect(right_authority=NASTY).issue(symbol="TB-<i>")
    supplement = Case.sent(house, L26, **named).ask_for_supplement(NASTY)
    extension = Case.sent(house, L26, **named).accept().propose_extension(plain_words=NASTY)
    extension.approve(DecisionKind.EXTENSION)
    costs = Case.sent(house, L26, **named).accept().review()
    costs.propose_to_provide(terms=costs.costing(pay_how=NASTY, provide_place=NASTY)).approve()
    pages = [
        letters.page(issued(case)),
        letters.page(issued(redirect)),
        letters.page(supplement_letter(supplement)),
        letters.page(extension.letter()),
        letters.page(costs.letter()),
        letters.receipt_page(supplement.now),
    ]
    for html in pages:
        assert "alert(1)" in html
        assert "<script" not in html
        assert "<img" not in html
        assert "<b>Miên" not in html
        assert "<i>" not in html
        assert "{{ case.pk }}" in html


def test_paper_has_nothing_inline(house):
    """The content policy forbids it, and the frozen text must print the same everywhere."""
    html = letters.page(issued(Case.sent(house, L26).accept().propose_to_refuse().approve().issue()))
    assert "style=" not in html
    assert "<style" not in html


def test_organisation_is_addressed_with_its_name(house):
    members = ({"name": "Lê An", "identity_number": "001185000418", "purpose": "Biết quy hoạch"},)
    from workflow.services.answers import MemberAnswer

    case = Case.sent(
        house,
        L26,
        capacity="ORGANISATION",
        organisation_name="Hội Nông dân xã Suối Vàng",
        organisation_post="Chủ tịch",
        members=tuple(MemberAnswer(**member) for member in members),
    )
    text = words(letters.render(supplement_letter(case.ask_for_supplement())))
    assert "Chủ tịch Hội Nông dân xã Suối Vàng." in text


def test_authority_without_a_focal_point_gives_its_own_address(house):
    case = Case.sent(house, L26)
    house.focal_point.delete()
    text = words(letters.render_receipt(case.now))
    assert f"Địa chỉ: {house.authority.address}" in text


def test_suggested_symbol_is_type_and_authority(house):
    case = Case.sent(house, L26).accept().propose_extension().approve(DecisionKind.EXTENSION)
    assert letters.suggested_symbol(case.letter()) == "TB-SXD"
