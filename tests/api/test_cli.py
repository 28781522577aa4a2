from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from api import cli, wiring
from ingest.errors import StoreBusy
from rag.answer import Answer
from tests.api.sample import FILE, LIST, NOTHING, PLAN, ROW_1, TEXT, TODAY, WHO, FakeService

SOURCE = """ỦY BAN NHÂN DÂN XÃ ĐỒNG MẪU
Số: 12/KH-UBND
Đồng Mẫu, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Chuyển đổi số xã Đồng Mẫu năm 2026
I. MỤC ĐÍCH
1. Nâng cao chất lượng phục vụ.
II. NHIỆM VỤ
1. Văn phòng tham mưu thực hiện.
Phụ lục
DANH MỤC NHIỆM VỤ
TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tKết quả\tThời hạn
1\tLắp đặt Wi-Fi tại chợ\tPhòng Kinh tế\tCông an xã\tBiên bản\t3/2026
2\tMở lớp kỹ năng số\tPhòng Văn hóa - Xã hội\tVăn phòng\tLớp học\t6/2026
"""


def roviec(*args: str | Path) -> Result:
    """The command line, run inside this process."""
    return CliRunner().invoke(cli.app, [str(arg) for arg in args])


def failed(result: Result) -> str:
    """The one line on stderr of a run that failed as it should."""
    assert result.exit_code == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    return line


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    file = tmp_path / FILE
    file.write_text(SOURCE, encoding="utf-8")
    return file


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> FakeService:
    """A library whose service answers from the script."""
    fake = FakeService()

    @contextmanager
    def opened(*_: Any) -> Iterator[FakeService]:
        yield fake

    monkeypatch.setattr(wiring, "library_service", opened)
    monkeypatch.setattr(wiring, "temporary_service", opened)
    return fake


@pytest.mark.parametrize("args", [(), ("--help",), ("ask", "--help"), ("parse", "-h"), ("serve", "--help")])
def test_help_is_vietnamese_throughout(args: tuple[str, ...]) -> None:
    result = roviec(*args)
    assert result.exit_code == 0
    assert result.stdout.startswith("Cách dùng: roviec")
    for english in ("Usage", "Options", "Commands", "Arguments", "Show this", "COMMAND", "TEXT", "default"):
        assert english not in result.stdout


def test_every_command_and_every_option_is_explained() -> None:
    group: Any = get_command(cli.app)
    for command in group.commands.values():
        assert command.help, command.name
        assert all(one.help for one in command.params), command.name


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("prase", "x"), "Không có lệnh “prase”. Có phải ý là “parse”?"),
        (("parse",), "Thiếu TỆP."),
        (("parse", "--jsn", "x"), "Không có tuỳ chọn --jsn."),
        (("serve", "--port", "abc"), "Giá trị của --port chưa đúng."),
        (("serve", "--port", "70000"), "Giá trị của --port chưa đúng."),
        (("ask", "a", "b"), "Lệnh viết chưa đúng"),
        (("ask", "a", "--today"), "Tuỳ chọn --today thiếu"),
        (("ask",), "Cần một câu hỏi"),
        (("ask", "  "), "Chưa có câu hỏi"),
        (("ask", "a", "--batch", "b"), "Chỉ dùng một trong hai"),
        (("ask", "a", "--today", "31/4/2026"), "Ngày “31/4/2026” chưa đúng"),
    ],
)
def test_wrong_use_is_one_vietnamese_line_and_exit_code_2(args: tuple[str, ...], said: str) -> None:
    assert failed(roviec(*args)).startswith(said)


def test_parse_prints_one_json_line_for_each_file_and_nothing_else(plan_file: Path) -> None:
    result = roviec("parse", plan_file, plan_file, "--json")
    assert result.exit_code == 0
    assert result.stderr == ""
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first == second
    assert first["file"] == FILE
    assert first["plan"]["number"] == "12/KH-UBND"
    assert [task["lead"] for task in first["tasks"]] == ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]


def test_parse_prints_the_good_files_and_names_the_bad_ones(plan_file: Path, tmp_path: Path) -> None:
    (tmp_path / "rỗng.txt").write_bytes(b"")
    (tmp_path / "nhị-phân.txt").write_bytes(b"\x00\x01\x02")
    result = roviec(
        "parse", tmp_path / "rỗng.txt", plan_file, tmp_path / "nhị-phân.txt", tmp_path / "mất.txt", "--json"
    )
    assert result.exit_code == 2
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == [FILE]
    empty, binary, missing = result.stderr.splitlines()
    assert "rỗng.txt" in empty
    assert "nhị-phân.txt" in binary
    assert "mất.txt" in missing


def test_parse_for_people_shows_the_header_and_the_counts(plan_file: Path) -> None:
    shown = roviec("parse", plan_file).stdout
    assert "12/KH-UBND" in shown
    assert "2 nhiệm vụ" in shown


def test_text_prints_the_text_that_offsets_count_in(plan_file: Path) -> None:
    text = roviec("text", plan_file).stdout
    task = json.loads(roviec("parse", plan_file, "--json").stdout)["tasks"][0]
    assert "Lắp đặt Wi-Fi tại chợ" in text[task["start"] : task["end"]]


def test_ask_prints_the_contracts_line(service: FakeService) -> None:
    result = roviec("ask", WHO.question, "--json", "--today", "2026-03-02")
    assert result.exit_code == 0
    assert result.stderr == ""
    [line] = result.stdout.splitlines()
    assert json.loads(line)["values"] == ["Phòng Kinh tế"]
    assert set(service.days) == {TODAY}


@pytest.mark.usefixtures("service")
def test_a_batch_keeps_its_order_and_its_ids(tmp_path: Path) -> None:
    batch = tmp_path / "hỏi.jsonl"
    lines = [{"id": "b", "q": NOTHING.question, "type": "x"}, {"id": 7, "q": WHO.question}, {"q": LIST.question}]
    batch.write_text("\n\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    result = roviec("ask", "--batch", batch, "--json")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["id"] for record in records] == ["b", 7, None]
    assert [record["status"] for record in records] == ["not_found", "answered", "answered"]


@pytest.mark.usefixtures("service")
@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "không phải JSON"),
        ("[]", "không phải một đối tượng"),
        ('{"id": 1}', "“q” phải là một câu hỏi"),
        ('{"id": [], "q": "a"}', "“id” phải là chuỗi hoặc số"),
        ('{"id": 1, "q": " "}', "Chưa có câu hỏi"),
    ],
)
def test_a_bad_batch_line_is_named_before_anything_is_asked(tmp_path: Path, line: str, reason: str) -> None:
    batch = tmp_path / "hỏi.jsonl"
    batch.write_text(f'{{"id": 1, "q": "a"}}\n{line}\n', encoding="utf-8")
    said = failed(roviec("ask", "--batch", batch, "--json"))
    assert "hỏi.jsonl" in said
    assert "dòng 2" in said
    assert reason in said


@pytest.mark.usefixtures("service")
def test_a_batch_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    assert "không.jsonl" in failed(roviec("ask", "--batch", tmp_path / "không.jsonl"))


@pytest.mark.usefixtures("service")
def test_ask_for_people_shows_value_then_sentence_then_source() -> None:
    shown = roviec("ask", WHO.question).stdout
    value, sentence, source = (
        shown.index("Phòng Kinh tế\n"),
        shown.index("Phòng Kinh tế chủ trì"),
        shown.index("Phụ lục/1"),
    )
    assert value < sentence < source


@pytest.mark.usefixtures("service")
def test_ask_for_people_shows_every_row_of_a_list() -> None:
    shown = " ".join(roviec("ask", LIST.question).stdout.split())
    assert "Phụ lục/1" in shown
    assert "Phụ lục/2" in shown
    assert "Quý II/2026" in shown


@pytest.mark.usefixtures("service")
def test_ask_for_people_says_when_nothing_is_found_and_what_is_near() -> None:
    shown = roviec("ask", NOTHING.question).stdout
    assert shown.startswith("Không có trong các kế hoạch")
    assert "Gần với câu hỏi nhất" in shown


def test_markup_in_a_plan_is_printed_as_it_stands(monkeypatch: pytest.MonkeyPatch, service: FakeService) -> None:
    odd = Answer(WHO.question, WHO.status, "[bold]x[/bold] [/]", values=("[red]",))
    monkeypatch.setattr(service, "ask", lambda *_, **__: odd)
    shown = roviec("ask", WHO.question).stdout
    assert "[bold]x[/bold] [/]" in shown
    assert "[red]" in shown


def test_several_plans_may_follow_one_option(
    monkeypatch: pytest.MonkeyPatch, service: FakeService, plan_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "khác.txt"
    other.write_text(SOURCE, encoding="utf-8")
    seen: list[list[str]] = []

    @contextmanager
    def opened(_: object, loaded: Any, *__: object) -> Iterator[FakeService]:
        seen.append([plan.file for plan in loaded])
        yield service

    monkeypatch.setattr(wiring, "temporary_service", opened)
    for args in (
        ("ask", WHO.question, "--plans", plan_file, other, "--json"),
        ("ask", "--plans", plan_file, other, WHO.question, "--json"),
        ("ask", "--plans", plan_file, "--plans", other, WHO.question, "--json"),
        ("ask", "--plans", tmp_path, WHO.question, "--json"),
    ):
        assert roviec(*args).exit_code == 0
    assert [sorted(files) for files in seen] == [["khác.txt", FILE]] * 4


@pytest.mark.usefixtures("service")
def test_asking_over_files_goes_on_without_those_that_fail(plan_file: Path, tmp_path: Path) -> None:
    result = roviec("ask", WHO.question, "--plans", plan_file, tmp_path / "mất.txt", "--json")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.usefixtures("service")
def test_asking_over_no_readable_file_is_wrong(tmp_path: Path) -> None:
    assert "mất.txt" in failed(roviec("ask", WHO.question, "--plans", tmp_path / "mất.txt", "--json"))
    assert str(tmp_path) in failed(roviec("ask", WHO.question, "--plans", tmp_path, "--json"))


@pytest.mark.usefixtures("service")
def test_plans_lists_the_library() -> None:
    shown = roviec("plans").stdout
    assert FILE in shown
    assert "12/KH-UBND" in shown


def test_a_known_error_is_its_own_line_and_an_unforeseen_one_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = FakeService(script={"a": StoreBusy("Kho đang được ghi."), "b": ZeroDivisionError("x")})

    @contextmanager
    def opened(*_: Any) -> Iterator[FakeService]:
        yield broken

    monkeypatch.setattr(wiring, "library_service", opened)
    assert failed(roviec("ask", "a")) == "Kho đang được ghi."
    assert failed(roviec("ask", "b")).startswith("Chương trình gặp lỗi ngoài dự kiến (ZeroDivisionError: x)")


def run(*args: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "api.cli", *map(str, args)], capture_output=True, check=False, **options
    )


def test_the_command_keeps_stdout_pure_in_any_locale(plan_file: Path, tmp_path: Path) -> None:
    (tmp_path / "hỏng.txt").write_bytes(b"\x00")
    environment = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = run("parse", plan_file, tmp_path / "hỏng.txt", "--json", env=environment)
    assert done.returncode == 2
    [line] = done.stdout.decode("utf-8").splitlines()
    assert json.loads(line)["plan"]["title"] == "Chuyển đổi số xã Đồng Mẫu năm 2026"
    assert "Đồng Mẫu".encode() in done.stdout
    assert b"\r" not in done.stdout
    assert "hỏng.txt" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_reading_and_help_load_no_index_no_model_and_no_server(plan_file: Path) -> None:
    heavy = ("faiss", "torch", "fastapi", "sentence_transformers", "numpy", "jinja2", "uvicorn")
    program = (
        "import sys\nfrom api.cli import app\n"
        "try: app(sys.argv[1:])\nexcept SystemExit as left: assert not left.code\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    light = (["--help"], ["parse", plan_file, "--json"], ["parse", plan_file], ["text", plan_file])
    for args in (*light, ["check", plan_file], ["check", plan_file, "--json"]):
        done = subprocess.run([sys.executable, "-c", program, *map(str, args)], capture_output=True, check=True)
        assert done.stderr.decode().strip() == "[]"


def test_a_reader_that_goes_away_early_is_no_error(plan_file: Path) -> None:
    command = [sys.executable, "-m", "api.cli", "parse", *[str(plan_file)] * 200, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_the_sample_is_sound() -> None:
    assert ROW_1.slice(TEXT).split("\t")[1] == PLAN.tasks[0].name.text


@pytest.mark.usefixtures("service")
def test_explaining_goes_to_stderr_and_leaves_the_json_alone() -> None:
    result = roviec("ask", WHO.question, "--json", "--explain", "--today", "2026-03-02")
    assert f"{WHO.question} (2026-03-02)" in result.stderr
    assert [json.loads(line)["question"] for line in result.stdout.splitlines()] == [WHO.question]
