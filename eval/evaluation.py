"""One evaluation: the record that the terminal report and the page both show."""

from __future__ import annotations

from dataclasses import dataclass

from eval.baseline import Comparison
from eval.losses import Loss
from eval.metrics import Judgment
from eval.outcome import Report, Tally
from eval.retrieval import retrieval
from eval.wording import STYLES, TYPES, milliseconds, percent


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A report, set beside the baseline (None without one) and with the losses by typing."""

    report: Report
    comparison: Comparison | None = None
    losses: tuple[Loss, ...] = ()

    @property
    def by_type(self) -> tuple[Tally, ...]:
        """One tally for each type asked, in the order of ``TYPES``."""
        return _named(self.report.by(lambda case: case.type), TYPES)

    @property
    def by_style(self) -> tuple[Tally, ...]:
        """One tally for each style asked, in the order of ``STYLES``."""
        return _named(self.report.by(lambda case: case.style), STYLES)

    @property
    def measures(self) -> tuple[tuple[str, str], ...]:
        """Name and value of everything measured over the whole run, for people to read."""
        report = self.report
        low, high = report.interval
        return (
            ("Đúng hẳn", f"{percent(report.total.fully)} (khoảng tin cậy 95 %: {percent(low)} – {percent(high)})"),
            ("Danh sách, phép đếm đủ và đúng", percent(report.share(lambda one: one.items))),
            ("Danh sách đúng còn giữ thứ tự văn bản", percent(report.share(lambda one: one.order))),
            ("Câu không có đáp án: từ chối đúng", _of(report.refusals.right)),
            ("Câu có đáp án: từ chối nhầm", _of(report.refusals.wrong)),
            ("Trích dẫn đúng (vị trí, nguyên văn, chứa giá trị)", percent(report.share(_cited_well))),
            ("Vị trí trích dẫn đúng", percent(report.share(lambda one: one.locator))),
            ("Trích nguyên văn", percent(report.share(lambda one: one.verbatim))),
            ("Trích có chứa giá trị", percent(report.share(lambda one: one.holds))),
            *((f"Tìm kiếm: {name}", f"{value:.3f}".replace(".", ",")) for name, value in retrieval(report.outcomes)),
            ("Thời gian trả lời p50", milliseconds(report.latency(50))),
            ("Thời gian trả lời p95", milliseconds(report.latency(95))),
        )


def _cited_well(judgment: Judgment) -> bool | None:
    return judgment.cited_well


def _of(count: tuple[int, int]) -> str:
    """``97,5 % (78/80)``."""
    some, every = count
    return f"{percent(some / every if every else None)} ({some}/{every})"


def _named(tallies: tuple[Tally, ...], labels: dict[str, str]) -> tuple[Tally, ...]:
    """The tallies in the order of ``labels``."""
    order = list(labels)
    return tuple(sorted(tallies, key=lambda tally: order.index(tally.name)))
