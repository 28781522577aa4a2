"""The API that other systems call, version 1: one module for each kind of work."""

from __future__ import annotations

from fastapi import APIRouter

from api.routes.context import Context
from api.routes.v1.asking import asking_routes
from api.routes.v1.describing import API
from api.routes.v1.ingesting import ingest_routes
from api.routes.v1.plans import plan_routes
from api.routes.v1.server import server_routes
from api.routes.v1.tokens import token_routes
from api.routes.v1.work import work_routes

__all__ = ["API", "api_routes", "health_routes", "library_routes"]


def api_routes(context: Context) -> APIRouter:
    """What whoever may read may call."""
    routes = APIRouter()
    for part in (asking_routes, plan_routes, work_routes, token_routes):
        routes.include_router(part(context), prefix=API)
    return routes


def library_routes(context: Context) -> APIRouter:
    """What whoever may change the library may call."""
    routes = APIRouter()
    routes.include_router(ingest_routes(context), prefix=API)
    return routes


def health_routes(context: Context) -> APIRouter:
    """What watches the server."""
    return server_routes(context)
