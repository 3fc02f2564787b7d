"""A form begun from an item of the catalog: what is asked for is filled in, and may be changed like anything typed."""

from django.utils.translation import gettext as _

from catalog import access
from catalog.models import InformationItem
from cms.core.dates import local_day, short

#: The name in the address and in the first page's form.
PARAMETER = "muc"
_LONGEST_CODE = 30
_LONGEST_NAME = 300


def item_of(query, authority, at) -> InformationItem | None:
    """The item that the address names, where the public may know of it; anything else asks for nothing."""
    code = query.get(PARAMETER, "")[:_LONGEST_CODE]
    return access.askable(authority, code, local_day(at)) if code else None


def answers(item: InformationItem) -> dict:
    """The first page's raw answers: the item with its class and unit, so that the focal officer finds it at once."""
    about = [_("Thông tin trong danh mục, mã mục %s: %s.") % (item.code, item.title)]
    if item.number:
        about.append(_("Số, ký hiệu: %s.") % item.number)
    if item.created_on:
        about.append(_("Ngày tạo ra: %s.") % short(item.created_on))
    about.append(_("Loại: %s. Đơn vị: %s.") % (item.get_info_class_display().lower(), item.origin))
    return {"description": [" ".join(about)], "document_name": [item.title[:_LONGEST_NAME]]}
