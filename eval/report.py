"""The evaluation in the terminal, and its failures as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from eval.baseline import Comparison
from eval.evaluation import Evaluation
from eval.losses import Loss
from eval.metrics import cited_places, item_places
from eval.outcome import Outcome, Report, Tally
from eval.wording import COLUMNS, PARTS, STATUSES, STYLES, TYPES, percent, points

WORST = 10
"""How many of the worst cases are shown."""

NAMED = 12
"""How many question ids are spelt out in one line."""


def print_evaluation(evaluation: Evaluation, console: Console) -> None:
    """Print everything, the summary last before the comparison so that it stays in view."""
    report = evaluation.report
    if not report.outcomes:
        console.print("Không có câu hỏi nào để chấm.", style="yellow")
        _print_skipped(report, console)
        return
    console.print(_tally_table("Theo loại câu hỏi", evaluation.by_type, TYPES, report.total))
    console.print(_tally_table("Theo cách gõ", evaluation.by_style, STYLES, report.total))
    if evaluation.losses:
        console.print(_loss_table(evaluation.losses))
    _print_worst(report, console)
    console.print(_measure_table(evaluation.measures))
    _print_skipped(report, console)
    if evaluation.comparison:
        _print_comparison(evaluation.comparison, console)


def _tally_table(title: str, tallies: Iterable[Tally], labels: Mapping[str, str], total: Tally) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("")
    for column in COLUMNS:
        table.add_column(column, justify="right", no_wrap=True)
    for tally in tallies:
        table.add_row(labels[tally.name], *_cells(tally))
    table.add_section()
    table.add_row("Tất cả", *_cells(total), style="bold")
    return table


def _cells(tally: Tally) -> tuple[str, ...]:
    shares = (tally.fully, tally.status, tally.values, tally.items, tally.locator)
    return (str(tally.n), *map(percent, shares))


def _loss_table(losses: Iterable[Loss]) -> Table:
    table = Table(title="Mất bao nhiêu khi gõ lại", title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("")
    for column in ("Số câu đổi", "Trước", "Sau", "Điểm %"):
        table.add_column(column, justify="right", no_wrap=True)
    for one in losses:
        counts = (str(one.n), str(one.before), str(one.after), points(one.change))
        table.add_row(STYLES[one.way], *counts, style="red" if one.after < one.before else None)
    return table


def _measure_table(measures: Iterable[tuple[str, str]]) -> Table:
    table = Table(title="Tổng hợp", title_justify="left", box=box.SIMPLE, show_header=False)
    table.add_column("")
    table.add_column("", justify="left")
    for name, value in measures:
        table.add_row(name, value)
    return table


def _print_worst(report: Report, console: Console) -> None:
    if not report.failures:
        console.print("Không câu nào sai.", style="green")
        return
    parts = ", ".join(f"{PARTS[part]} {count}" for part, count in report.wrong_parts.most_common())
    console.print(f"[bold]Sai {len(report.failures)} câu[/] ({parts}); nặng nhất:")
    for outcome in report.failures[:WORST]:
        console.print(_told(outcome), highlight=False)


def _told(outcome: Outcome) -> str:
    """A failure in three lines: the question, what was expected, what came."""
    case, missed = outcome.case, ", ".join(PARTS[part] for part in outcome.judgment.wrong)
    return (
        f"\n  [bold]{escape(case.id)}[/] {escape(case.q)} [red]({missed})[/]\n"
        f"    cần: {escape(expected_text(outcome))}\n"
        f"    có:  {escape(given_text(outcome))}"
    )


def expected_text(outcome: Outcome) -> str:
    """What the case wants, in one line."""
    case = outcome.case
    return _line(STATUSES[case.status], case.values, case.items or (), case.cites)


def given_text(outcome: Outcome) -> str:
    """What the service gave, in one line."""
    answer = outcome.answer
    shown = item_places(answer) if outcome.case.items is not None else ()
    return _line(STATUSES[answer.status], answer.values, shown, cited_places(answer))


def _line(status: str, values: Iterable[str], items: Iterable[str], cites: Iterable[str]) -> str:
    named = (("", values), ("mục: ", items), ("trích: ", cites))
    parts = (label + _some(list(dict.fromkeys(texts))) for label, texts in named)
    return " · ".join([status, *(part for part in parts if not part.endswith(": ") and part)])


def _some(texts: list[str]) -> str:
    more = f" … (tất cả {len(texts)})" if len(texts) > NAMED else ""
    return " | ".join(texts[:NAMED]) + more


def _print_skipped(report: Report, console: Console) -> None:
    if report.skipped:
        console.print(f"Bỏ qua {report.skipped} câu hỏi vì kế hoạch của chúng không có ở đây.", style="yellow")


def _print_comparison(comparison: Comparison, console: Console) -> None:
    verdict = "[red]KÉM HƠN MỐC[/]" if comparison.worse else "[green]không kém mốc[/]"
    console.print(
        f"So với mốc đã lưu, trên {comparison.shared} câu chung: {comparison.before} → {comparison.now} câu đúng, {verdict}"
    )
    for label, names in (("Mới sai", comparison.broken), ("Mới đúng", comparison.mended)):
        if names:
            console.print(f"  {label}: {escape(_some(list(names)))}")


def write_failures(path: Path, report: Report) -> None:
    """Write one JSON object for each answer that is not fully right, the gravest first."""
    lines = (json.dumps(_failure(outcome), ensure_ascii=False) + "\n" for outcome in report.failures)
    path.write_text("".join(lines), encoding="utf-8")


def _failure(outcome: Outcome) -> dict[str, object]:
    case, answer = outcome.case, outcome.answer
    return {
        "id": case.id,
        "q": case.q,
        "type": case.type,
        "style": case.style,
        "wrong": outcome.judgment.wrong,
        "expected": {"status": case.status, "values": case.values, "items": case.items, "cites": case.cites},
        "got": {
            "status": answer.status,
            "values": answer.values,
            "items": item_places(answer),
            "cites": cited_places(answer),
            "answer": answer.answer,
            "understood": dict(answer.understood),
        },
        "ranked": None if outcome.ranked is None else outcome.ranked[:10],
    }
