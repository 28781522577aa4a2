"""The HTTP app: the pages people open and the API other systems call, over one service."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from api.access.gate import Gate, Gatekeeper, check_every_route, may_upload
from api.access.house import House
from api.access.roles import Need
from api.etags import install_tags
from api.failures import install_failures
from api.guard import BodyLimit, KnownHosts, SecurityHeaders
from api.pictures import Pictures
from api.ratelimit import RateLimit
from api.requestid import RequestId
from api.routes.access import access_routes
from api.routes.access_admin import admin_routes
from api.routes.access_fixing import fix_routes
from api.routes.access_library import shelf_routes
from api.routes.access_office import office_routes
from api.routes.access_versions import version_routes
from api.routes.context import Clock, Context
from api.routes.pages import page_routes
from api.routes.pages_original import original_routes
from api.routes.v1 import API, api_routes, health_routes, library_routes
from api.service import Asked, today_in_vietnam
from api.settings import Settings
from api.turns import Turns
from web import wording
from web.pages import STATIC, Pages


def create_app(
    service: Asked,
    settings: Settings,
    *,
    clock: Clock = today_in_vietnam,
    house: House | None = None,
    started: Event | None = None,
) -> FastAPI:
    """The app over ``service``; ``clock`` says what day it is, ``house`` knows who may come in.

    Until ``started`` is set, where it is given, whoever watches the server is told that it is not ready.

    Raises: RuntimeError, when visitors must sign in and there is no house, or a route stands open by mistake.
    """
    if settings.guarded and house is None:
        raise RuntimeError("these settings ask for a house: visitors must sign in")
    pages = Pages()
    pictures = Pictures(settings.cache)
    context = Context(service, settings, clock, pages, house=house, pictures=pictures, started=started)
    app = FastAPI(
        title=wording.PRODUCT,
        description=wording.TAGLINE,
        version="1",
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lambda _: _closing(context),
    )
    _include_routes(app, context)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    install_failures(app, pages, debug=settings.debug)
    install_tags(app)
    check_every_route(app)
    larger = dict.fromkeys((f"{API}/ingest", "/library/upload"), settings.max_upload)
    app.add_middleware(BodyLimit, limit=settings.max_body, larger=larger, taken=may_upload)
    app.add_middleware(RateLimit, rate=settings.ingest_rate_limit, path=f"{API}/ingest", method="POST")
    app.add_middleware(RateLimit, rate=settings.rate_limit, path=API)
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(Gatekeeper, house=house, insecure_http=settings.insecure_http)
    app.add_middleware(KnownHosts, hosts=settings.hosts)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(RequestId)
    return app


def _include_routes(app: FastAPI, context: Context) -> None:
    """Every route under the gate for what it does; those that bring gates of their own say so themselves."""
    # Whoever may not read is refused before waiting for a turn.
    read = [Depends(Gate(Need.READ)), Depends(Turns(), scope="function")]
    keep = [Depends(Gate(Need.LIBRARY))]
    app.include_router(page_routes(context), dependencies=read)
    app.include_router(api_routes(context), dependencies=read)
    app.include_router(original_routes(context), dependencies=read[:1])  # seconds a page: nobody who asks waits for it
    app.include_router(library_routes(context), dependencies=keep)
    app.include_router(health_routes(context), dependencies=[Depends(Gate(Need.OPEN, ""))])
    for own in (access_routes, shelf_routes, fix_routes, version_routes, admin_routes, office_routes):
        app.include_router(own(context))


@asynccontextmanager
async def _closing(context: Context) -> AsyncIterator[None]:
    """Let the job that is running end before the server does."""
    yield
    context.jobs.close()
