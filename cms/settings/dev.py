"""Embedded defaults: SQLite, local files, mail into a folder. Enough for a look, never for real requests."""

from .base import *
from .base import BASE_DIR, DATA_DIR, STATIC_ROOT, env

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="chi-dung-de-xem-thu-khong-dung-cho-du-lieu-that-" + str(BASE_DIR))
PEPPER = env("MB_PEPPER", default="tieu-de-xem-thu-khong-dung-that")
FIELD_KEYS = env.list("MB_FIELD_KEYS", default=["bWluaGJhY2gtZGVtb25zdHJhdGlvbi1rZXktMDAwMDE="])
CHECKPOINT_KEYS = env.list("MB_CHECKPOINT_KEYS", default=["bWluaGJhY2gtZGVtb25zdHJhdGlvbi1zaWduLTAwMDE="])
CHECKPOINT_MAILBOXES = env.list("CHECKPOINT_MAILBOXES", default=["nhan-chung@so-tu-phap.example"])
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
EMAIL_BACKEND = "cms.core.outbox.FolderBackend"
DEMONSTRATION = True
SECOND_FACTOR_REQUIRED = False  # whoever looks at the demonstration has no telephone set up for it
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
DATA_DIR.mkdir(parents=True, exist_ok=True)
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # empty: files come from their own folders, but whitenoise looks for it
