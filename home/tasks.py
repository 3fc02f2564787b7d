"""What this room does by the clock."""

from pathlib import Path

from django.conf import settings

from cms.core import periodic


def connect():
    """Register with the worker's clock."""
    periodic.every_hour(rebuild_fallback)


def rebuild_fallback(at):
    """The page that a reverse proxy serves while the site is away names today's telephones and stops."""
    from home import fallback

    fallback.build(Path(settings.DATA_DIR) / fallback.FOLDER)
