"""Which place of a plan a question means: by what stands there, not by the words that all of the plan is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.read import read_plan
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, cited

LIBRARY_PLAN = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 27/KH-UBND
Lam Giang, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Phát triển thư viện lưu động tỉnh Lam Giang năm 2026

I. MỤC ĐÍCH

Đưa sách đến mọi thôn bản của tỉnh.

II. NHIỆM VỤ

1. Về phương tiện

a) Nhiệm vụ:

- Đóng giá gỗ và lắp mái che cho xe chở sách.

- Bảo dưỡng xe chở sách.

b) Cơ quan thực hiện:

- Đơn vị chủ trì: Sở Xây dựng.

- Đơn vị phối hợp: Sở Tài chính.

c) Thời gian thực hiện: Tháng 3/2026.

2. Về con người

a) Nhiệm vụ: Tuyển cộng tác viên kể chuyện cho thiếu nhi vùng cao.

b) Cơ quan thực hiện:

- Đơn vị chủ trì: Sở Nội vụ.

- Đơn vị phối hợp: Tỉnh đoàn.

c) Thời gian thực hiện: Hoàn thành trong quý II năm 2026.

III. TỔ CHỨC THỰC HIỆN

Trên đây là Kế hoạch phát triển thư viện lưu động tỉnh Lam Giang năm 2026, đề nghị các đơn vị thực hiện.
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    file: Path = tmp_path_factory.mktemp("plans") / "thu-vien.txt"
    file.write_text(LIBRARY_PLAN, encoding="utf-8")
    return asker([read_plan(file)])


@pytest.mark.parametrize(
    ("question", "value", "place"),
    [
        ("Ai chủ trì đóng giá gỗ, lắp mái che cho xe chở sách?", "Sở Xây dựng", "II/1"),
        ("Sở nào chủ trì tuyển cộng tác viên kể chuyện cho thiếu nhi?", "Sở Nội vụ", "II/2"),
        ("Cơ quan nào phối hợp tuyển cộng tác viên kể chuyện cho thiếu nhi?", "Tỉnh đoàn", "II/2"),
    ],
)
def test_the_labels_of_a_section_tell_who_does_what_its_clauses_say(
    ask: Ask, question: str, value: str, place: str
) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))
    assert cited(answer) == {f"thu-vien.txt#{place}", f"thu-vien.txt#{place}/b"}


@pytest.mark.parametrize("question", ["Mục II/3/b: cơ quan nào phối hợp?", "muc II/3/b co quan nao phoi hop"])
def test_a_place_that_tells_a_cell_in_several_lines_is_answered_with_them_all(tmp_path: Path, question: str) -> None:
    file = tmp_path / "thu-vien.txt"
    third = "3. Về sách\n\na) Cơ quan chủ trì: Sở Văn hóa.\n\nb) Cơ quan phối hợp\n\n- Các Sở, ngành có liên quan.\n\n- Hội Nông dân tỉnh.\n\n"
    file.write_text(LIBRARY_PLAN.replace("III. TỔ CHỨC", third + "III. TỔ CHỨC"), encoding="utf-8")
    answer = asker([read_plan(file)])(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, ("Các Sở, ngành có liên quan", "Hội Nông dân tỉnh"))
    assert "thu-vien.txt#II/3/b" in cited(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Theo kế hoạch thư viện lưu động tỉnh Lam Giang khi nào bảo dưỡng xe chở sách?",
        "Theo kế hoạch phát triển thư viện lưu động của Lam Giang thì lắp mái che cho xe vào lúc nào?",
    ],
)
def test_what_the_whole_plan_is_about_finds_no_place_in_it(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, ("Tháng 3/2026",))
