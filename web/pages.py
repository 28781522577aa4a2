"""The pages as HTML: templates filled with view models, every value escaped."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ingest.document import Span
from ingest.plan import Plan
from rag.answer import Answer
from web import reading, views, wording
from web.examples import examples

HERE = Path(__file__).parent
STATIC = HERE / "static"


class Pages:
    """Renders the pages; templates are read once, the style sheet's address changes with it."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        version = sha256((STATIC / "style.css").read_bytes()).hexdigest()[:12]
        self._templates.globals.update(
            words=wording,
            style=f"/static/style.css?v={version}",
            ask_href=views.ask_href,
        )

    def ask(self, plans: Sequence[Plan], question: str = "", answer: Answer | None = None) -> str:
        """The page with the box, and with the answer if there is one."""
        return self._render(
            "ask.html",
            question=question,
            answer=views.answer_view(answer) if answer else None,
            plans=views.plan_cards(plans),
            examples=examples(plans),
            notice=None,
        )

    def refused(self, plans: Sequence[Plan], question: str, notice: str) -> str:
        """The page with the box again and why the question was not taken."""
        return self._render(
            "ask.html",
            question=question,
            answer=None,
            plans=views.plan_cards(plans),
            examples=examples(plans),
            notice=notice,
        )

    def plan(self, plan: Plan, cited: Sequence[Span], *, wanted: bool) -> str:
        """The plan's text with ``cited`` marked; ``wanted`` tells that a place was asked for."""
        return self._render(
            "plan.html",
            plan=plan,
            date=views.date_text(plan.header),
            blocks=reading.blocks(plan, cited),
            outline=reading.outline(plan),
            gone=wanted and not cited,
        )

    def problem(self, status: HTTPStatus | int, title: str, detail: str) -> str:
        """A page that says what went wrong and what to do next."""
        return self._render("problem.html", status=int(status), title=title, detail=detail)

    def _render(self, template: str, **values: object) -> str:
        return self._templates.get_template(template).render(**values)
