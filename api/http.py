"""The HTTP app: the pages people open and the API other systems call, over one service."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from api.etags import install_tags
from api.failures import install_failures
from api.guard import BodyLimit, KnownHosts, SecurityHeaders
from api.ratelimit import RateLimit
from api.requestid import RequestId
from api.routes.context import Clock, Context
from api.routes.pages import page_routes
from api.routes.v1 import API, api_routes, health_routes, library_routes
from api.service import Asked, today_in_vietnam
from api.settings import Settings
from web import wording
from web.pages import STATIC, Pages


def create_app(service: Asked, settings: Settings, *, clock: Clock = today_in_vietnam) -> FastAPI:
    """The app over ``service``; ``clock`` says what day it is."""
    pages = Pages()
    context = Context(service, settings, clock, pages)
    app = FastAPI(
        title=wording.PRODUCT,
        description=wording.TAGLINE,
        version="1",
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lambda _: _closing(context),
    )
    app.include_router(page_routes(context))
    app.include_router(api_routes(context))
    app.include_router(library_routes(context))
    app.include_router(health_routes(context))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    install_failures(app, pages, debug=settings.debug)
    install_tags(app)
    app.add_middleware(BodyLimit, limit=settings.max_body, larger={f"{API}/ingest": settings.max_upload})
    app.add_middleware(RateLimit, rate=settings.ingest_rate_limit, path=f"{API}/ingest", method="POST")
    app.add_middleware(RateLimit, rate=settings.rate_limit, path=API)
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(KnownHosts, hosts=settings.hosts)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(RequestId)
    return app


@asynccontextmanager
async def _closing(context: Context) -> AsyncIterator[None]:
    """Let the job that is running end before the server does."""
    yield
    context.jobs.close()
