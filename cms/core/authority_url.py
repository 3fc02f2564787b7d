"""The authority that an address names, with its focal point, in one query."""

from django.core.exceptions import ObjectDoesNotExist
from django.core.validators import slug_re
from django.db.models import Case, F, FilteredRelation, Q, QuerySet, When
from django.http import Http404

from cms.core.models import Authority, FocalPoint
from cms.core.models.authority import AuthorityKind

#: The last answer of each address, in this process: whom to call when the database no longer answers.
_LAST_SEEN: dict[str, Authority] = {}


def with_focal(authorities: QuerySet) -> QuerySet:
    """The authorities with their focal unit and its focal point, in the same query."""
    return (
        authorities.alias(
            focal_unit=FilteredRelation("units", condition=Q(units__is_focal=True, units__is_active=True))
        )
        # Said even when there is none, so that "none" is not asked for again.
        .annotate(focal_unit_id=F("focal_unit__id"))
        .select_related("focal_unit__focal_point")
    )


def focal_of(authority: Authority | None) -> FocalPoint | None:
    """The focal point the public may turn to; kept on the authority as `focal`, so that it is read once."""
    if authority is None:
        return None
    if not hasattr(authority, "focal"):
        if hasattr(authority, "focal_unit_id"):
            unit = getattr(authority, "focal_unit", None)
        else:
            unit = authority.units.filter(is_focal=True, is_active=True).select_related("focal_point").first()
        try:
            authority.focal = unit.focal_point if unit else None
        except ObjectDoesNotExist:
            authority.focal = None
    return authority.focal


def authority_or_404(code: str) -> Authority:
    """The open authority of that code, `focal` set; unknown and closed ones look the same. For `request.authority`."""
    authority = with_focal(Authority.objects.open()).filter(code=code).first()
    if authority is None:
        raise Http404("Không có cơ quan này")
    focal_of(authority)
    _LAST_SEEN[code] = authority
    return authority


def authority_of_path(path: str) -> Authority | None:
    """The open authority in whose part of the site a path lies, with its focal point; None elsewhere."""
    code = path.strip("/").partition("/")[0]
    if not slug_re.match(code):  # whatever somebody typed; a database need not even be able to hold it
        return None
    try:
        return authority_or_404(code)
    except Http404:
        return None


def host_authority() -> Authority | None:
    """Who answers for pages of the whole installation: its provincial committee, or its only authority."""
    provinces_first = Case(When(kind=AuthorityKind.PROVINCE, then=0), default=1)
    candidates = list(with_focal(Authority.objects.open()).order_by(provinces_first, "pk")[:2])
    is_clear = len(candidates) == 1 or (candidates and candidates[0].kind == AuthorityKind.PROVINCE)
    authority = candidates[0] if is_clear else None
    focal_of(authority)
    if authority:
        _LAST_SEEN[""] = authority
    return authority


def last_seen_of_path(path: str) -> Authority | None:
    """The authority in whose part of the site a path lies, as this process read it last. Reads nothing."""
    return _LAST_SEEN.get(path.strip("/").partition("/")[0] or "/")


def last_seen(code: str) -> Authority | None:
    """The authority as this process read it last, or who answers for the whole site. Reads nothing."""
    return _LAST_SEEN.get(code) or _LAST_SEEN.get("")
