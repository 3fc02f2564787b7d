"""Where everybody can see what an obligation asks for: the address on the site, or none."""

from django.urls import reverse

from cms.core.models import Authority
from home.compliance.board import Standing
from home.compliance.states import State
from home.models import ObligationCode

_LISTS = {
    ObligationCode.PUBLICATION_LIST: "phai-cong-khai",
    ObligationCode.PUBLISHED_LIST: "da-cong-khai",
    ObligationCode.CONDITIONAL_LIST: "co-dieu-kien",
}


def place_of(standing: Standing, authority: Authority) -> str:
    """The page or list behind an obligation, where something stands there."""
    code, page = standing.obligation.code, standing.finding.page
    if standing.is_gap or standing.state == State.NOT_APPLICABLE:
        return ""
    if page is not None:
        # "/trang-chu/suoi-vang/bieu-mau/": the front page's own part is no part of the address.
        return reverse("wagtail_serve", args=[page.url_path.lstrip("/").partition("/")[2]])
    if code in _LISTS:
        return reverse("catalog:list", args=[authority.code, _LISTS[code]])
    return reverse("catalog:service_units", args=[authority.code]) if code == ObligationCode.SERVICE_UNITS else ""
