"""What `manage.py check --deploy` says about this installation."""

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register


def promises_that_sqlite_does_not_give(app_configs, engine=None, **kwargs):
    """SQLite serves a demonstration and one small commune."""
    if (engine or settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
        return [
            Warning(
                "SQLite does not separate the web process from the owner of the history, and serves one writer at a time.",
                hint="Set DATABASE_URL to a PostgreSQL database.",
                id="core.W001",
            )
        ]
    return []


def secrets_are_set(app_configs, **kwargs):
    """Codes and identity numbers cannot be kept without their keys; guessable ones are as bad as none."""
    slips = []
    if len(settings.PEPPER) < 32:
        slips.append(Error("MB_PEPPER must hold at least 32 characters.", id="core.E001"))
    if not settings.FIELD_KEYS:
        slips.append(Error("MB_FIELD_KEYS must hold at least one Fernet key.", id="core.E002"))
    if not settings.BASE_URL.startswith("https://"):
        slips.append(Error("BASE_URL must begin with https://.", id="core.E003"))
    if settings.OIDC_ISSUER and not settings.OIDC_ISSUER.startswith("https://"):
        slips.append(Error("OIDC_ISSUER must begin with https://.", id="core.E004"))
    return slips


def connect():
    """Both belong to `--deploy` only: the embedded defaults are meant to be looked at, not to be warned about."""
    register(promises_that_sqlite_does_not_give, Tags.database, deploy=True)
    register(secrets_are_set, Tags.security, deploy=True)
