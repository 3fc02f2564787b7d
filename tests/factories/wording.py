"""Words that an authority chose: a proposal that waits, an answer to insert."""

from tests.factories.moments import moment
from workflow.choices import AnswerUse, LetterForm
from workflow.letters.words import SHIPPED
from workflow.services import frequent_answers, wording

AT = moment("21/11/2026")


def proposed_and_written(house):
    """Other words for the notice of the time limit, proposed by the officer, and one frequent answer."""
    text = SHIPPED[LetterForm.TIME_LIMIT] + "\nTrân trọng cảm ơn Ông/Bà."
    told = {"authority": house.authority, "by": house.officer, "at": AT}
    wording.propose(form=LetterForm.TIME_LIMIT, text=text, reason="Lịch sự hơn", **told)
    frequent_answers.write(use=AnswerUse.SUPPLEMENT, title="Thiếu năm", text="Nêu rõ năm cần thông tin.", **told)
