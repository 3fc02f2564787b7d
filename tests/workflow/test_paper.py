"""A paper is plain data: composed text, punctuated lines, JSON there and back."""

import json
import unicodedata

import pytest

from cms.core.models.authority import AuthorityKind
from workflow.letters.paper import (
    Heading,
    Pairs,
    Paper,
    Paragraph,
    Points,
    Quote,
    Signature,
    Table,
    ended,
    from_dict,
    points,
)
from workflow.letters.signing import signing_lines

WHOLE = Paper(
    form="RESOLUTION",
    kind="PHIẾU GIẢI QUYẾT",
    subject="Yêu cầu cung cấp thông tin",
    body=[
        Heading("1. Thông tin"),
        Paragraph("Một dòng"),
        Quote("Hai\r\ndòng"),
        points("bản đồ", "quyết định."),
        Table(("Khoản", "Tiền"), [("Sao chụp", "3.000")], numeric=(1,), total=("Tổng cộng", "3.000")),
        *ended(Pairs([("Số hồ sơ", "SV-1")]), Paragraph("Hết.")),
    ],
    addressees=["Ông/Bà Mến", "Sở Y tế."],
    signatures=[Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê An")],
    recipients=("Như trên;", "Lưu: VT."),
    written_on="2026-11-05",
)


def test_paper_goes_through_json_and_comes_back_the_same():
    assert from_dict(json.loads(json.dumps(WHOLE.as_dict()))) == WHOLE


def test_text_is_composed_whatever_was_typed():
    typed = unicodedata.normalize("NFD", "Ấp Ổ Ữ, Kỵ ặ ệ ộ ự ỹ đ")
    paper = Paper(subject=typed, body=[Quote(typed), Pairs([(typed, typed)]), points(typed)])
    told = json.dumps(paper.as_dict(), ensure_ascii=False)
    assert told == unicodedata.normalize("NFC", told)
    assert "Ấp Ổ Ữ" in told


def test_lists_end_in_semicolons_and_the_last_in_a_full_stop():
    assert points("bản đồ", "quyết định.") == Points(("bản đồ;", "quyết định."))
    assert ended(points("một", "hai")) == (Points(("một;", "hai./.")),)
    assert ended(Heading("1."), Paragraph("Hết.")) == (Heading("1."), Paragraph("Hết./."))


def test_one_addressee_ends_in_a_full_stop_and_two_are_a_list():
    assert WHOLE.addressee_lines == ("Ông/Bà Mến;", "Sở Y tế.")
    assert Paper(subject="", body=(), addressees=("Sở Y tế",)).addressee_lines == ("Sở Y tế.",)


@pytest.mark.parametrize(
    ("kind", "post", "lines"),
    [
        (AuthorityKind.DEPARTMENT, "Giám đốc", ["GIÁM ĐỐC"]),
        (AuthorityKind.DEPARTMENT, "Phó Giám đốc", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (AuthorityKind.DEPARTMENT, "Chánh Văn phòng", ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
        (AuthorityKind.COMMUNE, "Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (AuthorityKind.COMMUNE, "Phó Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (AuthorityKind.PROVINCE, "Chánh Văn phòng", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
        (AuthorityKind.SERVICE_UNIT, "Trưởng phòng Hành chính", ["TRƯỞNG PHÒNG HÀNH CHÍNH"]),
        (AuthorityKind.COMMUNE, "TUQ. Chủ tịch\nChánh Văn phòng", ["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
        (AuthorityKind.DEPARTMENT, "KT. Giám đốc", ["KT. GIÁM ĐỐC"]),
        (AuthorityKind.DEPARTMENT, "", []),
    ],
)
def test_signer_signs_on_the_right_behalf(kind, post, lines):
    assert list(signing_lines(kind, post)) == lines
