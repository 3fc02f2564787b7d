"""The list of public service units: a row is entered by one person and public once another has confirmed it."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog import access, ordering
from catalog.models import PublicServiceUnit
from catalog.services.acting import NotNow, need
from cms.audit.record import record
from cms.core.errors import NotAllowed
from cms.core.two_people import is_another

NOT_YOURS = _("Danh sách đơn vị sự nghiệp do đơn vị đầu mối lập.")


@transaction.atomic
def keep(*, unit: PublicServiceUnit, reason="", by, at) -> PublicServiceUnit:
    """Enter or change a row. What was changed waits for another person again, and is not public meanwhile."""
    need(unit.authority_id in by.authorities_as(access.ENTERING | access.SECOND), NOT_YOURS)
    kind = "serviceunit.changed" if unit.pk else "serviceunit.entered"
    unit.name_order = ordering.order_text(unit.name)
    unit.entered_by, unit.entered_at = by, at
    unit.confirmed_by = unit.confirmed_at = None
    unit.save(by=by, reason=reason)
    record(kind, subject=unit, by=by, at=at, authority=unit.authority, rows=unit.saved_rows(), reason=reason)
    return unit


@transaction.atomic
def confirm(*, unit: PublicServiceUnit, by, at) -> PublicServiceUnit:
    """Another person of the focal unit has looked: the row is public."""
    unit = PublicServiceUnit.objects.select_for_update(of=("self",)).select_related("authority").get(pk=unit.pk)
    need(unit.authority_id in by.authorities_as(access.SECOND), NOT_YOURS)
    if unit.confirmed_by_id is not None:
        raise NotNow(_("Dòng này đã được xác nhận."))
    if not is_another(by, unit.entered_by_id, roles=access.SECOND, authority_id=unit.authority_id):
        raise NotAllowed(_("Người nhập không tự xác nhận. Cần một người khác."))
    unit.confirmed_by, unit.confirmed_at = by, at
    unit.save(by=by)
    record("serviceunit.confirmed", subject=unit, by=by, at=at, authority=unit.authority, rows=unit.saved_rows())
    return unit
