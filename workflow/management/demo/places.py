"""The invented province: who there is, with units and focal points. No such place exists."""

from dataclasses import dataclass, field
from datetime import date

PROVINCE = "Tỉnh Bình Minh"


@dataclass(frozen=True)
class Place:
    """One authority: its own fields, its units (the first is the focal one), its focal point."""

    code: str
    fields: dict
    units: tuple[tuple[str, str], ...]
    focal: dict
    parent: str = ""
    has_every_role: bool = False
    people: tuple = field(default=())


#: The chair of the province, with the address.
_CHAIR = ("Chủ tịch Ủy ban nhân dân tỉnh Bình Minh", "Số 1 đường Rạng Đông, phường Hoa Sen, tỉnh Bình Minh")


def _complaints(first, first_address, second, second_address):
    """Where to complain, to sue and to pay."""
    return {
        "first_instance": first,
        "first_instance_address": first_address,
        "second_instance": second,
        "second_instance_address": second_address,
        "court": "Tòa án nhân dân khu vực 1 tỉnh Bình Minh",
        "court_address": "Số 12 đường Công Lý, phường Hoa Sen, tỉnh Bình Minh",
        "tax_office": "Thuế cơ sở 1 tỉnh Bình Minh",
        "treasury_office": "Kho bạc Nhà nước khu vực Bình Minh",
        "treasury_account": "7111.0.9990001",
        "budget_chapter": "800",
    }


PLACES = (
    Place(
        code="tinh-binh-minh",
        fields={
            "case_prefix": "BM",
            "name": "Ủy ban nhân dân tỉnh Bình Minh",
            "short_name": "Tỉnh Bình Minh",
            "kind": "PROVINCE",
            "letter_place": "Bình Minh",
            "letter_symbol": "UBND",
            "address": "Số 1 đường Rạng Đông, phường Hoa Sen, tỉnh Bình Minh",
            "phone": "0298 3866 001",
            "email": "vanphong@binhminh.example",
            "theme": "theme-ngoc",
            "data_officer_contact": "Văn phòng UBND tỉnh, 0298 3866 009, dulieu@binhminh.example",
        }
        | _complaints(*_CHAIR, "Bộ trưởng quản lý ngành, lĩnh vực", "Trụ sở Bộ quản lý ngành, lĩnh vực"),
        units=(("van-phong", "Văn phòng Ủy ban nhân dân tỉnh"), ("tong-hop", "Phòng Tổng hợp")),
        focal={
            "officer_name": "Cầm Thị Hoài",
            "officer_post": "Chuyên viên",
            "address": "Số 1 đường Rạng Đông, phường Hoa Sen, tỉnh Bình Minh",
            "place": "Phòng 102, tầng 1",
            "phone": "0298 3866 005",
            "email": "tiepcanthongtin@binhminh.example",
            "hours": "Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00",
        },
    ),
    Place(
        code="so-nong-nghiep-moi-truong",
        parent="tinh-binh-minh",
        fields={
            "case_prefix": "SNNMT",
            "name": "Sở Nông nghiệp và Môi trường tỉnh Bình Minh",
            "short_name": "Sở Nông nghiệp và Môi trường",
            "kind": "DEPARTMENT",
            "parent_line": "Ủy ban nhân dân tỉnh Bình Minh",
            "letter_place": "Bình Minh",
            "letter_symbol": "SNNMT",
            "address": "Số 8 đường Đồng Xanh, phường Hoa Sen, tỉnh Bình Minh",
            "phone": "0298 3866 100",
            "email": "so-nnmt@binhminh.example",
            "theme": "theme-rung",
        }
        | _complaints(
            "Giám đốc Sở Nông nghiệp và Môi trường tỉnh Bình Minh",
            "Số 8 đường Đồng Xanh, phường Hoa Sen, tỉnh Bình Minh",
            *_CHAIR,
        ),
        units=(
            ("van-phong", "Văn phòng Sở"),
            ("quan-ly-dat-dai", "Phòng Quản lý đất đai"),
            ("moi-truong", "Chi cục Bảo vệ môi trường"),
        ),
        focal={
            "officer_name": "Quàng Thị Mai",
            "officer_post": "Chuyên viên",
            "address": "Số 8 đường Đồng Xanh, phường Hoa Sen, tỉnh Bình Minh",
            "place": "Bộ phận Một cửa, tầng 1",
            "phone": "0298 3866 105",
            "email": "thongtin.snnmt@binhminh.example",
            "hours": "Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00",
        },
    ),
    Place(
        code="suoi-vang",
        parent="tinh-binh-minh",
        has_every_role=True,
        fields={
            "case_prefix": "SV",
            "name": "Ủy ban nhân dân xã Suối Vàng",
            "short_name": "Xã Suối Vàng",
            "kind": "COMMUNE",
            "parent_line": "Tỉnh Bình Minh",
            "letter_place": "Suối Vàng",
            "letter_symbol": "UBND",
            "address": "Thôn Bến Nứa, xã Suối Vàng, tỉnh Bình Minh",
            "phone": "0298 3866 020",
            "email": "ubnd@suoivang.binhminh.example",
            "theme": "theme-cham",
            "data_officer_contact": "Ma Văn Tuệ, 0298 3866 029, dulieu@suoivang.binhminh.example",
        }
        | _complaints("Chủ tịch Ủy ban nhân dân xã Suối Vàng", "Thôn Bến Nứa, xã Suối Vàng, tỉnh Bình Minh", *_CHAIR)
        # Prices of copying follow the area: the demonstration shows the share.
        | {
            "area": "DIFFICULT",
            "area_since_on": date(2025, 7, 1),
            "area_source": "Phụ lục II Nghị định 118/2015/NĐ-CP",
        },
        units=(
            ("van-phong", "Văn phòng HĐND và UBND xã"),
            ("kinh-te", "Phòng Kinh tế"),
            ("van-hoa-xa-hoi", "Phòng Văn hóa - Xã hội"),
            ("hanh-chinh-cong", "Trung tâm Phục vụ hành chính công"),
        ),
        focal={
            "officer_name": "Hoàng Thị Thơm",
            "officer_post": "Công chức Văn phòng",
            "address": "Thôn Bến Nứa, xã Suối Vàng, tỉnh Bình Minh",
            "place": "Quầy số 2, Trung tâm Phục vụ hành chính công",
            "phone": "0298 3866 027",
            "email": "thongtin@suoivang.binhminh.example",
            "hours": "Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00; sáng thứ Bảy nhận hồ sơ đến 11:00",
        },
    ),
    Place(
        code="hoa-sen",
        parent="tinh-binh-minh",
        fields={
            "case_prefix": "HS",
            "name": "Ủy ban nhân dân phường Hoa Sen",
            "short_name": "Phường Hoa Sen",
            "kind": "COMMUNE",
            "parent_line": "Tỉnh Bình Minh",
            "letter_place": "Hoa Sen",
            "letter_symbol": "UBND",
            "address": "Số 25 đường Đầm Sen, phường Hoa Sen, tỉnh Bình Minh",
            "phone": "0298 3866 300",
            "email": "ubnd@hoasen.binhminh.example",
            "theme": "theme-sen",
            "supplement_days": 15,
            "extension_needs_two": False,
        }
        | _complaints(
            "Chủ tịch Ủy ban nhân dân phường Hoa Sen", "Số 25 đường Đầm Sen, phường Hoa Sen, tỉnh Bình Minh", *_CHAIR
        ),
        units=(("van-phong", "Văn phòng HĐND và UBND phường"), ("ha-tang", "Phòng Kinh tế, Hạ tầng và Đô thị")),
        focal={
            "officer_name": "Tòng Thị Liên",
            "officer_post": "Công chức Văn phòng",
            "address": "Số 25 đường Đầm Sen, phường Hoa Sen, tỉnh Bình Minh",
            "place": "Quầy số 1, tầng 1",
            "phone": "0298 3866 305",
            "email": "thongtin@hoasen.binhminh.example",
            "hours": "Thứ Hai đến thứ Sáu, 7:00–11:30 và 13:30–17:00",
        },
    ),
    Place(
        code="benh-vien-binh-minh",
        parent="tinh-binh-minh",
        fields={
            "case_prefix": "BVBM",
            "name": "Bệnh viện Đa khoa tỉnh Bình Minh",
            "short_name": "Bệnh viện Đa khoa tỉnh",
            "kind": "SERVICE_UNIT",
            "parent_line": "Sở Y tế tỉnh Bình Minh",
            "letter_place": "Bình Minh",
            "letter_symbol": "BVĐK",
            "address": "Số 60 đường Ban Mai, phường Hoa Sen, tỉnh Bình Minh",
            "phone": "0298 3866 600",
            "email": "benhvien@binhminh.example",
            "theme": "theme-than",
        }
        | _complaints(
            "Giám đốc Bệnh viện Đa khoa tỉnh Bình Minh",
            "Số 60 đường Ban Mai, phường Hoa Sen, tỉnh Bình Minh",
            "Giám đốc Sở Y tế tỉnh Bình Minh",
            "Số 9 đường Ban Mai, phường Hoa Sen, tỉnh Bình Minh",
        ),
        units=(("hanh-chinh", "Phòng Tổ chức - Hành chính"), ("ke-hoach", "Phòng Kế hoạch tổng hợp")),
        focal={
            "officer_name": "Bạc Thị Ngân",
            "officer_post": "Viên chức",
            "address": "Số 60 đường Ban Mai, phường Hoa Sen, tỉnh Bình Minh",
            "place": "Phòng 5, nhà A",
            "phone": "0298 3866 605",
            "email": "thongtin.bv@binhminh.example",
            "hours": "Thứ Hai đến thứ Sáu, 7:00–11:30 và 13:00–16:30",
        },
    ),
)
