"""Adding plans: files go in, a job comes out, and says in the end what became of each file."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated

from fastapi import APIRouter, File, HTTPException, Request, Response, UploadFile

from api import wording_api
from api.intake import Upload, add_files, landed
from api.jobs import FileResult, Step
from api.records_lists import JobRecord, job_record
from api.routes.context import Context
from api.routes.v1 import examples
from api.routes.v1.describing import API, problems, shown
from api.service import Library
from ingest.errors import WrongUse


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
        library = context.service
        if not isinstance(library, Library):
            raise WrongUse(wording_api.READ_ONLY)
        uploads = [Upload(one.filename or "", one.file) for one in files]
        with ExitStack() as held:
            landing = held.enter_context(landed(uploads, most=context.settings.max_files))
            kept = held.pop_all()  # the files stay until the job is done with them

        def work(step: Step) -> tuple[FileResult, ...]:
            with kept:
                return add_files(library, landing, step)

        job = context.jobs.start(context.owner_of(request), work)
        response.headers["Location"] = f"{API}/ingest/{job.id}"
        return job_record(job)

    @routes.get("/ingest/{id}", responses=shown(examples.JOB) | problems(404), summary=wording_api.INGEST_JOB)
    def progress(request: Request, id: str) -> JobRecord:  # noqa: A002 - the name that callers see
        job = context.jobs.job(id)
        if job is None or job.owner != context.owner_of(request):
            raise HTTPException(404, wording_api.NO_JOB.format(id=id))
        return job_record(job)

    return routes
