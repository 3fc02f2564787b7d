"""What every test stands on: no network, programs found or named as missing, one browser for all."""

import gc
import ipaddress
import os
import shutil
import socket

import pytest
from hypothesis import settings as hypothesis_settings

hypothesis_settings.register_profile("suite", deadline=None, derandomize=True, database=None)
hypothesis_settings.load_profile("suite")

# Django and Wagtail keep hundreds of thousands of objects for good; looking through them again and again costs a tenth.
# Nothing is garbage while tests are read in; what stands by then is set aside for good (pytest_collection_finish).
gc.disable()
gc.set_threshold(100_000, 20, 100)

CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = [
    "--no-sandbox",  # the sandbox refuses to start for root, which test machines often are
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",  # drawing by a GPU that is not there takes longer than drawing without
]


def pytest_collection_finish(session):
    """From here on only what tests make is looked through for garbage."""
    gc.freeze()
    gc.enable()


def pytest_unconfigure(config):
    """Take away the folder of files that this run has made (cms.settings.test)."""
    from django.conf import settings

    if settings.configured:
        shutil.rmtree(settings.PRIVATE_ROOT.parent, ignore_errors=True)


def find_program(title, names):
    """Its path. Without it the test is skipped by name, or fails where MB_REQUIRE_PROGRAMS=1 promises programs."""
    for name in names:
        if path := shutil.which(name):
            return path
    message = f"{title} is not installed"
    if os.environ.get("MB_REQUIRE_PROGRAMS") == "1":
        pytest.fail(message, pytrace=False)
    return pytest.skip(message)


def _is_here(host):
    """Whether an address stays on this machine."""
    if host in {"", "localhost", None}:
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """What pytest-django asks for before it makes the database: its migrations go the short way from here on."""
    from tests.database import light_migrations

    with light_migrations():
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """After a test with real transactions the database is as migrations made it (tests/database.py)."""
    from django.test import TransactionTestCase

    from tests.database import empty_and_restore, shipped_rows

    with django_db_blocker.unblock():
        rows = shipped_rows()
    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test_case: empty_and_restore(rows))
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def static_files_listed_once():
    """Every test's client makes its own whitenoise, which looks through all static files on disk; they stay the same."""
    from whitenoise.middleware import WhiteNoiseMiddleware

    listed, look_through = {}, WhiteNoiseMiddleware.add_files_from_finders

    def add_files_from_finders(middleware):
        if middleware.static_prefix not in listed:
            found = dict(middleware.files)
            look_through(middleware)
            listed[middleware.static_prefix] = {url: file for url, file in middleware.files.items() if url not in found}
        middleware.files.update(listed[middleware.static_prefix])

    patch = pytest.MonkeyPatch()
    patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", add_files_from_finders)
    yield
    patch.undo()


class NetworkRefusedError(RuntimeError):
    """A test reached for another machine."""


@pytest.fixture(autouse=True, scope="session")
def no_network():
    """Nothing that is tested may speak to another machine: an authority's server often cannot either."""
    patch = pytest.MonkeyPatch()
    real_connect, real_getaddrinfo = socket.socket.connect, socket.getaddrinfo

    def connect(self, address):
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_here(address[0]):
            raise NetworkRefusedError(f"A test reached for {address[0]}")
        return real_connect(self, address)

    def getaddrinfo(host, *args, **kwargs):
        if not _is_here(host):
            raise NetworkRefusedError(f"A test asked where {host} is")
        return real_getaddrinfo(host, *args, **kwargs)

    patch.setattr(socket.socket, "connect", connect)
    patch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium of the system's own; one for the whole run."""
    path = find_program("Chromium", CHROMIUM_NAMES)
    from playwright.sync_api import sync_playwright

    patch = pytest.MonkeyPatch()
    # Playwright runs an event loop in this thread, which Django would take for asynchronous code.
    patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()
    patch.undo()


@pytest.fixture
def open_page(browser, live_server):
    """Open a path of the running site as a person would: open_page("/", width=320, scripts=False).

    A message of the browser's console about refused or broken content fails the test.
    """
    contexts, complaints = [], []

    def open_page(path="/", *, width=1280, height=900, scripts=True):
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            accept_downloads=True,
        )
        context.set_default_timeout(60_000)  # a machine may be busy; what is right comes sooner
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    # A refused form is a 4xx page, which Chromium also reports; only content that failed to work is a complaint.
    broken = [text for text in complaints if not text.startswith("Failed to load resource")]
    assert broken == []
