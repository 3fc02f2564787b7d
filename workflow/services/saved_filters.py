"""An officer's own filters of the list: kept under a name, replaced by the same name, taken away.

A way of looking and no act on a request: no entry of the record speaks of it.
"""

from urllib.parse import parse_qsl, urlencode

from django.db import transaction
from django.db.models import QuerySet

from cms.core.errors import DomainError
from cms.core.text import nfc
from workflow.models import SavedFilter

#: The list's own parameters that a filter may hold, the order among them. Never the page, and never the words that
#: were looked for: they are often somebody's name, and names belong to their case alone (S14).
PARAMETERS = ("hang", "trang-thai", "kenh", "luat", "thu-ly", "tu", "den", "o")
MOST = 12  # what fits a line above the list; more would hide each other


def of(person) -> QuerySet[SavedFilter]:
    """The person's own filters, by name. Nobody reads another's."""
    return SavedFilter.objects.filter(person=person)


def tidy(query: str) -> str:
    """Of a query string only what filters the list, in one order; empty where nothing does."""
    typed = dict(parse_qsl(query.lstrip("?")[:2000]))
    return urlencode({name: nfc(typed[name])[:100] for name in PARAMETERS if typed.get(name)})


@transaction.atomic
def keep(*, name: str, query: str, by) -> SavedFilter:
    """Keep a filter under a name; the same name again means the new one. Raises DomainError naming the field."""
    name, query = " ".join(nfc(name).split()), tidy(query)
    if not name:
        raise DomainError("Nhập tên bộ lọc", field="name")
    if len(name) > 40:
        raise DomainError("Tên bộ lọc dài nhất 40 ký tự", field="name")
    if not query or len(query) > 500:
        raise DomainError("Chưa có điều kiện lọc nào. Hãy lọc danh sách trước, rồi lưu.", field="name")
    own = of(by).select_for_update()
    if len(own) >= MOST and name not in {kept.name for kept in own}:
        raise DomainError(f"Ông/bà đã có {MOST} bộ lọc. Hãy bỏ bớt một bộ lọc cũ.", field="name")
    kept, _created = SavedFilter.objects.update_or_create(person=by, name=name, defaults={"query": query})
    return kept


def drop(*, pk: int, by) -> None:
    """Take an own filter away; another person's stays, and so does the answer."""
    of(by).filter(pk=pk).delete()
