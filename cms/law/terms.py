"""What one law says about answering requests and publishing, each figure with its article.

Plain frozen values without a database, so that a clock, a letter and a test read the same thing. Amounts are whole
numbers in the unit that stands beside them: working days and calendar days are never mixed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from cms.law.choices import (
    ComplaintStep,
    Complexity,
    ConsentOf,
    DeliveryGroup,
    DutyKind,
    Every,
    Need,
    PortalDuty,
    Representation,
    SelectsBy,
    Situation,
    TermKind,
    Unit,
)
from cms.law.errors import NoSuchEntry, NoSuchTerm

Row = TypeVar("Row")
NAMES_ITS_LAW = re.compile("Luật|Nghị định|Nghị quyết|Thông tư")


@dataclass(frozen=True)
class Term:
    """One time limit: an amount in its unit, by its article."""

    kind: TermKind | DutyKind | ComplaintStep
    amount: int
    unit: Unit
    article: str

    def __str__(self) -> str:
        """10 ngày làm việc: as a person reads it."""
        return self.unit.label if self.unit is Unit.IMMEDIATE else f"{self.amount} {self.unit.label}"


@dataclass(frozen=True)
class DeadlineRule:
    kind: TermKind
    channel: DeliveryGroup | Every
    complexity: Complexity | Every
    amount: int
    unit: Unit
    article: str

    def covers(self, kind: TermKind, delivery: DeliveryGroup, complexity: Complexity) -> bool:
        return (
            self.kind == kind and self.channel in (delivery, Every.ANY) and self.complexity in (complexity, Every.ANY)
        )


@dataclass(frozen=True)
class DutyRule:
    kind: DutyKind
    amount: int
    unit: Unit
    article: str


@dataclass(frozen=True)
class ComplaintRule:
    """A step's time limit; the complaint law changes on days of its own, so a row may be dated."""

    step: ComplaintStep
    situation: Situation
    amount: int
    unit: Unit
    article: str
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, step: ComplaintStep, situation: Situation, on: date) -> bool:
        return (
            (self.step, self.situation) == (step, situation)
            and (self.valid_from is None or self.valid_from <= on)
            and (self.valid_to is None or on <= self.valid_to)
        )


@dataclass(frozen=True)
class Ground:
    """A ground of refusal, the facts it demands, and the provision bases against which it never stands."""

    code: str
    label: str
    article: str
    needs: tuple[Need, ...]
    not_for_bases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reason:
    """A reason for more time."""

    code: str
    label: str
    article: str


@dataclass(frozen=True)
class InaccessibleReason:
    code: str
    label: str
    article: str
    head_decides: bool = False


@dataclass(frozen=True)
class ConditionalKind:
    code: str
    label: str
    consent_of: ConsentOf
    article: str


@dataclass(frozen=True)
class ProvisionBasis:
    code: str
    label: str
    article: str


@dataclass(frozen=True)
class FeeExemption:
    basis: str
    article: str


@dataclass(frozen=True)
class SubmissionChannel:
    code: str
    label: str
    article: str


@dataclass(frozen=True)
class DeliveryChannel:
    """A way to receive that people choose, and the group whose time limit it has."""

    code: str
    label: str
    group: DeliveryGroup
    article: str


@dataclass(frozen=True)
class Category:
    """A point of the publication list. `moved_from`: codes of the earlier law whose matter it took over."""

    code: str
    point: str
    label: str
    article: str
    portal: PortalDuty
    portal_article: str
    moved_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class PublicationForm:
    code: str
    label: str
    article: str


@dataclass(frozen=True)
class RequesterRule:
    """Who may ask, how, and for what. `own_matters_only`: information about their own rights and duties."""

    code: str
    label: str
    article: str
    representation: tuple[Representation, ...]
    own_matters_only: bool = False
    needs_member_list: bool = False


@dataclass(frozen=True)
class Form:
    code: str
    label: str
    article: str


@dataclass(frozen=True)
class FormSet:
    """The paper forms. `official_pending`: the official ones are not known yet; `note` is printed on each."""

    code: str
    title: str
    article: str
    official_pending: bool
    note: str
    forms: tuple[Form, ...] = field(metadata={"key": "form"})

    def form(self, code: str) -> Form:
        return find(self.forms, code, "mẫu", self.title)


@dataclass(frozen=True)
class Articles:
    """The article that an officer reads beside each act."""

    governs: str
    register: str
    assisted_filing: str
    content_of_request: str
    reason_and_purpose: str
    supplement: str
    redirect: str
    valid_request: str
    provide_at_once: str
    secrecy_check: str
    resolution_notice: str
    refuse_in_writing: str
    weigh_interest: str
    provide_partly: str
    consent_with_request: str
    release_without_consent: str
    no_charge: str
    actual_cost: str
    network_provision: str
    commune_residents: str
    publish_correction: str
    provide_correction: str
    may_publish: str
    complaint: str
    denunciation: str


@dataclass(frozen=True)
class RuleSet:
    """One law in force from a day on. The day a request was sent chooses it, and the request keeps it for life."""

    code: str
    title: str
    legal_reference: str
    in_force_from: date
    in_force_article: str
    selects_by: SelectsBy
    reason_required: bool
    correct_also_online: bool
    correct_incomplete: bool
    articles: Articles
    form_set: FormSet
    deadlines: tuple[DeadlineRule, ...] = field(metadata={"key": "deadline"})
    duties: tuple[DutyRule, ...] = field(metadata={"key": "duty"})
    complaints: tuple[ComplaintRule, ...] = field(metadata={"key": "complaint"})
    grounds: tuple[Ground, ...] = field(metadata={"key": "ground"})
    extension_reasons: tuple[Reason, ...] = field(metadata={"key": "extension_reason"})
    inaccessible_reasons: tuple[InaccessibleReason, ...] = field(metadata={"key": "inaccessible_reason"})
    conditional_kinds: tuple[ConditionalKind, ...] = field(metadata={"key": "conditional_kind"})
    provision_bases: tuple[ProvisionBasis, ...] = field(metadata={"key": "provision_basis"})
    submission_channels: tuple[SubmissionChannel, ...] = field(metadata={"key": "submission_channel"})
    delivery_channels: tuple[DeliveryChannel, ...] = field(metadata={"key": "delivery_channel"})
    categories: tuple[Category, ...] = field(metadata={"key": "category"})
    publication_forms: tuple[PublicationForm, ...] = field(metadata={"key": "publication_form"})
    requesters: tuple[RequesterRule, ...] = field(metadata={"key": "requester"})
    fee_exemptions: tuple[FeeExemption, ...] = field(default=(), metadata={"key": "fee_exemption"})
    in_force_to: date | None = None
    in_force_to_article: str = ""

    def term(self, kind: str, delivery: str, complexity: str) -> Term:
        """The time limit of a request, in the unit of its article.

        Raises NoSuchTerm where the law sets none: a first notice or an extension that its text does not give.
        """
        kind, delivery, complexity = TermKind(kind), DeliveryGroup(delivery), Complexity(complexity)
        for rule in self.deadlines:
            if rule.covers(kind, delivery, complexity):
                return Term(kind, rule.amount, rule.unit, rule.article)
        silent = next(rule for rule in self.deadlines if rule.covers(TermKind.PROVIDE, delivery, complexity))
        where = "" if silent.channel is Every.ANY else f" với yêu cầu {complexity.label}, nhận {delivery.label}"
        raise NoSuchTerm(f"{self.cite(silent.article)} không quy định {kind.label}{where}.", article=silent.article)

    def extension_max(self, delivery: str, complexity: str) -> Term:
        """The longest extension, all extensions of one request together. Raises NoSuchTerm where none is allowed."""
        return self.term(TermKind.EXTENSION_MAX, delivery, complexity)

    def extension(self, amount: int, delivery: str, complexity: str, *, used: int = 0) -> Term:
        """An extension of so many days, in the article's own unit, after `used` days given before.

        Raises NoSuchTerm where the law allows no extension, or not that long a one.
        """
        longest = self.extension_max(delivery, complexity)
        if not 1 <= amount <= longest.amount - used:
            before = f", đã dùng {used}" if used else ""
            raise NoSuchTerm(
                f"{self.cite(longest.article)} chỉ cho gia hạn từ 1 đến {longest}{before}.", article=longest.article
            )
        return Term(longest.kind, amount, longest.unit, longest.article)

    def duty(self, kind: str) -> Term:
        """The time limit of another duty: to publish, to answer a report, to correct. Raises NoSuchTerm."""
        kind = DutyKind(kind)
        for rule in self.duties:
            if rule.kind == kind:
                return Term(kind, rule.amount, rule.unit, rule.article)
        raise NoSuchTerm(f"{self.legal_reference} không quy định thời hạn {kind.label}.", article=self.in_force_article)

    def complaint_term(self, step: str, on: date, situation: str = Situation.NORMAL) -> Term:
        """The time limit of a complaint's step, as the law stood on that day.

        A situation for which the law sets no longer limit has the ordinary one.
        """
        step, situation = ComplaintStep(step), Situation(situation)
        for wanted in (situation, Situation.NORMAL):
            for rule in self.complaints:
                if rule.holds(step, wanted, on):
                    return Term(step, rule.amount, rule.unit, rule.article)
        raise NoSuchTerm(f"{self.legal_reference} không kèm thời hạn {step.label}.", article=self.articles.complaint)

    def ground(self, code: str) -> Ground:
        return self._find(self.grounds, code, "căn cứ từ chối")

    def extension_reason(self, code: str) -> Reason:
        return self._find(self.extension_reasons, code, "lý do gia hạn")

    def inaccessible_reason(self, code: str) -> InaccessibleReason:
        return self._find(self.inaccessible_reasons, code, "lý do không được tiếp cận")

    def conditional_kind(self, code: str) -> ConditionalKind:
        return self._find(self.conditional_kinds, code, "loại thông tin có điều kiện")

    def provision_basis(self, code: str) -> ProvisionBasis:
        return self._find(self.provision_bases, code, "căn cứ cung cấp")

    def submission(self, code: str) -> SubmissionChannel:
        return self._find(self.submission_channels, code, "cách gửi yêu cầu")

    def delivery(self, code: str) -> DeliveryChannel:
        return self._find(self.delivery_channels, code, "cách nhận thông tin")

    def category(self, code: str) -> Category:
        return self._find(self.categories, code, "nhóm thông tin phải công khai")

    def publication_form(self, code: str) -> PublicationForm:
        return self._find(self.publication_forms, code, "hình thức công khai")

    def requester(self, code: str) -> RequesterRule:
        return self._find(self.requesters, code, "loại người yêu cầu")

    def is_fee_exempt(self, basis: str) -> bool:
        """Whether information given on this basis costs nothing at all."""
        return any(row.basis == basis for row in self.fee_exemptions)

    def categories_moved_from(self, code: str) -> tuple[Category, ...]:
        """The categories that took over an earlier law's one; none where its matter is no longer listed."""
        return tuple(row for row in self.categories if code in row.moved_from)

    def cite(self, article: str) -> str:
        """The article with its law; an article of another instrument already names it."""
        return article if NAMES_ITS_LAW.search(article) else f"{article} {self.legal_reference}"

    def _find(self, rows: Iterable[Row], code: str, what: str) -> Row:
        return find(rows, code, what, self.legal_reference)


def find(rows: Iterable[Row], code: str, what: str, where: str) -> Row:
    for row in rows:
        if row.code == code:
            return row
    raise NoSuchEntry(f"{where} không có {what} “{code}”.")


def in_words(article: str) -> str:
    """Điều 28.1.a → điểm a khoản 1 Điều 28: as letters write it; anything behind it stays."""

    def spell(match: re.Match[str]) -> str:
        number, clause, point = match.groups()
        return "".join((f"điểm {point} " if point else "", f"khoản {clause} " if clause else "", f"Điều {number}"))

    return re.sub(r"Điều (\d+[a-zđ]?)(?:\.(\d+))?(?:\.([a-zđ]))?", spell, article)
