"""The pages as HTML: templates filled with view models, every value escaped."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ingest.plan import Plan
from web import links, navigation, views, wording
from web.asking import Asked, asked_view
from web.assets import STATIC, Assets
from web.examples import examples
from web.source import Sought, source_view

__all__ = ["STATIC", "Pages"]

HERE = Path(__file__).parent


class Pages:
    """Renders the pages; templates and the addresses of static files are read once."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(
            words=wording,
            asset=Assets().address,
            navigation=navigation.navigation,
            ask_href=links.ask_href,
            page_href=links.page_href,
        )

    def ask(self, plans: Sequence[Plan], asked: Asked | None = None) -> str:
        """The page with the box, and with the answer if there is one."""
        view = asked_view(asked) if asked else None
        return self._ask(plans, view.answer.question if view else "", asked=view)

    def refused(self, plans: Sequence[Plan], question: str, notice: str) -> str:
        """The page with the box again and why the question was not taken."""
        return self._ask(plans, question, notice=notice)

    def _ask(self, plans: Sequence[Plan], question: str, **values: object) -> str:
        shown = {"asked": None, "notice": None} | values
        cards = views.plan_cards(plans)
        return self.render("ask.html", "ask", question=question, plans=cards, examples=examples(plans), **shown)

    def plan(self, plan: Plan, sought: Sought) -> str:
        """The plan's text, opened at the place sought, with the words sought marked."""
        return self.render("plan.html", "library", plan=plan, view=source_view(plan, sought))

    def library(self, plans: Sequence[Plan]) -> str:
        """The list of plans."""
        return self.render("library.html", "library", plans=views.plan_cards(plans))

    def problem(self, status: HTTPStatus | int, title: str, detail: str) -> str:
        """A page that says what went wrong and what to do next."""
        return self.render("problem.html", "", status=int(status), title=title, detail=detail)

    def render(self, template: str, here: str, **values: object) -> str:
        """Any page; ``here`` is the key of the part of the site that it belongs to."""
        return self._templates.get_template(template).render(here=here, **values)
