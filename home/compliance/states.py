"""How an obligation stands: one small function for each, facts in, a finding out. Nowhere else is this decided."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.core.dates import short
from home.compliance.facts import Facts
from home.compliance.list_facts import ListFact
from home.compliance.page_facts import PageFact
from home.models.compliance import ObligationCode

#: What of a focal point must be filled in; the mailbox and the training are obligations of their own.
FOCAL_FIELDS = ("officer_name", "officer_post", "address", "place", "phone", "hours", "methods", "decision_number")
MEANS_FIELDS = ("reading_place", "devices", "aids")


class State(models.TextChoices):
    """What everybody is told: public page, JSON, supervisor's table."""

    MISSING = "MISSING", gettext_lazy("Chưa có")
    EMPTY = "EMPTY", gettext_lazy("Còn trống")
    DUE = "DUE", gettext_lazy("Đến hạn")
    IN_ORDER = "IN_ORDER", gettext_lazy("Đủ")
    NOT_APPLICABLE = "NOT_APPLICABLE", gettext_lazy("Không áp dụng")


@dataclass(frozen=True)
class Finding:
    """What the facts say. `changed_on`: since when it is so; `done_on`: the day from which a hard term runs.

    `late` says in words what of it is late by itself, whatever was reviewed; `reviewed_on` and `review_due_on` are
    those of the page behind it.
    """

    state: State
    words: str
    changed_on: date | None = None
    done_on: date | None = None
    late: str = ""
    reviewed_on: date | None = None
    review_due_on: date | None = None
    page: PageFact | None = None


def _missing(words):
    return Finding(State.MISSING, words)


# --- the focal point ---------------------------------------------------------------------------------------------
def focal_point(facts: Facts) -> Finding:
    focal = facts.focal
    if focal is None:
        return _missing(_("Chưa cử người làm đầu mối."))
    empty = [str(focal._meta.get_field(name).verbose_name) for name in FOCAL_FIELDS if not getattr(focal, name)]
    if empty:
        return Finding(State.EMPTY, _("Còn thiếu: %s.") % ", ".join(empty), facts.focal_changed_on)
    words = _("Quyết định %(number)s, %(day)s.") % {
        "number": focal.decision_number,
        "day": short(focal.decision_on),
    }
    if focal.background:
        words += " " + _("Chuyên môn: %s.") % focal.get_background_display().lower()
    return Finding(State.IN_ORDER, words, facts.focal_changed_on)


def training(facts: Facts) -> Finding:
    focal = facts.focal
    if focal is None or focal.trained_on is None:
        return _missing(_("Người làm đầu mối chưa được tập huấn."))
    words = _("Lần gần nhất %s.") % short(focal.trained_on)
    return Finding(State.IN_ORDER, words, focal.trained_on, done_on=focal.trained_on)


def address(facts: Facts) -> Finding:
    focal = facts.focal
    if focal is None:
        return _missing(_("Chưa có hộp thư nhận yêu cầu."))
    if not focal.email:
        return Finding(State.EMPTY, _("Đầu mối chưa có hộp thư nhận yêu cầu."), facts.focal_changed_on)
    return Finding(State.IN_ORDER, focal.email, facts.focal_changed_on)


# --- pages -------------------------------------------------------------------------------------------------------
def _page(facts: Facts, kind: str, *, missing: str, empty: str, is_filled, words) -> Finding:
    """A published page: none, one that says nothing, or one that says something (`words` of it)."""
    page = facts.pages.get(kind)
    if page is None:
        return _missing(missing)
    is_full = is_filled(page)
    return Finding(
        State.IN_ORDER if is_full else State.EMPTY,
        words(page) if is_full else empty,
        page.changed_on,
        reviewed_on=page.reviewed_on,
        review_due_on=page.review_due_on,
        page=page,
    )


def _updated(page: PageFact) -> str:
    return _("Cập nhật %s.") % short(page.changed_on) if page.changed_on else _("Đã đăng.")


def regulation(facts: Facts) -> Finding:
    return _page(
        facts,
        "RegulationPage",
        missing=_("Chưa đăng quy chế nội bộ."),
        empty=_("Trang quy chế chưa có bản nào đang áp dụng mà tệp đọc được."),
        is_filled=lambda page: page.rows > 0,
        words=lambda page: (
            _("Số %(number)s, ban hành %(day)s.") % {"number": page.detail, "day": short(page.newest_on)}
        ),
    )


def procedure(facts: Facts) -> Finding:
    """The announced procedure, or the authority's own where none was announced nationally."""
    kinds = ("AdministrativeProcedurePage", "RequestProcedurePage")
    filled = [kind for kind in kinds if kind in facts.pages and facts.pages[kind].has_words]
    there = filled or [kind for kind in kinds if kind in facts.pages]
    return _page(
        facts,
        there[0] if there else kinds[0],
        missing=_("Chưa đăng trình tự tiếp nhận và trả lời."),
        empty=_("Trang thủ tục chưa có nội dung."),
        is_filled=lambda page: page.has_words,
        words=_updated,
    )


def forms(facts: Facts) -> Finding:
    """The software's own blanks stand on the page; a file of the authority's own must not be an empty one."""
    page = facts.pages.get("FormsPage")
    return _page(
        facts,
        "FormsPage",
        missing=_("Chưa đăng biểu mẫu."),
        empty=_("Tệp không có nội dung: mẫu %s.") % (page.unreadable if page else ""),
        is_filled=lambda page: page.rows > 0 and not page.unreadable,
        words=lambda page: _("%s mẫu để in hoặc tải về.") % page.rows,
    )


def guides(facts: Facts) -> Finding:
    """Questions and answers, or guides for citizens; what officers read does not count."""
    training_page, questions = facts.pages.get("TrainingPage"), facts.pages.get("QuestionsPage")
    kind = "QuestionsPage" if questions and (questions.has_words or not training_page) else "TrainingPage"
    if training_page and training_page.rows and not (questions and questions.has_words):
        kind = "TrainingPage"
    return _page(
        facts,
        kind,
        missing=_("Chưa có hướng dẫn cho người dân."),
        empty=_("Trang hướng dẫn chưa có câu hỏi hoặc tài liệu nào cho người dân."),
        is_filled=lambda page: page.has_words if page.kind == "QuestionsPage" else page.rows > 0,
        words=_updated,
    )


def statistics(facts: Facts) -> Finding:
    """The page's figures are counted from the register, so that a published page is never an empty one."""
    return _page(
        facts,
        "StatisticsPage",
        missing=_("Chưa đăng số liệu."),
        empty="",
        is_filled=lambda page: True,
        words=_updated,
    )


def complaints(facts: Facts) -> Finding:
    names = facts.authority.first_instance
    return _page(
        facts,
        "FeedbackPage",
        missing=_("Chưa đăng nơi nhận khiếu nại, phản ánh."),
        empty=_("Chưa ghi ai giải quyết khiếu nại lần đầu."),
        is_filled=lambda page: bool(names.strip()),
        words=lambda page: _("Lần đầu: %s.") % names,
    )


def communication(facts: Facts) -> Finding:
    found = _page(
        facts,
        "CommunicationPage",
        missing=_("Chưa có hoạt động truyền thông nào được đăng."),
        empty=_("Trang truyền thông chưa ghi hoạt động nào."),
        is_filled=lambda page: page.rows > 0,
        words=lambda page: _("Hoạt động gần nhất %s.") % short(page.newest_on),
    )
    newest = found.page.newest_on if found.page else None
    return replace(found, done_on=newest) if newest else found


# --- lists -------------------------------------------------------------------------------------------------------
def _list(rows: ListFact, *, missing: str, empty: str, count: str, late: str = "") -> Finding:
    """A list: nobody has begun it, nothing of it is shown, or so many rows."""
    if not rows.begun:
        return _missing(missing)
    if not rows.shown:
        return Finding(State.EMPTY, empty)
    words = count % _number(rows.shown)
    if rows.newest_on:
        words += " " + _("Cập nhật %s.") % short(rows.newest_on)
    told = late % {"count": _number(rows.late), "day": short(rows.late_since)} if rows.late and late else ""
    return Finding(State.IN_ORDER, words, rows.newest_on, late=told)


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def publication_list(facts: Facts) -> Finding:
    return _list(
        facts.lists.must_publish,
        missing=_("Chưa lập danh mục thông tin phải công khai."),
        empty=_("Danh mục chưa có mục nào được công khai."),
        count=_("%s mục."),
        late=_("%(count)s mục quá hạn công khai, lâu nhất từ %(day)s."),
    )


def published_list(facts: Facts) -> Finding:
    return _list(
        facts.lists.published,
        missing=_("Chưa có thông tin nào được công khai kèm đường dẫn."),
        empty=_("Chưa có mục nào có đường dẫn hoặc tệp để xem."),
        count=_("%s mục có đường dẫn hoặc tệp."),
        late=_("%(count)s mục quá ngày cập nhật, lâu nhất từ %(day)s."),
    )


def conditional_list(facts: Facts) -> Finding:
    return _list(
        facts.lists.conditional,
        missing=_("Chưa lập danh mục thông tin tiếp cận có điều kiện."),
        empty=_("Danh mục chưa có mục nào được công bố."),
        count=_("%s mục."),
    )


def service_units(facts: Facts) -> Finding:
    return _list(
        facts.lists.service_units,
        missing=_("Chưa lập danh sách đơn vị sự nghiệp công lập."),
        empty=_("Danh sách chưa có đơn vị nào được xác nhận."),
        count=_("%s đơn vị."),
    )


def backlog(facts: Facts) -> Finding:
    """Old information that the law newly requires: found, and all of it public by the law's own day (L26 Điều 31.3)."""
    rows, since, until = facts.lists.backlog, facts.lists.backlog_since, facts.lists.backlog_until
    if until is None:
        return _missing(_("Luật đang áp dụng không đặt hạn cho thông tin cũ."))
    if not rows.begun:
        told = {"since": short(since), "until": short(until)}
        words = _("Chưa rà soát thông tin có trước %(since)s. Phải xong trước hết ngày %(until)s.")
        return _missing(words % told)
    if not rows.late:
        return Finding(State.IN_ORDER, _("%s mục cũ đã công khai hết.") % _number(rows.shown), rows.newest_on)
    told = {"left": _number(rows.late), "all": _number(rows.begun), "day": short(until)}
    late = _("Còn %(left)s trong %(all)s mục cũ chưa công khai. Phải xong trước hết ngày %(day)s.") % told
    return Finding(State.IN_ORDER, "", rows.newest_on, late=late)


# --- the seat ----------------------------------------------------------------------------------------------------
def seat_means(facts: Facts) -> Finding:
    means = facts.means
    if means is None:
        return _missing(_("Chưa công bố chỗ đọc và thiết bị tại trụ sở."))
    empty = [str(means._meta.get_field(name).verbose_name) for name in MEANS_FIELDS if not getattr(means, name).strip()]
    if empty:
        return Finding(State.EMPTY, _("Còn thiếu: %s.") % ", ".join(empty), facts.means_changed_on)
    parts = [getattr(means, name).strip().rstrip(".") for name in MEANS_FIELDS]
    if means.own_devices_allowed:
        parts.append(_("được dùng điện thoại của mình để chụp"))
    return Finding(State.IN_ORDER, "; ".join(parts) + ".", facts.means_changed_on)


FINDERS: dict[ObligationCode, Callable[[Facts], Finding]] = {
    ObligationCode.FOCAL_POINT: focal_point,
    ObligationCode.TRAINING: training,
    ObligationCode.ADDRESS: address,
    ObligationCode.REGULATION: regulation,
    ObligationCode.PROCEDURE: procedure,
    ObligationCode.PUBLICATION_LIST: publication_list,
    ObligationCode.PUBLISHED_LIST: published_list,
    ObligationCode.CONDITIONAL_LIST: conditional_list,
    ObligationCode.SERVICE_UNITS: service_units,
    ObligationCode.FORMS: forms,
    ObligationCode.GUIDES: guides,
    ObligationCode.STATISTICS: statistics,
    ObligationCode.COMPLAINTS: complaints,
    ObligationCode.SEAT_MEANS: seat_means,
    ObligationCode.COMMUNICATION: communication,
    ObligationCode.BACKLOG: backlog,
}
