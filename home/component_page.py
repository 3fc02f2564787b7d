"""Every component and state on one living page, for developers. It is not there unless DEBUG is on."""

from datetime import date

from django import forms
from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from cms.core.bars import bar, columns
from cms.core.models.authority import Drawing, Theme
from cms.core.templatetags.core_tags import ICONS


class SampleForm(forms.Form):
    """One field of each kind; bound with nothing, each shows its error."""

    use_required_attribute = False

    name = forms.CharField(label="Họ và tên", error_messages={"required": "Hãy ghi họ và tên"})
    phone = forms.CharField(
        label="Số điện thoại", help_text="Ví dụ: 0912 345 678", error_messages={"required": "Hãy ghi số điện thoại"}
    )
    description = forms.CharField(
        label="Bạn cần thông tin gì?",
        widget=forms.Textarea,
        error_messages={"required": "Hãy mô tả thông tin bạn cần"},
    )
    way = forms.ChoiceField(
        label="Bạn muốn nhận thông tin bằng cách nào?",
        choices=[("tai", "Tải về trên trang này"), ("giay", "Bản giấy qua bưu điện")],
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn cách nhận"},
    )
    province = forms.ChoiceField(
        label="Tỉnh, thành phố",
        choices=[("", "Chọn tỉnh hoặc thành phố"), ("1", "Tỉnh Bình Minh")],
        error_messages={"required": "Hãy chọn tỉnh, thành phố"},
    )


BAR_PARTS = (
    ("dung", "bar__done", "đúng hạn"),
    ("cham", "bar__wait", "chậm"),
    ("qua", "bar__late", "quá hạn"),
)


def page(request):
    """`/thanh-phan/`: 404 in production."""
    if not settings.DEBUG:
        raise Http404("Không có trang này")
    day = date(2026, 11, 12)
    return render(
        request,
        "home/component_page.html",
        {
            "themes": Theme.choices,
            "drawings": [{"label": label, "shown_drawing": code} for code, label in Drawing.choices],
            "icons": sorted(ICONS),
            "empty_form": SampleForm(),
            "wrong_form": SampleForm({}, prefix="sai"),
            "tags": [
                ("", "file", "Đã tiếp nhận"),
                ("wait", "clock", "Đang xử lý"),
                ("ok", "check", "Đã cung cấp"),
                ("bad", "x", "Từ chối cung cấp"),
            ],
            "facts": [
                {"label": "Họ và tên", "value": "Hà Thị Mộc Miên", "edit_url": "#bieu-mau"},
                {"label": "Cách nhận", "value": "", "edit_url": "#bieu-mau"},
            ],
            "files": [
                {"name": "Quyết định 41/QĐ-UBND", "url": "#danh-sach", "meta": "PDF, 96 KB"},
                {"name": "Bản giấy"},
            ],
            "steps": [{"title": "Tìm trước", "text": "Xem ngay."}, {"title": "Gửi yêu cầu"}, {"title": "Tra cứu"}],
            "bars": [bar("Điểm a", {"dung": 7, "cham": 2, "qua": 1}, BAR_PARTS)],
            "bar_parts": BAR_PARTS,
            "columns": columns(
                [("10/2026", {"dung": 7, "cham": 2}), ("11/2026", {"dung": 4, "cham": 3})], BAR_PARTS[:2]
            ),
            "column_parts": BAR_PARTS[:2],
            "tasks": [{"icon": "send", "title": "Gửi yêu cầu", "text": "Khoảng 10 phút.", "url": "#danh-sach"}],
            "events": [
                {"title": "Đang xử lý", "on": day, "text": "Đang tìm hồ sơ."},
                {"title": "Đã tiếp nhận", "on": day},
            ],
            "uploads": [{"name": "bien-cong-trinh.jpg", "size": 1_258_291, "key": "1"}],
            "crumbs": [("Chọn cơ quan", "/"), ("Xã Suối Vàng", "/")],
            "due_on": day,
            "stamped": {"last_published_at": day, "responsible": "Văn phòng"},
        },
    )
