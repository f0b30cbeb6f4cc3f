"""The tables that people edit: the bundled ones are sound, and a faulty line is named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from resources import path_of
from treaty.comparison.label_rules import load_label_words
from treaty.comparison.party_rules import load_party_words
from treaty.comparison.rules import ComparisonRules, load_comparison_rules
from treaty.comparison.slip_rules import load_slip_rules
from treaty.comparison.term_words import load_term_words
from treaty.errors import ReadingError, RuleTableError
from treaty.glossary import load_glossary
from treaty.language.quantities import load_units
from treaty.model import Language, Severity
from treaty.reading.rules import load_reading_rules


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A copy of the bundled tables to spoil, with the names and the lexicon beside it."""
    for name in ("rules", "names", "lexicon", "language"):
        shutil.copytree(path_of(name), tmp_path / name)
    return tmp_path / "rules"


FAULTS: list[tuple[Callable[[Path], object], str, str, str, dict[str, str]]] = [
    (load_units, "units.tsv", "length\tfoot\t0.3048\t피트\tfoot", "bad_row", {"count": "5"}),
    (load_units, "units.tsv", "length\tfoot\tabout 0.3\t피트\tfoot|feet\t피트\tfoot", "bad_number", {"word": "about 0.3"}),
    (load_units, "currencies.tsv", "NOK", "bad_row", {"expected": "currency, signs"}),
    (load_units, "counters.tsv", "대\t척", "bad_row", {"count": "2"}),
    (load_reading_rules, "set_aside.tsv", "line\tboring\t.*", "bad_choice", {"word": "boring"}),
    (load_reading_rules, "set_aside.tsv", "around\tpress_lead\t.*", "bad_choice", {"allowed": "line, before, after"}),
    (load_reading_rules, "set_aside.tsv", "line\tpress_lead\t(unclosed", "bad_pattern", {}),
    (load_reading_rules, "version_markers.tsv", "jp\t.*", "bad_choice", {"word": "jp", "allowed": "ko, en"}),
    (load_reading_rules, "version_markers.tsv", "ko\t[", "bad_pattern", {}),
    (load_reading_rules, "signature.tsv", "ko", "bad_row", {"count": "1"}),
    (load_slip_rules, "slips.tsv", "fr\tdraft_mark\tdefault\tTBC", "bad_choice", {"word": "fr", "allowed": "ko, en, any"}),
    (load_slip_rules, "slips.tsv", "any\tdraft_mark\tdefault\t(TBC", "bad_pattern", {}),
    (load_slip_rules, "particles.tsv", "를\tㅁ\t을\tnone\tdefault\t-", "bad_choice", {"word": "ㅁ"}),
    (load_term_words, "term_words.tsv", "ko\tstart\t이", "bad_choice", {"word": "start"}),
    (load_term_words, "synonyms.tsv", "ko", "bad_row", {"count": "1"}),
    (load_comparison_rules, "series.tsv", "en\tbut\t,", "bad_choice", {"word": "but", "allowed": "next, last, any, end"}),
    (load_comparison_rules, "series.tsv", "en\tnext\t(,", "bad_pattern", {}),
    (load_party_words, "party_order.tsv", "en\taround\tand", "bad_choice", {"word": "around"}),
    (load_party_words, "party_order.tsv", "en\ttitle\tof (.+) and (.+)", "bad_pattern", {"problem": "first, second"}),
    (load_label_words, "labels.tsv", "en\tseveral\tall of them", "row_twice", {"word": "several"}),
    (load_comparison_rules, "word_weights.tsv", "fr\tlight\tchose", "bad_choice", {"word": "fr", "allowed": "ko, en"}),
    (load_comparison_rules, "word_weights.tsv", "en\tlight\twritten", "row_twice", {"word": "written"}),
    (load_comparison_rules, "word_fields.tsv", "forces\tarmy|navy", "row_twice", {"word": "forces"}),
    (load_comparison_rules, "word_fields.tsv", "forces", "bad_row", {"expected": "field, members"}),
]


@pytest.mark.parametrize(("load", "name", "line", "code", "places"), FAULTS)
def test_a_faulty_line_is_named(
    load: Callable[[Path], object], name: str, line: str, code: str, places: dict[str, str], tables: Path
) -> None:
    path = tables / name
    good = path.read_text(encoding="utf-8").rstrip("\n").splitlines()
    path.write_text("\n".join([*good, line, ""]), encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load(tables)
    assert caught.value.code == code
    assert caught.value.places.items() >= ({"file": name, "line": str(len(good) + 1)} | places).items()


CHECK_FAULTS = [
    ('kind = "date"\n', "", "missing_fields", {"fields": "kind"}),
    ('kind = "date"', 'kind = "weather"', "bad_choice", {"word": "weather"}),
    ('severity = "critical"', 'severity = "awful"', "bad_choice", {}),
    ('class = "mistranslation"', 'class = "nonsense"', "bad_choice", {}),
    ('mqm = "mistranslation"', 'mqm = "nonsense"', "bad_choice", {}),
]


@pytest.mark.parametrize(("old", "new", "code", "places"), CHECK_FAULTS)
def test_a_faulty_check_is_named_with_its_line(old: str, new: str, code: str, places: dict[str, str], tables: Path) -> None:
    path = tables / "checks" / "quantities.toml"
    source = path.read_text(encoding="utf-8")
    start = source.index("[date]")
    path.write_text(source[:start] + source[start:].replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load_comparison_rules(tables)
    assert caught.value.code == code
    line = source[:start].count("\n") + 1
    assert caught.value.places.items() >= ({"file": "quantities.toml", "line": str(line)} | places).items()


def test_a_check_that_two_files_name_is_refused(tables: Path) -> None:
    shutil.copy(tables / "checks" / "names.toml", tables / "checks" / "zz.toml")
    with pytest.raises(RuleTableError) as caught:
        load_comparison_rules(tables)
    assert caught.value.places.items() >= {"file": "zz.toml", "check": "acronym"}.items()


def test_a_table_of_checks_that_is_no_toml(tables: Path) -> None:
    (tables / "checks" / "quantities.toml").write_text("[number\nrule = ", encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load_comparison_rules(tables)
    assert caught.value.code == "bad_toml"
    assert "line 1" in caught.value.places["problem"]


def test_an_unknown_gap_in_an_explanation_is_refused_on_loading(tables: Path) -> None:
    path = tables / "checks" / "quantities.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('en = "', 'en = "{lft} ', 1), encoding="utf-8")
    with pytest.raises(RuleTableError):
        load_comparison_rules(tables)


def test_a_field_that_is_no_text_is_refused(tables: Path) -> None:
    path = tables / "checks" / "quantities.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('rule = "C01"', "rule = 7", 1), encoding="utf-8")
    with pytest.raises(RuleTableError):
        load_comparison_rules(tables)


def test_a_changed_table_changes_the_findings(tables: Path) -> None:
    path = tables / "checks" / "quantities.toml"
    source = path.read_text(encoding="utf-8")
    start = source.index("[period]")
    path.write_text(source[:start] + source[start:].replace("critical", "minor", 1), encoding="utf-8")
    assert load_comparison_rules(tables).checks["period"].severity is Severity.MINOR


def test_findings_that_only_deserve_a_look_have_a_potential(rules: ComparisonRules) -> None:
    for name, check in rules.checks.items():
        assert (check.potential is not None) == (check.severity is Severity.INFO), name
        assert check.potential is not Severity.INFO, name


def test_no_form_of_a_unit_is_given_twice(rules: ComparisonRules) -> None:
    for language in Language:
        rows = path_of("rules/units.tsv").read_text(encoding="utf-8").splitlines()
        column = 3 if language is Language.KOREAN else 4
        forms = [form for row in rows if row and row[0] != "#" for form in row.split("\t")[column].split("|")]
        assert sorted(forms) == sorted(set(forms)) == sorted(rules.units.forms[language])


class TestGlossary:
    """Glossaries come from the user: their faults are told like those of any file."""

    def test_terms_are_read_with_all_renderings(self, tmp_path: Path) -> None:
        path = tmp_path / "terms.tsv"
        path.write_text("# mine\n등대|등탑\tLighthouse | lamp tower\n", encoding="utf-8")
        glossary = load_glossary(path)
        pairs = glossary.pairs(Language.KOREAN, Language.ENGLISH)
        assert pairs == [
            ("등대", "lighthouse"),
            ("등대", "lamp tower"),
            ("등탑", "lighthouse"),
            ("등탑", "lamp tower"),
        ]
        assert glossary.pairs(Language.ENGLISH, Language.KOREAN)[0] == ("lighthouse", "등대")
        assert glossary.pairs(Language.KOREAN, Language.KOREAN) == []

    def test_a_line_with_a_cell_missing_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "terms.tsv"
        path.write_text("등대\tlighthouse\n\n등불\n", encoding="utf-8")
        with pytest.raises(RuleTableError) as caught:
            load_glossary(path)
        assert caught.value.places["line"] == "3"

    @pytest.mark.parametrize(("content", "code"), [(None, "unreadable_file"), (b"\x80\x81\xff\t", "not_text")])
    def test_a_glossary_that_cannot_be_read(self, content: bytes | None, code: str, tmp_path: Path) -> None:
        path = tmp_path / "terms.tsv"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(ReadingError) as caught:
            load_glossary(path)
        assert caught.value.code == code
