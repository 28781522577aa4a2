from __future__ import annotations

from pathlib import Path

import pytest

from api.settings import load
from ingest.errors import WrongUse


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ROVIEC_DATA", "ROVIEC_PORT", "ROVIEC_HOST", "ROVIEC_ALLOWED_HOSTS", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_the_library_lies_in_the_users_data_folder_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/srv/data")
    assert load().data == Path("/srv/data/roviec")


def test_a_relative_xdg_folder_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    assert load().data == Path.home() / ".local/share/roviec"


def test_an_option_wins_over_the_environment_and_an_absent_one_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROVIEC_PORT", "9000")
    assert load(port=None).port == 9000
    assert load(port=7000).port == 7000


def test_a_value_that_does_not_fit_is_named_in_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROVIEC_PORT", "tám nghìn")
    with pytest.raises(WrongUse, match="ROVIEC_PORT"):
        load()


def test_on_loopback_only_its_own_names_are_answered() -> None:
    assert load(host="127.0.0.1").hosts == ("127.0.0.1", "::1", "localhost")
    assert load(host="0.0.0.0").hosts == ("*",)  # noqa: S104  the case under test
    assert load(allowed_hosts=("roviec.example",)).hosts == ("roviec.example",)
