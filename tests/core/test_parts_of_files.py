"""Files fetched in parts: a broken download is taken up where it broke, and never mixed with another content (RFC 9110)."""

import hashlib
from types import SimpleNamespace

import pytest
from django.test import RequestFactory

from cms.core import files

CONTENT = b"0123456789" * 20


@pytest.fixture
def fetch(settings):
    kept = files.keep("a.txt", CONTENT, files.FROM_STAFF)

    def get(method="get", **headers):
        file = SimpleNamespace(
            path=kept.path, name="Báo cáo.txt", content_type="text/plain", sha256=hashlib.sha256(CONTENT).hexdigest()
        )
        response = files.hand_out_in_parts(getattr(RequestFactory(), method)("/", headers=headers), file)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        return response, content

    yield get
    files.drop(kept.path)


def test_the_whole_file_says_that_parts_may_be_had(fetch):
    response, content = fetch()
    assert (response.status_code, content) == (200, CONTENT)
    assert (response["Accept-Ranges"], response["ETag"]) == ("bytes", f'"{hashlib.sha256(CONTENT).hexdigest()}"')


@pytest.mark.parametrize(
    ("wanted", "part", "told"),
    [
        ("bytes=0-9", CONTENT[:10], "bytes 0-9/200"),
        ("bytes=150-", CONTENT[150:], "bytes 150-199/200"),
        ("bytes=-5", CONTENT[-5:], "bytes 195-199/200"),
        ("bytes=190-5000", CONTENT[190:], "bytes 190-199/200"),
        ("bytes=-900", CONTENT, "bytes 0-199/200"),
    ],
)
def test_a_part_is_given_with_its_place(fetch, wanted, part, told):
    response, content = fetch(Range=wanted)
    assert (response.status_code, content, response["Content-Range"]) == (206, part, told)
    assert response["Content-Length"] == str(len(part))
    for name in ("Content-Disposition", "Cache-Control", "Content-Security-Policy", "X-Content-Type-Options"):
        assert response[name] == fetch()[0][name]


@pytest.mark.parametrize("wanted", ["bytes=200-", "bytes=900-901", "bytes=-0"])
def test_what_the_file_has_not_is_answered_416(fetch, wanted):
    response, content = fetch(Range=wanted)
    assert (response.status_code, content, response["Content-Range"]) == (416, b"", "bytes */200")


@pytest.mark.parametrize(
    "wanted", ["bytes=9-3", "bytes=0-1,5-6", "chars=0-9", "bytes=-", "bytes=a-b", "bytes=1-1" + "0" * 99]
)
def test_what_is_not_understood_gets_the_whole_file(fetch, wanted):
    response, content = fetch(Range=wanted)
    assert (response.status_code, content) == (200, CONTENT)


def test_a_resumed_download_of_other_content_begins_anew(fetch):
    mark = fetch()[0]["ETag"]
    assert fetch(Range="bytes=10-", **{"If-Range": mark})[0].status_code == 206
    assert fetch(Range="bytes=10-", **{"If-Range": '"khac"'})[1] == CONTENT
    assert fetch(Range="bytes=10-", **{"If-Range": "Sat, 21 Nov 2026 08:00:00 GMT"})[1] == CONTENT
