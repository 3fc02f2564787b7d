"""These pages in the Wagtail admin; workflow.wagtail_hooks connects them."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from cms.audit.kinds import name_kinds
from cms.law.services.people import READERS
from workflow.desk.menu import DeskItem
from workflow.desk.wording.modeladmin import ADMINS

ACTS = {
    "wording.proposed": _("Đề nghị câu chữ văn bản"),
    "wording.approved": _("Duyệt câu chữ văn bản"),
    "wording.rejected": _("Không duyệt câu chữ văn bản"),
    "wording.withdrawn": _("Rút đề nghị câu chữ"),
    "answer.written": _("Thêm câu trả lời mẫu"),
    "answer.rewritten": _("Sửa câu trả lời mẫu"),
    "answer.retired": _("Thôi dùng câu trả lời mẫu"),
    "answer.restored": _("Dùng lại câu trả lời mẫu"),
}


def connect():
    name_kinds(ACTS)
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("register_admin_menu_item", menu_item)
    for admin in ADMINS:
        admin().register_with_wagtail()


def admin_urls():
    return [path("mau-cau-chu/", include("workflow.desk.wording.urls", namespace="wording"))]


def menu_item():
    return DeskItem(_("Mẫu câu chữ"), "wording:home", roles=READERS, icon="edit", order=78)
