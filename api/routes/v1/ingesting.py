"""Adding plans: files go in, a job comes out, and says in the end what became of each file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, HTTPException, Request, Response, UploadFile

from api import wording_api
from api.access.gate import visitor_of
from api.intake import Upload
from api.records_lists import JobRecord, job_record
from api.routes.context import Context
from api.routes.v1 import examples
from api.routes.v1.describing import API, problems, shown


def ingest_routes(context: Context) -> APIRouter:
    """The calls; plans are added through the service itself, which therefore answers over them at once."""
    routes = APIRouter(tags=[wording_api.TAGS["library"]])

    @routes.post(
        "/ingest",
        status_code=202,
        responses=shown(examples.STARTED, 202) | problems(400, 413),
        summary=wording_api.INGEST,
    )
    def ingest(
        request: Request, response: Response, files: Annotated[list[UploadFile], File(description=wording_api.UPLOADS)]
    ) -> JobRecord:
        uploads = [Upload(one.filename or "", one.file) for one in files]
        job = context.shelving.upload(visitor_of(request), uploads)
        response.headers["Location"] = f"{API}/ingest/{job.id}"
        return job_record(job)

    @routes.get("/ingest/{id}", responses=shown(examples.JOB) | problems(404), summary=wording_api.INGEST_JOB)
    def progress(request: Request, id: str) -> JobRecord:  # noqa: A002 - the name that callers see
        job = context.jobs.job(id)
        if job is None or job.owner != context.owner_of(request):
            raise HTTPException(404, wording_api.NO_JOB.format(id=id))
        return job_record(job)

    return routes
