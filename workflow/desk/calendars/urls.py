"""Addresses under /admin/lich/. A year has four digits; a key at most nine."""

from django.urls import path, register_converter

from workflow.desk.calendars import rule_set_views, views


class Year:
    regex = "20[0-9]{2}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class Key(Year):
    regex = "[0-9]{1,9}"


register_converter(Year, "calendar_year")
register_converter(Key, "calendar_key")

app_name = "calendars"
urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("<calendar_year:year>/", views.YearView.as_view(), name="year"),
    path("<calendar_year:year>/xac-nhan/", views.ConfirmView.as_view(), name="confirm"),
    path("thay-doi/", views.ChangesView.as_view(), name="changes"),
    path("thay-doi/moi/", views.NewChangeView.as_view(), name="new_change"),
    path("thay-doi/<calendar_key:pk>/", views.ChangeView.as_view(), name="change"),
    path("bo-quy-dinh/", rule_set_views.RuleSetsView.as_view(), name="rule_sets"),
    path("bo-quy-dinh/tai-len/", rule_set_views.UploadView.as_view(), name="upload"),
    path("bo-quy-dinh/<calendar_key:pk>/", rule_set_views.RuleSetView.as_view(), name="rule_set"),
    path("bo-quy-dinh/<calendar_key:pk>/tep/", rule_set_views.RuleSetFileView.as_view(), name="rule_set_file"),
]
