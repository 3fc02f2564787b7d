"""/admin/tuan-thu/ and what stands below it."""

from django.urls import path

from home.compliance.desk import pages, table

app_name = "compliance"
urlpatterns = [
    path("", table.TableView.as_view(), name="table"),
    path("bang.xlsx", table.TableFileView.as_view(), name="table_file"),
    path("<slug:code>/", pages.OwnView.as_view(), name="own"),
    path("<slug:code>/phuong-tien/", pages.MeansView.as_view(), name="means"),
    path("<slug:code>/<slug:obligation>/", pages.ObligationView.as_view(), name="one"),
]
