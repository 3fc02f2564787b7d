"""Addresses under /admin/."""

from django.urls import path

from home.reports import keys as keys
from home.reports.desk import period_views, report_views

app_name = "reports"
urlpatterns = [
    path("bao-cao/", report_views.ReportsView.as_view(), name="reports"),
    path("bao-cao/<report_key:pk>/", report_views.ShowReportView.as_view(), name="report"),
    path("bao-cao/<report_key:pk>/van-ban/", report_views.ReportPaperView.as_view(), name="paper"),
    path("bao-cao/<report_key:pk>/tep/<slug:kind>/", report_views.ReportFileView.as_view(), name="file"),
    path("bao-cao/<report_key:pk>/<slug:act>/", report_views.ReportActView.as_view(), name="report_act"),
    path("ky-bao-cao/", period_views.PeriodsView.as_view(), name="periods"),
    path("ky-bao-cao/moi/", period_views.NewPeriodView.as_view(), name="new_period"),
    path("ky-bao-cao/nhieu-nam/", period_views.NewYearsView.as_view(), name="new_years"),
    path("ky-bao-cao/<report_key:pk>/", period_views.ShowPeriodView.as_view(), name="period"),
    path("ky-bao-cao/<report_key:pk>/mau/", period_views.BlankFormView.as_view(), name="blank_form"),
    path(
        "ky-bao-cao/<report_key:pk>/phan/<report_key:part>/<slug:act>/",
        period_views.PartActView.as_view(),
        name="part_act",
    ),
    path("ky-bao-cao/<report_key:pk>/<slug:act>/", period_views.PeriodActView.as_view(), name="period_act"),
    path("co-quan-ngoai/", period_views.BodiesView.as_view(), name="bodies"),
    path("co-quan-ngoai/moi/", period_views.NewBodyView.as_view(), name="new_body"),
    path("co-quan-ngoai/<report_key:pk>/", period_views.ShowBodyView.as_view(), name="body"),
    path("co-quan-ngoai/<report_key:pk>/<slug:act>/", period_views.BodyActView.as_view(), name="body_act"),
]
