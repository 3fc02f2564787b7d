"""Figures of publication: what was due, in time or late, by point of Điều 17.1, corrected, last updated (readings.md 16.4)."""

from django.db.models import Case, F, Max, Q, Value, When
from django.utils.translation import gettext_lazy as _

from catalog import access
from catalog.choices import InfoClass, ItemState, VersionKind
from catalog.models import InformationItem, ItemVersion
from cms.core.dates import local_day
from cms.core.figures import NOT_CLASSED, WHOLE, Definition, Group, Measure
from cms.law import names

_ARTICLE = _("Điều 17, Điều 18 Luật số 104/2016/QH13; Điều 17, Điều 18 Luật số 01/2026/QH16")
ON_TIME, LATE, NOT_YET = "ON_TIME", "LATE", "NOT_YET"
#: What became of information with a due date.
TIMELINESS = {
    ON_TIME: _("Công khai đúng hạn"),
    LATE: _("Công khai chậm"),
    NOT_YET: _("Chưa công khai"),
}


def _points():
    """Điểm a, b, c …: of the newest law first, with its articles."""
    told = {code: f"{name.label} ({name.article} {name.law})" for code, name in names.categories().items()}
    return told | {NOT_CLASSED: _("Ngoài các điểm của Điều 17.1")}


def _items(scope):
    """Everything with a content; marks of what may not be known have none."""
    return InformationItem.objects.filter(authority__in=scope.authority_ids).exclude(state=ItemState.MARK).order_by()


def _due(scope):
    """What had to be public by a day of the period, each with `kept`: whether it was."""
    kept = Case(
        When(published_on=None, then=Value(NOT_YET)),
        When(published_on__gt=F("due_on"), then=Value(LATE)),
        default=Value(ON_TIME),
    )
    due = Q(info_class=InfoClass.MUST_PUBLISH, **scope.period.days("due_on"))
    return _items(scope).filter(due).annotate(kept=kept)


def _published(scope):
    return _items(scope).filter(**scope.period.days("published_on"))


def _updates(scope):
    """Every version that was published in the period: first ones, updates, corrections."""
    return ItemVersion.objects.filter(
        item__authority__in=scope.authority_ids, **scope.period.moments("published_at")
    ).order_by()


def _corrected(scope):
    return _updates(scope).filter(kind=VersionKind.CORRECTION)


def _last_update(scope):
    """The day of the newest version that was public by the end of the period."""
    until = scope.period.moments("published_at")["published_at__lt"]
    rows = ItemVersion.objects.filter(item__authority__in=scope.authority_ids, published_at__lt=until).order_by()
    newest = rows.values_list("item__authority").annotate(last=Max("published_at"))
    return {authority: {WHOLE: local_day(last).toordinal()} for authority, last in newest}


def _seen_through_item(user, rows):
    return rows.filter(item__in=access.readable(user, InformationItem.objects.all()).values("pk"))


def _opens(user):
    return user.authorities_as(access.WHOLE)


def _of_items(code, label, meaning, rows, **more):
    return Definition(
        code,
        Group.PUBLICATION,
        label,
        meaning,
        _ARTICLE,
        Measure.ITEM,
        rows,
        gate=access.readable,
        opens=_opens,
        **more,
    )


def _of_versions(code, label, meaning, rows, **more):
    return Definition(
        code,
        Group.PUBLICATION,
        label,
        meaning,
        _ARTICLE,
        Measure.ITEM,
        rows,
        authority="item__authority",
        gate=_seen_through_item,
        opens=_opens,
        **more,
    )


DEFINITIONS = (
    _of_items(
        "items_due",
        _("Mục đến hạn công khai"),
        _("Thông tin phải được công khai có hạn công khai trong kỳ."),
        _due,
    ),
    _of_items(
        "items_due_kept",
        _("Mục đến hạn, theo kết quả"),
        _("Đúng hạn: công khai lần đầu không muộn hơn hạn. Chưa công khai: đến nay chưa đăng lần nào."),
        _due,
        part="kept",
        parts=lambda: TIMELINESS,
        of="items_due",
    ),
    _of_items(
        "items_due_point",
        _("Mục đến hạn, theo điểm của Điều 17.1"),
        _("Theo điểm của luật áp dụng cho mục; mỗi mục đứng ở một dòng."),
        _due,
        part="category",
        parts=_points,
        of="items_due",
    ),
    _of_items(
        "items_published",
        _("Mục công khai lần đầu"),
        _("Mọi mục có ngày công khai lần đầu trong kỳ, kể cả thông tin chủ động công khai."),
        _published,
    ),
    _of_items(
        "items_published_point",
        _("Mục công khai lần đầu, theo điểm của Điều 17.1"),
        _("Mỗi mục đứng ở một dòng."),
        _published,
        part="category",
        parts=_points,
        of="items_published",
    ),
    _of_versions(
        "items_updates",
        _("Lần công khai, cập nhật"),
        _("Mỗi bản được đăng trong kỳ: lần đầu, cập nhật, đính chính, công khai lại."),
        _updates,
    ),
    _of_versions(
        "items_corrected",
        _("Lần đính chính thông tin đã công khai"),
        _("Mỗi bản đính chính được đăng trong kỳ, do người dân kiến nghị hay cơ quan tự phát hiện."),
        _corrected,
        of="items_updates",
    ),
    Definition(
        "catalog_updated",
        Group.PUBLICATION,
        _("Danh mục cập nhật lần cuối"),
        _("Ngày đăng bản mới nhất tính đến cuối kỳ."),
        _ARTICLE,
        Measure.DAY,
        reckon=_last_update,
    ),
)
