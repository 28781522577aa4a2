"""Plots as inline SVG: no script, no library, colours from the page's CSS variables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 480
_ROW, _LABEL, _VALUE = 24, 138, 92
_PLOT_HEIGHT, _LEFT, _BOTTOM, _TOP = 240, 44, 34, 14


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a share from 0 to 1 and what is written behind it."""

    label: str
    share: float
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """One curve; ``points`` are (x, share from 0 to 1) by rising x, ``css`` its class."""

    label: str
    points: tuple[tuple[float, float], ...]
    css: str


@dataclass(frozen=True, slots=True)
class Bin:
    """One column of a histogram, ``[start, end)``; ``end`` None is open."""

    start: float
    end: float | None
    count: int


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Horizontal bars, one under the other."""
    drawn = "".join(_bar(place * _ROW, row) for place, row in enumerate(rows))
    return _svg(title, max(1, len(rows)) * _ROW, drawn)


def _bar(top: int, row: Bar) -> str:
    room = WIDTH - _LABEL - _VALUE
    middle = top + _ROW / 2 + 4.5
    return (
        f'<text x="{_LABEL - 10}" y="{middle}" text-anchor="end">{escape(row.label)}</text>'
        f'<rect class="track" x="{_LABEL}" y="{top + 5}" width="{room}" height="14" rx="3"/>'
        f'<rect class="bar" x="{_LABEL}" y="{top + 5}" width="{row.share * room:.1f}" height="14" rx="3"/>'
        f'<text class="value" x="{WIDTH - _VALUE + 8}" y="{middle}">{escape(row.note)}</text>'
    )


def curves(title: str, x_label: str, lines: Sequence[Line]) -> str:
    """Curves of shares over one x axis, a key above them."""
    places = [x for line in lines for x, _ in line.points]
    low, high = min(places, default=0.0), max(places, default=1.0)
    drawn = "".join(_curve(line, low, high) for line in lines)
    key = "".join(
        f'<text class="{line.css}-key" x="{_LEFT + place * 145}" y="12">━ {escape(line.label)}</text>'
        for place, line in enumerate(lines)
    )
    axis = _x_axis(x_label, f"{low:.2f}", f"{high:.2f}")
    return _svg(title, _PLOT_HEIGHT, _grid() + drawn + key + axis)


def _curve(line: Line, low: float, high: float) -> str:
    width, spread = WIDTH - _LEFT - 10, (high - low) or 1.0
    points = " ".join(f"{_LEFT + (x - low) / spread * width:.1f},{_height_of(share):.1f}" for x, share in line.points)
    return f'<polyline class="{line.css}" points="{points}"/>'


def histogram(title: str, x_label: str, bins: Sequence[Bin]) -> str:
    """Columns of counts; each tells its range and count when pointed at."""
    most = max((one.count for one in bins), default=0) or 1
    step = (WIDTH - _LEFT - 10) / max(1, len(bins))
    columns = "".join(_column(_LEFT + place * step, step, one, most) for place, one in enumerate(bins))
    last = bins[-1] if bins else Bin(0, 0, 0)
    right = f"≥ {last.start:g}" if last.end is None else f"{last.end:g}"
    scale = f'<text x="{_LEFT - 6}" y="{_height_of(1) + 4}" text-anchor="end">{most}</text>'
    return _svg(title, _PLOT_HEIGHT, scale + columns + _x_axis(x_label, "0", right))


def _column(left: float, step: float, one: Bin, most: int) -> str:
    top = _height_of(one.count / most)
    spoken = f"{one.start:g} ms trở lên" if one.end is None else f"{one.start:g}–{one.end:g} ms"
    return (
        f'<rect class="bar" x="{left + 1:.1f}" y="{top:.1f}" width="{max(1.0, step - 2):.1f}" '
        f'height="{_height_of(0) - top:.1f}"><title>{spoken}: {one.count} câu</title></rect>'
    )


def bins_of(values: Sequence[float], *, about: int = 24) -> tuple[Bin, ...]:
    """About ``about`` equal bins of a round width that hold 99 % of the values; the last is open."""
    if not values:
        return ()
    ordered = sorted(values)
    width = _round_up(ordered[int(0.99 * (len(ordered) - 1))] / about)
    counts = [0] * (int(ordered[int(0.99 * (len(ordered) - 1))] / width) + 2)
    for value in ordered:
        counts[min(len(counts) - 1, int(value / width))] += 1
    edges = [round(place * width, 6) for place in range(len(counts) + 1)]
    ends: list[float | None] = [*edges[1:-1], None]
    return tuple(Bin(start, end, count) for start, end, count in zip(edges, ends, counts, strict=False))


def _round_up(width: float) -> float:
    """The next larger round width: 0.1, 0.2, 0.5, 1, 2, 5, 10 and so on."""
    size = 0.1
    while True:
        for step in (1, 2, 5):
            if size * step >= width:
                return round(size * step, 6)
        size *= 10


def _height_of(share: float) -> float:
    """The y of a share: 0 on the axis, 1 at the top of the plot."""
    return _TOP + 10 + (1 - share) * (_PLOT_HEIGHT - _TOP - 10 - _BOTTOM)


def _grid() -> str:
    return "".join(
        f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - 10}" y1="{_height_of(share)}" y2="{_height_of(share)}"/>'
        f'<text x="{_LEFT - 6}" y="{_height_of(share) + 4}" text-anchor="end">{share * 100:.0f} %</text>'
        for share in (0, 0.25, 0.5, 0.75, 1)
    )


def _x_axis(label: str, low: str, high: str) -> str:
    base = _height_of(0)
    return (
        f'<line class="axis" x1="{_LEFT}" x2="{WIDTH - 10}" y1="{base}" y2="{base}"/>'
        f'<text x="{_LEFT}" y="{base + 18}">{low}</text>'
        f'<text x="{WIDTH - 10}" y="{base + 18}" text-anchor="end">{high}</text>'
        f'<text x="{(WIDTH + _LEFT) / 2}" y="{base + 18}" text-anchor="middle">{escape(label)}</text>'
    )


def _svg(title: str, height: int, inner: str) -> str:
    return f'<div class="plot"><svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">{inner}</svg></div>'
