"""``roviec people`` and the first start: how one gets in when nobody can."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import uvicorn

from api import wiring
from api.serving import serve
from api.settings import Settings
from tests.api.sample import FakeService
from tests.api.test_cli import failed, roviec


def added(data: Path, login: str, *more: str) -> str:
    result = roviec("people", "add", login, "--data", data, *more)
    assert result.exit_code == 0
    found = re.search(r"/link/([\w-]+)", result.stdout)
    assert found
    return found.group(1)


def test_a_person_is_added_listed_disabled_and_let_in_again(tmp_path: Path) -> None:
    secret = added(tmp_path, "chi", "--name", "Chị Chi", "--role", "admin")
    added(tmp_path, "an")
    with wiring.opened_house(Settings(data=tmp_path)) as house:
        assert house.peek(secret) is not None
    assert roviec("people", "disable", "an", "--data", tmp_path).stderr == "Đã khóa an.\n"
    listed = roviec("people", "list", "--data", tmp_path).stdout.splitlines()
    assert listed == ["an\tan\treader\tđã khóa", "chi\tChị Chi\tadmin\tđang dùng"]
    again = roviec("people", "reset", "an", "--data", tmp_path)
    assert "/link/" in again.stdout
    assert roviec("people", "list", "--data", tmp_path).stdout.startswith("an\tan\treader\tđang dùng")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("add", "chi"), "Đã có người dùng"),
        (("add", "dung", "--role", "boss"), "Vai trò phải là"),
        (("disable", "chi"), "chi là quản trị viên duy nhất"),
        (("disable", "khongco"), "Không có người dùng “khongco”"),
        (("reset", "Đỗ"), "Tên đăng nhập dài"),
        (("ad", "x"), "Không có lệnh “ad”. Có phải ý là “add”?"),
    ],
)
def test_what_cannot_be_done_is_one_line(tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    added(tmp_path, "chi", "--role", "admin")
    assert failed(roviec("people", *args, *(() if args[0] == "ad" else ("--data", tmp_path)))).startswith(said)


def test_the_first_start_prints_a_link_and_later_ones_do_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: None)
    settings = Settings(data=tmp_path, access="on", port=0)
    said: list[str] = []
    with wiring.opened_house(settings) as house:
        serve(FakeService(), settings, said.append, house)
        assert len(said) == 2
        found = re.search(r"http://127\.0\.0\.1:\d+/link/([\w-]+)$", said[1])
        assert found
        assert house.use_link(found.group(1), "ba con voi qua suối", login="chi", name="Chi") is not None
        said.clear()
        serve(FakeService(), settings, said.append, house)
        assert len(said) == 1
