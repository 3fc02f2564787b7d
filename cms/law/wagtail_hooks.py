"""The law's lists in the admin: registers only."""

from cms.law.modeladmin import ADMINS

for admin in ADMINS:
    admin().register_with_wagtail()
