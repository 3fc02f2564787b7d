"""What each paper may say: the words an editor may use, declared once a form, and the wording that is shipped.

A word stands in braces, as {so_ho_so}. A *part* is laid out by the paper itself from the case (what was asked, the
grounds of a refusal with their articles, the costs, how to complain) and stands alone on its line. What the law demands
of a paper is compulsory: a wording without it is refused. An optional word that has no value in a case takes its line
away with it.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from workflow.choices import LetterForm


@dataclass(frozen=True)
class Word:
    """One word: its name, the sentence that explains it, and what it says in the invented case of the preview.

    `may_be_empty`: a case may have no value for it, and its line is then left out.
    """

    name: str
    sentence: str
    sample: str
    is_compulsory: bool = False
    is_part: bool = False
    may_be_empty: bool = False

    @property
    def in_braces(self) -> str:
        return f"{{{self.name}}}"


def _part(name, sentence, sample):
    return Word(name, sentence, sample, is_compulsory=True, is_part=True)


def _must(name, sentence, sample):
    return Word(name, sentence, sample, is_compulsory=True)


#: Words that every paper knows.
COMMON = (
    Word("co_quan", _("Tên cơ quan ra văn bản."), "Ủy ban nhân dân xã Suối Vàng"),
    Word("nguoi_yeu_cau", _("Họ và tên người yêu cầu."), "Nguyễn Thị Ví Dụ"),
    Word("so_ho_so", _("Số hồ sơ."), "SV-261102-0001"),
    Word("ngay_nhan", _("Ngày nhận yêu cầu."), "02/11/2026"),
    Word("dau_moi", _("Tên đơn vị đầu mối, nếu cơ quan đã ghi."), "Văn phòng", may_be_empty=True),
    Word("cach_nhan", _("Cách nhận thông tin mà người yêu cầu đã chọn."), "Qua thư điện tử"),
)
_ASKED = _part(
    "thong_tin_yeu_cau",
    _("Đoạn trích điều người dân yêu cầu."),
    "Danh sách các tuyến đường trong xã được sửa chữa năm 2026.",
)
_REMEDIES = _part(
    "khieu_nai_khoi_kien",
    _("Quyền khiếu nại, khởi kiện: nơi nhận, thời hạn, điều luật."),
    "Không đồng ý với văn bản này, Ông/Bà có quyền khiếu nại lần đầu trong thời hạn 90 ngày, "
    "hoặc khởi kiện trong thời hạn 01 năm.",
)

WORDS: dict[str, tuple[Word, ...]] = {
    LetterForm.SUPPLEMENT: (
        _ASKED,
        _part("can_bo_sung", _("Những gì người dân cần bổ sung."), "Nêu rõ năm và tuyến đường cần thông tin."),
        Word("han_bo_sung", _("Hạn bổ sung theo quy chế, nếu quy chế có đặt."), "12/11/2026", may_be_empty=True),
    ),
    LetterForm.TIME_LIMIT: (
        _ASKED,
        _must("ngay_hop_le", _("Ngày yêu cầu hợp lệ."), "02/11/2026"),
        _must("thoi_han", _("Thời hạn luật cho để trả lời."), "12 ngày"),
        _must("dieu_luat", _("Điều luật đặt thời hạn."), "khoản 3 Điều 26 Luật Tiếp cận thông tin"),
        _must("han_tra_loi", _("Ngày trả lời chậm nhất."), "thứ Hai, 16/11/2026"),
    ),
    LetterForm.RESOLUTION: (
        _part(
            "thong_tin_cung_cap",
            _("Danh sách thông tin được cung cấp; phần không cung cấp nếu có."),
            "1. Thông tin được cung cấp: danh sách các tuyến đường trong xã được sửa chữa năm 2026.",
        ),
        _part(
            "thoi_gian_dia_diem",
            _("Hình thức, địa điểm, thời gian cung cấp."),
            "2. Thời gian, địa điểm, hình thức cung cấp: qua thư điện tử, chậm nhất thứ Hai, 16/11/2026.",
        ),
        _part(
            "chi_phi",
            _("Bảng chi phí, cách trả, hạn trả; hoặc điều luật cho miễn."),
            "3. Chi phí in, sao, chụp, gửi thông tin: Ông/Bà không phải trả chi phí.",
        ),
    ),
    LetterForm.EXTENSION: (
        _ASKED,
        _must("ly_do", _("Lý do gia hạn theo luật."), "Cần thêm thời gian tập hợp thông tin"),
        Word("giai_thich", _("Lời giải thích của người soạn, nếu có."), "Hồ sơ nằm ở ba đơn vị.", may_be_empty=True),
        _must("han_dang_chay", _("Ngày hết thời hạn đang chạy."), "16/11/2026"),
        _must("thoi_gian_gia_han", _("Số ngày gia hạn."), "07 ngày"),
        _must("dieu_luat", _("Điều luật cho gia hạn."), "khoản 3 Điều 26 Luật Tiếp cận thông tin"),
        _must("han_moi", _("Ngày trả lời mới, chậm nhất."), "thứ Hai, 23/11/2026"),
    ),
    LetterForm.REFUSAL: (
        _must("pham_vi", _("Toàn bộ hay một phần thông tin bị từ chối."), "thông tin theo yêu cầu của Ông/Bà"),
        _part(
            "noi_dung_tu_choi",
            _("Từng mục bị từ chối với căn cứ, điều luật và những gì căn cứ đòi hỏi."),
            "Căn cứ từ chối: thông tin đã được công khai (khoản 2 Điều 27). "
            "Thông tin đã công khai tại: minhbach.example/suoi-vang/.",
        ),
        Word(
            "giai_thich",
            _("Lời giải thích của người soạn, nếu có."),
            "Ông/Bà xem ngay được tại trang đã nêu.",
            may_be_empty=True,
        ),
        _REMEDIES,
    ),
    LetterForm.REDIRECT: (
        _ASKED,
        _must("co_quan_dung", _("Cơ quan có trách nhiệm cung cấp."), "Sở Xây dựng tỉnh Bình Minh"),
        _REMEDIES,
    ),
}

SHIPPED: dict[str, str] = {
    LetterForm.SUPPLEMENT: """\
{co_quan} đã nhận yêu cầu cung cấp thông tin của Ông/Bà. Yêu cầu chưa đủ hoặc chưa rõ nội dung.
Thông tin Ông/Bà yêu cầu:
{thong_tin_yeu_cau}
Đề nghị Ông/Bà bổ sung:
{can_bo_sung}
Ông/Bà bổ sung ở trang tra cứu hồ sơ, gửi qua bưu điện, thư điện tử hoặc đến gặp đầu mối.
Theo quy chế của cơ quan, hạn bổ sung là hết ngày {han_bo_sung}.
Thời hạn trả lời được tính từ ngày cơ quan nhận đủ nội dung bổ sung. Văn bản này không phải là từ chối cung cấp thông tin.""",
    LetterForm.TIME_LIMIT: """\
Yêu cầu của Ông/Bà hợp lệ từ ngày {ngay_hop_le}. \
Thông tin yêu cầu phức tạp, không có sẵn, phải tập hợp hoặc lấy ý kiến của cơ quan khác.
Thông tin Ông/Bà yêu cầu:
{thong_tin_yeu_cau}
Thời hạn trả lời là {thoi_han}, kể từ ngày nhận được yêu cầu hợp lệ ({dieu_luat}).
{co_quan} sẽ cung cấp thông tin hoặc trả lời bằng văn bản chậm nhất {han_tra_loi}.
Cách nhận thông tin Ông/Bà đã chọn: {cach_nhan}.""",
    LetterForm.RESOLUTION: """\
{co_quan} giải quyết yêu cầu cung cấp thông tin của Ông/Bà như sau:
{thong_tin_cung_cap}
{thoi_gian_dia_diem}
{chi_phi}""",
    LetterForm.EXTENSION: """\
{co_quan} thông báo gia hạn thời hạn trả lời yêu cầu của Ông/Bà.
Thông tin Ông/Bà yêu cầu:
{thong_tin_yeu_cau}
Lý do gia hạn: {ly_do}.
{giai_thich}
Thời hạn đang chạy hết ngày {han_dang_chay}. \
Thời gian gia hạn: {thoi_gian_gia_han}, tính tiếp từ hết thời hạn đang chạy ({dieu_luat}).
Thời hạn trả lời mới: chậm nhất {han_moi}.""",
    LetterForm.REFUSAL: """\
{co_quan} từ chối cung cấp {pham_vi}:
{noi_dung_tu_choi}
{giai_thich}
{khieu_nai_khoi_kien}""",
    LetterForm.REDIRECT: """\
Thông tin Ông/Bà yêu cầu không thuộc trách nhiệm cung cấp của {co_quan}.
Thông tin Ông/Bà yêu cầu:
{thong_tin_yeu_cau}
Cơ quan có trách nhiệm cung cấp thông tin này: {co_quan_dung}.
Ông/Bà gửi yêu cầu đến cơ quan đó. {co_quan} hướng dẫn nơi gửi, không chuyển hồ sơ thay Ông/Bà.
{khieu_nai_khoi_kien}""",
}


def words_of(form: str) -> dict[str, Word]:
    """The words of one form by their names; those that stand in every paper last."""
    return {word.name: word for word in (*WORDS[form], *COMMON)}
