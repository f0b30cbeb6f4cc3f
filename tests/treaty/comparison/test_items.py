"""Items that a series lost, added or exchanged; and faithful series, freely rendered, which must stay silent."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import link, text
from treaty.comparison.items import find_different_items
from treaty.comparison.pair import pairs_of
from treaty.comparison.rules import ComparisonRules
from treaty.language.meaning import SentenceEncoder
from treaty.model import Finding, Gap, Relation, Severity


def items(korean: str, english: str, rules: ComparisonRules, encoder: SentenceEncoder | None) -> list[Finding]:
    """What is said of the items of one clause in each language."""
    left, right = text("t1", [korean]), text("t2", [english])
    (pair,) = pairs_of([link(left, right)], left, right, Relation.TRANSLATION, rules, encoder=encoder)
    return list(find_different_items(pair))


def words(finding: Finding) -> tuple[str, str]:
    """The words on both sides, "" where there are none."""
    left, right = (place.text if place else "" for place in (finding.left, finding.right))
    return left, right


@pytest.mark.parametrize(
    ("korean", "english", "expected"),
    [
        (
            "당사국은 쌀, 석탄 및 목재를 교환한다.",
            "The Parties shall exchange rice, coal, statistics and timber.",
            ("", "statistics"),
        ),
        (
            "당사국은 쌀, 석탄, 통계 및 목재를 교환한다.",
            "The Parties shall exchange rice, coal and timber.",
            ("통계", ""),
        ),
        (
            "수량쿼터 또는 경제적 수요심사 요건",
            "numerical quotas, monopolies or economic needs test requirements",
            ("", "monopolies"),
        ),
        (
            "인종, 성별, 종교 또는 출생에 의한 차별",
            "discrimination on the grounds of race, sex, language, religion or birth",
            ("", "language"),
        ),
        (
            "인종·성별·언어·종교 또는 출생에 의한 차별",
            "discrimination on the grounds of race, sex, religion or birth",
            ("언어", ""),
        ),
        (
            "정치적, 경제적 및 문화적 협력",
            "political, economic, military and cultural cooperation",
            ("", "military"),
        ),
        ("수색, 압수 또는 강제집행", "search, requisition, seizure or execution", ("", "requisition")),
        ("어선, 군함, 상선", "fishing vessels, warships, submarines, merchant ships", ("", "submarines")),
        (
            "위원회는 농업, 관광 및 교육 분야를 담당한다.",
            "The Committee is in charge of agriculture, forestry and education.",
            ("관광", "forestry"),
        ),
        (
            "양측은 보건, 체육과 교육 분야의 협력을 환영하였다.",
            "Both sides welcomed cooperation in health, mining and education.",
            ("체육", "mining"),
        ),
        (
            "신청서에는 성명, 국적, 직업 및 주소를 기재한다.",
            "The application shall state the name, nationality and address.",
            ("직업", ""),
        ),
        (
            "이 규정은 식품, 의약품, 화장품 및 담배에 적용된다.",
            "These rules apply to food, medicines and tobacco.",
            ("화장품", ""),
        ),
        (
            "위원회는 홍수, 가뭄 또는 지진의 피해를 조사한다.",
            "The Committee shall examine damage from floods, drought, landslides or earthquakes.",
            ("", "landslides"),
        ),
        (
            "대학, 박물관, 병원 및 도서관 간의 교류",
            "exchanges between universities, museums and libraries",
            ("병원", ""),
        ),
        (
            "운송, 보험, 관광 및 금융 서비스",
            "transport, insurance, construction and financial services",
            ("관광", "construction"),
        ),
    ],
)
def test_an_item_between_two_that_render_each_other(
    korean: str, english: str, expected: tuple[str, str], rules: ComparisonRules, encoder: SentenceEncoder
) -> None:
    (finding,) = items(korean, english, rules, encoder)
    assert words(finding) == expected
    assert finding.rule == "C32"
    assert finding.severity is Severity.MAJOR


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("당사국은 쌀, 석탄 및 목재를 교환한다.", "The Parties shall exchange rice, coal and timber."),
        ("쌀, 목재 및 석탄의 교역", "trade in rice, coal and timber"),
        ("수색, 징발, 차압 또는 강제집행으로부터 면제된다.", "immune from search, requisition, attachment or execution"),
        ("후견, 피후견, 위탁 및 입양", "guardianship, wardship, trusteeship and adoption"),
        ("보조기구의 이용가능성, 숙지 및 사용", "the availability, knowledge and use of assistive devices"),
        ("동일한 범위, 수준 및 기준의 의료", "health care of the same range, quality and standard"),
        (
            "신체적·지적·정신적·도덕적 또는 사회적 발전",
            "physical, mental, spiritual, moral or social development",
        ),
        (
            "보호에 책임 있는 기관, 편의 및 시설",
            "the institutions, services and facilities responsible for protection",
        ),
        ("부모 및 경우에 따라 후견인의 권리", "the rights of parents and, where applicable, guardians"),
        (
            "조약의 효력, 해석 및 적용에 관한 분쟁",
            "disputes concerning the validity, interpretation and application of treaties",
        ),
        ("개방되고 안전하며 상호운용 가능한 통신망", "open, secure and interoperable networks"),
        ("재산, 무능력, 출생 또는 기타의 신분", "property, disability, birth or other status"),
        ("특권 및 면제와 편의", "privileges and immunities and facilities"),
        (
            "보관, 운반 및 이와 유사한 역무에 대한 과징금",
            "charges for storage, cartage and similar services",
        ),
        (
            "구두, 필기 또는 인쇄로 정보를 전달할 자유",
            "freedom to impart information orally, in writing or in print",
        ),
        (
            "위원회는 지침을 개발하고 공표하며 그 이행을 감시한다.",
            "The Committee shall develop, promulgate and monitor guidelines.",
        ),
        ("등대, 부표 및 항로표지의 유지·보수", "the maintenance and repair of lighthouses, buoys and other aids to navigation"),
        ("건물, 도로, 교통 및 학교", "buildings, roads, transportation and schools"),
        ("장관은 서울, 부산 및 제주를 방문하였다.", "The Minister visited Seoul, Busan and Jeju."),
        ("당사국은 조치를 취하고, 이를 통보하며, 협의한다.", "The Parties shall take measures, notify them and consult."),
    ],
)
def test_faithful_series_are_silent(korean: str, english: str, rules: ComparisonRules, encoder: SentenceEncoder) -> None:
    assert items(korean, english, rules, encoder) == []


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("당사국은 쌀 및 석탄을 사고, 이를 판다.", "The Parties buy rice, coal and sell them."),
        ("서비스와 프로그램은 통합과 참여를 지원한다.", "Services and programmes support integration and participation."),
        ("공관원의 고용과 해고", "the engagement and discharge of members of the mission"),
        ("교섭하고 서명하며 비준한다.", "shall negotiate, sign and ratify"),
    ],
)
def test_what_stands_around_a_series_is_no_item(
    korean: str, english: str, rules: ComparisonRules, encoder: SentenceEncoder
) -> None:
    assert items(korean, english, rules, encoder) == []


def test_the_gap_stands_behind_the_item_before(rules: ComparisonRules) -> None:
    korean = "당사국은 쌀, 석탄 및 목재를 교환한다."
    (finding,) = items(korean, "The Parties shall exchange rice, coal, statistics and timber.", rules, None)
    assert finding.gap == Gap("t1.c1", korean.index(" 및"))


def test_what_stands_in_its_place_is_left_alone_without_vectors(rules: ComparisonRules) -> None:
    assert items("농업, 관광 및 교육 분야", "agriculture, forestry and education", rules, None) == []


def test_texts_in_one_language_have_no_series_to_compare(rules: ComparisonRules) -> None:
    assert items("쌀, 석탄 및 목재를 교환한다.", "쌀, 석탄, 통계 및 목재를 교환한다.", rules, None) == []
