"""How far the five authorities of the invented province have come: one nearly there, the others with gaps of every kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cms.core import acts
from cms.core.models import FocalPoint
from cms.core.roles import Role
from home.compliance import obligations, services
from workflow.management.demo.stage import Days, Story, moment

PROVINCE, DEPARTMENT, COMMUNE, WARD, HOSPITAL = (
    *("tinh-binh-minh", "so-nong-nghiep-moi-truong", "suoi-vang"),
    *("hoa-sen", "benh-vien-binh-minh"),
)


def stories(offices, days: Days) -> list[Story]:
    """One story an authority, to be played along with the requests."""
    told = {
        PROVINCE: _province,
        DEPARTMENT: _department,
        COMMUNE: _commune,
        WARD: _ward,
        HOSPITAL: _hospital,
    }
    return [_play(tell(Hand(offices[code], days))) for code, tell in told.items() if code in offices]


def _play(acts_in_order: Iterator[tuple[datetime, Callable]]) -> Story:
    for at, act in acts_in_order:
        yield at
        act(at)


@dataclass
class Hand:
    """The verbs of one office, each given the working day before or after today on which it happens."""

    office: object
    days: Days

    @property
    def authority(self):
        return self.office.authority

    def at(self, working_days: int, clock: str) -> datetime:
        return moment(self.days.working(working_days), clock)

    def on(self, days: int) -> date:
        """So many calendar days from today."""
        return self.days.today + timedelta(days=days)

    def obligation(self, code):
        rows = obligations.in_force_on(self.days.today).obligations
        return next((row for row in rows if row.code == code), None)

    def focal(self, when, clock="08:30", **fields):
        def act(at):
            point = FocalPoint.objects.get(unit__authority=self.authority, unit__is_focal=True)
            for name, value in fields.items():
                setattr(point, name, value)
            by, reason = self.office.who(Role.FOCAL_HEAD), "Cập nhật theo quyết định và lớp tập huấn (dùng thử)"
            acts.keep(point, by=by, at=at, authority=self.authority, reason=reason)

        return self.at(when, clock), act

    def means(self, when, clock="09:00", **fields):
        return self.at(when, clock), lambda at: services.keep_means(
            authority=self.authority,
            **{"aids": "", "own_devices_allowed": True, "reason": ""} | fields,
            by=self.office.who(Role.FOCAL_OFFICER),
            at=at,
        )

    def charge(self, when, clock, code, unit, complete_by, note=""):
        return self._act(
            *(when, clock, code, services.charge, Role.FOCAL_HEAD),
            **{"unit": self.office.units[unit], "complete_by": complete_by, "note": note},
        )

    def review(self, when, clock, code, looked_at, next_review_on, role=Role.FOCAL_OFFICER):
        return self._act(
            *(when, clock, code, services.review, role),
            **{"looked_at": looked_at, "next_review_on": next_review_on, "note": ""},
        )

    def propose_exemption(self, when, clock, code, reason):
        return self._act(when, clock, code, services.propose_exemption, Role.FOCAL_OFFICER, reason=reason)

    def confirm_exemption(self, when, clock, code):
        return self._act(when, clock, code, services.confirm_exemption, Role.FOCAL_HEAD)

    def _act(self, when, clock, code, verb, role, **words):
        def act(at):
            obligation = self.obligation(code)
            if obligation is not None:  # the law of that day may not ask for it
                verb(authority=self.authority, obligation=obligation, by=self.office.who(role), at=at, **words)

        return self.at(when, clock), act


def _commune(hand: Hand):
    """Xã Suối Vàng: nearly everything is there, and looked after."""
    yield hand.focal(-58, decision_number="41/QĐ-UBND", decision_on=hand.days.working(-59), background="OFFICE")
    yield hand.means(
        *(-40, "09:00"),
        reading_place="Phòng đọc tầng 1, Trung tâm Phục vụ hành chính công, 4 chỗ ngồi",
        devices="1 máy tính có mạng, 1 máy sao chụp, 1 máy in",
        aids="lối lên cho xe lăn, kính lúp, cán bộ đọc và ghi giúp",
    )
    yield hand.focal(-28, clock="17:00", trained_on=hand.days.working(-29))
    yield hand.review(-21, "14:00", "FOCAL_POINT", "Đối chiếu quyết định, gọi thử số điện thoại.", hand.on(150))
    yield hand.review(-20, "14:10", "ADDRESS", "Gửi thư thử từ hai hộp thư ngoài, đều nhận được.", hand.on(62))
    yield hand.review(-20, "14:20", "SEAT_MEANS", "Mở máy, in thử, thử lối lên.", hand.on(8))
    yield hand.charge(-18, "08:00", "BACKLOG", "kinh-te", hand.on(80), "Ưu tiên quy trình dịch vụ và môi trường.")
    yield hand.charge(-18, "08:05", "COMMUNICATION", "van-hoa-xa-hoi", hand.on(30))
    yield hand.review(-6, "15:00", "FORMS", "Tải và mở từng mẫu trên máy và trên điện thoại.", hand.on(120))


def _province(hand: Hand):
    """Ủy ban nhân dân tỉnh: in place, but some of it has not been looked at in time."""
    yield hand.review(-70, "10:00", "ADDRESS", "Gửi thư thử.", hand.on(-6))
    yield hand.focal(
        *(-55, "08:30"),
        decision_number="118/QĐ-VPUBND",
        decision_on=hand.days.working(-56),
        background="LAW",
        trained_on=hand.on(-430),
    )
    yield hand.means(
        *(-44, "09:00"),
        reading_place="Phòng tiếp công dân, tầng 1, 8 chỗ ngồi",
        devices="2 máy tính có mạng, 1 máy sao chụp",
        aids="lối lên cho xe lăn, phần mềm đọc màn hình",
    )
    yield hand.charge(-12, "09:00", "TRAINING", "van-phong", hand.on(25))
    yield hand.charge(-12, "09:05", "SERVICE_UNITS", "tong-hop", hand.on(40), "Chờ các sở gửi danh sách.")
    yield hand.charge(-12, "09:10", "CONDITIONAL_LIST", "tong-hop", hand.on(55))


def _department(hand: Hand):
    """Sở Nông nghiệp và Môi trường: one obligation does not apply, one is only half there, promises are kept in view."""
    yield hand.focal(
        *(-50, "08:30"),
        decision_number="305/QĐ-SNNMT",
        decision_on=hand.days.working(-52),
        background="LAW",
        trained_on=hand.on(-65),
    )
    yield hand.means(
        *(-33, "09:00"),
        reading_place="Bộ phận Một cửa, tầng 1, 3 chỗ ngồi",
        devices="1 máy tính có mạng",
    )
    reason = "Sở không quản lý đơn vị cung ứng dịch vụ công cơ bản, thiết yếu."
    yield hand.propose_exemption(-30, "10:00", "SERVICE_UNITS", reason)
    yield hand.confirm_exemption(-29, "10:00", "SERVICE_UNITS")
    yield hand.charge(-25, "09:00", "SEAT_MEANS", "van-phong", hand.on(12))
    yield hand.charge(-25, "09:05", "CONDITIONAL_LIST", "quan-ly-dat-dai", hand.on(35))
    yield hand.charge(-25, "09:10", "BACKLOG", "moi-truong", hand.on(70))


def _ward(hand: Hand):
    """Phường Hoa Sen: the gaps that directives have named for years."""
    yield hand.charge(-40, "09:00", "TRAINING", "van-phong", hand.on(-10), "Lớp của tỉnh đã dời ngày.")
    yield hand.charge(-40, "09:05", "COMMUNICATION", "van-phong", hand.on(20))
    yield hand.propose_exemption(-9, "10:00", "CONDITIONAL_LIST", "Phường không giữ thông tin loại này.")
    yield hand.charge(-8, "09:00", "SEAT_MEANS", "ha-tang", hand.on(10), "Sửa sảnh tầng 1.")


def _hospital(hand: Hand):
    """Bệnh viện: bound by the new law only, with its officer named and little else."""
    yield hand.focal(-22, decision_number="77/QĐ-BVĐK", decision_on=hand.days.working(-23), background="IT")
    yield hand.charge(-15, "09:00", "TRAINING", "hanh-chinh", hand.on(18))
    yield hand.charge(-15, "09:05", "SEAT_MEANS", "hanh-chinh", hand.on(28))
    yield hand.charge(-15, "09:10", "PUBLICATION_LIST", "ke-hoach", hand.on(45))
