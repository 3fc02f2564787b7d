"""What every installation shares. Law lives in cms/law, an authority's own choices in the admin, the rest is here."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent.parent
#: Everything the installation writes on its own disk: database file, media, private files, outgoing mail.
DATA_DIR = Path(env("MB_DATA_DIR", default=str(BASE_DIR / "var"))).resolve()

INSTALLED_APPS = [
    "home",
    "workflow",
    "catalog",
    "cms.law",
    "cms.audit",
    "cms.core",
    "wagtail_modeladmin",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "cms.core.accounts.users_app.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "simple_history",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",  # Wagtail writes "a second ago" with it; only an installed app brings its Vietnamese
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.core.middleware.ClientAddressMiddleware",
    "cms.core.page_cache.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "cms.core.accounts.session_middleware.StaffSessionMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "cms.core.middleware.ContentSecurityMiddleware",
    "cms.core.middleware.PassedOnMiddleware",
    "home.admin_doors.PageDoors",
    "cms.core.middleware.PublicRedirectMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.core.context.site",
            ],
        },
    }
]

# SQLite serves the demonstration and one small commune; PostgreSQL everything else (README, settings table).
# IMMEDIATE takes the write lock at the start of a transaction: what select_for_update gives on PostgreSQL.
# It must never be combined with ATOMIC_REQUESTS: every page view would take the write lock.
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{(DATA_DIR / 'db.sqlite3').as_posix()}")}
DATABASES["default"]["CONN_MAX_AGE"] = 600
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
elif DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # Compiling a plan takes longer than any page's statement: PostgreSQL guesses otherwise for long ones.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
# Pages beside everything else, so that many of them never push out what must be counted.
CACHES["pages"] = CACHES["default"] | (
    {"LOCATION": "pages"} if CACHES["default"]["BACKEND"].endswith("LocMemCache") else {"KEY_PREFIX": "pages"}
)
# A load balancer asks from inside, without https.
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]
PAGE_CACHE_SECONDS = env.int("MB_PAGE_CACHE_SECONDS", default=60)  # 0: no page is kept
CONTENT_VERSION_FILE = DATA_DIR / "content-version"

AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend", "cms.core.backends.RoleBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "cms.core.accounts.passwords.NotGuessed"},
    {"NAME": "cms.core.accounts.passwords.NotUsedBefore"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

# --- sign-in (docs/decisions) ------------------------------------------------------------------------------------
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = LOGOUT_REDIRECT_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
ACCOUNT_ADAPTER = "cms.core.accounts.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up: the adapter keeps that door closed
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False  # cms.core.accounts.sign_in counts, in the database: two lock-outs would confuse

MFA_ADAPTER = "cms.core.accounts.adapter.FactorAdapter"
MFA_TOTP_ISSUER = "Minh Bạch"
#: Staff sign in with a code beside the password; an authority may do without by a recorded choice of its own.
SECOND_FACTOR_REQUIRED = True

#: An identity provider (OpenID Connect) where staff may sign in, too; off until an issuer is named.
OIDC_ISSUER = env("OIDC_ISSUER", default="").rstrip("/")
OIDC_NAME = env("OIDC_NAME", default="định danh của tỉnh")
OIDC_CLIENT_ID, OIDC_CLIENT_SECRET = env("OIDC_CLIENT_ID", default=""), env("OIDC_CLIENT_SECRET", default="")

# Vietnamese is the source language; the admin may be switched to English by a person.
LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = [("vi", "Tiếng Việt")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "cms" / "locale"]
FORMAT_MODULE_PATH = ["cms.formats"]
USE_THOUSAND_SEPARATOR = True

# Relative, so that Django puts the path prefix in front of both.
STATIC_URL = env("STATIC_URL", default="static/")
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(DATA_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "cms" / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(DATA_DIR / "media")))
#: Files of requests: outside the web root, under random names, handed out by one view only (security.md).
PRIVATE_ROOT = Path(env("PRIVATE_ROOT", default=str(DATA_DIR / "private")))
# Sets of the backup: made in the first folder, copied to the others; encrypted to an age key whose secret half lies elsewhere.
BACKUP_FOLDERS = env.list("MB_BACKUP_FOLDERS", default=[])
BACKUP_RECIPIENT = env("MB_BACKUP_RECIPIENT", default="")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# --- the words of this house -------------------------------------------------------------------------------------
#: Absolute links in mails and papers are built from here, never from the Host header.
BASE_URL = env("BASE_URL", default="http://127.0.0.1:8000").rstrip("/")
WAGTAILADMIN_BASE_URL = BASE_URL
#: Keys the tracking codes' hashes; losing it makes every code unusable, so it belongs to the backup of secrets.
PEPPER = env("MB_PEPPER", default="")
#: Encrypts identity numbers at rest; several keys, newest first, separated by commas.
FIELD_KEYS = env.list("MB_FIELD_KEYS", default=[])
#: Sign the checkpoints of the record (Ed25519, 32 bytes in base64); several, newest first, separated by commas.
CHECKPOINT_KEYS = env.list("MB_CHECKPOINT_KEYS", default=[])
#: Witnesses of those checkpoints: mailboxes, and folders on other hosts that take a PUT over https://.
CHECKPOINT_MAILBOXES = env.list("CHECKPOINT_MAILBOXES", default=[])
CHECKPOINT_URLS = env.list("CHECKPOINT_URLS", default=[])
#: Sent to the latter as "Authorization: Bearer …", where they want one.
CHECKPOINT_TOKEN = env("CHECKPOINT_TOKEN", default="")
#: A mailbox gets one mail in so many minutes at most, about the newest checkpoint; it covers those before it.
CHECKPOINT_MAIL_MINUTES = env.int("CHECKPOINT_MAIL_MINUTES", default=15)
#: How many reverse proxies stand in front and append to X-Forwarded-For; 0 believes only the socket.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
#: host:port of a ClamAV daemon; empty: files are checked for kind and structure only, and the desk says so.
CLAMD_ADDRESS = env("CLAMD_ADDRESS", default="")
#: For how many days after it was given an answer's files are fetched with the code; 0: without end.
ANSWER_FILE_DAYS = env.int("ANSWER_FILE_DAYS", default=365)
#: Outside hosts whose links the worker may ask whether they still answer; none unless the installation names them.
LINK_CHECK_HOSTS = tuple(host.lower() for host in env.list("LINK_CHECK_HOSTS", default=[]))
#: Part of the address before everything else, when the site lives under a provincial portal: "/ttct".
FORCE_SCRIPT_NAME = env("PATH_PREFIX", default="") or None

DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="khong-tra-loi@minhbach.example")
EMAIL_FILE_PATH = str(DATA_DIR / "mail")

# Uploads: five files of 10 MB, 25 MB together (standards.md 5.1); one step carries at most one batch.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576

SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = FORCE_SCRIPT_NAME or "/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600  # one working day; closing the browser ends it sooner
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
#: A member of staff's session: so long at most, and so long without a click.
STAFF_SESSION_SECONDS, STAFF_SESSION_REST_SECONDS = SESSION_COOKIE_AGE, 30 * 60
#: For so long after showing who they are may somebody do what weighs most without showing it again.
STAFF_CONFIRM_SECONDS = 15 * 60
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "cms.core.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

#: Public pages: nothing inline, nothing from elsewhere. The admin's own scripts need the second policy.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
ADMIN_CSP_EXTRA = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "frame-ancestors": ["'self'"],
    "frame-src": ["'self'"],
}

# --- Wagtail -----------------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Minh Bạch"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # it would tell a foreign site who works here
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "home.workflow_end.publish"  # by a second person, and nobody else
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILEMBEDS_FINDERS = []  # no request goes out on a user's word
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "ods", "txt", "jpg", "png"]
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "cms.core.search", "SEARCH_CONFIG": "simple"}}
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAIL_USER_EDIT_FORM = "cms.core.accounts.forms.AccountEditForm"
WAGTAIL_USER_CREATION_FORM = "cms.core.accounts.forms.AccountCreationForm"
WAGTAILUSERS_PASSWORD_ENABLED = True
TAGGIT_CASE_INSENSITIVE = True

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
SILENCED_SYSTEM_CHECKS = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
    # Both write lines for every page saved; who changed a page stands in the record.
    "loggers": {"wagtail": {"level": "WARNING"}, "django_tasks": {"level": "WARNING"}},
}
SITE_NAME = _("Minh Bạch")
