"""The blind documents keep to their form: each error stands where its line says, and each trap in the clauses above it."""

from __future__ import annotations

import pytest

from tests.quality.blind import FOR_DEVELOPMENT, BlindDocument, blind_documents
from tests.quality.planted import words_of
from tests.quality.planting.hits import KINDS

DOCUMENTS = list(blind_documents())


def test_documents_for_development_are_there_and_some_are_not_for_it() -> None:
    assert {document.name for document in DOCUMENTS} > FOR_DEVELOPMENT


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_each_error_is_of_a_known_class_and_stands_in_the_planted_text(document: BlindDocument) -> None:
    clauses = {clause.id: clause for text in (document.planted.korean, document.planted.english) for clause in text.clauses}
    assert len({plant.link for plant in document.plants}) == len(document.plants) >= 20
    for plant in document.plants:
        assert plant.error_class in KINDS
        assert plant.span.of(clauses[plant.clause].text) == plant.new


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_each_trap_stands_in_its_clauses(document: BlindDocument) -> None:
    for trap in document.traps:
        korean, english = words_of(document.faithful, trap.link)
        assert trap.korean in korean
        assert trap.english in english
