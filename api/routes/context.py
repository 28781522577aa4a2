"""What every route is given: the service a request may use, the settings, the day, the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from fastapi import Request

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

    def service_for(self, request: Request) -> Asked:
        """The service over the plans that whoever sent ``request`` may see; routes use no other."""
        _ = request
        return self.service
