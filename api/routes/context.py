"""What every route is given: the service a request may use, the settings, the day, the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from fastapi import Request

from api.jobs import Jobs
from api.service import Asked
from api.settings import Settings
from web.pages import Pages

Clock = Callable[[], date]


@dataclass(frozen=True, slots=True)
class Context:
    """Built once with the app; routes ask it, never a global."""

    service: Asked
    settings: Settings
    clock: Clock
    pages: Pages
    jobs: Jobs = field(default_factory=Jobs)

    def service_for(self, request: Request) -> Asked:
        """The service over the plans that whoever sent ``request`` may see; routes use no other."""
        _ = request
        return self.service

    def owner_of(self, request: Request) -> str:
        """Whoever may ask after the jobs that ``request`` starts."""
        _ = request
        return ""

    def check_ready(self) -> None:
        """Read the library and everything that answers need. Raises: RoviecError, while that cannot be."""
        self.service.state()
