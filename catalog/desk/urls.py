"""Addresses of the catalog under the admin. An item stands under its code: /admin/danh-muc/SV-0127/."""

from django.urls import path

from catalog.desk import fault_views, import_views, meter_views, suggestion_views, unit_views, views

app_name = "catalog_desk"
urlpatterns = [
    path("danh-muc/nhap/", views.QuickEntryView.as_view(), name="quick"),
    path("danh-muc/so-do/", meter_views.MetersView.as_view(), name="meters"),
    path("danh-muc/goi-y/", suggestion_views.SuggestionsView.as_view(), name="suggestions"),
    path("danh-muc/hong/", fault_views.FaultsView.as_view(), name="faults"),
    path("danh-muc/nhap-bang/", import_views.ImportsView.as_view(), name="imports"),
    path("danh-muc/nhap-bang/mau.xlsx", import_views.EmptyTableView.as_view(), name="empty_table"),
    path("danh-muc/nhap-bang/<int:pk>/", import_views.ImportView.as_view(), name="import"),
    path("danh-muc/nhap-bang/<int:pk>/loi.csv", import_views.FindingsFileView.as_view(), name="import_findings"),
    path("danh-muc/cho-dang/", views.ApproveView.as_view(), name="approve"),
    path("danh-muc/khong-cong-khai/", views.MarksView.as_view(), name="marks"),
    path("danh-muc/khong-cong-khai.<list_file:kind>", views.MarksFileView.as_view(), name="marks_file"),
    path("danh-muc/khong-cong-khai/them/", views.NewMarkView.as_view(), name="new_mark"),
    path("danh-muc/don-vi-su-nghiep/<int:pk>/xac-nhan/", unit_views.ConfirmView.as_view(), name="confirm_unit"),
    path("danh-muc/<item_code:item>/", views.ItemView.as_view(), name="item"),
    path("danh-muc/<item_code:item>/tep/<int:pk>/", views.DeskFileView.as_view(), name="file"),
    path("danh-muc/<item_code:item>/<slug:act>/", views.ActView.as_view(), name="act"),
]
