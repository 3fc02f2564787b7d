"""Figures of people and means, of what must be in place, and of making the law known (readings.md 16.4; D18 Điều 8, 9, 11)."""

from datetime import date

from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from cms.core.dates import today
from cms.core.figures import Definition, Group, Measure
from cms.core.models import Authority, FocalPoint, RoleHolder
from cms.core.roles import WHOLE_AUTHORITY_ROLES, Role
from home.compliance.board import boards_of
from home.compliance.states import State
from home.models import AuthorityPage, CommunicationActivity, RegulationVersion, TrainingEvent
from home.models.training import CommunicationForm

_SUMMARY = _("Thống kê hằng năm về thực hiện Luật Tiếp cận thông tin")
_MEANS = _("Điều 8, Điều 9 Nghị định 13/2018/NĐ-CP")
_REGULATION = _("Điểm h khoản 1 Điều 34 Luật số 104/2016/QH13; khoản 1 Điều 12 Nghị định 13/2018/NĐ-CP")
_SECTION = _("Điều 11 Nghị định 13/2018/NĐ-CP")
TRAINED, NOT_TRAINED = "TRAINED", "NOT_TRAINED"


# --- rows of pages -----------------------------------------------------------------------------------------------
def _of_pages(model, scope):
    """Rows of pages that everybody sees, below the page of one of these authorities; each with its `owner`."""
    above = AuthorityPage.objects.live().filter(path=OuterRef("above"), authority__in=scope.authority_ids)
    rows = model.objects.filter(page__live=True).annotate(above=Substr("page__path", 1, AuthorityPage.steplen * 3))
    return rows.annotate(owner=Subquery(above.values("authority")[:1])).filter(owner__isnull=False).order_by()


def _activities(scope):
    return _of_pages(CommunicationActivity, scope).filter(**scope.period.days("held_on"))


def _reached(scope):
    return _activities(scope).filter(reached__isnull=False)


def _trainings(scope):
    return _of_pages(TrainingEvent, scope).filter(**scope.period.days("held_on"))


# --- people and means --------------------------------------------------------------------------------------------
def _officers(scope):
    """One holding for each person who receives requests on the last day."""
    held = RoleHolder.objects.current(scope.period.end).filter(role=Role.FOCAL_OFFICER, user__is_active=True)
    earlier = held.filter(user=OuterRef("user"), authority=OuterRef("authority"), pk__lt=OuterRef("pk"))
    return held.filter(~Exists(earlier), authority__in=scope.authority_ids).order_by()


def _focal_points(scope):
    """The officers whom the public is told of, each with `trained`."""
    trained = Case(When(trained_on__lte=scope.period.end, then=Value(TRAINED)), default=Value(NOT_TRAINED))
    units = Q(unit__is_active=True, unit__authority__in=scope.authority_ids)
    return FocalPoint.objects.filter(units).annotate(trained=trained).order_by()


def _with_section(scope):
    return AuthorityPage.objects.live().filter(authority__in=scope.authority_ids).order_by()


def _with_regulation(scope):
    in_force = _of_pages(RegulationVersion, scope).filter(effective_from__lte=scope.period.end)
    return Authority.objects.filter(pk__in=in_force.values("owner")).order_by()


def _duties(scope):
    """How many of what an authority must have stand how, as they are on the last day, or today before that."""
    authorities = Authority.objects.filter(pk__in=scope.authority_ids)
    day: date = min(scope.period.end, today())
    return {
        board.authority.pk: {str(state): number for state, number in board.tally}
        for board in boards_of(authorities, day)
    }


def _whoever_sees(user, rows):
    """Public anyway: names of officers and activities stand on the authority's own pages."""
    return rows


def _inside(user):
    return user.authorities_as(WHOLE_AUTHORITY_ROLES | {Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})


def _figure(code, group, label, meaning, article, measure, rows, **more):
    return Definition(code, group, label, meaning, article, measure, rows, gate=_whoever_sees, opens=_inside, **more)


DEFINITIONS = (
    Definition(
        "duties",
        Group.DUTIES,
        _("Việc phải công khai, phải có"),
        _("Đếm theo bảng việc phải có của cơ quan, theo tình trạng vào ngày cuối kỳ hoặc hôm nay nếu kỳ chưa hết."),
        _SECTION,
        Measure.DUTY,
        reckon=_duties,
        parts=lambda: {str(state): state.label for state in State},
    ),
    _figure(
        "activities",
        Group.COMMUNICATION,
        _("Hoạt động truyền thông"),
        _("Hoạt động có ngày diễn ra trong kỳ, đã đăng trên trang truyền thông của cơ quan."),
        _SUMMARY,
        Measure.ACTIVITY,
        _activities,
        authority="owner",
    ),
    _figure(
        "activities_form",
        Group.COMMUNICATION,
        _("Hoạt động truyền thông, theo hình thức"),
        _("Mỗi hoạt động đứng ở một dòng."),
        _SUMMARY,
        Measure.ACTIVITY,
        _activities,
        authority="owner",
        part="form",
        parts=lambda: {str(value): label for value, label in CommunicationForm.choices},
        of="activities",
    ),
    _figure(
        "reached",
        Group.COMMUNICATION,
        _("Lượt người được truyền thông"),
        _("Cộng số người tiếp cận của các hoạt động trong kỳ; hoạt động không đếm được thì bỏ qua."),
        _SUMMARY,
        Measure.PERSON,
        _reached,
        authority="owner",
        amount=F("reached"),
    ),
    _figure(
        "trainings",
        Group.COMMUNICATION,
        _("Buổi tập huấn"),
        _("Buổi tập huấn tổ chức trong kỳ, đã đăng trên trang tập huấn của cơ quan."),
        _SUMMARY,
        Measure.ACTIVITY,
        _trainings,
        authority="owner",
    ),
    _figure(
        "trained_people",
        Group.COMMUNICATION,
        _("Lượt người được tập huấn"),
        _("Cộng số người dự các buổi tập huấn trong kỳ."),
        _SUMMARY,
        Measure.PERSON,
        _trainings,
        authority="owner",
        amount=F("trained"),
    ),
    _figure(
        "focal_officers",
        Group.MEANS,
        _("Người làm đầu mối"),
        _("Người giữ vai trò cán bộ đầu mối vào ngày cuối kỳ; giữ nhiều lần vẫn tính một."),
        _MEANS,
        Measure.PERSON,
        _officers,
    ),
    _figure(
        "focal_trained",
        Group.MEANS,
        _("Đầu mối đã công bố, theo tập huấn"),
        _("Người đứng tên đầu mối hiện nay; đã tập huấn: có ngày tập huấn gần nhất không sau cuối kỳ."),
        _MEANS,
        Measure.PERSON,
        _focal_points,
        authority="unit__authority",
        part="trained",
        parts=lambda: {TRAINED: _("Đã tập huấn"), NOT_TRAINED: _("Chưa tập huấn")},
    ),
    _figure(
        "with_section",
        Group.MEANS,
        _("Có chuyên mục về tiếp cận thông tin"),
        _("Cơ quan có chuyên mục đang mở trên hệ thống này: có là 1, không là 0."),
        _SECTION,
        Measure.AUTHORITY,
        _with_section,
    ),
    _figure(
        "with_regulation",
        Group.MEANS,
        _("Có quy chế nội bộ về cung cấp thông tin"),
        _("Cơ quan đã đăng quy chế có hiệu lực không sau cuối kỳ: có là 1, không là 0."),
        _REGULATION,
        Measure.AUTHORITY,
        _with_regulation,
        authority="pk",
    ),
)
