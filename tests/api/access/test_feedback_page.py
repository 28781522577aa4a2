"""What people say of answers is kept with who said it, and read by admins alone."""

from __future__ import annotations

from html import unescape
from pathlib import Path

from api.feedback import FILE, kept
from tests.api.access.site import ORIGIN, sent, site
from web.wording import FEEDBACK_SIGNED

QUESTION = "Cơ quan nào chủ trì tái cấu trúc quy trình 25 dịch vụ công trực tuyến của tỉnh Lam Giang?"


def test_who_said_what_is_shown_to_admins_alone(tmp_path: Path) -> None:
    with site(tmp_path) as web:
        reader = web.client("doc")
        asked = f"/?q={QUESTION}"
        assert FEEDBACK_SIGNED in reader.get(asked).text
        said = {"q": QUESTION, "verdict": "down", "reason": "value", "note": "Thiếu một sở"}
        assert sent(reader, asked, "/feedback", said, headers={"origin": ORIGIN}).status_code == 303
        assert [one.verdict.by for one in kept(tmp_path, 9)] == ["doc"]
        page = unescape(web.client("chu").get("/admin/feedback").text)
        for words in (QUESTION, "Chưa đúng", "Sai giá trị. Thiếu một sở", '<td data-label="Người góp ý">Doc</td>'):
            assert words in page
        for login in ("doc", "bien"):
            assert web.client(login).get("/admin/feedback").status_code == 403


def test_what_was_said_before_logins_were_kept_is_still_read_and_other_lines_left_out(tmp_path: Path) -> None:
    old = '{"time": "2026-03-02T08:00:00+07:00", "question": "Ai?", "previous": [], "right": true, "reason": "",'
    old += ' "note": "", "status": "answered", "values": ["Sở"], "places": ["a.txt#Phụ lục/1"]}'
    (tmp_path / FILE).write_text(f'{old}\n{{"half": \nnull\n{old.replace("Ai?", "Gì?")}\n', encoding="utf-8")
    assert [(one.verdict.question, one.verdict.by) for one in kept(tmp_path, 9)] == [("Gì?", ""), ("Ai?", "")]
    assert [one.verdict.question for one in kept(tmp_path, 1)] == ["Gì?"]
    with site(tmp_path, access="auto") as web:
        page = web.client().get("/admin/feedback").text
        assert "không đăng nhập" in page
        assert "2/3/2026 08:00" in page
