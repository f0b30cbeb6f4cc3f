"""An agreement between fictional states in two versions and two languages, with every case of the four-way check."""

from __future__ import annotations

from pathlib import Path

KOREAN_OLD = """새별공화국과 오르반왕국 간의 등대 협력에 관한 양해각서

제1조(목적)
1. 양측은 등대와 부표의 관리에 관하여 협력한다.
2. 양측은 매년 한 차례 회의를 개최한다.

제2조(통보)
1. 양측은 등대의 고장을 안 날부터 7일 이내에 상대측에 통보하여야 한다.
2. 통보에는 고장의 원인과 예상 기간을 포함한다.
3. 통보를 받은 측은 예비 등불을 제공한다.

제3조(재정)
1. 각 측은 이 양해각서의 이행에 드는 자신의 비용을 부담한다.
2. 양측은 미화 200만 달러의 기금을 조성한다.
3. 양측은 필요한 경우 선박 회사의 대표를 회의에 초청한다.

제4조(비밀 유지)
1. 일방은 비공개 정보를 상대측의 서면 동의 없이 제3자에게 제공하지 아니한다.
2. 이 조의 의무는 이 양해각서가 종료된 후에도 3년간 존속한다.

제5조(발효)
1. 이 양해각서는 2031년 3월 2일 발효한다.
2. 이 양해각서는 양측의 서면 합의에 의하여 개정할 수 있다.
"""
ENGLISH_OLD = """Memorandum of Understanding between the Republic of Saebyeol and the Kingdom of Orvane on Lighthouses

Article 1 Purpose
1. The Parties shall cooperate in the management of lighthouses and buoys.
2. The Parties shall hold a meeting once a year.

Article 2 Notification
1. Each Party shall notify the other Party within seven days of learning of a failure of a lighthouse.
2. The notification shall state the cause of the failure and its expected duration.
3. The Party that receives the notification shall provide a spare lamp.

Article 3 Finance
1. Each Party shall bear its own costs of implementing this Memorandum.
2. The Parties shall set up a fund of USD 2 million.
3. The Parties shall, where necessary, invite representatives of shipping companies to the meeting.

Article 4 Confidentiality
1. Neither Party shall provide restricted information to a third party without the written consent of the other Party.
2. The obligations under this Article shall survive the termination of this Memorandum for three years.

Article 5 Entry into Force
1. This Memorandum shall enter into force on 2 March 2031.
2. This Memorandum may be amended by written agreement of the Parties.
"""
KOREAN_CHANGES = (
    ("7일 이내에", "15일 이내에"),
    ("통보하여야 한다", "통보하도록 노력한다"),
    ("통보에는 고장의 원인과", "통보에 고장의 원인과"),
    ("제공한다.\n\n", "제공한다.\n4. 양측은 통보 체계를 해마다 점검한다.\n\n"),
    ("200만 달러", "300만 달러"),
    ("3. 양측은 필요한 경우 선박 회사의 대표를 회의에 초청한다.\n", ""),
    ("2031년 3월 2일", "2031년 9월 2일"),
)
ENGLISH_CHANGES = (
    ("lamp.\n\n", "lamp.\n4. The Parties shall test the notification system every year.\n\n"),
    ("USD 2 million", "USD 4 million"),
    ("for three years", "for five years"),
    ("2 March 2031", "2 September 2031"),
)


def changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def write_four_texts(folder: Path) -> list[Path]:
    """The four texts as files: Korean earlier and new, English earlier and new."""
    texts = {
        "round2.ko.txt": KOREAN_OLD,
        "round3.ko.txt": changed(KOREAN_OLD, KOREAN_CHANGES),
        "round2.en.txt": ENGLISH_OLD,
        "round3.en.txt": changed(ENGLISH_OLD, ENGLISH_CHANGES),
    }
    for name, words in texts.items():
        (folder / name).write_text(words, encoding="utf-8")
    return [folder / name for name in texts]
