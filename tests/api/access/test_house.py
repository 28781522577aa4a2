"""People, what proves who they are, and how that ends."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest

from api.access.house import LOCAL, NOBODY, House, Rules, Via, Waiting, new_person
from api.access.roles import Need, Role
from api.access.secrets import digest, fits, form_token, hash_password
from api.access.throttle import Throttle
from index.catalogue.database import Database
from ingest.errors import WrongUse
from tests.api.access.conftest import PASSWORD, Clock, someone

HERE = "10.0.0.7"


def session_of(house: House, login: str, password: str = PASSWORD) -> str:
    found = house.sign_in(login, password, address=HERE)
    assert found is not None
    return found[1]


def everything_stored(house: House) -> str:
    """Every cell of every table, as text."""
    found: list[object] = []
    with house._database.reading() as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            found += db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - names of the schema
    return str(found)


def test_the_file_is_its_owners_alone_with_its_journals(house: House, tmp_path: Path) -> None:
    someone(house, "an")
    files = list((tmp_path / "kho").glob("access.db*"))
    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_right_passwords_start_a_session_and_wrong_ones_do_not(house: House) -> None:
    someone(house, "an", Role.EDITOR)
    assert house.sign_in("an", "sai mật khẩu", address=HERE) is None
    assert house.sign_in("bình", PASSWORD, address=HERE) is None
    visitor = house.visitor(session=session_of(house, " An "))
    assert (visitor.via, visitor.login) == (Via.SESSION, "an")
    assert visitor.allowed == {Need.OPEN, Need.READ, Need.LIBRARY}


def test_nothing_that_lets_someone_in_is_stored_as_it_is(house: House) -> None:
    person = someone(house, "an")
    session, link = session_of(house, "an"), house.link_for(person.id)
    token = house.tokens.make(person.id, "cổng", [Need.READ], now=house.clock(), expires=house.clock() + 10)
    house.sign_in("an", "sai mà dài lắm", address=HERE)
    stored = everything_stored(house)
    assert digest(session) in stored
    for secret in (session, link, token, PASSWORD, "sai mà dài lắm"):
        assert secret not in stored


def test_no_secret_of_one_kind_opens_as_another(house: House) -> None:
    person = someone(house, "an")
    session, link = session_of(house, "an"), house.link_for(person.id)
    token = house.tokens.make(person.id, "cổng", [Need.READ], now=house.clock(), expires=house.clock() + 10)
    assert house.visitor(session=token) == house.visitor(session=link) == NOBODY
    assert house.visitor(token=session) == house.visitor(token=link) == NOBODY
    assert house.peek(session) is None
    assert house.visitor(session="") == house.visitor() == house.visitor(session=digest(session)) == NOBODY
    assert form_token(session) != form_token(link)


def test_a_session_ends_when_unused_and_in_any_case_after_its_longest_time(house: House, clock: Clock) -> None:
    someone(house, "an")
    idle, used = session_of(house, "an"), session_of(house, "an")
    for _ in range(5):
        clock.now += 599
        assert house.visitor(session=used).via is Via.SESSION
    assert house.visitor(session=idle) == NOBODY
    clock.now += 599
    assert house.visitor(session=used).via is Via.SESSION
    clock.now += 6
    assert house.visitor(session=used) == NOBODY


def test_signing_out_ends_that_session_alone(house: House) -> None:
    someone(house, "an")
    here, there = session_of(house, "an"), session_of(house, "an")
    house.sessions.end(here)
    assert house.visitor(session=here) == NOBODY
    assert house.visitor(session=there).via is Via.SESSION


def test_a_new_password_ends_every_session_and_link(house: House) -> None:
    person = someone(house, "an")
    old, link = session_of(house, "an"), house.link_for(person.id)
    new = house.change_password(person, PASSWORD, "một câu khác hẳn", address=HERE)
    assert new is not None
    assert house.visitor(session=old) == NOBODY
    assert house.visitor(session=new).via is Via.SESSION
    assert house.use_link(link, "lại một câu khác") is None
    assert house.sign_in("an", PASSWORD, address=HERE) is None
    assert house.change_password(person, PASSWORD, "một câu khác nữa", address=HERE) is None


def test_who_is_disabled_is_out_at_once_with_sessions_tokens_and_links(house: House) -> None:
    person = someone(house, "an")
    session, link = session_of(house, "an"), house.link_for(person.id)
    token = house.tokens.make(person.id, "cổng", [Need.READ], now=house.clock(), expires=house.clock() + 99)
    house.people.change(person.id, name="An", role=Role.READER, active=False, groups=())
    assert house.visitor(session=session) == house.visitor(token=token) == NOBODY
    assert house.use_link(link, "một câu khác hẳn") is None
    assert house.sign_in("an", PASSWORD, address=HERE) is None
    house.people.change(person.id, name="An", role=Role.READER, active=True, groups=())
    assert house.visitor(session=session) == NOBODY


def test_a_changed_role_counts_from_the_next_request_on(house: House) -> None:
    person = someone(house, "an", Role.ADMIN)
    session = session_of(house, "an")
    assert Need.ADMIN in house.visitor(session=session).allowed
    house.people.change(person.id, name="An", role=Role.READER, active=True, groups=())
    assert house.visitor(session=session).allowed == {Need.OPEN, Need.READ}


def test_a_token_works_until_it_expires_or_is_revoked(house: House, clock: Clock) -> None:
    person = someone(house, "an", Role.EDITOR)
    first = house.tokens.make(person.id, "cổng", [Need.READ], now=clock(), expires=clock() + 100)
    second = house.tokens.make(person.id, "nạp", [Need.LIBRARY, Need.ADMIN], now=clock(), expires=clock() + 999)
    assert house.visitor(token=first).allowed == {Need.OPEN, Need.READ}
    assert house.visitor(token=second).allowed == {Need.OPEN, Need.LIBRARY}
    clock.now += 100
    assert house.visitor(token=first) == NOBODY
    [newest, _] = house.tokens.every()
    assert (newest.name, newest.used) == ("nạp", clock.now - 100)
    house.tokens.revoke(newest.id)
    assert house.visitor(token=second) == NOBODY


def test_the_first_link_makes_one_admin_once(house: House, clock: Clock) -> None:
    void = house.first_link()
    link = house.first_link()
    assert void is not None
    assert link is not None
    assert house.peek(void) is None
    with pytest.raises(WrongUse, match="Mật khẩu"):
        house.use_link(link, "ngắn", login="chi", name="Chi")
    admin = house.use_link(link, PASSWORD, login="Chi", name="Chị Chi")
    assert admin is not None
    assert (admin.login, admin.name, admin.role) == ("chi", "Chị Chi", Role.ADMIN)
    assert house.use_link(link, PASSWORD, login="dung", name="Dũng") is None
    assert house.first_link() is None
    assert house.people.count() == 1
    assert house.sign_in("chi", PASSWORD, address=HERE) is not None
    assert clock() == house.clock()


def test_a_first_link_left_over_is_void_once_there_is_somebody(house: House) -> None:
    link = house.first_link()
    assert link is not None
    someone(house, "an")
    assert house.peek(link) is None
    assert house.use_link(link, PASSWORD, login="ke", name="Kẻ") is None


def test_a_link_expires(house: House, clock: Clock) -> None:
    person, link = new_person(house, "Dung", "Dũng", Role.READER)
    assert house.sign_in("dung", PASSWORD, address=HERE) is None
    clock.now += 900
    assert house.use_link(link, PASSWORD) is None
    again = house.link_for(person.id)
    clock.now += 899
    assert house.peek(again) is not None
    assert house.use_link(again, PASSWORD) == person
    assert house.sign_in("dung", PASSWORD, address=HERE) is not None


def test_too_many_tries_for_one_account_must_wait_even_with_the_right_password(house: House, clock: Clock) -> None:
    someone(house, "an")
    for _ in range(3):
        assert house.sign_in("an", "sai", address=HERE) is None
    with pytest.raises(Waiting) as waiting:
        house.sign_in("AN", PASSWORD, address="10.0.0.8")
    assert waiting.value.seconds == 300
    clock.now += 300
    assert house.sign_in("an", PASSWORD, address=HERE) is not None


def test_five_wrong_passwords_from_one_address_close_the_account_there_and_not_elsewhere(house: House) -> None:
    throttle = Throttle(house._database)
    assert [throttle.enter("an", HERE, now=100 + n) for n in range(5)] == [None] * 5
    assert throttle.left("an", HERE, now=105) == 0
    assert throttle.enter("an", HERE, now=105) == 895
    assert throttle.enter("binh", HERE, now=105) is None
    assert throttle.enter("an", "10.0.0.8", now=105) is None
    assert throttle.left("an", "10.0.0.8", now=105) == 4


def test_one_account_is_closed_to_all_when_many_addresses_try_it(house: House) -> None:
    throttle = Throttle(house._database)
    assert [throttle.enter("an", f"10.0.1.{n}", now=100) for n in range(20)] == [None] * 20
    assert throttle.enter("an", "10.0.2.1", now=100) == 900


def test_too_many_tries_from_one_address_must_wait_whatever_the_account(house: House) -> None:
    someone(house, "an")
    for number in range(5):
        assert house.sign_in(f"khach{number}", "sai", address=HERE) is None
    with pytest.raises(Waiting):
        house.sign_in("an", PASSWORD, address=HERE)
    assert house.sign_in("an", PASSWORD, address="10.0.0.8") is not None


def test_a_right_password_clears_the_accounts_tries(house: House) -> None:
    someone(house, "an")
    for _ in range(2):
        house.sign_in("an", "sai", address="10.0.0.1")
    session_of(house, "an")
    for number in range(2, 5):
        assert house.sign_in("an", "sai", address=f"10.0.0.{number}") is None


def test_the_old_password_is_throttled_as_well(house: House) -> None:
    person = someone(house, "an")
    for _ in range(3):
        assert house.change_password(person, "sai", "một câu khác hẳn", address=HERE) is None
    with pytest.raises(Waiting):
        house.change_password(person, PASSWORD, "một câu khác hẳn", address=HERE)


@pytest.mark.parametrize("password", ["ngắn quá", "a" * 201, "aaaaaaaaaaaa", "xin chào nguyen.an nhé"])
def test_a_password_that_is_short_endless_plain_or_holds_the_login_is_refused(house: House, password: str) -> None:
    _, link = new_person(house, "nguyen.an", "An", Role.READER)
    with pytest.raises(WrongUse):
        house.use_link(link, password)


def test_a_password_fits_however_its_accents_were_typed() -> None:
    stored = hash_password("mật khẩu của tôi")
    assert fits("mật khẩu của tôi", stored)
    assert not fits("mat khau cua toi", stored)
    assert not fits("", None)
    assert not fits("x", "not a hash")


@pytest.mark.parametrize("login", ["", "a", "Đức", "a b", "-an", "x" * 70, "аn"])
def test_a_login_that_could_be_taken_for_another_is_refused(house: House, login: str) -> None:
    with pytest.raises(WrongUse):
        new_person(house, login, "Tên", Role.READER)


def test_a_login_is_given_once(house: House) -> None:
    new_person(house, "an", "An", Role.READER)
    with pytest.raises(WrongUse, match="an"):
        new_person(house, "AN", "An khác", Role.READER)


def test_a_group_taken_away_leaves_its_plans_hidden_and_others_out(house: House) -> None:
    house.people.add_group("Tổ mật")
    [group] = house.people.groups()
    person = someone(house, "an", groups=frozenset({group.id}))
    visitor = house.visitor(session=session_of(house, "an"))
    house.sharing.limit("mật.txt", {group.id})
    assert house.visible(visitor, ["mật.txt", "b.txt"]) == {"mật.txt", "b.txt"}
    house.people.remove_group(group.id)
    visitor = house.visitor(session=session_of(house, "an"))
    assert visitor.person is not None
    assert visitor.person.groups == frozenset()
    assert house.visible(visitor, ["mật.txt", "b.txt"]) == {"b.txt"}
    assert house.sharing.groups_of("mật.txt") == frozenset()
    assert person.id == visitor.person.id


def test_a_collection_limits_all_its_plans_and_leaves_them_limited_when_it_goes(house: House) -> None:
    for name in ("A", "B"):
        house.people.add_group(name)
    a, b = (group.id for group in house.people.groups())
    reader = someone(house, "an", groups=frozenset({a}))
    house.sharing.limit("x.txt", {a, b})
    number = house.sharing.add_bundle("Nội bộ")
    house.sharing.change_bundle(number, files={"x.txt", "y.txt"}, groups={b})
    files = ["x.txt", "y.txt", "z.txt"]
    assert house.sharing.limits().visible(reader, files) == {"z.txt"}
    house.sharing.remove_bundle(number)
    assert house.sharing.limits().visible(reader, files) == {"z.txt"}
    assert {house.sharing.groups_of(file) for file in ("x.txt", "y.txt")} == {frozenset({b})}
    house.sharing.limit("x.txt", None)
    assert house.sharing.limits().visible(reader, files) == {"x.txt", "z.txt"}


def test_nobody_sees_no_plan_and_whoever_is_at_the_machine_sees_all(house: House) -> None:
    assert house.visible(NOBODY, ["a.txt"]) == frozenset()
    house.sharing.limit("a.txt", ())
    assert house.visible(LOCAL, ["a.txt"]) == {"a.txt"}


def test_what_was_stored_is_there_after_a_restart(tmp_path: Path, clock: Clock) -> None:
    first = House(tmp_path, Rules(), clock=clock)
    someone(first, "an")
    session = session_of(first, "an")
    first.close()
    second = House(tmp_path, Rules(), clock=clock)
    assert second.visitor(session=session).login == "an"
    with sqlite3.connect(tmp_path / "access.db") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
    second.close()
    assert Database is type(first._database)
