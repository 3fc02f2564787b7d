"""The menu by role, each entry with how much waits there. Labels stay short: the sidebar cuts after twenty characters."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.core.dates import today
from cms.core.roles import CASE_ROLES, EDITING_ROLES, SUPERVISING_ROLES, WHOLE_AUTHORITY_ROLES, Role
from workflow import queues
from workflow.access import FINDING_ROLES, RETENTION_DECIDERS, RETENTION_PROPOSERS
from workflow.queues import Desk

_WORKING = CASE_ROLES - {Role.DATA_OFFICER}
_FOCAL = {Role.FOCAL_OFFICER, Role.FOCAL_HEAD}
#: Wagtail's own entries; those who only work on requests have no use for them.
_CONTENT = frozenset({"explorer", "images", "documents", "reports", "settings", "snippets", "forms"})
#: Wagtail's release notes in English, for nobody here.
_NEVER = frozenset({"help"})


def counts_of(request, *names: str) -> dict[str, int]:
    """How much waits in the queues named; those that the menu shows come along, so that one query does for both."""
    known = request.__dict__.setdefault("_desk_counts", {})
    wanted = {*names, *(item.count_name for item in ITEMS if item.count_name and item.is_shown(request))} - known.keys()
    if wanted:
        known.update(queues.counts(desk_of(request), sorted(wanted)))
    return known


def desk_of(request) -> Desk:
    """Whose desk it is, today; read once a request."""
    if not hasattr(request, "_desk"):
        request._desk = Desk.of(request.user, today())
    return request._desk


def holds(user, roles) -> bool:
    return any(held.role in roles for held in user.current_roles)


class DeskItem(MenuItem):
    """An entry shown to those who hold one of the roles, with a count where one is named."""

    def __init__(self, label, url_name, *, roles, icon, order, count=""):
        super().__init__(label, "", name=f"desk-{order}", icon_name=icon, order=order)
        self.url_name, self.roles, self.count_name = url_name, frozenset(roles), count

    def is_shown(self, request):
        return holds(request.user, self.roles)

    def render_component(self, request):
        # Items are shared between requests, so only the component that is returned may carry a count.
        component = super().render_component(request)
        component.url = reverse(self.url_name)
        waiting = counts_of(request)[self.count_name] if self.count_name else 0
        if waiting:
            component.label = f"{self.label} ({waiting})"
        return component


ITEMS = (
    DeskItem(_("Việc của tôi"), "wagtailadmin_home", roles=_WORKING, icon="tasks", order=10, count="my_turn"),
    DeskItem(
        _("Chờ tôi ký"),
        "desk:to_sign",
        roles={Role.SIGNER, Role.HEAD, Role.FOCAL_HEAD},
        icon="edit",
        order=20,
        count="to_sign",
    ),
    DeskItem(_("Chờ phát hành"), "desk:to_issue", roles={Role.REGISTRY}, icon="mail", order=30, count="to_issue"),
    DeskItem(
        _("Sổ văn bản"),
        "desk:outgoing",
        roles=WHOLE_AUTHORITY_ROLES - {Role.CASHIER, Role.DATA_OFFICER} | SUPERVISING_ROLES,
        icon="list-ol",
        order=48,
    ),
    DeskItem(
        _("Hồ sơ"),
        "ho-so_modeladmin_index",
        roles=CASE_ROLES | SUPERVISING_ROLES,
        icon="folder-open-inverse",
        order=40,
    ),
    DeskItem(
        _("Kiến nghị đính chính"),
        "kien-nghi_modeladmin_index",
        roles=CASE_ROLES | SUPERVISING_ROLES,
        icon="warning",
        order=45,
    ),
    DeskItem(
        _("Khiếu nại"),
        "khieu-nai_modeladmin_index",
        roles=CASE_ROLES | {Role.AUDITOR},
        icon="user",
        order=46,
    ),
    DeskItem(
        _("Sổ theo dõi"),
        "desk:register",
        roles=CASE_ROLES | SUPERVISING_ROLES,
        icon="list-ul",
        order=47,
    ),
    DeskItem(
        _("Nhập phiếu giấy"),
        "desk:entry",
        roles={Role.FOCAL_OFFICER, Role.REGISTRY},
        icon="circle-plus",
        order=50,
    ),
    DeskItem(
        _("Rà tệp"),
        "desk:to_check",
        roles=_FOCAL | {Role.ORIGINATING_UNIT},
        icon="view",
        order=60,
        count="to_check",
    ),
    DeskItem(
        _("Kiểm tra"),
        "desk:inspections",
        roles=FINDING_ROLES | SUPERVISING_ROLES | {Role.ADMINISTRATOR},
        icon="glasses",
        order=65,
    ),
    DeskItem(_("Bàn giao"), "desk:handover", roles=_FOCAL, icon="group", order=70),
    DeskItem(
        _("Lưu trữ, xóa"),
        "desk:retention",
        roles=RETENTION_PROPOSERS | RETENTION_DECIDERS | SUPERVISING_ROLES,
        icon="folder-inverse",
        order=72,
    ),
)


def tidy(request, items) -> None:
    """Take Wagtail's content entries from those who hold no editing role."""
    user = request.user
    items[:] = [item for item in items if item.name not in _NEVER]
    if user.is_superuser or holds(user, EDITING_ROLES | {Role.ADMINISTRATOR}):
        return
    items[:] = [item for item in items if item.name not in _CONTENT]
