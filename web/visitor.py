"""Whom a page is made for, as templates see it: their name, what to offer them, the mark of their forms.

It is set once for each request, around everything that answers it, and read by templates alone; so no
page needs to hand it on.
"""

from __future__ import annotations

from contextvars import ContextVar, Token
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Shown:
    """``guarded`` tells whether visitors sign in at all; where they do not, everything is offered."""

    guarded: bool = False
    name: str = ""
    edits: bool = True
    administers: bool = True
    form_token: str = ""

    @property
    def signed_in(self) -> bool:
        """Whether there is anyone to sign out."""
        return bool(self.name)


_CURRENT: ContextVar[Shown] = ContextVar("visitor", default=Shown())  # noqa: B039 - frozen


def show(visitor: Shown) -> Token[Shown]:
    """Let templates see ``visitor`` until ``forget`` is called with what this gives."""
    return _CURRENT.set(visitor)


def forget(token: Token[Shown]) -> None:
    """Undo ``show``."""
    _CURRENT.reset(token)


def current() -> Shown:
    """Whom the page now made is for."""
    return _CURRENT.get()


def form_field() -> Markup:
    """The hidden field that every form which changes something must hold."""
    return Markup('<input type="hidden" name="form_token" value="{}">').format(current().form_token)
