"""Answers of the invented province that were opened to all: one public, one waiting for the second person."""

from datetime import timedelta

from catalog.choices import InfoClass
from catalog.services import checking, publishing
from cms.core.roles import Role
from workflow.choices import Status
from workflow.management.demo.office import Office
from workflow.management.demo.stage import Days, Story, moment
from workflow.services import opening

#: By the question that was asked: title, the anonymised answer, and whether both people have looked already.
EDITIONS = (
    ("ngan-sach-2025", "Quyết toán ngân sách xã năm 2025, câu trả lời đã công bố",
     "Tổng thu 18.450.200.000 đồng, tổng chi 17.902.650.000 đồng, kết dư chuyển năm sau 547.550.000 đồng. "
     "Số liệu theo quyết toán đã được Hội đồng nhân dân xã phê chuẩn; bảng chi tiết ở tệp kèm theo.", True),
    ("gia-dat", "Nơi xem bảng giá đất đang áp dụng, câu trả lời đã công bố",
     "Bảng giá đất đang áp dụng đăng trên Cổng thông tin điện tử tỉnh. Ai cũng xem và chụp lại được tại quầy của xã.",
     False),
)  # fmt: skip


def all_stories(office: Office, days: Days) -> list[Story]:
    """Two editions, made some days ago."""
    return [_opened(office, days, n, *edition) for n, edition in enumerate(EDITIONS)]


def _opened(office, days, n, asked, title, text, is_public) -> Story:
    yield moment(days.today - timedelta(days=9 - 3 * n), f"{9 + n:02d}:25")
    given = [case for case in office.cases if case.asked == asked and case.now.status == Status.PROVIDED]
    if not given:
        return
    case = given[0]
    info_request = case.now
    files = list(opening.given_files(info_request)[:1])
    item = case.do(
        opening.open_to_all, Role.FOCAL_OFFICER, title=title, text=text,
        info_class=InfoClass.MAY_PUBLISH, category="", unit=info_request.unit, attachments=files,
    )  # fmt: skip
    yield case.later(1, "09:10")
    officer, head = office.who(Role.FOCAL_OFFICER), office.who(Role.FOCAL_HEAD)
    item = checking.check(item=item, seen=None, no_secret=True, no_personal=True, by=officer, at=office.now)
    if not is_public:
        return
    yield case.later(1, "10:15")
    publishing.publish(item=item, seen=None, by=head, at=office.now)
