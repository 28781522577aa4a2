from __future__ import annotations

import json
from dataclasses import replace

from api.records import answer_record, json_line, plan_record
from ingest.plan import Header
from rag.answer import Answer, Status
from tests.api.sample import LIST, PLAN, ROW_1, ROW_2, ROW_2_REST, TEXT, WHO


def test_a_parsed_plan_has_the_contracts_keys_in_the_contracts_order() -> None:
    record = plan_record(PLAN)
    assert list(record) == ["file", "plan", "sections", "tasks", "targets", "duties", "findings", "reading"]
    assert list(record["plan"]) == [
        "number", "date", "date_text", "place", "issuer", "title", "signer", "signer_title", "legal_bases",
        "corrected",
    ]  # fmt: skip
    assert list(record["sections"][0]) == ["locator", "heading", "start", "end"]
    assert list(record["tasks"][0]) == [
        "locator", "annex", "group", "ordinal", "parent", "name", "lead", "support", "result", "due", "note",
        "leads", "supports", "due_from", "due_to", "due_kind", "start", "end", "spans", "corrected",
    ]  # fmt: skip
    assert list(record["targets"][0])[:8] == ["locator", "name", "unit", "value", "lead", "note", "start", "end"]
    assert list(record["duties"][0]) == [
        "locator", "actor", "what", "recipient", "frequency", "due", "start", "end",
    ]  # fmt: skip
    assert list(record["findings"][0]) == ["rule", "severity", "locators", "message", "values"]


def test_header_fields_that_the_source_leaves_blank_are_null() -> None:
    header = plan_record(PLAN)["plan"]
    assert header["number"] == "12/KH-UBND"
    assert header["date"] is None
    assert header["date_text"] == "ngày tháng 3 năm 2026"
    assert header["place"] is None
    assert header["signer"] is None
    assert header["legal_bases"] == ["57-NQ/TW"]
    assert plan_record(replace(PLAN, header=Header()))["plan"]["legal_bases"] == []


def test_a_task_prints_blank_cells_as_empty_strings_and_dates_as_iso_days() -> None:
    wifi, classes = plan_record(PLAN)["tasks"]
    assert (wifi["due"], wifi["due_from"], wifi["due_to"], wifi["due_kind"]) == (
        "3/2026", "2026-03-01", "2026-03-31", "month",
    )  # fmt: skip
    assert (classes["support"], classes["supports"], classes["note"]) == ("", [], "")
    assert (classes["due_from"], classes["due_to"], classes["due_kind"]) == (None, None, None)


def test_a_row_broken_over_a_page_reaches_from_its_first_piece_to_its_last() -> None:
    wifi, classes = plan_record(PLAN)["tasks"]
    assert TEXT[wifi["start"] : wifi["end"]] == "1\tLắp đặt Wi-Fi tại chợ\tPhòng Kinh tế\tCông an xã\tBiên bản\t3/2026"
    assert wifi["spans"] == [[ROW_1.start, ROW_1.end]]
    assert (classes["start"], classes["end"]) == (ROW_2.start, ROW_2_REST.end)
    assert classes["spans"] == [[ROW_2.start, ROW_2.end], [ROW_2_REST.start, ROW_2_REST.end]]


def test_an_answer_has_the_contracts_keys_first_and_in_order() -> None:
    record = answer_record(LIST, "q7")
    assert list(record)[:8] == [
        "id", "question", "status", "answer", "values", "items", "citations", "elapsed_ms",
    ]  # fmt: skip
    assert record["id"] == "q7"
    assert list(record["items"][0])[:8] == ["file", "plan", "locator", "name", "lead", "support", "result", "due"]
    assert list(record["citations"][0]) == ["file", "plan", "locator", "quote", "start", "end", "page", "corrected"]


def test_an_answers_line_is_one_line_of_readable_vietnamese() -> None:
    line = json_line(answer_record(WHO))
    assert "\n" not in line
    assert "Phòng Kinh tế chủ trì" in line
    record = json.loads(line)
    assert record["id"] is None
    assert record["status"] == "answered"
    assert record["elapsed_ms"] == 12.3
    assert record["citations"][0]["page"] is None


def test_every_status_is_printed_as_the_contract_spells_it() -> None:
    printed = {answer_record(Answer("?", status, "!"))["status"] for status in Status}
    assert printed == {"answered", "not_found", "not_stated", "ambiguous"}
