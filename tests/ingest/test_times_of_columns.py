"""Which of two columns of times is the deadline, and which columns are those of who works."""

from __future__ import annotations

from ingest.columns import Role, roles_of


def test_when_something_is_carried_out_comes_before_the_time_it_covers() -> None:
    roles = roles_of(("TT", "Nội dung", "Mốc thời gian kiểm tra", "Thời gian tiến hành"))
    assert (roles[2], roles[3]) == (Role.OTHER, Role.DUE)


def test_the_only_column_of_times_is_the_deadline() -> None:
    assert roles_of(("TT", "Nội dung", "Mốc thời gian kiểm tra"))[2] is Role.DUE


def test_who_does_it_and_who_works_along_are_lead_and_support() -> None:
    roles = roles_of(("STT", "Thời gian", "Nội dung công việc", "Đơn vị làm", "Cùng làm", "Người theo dõi"))
    assert (roles[3], roles[4]) == (Role.LEAD, Role.SUPPORT)
    assert roles_of(("STT", "Việc", "Làm chính", "Làm cùng", "Hạn"))[2:4] == (Role.LEAD, Role.SUPPORT)
