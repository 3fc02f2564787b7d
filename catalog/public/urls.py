"""The public doors of the catalog. Items stand under their codes in capitals, lists under lower-case words."""

from django.urls import path

from catalog.public import files, meter_views, open_views, views

urlpatterns = [
    path("danh-muc.atom", open_views.changes, name="all_changes"),
    path("danh-muc.jsonld", open_views.catalog, name="all_dcat"),
    path("<slug:code>/danh-muc.atom", open_views.changes, name="changes"),
    path("<slug:code>/danh-muc.jsonld", open_views.catalog, name="dcat"),
    path("<slug:code>/danh-muc/", views.home, name="home"),
    path("<slug:code>/danh-muc/don-vi-su-nghiep/", views.service_units, name="service_units"),
    path("<slug:code>/danh-muc/theo-quy/", views.quarter, name="quarter"),
    path("<slug:code>/danh-muc/so-do/", meter_views.page, name="meters"),
    path("<slug:code>/danh-muc/so-do.json", meter_views.as_json, name="meters_json"),
    path("<slug:code>/danh-muc/<item_code:item>/", views.item, name="item"),
    path("<slug:code>/danh-muc/<item_code:item>/tep/<int:pk>/", views.item_file, name="file"),
    path("<slug:code>/danh-muc/<slug:slug>.<list_file:kind>", files.list_file, name="list_file"),
    path("<slug:code>/danh-muc/<slug:slug>/", views.item_list, name="list"),
]
