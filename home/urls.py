"""Wagtail serves the pages; these names let other rooms link to them."""

from django.urls import path

from home import component_page, open_data, search_views, views
from home.compliance import public
from home.plans import keys as keys
from home.plans import public as plans

app_name = "home"
urlpatterns = [
    path("", views.province, name="province"),
    path("tim-kiem/", search_views.whole_site, name="search"),
    path("<slug:code>/tim-kiem/", search_views.one_authority, name="authority_search"),
    path("du-lieu-mo/", open_data.whole_site, name="open_data"),
    path("<slug:code>/du-lieu-mo/", open_data.one_authority, name="open_data_of_authority"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-danh-muc.xml", views.catalog_sitemap, name="catalog_sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("tin-tuc.atom", views.news_feed, name="news"),
    path("<slug:code>/tin-tuc.atom", views.news_feed, name="news_of_authority"),
    path("thanh-phan/", component_page.page, name="components"),
    path("<slug:code>/gan-vao-cong/", views.embedding_page, name="embedding"),
    path("<slug:code>/gan-vao-cong/<slug:slug>.html", views.embedded, name="embedded"),
    path("<slug:code>/gan-vao-cong/<slug:slug>.csv", views.embedded_file, name="embedded_file"),
    path("<slug:code>/bieu-trung/<int:pk>.png", views.emblem, name="emblem"),
    path("tuan-thu.json", public.all_as_json, name="compliance_all_json"),
    path("<slug:code>/tuan-thu.json", public.one_as_json, name="compliance_json"),
    path("<slug:code>/tuan-thu/", public.page, name="compliance"),
    path("<slug:code>/bieu-mau/<slug:form>/", views.blank_form, name="blank_form"),
    path("<slug:code>/bieu-mau/mau-<slug:form>.docx", views.blank_form_file, {"kind": "docx"}, name="blank_form_file"),
    path("<slug:code>/bieu-mau/mau-<slug:form>.pdf", views.blank_form_file, {"kind": "pdf"}, name="blank_form_pdf"),
    path("<slug:code>/ke-hoach/", plans.plans, name="plans"),
    path("<slug:code>/ke-hoach/<plan_key:pk>/", plans.plan, name="plan"),
    path("<slug:code>/ke-hoach/<plan_key:pk>/in/", plans.plan_print, name="plan_print"),
    path("<slug:code>/ke-hoach/<plan_key:pk>/tep/<plan_key:file>/", plans.plan_file, name="plan_file"),
    path("<slug:code>/", views.authority, name="authority"),
]
