"""Requests for correction of the invented province: about catalog items and about answers given, in every state."""

from datetime import timedelta

from catalog.choices import InfoClass
from catalog.models import InformationItem
from catalog.services import checking, drafts, publishing
from cms.core.dates import local_day
from cms.core.files import Kept
from cms.core.roles import Role
from workflow import codes
from workflow.choices import CorrectionStatus, Status
from workflow.management.demo import papers
from workflow.management.demo.office import Office
from workflow.management.demo.people import person
from workflow.management.demo.stage import Days, Story, moment
from workflow.services import corrections
from workflow.services.corrections import Told

#: How long ago each was sent, what was said, and how far it has come.
ROWS = (
    (1, "Số điện thoại ở trang 1 gọi không được.", "", "", "sent"),
    (4, "Diện tích thửa đất số 12 ghi 1.200 mét vuông.", "Giấy chứng nhận ghi 1.020 mét vuông.", "", "asked"),
    (8, "Ngày ký trong bảng ghi 31/11/2026, không có ngày này.", "30/11/2026", "", "proposed"),
    (14, "Tên đường ở dòng 3 đã đổi từ năm trước.", "", "", "checking"),
    (22, "Tổng số ở dòng cuối không bằng các dòng cộng lại.", "Cộng lại thiếu 270 triệu đồng.", "Tôi cộng từng dòng.",
     "corrected"),
    (27, "Tôi cho rằng mức thu ghi ở đây cao hơn quy định.", "", "", "not wrong"),
    (96, "Phụ lục ghi sai tên xã sau khi sắp xếp.", "", "", "not wrong"),  # by the law before
    (31, "Số hộ nghèo của thôn bên cạnh không đúng.", "", "", "not ours"),
)  # fmt: skip


def all_stories(office: Office, days: Days) -> list[Story]:
    """One story a row, and one about an answer that was given."""
    told = [_about_item(office, days, n, *row) for n, row in enumerate(ROWS)]
    return [*told, _about_answer(office, days)]


def _about_item(office, days, n, ago, wrong, right, proof, fate) -> Story:
    yield moment(days.today - timedelta(days=ago), f"{8 + n:02d}:17")
    open_items = InformationItem.objects.of(office.authority).filter(
        live=True, info_class=InfoClass.MUST_PUBLISH, has_unpublished_changes=False, names_people=False,
        published_on__lte=local_day(office.now) - timedelta(days=14),
    )  # fmt: skip
    item = open_items.order_by("pk")[n : n + 1].first()
    if item is None:  # loaded without a catalog
        return
    who = person(31 + n)
    told = Told(wrong=wrong, right=right, proof=proof, name=who.name, phone=who.phone, email=who.email)
    case = _report(office, told, item=item)
    if fate == "sent":
        return
    yield from _next_day(office, days, "08:35")
    case = corrections.receive(correction=case, seen=None, by=office.who(Role.FOCAL_OFFICER), at=office.now)
    if fate == "checking":
        return
    if fate in ("asked", "corrected"):
        question = "Đề nghị đối chiếu bản gốc, cho biết đúng hay sai."
        case = corrections.ask_unit(
            correction=case, seen=None, unit=item.originating_unit, question=question,
            by=office.who(Role.FOCAL_OFFICER), at=office.now,
        )  # fmt: skip
    if fate == "asked":
        return
    if fate == "corrected":
        yield from _correct(office, days, item)
        case.refresh_from_db()
    yield from _next_day(office, days, "14:05")
    answers = {
        "corrected": (
            CorrectionStatus.CORRECTED,
            "Ông/Bà nói đúng. Cơ quan đã sửa dòng cuối và đăng bản đính chính.",
            "",
        ),
        "not ours": (
            CorrectionStatus.NOT_OURS,
            "Số liệu này do Ủy ban nhân dân phường Hoa Sen lập. Ông/Bà gửi kiến nghị tới nơi đó.",
            "Ủy ban nhân dân phường Hoa Sen",
        ),
    }
    kept = (CorrectionStatus.NOT_WRONG, "Đã đối chiếu quyết định gốc, nội dung công khai ghi đúng như bản gốc.", "")
    outcome, answer, place = answers.get(fate, kept)
    case = corrections.propose(
        correction=case, seen=None, outcome=outcome, answer=answer, right_place=place,
        by=office.who(Role.FOCAL_OFFICER), at=office.now,
    )  # fmt: skip
    if fate == "proposed":
        return
    yield from _next_day(office, days, "09:45")
    corrections.decide(correction=case, seen=None, by=office.who(Role.FOCAL_HEAD), at=office.now)


def _correct(office, days, item):
    """The item's own correction, by two people: the wrong version stays."""
    officer, head = office.who(Role.FOCAL_OFFICER), office.who(Role.FOCAL_HEAD)
    yield from _next_day(office, days, "10:10")
    item = drafts.propose_correction(
        item=item, seen=None, wrong="Tổng số: 4.230 triệu đồng", right="Tổng số: 4.500 triệu đồng",
        reason="Theo kiến nghị của công dân", by=officer, at=office.now,
    )  # fmt: skip
    item = checking.check(
        item=item, seen=None, no_secret=True, no_personal=True, by=_checker(office, item), at=office.now
    )
    yield from _next_day(office, days, "10:40")
    publishing.publish(item=item, seen=None, by=head, at=office.now)


def _checker(office, item):
    """The unit's own officer, or the focal officer where nobody is named for it."""
    for user in office.people.get(Role.ORIGINATING_UNIT, ()):
        if item.originating_unit_id in user.units_as({Role.ORIGINATING_UNIT}):
            return user
    return office.who(Role.FOCAL_OFFICER)


def _about_answer(office, days) -> Story:
    """Somebody finds a page missing in what they were given, and is given it again."""
    yield moment(days.today - timedelta(days=18), "16:20")
    given = next((case for case in office.cases if case.now.status == Status.PROVIDED), None)
    if given is None:
        return
    case = _report(office, Told(wrong="Bản tôi nhận thiếu phụ lục số 2."), info_request=given.now)
    yield from _next_day(office, days, "09:05")
    officer = office.who(Role.FOCAL_OFFICER)
    case = corrections.receive(correction=case, seen=None, by=officer, at=office.now)
    stored = papers.stored("phu-luc-2.pdf", "PHỤ LỤC SỐ 2", ("Tài liệu dùng thử, số liệu không có thật.",))
    kept = Kept(stored.name, stored.path, stored.content_type, stored.size, stored.sha256)
    case = corrections.propose(
        correction=case, seen=None, outcome=CorrectionStatus.CORRECTED, by=officer, at=office.now, files=[kept],
        answer="Bản giao cho Ông/Bà thiếu phụ lục số 2. Cơ quan gửi bổ sung kèm đây.",
    )  # fmt: skip
    yield from _next_day(office, days, "15:30")
    corrections.decide(correction=case, seen=None, by=office.who(Role.FOCAL_HEAD), at=office.now)


def _report(office, told, **thing):
    case, _is_new = corrections.report(
        authority=office.authority, told=told, key=codes.new_key(), at=office.now, **thing
    )
    return case


def _next_day(office, days, clock):
    """The next working day, or a little later where that would go back."""
    day = days.after(local_day(office.now), 1)
    yield max(moment(day, clock), office.now + timedelta(minutes=10))
