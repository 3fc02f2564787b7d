"""What the law in force asks every authority to show: read from rules/, one file a law, each line with its article."""

import dataclasses
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from cms.core.models.authority import AuthorityKind
from cms.core.roles import Role
from cms.law.terms import NAMES_ITS_LAW
from home.models.compliance import ObligationCode

HERE = Path(__file__).resolve().parent / "rules"


@dataclass(frozen=True)
class Obligation:
    """One thing that must be shown. Months count from the last look (`review`) or from the thing itself (`hard`).

    `counts` tells everybody when it is met, `meanwhile` what a citizen can do while it is not.
    """

    code: ObligationCode
    article: str
    owner: Role
    review_months: int
    counts: str
    meanwhile: str
    hard_months: int = 0
    may_not_apply: bool = False
    kinds: tuple[AuthorityKind, ...] = tuple(AuthorityKind)

    @property
    def label(self) -> str:
        return str(self.code.label)

    def concerns(self, kind: str) -> bool:
        """Whether authorities of that kind have this obligation at all."""
        return kind in self.kinds


@dataclass(frozen=True)
class ObligationSet:
    """The obligations of one law, in the order in which pages show them."""

    rule_set: str
    in_force_from: date
    legal_reference: str
    obligations: tuple[Obligation, ...]

    def of_kind(self, kind: str) -> tuple[Obligation, ...]:
        return tuple(one for one in self.obligations if one.concerns(kind))


@cache
def shipped() -> tuple[ObligationSet, ...]:
    """Every file of rules/, the newest law first."""
    found = [_read(path) for path in HERE.glob("*.toml")]
    return tuple(sorted(found, key=lambda one: one.in_force_from, reverse=True))


def in_force_on(day: date) -> ObligationSet:
    """The obligations of the law in force on that day; before the first law, those of the first."""
    return next((one for one in shipped() if one.in_force_from <= day), shipped()[-1])


def _read(path: Path) -> ObligationSet:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = tuple(_obligation(row, told["legal_reference"]) for row in told["obligation"])
    if len({row.code for row in rows}) != len(rows):
        raise ValueError(f"{path.name}: an obligation stands there twice")
    return ObligationSet(told["rule_set"], told["in_force_from"], told["legal_reference"], rows)


def _obligation(row: dict, legal_reference: str) -> Obligation:
    known = {one.name for one in dataclasses.fields(Obligation)}
    if unknown := set(row) - known:
        raise ValueError(f"{row.get('code')}: unknown words {sorted(unknown)}")
    converted = {
        "code": ObligationCode(row["code"]),
        "owner": Role(row["owner"]),
        "article": _cite(row["article"], legal_reference),
    }
    if "kinds" in row:
        converted["kinds"] = tuple(AuthorityKind(kind) for kind in row["kinds"])
    return Obligation(**row | converted)


def _cite(article: str, legal_reference: str) -> str:
    """Each part with its law; a part that names another instrument is left as it is."""
    parts = (part.strip() for part in article.split(";"))
    return "; ".join(part if NAMES_ITS_LAW.search(part) else f"{part} {legal_reference}" for part in parts)
