"""Time limits of denunciations and lawsuits: dated rows with their article, as those of complaints in the rule sets."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from cms.law.choices import Labelled, Sure, Unit
from cms.law.errors import NoSuchTerm


class RemedyStep(Labelled):
    DENUNCIATION_ACCEPT = "DENUNCIATION_ACCEPT", "xử lý ban đầu, thụ lý tố cáo"
    DENUNCIATION_SETTLE = "DENUNCIATION_SETTLE", "giải quyết tố cáo"
    DENUNCIATION_LENGTHEN = "DENUNCIATION_LENGTHEN", "gia hạn giải quyết tố cáo"
    COURT_OPINION = "COURT_OPINION", "gửi ý kiến cho tòa án"


@dataclass(frozen=True)
class RemedyTerm:
    """One step: `amount` in `unit`; `most` is how many times it may be given."""

    step: RemedyStep
    amount: int
    unit: Unit
    article: str
    sure: Sure
    valid_from: date
    valid_to: date | None = None
    most: int = 1

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@cache
def all_terms() -> tuple[RemedyTerm, ...]:
    """Every row that comes with the software."""
    rows = tomllib.loads((Path(__file__).parent / "terms.toml").read_text(encoding="utf-8"))["term"]
    return tuple(
        RemedyTerm(**row | {"step": RemedyStep(row["step"]), "unit": Unit(row["unit"]), "sure": Sure(row["sure"])})
        for row in rows
    )


def remedy_term(step: str, on: date) -> RemedyTerm:
    """The time limit of a step as the law stood on that day. NoSuchTerm where none holds."""
    step = RemedyStep(step)
    for term in all_terms():
        if term.step == step and term.holds_on(on):
            return term
    raise NoSuchTerm(f"Chưa có thời hạn {step.label} cho ngày này.", article="")
