"""Too many wrong passwords: who must wait, for how long, and what the page says before and then."""

from __future__ import annotations

from pathlib import Path

from api.access.throttle import Pace
from tests.api.access.site import sign_in, site


def test_too_many_tries_must_wait_and_are_told_how_long(tmp_path: Path) -> None:
    with site(tmp_path) as fresh:
        for _ in range(3):
            assert sign_in(fresh.client(), "doc", "sai mật khẩu").status_code == 401
        response = sign_in(fresh.client(), "doc")
        assert response.status_code == 429
        assert response.headers["retry-after"] == "300"
        assert "5 phút" in response.text
        assert sign_in(fresh.client(), "bien").status_code == 303
        fresh.clock.now += 300
        assert sign_in(fresh.client(), "doc").status_code == 303


def test_shortly_before_one_must_wait_it_is_told(tmp_path: Path) -> None:
    with site(tmp_path, pace=Pace(window=900, here=5, account=20)) as fresh:
        said = [sign_in(fresh.client(), "doc", "sai mật khẩu").text for _ in range(5)]
        assert ["lần thử" in page for page in said] == [False, False, True, True, False]
        assert "Còn 2 lần thử, sau đó phải đợi 15 phút" in said[2]
        assert "Còn 1 lần thử" in said[3]
        assert "Đã hết lượt thử, hãy đợi 15 phút" in said[4]
        assert sign_in(fresh.client(), "doc").status_code == 429
