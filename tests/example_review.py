"""A small review made by hand: every kind of row and mark that the views and exporters must show."""

from __future__ import annotations

from treaty.model import (
    Bilingual,
    Clause,
    ClauseKind,
    Finding,
    Gap,
    Label,
    Language,
    Link,
    MinistryClass,
    Place,
    Relation,
    SetAside,
    SetAsideReason,
    Severity,
    SourceFile,
    Span,
    TreatyText,
)  # fmt: skip
from treaty.review.review import Comparison, Review

KOREAN = [
    (ClauseKind.TITLE, "", "한빛공화국과 카르멘도 공화국 간의 보건의료 협력에 관한 양해각서"),
    (ClauseKind.ARTICLE, "제4항", "감염병 대응"),
    (
        ClauseKind.PARAGRAPH,
        "1.",
        "일방은 감염병이 확인된 경우, 가능한 한 확인 후 48시간 이내에 상대측에 관련 정보를 공유할 것이다.",
    ),
    (ClauseKind.PARAGRAPH, "2.", "양측은 매년 10명의 역학조사관을 상호 파견하여 4주간 현장 훈련을 실시할 것이다."),
    (ClauseKind.ITEM, "가.", "정신건강 증진 및 자살 예방"),
    (ClauseKind.PARAGRAPH, "3.", "종료는 이미 진행 중인 활동에 영향을 미치지 않을 것이다. 양측은 이를 서면으로 확인할 것이다."),
    (ClauseKind.PARAGRAPH, "4.", "양측은 우주 상황 인식 데이터의 교환을 추진한다."),
    (
        ClauseKind.PARAGRAPH,
        "5.",
        "양측은 2028년부터 2030년까지 공동연구를 위하여 합계 150만 달러를 출연하고, 그 성과를 공유할 의향이 있다.",
    ),
]
ENGLISH = [
    (
        ClauseKind.TITLE,
        "",
        "Memorandum of Understanding between the Republic of Hanbit and the Republic of Carmendo on Health Care",
    ),
    (ClauseKind.ARTICLE, "Paragraph 4", "Response to Infectious Diseases"),
    (
        ClauseKind.PARAGRAPH,
        "1.",
        "Where an infectious disease is found, a Participant will share information within 48 hours of its identification.",
    ),
    (
        ClauseKind.PARAGRAPH,
        "2.",
        "The Participants will each year exchange ten field epidemiologists for field training of four months.",
    ),
    (ClauseKind.PARAGRAPH, "3.", "The two sides will pursue the exchange of space situational awareness data."),
    (ClauseKind.PARAGRAPH, "4.", "Discontinuation will not affect activities already under way."),
    (
        ClauseKind.PARAGRAPH,
        "5.",
        "For the period from 2028 to 2030, the Participants intend to contribute USD 1.5 million to joint research.",
    ),
    (ClauseKind.PARAGRAPH, "6.", "They intend to share its results."),
    (ClauseKind.PARAGRAPH, "7.", "This Memorandum is not legally binding."),
]


def _text(text_id: str, language: Language, contents: list[tuple[ClauseKind, str, str]], label: str) -> TreatyText:
    clauses = [
        Clause(
            id=f"{text_id}.c{number}",
            kind=kind,
            level=0 if kind is ClauseKind.TITLE else 1,
            label=Label(printed, printed.strip("제항조.Paragraph "), "1.") if printed else None,
            path=printed or f"¶{number}",
            text=words,
            sentences=(Span(0, len(words)),),
            source=Span(0, len(words)),
        )
        for number, (kind, printed, words) in enumerate(contents, start=1)
    ]
    aside = SetAside("한빛 외교부는 23일 회의를 개최하였다.", SetAsideReason.PRESS_LEAD, Span(0, 10))
    source = SourceFile(f"보건의료_양해각서_{language}.txt", f"{text_id:0<64}".replace("t", "7"), "")
    return TreatyText(text_id, source, contents[0][2], language, contents[0][2], label, tuple(clauses), (aside,))


def _place(text: TreatyText, clause_id: str, words: str, value: str) -> Place:
    start = text.clause(clause_id).text.index(words)
    return Place(clause_id, Span(start, start + len(words)), words, Bilingual(value, value))


def example_review() -> Review:
    """One translation: a heading, marks on both sides, carets, 1:2, 1:0 and 0:1 links, a moved clause, an unsure link."""
    left = _text("t1", Language.KOREAN, KOREAN, "비공식 국문 번역본")
    right = _text("t2", Language.ENGLISH, ENGLISH, "영문본")
    links = (
        Link(("t1.c1",), ("t2.c1",), 0.99, reasons=("meaning",)),
        Link(("t1.c2",), ("t2.c2",), 0.98, reasons=("number", "meaning")),
        Link(("t1.c3",), ("t2.c3",), 0.96, reasons=("number", "figures")),
        Link(("t1.c4",), ("t2.c4",), 0.95, reasons=("number", "meaning")),
        Link(("t1.c5",), (), 0.9),
        Link(("t1.c6",), ("t2.c6",), 0.84, moved=True, reasons=("meaning",)),
        Link(("t1.c7",), ("t2.c5",), 0.61, reasons=("meaning",)),
        Link(("t1.c8",), ("t2.c7", "t2.c8"), 0.92, reasons=("figures", "meaning")),
        Link((), ("t2.c9",), 0.9),
    )

    def finding(number: int, kind: str, severity: Severity, link: int, **sides: object) -> Finding:
        return Finding(
            id=f"f{number}",
            kind=kind,
            severity=severity,
            ministry_class=MinistryClass.MISTRANSLATION,
            link=link,
            left=sides.get("left"),  # type: ignore[arg-type]
            right=sides.get("right"),  # type: ignore[arg-type]
            rule="C09",
            message=sides.get("message", Bilingual("국문과 영문의 값이 다릅니다.", "The two texts say different values.")),  # type: ignore[arg-type]
            confidence=0.97,
            gap=sides.get("gap"),  # type: ignore[arg-type]
        )

    findings = (
        finding(1, "softener", Severity.MAJOR, 2, left=_place(left, "t1.c3", "가능한 한", "가능한 한"), gap=Gap("t2.c3", 57)),
        finding(
            2,
            "deadline",
            Severity.CRITICAL,
            3,
            left=_place(left, "t1.c4", "4주간", "28일"),
            right=_place(right, "t2.c4", "four months", "4개월"),
            message=Bilingual(
                "국문은 4주, 영문은 4개월로 적고 있습니다. 숫자는 같고 단위가 다릅니다.",
                "Korean says 4 weeks, English says 4 months. The figure is the same, the unit is not.",
            ),
        ),
        finding(3, "clause_added", Severity.MAJOR, 4, left=_place(left, "t1.c5", KOREAN[4][2], "")),
        finding(
            4,
            "sentence_added",
            Severity.MAJOR,
            5,
            left=_place(left, "t1.c6", "양측은 이를 서면으로 확인할 것이다.", ""),
            gap=Gap("t2.c6", 61),
        ),
        finding(
            5,
            "scope",
            Severity.MINOR,
            7,
            left=_place(left, "t1.c8", "합계", "합계"),
            right=_place(right, "t2.c7", "the Participants", "각"),
        ),
        finding(6, "clause_omitted", Severity.CRITICAL, 8, right=_place(right, "t2.c9", ENGLISH[8][2], "")),
        finding(7, "name", Severity.INFO, 0, left=_place(left, "t1.c1", "한빛공화국", "한빛공화국")),
    )
    return Review((left, right), (Comparison("t1", "t2", Relation.TRANSLATION, links, findings),))
