"""The pictures of the guides: what each shows, and to whom. Made anew by `make pictures`."""

from dataclasses import dataclass

from django.conf import settings

from home.models import PeriodReport, QuestionsPage, ReportPeriod
from workflow.choices import LetterState, Status
from workflow.models import InformationRequest, Letter

FOLDER = settings.BASE_DIR / "docs" / "huong-dan" / "hinh"
#: Bytes: the guides are read over weak networks, too.
HEAVIEST = 80 * 1024
HERE = "suoi-vang"


def case(status):
    """The address of a case of xã Suối Vàng in this state."""

    def address():
        found = InformationRequest.objects.filter(authority__code=HERE, status=status, rule_set__code="L26")
        return f"/admin/ho-so/{found.order_by('pk').first().code}/"

    return address


def questions(action):
    """An action on the page of questions and answers of xã Suối Vàng."""

    def address():
        page = QuestionsPage.objects.filter(url_path__contains=f"/{HERE}/").order_by("path").first()
        return f"/admin/pages/{page.pk}/{action}/"

    return address


def history():
    found = InformationRequest.objects.filter(authority__code=HERE, status=Status.PROVIDED).order_by("pk").first()
    return f"/admin/ho-so/history/{found.pk}/"


def to_issue():
    return f"/admin/ho-so/{Letter.objects.filter(state=LetterState.DRAFT, authority__code=HERE).first().info_request.code}/"


def period():
    """The period of the invented province that still runs."""
    return f"/admin/ky-bao-cao/{ReportPeriod.objects.filter(state='OPEN').order_by('-last_on').first().pk}/"


def gathered():
    """The province's numbered report of the year before."""
    return f"/admin/bao-cao/{PeriodReport.objects.filter(is_consolidated=True).exclude(number='').first().pk}/"


@dataclass(frozen=True)
class Picture:
    """One screen. `person` is a demonstration account, empty for the public side; `shows` must stand on it."""

    name: str
    path: object
    shows: str
    person: str = ""
    size: tuple[int, int] = (1100, 700)

    @property
    def address(self) -> str:
        return self.path() if callable(self.path) else self.path


PHONE = (390, 760)
PICTURES = (
    Picture("nguoi-dan-trang-co-quan", f"/{HERE}/", "Gửi yêu cầu", size=PHONE),
    Picture("nguoi-dan-bieu-mau", f"/{HERE}/yeu-cau/", "yêu cầu", size=PHONE),
    Picture("nguoi-dan-tra-cuu", "/tra-cuu/", "Mã tra cứu", size=PHONE),
    Picture("bien-tap-trang", "/admin/pages/", "Tiêu đề", "viet.bien-tap"),
    Picture("bien-tap-soan", questions("edit"), "Lưu bản nháp", "viet.bien-tap"),
    Picture("bien-tap-lich-su", questions("history"), "Lịch sử", "duyen.duyet-dang"),
    Picture("dau-moi-viec", "/admin/", "Cần tôi làm", "thom.dau-moi"),
    Picture("dau-moi-ho-so", case(Status.RECEIVED), "Bước tiếp theo", "thom.dau-moi"),
    Picture("dau-moi-nhap-phieu", "/admin/nhap-phieu/", "Nhập phiếu giấy", "thom.dau-moi"),
    Picture("chu-tri-viec", "/admin/", "Việc của tôi", "sen.chu-tri"),
    Picture("chu-tri-ho-so", case(Status.COLLECTING), "Bước tiếp theo", "sen.chu-tri"),
    Picture("nguoi-ky-viec", "/admin/", "Việc của tôi", "tin.nguoi-ky"),
    Picture("nguoi-ky-de-xuat", "/admin/cho-ky/", "Ký thì điều gì thay đổi", "tin.nguoi-ky"),
    Picture("van-thu-danh-sach", "/admin/cho-phat-hanh/", "Chờ phát hành", "net.van-thu"),
    Picture("van-thu-ho-so", to_issue, "Phát hành", "net.van-thu"),
    Picture("giam-sat-ho-so", "/admin/ho-so/", "Hồ sơ", "xet.giam-sat"),
    Picture("giam-sat-tuan-thu", "/admin/tuan-thu/", "Phải công khai", "xet.giam-sat"),
    Picture("giam-sat-lich-su", history, "Lịch sử", "xet.giam-sat"),
    Picture("so-tu-phap-ky", period, "Cơ quan báo cáo", "luan.so-tu-phap", (1280, 800)),
    Picture("so-tu-phap-tong-hop", gathered, "Báo cáo tổng hợp", "luan.so-tu-phap", (1280, 800)),
    Picture("quan-tri-tai-khoan", "/admin/tai-khoan/", "Mời người mới", "chu.quan-tri"),
    Picture("quan-tri-vai-tro", "/admin/vai-tro/", "Vai trò", "chu.quan-tri"),
    Picture("quan-tri-lich", "/admin/lich/", "Lịch và thời hạn", "chu.quan-tri"),
)
