"""Signed notes: what is signed is read back, what was touched is not, and the form is the open one."""

import base64

import pytest

from cms.audit.notes import BadNote, PublicKey, SecretKey, lines_of, notes_in

KEY = SecretKey("suoi-vang.example/nhat-ky", b"k" * 32)
OTHER = SecretKey("suoi-vang.example/nhat-ky", b"o" * 32)
LINES = ["suoi-vang.example/nhat-ky", "12", "dòng có dấu"]
NOTE = KEY.sign(LINES)


def test_note_is_read_back_by_its_key():
    assert lines_of(NOTE, [OTHER.public, KEY.public]) == (LINES, KEY.public)


def test_form_is_the_open_one():
    """C2SP signed-note: text, empty line, em dash, name, base64 of four bytes of the key's id and the signature."""
    text, _, signature = NOTE.partition("\n\n")
    dash, name, encoded = signature.rstrip("\n").split(" ")
    assert (text.splitlines(), dash, name) == (LINES, "—", KEY.name)
    assert base64.b64decode(encoded)[:4].hex() == KEY.public.id
    assert len(base64.b64decode(encoded)) == 68


def test_published_key_of_the_open_form_is_read():
    """The example key of the Go module database's own log, as golang.org/x/mod/sumdb/note publishes it."""
    published = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
    key = PublicKey.read(published)
    assert (key.id, str(key)) == ("033de0ae", published)


@pytest.mark.parametrize(
    "touched",
    [
        NOTE.replace("12", "13"),
        NOTE.replace("dấu", "dau"),
        NOTE.replace("\n\n", "\nthêm\n\n"),
        NOTE.replace("—", "-"),
        NOTE[:-1],
        NOTE + "đuôi",
        NOTE.partition("\n\n")[0] + "\n\n",
        NOTE.replace("suoi-vang", "hoa-sen"),
        "",
    ],
)
def test_touched_note_is_refused(touched):
    with pytest.raises(BadNote):
        lines_of(touched, [KEY.public])


def test_note_of_another_key_is_refused():
    forged = OTHER.sign(LINES)
    with pytest.raises(BadNote):
        lines_of(forged, [KEY.public])
    # Nor where somebody gives their own signature the id of the known key.
    text, _, signature = forged.partition("\n\n")
    raw = base64.b64decode(signature.split(" ")[-1])
    disguised = base64.b64encode(bytes.fromhex(KEY.public.id) + raw[4:]).decode()
    with pytest.raises(BadNote):
        lines_of(f"{text}\n\n— {KEY.name} {disguised}\n", [KEY.public])


@pytest.mark.parametrize(
    "text", ["", "tên", "tên+00000000+AAAA", str(KEY.public)[:-2], str(KEY.public).replace("suoi", "hoa")]
)
def test_key_that_is_none_is_refused(text):
    with pytest.raises(BadNote):
        PublicKey.read(text)


@pytest.mark.parametrize("line", ["", "hai\ndòng"])
def test_line_that_would_break_the_form_is_refused(line):
    with pytest.raises(ValueError, match="line of a note"):
        KEY.sign(["tên", line])


def test_notes_are_found_inside_a_mail():
    mail = f"Kính gửi ông/bà,\r\n\r\nĐiểm kiểm chứng:\r\n\r\n{NOTE}\r\n{OTHER.sign(['x'])}".replace(
        "\n", "\r\n"
    ).replace("\r\r", "\r")
    assert notes_in(mail) == [NOTE, OTHER.sign(["x"])]
