"""The suite's settings: as production where behaviour is concerned, fast where it is not."""

import tempfile
from pathlib import Path

from .base import *
from .base import DATABASES, env

SECRET_KEY = "chi-dung-cho-kiem-thu"
PEPPER = "tieu-kiem-thu"
FIELD_KEYS = ["bWluaGJhY2gtdGVzdC1zdWl0ZS1vbmx5LWtleS0wMDE="]
CHECKPOINT_KEYS = ["bWluaGJhY2gtdGVzdC1zdWl0ZS1zaWduaW5nLTAwMDE="]
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEMONSTRATION = True
SECOND_FACTOR_REQUIRED = False
_scratch = Path(tempfile.mkdtemp(prefix="minhbach-test-"))
MEDIA_ROOT = _scratch / "media"
PRIVATE_ROOT = _scratch / "private"
STATIC_ROOT = _scratch / "static"
STATIC_ROOT.mkdir()
# Tests change what they read without waiting for a commit; tests/core/test_page_cache.py switches it on.
PAGE_CACHE_SECONDS = 0
CONTENT_VERSION_FILE = _scratch / "content-version"
EMAIL_FILE_PATH = str(_scratch / "mail")
WHITENOISE_USE_FINDERS = True
DATABASES["default"]["CONN_MAX_AGE"] = 0
DATABASES["default"]["TEST"] = {"NAME": f"test_minhbach_{env('MB_TEST_DB', default='suite')}"}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A test's database need not survive a power cut; everything else is as it is in use.
    DATABASES["default"]["OPTIONS"] = DATABASES["default"]["OPTIONS"] | {
        "init_command": DATABASES["default"]["OPTIONS"]["init_command"].replace("FULL", "OFF")
    }
    # A file, not memory: threads in the tests open connections of their own.
    DATABASES["default"]["TEST"]["NAME"] = str(
        Path(tempfile.gettempdir()) / f"minhbach-test-{env('MB_TEST_DB', default='suite')}.sqlite3"
    )
else:
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off"
