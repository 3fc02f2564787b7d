"""The pictures of the guides, taken in Chromium over the demonstration: each screen opens and shows what its guide says.

`make pictures` (MB_PICTURES=1) writes them to docs/huong-dan/hinh; without it they are taken and thrown away.
"""

import io
import os

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from PIL import Image

from cms.core.models import User
from tests.guides.pictures import FOLDER, HEAVIEST, PICTURES

pytestmark = [pytest.mark.browser, pytest.mark.heavy, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def demonstration(settings, tmp_path):
    settings.DATA_DIR, settings.PRIVATE_ROOT, settings.MEDIA_ROOT = tmp_path, tmp_path / "private", tmp_path / "media"
    cache.clear()
    call_command("load_demo", verbosity=0)
    call_command("build_default_site", demo=True)


def key_of(username) -> str:
    """A session of that person; the sign-in page has tests of its own."""
    client = Client()
    client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def small(png: bytes) -> bytes:
    """The same picture in as few colours as it needs to stay light."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    for colours in (128, 64, 32, 16):
        out = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= HEAVIEST:
            break
    return out.getvalue()


def test_every_screen_of_the_guides_opens_and_is_taken(demonstration, browser, live_server, tmp_path):
    folder = FOLDER if os.environ.get("MB_PICTURES") == "1" else tmp_path / "hinh"
    folder.mkdir(parents=True, exist_ok=True)
    keys = {name: key_of(name) for name in {picture.person for picture in PICTURES if picture.person}}
    missing = []
    for picture in PICTURES:
        width, height = picture.size
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            reduced_motion="reduce",
        )
        if picture.person:
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": keys[picture.person], "url": live_server.url}
            context.add_cookies([cookie])
        page = context.new_page()
        page.goto(picture.address, wait_until="networkidle")
        if picture.shows not in page.inner_text("body"):
            missing.append((picture.name, picture.shows, page.url))
        taken = small(page.screenshot())
        assert len(taken) <= HEAVIEST, picture.name
        (folder / f"{picture.name}.png").write_bytes(taken)
        context.close()
    assert missing == []
