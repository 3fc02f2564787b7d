"""The checker itself: each breach is seen, and a sound page passes."""

import pytest

from tests.home.html_rules import slips_of

SOUND = (
    "<!doctype html><html lang='vi'><head><title>Trang</title></head><body><main>%s<h1>Tên</h1></main></body></html>"
)


@pytest.mark.parametrize(
    "part",
    [
        "<p>Một &amp; hai<br>ba</p>",
        "<ul><li><a href='/x/'>x</a></li></ul>",
        "<dl><div><dt>a</dt><dd><p>b</p></dd></div></dl>",
        "<label for='a'>A</label><input id='a'>",
        "<svg><title>T</title><path d='M0'/></svg>",
        "<fieldset><legend><h2>A</h2></legend></fieldset>",
    ],
)
def test_a_sound_page_passes(part):
    assert slips_of(SOUND % part) == []


@pytest.mark.parametrize(
    "part",
    [
        "<p>Một & hai</p>",
        "<p><b>a</p></b>",
        "<p><ul></ul></p>",
        "<div>",
        "<li>a</li>",
        "<ul><p>a</p></ul>",
        "<ul>chữ</ul>",
        "<a href='/'><button>a</button></a>",
        "<i id='a'></i><i id='a'></i>",
        "<i class='a' class='b'></i>",
        "<img src='a.png'>",
        "<label for='khong-co'>a</label>",
        "<a href='#khong-co'>a</a>",
        "<center>a</center>",
        "<br/>",
        "<h1>Hai</h1>",
        "<table><td>a</td></table>",
    ],
)
def test_a_breach_is_seen(part):
    assert slips_of(SOUND % part)
