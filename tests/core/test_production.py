"""Production settings as an operator starts them: a clean deployment check, hashed and compressed static files."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

ASK = """
import json
from django.contrib.staticfiles.storage import staticfiles_storage
from io import BytesIO
from cms.wsgi import application

def get(path, encoding):
    seen = {}
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "SERVER_NAME": "tt.example.vn", "SERVER_PORT": "443",
               "wsgi.url_scheme": "https", "wsgi.input": BytesIO(), "HTTP_ACCEPT_ENCODING": encoding,
               "HTTP_HOST": "tt.example.vn", "REMOTE_ADDR": "127.0.0.1", "SERVER_PROTOCOL": "HTTP/1.1"}
    def start(status, headers, exc_info=None):
        seen.update(status=status, headers={k.lower(): v for k, v in headers})
    body = b"".join(application(environ, start))
    return seen | {"bytes": len(body)}

url = staticfiles_storage.url("css/site.css")
print("ANSWER" + json.dumps({"url": url, "br": get(url, "br"), "gzip": get(url, "gzip"), "plain": get(url, "")}))
"""


@pytest.fixture(scope="module")
def production(tmp_path_factory):
    """The environment of a production server with its own empty folders."""
    from cryptography.fernet import Fernet

    data = tmp_path_factory.mktemp("production")
    # What a browser test before this one may have set is no part of a server's environment.
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("DJANGO_")}
    return surroundings | {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "MB_DATA_DIR": str(data),
        "SECRET_KEY": "k" * 25 + "0123456789abcdefghijklmnopqrstuvwxyz",
        "MB_PEPPER": "p" * 32,
        "MB_FIELD_KEYS": Fernet.generate_key().decode(),
        "MB_CHECKPOINT_KEYS": base64.b64encode(os.urandom(32)).decode(),
        "CHECKPOINT_MAILBOXES": "nhan-chung@kiem-toan.example",
        "ALLOWED_HOSTS": "tt.example.vn",
        "BASE_URL": "https://tt.example.vn",
        "EMAIL_URL": "smtp://127.0.0.1:25",
        "DATABASE_URL": "postgres://web@127.0.0.1:1/none",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }


def run(env, *words):
    return subprocess.run([sys.executable, *words], cwd=ROOT, env=env, capture_output=True, text=True, timeout=300)


def test_deployment_check_has_nothing_to_say(production):
    done = run(production, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "MB_PEPPER", "MB_FIELD_KEYS", "MB_CHECKPOINT_KEYS", "ALLOWED_HOSTS", "EMAIL_URL"]
)
def test_production_does_not_start_without_its_secrets(production, name):
    without = {key: value for key, value in production.items() if key != name}
    done = run(without, "-c", "import cms.settings.production")
    assert done.returncode != 0
    assert name in done.stderr


@pytest.mark.heavy
def test_static_files_are_hashed_compressed_and_kept_for_good(production):
    collected = run(production, "manage.py", "collectstatic", "--noinput", "-v0")
    assert collected.returncode == 0, collected.stderr
    done = run(production, "-c", "import django; django.setup()\n" + ASK)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout.split("ANSWER")[1])
    assert answer["url"] != "/static/css/site.css"  # the content's hash is in the name
    for encoding in ("br", "gzip"):
        reply = answer[encoding]
        assert reply["status"].startswith("200")
        assert reply["headers"]["content-encoding"] == encoding
        assert "immutable" in reply["headers"]["cache-control"]
        assert reply["bytes"] <= 20_000  # one stylesheet, at most 20 KB compressed
    assert answer["br"]["bytes"] < answer["plain"]["bytes"]
