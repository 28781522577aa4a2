"""What every route is given: the service a request may use, the settings, the day, the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Event

from fastapi import HTTPException, Request

from api import wording_api
from api.access.gate import visitor_of
from api.access.house import House
from api.jobs import Jobs
from api.originals import Originals
from api.pictures import Pictures
from api.removed import Removed
from api.service import Asked, Library
from api.settings import Settings
from api.shelving import Beside, Shelving, owner_of
from ingest.errors import WrongUse
from web import wording_access
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
    house: House | None = None
    pictures: Pictures = field(kw_only=True)
    started: Event | None = None

    def service_for(self, request: Request) -> Asked:
        """The service over the plans that whoever sent ``request`` may see; routes use no other."""
        if self.house is None:
            return self.service
        return self.library.over(self.house.visible(visitor_of(request), self.library.files()))

    @property
    def library(self) -> Library:
        """The service as one whose plans can be changed. Raises: WrongUse, where they cannot."""
        if not isinstance(self.service, Library):
            raise WrongUse(wording_access.READ_ONLY)
        return self.service

    @property
    def shelving(self) -> Shelving:
        """What editors do to this library. Raises: WrongUse, where its plans cannot be changed."""
        kept = Beside(self.removed, self.originals)
        return Shelving(self.library, self.house, kept, self.jobs, self.settings.max_files)

    @property
    def originals(self) -> Originals:
        """The files that plans were read from."""
        return Originals(self.settings.data / "originals", most=self.settings.max_originals)

    @property
    def removed(self) -> Removed:
        """What was taken out and may be put back."""
        return Removed(self.settings.data / "removed", days=self.settings.removed_days)

    def owner_of(self, request: Request) -> str:
        """Whoever may ask after the jobs that ``request`` starts."""
        return owner_of(visitor_of(request))

    def check_started(self) -> None:
        """Raises: HTTPException, while the library is still being loaded."""
        if self.started is not None and not self.started.is_set():
            raise HTTPException(503, wording_api.STARTING, {"Retry-After": "1"})

    def check_ready(self) -> None:
        """Read the library and everything that answers need. Raises: RoviecError, while that cannot be."""
        self.check_started()
        self.service.state()
