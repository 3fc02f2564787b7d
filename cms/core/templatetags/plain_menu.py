"""The admin's menu as plain links: Wagtail draws its own with script, and the desk must work without."""

from django import template
from wagtail.admin.menu import admin_menu

register = template.Library()


@register.inclusion_tag("wagtailadmin/plain_menu.html", takes_context=True)
def plain_menu(context):
    """Every entry this person has, those of a group behind its name."""
    request = context["request"]
    return {"entries": list(_entries(admin_menu, request)), "request": request}


def _entries(menu, request, group=""):
    for item in sorted(menu.menu_items_for_request(request), key=lambda item: item.order):
        if hasattr(item, "menu"):
            yield from _entries(item.menu, request, item.label)
        else:
            shown = item.render_component(request)
            yield {"url": shown.url, "label": shown.label, "group": group, "here": shown.url == request.path}
