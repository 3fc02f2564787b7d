"""Role codes. What each may do to a request stands in workflow.transitions; who holds one is data (RoleHolder)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The offices of the procedure (readings.md 2, 8; issue: one person may hold several)."""

    FOCAL_OFFICER = "FOCAL_OFFICER", _("Cán bộ đầu mối")
    FOCAL_HEAD = "FOCAL_HEAD", _("Trưởng đơn vị đầu mối")
    ORIGINATING_UNIT = "ORIGINATING_UNIT", _("Đơn vị chủ trì")
    SIGNER = "SIGNER", _("Người ký")
    REGISTRY = "REGISTRY", _("Văn thư")
    CASHIER = "CASHIER", _("Thu tiền")
    EDITOR = "EDITOR", _("Biên tập viên")
    PUBLISHER = "PUBLISHER", _("Người duyệt đăng")
    HEAD = "HEAD", _("Người đứng đầu cơ quan")
    DATA_OFFICER = "DATA_OFFICER", _("Phụ trách dữ liệu cá nhân")
    AUDITOR = "AUDITOR", _("Kiểm tra, giám sát")
    JUSTICE = "JUSTICE", _("Sở Tư pháp")
    ADMINISTRATOR = "ADMINISTRATOR", _("Quản trị")


#: Work on requests: these open the desk and see the cases of the unit or authority they serve.
CASE_ROLES = frozenset(
    {
        Role.FOCAL_OFFICER,
        Role.FOCAL_HEAD,
        Role.ORIGINATING_UNIT,
        Role.SIGNER,
        Role.REGISTRY,
        Role.CASHIER,
        Role.HEAD,
        Role.DATA_OFFICER,
    }
)
#: See every case of the authority they serve, not only their own unit's.
WHOLE_AUTHORITY_ROLES = frozenset(
    {Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.SIGNER, Role.REGISTRY, Role.CASHIER, Role.HEAD, Role.DATA_OFFICER}
)
#: Look and change nothing; only ever under a grant with an end (S1, issue: "without a dated grant").
SUPERVISING_ROLES = frozenset({Role.AUDITOR, Role.JUSTICE})
#: Approve what others propose on cases; an authority without any of them cannot answer.
APPROVING_ROLES = frozenset({Role.SIGNER, Role.HEAD})
EDITING_ROLES = frozenset({Role.EDITOR, Role.PUBLISHER})
