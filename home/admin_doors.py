"""The doors of Wagtail's admin through which pages change, kept before Wagtail opens them.

Wagtail answers an act that is not allowed by leaving it out, or by sending the person to the start page, and tells
nobody. Here it gets a plain sentence and an entry of the chain, nothing is changed, and what another authority is
writing is simply not there. Which acts are allowed stands in cms.core.page_rights and home.second_person.
"""

from dataclasses import dataclass

from django.db import transaction
from django.http import Http404, HttpResponseForbidden
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TaskState

from cms.audit.record import Subject, refused
from cms.core import page_rights
from cms.core.admin_page import RefusedPage
from cms.core.errors import NotAllowed
from home import second_person

PUBLISH = "page.publish"
NO_DIRECT_PUBLISHING = _(
    "Không ai tự đăng trang. Hãy chọn “Trình duyệt”; một người duyệt đăng khác của cơ quan sẽ đọc và duyệt."
)


@dataclass(frozen=True)
class Door:
    """One address: the act in the record, the question to the page's permissions, and the answer when it is no."""

    act: str
    question: str
    why: str


_TAKE_DOWN = _("Chỉ người duyệt đăng của cơ quan được gỡ trang, hủy lịch đăng hoặc xếp lại thứ tự trang.")
_DELETE = _("Trang đang công khai, hoặc là trang gốc của cơ quan, thì không xóa, không chuyển chỗ. Hãy gỡ trang trước.")
DOORS = {
    "unpublish": Door("page.unpublish", "can_unpublish", _TAKE_DOWN),
    "revisions_unschedule": Door("page.unschedule", "can_unschedule", _TAKE_DOWN),
    "delete": Door("page.delete", "can_delete", _DELETE),
    "move": Door("page.move", "can_move", _DELETE),
    "move_confirm": Door("page.move", "can_move", _DELETE),
    "copy": Door("page.copy", "can_copy", _("Ông/Bà không soạn trang này nên không sao chép được.")),
    "convert_alias": Door("page.convert_alias", "can_edit", _("Ông/Bà không soạn trang này.")),
    "set_privacy": Door(
        "page.set_privacy",
        "can_set_view_restrictions",
        _("Trang công khai thì ai cũng xem được, không đặt mật khẩu hay nhóm xem riêng."),
    ),
    "lock": Door("page.lock", "can_lock", _("Chỉ người duyệt đăng của cơ quan được khóa trang.")),
    "unlock": Door("page.unlock", "can_unlock", _("Chỉ người đã khóa hoặc người duyệt đăng được mở khóa trang.")),
}
#: Several pages at once: the same questions of each of them.
BULK = {"unpublish": DOORS["unpublish"], "delete": DOORS["delete"], "move": DOORS["move"]}
_PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id")


class PageDoors:
    """Middleware: pages out of reach are not there; an act that is not allowed is refused, recorded, and undone whole."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        if not _leads_to_pages(match) or not request.user.is_authenticated:
            return None
        page = _page_of(match, args, kwargs)
        if page is not None and not page_rights.is_in_reach(request.user, page):
            raise Http404("Không có trang này")
        if request.method != "POST":
            return None
        if refusal := _refusal(request, match, page, kwargs):
            return _refuse(request, page, *refusal)
        _keep_submitted_words(request)
        try:
            with transaction.atomic():
                response = view(request, *args, **kwargs)
                if _is_api(match) and response.status_code == 403:
                    raise NotAllowed(str(NO_DIRECT_PUBLISHING))
                return response
        except NotAllowed as error:
            return _refuse(request, page, _act_of(match, kwargs), str(error))


def _is_api(match) -> bool:
    return match.namespaces[:1] == ["wagtailadmin_api"]


def _leads_to_pages(match) -> bool:
    if match is None:
        return False
    named = match.url_name in {"wagtailadmin_explore", "wagtailadmin_explore_results", "wagtail_bulk_action"}
    return named or match.namespaces == ["wagtailadmin_pages"] or (_is_api(match) and match.url_name == "action")


def _page_of(match, args, kwargs) -> Page | None:
    """The page that the address names; None where it names none, or none that exists."""
    if match.url_name == "wagtail_bulk_action":
        return None
    key = next((kwargs[name] for name in _PAGE_ARGUMENTS if name in kwargs), None)
    if key is None:
        key = kwargs.get("pk") or (args[0] if args else None)
    return Page.objects.filter(pk=key).first() if key else None


def _act_of(match, kwargs) -> str:
    name = kwargs.get("action_name", "") if _is_api(match) or "action" in match.url_name else match.url_name
    door = DOORS.get(name)
    return door.act if door else f"page.{name}" if name in {"approve", "reject", "copy", "create_alias"} else PUBLISH


def _refusal(request, match, page, kwargs) -> tuple[str, str] | None:
    """The act that is not allowed and why; None where Wagtail may go on."""
    name, user = match.url_name, request.user
    if name == "wagtail_bulk_action":
        return _bulk_refusal(request, kwargs)
    if page is None or _is_api(match):
        return None
    if request.POST.get("action-publish"):
        return PUBLISH, str(NO_DIRECT_PUBLISHING)
    if name in {"workflow_action", "collect_workflow_action_data"}:
        return _workflow_refusal(page, user, kwargs["action_name"])
    if name == "edit" and request.POST.get("action-workflow-action"):
        return _workflow_refusal(page, user, request.POST.get("workflow-action-name", ""))
    if name == "set_page_position":
        parent = page.get_parent()
        allowed = parent is not None and parent.permissions_for_user(user).can_reorder_children()
        return None if allowed else ("page.reorder", str(_TAKE_DOWN))
    door = DOORS.get(name)
    if door is None or getattr(page.permissions_for_user(user), door.question)():
        return None
    return door.act, str(door.why)


def _workflow_refusal(page, user, action) -> tuple[str, str] | None:
    state = page.current_workflow_state
    act = f"page.{action}" if action in {"approve", "reject"} else "page.review"
    if state is None:  # decided meanwhile: Wagtail says so by itself
        return None
    if action == "approve":
        why = second_person.why_not(state, user)
        return (act, why) if why else None
    return None if page_rights.is_publisher_of(user, page) else (act, str(second_person.not_a_publisher()))


def _bulk_refusal(request, kwargs) -> tuple[str, str] | None:
    if (kwargs["app_label"], kwargs["model_name"]) != ("wagtailcore", "page"):
        return None
    if kwargs["action"] == "publish":
        return PUBLISH, str(NO_DIRECT_PUBLISHING)
    keys = [key for key in request.GET.getlist("id") if _is_key(key)]
    pages = list(Page.objects.filter(pk__in=keys))
    if not all(page_rights.is_in_reach(request.user, page) for page in pages):
        raise Http404("Không có trang này")
    door = BULK.get(kwargs["action"])
    if door and not all(getattr(page.permissions_for_user(request.user), door.question)() for page in pages):
        return door.act, str(door.why)
    return None


def _keep_submitted_words(request) -> None:
    """Autosave writes over the person's last revision; one that was submitted or published is kept as it is."""
    key = request.POST.get("overwrite_revision_id", "")
    if not key:
        return
    if _is_key(key) and TaskState.objects.filter(revision=key).exists():
        request.POST = request.POST.copy()
        del request.POST["overwrite_revision_id"]


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _refuse(request, page, act: str, why: str):
    subject = Subject("wagtailcore.page", str(page.pk)) if page else None
    authority = page_rights.authority_of(page) if page else None
    refused(act, subject=subject, by=request.user, authority=authority, reason=why)
    if request.headers.get("x-requested-with") == "XMLHttpRequest" or _is_api(request.resolver_match):
        return HttpResponseForbidden(why, content_type="text/plain; charset=utf-8")
    return RefusedPage.answer(request, status=403, why=why)
