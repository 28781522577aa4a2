"""The pages as HTML: templates filled with view models, every value escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ingest.plan import Plan
from rag.citations import plan_name
from rag.units.unitlist import UnitSummary
from web import (
    briefs,
    links,
    mends,
    navigation,
    start,
    versions,
    views,
    visitor,
    wording,
    wording_access,
    wording_fixing,
    wording_originals,
    wording_versions,
    wording_work,
)
from web.access_views import moment
from web.asking import Asked, asked_view
from web.assets import STATIC, Assets
from web.examples import examples
from web.grouping import Sections
from web.months import MonthView
from web.source import Sought, source_view
from web.stretches import DEFAULT, Stretch

__all__ = ["STATIC", "Offered", "Pages"]

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Offered:
    """What a visitor may choose from."""

    plans: tuple[Plan, ...]
    units: tuple[UnitSummary, ...]


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
            work=wording_work,
            access=wording_access,
            visitor=visitor.current,
            form_field=visitor.form_field,
            moment=moment,
            asset=Assets().address,
            navigation=navigation.navigation,
            ask_href=links.ask_href,
            page_href=links.page_href,
            plan_href=links.plan_href,
            library_href=links.library_href,
            fixing=wording_fixing,
            versioning=wording_versions,
            original=wording_originals,
            versions_href=versions.versions_href,
            file_label=versions.file_label,
            fix_href=mends.fix_href,
        )

    def ask(self, plans: Sequence[Plan], asked: Asked | None = None) -> str:
        """The page with the box, and with the answer if there is one."""
        view = asked_view(asked, Sections(plans)) if asked else None
        return self._ask(plans, view.answer.question if view else "", asked=view)

    def refused(self, plans: Sequence[Plan], question: str, notice: str) -> str:
        """The page with the box again and why the question was not taken."""
        return self._ask(plans, question, notice=notice)

    def _ask(self, plans: Sequence[Plan], question: str, **values: object) -> str:
        shown = {"asked": None, "notice": None} | values
        cards = views.plan_cards(plans)
        return self.render("ask.html", "ask", question=question, plans=cards, examples=examples(plans), **shown)

    def plan(self, plan: Plan, sought: Sought, **values: object) -> str:
        """The plan's text, opened at the place sought, with the words sought marked.

        With ``fixable`` its rows can be corrected, with ``choosing`` each bears a link to do so; one that is not
        ``current`` says so and leads to the versions of the file ``family``; ``kept`` is what is offered of the file it was read from.
        """
        shown = {"kept": None, "fixable": False, "choosing": False, "current": True, "family": plan.file} | values
        return self.render("plan.html", "library", plan=plan, view=source_view(plan, sought), **shown)

    def brief(self, offered: Offered, typed: str = "", **values: object) -> str:
        """The choice of a unit and a period, and the unit's brief or why there is none."""
        shown = {"brief": None, "notice": None, "near": None, "stretch": Stretch(DEFAULT)} | values
        units = briefs.unit_cards(offered.units)
        names = briefs.unit_names(offered.units)
        return self.render("brief.html", "brief", typed=typed, units=units, names=names, plans=offered.plans, **shown)

    def calendar(self, offered: Offered, month: MonthView, **values: object) -> str:
        """A month of deadlines."""
        shown = {"notice": None, "near": (), "nearest": ()} | values
        plans = tuple((plan.file, plan_name(plan)) for plan in offered.plans)
        names = briefs.unit_names(offered.units)
        return self.render("calendar.html", "calendar", month=month, names=names, plans=plans, **shown)

    def start(self, offered: Offered) -> str:
        """The page for new staff."""
        return self.render(
            "start.html",
            "start",
            plans=offered.plans,
            units=briefs.unit_cards(offered.units),
            collectives=briefs.unit_cards(offered.units, collective=True),
            most=start.MOST_UNITS,
            terms=start.glossary(offered.plans),
            carried=start.carried(offered.plans),
            shared=start.shared(offered.plans),
        )

    def problem(self, status: HTTPStatus | int, title: str, detail: str) -> str:
        """A page that says what went wrong and what to do next."""
        return self.render("problem.html", "", status=int(status), title=title, detail=detail)

    def render(self, template: str, here: str, **values: object) -> str:
        """Any page; ``here`` is the key of the part of the site that it belongs to."""
        return self._templates.get_template(template).render(here=here, **values)
