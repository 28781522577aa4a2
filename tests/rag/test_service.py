"""The service: one object over one snapshot, which asks the model only where words leave doubt."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.service import Service
from tests.index.plans import LetterEmbedder
from tests.rag.conftest import snapshot_of
from tests.rag.plans import TODAY, department_plan, province_plan


@pytest.fixture
def embedder() -> LetterEmbedder:
    """A model that remembers what it was asked."""
    return LetterEmbedder()


@pytest.fixture
def asked(embedder: LetterEmbedder) -> Service:
    """The hand-made plans; the model remembers questions from here on."""
    service = Service(snapshot_of([province_plan(), department_plan()], embedder))
    embedder.asked.clear()
    return service


def test_an_answer_repeats_the_question_as_typed_and_says_how_long_it_took(asked: Service) -> None:
    question = "  ai  chủ trì bảo trì đường truyền số liệu ?"
    answer = asked.ask(question, today=TODAY)
    assert answer.question == question
    assert answer.values == ("Sở Tài chính",)
    assert answer.elapsed_ms > 0


def test_the_plans_are_those_of_the_snapshot(asked: Service) -> None:
    assert [plan.file for plan in asked.plans()] == ["song-lam.txt", "so-khcn.txt"]
    found = asked.plan("so-khcn.txt")
    assert found is not None
    assert found.header.number == "31/KH-SKHCN"
    assert asked.plan("khac.txt") is None


def test_ranked_places_are_named_by_file_and_place_best_first(asked: Service) -> None:
    ranked = asked.rank("nền tảng khám bệnh từ xa")
    assert ranked[0] == "song-lam.txt#Phụ lục II/4-2"
    assert len(ranked) == len(set(ranked)) <= 10


@pytest.mark.parametrize(
    "question",
    [
        "Ai chủ trì bảo trì đường truyền số liệu?",
        "Sở Khoa học và Công nghệ chủ trì những nhiệm vụ nào?",
        "Kế hoạch 12/KH-UBND ban hành ngày nào?",
    ],
)
def test_the_model_is_not_asked_where_words_suffice(asked: Service, embedder: LetterEmbedder, question: str) -> None:
    asked.ask(question, today=TODAY)
    assert embedder.asked == []


def test_a_question_without_accents_reaches_the_model_with_them(asked: Service, embedder: LetterEmbedder) -> None:
    asked.ask("co quan nao lo chuyen tram phat song o xa", today=TODAY)
    assert all("trạm phát sóng" in question for question in embedder.asked)
    assert embedder.asked


def test_words_that_no_plan_prints_never_reach_the_model_without_accents(
    asked: Service, embedder: LetterEmbedder
) -> None:
    asked.ask("thoi tiet hom qua nang gat", today=TODAY)
    assert embedder.asked == []


def test_the_model_is_asked_where_words_leave_doubt(asked: Service, embedder: LetterEmbedder) -> None:
    question = "Cơ quan nào lo chuyện sóng yếu ở vùng cao?"
    asked.ask(question, today=TODAY)
    assert any("sóng yếu" in asked for asked in embedder.asked)


def test_an_empty_library_finds_nothing() -> None:
    service = Service(snapshot_of([], LetterEmbedder()))
    for question in ("Ai chủ trì?", "Có bao nhiêu nhiệm vụ?", "Ai ký kế hoạch 27/KH-UBND?", ""):
        answer = service.ask(question, today=TODAY)
        assert (answer.status, answer.values, answer.citations) == (Status.NOT_FOUND, (), ())
    assert service.rank("Ai chủ trì?") == []
    assert service.plans() == ()
