"""The roof: every room's addresses. Rooms never import this."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home.views import page

handler400 = "cms.core.views.bad_request"
handler403 = "cms.core.views.permission_denied"
handler404 = "cms.core.views.page_not_found"
handler500 = "cms.core.views.server_error"

urlpatterns = [
    path("admin/", include("cms.core.accounts.urls")),  # before Wagtail's own, whose sign-in it replaces
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", include("cms.api")),
    path("", include("cms.core.urls")),
    path("", include("cms.audit.urls")),
    path("", include("catalog.urls")),
    path("", include("workflow.urls")),
    path("", include("home.urls")),
    re_path(wagtail_urls.serve_pattern, page),
    path("", include(wagtail_urls)),
]
