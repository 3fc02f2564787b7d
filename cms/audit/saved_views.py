"""A supervisor's own ways of looking at the log: kept under a name, replaced by the same name, taken away."""

from urllib.parse import parse_qsl, urlencode

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cms.audit.models import SavedLogView
from cms.core.errors import DomainError
from cms.core.text import nfc

#: What a kept view may hold; never the place in the list. The case stands in it by number, which names nobody.
PARAMETERS = ("co-quan", "nguoi", "don-vi", "viec", "tu", "den", "ho-so")
MOST = 12


def of(person) -> QuerySet[SavedLogView]:
    """The person's own views, by name. Nobody reads another's."""
    return SavedLogView.objects.filter(person=person)


def tidy(query: str) -> str:
    """Of a query string only what narrows the log, in one order; empty where nothing does."""
    typed = dict(parse_qsl(query.lstrip("?")[:2000]))
    return urlencode({name: nfc(typed[name]).replace("\0", "")[:60] for name in PARAMETERS if typed.get(name)})


@transaction.atomic
def keep(*, name: str, query: str, by) -> SavedLogView:
    """Keep a view under a name; the same name again means the new one. Raises DomainError naming the field."""
    name, query = " ".join(nfc(name).replace("\0", "").split()), tidy(query)
    if not name:
        raise DomainError(_("Nhập tên cách xem."), field="name")
    if len(name) > 40:
        raise DomainError(_("Tên cách xem dài nhất 40 ký tự."), field="name")
    if not query or len(query) > 500:
        raise DomainError(_("Chưa có điều kiện lọc nào. Hãy lọc nhật ký trước, rồi lưu."), field="name")
    own = of(by).select_for_update()
    if len(own) >= MOST and name not in {kept.name for kept in own}:
        raise DomainError(_("Ông/bà đã có %(most)s cách xem. Hãy bỏ bớt một cách cũ.") % {"most": MOST}, field="name")
    kept, _created = SavedLogView.objects.update_or_create(person=by, name=name, defaults={"query": query})
    return kept


def drop(*, pk: int, by) -> None:
    """Take an own view away; another person's stays."""
    of(by).filter(pk=pk).delete()
