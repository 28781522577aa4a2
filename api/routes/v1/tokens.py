"""A person's own tokens: made, listed and revoked by whoever is signed in, with no more rights than they have."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Final, Literal

from fastapi import APIRouter, HTTPException, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict

from api import wording_api
from api.access.credentials import Token
from api.access.gate import NotAllowed, passing, visitor_of
from api.access.house import House, Via, label_of
from api.access.roles import Need, Person
from api.routes.context import Context
from api.routes.v1 import examples
from api.routes.v1.describing import API, problems, shown
from ingest.errors import WrongUse

LONGEST_DAYS: Final = 366
MOST: Final = 20
"""Tokens of one person that are valid at once."""
_DAY: Final = 86400
_LARGEST: Final = 2**63 - 1
"""The largest number that SQLite keeps."""
_Scope = Literal["read", "library"]


class TokenRequest(BaseModel):
    """What the token is called, what it may do, and for how many days."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"name": "cổng thông tin", "scopes": ["read"], "days": 90}]}
    )

    name: str = Field(min_length=1, max_length=100, description=wording_api.TOKEN_NAME)
    scopes: list[_Scope] = Field(default=["read"], min_length=1, max_length=2, description=wording_api.TOKEN_SCOPES)
    days: int = Field(default=90, ge=1, le=LONGEST_DAYS, description=wording_api.TOKEN_DAYS)


class TokenRecord(TypedDict):
    """A token as it is listed; moments in UTC, ``used`` null before its first use."""

    id: int
    name: str
    scopes: list[str]
    created: str
    expires: str
    used: str | None


class NewTokenRecord(TokenRecord):
    """The same with its secret, which is told only here."""

    secret: str


class Revoked(TypedDict):
    """The token works no more."""

    revoked: bool


def token_routes(context: Context) -> APIRouter:
    """The calls. A token makes and revokes none: whoever steals one could not be shut out again."""
    routes = APIRouter(tags=[wording_api.TAGS["tokens"]])

    @routes.get("/tokens", responses=shown([examples.TOKEN]) | problems(400), summary=wording_api.TOKENS)
    def tokens(request: Request) -> list[TokenRecord]:
        house, person = _signed_in(context, request)
        return [_record(one) for one in house.tokens.of(person.id)]

    @routes.post(
        "/tokens",
        status_code=201,
        responses=shown(examples.NEW_TOKEN, 201) | problems(400, 413),
        summary=wording_api.MAKE_TOKEN,
    )
    def make_token(request: Request, response: Response, wanted: TokenRequest) -> NewTokenRecord:
        house, person = _signed_in(context, request)
        scopes = frozenset(map(Need, wanted.scopes))
        if not scopes <= visitor_of(request).allowed:
            raise NotAllowed
        name, now = label_of(wanted.name), house.clock()
        with house.writing():
            if sum(one.expires > now for one in house.tokens.of(person.id)) >= MOST:
                raise WrongUse(wording_api.TOO_MANY_TOKENS.format(most=MOST))
            secret = house.tokens.make(person.id, name, scopes, now=now, expires=now + wanted.days * _DAY)
            made = house.tokens.of(person.id)[0]
        passing(request).about = f"{name}: {person.login} {' '.join(sorted(scopes))} {wanted.days}d"
        response.headers["Location"] = f"{API}/tokens/{made.id}"
        return NewTokenRecord(**_record(made), secret=secret)

    @routes.delete(
        "/tokens/{id}", responses=shown(examples.REVOKED) | problems(400, 404), summary=wording_api.REVOKE_TOKEN
    )
    def revoke_token(request: Request, id: Annotated[int, Path(ge=1, le=_LARGEST)]) -> Revoked:  # noqa: A002 - the name that callers see
        house, person = _signed_in(context, request)
        if all(one.id != id for one in house.tokens.of(person.id)):
            raise HTTPException(404, wording_api.NO_TOKEN.format(id=id))
        house.tokens.revoke(id)
        return Revoked(revoked=True)

    return routes


def _signed_in(context: Context, request: Request) -> tuple[House, Person]:
    """The house and whoever is signed in. Raises: WrongUse where nobody signs in; NotAllowed."""
    visitor = visitor_of(request)
    if context.house is None:
        raise WrongUse(wording_api.NO_TOKENS_HERE)
    if visitor.via is not Via.SESSION or visitor.person is None:
        raise NotAllowed(wording_api.TOKENS_BY_HAND)
    return context.house, visitor.person


def _record(token: Token) -> TokenRecord:
    return TokenRecord(
        id=token.id,
        name=token.name,
        scopes=sorted(token.scopes, reverse=True),
        created=_moment(token.created),
        expires=_moment(token.expires),
        used=None if token.used is None else _moment(token.used),
    )


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()
