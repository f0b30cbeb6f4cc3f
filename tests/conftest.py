"""What all tests share: the bundled rules, one encoder for the whole run, and texts read from strings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

import desktop.toolkit
from resources import path_of
from treaty.comparison.rules import ComparisonRules, load_comparison_rules
from treaty.glossary import Glossary, load_glossary
from treaty.language.meaning import SentenceEncoder
from treaty.language.quantities import UnitTable
from treaty.model import TreatyText
from treaty.reading import read_treaty
from treaty.reading.rules import ReadingRules, load_reading_rules
from treaty.review.assembly import Instruments

settings.register_profile("daejo", deadline=None, derandomize=True, max_examples=60, database=None)
settings.load_profile("daejo")

SHARED = Path(__file__).parents[2] / "shared"
SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The project's shared material, which a plain clone does not have."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, the material that is kept beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def encoder() -> SentenceEncoder:
    """One encoder for the run: it remembers every text that it has met."""
    return SentenceEncoder()


@pytest.fixture(scope="session")
def reading_rules() -> ReadingRules:
    return load_reading_rules(path_of("rules"))


@pytest.fixture(scope="session")
def rules() -> ComparisonRules:
    return load_comparison_rules(path_of("rules"))


@pytest.fixture(scope="session")
def units(rules: ComparisonRules) -> UnitTable:
    return rules.units


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    return load_glossary(path_of("glossaries/treaty_terms.tsv"))


@pytest.fixture(scope="session")
def instruments(rules: ComparisonRules, glossary: Glossary, encoder: SentenceEncoder) -> Instruments:
    return Instruments(rules, glossary, encoder)


@pytest.fixture
def tables_at_hand(
    rules: ComparisonRules, reading_rules: ReadingRules, encoder: SentenceEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Toolkits are made of the tables and the encoder of the test run instead of being loaded each time."""
    monkeypatch.setattr(desktop.toolkit, "SentenceEncoder", lambda cache_folder: encoder)
    monkeypatch.setattr(desktop.toolkit, "load_comparison_rules", lambda folder: rules)
    monkeypatch.setattr(desktop.toolkit, "load_reading_rules", lambda folder: reading_rules)


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the run, for property tests that write a file an example."""
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="session")
def read(scratch: Path, reading_rules: ReadingRules) -> Callable[..., list[TreatyText]]:
    """Reads a text given as a string, as `read_treaty` reads a file that holds it."""

    def read_string(content: str, *, name: str = "text.txt", first: int = 1) -> list[TreatyText]:
        path = scratch / name
        path.write_bytes(content.encode())
        return read_treaty(path, rules=reading_rules, first=first)

    return read_string
