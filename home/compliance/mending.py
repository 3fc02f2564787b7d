"""Where a gap is mended, and who can: a link for those who may use it, a name for everybody else."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from catalog import access as catalog_access
from cms.core import offices
from cms.core.authority_url import focal_of
from cms.core.models import Authority
from cms.core.roles import EDITING_ROLES, Role
from home import models
from home.compliance.access import can_keep_means
from home.compliance.board import Standing
from home.models import ObligationCode

_FOCAL = (ObligationCode.FOCAL_POINT, ObligationCode.TRAINING, ObligationCode.ADDRESS)
#: The page that an obligation is met by.
_PAGES = {
    ObligationCode.REGULATION: models.RegulationPage,
    ObligationCode.PROCEDURE: models.AdministrativeProcedurePage,
    ObligationCode.FORMS: models.FormsPage,
    ObligationCode.GUIDES: models.QuestionsPage,
    ObligationCode.STATISTICS: models.StatisticsPage,
    ObligationCode.COMPLAINTS: models.FeedbackPage,
    ObligationCode.COMMUNICATION: models.CommunicationPage,
}


@dataclass(frozen=True)
class Mend:
    """What to do, where, and who can; `url` is empty for somebody who may not, or where there is no such door."""

    label: str
    url: str
    who: str


def mend_of(standing: Standing, authority: Authority, user) -> Mend:
    """The way to put this obligation right."""
    code = standing.obligation.code
    if code in _FOCAL:
        return _office(authority, user, focal=True)
    if code == ObligationCode.SEAT_MEANS:
        url = reverse("compliance:means", args=[authority.code]) if can_keep_means(user, authority) else ""
        return Mend(_("Ghi phương tiện tại trụ sở"), url, Role.FOCAL_OFFICER.label)
    if code == ObligationCode.COMPLAINTS and standing.finding.page is not None:
        return _office(authority, user, focal=False)
    if code in _PAGES:
        return _page(_PAGES[code], standing, authority, user)
    return _list(code, authority, user)


def _office(authority, user, *, focal):
    name, key, label = "co-quan", authority.pk, _("Sửa thông tin cơ quan")
    if focal:
        point = focal_of(authority)
        name, key, label = "dau-moi", point and point.pk, _("Sửa đầu mối") if point else _("Thêm đầu mối")
    may = authority.pk in offices.administered(user)
    url = _address(f"{name}_modeladmin_{'edit' if key else 'create'}", *([key] if key else []))
    return Mend(label, url if may else "", Role.ADMINISTRATOR.label)


def _page(model, standing, authority, user):
    may = authority.pk in user.authorities_as(EDITING_ROLES) or user.is_superuser
    found = standing.finding.page.pk if standing.finding.page else _draft(model, authority)
    parent = getattr(authority, "page", None)
    if found:
        label, url = _("Sửa trang"), _address("wagtailadmin_pages:edit", found)
    elif parent:
        url = _address("wagtailadmin_pages:add", model._meta.app_label, model._meta.model_name, parent.pk)
        label = _("Lập trang")
    else:
        label, url = _("Lập trang"), ""
    return Mend(label, url if may else "", Role.EDITOR.label)


def _draft(model, authority):
    """A page of that kind that was begun and not published."""
    parent = getattr(authority, "page", None)
    if parent is None:
        return None
    kind = ContentType.objects.get_for_model(model)
    drafts = Page.objects.child_of(parent).filter(content_type=kind, live=False)
    return drafts.values_list("pk", flat=True).first()


def _list(code, authority, user):
    is_units = code == ObligationCode.SERVICE_UNITS
    name = "don-vi-su-nghiep_modeladmin_index" if is_units else "danh-muc_modeladmin_index"
    url = _address(name) if catalog_access.can_enter(user, authority) else ""
    return Mend(_("Mở danh sách đơn vị") if is_units else _("Mở danh mục"), url, Role.FOCAL_OFFICER.label)


def _address(name, *args) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
