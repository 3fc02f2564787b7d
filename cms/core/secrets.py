"""Secrets at rest: encrypted columns, keyed hashes, random codes. Keys come from the environment only."""

import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models


@lru_cache(maxsize=4)
def _cipher(keys: tuple) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def cipher() -> MultiFernet:
    """The newest key encrypts, every listed key still reads."""
    if not settings.FIELD_KEYS:
        raise ImproperlyConfigured("MB_FIELD_KEYS is empty: identity numbers cannot be kept.")
    return _cipher(tuple(settings.FIELD_KEYS))


def keyed_hash(purpose: str, text: str) -> str:
    """HMAC-SHA-256 under the pepper; `purpose` keeps one kind of hash from serving as another."""
    if not settings.PEPPER:
        raise ImproperlyConfigured("MB_PEPPER is empty: codes and identity numbers cannot be hashed.")
    return hmac.new(settings.PEPPER.encode(), f"{purpose}\x1f{text}".encode(), hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(one.encode(), other.encode())


class EncryptedField(models.TextField):
    """Text kept encrypted (AES-128-CBC with HMAC, Fernet): read back, never searched.

    `exact` finds emptiness, which constraints ask for; any other text encrypts differently each time.
    """

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return cipher().encrypt(value.encode()).decode() if value else value

    def from_db_value(self, value, expression, connection):
        if not value:
            return value
        try:
            return cipher().decrypt(value.encode()).decode()
        except InvalidToken as error:
            raise ImproperlyConfigured("An identity number cannot be read: its key is not in MB_FIELD_KEYS.") from error

    def get_lookup(self, lookup_name):
        return super().get_lookup(lookup_name) if lookup_name in {"isnull", "exact"} else None
