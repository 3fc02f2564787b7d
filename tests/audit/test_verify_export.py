"""The stand-alone program's own arithmetic: Ed25519 as RFC 8032 gives it, and as `cryptography` reckons it."""

import secrets

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cms.audit import notes, verify_export

#: RFC 8032, section 7.1: secret key, public key, message, signature.
VECTORS = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
]


@pytest.mark.parametrize(("secret", "public", "message", "signature"), VECTORS)
def test_vectors_of_the_standard(secret, public, message, signature):
    public, message, signature = map(bytes.fromhex, (public, message, signature))
    assert Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret)).sign(message) == signature
    for check in (verify_export.is_signed, verify_export.fast_is_signed()):
        assert check(public, message, signature)
        assert not check(public, message + b"x", signature)
        for place in (0, 31, 32, 63):
            touched = bytearray(signature)
            touched[place] ^= 1
            assert not check(public, message, bytes(touched))


def test_both_reckonings_agree():
    for _ in range(20):
        key, message = Ed25519PrivateKey.generate(), secrets.token_bytes(50)
        public, signature = key.public_key().public_bytes_raw(), key.sign(message)
        assert verify_export.is_signed(public, message, signature)
        assert not verify_export.is_signed(secrets.token_bytes(32), message, signature)


@pytest.mark.parametrize(
    ("key", "signature"),
    [
        (b"", b"x" * 64),
        (b"k" * 32, b""),
        (b"\xff" * 32, b"x" * 64),  # no point of the curve
        (bytes.fromhex(VECTORS[0][1]), bytes.fromhex(VECTORS[0][3])[:32] + b"\xff" * 32),  # a scalar beyond the order
    ],
)
def test_what_is_no_key_or_signature_is_refused(key, signature):
    assert not verify_export.is_signed(key, b"", signature)


def test_scalar_is_not_taken_twice():
    """A signature with the order added to its scalar says the same by arithmetic; the standard refuses it."""
    _secret, public, message, signature = (bytes.fromhex(one) for one in VECTORS[1])
    greater = int.from_bytes(signature[32:], "little") + verify_export.L
    assert not verify_export.is_signed(public, message, signature[:32] + greater.to_bytes(32, "little"))


def test_keys_and_notes_are_read_as_the_site_writes_them():
    key = notes.SecretKey("suoi-vang.example/nhat-ky", b"k" * 32)
    read = verify_export.read_key(str(key.public))
    assert (read.name, read.raw, read.id.hex()) == (key.name, key.public.raw, key.public.id)
    assert verify_export.notes_in(f"Kính gửi,\r\n\r\n{key.sign(['một', '2'])}") == [key.sign(["một", "2"])]
    for text in ("", "a+b+c", str(key.public)[:-4]):
        assert verify_export.read_key(text) is None
