"""The catalog in the Wagtail admin: registers only."""

from django.urls import include, path
from wagtail import hooks

from catalog.desk import fault_views, log_places, menu
from catalog.desk.modeladmin import ADMINS

log_places.connect()


@hooks.register("register_admin_urls", order=10)
def catalog_urls():
    return [path("", include("catalog.desk.urls", namespace="catalog_desk"))]


for item in menu.ITEMS:
    hooks.register("register_admin_menu_item", lambda item=item: item)

for admin in ADMINS:
    admin().register_with_wagtail()

# After the desk has taken the start page over.
hooks.register("construct_homepage_panels", fault_views.add_panel, order=600)
