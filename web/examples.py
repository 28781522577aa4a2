"""Questions to start with, made from what the loaded plans hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.plan import Plan, Target, Task
from web import wording

LONGEST = 90
"""Names longer than this make no example: nobody would type them."""


def examples(plans: Sequence[Plan]) -> tuple[str, ...]:
    """Up to four questions that the plans can answer, each of another kind."""
    tasks = [task for plan in plans for task in plan.tasks if _fits(task.name.text)]
    targets = [one for plan in plans for one in plan.targets if _fits(one.name.text)]
    asked = (_lead(tasks), _due(tasks), _target(targets), _list(plans))
    return tuple(question for question in asked if question)


def _fits(name: str) -> bool:
    return 0 < len(name) <= LONGEST


def _lead(tasks: Iterable[Task]) -> str | None:
    named = (task.name.text for task in tasks if task.lead.text)
    return _filled(wording.EXAMPLE_LEAD, next(named, None))


def _due(tasks: Sequence[Task]) -> str | None:
    """The last one with a day, so that it is another task than the first example's."""
    named = (task.name.text for task in reversed(tasks) if task.when and task.when.end)
    return _filled(wording.EXAMPLE_DUE, next(named, None))


def _target(targets: Iterable[Target]) -> str | None:
    named = (one.name.text for one in targets if one.annex and one.value.text)
    return _filled(wording.EXAMPLE_TARGET, next(named, None))


def _list(plans: Iterable[Plan]) -> str | None:
    """About the unit that leads most tasks of any."""
    leads = Counter(unit for plan in plans for task in plan.tasks for unit in task.leads)
    return wording.EXAMPLE_LIST.format(unit=leads.most_common(1)[0][0]) if leads else None


def _filled(template: str, name: str | None) -> str | None:
    return None if name is None else template.format(name=name.rstrip(".;: "))
