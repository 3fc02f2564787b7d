"""Addresses of the log in the admin."""

from django.urls import path, register_converter

from cms.audit.desk import export_views, views

app_name = "log"


class KindConverter:
    """A type of thing as entries name it: "catalog.informationitem"."""

    regex = "[a-z]+\\.[a-z]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(KindConverter, "log_kind")

urlpatterns = [
    path("nhat-ky/", views.LogView.as_view(), name="log"),
    path("nhat-ky/xuat/", export_views.ExportView.as_view(), name="export"),
    path("nhat-ky/cach-xem/", views.SavedViewsView.as_view(), name="saved"),
    path("nhat-ky/cach-xem/<int:pk>/bo/", views.DropViewView.as_view(), name="drop"),
    path("nhat-ky/<int:seq>/", views.EntryView.as_view(), name="entry"),
    path("nhat-ky/<log_kind:kind>/<str:key>/", views.StoryView.as_view(), name="story"),
]
