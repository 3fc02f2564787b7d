"""Who works there, and who asks. Invented people with invented numbers (standards.md 5.4)."""

from cms.core.identifiers import personal_id, phone
from cms.core.roles import Role
from cms.core.text import fold
from workflow.management.demo.places import PROVINCE
from workflow.services.answers import MemberAnswer, Person

#: One person a role, and the part of the account's name that tells it: (role, name, post, account, unit code).
EVERY_ROLE = (
    (Role.FOCAL_OFFICER, "Hoàng Thị Thơm", "Công chức Văn phòng", "thom.dau-moi", ""),
    (Role.FOCAL_HEAD, "Lò Văn Khánh", "Chánh Văn phòng", "khanh.truong-dau-moi", ""),
    (Role.ORIGINATING_UNIT, "Vi Thị Sen", "Công chức Phòng Kinh tế", "sen.chu-tri", "kinh-te"),
    (Role.SIGNER, "Bế Văn Tín", "Phó Chủ tịch", "tin.nguoi-ky", ""),
    (Role.REGISTRY, "Triệu Thị Nết", "Văn thư", "net.van-thu", ""),
    (Role.CASHIER, "Đàm Thị Nhường", "Thủ quỹ", "nhuong.thu-tien", ""),
    (Role.EDITOR, "Mạc Văn Viết", "Công chức Phòng Văn hóa - Xã hội", "viet.bien-tap", ""),
    (Role.PUBLISHER, "Nông Thị Duyên", "Phó Chánh Văn phòng", "duyen.duyet-dang", ""),
    (Role.HEAD, "Lương Văn Đỉnh", "Chủ tịch", "dinh.dung-dau", ""),
    (Role.DATA_OFFICER, "Ma Văn Tuệ", "Công chức Văn phòng", "tue.du-lieu", ""),
    (Role.AUDITOR, "Chu Thị Minh Xét", "Ủy viên Ban Kinh tế - Ngân sách HĐND xã", "xet.giam-sat", ""),
    (Role.JUSTICE, "Đinh Công Luận", "Chuyên viên Sở Tư pháp", "luan.so-tu-phap", ""),
    (Role.ADMINISTRATOR, "Giàng A Chứ", "Công chức phụ trách chuyển đổi số", "chu.quan-tri", ""),
)
#: Colleagues who take over what one person may not do alone.
COLLEAGUES = (
    (Role.FOCAL_OFFICER, "Sùng Thị Dợ", "Công chức Văn phòng", "do.dau-moi", ""),
    (Role.ORIGINATING_UNIT, "Phàn Văn Bách", "Công chức Phòng Văn hóa - Xã hội", "bach.chu-tri", "van-hoa-xa-hoi"),
)
#: The smallest office that can act: three accounts beside the registry, and two people over its public pages.
SMALL_OFFICES = {
    "tinh-binh-minh": (
        (Role.FOCAL_OFFICER, "Cầm Thị Hoài", "Chuyên viên", "hoai.tinh", ""),
        (Role.FOCAL_HEAD, "Lường Văn Tâm", "Phó Chánh Văn phòng", "tam.tinh", ""),
        (Role.SIGNER, "Điêu Văn Chính", "Phó Chủ tịch", "chinh.tinh", ""),
        (Role.REGISTRY, "Lèo Thị Thu", "Văn thư", "thu.tinh", ""),
        (Role.EDITOR, "Lò Thị Biên", "Chuyên viên Văn phòng", "bien.tinh", ""),
        (Role.PUBLISHER, "Tráng Văn Duyệt", "Phó Chánh Văn phòng", "duyet.tinh", ""),
    ),
    "so-nong-nghiep-moi-truong": (
        (Role.FOCAL_OFFICER, "Quàng Thị Mai", "Chuyên viên", "mai.so-nnmt", ""),
        (Role.FOCAL_HEAD, "Hù Văn Chung", "Chánh Văn phòng Sở", "chung.so-nnmt", ""),
        (Role.ORIGINATING_UNIT, "Lù Thị Phương", "Chuyên viên", "phuong.so-nnmt", "quan-ly-dat-dai"),
        (Role.SIGNER, "Kiều Văn Trung", "Phó Giám đốc", "trung.so-nnmt", ""),
        (Role.REGISTRY, "Tẩn Thị Hạ", "Văn thư", "ha.so-nnmt", ""),
        (Role.EDITOR, "Chẻo Thị Soạn", "Chuyên viên Văn phòng Sở", "soan.so-nnmt", ""),
        (Role.PUBLISHER, "Hoàng Văn Rà", "Phó Chánh Văn phòng Sở", "ra.so-nnmt", ""),
    ),
    "hoa-sen": (
        (Role.FOCAL_OFFICER, "Tòng Thị Liên", "Công chức Văn phòng", "lien.hoa-sen", ""),
        (Role.FOCAL_HEAD, "Khoàng Văn Bắc", "Chánh Văn phòng", "bac.hoa-sen", ""),
        (Role.SIGNER, "Ngần Văn Hậu", "Phó Chủ tịch", "hau.hoa-sen", ""),
        (Role.REGISTRY, "Mè Thị Lan", "Văn thư", "lan.hoa-sen", ""),
        (Role.EDITOR, "Sìn Thị Viết", "Công chức Phòng Văn hóa - Xã hội", "viet.hoa-sen", ""),
        (Role.PUBLISHER, "Tẩn Văn Đọc", "Phó Chánh Văn phòng", "doc.hoa-sen", ""),
    ),
    "benh-vien-binh-minh": (
        (Role.FOCAL_OFFICER, "Bạc Thị Ngân", "Viên chức", "ngan.benh-vien", ""),
        (Role.FOCAL_HEAD, "Pờ Văn Sơn", "Trưởng phòng", "son.benh-vien", ""),
        (Role.SIGNER, "Đèo Thị Hương", "Phó Giám đốc", "huong.benh-vien", ""),
        (Role.REGISTRY, "Vàng Thị Xuân", "Văn thư", "xuan.benh-vien", ""),
        (Role.EDITOR, "Vù Thị Chữ", "Viên chức Phòng Tổ chức - Hành chính", "chu.benh-vien", ""),
        (Role.PUBLISHER, "Lý Văn Soát", "Phó Trưởng phòng", "soat.benh-vien", ""),
    ),
}

_NAMES = (
    "Hà Thị Mộc Miên", "Lương Văn Chài", "Nông Thị Bưởi", "Hoàng Văn Trám", "Vi Thị Lụa", "Bàn Văn Sính",
    "Triệu Mùi Pham", "Đặng Văn Quế", "Ma Thị Rinh", "Lý Văn Cói", "Chu Thị Bông", "Mùa A Sử", "Giàng Thị Máy",
    "Phạm Văn Cau", "Đinh Thị Ngải", "Lê Văn Muỗm", "Trần Thị Sấu", "Ngô Văn Đồi", "Phan Thị Chanh", "Quách Văn Bưng",
    "Bùi Thị Na", "Hạng A Páo", "Sầm Thị Khế", "Lục Văn Vầu", "Nguyễn Thị Hồng Mận", "Đàm Văn Luồng", "Tô Thị Gấm",
    "Trương Văn Lúa", "Cao Thị Thảo Quả", "Vương Văn Đước", "Dương Thị Sim", "Hứa Văn Nứa", "Lộc Thị Mơ", "Từ Văn Giềng",
    "La Thị Kim Ngân Hoa", "Khổng Văn Tre", "Mông Thị Dổi", "Thào A Lử", "Âu Thị Cúc", "Doãn Văn Thông", "Ôn Thị Đào",
    "Tạ Văn Hồi", "Kim Thị Súng", "Lâm Văn Chò", "Thạch Thị Bần", "Châu Văn Tràm", "Đoàn Thị Vải", "Mai Văn Sến",
)  # fmt: skip
_HAMLETS = ("Bến Nứa", "Đồi Chè", "Nà Lúa", "Khe Sim", "Suối Đá", "Bản Vàng")


def person(number: int, **fields) -> Person:
    """The so-manieth invented person: always the same one."""
    name = _NAMES[number % len(_NAMES)]
    mailbox = fold(name).replace(" ", ".")
    known = {
        "name": name,
        "identity_kind": "PERSONAL_ID",
        # A place of birth, a sex of the 21st century, a year of the 2090s, six digits: nobody's.
        "identity_number": personal_id(f"002{2 + number % 2}{90 + number % 10}{417 + number * 739:06d}"),
        "province": PROVINCE,
        "commune": "Xã Suối Vàng",
        "address": f"Thôn {_HAMLETS[number % len(_HAMLETS)]}",
        "phone": phone(f"095 {100 + number:03d} {(number * 37) % 10_000:04d}"),
        "email": f"{mailbox}@thu.example" if number % 3 else "",
        "notice": "EMAIL" if number % 3 else "NONE",
    }
    return Person(**known | fields)


def member(number: int, purpose: str) -> MemberAnswer:
    """One person of an organisation's list."""
    known = person(number)
    return MemberAnswer(name=known.name, identity_number=known.identity_number, purpose=purpose)
