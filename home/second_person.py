"""Two people over the same words: who wrote and sent them never lets them become public (S7).

Sources: security.md S7; the rule holds for every door, a superuser and a holder of both roles included.
"""

import json
import re
from contextlib import suppress

from django.utils.translation import gettext_lazy as _

from cms.core import page_rights
from cms.core.errors import NotAllowed

#: What Wagtail keeps in a revision beside the words that readers will see.
_BOOKKEEPING = frozenset(
    {
        "pk",
        "path",
        "depth",
        "numchild",
        "url_path",
        "owner",
        "live",
        "expired",
        "locked",
        "locked_at",
        "locked_by",
        "draft_title",
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "wagtail_admin_comments",
    }
)

_PARAGRAPH_NAME = re.compile(r' data-block-key="[^"]*"')


def words_of(revision) -> dict:
    """What readers would see of a revision, and when; comments between editors are no part of it."""
    return {name: _said(value) for name, value in revision.content.items() if name not in _BOOKKEEPING}


def _said(value):
    """A value without the names that blocks and paragraphs have in the editor; a stream is kept as JSON text."""
    if isinstance(value, str) and value[:1] in "[{":
        with suppress(ValueError):  # ordinary text may begin with a bracket
            value = json.loads(value)
    if isinstance(value, str):
        return _PARAGRAPH_NAME.sub("", value)
    if isinstance(value, list):
        return [_said(item) for item in value]
    if isinstance(value, dict):
        is_block = {"type", "value"} <= value.keys()
        return {name: _said(item) for name, item in value.items() if not (is_block and name == "id")}
    return value


def author_of(revision) -> int | None:
    """Who gave the words their present form: a later save that changed none of them makes nobody their author."""
    words, author = words_of(revision), revision.user_id
    earlier = (
        type(revision)
        .objects.filter(base_content_type=revision.base_content_type_id, object_id=revision.object_id)
        .filter(created_at__lt=revision.created_at)
        .order_by("-created_at", "-pk")
    )
    for before in earlier.iterator(chunk_size=5):
        if words_of(before) != words:
            break
        author = before.user_id
    return author


def why_not(workflow_state, user) -> str:
    """Why this person may not approve what was submitted, as a plain sentence; empty when they may."""
    page = workflow_state.content_object
    if page is None or not page_rights.is_publisher_of(user, page):
        return str(_("Chỉ người duyệt đăng của cơ quan này được duyệt. Nội dung vẫn chờ duyệt."))
    if workflow_state.requested_by_id == user.pk:
        return str(_("Ông/Bà đã gửi duyệt nội dung này, nên cần một người duyệt đăng khác duyệt."))
    submitted = workflow_state.current_task_state and workflow_state.current_task_state.revision
    latest = page.get_latest_revision()
    if submitted is None or latest is None:
        return str(_("Chưa có nội dung nào được gửi duyệt."))
    if user.pk in {author_of(latest), author_of(submitted)}:
        return str(
            _(
                "Ông/Bà là người viết hoặc sửa sau cùng nội dung này, nên cần một người khác duyệt. "
                "Hãy chọn “Yêu cầu sửa” để biên tập viên xem lại và gửi duyệt lần nữa."
            )
        )
    if latest.pk != submitted.pk and words_of(latest) != words_of(submitted):
        return str(_("Nội dung đã đổi sau khi gửi duyệt. Hãy chọn “Yêu cầu sửa” để biên tập viên gửi lại bản mới."))
    return " ".join(str(problem) for problem in latest.as_object().publish_problems())


def check(workflow_state, user) -> None:
    """Raise NotAllowed unless the person may approve."""
    if why := why_not(workflow_state, user):
        raise NotAllowed(why)


def not_a_publisher() -> NotAllowed:
    return NotAllowed(str(_("Chỉ người duyệt đăng của cơ quan này được duyệt hoặc yêu cầu sửa.")))


def publish(workflow_state, user=None) -> None:
    """The end of an approved workflow: exactly the words that were submitted become public, or are scheduled."""
    if user is None:
        raise NotAllowed(str(_("Cần một người duyệt đăng để công khai nội dung.")))
    check(workflow_state, user)
    workflow_state.content_object.get_latest_revision().publish(user=user, skip_permission_checks=True)
