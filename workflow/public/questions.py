"""One plain question instead of a captcha: answered by reading, with or without a screen reader, without script."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cms.core.secrets import keyed_hash
from cms.core.text import fold


@dataclass(frozen=True)
class Question:
    text: str
    answers: tuple[str, ...]  # folded

    def is_answered_by(self, typed: str) -> bool:
        return fold(typed).strip(" .") in self.answers


QUESTIONS = (
    Question(_("Hai cộng năm bằng mấy?"), ("7", "bay")),
    Question(_("Một tuần có mấy ngày?"), ("7", "bay", "7 ngay", "bay ngay")),
    Question(_("Một năm có mấy tháng?"), ("12", "muoi hai", "12 thang", "muoi hai thang")),
    Question(_("Số nào lớn hơn: ba hay tám?"), ("8", "tam")),
    Question(_("Sau thứ Hai là thứ mấy?"), ("3", "ba", "thu ba", "thu 3")),
    Question(_("Mười trừ bốn bằng mấy?"), ("6", "sau")),
    Question(_("Con gà có mấy chân?"), ("2", "hai", "2 chan", "hai chan")),
    Question(_("Chữ đầu tiên của từ “nước” là chữ gì?"), ("n", "chu n", "en no", "no")),
)


def question_for(key: str) -> Question:
    """The same question for the same form, so that trying again does not change it."""
    return QUESTIONS[int(keyed_hash("question", key)[:8], 16) % len(QUESTIONS)]
