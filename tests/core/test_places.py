"""The provincial units of today."""

from cms.core.places import provinces


def test_there_are_34_units_and_each_once():
    units = provinces()
    assert len(units) == 34
    assert len({unit.code for unit in units}) == 34
    assert len({unit.name for unit in units}) == 34


def test_seven_are_cities_since_dong_nai_became_one():
    assert {unit.name for unit in provinces() if unit.kind == "Thành phố"} == {
        "Cần Thơ",
        "Đà Nẵng",
        "Đồng Nai",
        "Hà Nội",
        "Hải Phòng",
        "Hồ Chí Minh",
        "Huế",
    }
    assert {unit.kind for unit in provinces()} == {"Tỉnh", "Thành phố"}


def test_list_is_in_vietnamese_order():
    names = [unit.name for unit in provinces()]
    assert names[:3] == ["An Giang", "Bắc Ninh", "Cà Mau"]
    assert names.index("Cao Bằng") < names.index("Cần Thơ") < names.index("Đà Nẵng") < names.index("Đắk Lắk")
    assert names[-1] == "Vĩnh Long"


def test_unit_reads_as_in_an_address():
    assert str(next(unit for unit in provinces() if unit.code == "92")) == "Thành phố Cần Thơ"
