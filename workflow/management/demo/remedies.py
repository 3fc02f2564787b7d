"""Complaints, lawsuits, denunciations and inspections of the invented province, in every state."""

from datetime import timedelta

from cms.core.dates import local_day
from cms.core.roles import Role
from workflow.choices import Status
from workflow.management.demo.office import Office
from workflow.management.demo.stage import Days, Story, moment
from workflow.remedy_choices import RemedyStatus
from workflow.services import inspections, remedies, satisfaction
from workflow.services.inspections import DecisionFacts, Found
from workflow.services.remedies import Lodged

#: How long ago each came, about which refused case (by its place), what it is, what it says, how far it has come.
ROWS = (
    (2, 0, "COMPLAINT", "Tôi không đồng ý với lý do từ chối, đề nghị xem lại.", "entered"),
    (8, 1, "COMPLAINT", "Thông tin này không phải bí mật, đề nghị cung cấp.", "accepted"),
    (9, 2, "COMPLAINT", "Cơ quan bảo đã công khai nhưng tôi không tìm thấy.", "suspended"),
    (10, 3, "COMPLAINT", "Yêu cầu của tôi không vượt quá khả năng của cơ quan.", "proposed"),
    (10, 4, "COMPLAINT", "Tôi khiếu nại văn bản từ chối lần trước.", "not accepted"),
    (11, 5, "COMPLAINT", "Tôi đề nghị giải thích căn cứ từ chối.", "withdrawn"),
    (12, 0, "COMPLAINT", "Từ chối không nêu rõ điều luật.", "rejected"),
    (13, 1, "COMPLAINT", "Tài liệu tôi hỏi đã được công bố một phần.", "upheld"),
    (4, 2, "LAWSUIT", "Khởi kiện văn bản từ chối cung cấp thông tin.", "entered"),
    (11, 3, "LAWSUIT", "Khởi kiện văn bản từ chối cung cấp thông tin.", "opinion sent"),
    (3, 0, "DENUNCIATION", "Cán bộ tiếp nhận gây khó, đòi giấy tờ không cần thiết.", "entered"),
    (9, 1, "DENUNCIATION", "Cán bộ chậm trả lời, hẹn nhiều lần không có kết quả.", "accepted"),
)


def all_stories(offices: dict[str, Office], days: Days) -> list[Story]:
    home = offices["suoi-vang"]
    told = [_contested(home, days, *row) for row in ROWS]
    return [*told, _inspection(home, days), _to_confirm(home, days), _satisfied(home, days)]


def _contested(office, days, ago, place, kind, words, fate) -> Story:
    yield moment(days.today - timedelta(days=ago), f"{8 + place:02d}:43")
    refused = [case for case in office.cases if case.now.status == Status.REFUSED]
    if len(refused) <= place:
        return
    head, second = office.who(Role.HEAD), office.who(Role.FOCAL_HEAD)
    secret = kind == "DENUNCIATION"
    lodged = Lodged(
        kind=kind,
        level="TRIAL" if kind == "LAWSUIT" else "FIRST",
        about="CONDUCT" if secret else "REFUSAL",
        channel="COURT" if kind == "LAWSUIT" else "IN_PERSON",
        received_on=local_day(office.now),
        words=words,
        body="Tòa án nhân dân khu vực 3, tỉnh Bình Minh" if kind == "LAWSUIT" else "",
        denouncer_name="Người dân thôn Khe Sim (dùng thử)" if secret else "",
        denouncer_contact="+84955000190" if secret else "",
    )
    by = office.who(Role.REGISTRY)
    one = remedies.enter(info_request=refused[place].now, lodged=lodged, by=by, at=office.now)
    if fate == "entered":
        return
    yield from _later(office, days)
    act = {"seen": None, "at": office.now}
    if fate in ("not accepted", "withdrawn"):
        outcome = RemedyStatus.NOT_ACCEPTED if fate == "not accepted" else RemedyStatus.WITHDRAWN
        yield from _end(office, days, one, outcome)
        return
    taking = remedies.send_opinion if kind == "LAWSUIT" else remedies.accept
    one = taking(remedy=one, accepted_on=local_day(office.now), by=head if secret else second, **act)
    if fate == "suspended":
        yield from _later(office, days)
        remedies.suspend(
            remedy=one, seen=None, reason="Người khiếu nại đi vắng, xin lùi buổi đối thoại", by=head, at=office.now
        )
    elif fate == "proposed":
        yield from _propose(office, days, one, RemedyStatus.REJECTED)
    elif fate in ("rejected", "upheld"):
        yield from _end(office, days, one, RemedyStatus(fate.upper()))


def _propose(office, days, one, outcome):
    yield from _later(office, days)
    upheld = outcome == RemedyStatus.UPHELD
    answers = {
        RemedyStatus.UPHELD: "Phần tài liệu đã công bố không thuộc loại phải từ chối.",
        RemedyStatus.REJECTED: "Văn bản từ chối nêu đúng căn cứ; thông tin chưa được phép cung cấp.",
        RemedyStatus.NOT_ACCEPTED: "Đơn không có chữ ký của người khiếu nại, đã hướng dẫn mà chưa bổ sung.",
        RemedyStatus.WITHDRAWN: "Người khiếu nại có đơn xin rút.",
    }
    measures = "Mở hồ sơ mới, trả lời lại trong thời hạn luật định." if upheld else ""
    remedies.propose(
        remedy=one, seen=None, outcome=outcome, answer=answers[outcome], measures=measures,
        by=office.who(Role.FOCAL_HEAD), at=office.now,
    )  # fmt: skip


def _end(office, days, one, outcome):
    yield from _propose(office, days, one, outcome)
    yield from _later(office, days)
    remedies.decide(
        remedy=one, seen=None, paper_number=f"{office.next_number()}/QĐ-UBND", paper_on=local_day(office.now),
        by=office.who(Role.HEAD), at=office.now,
    )  # fmt: skip


def _later(office, days):
    """The next working day."""
    yield max(moment(days.after(local_day(office.now), 1), "10:20"), office.now + timedelta(minutes=10))


# --- inspections -------------------------------------------------------------------------------------------------
def _facts(office, number, title, *, since, until) -> DecisionFacts:
    today = local_day(office.now)
    return DecisionFacts(
        number=number,
        dated_on=today,
        body="Sở Tư pháp tỉnh Bình Minh",
        title=title,
        period_first=today - timedelta(days=180),
        period_last=today,
        since_on=today + timedelta(days=since),
        until_on=today + timedelta(days=until),
    )


def _inspection(office, days) -> Story:
    """Decided, confirmed, running; one finding in each state."""
    yield moment(days.today - timedelta(days=7), "08:05")
    justice, other = office.who(Role.JUSTICE), office.who(Role.ADMINISTRATOR)
    facts = _facts(office, "46/QĐ-STP", "Kiểm tra việc thực hiện Luật Tiếp cận thông tin tại xã", since=0, until=60)
    inspection = inspections.enter(
        facts=facts, authorities=[office.authority], inspectors=[justice], by=justice, at=office.now
    )
    yield office.now + timedelta(hours=2)
    inspection = inspections.confirm(inspection=inspection, seen=None, by=other, at=office.now)
    yield from _later(office, days)
    rows = (
        ("VIOLATION", "Hai hồ sơ trả lời quá hạn, chưa gửi thư xin lỗi.", "Kiểm điểm; gửi thư xin lỗi.", "Điều 26.3"),
        ("SHORTCOMING", "Bảng niêm yết thiếu địa chỉ nhận khiếu nại lần hai.", "Niêm yết bổ sung.", ""),
        ("ADVICE", "Nên mở câu trả lời được hỏi nhiều lần cho mọi người.", "Rà soát, đưa vào danh mục.", ""),
    )
    findings = [
        inspections.enter_finding(
            inspection=inspection, authority=office.authority, by=justice, at=office.now,
            found=Found(kind, what, wanted, local_day(office.now) + timedelta(days=20), article),
        )
        for kind, what, wanted, article in rows
    ]  # fmt: skip
    yield from _later(office, days)
    words = {1: ("MENDED", "Đã niêm yết đủ tại quầy số 2."), 2: ("MENDED", "Đã đưa ba câu trả lời vào danh mục.")}
    for place, (handling, done) in words.items():
        findings[place] = inspections.report_handled(
            finding=findings[place], seen=None, handling=handling, words=done, handled_on=local_day(office.now),
            by=office.who(Role.FOCAL_OFFICER), at=office.now,
        )  # fmt: skip
    inspections.confirm_handled(finding=findings[2], seen=None, by=justice, at=office.now)


def _to_confirm(office, days) -> Story:
    """Entered, waiting for a second person: it opens nothing yet."""
    yield moment(days.today - timedelta(days=1), "15:10")
    justice = office.who(Role.JUSTICE)
    facts = _facts(office, "52/QĐ-STP", "Kiểm tra đột xuất việc giải quyết khiếu nại", since=3, until=30)
    inspections.enter(facts=facts, authorities=[office.authority], inspectors=[justice], by=justice, at=office.now)


# --- how content people were -------------------------------------------------------------------------------------
def _satisfied(office, days) -> Story:
    """Enough answers to be told as a figure, of all kinds."""
    yield moment(days.today - timedelta(days=1), "19:30")
    asked = [case.now for case in office.cases if case.now.status in satisfaction.ASKED_AFTER]
    told = (
        (5, "Trả lời nhanh, dễ hiểu."),
        (4, ""),
        (4, ""),
        (3, "Hơi lâu."),
        (2, ""),
        (5, ""),
        (1, "Từ chối chưa rõ."),
    )
    for info_request, (level, words) in zip(asked, told, strict=False):
        satisfaction.give(info_request=info_request, level=level, words=words, at=office.now)
