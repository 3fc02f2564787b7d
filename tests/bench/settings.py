"""As in use, without what a measurement does not need: no mails leave, no https stands in front."""

import tempfile
from pathlib import Path

from cms.settings.base import *
from cms.settings.base import DATABASES, LOGGING, env

DEBUG = False
DEMONSTRATION = False
SECRET_KEY = "chi-dung-de-do-toc-do"
PEPPER = "tieu-do-toc-do"
FIELD_KEYS = ["bWluaGJhY2gtdGVzdC1zdWl0ZS1vbmx5LWtleS0wMDE="]
ALLOWED_HOSTS = ["testserver", "127.0.0.1"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
LOGGING = LOGGING | {"root": {"handlers": ["console"], "level": "ERROR"}}
_scratch = Path(tempfile.gettempdir()) / "minhbach-bench"
MEDIA_ROOT, PRIVATE_ROOT, STATIC_ROOT = _scratch / "media", _scratch / "private", _scratch / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True
#: Databases of its own beside the one that DATABASE_URL names, one for each number of rows; that one is not touched.
PAGE_CACHE_SECONDS = env.int("MB_PAGE_CACHE_SECONDS", default=0)
CONTENT_VERSION_FILE = _scratch / "content-version"
ROWS = env.int("MB_BENCH_ROWS", default=1_000)
DATABASES["default"]["NAME"] = f"minhbach_bench_{ROWS}"
