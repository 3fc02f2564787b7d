"""What the admin's pages ask of the record; a room below asks by the hook's name, never by import."""

from wagtail import hooks

from cms.audit.row_seals import seals_of

hooks.register("seals_of_history", seals_of)
