"""The law's lists in the admin: registers only."""

from cms.law import log_places
from cms.law.modeladmin import ADMINS

log_places.connect()

for admin in ADMINS:
    admin().register_with_wagtail()
