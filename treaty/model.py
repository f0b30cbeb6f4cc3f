"""The values that flow through the program: texts, clauses, links, findings. None of them is changed in place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language a text can be in, by its ISO 639-1 code."""

    KOREAN = "ko"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One statement in Korean and in English."""

    ko: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.ko if language is Language.KOREAN else self.en


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets (Python characters, not UTF-16 units)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, distance: int) -> Span:
        return Span(self.start + distance, self.end + distance)


class ClauseKind(StrEnum):
    """What a clause is in the make-up of an agreement."""

    TITLE = "title"
    PREAMBLE = "preamble"
    HEADING = "heading"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    NOTE = "note"
    ANNEX = "annex"
    TABLE_ROW = "table_row"
    SIGNATURE = "signature"

    @property
    def heads(self) -> bool:
        """Whether clauses of this kind name what follows them instead of saying something themselves."""
        return self in HEADING_KINDS


HEADING_KINDS = frozenset({ClauseKind.TITLE, ClauseKind.HEADING, ClauseKind.ARTICLE, ClauseKind.ANNEX})


@dataclass(frozen=True, slots=True)
class Label:
    """A clause's own number. `printed` is as the source has it ("제3조", "3/", "(a)", "ㅇ"); `number` is the bare
    value ("3", "a"; empty for a bullet); `scheme` names the numbering it belongs to ("article", "1.", "(a)", "bullet")."""

    printed: str
    number: str
    scheme: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered or unnumbered unit of a text.

    `text` never holds the clause's own number; for headings and articles it is the words of the heading, and may be empty.
    `path` is the full label from the top ("제3조 ① 가", "4 ㅇ2", "¶5"). `level` is the number of
    numbered clauses it stands under (0 for titles, headings, articles and top paragraphs).
    `sentences` are spans of `text`; `source` is the span of `SourceFile.text` that the clause was read from.
    """

    id: str
    kind: ClauseKind
    level: int
    label: Label | None
    path: str
    text: str
    sentences: tuple[Span, ...]
    source: Span


class SetAsideReason(StrEnum):
    """Why the reader left a part of the source out of the comparison."""

    PRESS_LEAD = "press_lead"
    PAGE_FURNITURE = "page_furniture"
    REPEATED = "repeated"
    VERSION_MARKER = "version_marker"
    PUBLICATION_NOTE = "publication_note"
    PAGE_HEADER = "page_header"
    PAGE_FOOTER = "page_footer"
    PAGE_NUMBER = "page_number"
    COMMENT = "comment"
    HIDDEN_TEXT = "hidden_text"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A part of the source that is not compared, with the reason. Nothing is dropped without one."""

    text: str
    reason: SetAsideReason
    source: Span


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in a source that is not text and was not read: `what` ("picture", "equation", "embedded_object", "page" …)
    and how many of them."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file a text was read from: its name as given, the SHA-256 of its bytes, its text as laid out in reading order, and
    what it holds besides text. `modified` is when the file was last written (ISO 8601, local time to the second); empty for
    pasted text."""

    name: str
    sha256: str
    text: str
    unread: tuple[Unread, ...] = ()
    modified: str = ""


class _ClausesById:
    """The index that a text makes of its clauses when it is first asked for one; no part of its value."""

    __slots__ = ("_by_id",)
    _by_id: dict[str, Clause]


@dataclass(frozen=True, slots=True)
class TreatyText(_ClausesById):
    """One language version of one document, read into clauses.

    `agreement` names the agreement (its title, or the file's name); `label` is what the source calls this version
    ("비공식 국문 번역본"), empty where it says nothing.
    """

    id: str
    source: SourceFile
    title: str
    language: Language
    agreement: str
    label: str
    clauses: tuple[Clause, ...]
    set_aside: tuple[SetAside, ...]

    def clause(self, clause_id: str) -> Clause:
        """The clause of this id; raises KeyError where there is none."""
        if not hasattr(self, "_by_id"):
            object.__setattr__(self, "_by_id", {clause.id: clause for clause in self.clauses})
        return self._by_id[clause_id]


class Relation(StrEnum):
    """What two texts are to each other."""

    TRANSLATION = "translation"
    REVISION = "revision"
    COUNTERPART = "counterpart"


class LinkOrigin(StrEnum):
    """Who made a link."""

    COMPUTED = "computed"
    REVIEWER = "reviewer"


class Strength(StrEnum):
    """What a clause of another agreement says on a subject as compared with the left one."""

    SAME = "same"
    STRONGER = "stronger"
    WEAKER = "weaker"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class SentencePlace:
    """One sentence: the clause's id and its span in the clause's text."""

    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """Sentences left and right that belong together; one side may be empty."""

    left: tuple[SentencePlace, ...]
    right: tuple[SentencePlace, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A group of clauses left and right that belong together; one side may be empty.

    `confidence` is 0 to 1; `reasons` name the evidence ("number", "dates", "names", "meaning", "position") strongest first;
    `moved` says that the clauses stand elsewhere in the order of the other text; `strength`, between different agreements,
    what the right one says as compared with the left.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    confidence: float
    origin: LinkOrigin = LinkOrigin.COMPUTED
    moved: bool = False
    reasons: tuple[str, ...] = ()
    sentences: tuple[SentenceLink, ...] = ()
    strength: Strength | None = None

    @property
    def one_sided(self) -> bool:
        return not (self.left and self.right)


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"


class MinistryClass(StrEnum):
    """The six classes of the ministry's correction lists (정오표) of 2011."""

    MISTRANSLATION = "mistranslation"
    OMISSION = "omission"
    ADDITION = "addition"
    INCONSISTENCY = "inconsistency"
    SPELLING = "spelling"
    NAME = "name"


class MqmClass(StrEnum):
    """The classes of Multidimensional Quality Metrics (MQM core, themqm.org) that findings fall under."""

    MISTRANSLATION = "mistranslation"
    OVER_TRANSLATION = "over-translation"
    UNDER_TRANSLATION = "under-translation"
    OMISSION = "omission"
    ADDITION = "addition"
    UNTRANSLATED = "untranslated"
    TERMINOLOGY = "terminology"
    INCONSISTENCY = "inconsistency"
    SPELLING = "spelling"
    GRAMMAR = "grammar"
    REGISTER = "register"


class MarkFamily(StrEnum):
    """The seven shapes of mark, one for each family of findings."""

    NUMBERS_AND_TIME = "numbers_and_time"
    FORCE_AND_SCOPE = "force_and_scope"
    MISSING_AND_ADDED = "missing_and_added"
    TERMS_AND_MEANING = "terms_and_meaning"
    NAMES_AND_ACTORS = "names_and_actors"
    NUMBERING_AND_REFERENCES = "numbering_and_references"
    SPELLING = "spelling"


KINDS_OF_FAMILY: dict[MarkFamily, tuple[str, ...]] = {
    MarkFamily.NUMBERS_AND_TIME: ("number", "unit", "percentage", "date", "deadline", "boundary", "frequency"),
    MarkFamily.FORCE_AND_SCOPE: (
        "modality", "softener", "speech_act", "hedge", "negation", "scope", "and_or", "intensifier", "strength",
    ),
    MarkFamily.MISSING_AND_ADDED: (
        "omission", "addition", "sentence_omitted", "sentence_added", "clause_omitted", "clause_added", "list",
    ),
    MarkFamily.TERMS_AND_MEANING: ("term", "meaning", "status", "leftover", "wording"),
    MarkFamily.NAMES_AND_ACTORS: ("party", "actor", "name", "acronym"),
    MarkFamily.NUMBERING_AND_REFERENCES: (
        "cross_reference", "clause_number", "numbering", "clause_moved", "clause_merged", "final_clause",
    ),
    MarkFamily.SPELLING: ("spelling",),
}  # fmt: skip
FAMILY_OF_KIND: dict[str, MarkFamily] = {kind: family for family, kinds in KINDS_OF_FAMILY.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Place:
    """Where one side of a finding stands: a span of a clause's text, its words, and the value that was read there."""

    clause: str
    span: Span
    text: str
    value: Bilingual


@dataclass(frozen=True, slots=True)
class Gap:
    """A point in a clause's text where words of the other side have no counterpart."""

    clause: str
    offset: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where linked clauses do not say the same.

    `kind` is one of the keys of FAMILY_OF_KIND; `link` indexes the comparison's links; `rule` names the check (CHECKS: "C01");
    `potential` is the severity that a thorough comparison gives to a finding of severity INFO. A side is None where it has
    no words; then `gap` says where they would stand, if that is known. `mqm` is the class in the translators' own metrics.
    """

    id: str
    kind: str
    severity: Severity
    ministry_class: MinistryClass
    link: int
    left: Place | None
    right: Place | None
    rule: str
    message: Bilingual
    confidence: float
    potential: Severity | None = None
    gap: Gap | None = None
    mqm: MqmClass | None = None

    @property
    def family(self) -> MarkFamily:
        return FAMILY_OF_KIND[self.kind]
