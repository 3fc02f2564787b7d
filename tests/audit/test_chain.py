"""The chain's arithmetic, without a database."""

import hashlib
import json
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.audit.chain import (
    GENESIS,
    Fault,
    Head,
    Link,
    Problem,
    canonical_json,
    commitment,
    digest,
    seal,
    verify,
)


def chain_of(length):
    """A sound chain of that many entries."""
    links, previous = [], GENESIS
    for seq in range(1, length + 1):
        payload = canonical_json({"seq": seq, "kind": "request.sent"})
        links.append(Link(seq, previous, seal(previous, payload), payload))
        previous = links[-1].hash
    return links


def head_of(links):
    return Head(links[-1].seq, links[-1].hash)


# --- canonical JSON ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param({"b": 1, "a": None}, '{"a":null,"b":1}', id="keys in order"),
        pytest.param(
            {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7},
            '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\U0001f600":5,"\ufb33":3}',
            id="RFC 8785 3.2.3",
        ),
        pytest.param([True, False, -7, []], "[true,false,-7,[]]", id="no spaces"),
        pytest.param((1, (2,)), "[1,[2]]", id="tuple as list"),
        pytest.param("Gia hạn", '"Gia hạn"', id="letters as they are"),
        pytest.param('"\\/\b\f\n\r\t\x1f\x7f', '"\\"\\\\/\\b\\f\\n\\r\\t\\u001f\x7f"', id="escapes"),
        pytest.param(Fault.EDITED, '"EDITED"', id="a code as its text"),
    ],
)
def test_canonical_json_writes(value, text):
    assert canonical_json(value) == text.encode()


@pytest.mark.parametrize("value", [1.0, {"a": [0.5]}, b"x", {1: "a"}, object(), {"a"}])
def test_canonical_json_refuses_what_has_no_single_form(value):
    with pytest.raises(TypeError):
        canonical_json(value)


@pytest.mark.parametrize("value", [2**53, -(2**53), "\ud800", {"\ud800": 1}])
def test_canonical_json_refuses_what_would_not_survive(value):
    with pytest.raises(ValueError, match=r"too great|surrogates"):
        canonical_json(value)


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(plain)
def test_canonical_json_reads_back_and_writes_the_same(value):
    written = canonical_json(value)
    assert json.loads(written) == value
    assert canonical_json(json.loads(written)) == written


# --- seal and commitment -----------------------------------------------------------------------------------------


def test_seal_covers_what_was_before():
    assert seal(GENESIS, b"{}") == hashlib.sha256(b"\x00" * 33 + b"{}").digest()
    assert seal(GENESIS, b"{}") != seal(b"\x01" * 32, b"{}")


def test_commitment_needs_its_salt():
    assert commitment(b"a" * 16, "Trần Văn Bình") != commitment(b"b" * 16, "Trần Văn Bình")
    with pytest.raises(ValueError, match="guessed"):
        commitment(b"", "Trần Văn Bình")


def test_digest_does_not_depend_on_the_order_of_keys():
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1}) != digest({"a": 1, "b": 3})


# --- verify ------------------------------------------------------------------------------------------------------


def test_sound_chain_passes():
    links = chain_of(20)
    assert verify(links, head_of(links)) is None
    assert verify(links, head_of(links), against=head_of(links[:7])) is None
    assert verify([], Head()) is None
    assert verify(links, against=Head()) is None


def edited(links):
    links[4] = replace(links[4], payload=links[4].payload.replace(b"sent", b"lost"))
    return links


def edited_and_sealed_again(links):
    payload = links[4].payload.replace(b"sent", b"lost")
    links[4] = replace(links[4], payload=payload, hash=seal(links[4].previous, payload))
    return links


def deleted(links):
    return links[:4] + links[5:]


def swapped(links):
    links[4], links[5] = replace(links[5], seq=5), replace(links[4], seq=6)
    return links


def out_of_order(links):
    links[4], links[5] = links[5], links[4]
    return links


def inserted(links):
    """A forged sixth entry, sealed on the fifth; the others move up."""
    payload = canonical_json({"seq": 6, "kind": "request.provided"})
    forged = Link(6, links[4].hash, seal(links[4].hash, payload), payload)
    return links[:5] + [forged] + [replace(link, seq=link.seq + 1) for link in links[5:]]


def doubled(links):
    return links[:5] + links[4:]


def cut(links):
    return links[:-3]


def grown(links):
    payload = canonical_json({"seq": 11, "kind": "request.provided"})
    return [*links, Link(11, links[-1].hash, seal(links[-1].hash, payload), payload)]


def not_json(links):
    links[4] = replace(links[4], payload=b"\xff", hash=seal(links[4].previous, b"\xff"))
    return links


@pytest.mark.parametrize(
    ("tamper", "problem"),
    [
        (edited, Problem(Fault.EDITED, 5)),
        (edited_and_sealed_again, Problem(Fault.DETACHED, 6)),
        (deleted, Problem(Fault.MISSING, 5)),
        (swapped, Problem(Fault.REORDERED, 5)),
        (out_of_order, Problem(Fault.REORDERED, 5)),
        (inserted, Problem(Fault.INSERTED, 7)),
        (doubled, Problem(Fault.REORDERED, 5)),
        (cut, Problem(Fault.CUT, 8)),
        (grown, Problem(Fault.UNCLAIMED, 11)),
        (not_json, Problem(Fault.MISSING, 5)),
    ],
)
def test_first_problem_is_named(tamper, problem):
    links = chain_of(10)
    head = head_of(links)
    assert verify(tamper(links), head) == problem


def test_edited_head_is_named():
    links = chain_of(3)
    assert verify(links, Head(3, b"\x01" * 32)) == Problem(Fault.HEAD_EDITED, 3)


def test_roll_back_shows_against_a_kept_head():
    links = chain_of(10)
    kept, restored = head_of(links), links[:6]
    assert verify(restored, head_of(restored)) is None
    assert verify(restored, head_of(restored), against=kept) == Problem(Fault.ROLLED_BACK, 7)


def test_rewritten_chain_shows_against_a_kept_head():
    assert verify(chain_of(10), against=Head(4, b"\x01" * 32)) == Problem(Fault.REWRITTEN, 4)


def test_chain_runs_without_the_site():
    """An auditor needs this one file and Python."""
    code = "import sys, cms.audit.chain; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
