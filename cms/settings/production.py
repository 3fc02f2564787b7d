"""Production asks only the environment; the README's table names every variable."""

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import BASE_URL, FORCE_SCRIPT_NAME, STORAGES, env

DEBUG = False
DEMONSTRATION = False
SECRET_KEY = env("SECRET_KEY")
PEPPER = env("MB_PEPPER")
if len(PEPPER) < 32:
    # Without it no code could be checked later: better no intake at all than requests whose answers nobody can fetch.
    raise ImproperlyConfigured("MB_PEPPER must hold at least 32 characters.")
FIELD_KEYS = env.list("MB_FIELD_KEYS")
CHECKPOINT_KEYS = env.list("MB_CHECKPOINT_KEYS")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
vars().update(env.email_url("EMAIL_URL"))

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
WHITENOISE_MAX_AGE = 60

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = True
if env.int("TRUSTED_PROXIES", default=0):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# "__Host-" binds a cookie to this host and the root path, which a path prefix cannot have.
_prefix = "__Secure-" if FORCE_SCRIPT_NAME else "__Host-"
SESSION_COOKIE_NAME = _prefix + "phien"
CSRF_COOKIE_NAME = _prefix + "csrf"
LANGUAGE_COOKIE_NAME = _prefix + "ngon-ngu"
LANGUAGE_COOKIE_SECURE = True
LANGUAGE_COOKIE_HTTPONLY = True
