"""The words of parts: of the law where it names them, of the room's choices elsewhere."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass
from cms.core.figures import NOT_CLASSED
from cms.law import names
from workflow.choices import Capacity, Channel, Complexity, CostKind, DeliveryWay, Field, RequesterKind

#: Of several people who ask through an organisation (D18 Điều 4).
THROUGH_ORGANISATION = str(Capacity.ORGANISATION)


def of(choices, **more) -> Callable[[], Mapping[str, str]]:
    """The labels of a list of choices, and more of them behind."""
    return lambda: {str(value): label for value, label in choices.choices} | more


CHANNELS = of(Channel)
REQUESTERS = of(RequesterKind, **{THROUGH_ORGANISATION: _("Nhiều người, qua tổ chức")})
FIELDS = of(Field, **{NOT_CLASSED: _("Chưa xếp lĩnh vực")})
CLASSES = of(InfoClass, **{NOT_CLASSED: _("Chưa phân loại")})
COMPLEXITIES = of(Complexity)
DELIVERIES = of(DeliveryWay)
COST_KINDS = of(CostKind)


def grounds() -> Mapping[str, str]:
    return {code: name.label for code, name in names.grounds().items()}


def bases() -> Mapping[str, str]:
    return {code: name.label for code, name in names.provision_bases().items()} | {NOT_CLASSED: _("Chưa ghi căn cứ")}
