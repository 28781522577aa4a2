"""What watches the server asks: does it answer, and may requests be sent to it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel

from api import wording_api
from api.routes.context import Context
from api.routes.v1 import examples
from api.routes.v1.describing import problems, shown


class Health(BaseModel):
    """The service answers, over so many plans."""

    status: str
    plans: int


def server_routes(context: Context) -> APIRouter:
    """The calls; both are 503 while the library is being loaded or cannot be read."""
    routes = APIRouter(tags=[wording_api.TAGS["server"]])

    @routes.get("/healthz", responses=shown(examples.HEALTH) | problems(), summary=wording_api.HEALTH)
    def health(request: Request) -> Health:
        context.check_started()
        context.service.plans()
        return Health(status="ok", plans=len(context.service_for(request).plans()))

    @routes.get("/readyz", responses=shown(examples.READY) | problems(), summary=wording_api.READY)
    def ready(request: Request) -> Health:
        context.check_ready()
        return Health(status="ready", plans=len(context.service_for(request).plans()))

    return routes
