"""What was reckoned from the records, kept until the next act on them: the chain's last entry of an authority tells."""

from collections.abc import Callable

from django.core.cache import cache

from cms.audit.models import Entry

_SECONDS = 3600


def until_next_act(key: str, codes, make: Callable):
    """What `make()` gives, from memory while nothing was done in the authorities of these codes."""
    last = Entry.objects.filter(authority_code__in=codes).order_by("-seq").values_list("hash", flat=True).first()
    if last is None:
        return make()
    kept = cache.get(f"{key}:{last}")
    if kept is None:
        kept = make()
        cache.set(f"{key}:{last}", kept, _SECONDS)
    return kept
