"""Secrets: random ones are stored as their SHA-256, passwords as argon2id; neither can be read back."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from functools import cache
from threading import BoundedSemaphore
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ingest.errors import WrongUse
from web import wording_access as words

SHORTEST: Final = 10
LONGEST: Final = 200
TOKEN_MARK: Final = "rv_"  # noqa: S105 - how each begins
"""What a token begins with, so that scanners for leaked secrets know it."""

_AT_ONCE: Final = BoundedSemaphore(2)
"""Each hash takes 64 MiB and 50 ms: more than two at once would let strangers fill the memory."""


def fresh() -> str:
    """A new random secret of 256 bits, fit for a URL or a cookie."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is stored of a random secret; it holds 256 bits, so nothing slower is needed."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def form_token(secret: str) -> str:
    """The mark that a form must carry, from the secret in the visitor's cookie."""
    return hmac.new(secret.encode("utf-8", "surrogateescape"), b"roviec form", hashlib.sha256).hexdigest()


def same(given: str, expected: str) -> bool:
    """Whether two secrets are equal, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode("utf-8", "replace"))


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobodys() -> str:
    """A hash that no password fits: a login that is unknown takes as long as one that is known."""
    return _hasher().hash(fresh())


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


def checked_password(password: str, login: str) -> str:
    """The password if it is fit to be one.

    Raises: WrongUse, when it is short, endless, of few different characters, or holds the login.
    """
    text = _normal(password)
    if not SHORTEST <= len(text) <= LONGEST:
        raise WrongUse(words.PASSWORD_LENGTH.format(shortest=SHORTEST, longest=LONGEST))
    if len(set(text)) < 5 or login.casefold() in text.casefold():
        raise WrongUse(words.PASSWORD_WEAK)
    return password


def hash_password(password: str) -> str:
    """The argon2id hash, parameters and salt within."""
    with _AT_ONCE:
        return _hasher().hash(_normal(password))


def fits(password: str, stored: str | None) -> bool:
    """Whether ``password`` is the one hashed; takes as long when nothing is stored."""
    try:
        with _AT_ONCE:
            return _hasher().verify(stored or _nobodys(), _normal(password)[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False


def outdated(stored: str) -> bool:
    """Whether a hash was made with weaker parameters than those of today."""
    return _hasher().check_needs_rehash(stored)
