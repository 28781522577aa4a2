"""The evaluation as one self-contained page: tables, inline SVG, light and dark, no script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from pathlib import Path

from eval.baseline import Comparison
from eval.charts import Bar, Line, bars, bins_of, curves, histogram
from eval.evaluation import Evaluation
from eval.losses import Loss
from eval.outcome import Outcome, Report, Tally
from eval.report import expected_text, given_text
from eval.wording import COLUMNS, PARTS, STYLES, TYPES, percent, points

WORST = 60
"""How many of the worst cases the page shows."""

_CSS = """
:root{color-scheme:light dark;--ink:#1c2430;--soft:#5a6676;--paper:#fbfbf9;--card:#fff;--rule:#dfe3e8;
--accent:#1f5fa8;--track:#e8ecf1;--good:#1c7a4a;--bad:#b3261e;--third:#8a6100}
@media(prefers-color-scheme:dark){:root{--ink:#e5e9ef;--soft:#a0abba;--paper:#14181e;--card:#1c222a;
--rule:#323a45;--accent:#7db2ee;--track:#2a323c;--good:#6fcf97;--bad:#ff8a80;--third:#e0b354}}
*{box-sizing:border-box}body{margin:0 auto;max-width:1180px;padding:2rem 1.25rem 4rem;background:var(--paper);
color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2.5rem 0 .75rem}p{margin:.4rem 0;overflow-wrap:anywhere}
.soft{color:var(--soft)}.good{color:var(--good)}.bad{color:var(--bad)}
.pair{display:grid;gap:1rem 2rem}.pair>*{min-width:0}
@media(min-width:1000px){.pair{grid-template-columns:5fr 7fr}.pair.even{grid-template-columns:1fr 1fr}}
.scroll,.plot{overflow-x:auto}table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{padding:.25rem .6rem;border-bottom:1px solid var(--rule);text-align:right;white-space:nowrap}
th{font-weight:600;color:var(--soft)}th:first-child,td:first-child{text-align:left}
.measures td{white-space:normal;text-align:left}
tr.all td{font-weight:600;border-bottom:0}
svg{display:block;width:100%;height:auto}svg text{font-size:13px;fill:var(--ink)}
.track{fill:var(--track)}.bar{fill:var(--accent)}.grid{stroke:var(--rule)}.axis{stroke:var(--soft)}
polyline{fill:none;stroke-width:2.5}.line-good{stroke:var(--good)}.line-bad{stroke:var(--bad)}
.line-third{stroke:var(--third)}svg .line-good-key{fill:var(--good)}svg .line-bad-key{fill:var(--bad)}
svg .line-third-key{fill:var(--third)}
details{border:1px solid var(--rule);border-radius:8px;background:var(--card);padding:.6rem .9rem;margin:.5rem 0}
summary{cursor:pointer;overflow-wrap:anywhere}summary:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.6rem 0 .2rem}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
"""


def write_html(path: Path, evaluation: Evaluation, day: date) -> None:
    """Write the page; ``day`` is what "today" meant in the run."""
    path.write_text(page(evaluation, day), encoding="utf-8")


def page(evaluation: Evaluation, day: date) -> str:
    """The whole page."""
    report = evaluation.report
    skipped = f", bỏ qua {report.skipped} câu vì thiếu kế hoạch" if report.skipped else ""
    head = (
        f'<h1>Rõ Việc: kết quả chấm</h1><p class="soft">{len(report.outcomes)} câu hỏi{skipped}; '
        f"“hôm nay” là ngày {day:%d/%m/%Y}.</p>"
    )
    parts = (
        head,
        _comparison(evaluation.comparison),
        _measures(evaluation.measures),
        _tallies("Theo loại câu hỏi", evaluation.by_type, TYPES, report.total),
        _tallies("Theo cách gõ", evaluation.by_style, STYLES, report.total),
        _losses(evaluation.losses),
        _plots(report),
        _worst(report),
    )
    return (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Rõ Việc: kết quả chấm</title><style>{_CSS}</style></head>\n"
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


def _comparison(comparison: Comparison | None) -> str:
    if comparison is None:
        return ""
    css, verdict = ("bad", "kém hơn mốc") if comparison.worse else ("good", "không kém mốc")
    lists = (("Mới sai", comparison.broken), ("Mới đúng", comparison.mended))
    named = "".join(f"<p>{label}: {escape(', '.join(names))}</p>" for label, names in lists if names)
    return (
        f"<p>So với mốc đã lưu, trên {comparison.shared} câu chung: {comparison.before} → {comparison.now} "
        f'câu đúng, <strong class="{css}">{verdict}</strong>.</p>{named}'
    )


def _measures(measures: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<tr><td>{escape(name)}</td><td>{escape(value)}</td></tr>" for name, value in measures)
    return (
        f'<h2>Tổng hợp</h2><div class="scroll" tabindex="0"><table class="measures"><tbody>{rows}</tbody></table></div>'
    )


def _tallies(title: str, tallies: Sequence[Tally], labels: dict[str, str], total: Tally) -> str:
    drawn = bars(title, [Bar(labels[one.name], one.fully or 0.0, f"{percent(one.fully)} / {one.n}") for one in tallies])
    rows = "".join(_row(labels[one.name], one) for one in tallies) + _row("Tất cả", total, css="all")
    heads = "".join(f'<th scope="col">{column}</th>' for column in ("", *COLUMNS))
    return (
        f'<h2>{title}</h2><div class="pair">{drawn}<div class="scroll" tabindex="0"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div></div>"
    )


def _row(label: str, tally: Tally, *, css: str = "") -> str:
    shares = (tally.fully, tally.status, tally.values, tally.items, tally.locator)
    return _cells((label, str(tally.n), *map(percent, shares)), css=css)


def _cells(texts: Iterable[str], *, css: str = "") -> str:
    return f'<tr class="{css}">' + "".join(f"<td>{escape(text)}</td>" for text in texts) + "</tr>"


def _losses(losses: Sequence[Loss]) -> str:
    if not losses:
        return ""
    rows = "".join(
        _cells((STYLES[one.way], str(one.n), str(one.before), str(one.after), points(one.change))) for one in losses
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("", "Số câu đổi", "Đúng trước", "Đúng sau", "Điểm %"))
    return (
        '<h2>Mất bao nhiêu khi gõ lại</h2><p class="soft">Mỗi câu được gõ lại theo từng cách; chỉ tính những câu bị đổi.</p>'
        f'<div class="scroll" tabindex="0"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _plots(report: Report) -> str:
    latency = histogram("Thời gian trả lời", "mili giây", bins_of(report.latencies))
    drawn = f"<div><h2>Thời gian trả lời</h2>{latency}</div>"
    lines = refusal_lines(report.outcomes)
    if lines:
        drawn += f"<div><h2>Đường từ chối</h2>{curves('Đường từ chối', 'ngưỡng tin cậy', lines)}</div>"
    return f'<div class="pair even">{drawn}</div>'


def refusal_lines(outcomes: Iterable[Outcome]) -> tuple[Line, ...]:
    """What a threshold on the confidence would do; empty when answers carry no confidence.

    Shares over each threshold: unanswerable questions refused, answerable ones refused,
    and, of all questions, those still answered but not rightly.
    """
    sure = [(one.confidence, one) for one in outcomes]
    known = [(level, one) for level, one in sure if level is not None]
    missing = [level for level, one in known if not one.case.answerable]
    held = [level for level, one in known if one.case.answerable]
    if not missing or not held:
        return ()
    bad = [level for level, one in known if not one.right and not one.refused]
    steps = sorted({level for level, _ in known})
    return (
        Line("không có: từ chối", tuple((t, _below(t, missing)) for t in steps), "line-good"),
        Line("có: từ chối nhầm", tuple((t, _below(t, held)) for t in steps), "line-bad"),
        Line("trả lời sai", tuple((t, sum(x >= t for x in bad) / len(known)) for t in steps), "line-third"),
    )


def _below(threshold: float, levels: Sequence[float]) -> float:
    return sum(level < threshold for level in levels) / len(levels)


def _worst(report: Report) -> str:
    failures = report.failures
    if not failures:
        return '<h2>Câu sai</h2><p class="good">Không câu nào sai.</p>'
    shown = "".join(map(_case, failures[:WORST]))
    return f"<h2>Câu sai, nặng nhất trước ({min(WORST, len(failures))} trong {len(failures)})</h2>{shown}"


def _case(outcome: Outcome) -> str:
    case, answer = outcome.case, outcome.answer
    missed = ", ".join(PARTS[part] for part in outcome.judgment.wrong)
    rows = [
        ("Loại, cách gõ", f"{TYPES[case.type]}, {STYLES[case.style]}"),
        ("Cần", expected_text(outcome)),
        ("Có", given_text(outcome)),
        ("Câu trả lời", answer.answer),
        ("Hiểu là", "; ".join(f"{name}: {value}" for name, value in answer.understood)),
        ("Tìm thấy", _ranked(outcome)),
    ]
    told = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in rows if text)
    return (
        f"<details><summary><strong>{escape(case.id)}</strong> {escape(case.q)} "
        f'<span class="bad">({missed})</span></summary><dl>{told}</dl></details>'
    )


def _ranked(outcome: Outcome) -> str:
    """The first places of the search, a tick at those that hold the answer."""
    wanted = set(outcome.case.relevant)
    return " · ".join(f"{'✓ ' if place in wanted else ''}{place}" for place in (outcome.ranked or ())[:10])
