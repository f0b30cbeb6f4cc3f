"""Numbers, money, dates, periods, frequencies and references: Korean and English say the same value."""

from __future__ import annotations

from fractions import Fraction

import pytest

from treaty.language.english_quantities import english_quantities
from treaty.language.korean_quantities import korean_quantities
from treaty.language.quantities import CalendarDate, Quantity, UnitTable

Value = tuple[object, ...]


def values(quantities: tuple[Quantity, ...]) -> list[Value]:
    """What the quantities stand for, whatever their order and their units' names."""
    return sorted(map(value, quantities), key=str)


def value(quantity: Quantity) -> Value:
    if quantity.date:
        return str(quantity.kind), (quantity.date.year, quantity.date.month, quantity.date.day)
    return str(quantity.kind), quantity.code or quantity.value, quantity.dimension


def count(number: float | Fraction) -> list[Value]:
    return [("count", Fraction(number), "")]


def ordinal(number: int) -> list[Value]:
    return [("ordinal", Fraction(number), "")]


def measure(number: float | Fraction | str, dimension: str) -> list[Value]:
    return [("measure", Fraction(number), dimension)]


def often(times_a_year: float | Fraction) -> list[Value]:
    return [("frequency", Fraction(times_a_year), "")]


def code(identifier: str) -> list[Value]:
    return [("code", identifier, "")]


def date(year: int | None = None, month: int | None = None, day: int | None = None) -> Value:
    return "date", (year, month, day)


def refers(*numbers: int) -> list[Value]:
    return [("reference", Fraction(number), "") for number in sorted(numbers, key=str)]


PAIRS: list[tuple[str, str, list[Value]]] = [
    # Counts, with and without counters.
    ("약 2천4백 명의 등대지기", "some 2,400 keepers", count(2400)),
    ("1만 2천 명", "12,000 persons", count(12_000)),
    ("절반으로 줄인다", "halve the oil", count(Fraction(1, 2))),
    ("3만 2천 에이커", "32,000 acres", measure(Fraction("32000") * Fraction("4046.8564224"), "area")),
    ("2031년 5월 12일", "the twelfth day of May two thousand and thirty-one", [date(2031, 5, 12)]),
    ("2029년 3월 8일", "this 8th day of March, two thousand and twenty-nine", [date(2029, 3, 8)]),
    ("6월 20일과 21일", "20 and 21 June", [date(None, 6, 20), date(None, 6, 21)]),
    ("5월부터 6월까지", "May to June", [date(None, 5), date(None, 6)]),
    ("24시간 연락체계", "a 24-hour contact network", []),
    ("양 부처", "the two Ministries", []),
    ("12만 5천 명", "125,000 persons", count(125_000)),
    ("100만 명", "one million people", count(10**6)),
    ("1,500명의 학생", "fifteen hundred students", count(1500)),
    ("250명", "two hundred and fifty people", count(250)),
    ("3만 명", "thirty thousand people", count(30_000)),
    ("1.5배", "1.5 times", count(Fraction(3, 2))),
    ("45개 항만", "forty-five ports", count(45)),
    ("두 개의 작업반", "two working groups", count(2)),
    ("세 척의 배", "three vessels", count(3)),
    ("네 명의 위원", "four members", count(4)),
    ("다섯 가지 원칙", "five principles", count(5)),
    ("열두 개의 등대", "twelve lighthouses", count(12)),
    ("스무 개의 등불", "twenty lamps", count(20)),
    ("100척의 배", "a hundred ships", count(100)),
    ("선박 백 척", "one hundred ships", count(100)),
    ("1천 척", "a thousand ships", count(1000)),
    ("101척", "a hundred and one ships", count(101)),
    ("2,500명", "two thousand five hundred keepers", count(2500)),
    ("100척과 200척", "one hundred and two hundred ships", [*count(100), *count(200)]),
    ("120만 명", "one million two hundred thousand people", count(1_200_000)),
    ("100만 명과 200만 명", "one million and two million people", [*count(10**6), *count(2 * 10**6)]),
    ("10억 명", "a thousand million people", count(10**9)),
    ("50만 명", "half a million people", count(500_000)),
    ("25만 명", "a quarter of a million people", count(250_000)),
    ("150만 명", "a million and a half people", count(1_500_000)),
    ("열두 척", "a dozen ships", count(12)),
    ("6척", "half a dozen ships", count(6)),
    ("24척", "two dozen ships", count(24)),
    ("수백 척", "several hundred ships", []),
    ("수 백 척", "a few hundred ships", []),
    ("수십 척", "dozens of ships, scores of ships", []),
    ("수만 명", "tens of thousands of people", []),
    ("서른 명", "thirty persons", count(30)),
    ("스물다섯 척", "twenty-five vessels", count(25)),
    ("열 세 명", "thirteen persons", count(13)),
    ("10분의 1", "one tenth of the members", count(Fraction(1, 10))),
    ("8분의 3", "three eighths", count(Fraction(3, 8))),
    ("2회", "twice", count(2)),
    ("1회", "once", count(1)),
    ("3분의 2 이상", "two thirds or more", count(Fraction(2, 3))),
    ("4분의 3", "three quarters", count(Fraction(3, 4))),
    ("5분의 1", "one fifth", count(Fraction(1, 5))),
    ("위원의 절반", "half of the members", count(Fraction(1, 2))),
    # Ordinals.
    ("제1차 대화", "the inaugural dialogue", ordinal(1)),
    ("제4차 회의", "the fourth meeting", ordinal(4)),
    ("제12차 회의", "the 12th meeting", ordinal(12)),
    ("제21차 회의", "the twenty-first meeting", ordinal(21)),
    ("제3회 축제", "the third festival", ordinal(3)),
    ("두 번째 회의", "the second meeting", ordinal(2)),
    ("첫 번째 회의", "the first meeting", ordinal(1)),
    # Shares.
    ("55%", "55 per cent", measure(55, "share")),
    ("45퍼센트", "45 percent", measure(45, "share")),
    ("0.5퍼센트", "0.5 per cent", measure("0.5", "share")),
    ("3퍼센트포인트", "three percentage points", measure(3, "points")),
    ("1.25%p", "1.25 percentage points", measure("1.25", "points")),
    # Money.
    ("미화 12억 5천만 달러", "USD 1.25 billion", measure(1_250_000_000, "USD")),
    ("미화 60만 달러", "US$600,000", measure(600_000, "USD")),
    ("100만 달러", "one million dollars", measure(10**6, "dollar")),
    ("3억 5천만 유로", "EUR 350 million", measure(350_000_000, "EUR")),
    ("150만 유로", "1.5 million euros", measure(1_500_000, "EUR")),
    ("5천억 원", "KRW 500 billion", measure(500 * 10**9, "KRW")),
    ("1조 2천억 원", "KRW 1.2 trillion", measure(12 * 10**11, "KRW")),
    ("5,000만 원", "50 million won", measure(50 * 10**6, "KRW")),
    ("3천만 엔", "JPY 30 million", measure(30 * 10**6, "JPY")),
    ("700만 파운드", "GBP 7 million", measure(7 * 10**6, "GBP")),
    ("CHF 200만", "CHF 2 million", measure(2 * 10**6, "CHF")),
    # Periods. Months and days, days and working days, never stand for each other.
    ("90일", "90 days", measure(90, "duration_days")),
    ("90일간", "ninety days", measure(90, "duration_days")),
    ("4주 이내", "within four weeks", measure(28, "duration_days")),
    ("2주간", "14 days", measure(14, "duration_days")),
    ("6개월", "six months", measure(6, "duration")),
    ("석 달", "three months", measure(3, "duration")),
    ("여섯 달", "six months", measure(6, "duration")),
    ("한 달", "one month", measure(1, "duration")),
    ("2년", "24 months", measure(24, "duration")),
    ("1년 반", "one and a half years", measure(18, "duration")),
    ("2년 반 동안", "for thirty months", measure(30, "duration")),
    ("250만 유로", "two and a half million euros", measure(2_500_000, "EUR")),
    ("미화 50만 달러", "US$ half a million", measure(500_000, "USD")),
    ("100일 계획", "a hundred-day plan", measure(100, "duration_days")),
    ("10년간", "ten years", measure(120, "duration")),
    ("5영업일", "five business days", measure(5, "working_days")),
    ("30근무일", "30 working days", measure(30, "working_days")),
    ("48시간 이내", "within 48 hours", measure(2880, "duration_hours")),
    ("30분간", "thirty minutes", measure(30, "duration_hours")),
    # Other units.
    ("12해리", "12 nautical miles", measure(12 * 1852, "length")),
    ("30킬로미터", "30 km", measure(30_000, "length")),
    ("500톤", "500 metric tons", measure(500_000, "mass")),
    ("250킬로그램", "250 kg", measure(250, "mass")),
    ("1,200메가와트", "1.2 gigawatts", measure(1200, "power")),
    ("200헥타르", "two square kilometres", measure(2 * 10**6, "area")),
    # Dates.
    ("2026년 6월 4일(목)", "Thursday, 4 June 2026", [date(2026, 6, 4)]),
    ("2026. 6. 4.", "June 4, 2026", [date(2026, 6, 4)]),
    ("2026-06-04", "2026-06-04", [date(2026, 6, 4)]),
    ("2026년 6월 4일", "the fourth day of June in the year 2026", [date(2026, 6, 4)]),
    ("6.4.(목) 회의", "the meeting of June 4", [date(None, 6, 4)]),
    ("12월 31일", "31 December", [date(None, 12, 31)]),
    ("2031년 3월", "March 2031", [date(2031, 3)]),
    ("12월 말", "the end of December", [date(None, 12)]),
    ("2030년 말까지", "by the end of 2030", [date(2030)]),
    ("2028년부터 2032년까지", "from 2028 to 2032", [date(2028), date(2032)]),
    ("2028~2032", "2028–2032", [date(2028), date(2032)]),
    ("2027년 3월 3일부터 5일까지", "3 to 5 March 2027", [date(2027, 3, 3), date(2027, 3, 5)]),
    ("5월 1일", "1 May", [date(None, 5, 1)]),
    # How often.
    ("매년", "annually", often(1)),
    ("연례 회의", "a yearly meeting", often(1)),
    ("연 2회", "twice a year", often(2)),
    ("반기별로", "semi-annually", often(2)),
    ("격년으로", "biennially", often(Fraction(1, 2))),
    ("2년마다", "every two years", often(Fraction(1, 2))),
    ("3년마다", "every third year", often(Fraction(1, 3))),
    ("분기별로", "quarterly", often(4)),
    ("매월", "every month", often(12)),
    ("매주", "weekly", often(52)),
    # Provisions and identifiers.
    ("제3조", "Article 3", refers(3)),
    ("제5조제2항", "paragraph 2 of Article 5", refers(5, 2)),
    ("제6조, 제7조 및 제8조", "Articles 6, 7 and 8", refers(6, 7, 8)),
    ("제9조 또는 제10조", "Article 9 or Article 10", refers(9, 10)),
    ("제4.2조", "Article 4.2", refers(4, 2)),
    ("제2부", "Part II", refers(2)),
    ("제7항 다목", "paragraph 7(c)", refers(7, 3)),
    ("결의 제2397호", "resolution 2397", code("2397")),
    ("소호 제8517.62호", "subheading 8517.62", code("8517.62")),
    ("5G 통신", "5G communications", code("5G")),
    ("2+2 회의", "the 2+2 meeting", code("2+2")),
    ("1.5 트랙", "Track 1.5", code("1.5")),
]  # fmt: skip


@pytest.mark.parametrize(("korean", "english", "expected"), PAIRS)
def test_both_languages_say_the_same_value(korean: str, english: str, expected: list[Value], units: UnitTable) -> None:
    assert values(korean_quantities(korean, units)) == sorted(expected, key=str)
    assert values(english_quantities(english, units)) == sorted(expected, key=str)


HARDER_PAIRS: list[tuple[str, str, list[Value]]] = [
    ("백만 달러", "one million dollars", measure(10**6, "dollar")),
    ("만 명의 학생", "ten thousand students", count(10_000)),
    ("삼십 일", "thirty days", measure(30, "duration_days")),
    ("오십 퍼센트", "fifty per cent", measure(50, "share")),
    ("일주일", "one week", measure(7, "duration_days")),
    ("하루", "one day", measure(1, "duration_days")),
    ("60만 캐나다달러", "CAD 600,000", measure(600_000, "CAD")),
    ("20만 호주달러", "AUD 200,000", measure(200_000, "AUD")),
    ("부속서 2", "Annex 2", refers(2)),
]


@pytest.mark.parametrize(("korean", "english", "expected"), HARDER_PAIRS)
def test_numbers_in_words_and_behind_their_nouns(korean: str, english: str, expected: list[Value], units: UnitTable) -> None:
    assert values(korean_quantities(korean, units)) == expected
    assert values(english_quantities(english, units)) == expected


def test_halves_of_a_year_say_the_same_and_differ_from_each_other(units: UnitTable) -> None:
    first, second = (korean_quantities(f"2029년 {half}", units) for half in ("상반기", "하반기"))
    assert values(first) == values(english_quantities("the first half of 2029", units)) != []
    assert values(second) == values(english_quantities("the second half of 2029", units)) != []
    assert [quantity.date for quantity in first] != [quantity.date for quantity in second]


KOREAN_TRAPS = (
    "환경을 보호한다|조건에 합의한다|만일 다툼이 있으면|천연자원을 보존한다|미래 세대를 생각한다|한편 양측은|"
    "만료된 후에|만남을 이어간다|한층 더 가까워진다|네덜란드의 항구|열의를 보인다|두려움 없이 말한다|"
    "세계의 바다|세관과 협력한다|다만 예외로 한다|뜻을 천명한다|일부를 맡는다|양국의 우호|양측의 뜻|"
    "제3국의 배|제3자에게 알린다|한쪽이 알린다|한반도의 평화|억제를 강화한다|조약을 지킨다|조치를 취한다|"
    "백서를 펴낸다|월등한 배|연구를 돕는다|분야를 넓힌다|원칙을 지킨다|주민의 삶|만장일치로 정한다|"
    "개선을 돕는다|명시된 바와 같이|이 조의 규정"
).split("|")


@pytest.mark.parametrize("words", KOREAN_TRAPS)
def test_korean_words_that_hold_a_number_word_are_none(words: str, units: UnitTable) -> None:
    assert korean_quantities(words, units) == ()


ENGLISH_TRAPS = (
    "The keepers may light the lamp|May the lamp burn|March towards the sea|one another|one of the keepers|"
    "on the one hand|third parties|third States|no one came|everyone came|in the first place|for the first time|"
    "secondary sources|a keeper was seconded|pound for pound|a number of lamps|in part|this Article applies|"
    "the following paragraphs|rules of procedure|an august body|often|weightless lamps|the tense sea|"
    "attend the meeting|canine keepers|one or more lamps|sections of the coast"
).split("|")


@pytest.mark.parametrize("words", ENGLISH_TRAPS)
def test_english_words_that_look_like_numbers_are_none(words: str, units: UnitTable) -> None:
    assert english_quantities(words, units) == ()


@pytest.mark.parametrize("words", ["for the second time", "in the second place", "at once", "once again"])
def test_english_idioms_with_number_words(words: str, units: UnitTable) -> None:
    assert english_quantities(words, units) == ()


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("2026년 6월 4일(목)", 3),
        ("2026년 6월 4일(목요일)", 3),
        ("6.7.(일)", 6),
        ("2026.6.1.(월)", 0),
        ("2026년 6월 4일", None),
    ],
)
def test_korean_weekdays(text: str, weekday: int | None, units: UnitTable) -> None:
    (found,) = korean_quantities(text, units)
    assert found.date is not None
    assert found.date.weekday == weekday


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Thursday, 4 June 2026", 3),
        ("on Sunday the 7th of June 2026", 6),
        ("Monday, June 1, 2026", 0),
        ("4 June 2026", None),
    ],
)
def test_english_weekdays(text: str, weekday: int | None, units: UnitTable) -> None:
    (found,) = english_quantities(text, units)
    assert found.date is not None
    assert found.date.weekday == weekday


@pytest.mark.parametrize(
    ("mine", "theirs", "agree"),
    [
        (CalendarDate(2026, 6, 4), CalendarDate(None, 6, 4), True),
        (CalendarDate(2026), CalendarDate(2026, 6, 4), True),
        (CalendarDate(2026, 6, 4), CalendarDate(2026, 6, 5), False),
        (CalendarDate(2026), CalendarDate(None, 6, 4), False),
        (CalendarDate(weekday=3), CalendarDate(2026, 6, 4, 3), False),
        (CalendarDate(None, 6, 4, 3), CalendarDate(2026, 6, 4, 4), True),
    ],
)
def test_dates_agree_where_they_name_the_same_parts(mine: CalendarDate, theirs: CalendarDate, agree: bool) -> None:
    assert mine.agrees_with(theirs) is agree
    assert theirs.agrees_with(mine) is agree


SPANS = [
    ("양측은 미화 12억 5천만 달러를 낸다.", ["미화 12억 5천만 달러"]),
    ("서명 후 60일 이내에 2회 만난다.", ["60일", "2회"]),
    ("The sides will pay USD 1.25 billion within sixty (60) days.", ["USD 1.25 billion", "sixty (60) days"]),
    ("They met on Thursday, 4 June 2026, under Article 3.", ["Thursday, 4 June 2026", "Article 3"]),
    ("At least ninety-five per cent of 1,200 lamps burn.", ["ninety-five per cent", "1,200"]),
]


@pytest.mark.parametrize(("text", "words"), SPANS)
def test_spans_hold_the_number_with_its_unit(text: str, words: list[str], units: UnitTable) -> None:
    reader = korean_quantities if "측" in text or "서명" in text else english_quantities
    assert [quantity.span.of(text).strip() for quantity in reader(text, units)] == words


def test_without_units_numbers_are_still_read() -> None:
    assert values(english_quantities("within 48 hours", UnitTable())) == count(48)
    assert values(korean_quantities("48시간 이내", UnitTable())) == count(48)
