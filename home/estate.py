"""Where pages and files stand, for the rules of cms.core: whose section is at which path, whose collection is which."""

from wagtail.models import Collection

from cms.core.authority_url import host_authority
from cms.core.page_rights import Estate
from home.models import AuthorityFiles, AuthorityPage, HomePage


def read() -> Estate:
    """The front page, every authority's section, and the authority that answers for the pages of the whole site."""
    front = HomePage.objects.values_list("path", flat=True).first() or ""
    host = host_authority()
    return Estate(front, dict(AuthorityPage.objects.values_list("path", "authority_id")), host.pk if host else None)


def collections_of(authorities) -> list[Collection]:
    """The collections in which these authorities keep their images and documents."""
    kept = AuthorityFiles.objects.filter(authority__in=authorities).select_related("collection")
    return [files.collection for files in kept.order_by("pk")]
