"""A rule set is proposed by one person, adopted by another, and then only followed by the next."""

from datetime import date, datetime

from django.db import transaction

from cms.audit.record import record
from cms.core.dates import short
from cms.law.errors import AdoptionError, NoRuleSet
from cms.law.models import AdoptedRuleSet, RuleSetSource, RuleSetState
from cms.law.reading import digest, read_rule_set
from cms.law.services.people import may_approve, may_propose, take_turn


def rule_set_on(day: date) -> AdoptedRuleSet:
    """The rule set that governs what was sent on this day (L26 Điều 31.4). Raises NoRuleSet with the article."""
    rule_set = AdoptedRuleSet.objects.in_force_on(day).first()
    if rule_set is None:
        first = AdoptedRuleSet.objects.adopted().order_by("in_force_from").first()
        if first is None:
            raise NoRuleSet("Chưa có bộ quy định nào được thông qua.")
        article = first.rules.cite(first.rules.in_force_article)
        raise NoRuleSet(
            f"Ngày {short(day)} chưa có bộ quy định nào: {article}, có hiệu lực từ {short(first.in_force_from)}.",
            article=article,
        )
    if rule_set.in_force_to and rule_set.in_force_to < day:
        article = rule_set.rules.cite(rule_set.rules.in_force_to_article)
        raise NoRuleSet(
            f"Ngày {short(day)} chưa có bộ quy định nào: {rule_set.code} hết hiệu lực sau "
            f"{short(rule_set.in_force_to)} theo {article}.",
            article=article,
        )
    return rule_set


@transaction.atomic
def propose_rule_set(*, source: bytes, by, at: datetime) -> AdoptedRuleSet:
    """Keep an uploaded rule-set file for a second person to adopt. Raises RuleSetError naming every slip."""
    may_propose(by)
    rules = read_rule_set(source)
    take_turn(AdoptedRuleSet.objects.all())
    if AdoptedRuleSet.objects.filter(code=rules.code).exclude(state=RuleSetState.REJECTED).exists():
        raise AdoptionError(f"Đã có bộ quy định mã {rules.code}. Bộ mới cần mã khác.", field="source")
    _follows(rules.in_force_from)
    text, _ = RuleSetSource.objects.get_or_create(sha256=digest(source), defaults={"toml": source.decode("utf-8")})
    rule_set = AdoptedRuleSet(
        code=rules.code,
        title=rules.title,
        legal_reference=rules.legal_reference,
        in_force_from=rules.in_force_from,
        in_force_to=rules.in_force_to,
        source=text,
        proposed_by=by,
        proposed_at=at,
    )
    rule_set.save(by=by)
    _record("rule_set.proposed", rule_set, by, at)
    return rule_set


@transaction.atomic
def adopt_rule_set(*, rule_set: AdoptedRuleSet, by, at: datetime) -> AdoptedRuleSet:
    """A second person adopts it: from its day on, what is sent falls under it. It never changes again."""
    rule_set = _waiting(rule_set)
    may_approve(by, rule_set.proposed_by)
    _follows(rule_set.in_force_from)
    return _decided(rule_set, RuleSetState.ADOPTED, "rule_set.adopted", by, at, "")


@transaction.atomic
def reject_rule_set(*, rule_set: AdoptedRuleSet, by, at: datetime, reason: str) -> AdoptedRuleSet:
    """A second person does not adopt it, and says why; its code is free again."""
    rule_set = _waiting(rule_set)
    may_approve(by, rule_set.proposed_by)
    if not reason.strip():
        raise AdoptionError("Cần nêu lý do không thông qua.", field="reason")
    return _decided(rule_set, RuleSetState.REJECTED, "rule_set.rejected", by, at, reason)


def _waiting(rule_set: AdoptedRuleSet) -> AdoptedRuleSet:
    take_turn(AdoptedRuleSet.objects.all())
    rule_set = AdoptedRuleSet.objects.select_for_update(of=("self",)).select_related("proposed_by").get(pk=rule_set.pk)
    if rule_set.state != RuleSetState.PROPOSED:
        raise AdoptionError(f"Bộ quy định {rule_set.code} đã được quyết định, không thay đổi được nữa.")
    return rule_set


def _follows(in_force_from: date) -> None:
    """A rule set only follows: one that began earlier would change the law of requests already sent."""
    newest = AdoptedRuleSet.objects.adopted().order_by("-in_force_from").first()
    if newest and in_force_from <= newest.in_force_from:
        raise AdoptionError(
            f"Bộ quy định mới phải có hiệu lực sau {short(newest.in_force_from)}, ngày bắt đầu của {newest.code}.",
            field="source",
        )


def _decided(rule_set, state, kind, by, at, reason) -> AdoptedRuleSet:
    rule_set.state, rule_set.decided_by, rule_set.decided_at = state, by, at
    rule_set.save(by=by, reason=reason)
    _record(kind, rule_set, by, at, reason)
    return rule_set


def _record(kind, rule_set, by, at, reason="") -> None:
    record(
        kind,
        subject=rule_set,
        by=by,
        at=at,
        rows=rule_set.saved_rows(),
        data={"sha256": rule_set.sha256, "in_force_from": rule_set.in_force_from},
        reason=reason,
    )
