"""Which of two columns of times is the deadline."""

from __future__ import annotations

from ingest.columns import Role, roles_of


def test_when_something_is_carried_out_comes_before_the_time_it_covers() -> None:
    roles = roles_of(("TT", "Nội dung", "Mốc thời gian kiểm tra", "Thời gian tiến hành"))
    assert (roles[2], roles[3]) == (Role.OTHER, Role.DUE)


def test_the_only_column_of_times_is_the_deadline() -> None:
    assert roles_of(("TT", "Nội dung", "Mốc thời gian kiểm tra"))[2] is Role.DUE
