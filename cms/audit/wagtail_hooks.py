"""What the admin's pages ask of the record, and the log itself: registers only."""

from django.urls import include, path
from wagtail import hooks

from cms.audit.desk import checkpoints
from cms.audit.desk.menu import LogItem
from cms.audit.desk.offices import connect
from cms.audit.desk.views import story_url
from cms.audit.places import kind_of
from cms.audit.row_seals import seals_of

connect()
checkpoints.connect()
hooks.register("seals_of_history", seals_of)
hooks.register("register_admin_menu_item", LogItem)


@hooks.register("story_of_record")
def story_of(record):
    """Where every act on a record is listed; empty where the log knows nothing of such records."""
    kind = record._meta.label_lower
    return story_url(kind, record.pk) if kind_of(kind) else ""


@hooks.register("register_admin_urls", order=5)
def log_urls():
    return [path("", include("cms.audit.desk.urls", namespace="log"))]
