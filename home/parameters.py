"""What the law leaves to an authority's internal regulation and the desk follows, in words (readings.md 7.4, 8.1, 9.3)."""

from django.utils.translation import gettext as _

from cms.core.models import Authority


def of(authority: Authority) -> list[tuple[str, str]]:
    """(matter, what holds here): read from the authority's record, which the desk itself reads."""
    days = authority.supplement_days
    supplement = _("%d ngày") % days if days else _("Không đặt hạn. Hồ sơ không tự kết thúc vì chưa bổ sung.")
    extension = _("Một người đề nghị, người khác duyệt") if authority.extension_needs_two else _("Một người quyết định")
    return [
        (_("Trả lời, từ chối yêu cầu"), _("Một người trình, người khác ký")),
        (_("Gia hạn"), extension),
        (_("Thời gian để bạn bổ sung"), supplement),
        (_("Yêu cầu gửi qua mạng vào ngày nghỉ, ngày nhận là"), authority.get_network_receipt_display().lower()),
        (_("Nhắc người xử lý trước hạn"), _("%d ngày làm việc") % authority.due_soon_days),
    ]
