"""What each paper says, taken from the case; nothing is typed again (readings.md 13; NĐ 30/2020, Phụ lục I)."""

from cms.core.authority_url import focal_of
from cms.core.dates import letter_date, local_day
from cms.law.choices import TermKind
from cms.law.price_lists import WHOLE
from cms.law.reading import price_lists
from cms.law.terms import NAMES_ITS_LAW, in_words
from workflow import clock
from workflow.choices import DeliveryWay, FileRole, LetterForm, LetterState, Outcome
from workflow.letters.remedies import remedies, second_instance
from workflow.models.cost import paid_of, total_of

#: Type name and subject line; the type's usual abbreviation in a symbol, which the registry may change.
TITLES = {
    LetterForm.SUPPLEMENT: ("HƯỚNG DẪN", "Bổ sung yêu cầu cung cấp thông tin", "HD"),
    LetterForm.TIME_LIMIT: ("THÔNG BÁO", "Thời hạn trả lời yêu cầu cung cấp thông tin", "TB"),
    LetterForm.RESOLUTION: ("PHIẾU GIẢI QUYẾT", "Yêu cầu cung cấp thông tin", "PGQ"),
    LetterForm.EXTENSION: ("THÔNG BÁO", "Gia hạn yêu cầu cung cấp thông tin", "TB"),
    LetterForm.REFUSAL: ("THÔNG BÁO", "Từ chối yêu cầu cung cấp thông tin", "TB"),
    LetterForm.REDIRECT: ("THÔNG BÁO", "Hướng dẫn gửi yêu cầu đến cơ quan có trách nhiệm cung cấp thông tin", "TB"),
    LetterForm.COVER: ("PHIẾU GIAO", "Thông tin cung cấp theo yêu cầu", "PG"),
    LetterForm.APOLOGY: ("THƯ XIN LỖI", "Và hẹn lại ngày trả lời yêu cầu cung cấp thông tin", "TXL"),
    LetterForm.RECEIPT: ("PHIẾU TIẾP NHẬN", "Yêu cầu cung cấp thông tin", "PTN"),
}
#: The entry of RuleSet.articles that each paper stands on; an extension has an article of its own.
ARTICLES = {
    LetterForm.SUPPLEMENT: "supplement",
    LetterForm.TIME_LIMIT: "valid_request",
    LetterForm.RESOLUTION: "resolution_notice",
    LetterForm.REFUSAL: "refuse_in_writing",
    LetterForm.REDIRECT: "redirect",
    LetterForm.COVER: "resolution_notice",
    LetterForm.APOLOGY: "valid_request",
    LetterForm.RECEIPT: "register",
}
#: What a refusal shows of the facts its ground demands; the weighing of public interest stays in the file.
FACTS = {
    "law_cited": "Điều luật làm căn cứ",
    "missing_consent": "Còn thiếu sự đồng ý của",
    "public_place": "Thông tin đã công khai tại",
    "place_checked": "Kiểm tra nơi công khai",
    "right_authority": "Cơ quan có trách nhiệm cung cấp",
    "right_authority_address": "Địa chỉ cơ quan đó",
    "earlier_cases": "Đã cung cấp theo các hồ sơ",
    "reason_weighed": "Lý do yêu cầu lại đã được xem xét",
    "facts": "Số liệu",
}
BLANK = "……"


def words_for(letter) -> dict:
    """Everything the paper's template may use. The letter may be unsaved: a receipt is never a row."""
    case, rules = letter.info_request, letter.info_request.rule_set.rules
    kind, subject, _abbreviation = TITLES[letter.form]
    grounds = _grounds(letter, rules)
    words = {
        "case": case,
        "rules": rules,
        "authority": case.authority,
        "requester": case.requester,
        "kind": kind,
        "subject": subject,
        "number": letter.label or f"{BLANK}/{suggested_symbol(letter)}",
        "place_and_date": f"{case.authority.letter_place}, {_written_on(letter)}",
        "pending_note": rules.form_set.note if rules.form_set.official_pending else "",
        "delivery": DeliveryWay(case.delivery).label,
        "grounds": grounds,
        "focal_point": focal_of(case.authority),
        "decision": letter.decision,
    }
    return words | _OF_FORM[letter.form](letter, case, rules)


def suggested_symbol(letter) -> str:
    """TB-UBND: what the registry most likely writes behind the number."""
    return f"{TITLES[letter.form][2]}-{letter.authority.letter_symbol}"


def _written_on(letter) -> str:
    if letter.form == LetterForm.RECEIPT:
        return letter_date(local_day(letter.info_request.entered_at))
    return letter_date(letter.issued_on) if letter.issued_on else f"ngày {BLANK} tháng {BLANK} năm {BLANK}"


def _grounds(letter, rules) -> list[str]:
    """The law first, by the article of this act; an article of a decree stands on a line of its own."""
    if letter.form == LetterForm.EXTENSION:
        article = rules.extension_max(*clock.terms_key(letter.info_request)).article
    else:
        article = getattr(rules.articles, ARTICLES[letter.form])
    if NAMES_ITS_LAW.search(article):
        return [f"Căn cứ {rules.title}", f"Căn cứ {in_words(article)}"]
    return [f"Căn cứ {in_words(article)} {rules.title}"]


# --- what only one form says -------------------------------------------------------------------------------------
def _supplement(letter, case, rules):
    return {"supplement": case.supplements.order_by("pk").last()}


def _time_limit(letter, case, rules):
    term = rules.term(TermKind.PROVIDE, *clock.terms_key(case))
    return {"term": term, "term_article": in_words(rules.cite(term.article))}


def _resolution(letter, case, rules):
    findings = letter.decision.found
    costs = list(letter.decision.cost_lines.all())
    free = [row for row in findings if rules.is_fee_exempt(row.piece.basis)]
    return {
        "given": [row for row in findings if row.outcome != Outcome.REFUSE],
        "withheld": [row for row in findings if row.outcome != Outcome.PROVIDE],
        "costs": costs,
        "total": total_of(costs),
        "factor": _factor(costs),
        "budget": _prices_of(costs).budget if costs and _prices_of(costs) else None,
        "free_by": in_words(rules.cite(rules.fee_exemptions[0].article)) if free else "",
    }


def _prices_of(costs):
    """The price list by which the lines were reckoned; None for lines older than the lists."""
    codes = {line.price_list for line in costs}
    return next((one for one in price_lists() if one.code in codes), None)


def _factor(costs) -> dict | None:
    """The share of the list's prices that the area sets, with its article, where it is not the whole."""
    prices = _prices_of(costs)
    percent = min((line.percent for line in costs), default=WHOLE)
    if prices is None or percent == WHOLE:
        return None
    article = next((row.article for row in prices.area_factors if row.percent == percent), prices.actual_cost_article)
    return {"percent": percent, "article": prices.cite(article)}


def _extension(letter, case, rules):
    decision = letter.decision
    extension = getattr(decision, "extension", None)
    if extension is None:
        from_on, until_on = case.due_on, clock.extended_to(case, decision.amount).due_on
    else:
        from_on, until_on = extension.from_on, extension.until_on
    longest = rules.extension_max(*clock.terms_key(case))
    return {
        "from_on": from_on,
        "until_on": until_on,
        "unit": longest.unit.label,
        "article": in_words(rules.cite(longest.article)),
        "reason": rules.extension_reason(decision.reason_code),
    }


def _refusal(letter, case, rules):
    findings = [row for row in letter.decision.found if row.outcome != Outcome.PROVIDE]
    rows = [
        {
            "piece": row.piece,
            "withheld": row.withheld,
            "ground": rules.ground(row.ground),
            "article": in_words(row.article),
            "facts": _facts(row, rules),
        }
        for row in findings
    ]
    return {
        "rows": rows,
        "in_part": letter.decision.outcome != Outcome.REFUSE,
        "unpaid": _unpaid(case) if any(row.ground == "COST_UNPAID" for row in findings) else None,
        "remedies": remedies(case, letter.issued_on),
        "second_instance": second_instance(case, letter.issued_on),
    }


def _redirect(letter, case, rules):
    return {
        "remedies": remedies(case, letter.issued_on),
        "second_instance": second_instance(case, letter.issued_on),
    }


def _cover(letter, case, rules):
    issued = [one for one in case.letters.filter(state=LetterState.ISSUED).order_by("pk") if one.pk != letter.pk]
    return {
        "files": list(case.attachments.released().select_related("piece")) if case.pk else [],
        "pieces": list(case.pieces.exclude(outcome=Outcome.REFUSE)) if case.pk else [],
        "resolution": next((one for one in reversed(issued) if one.form == LetterForm.RESOLUTION), None),
        "refusal": next((one for one in reversed(issued) if one.form == LetterForm.REFUSAL), None),
        "correction_article": in_words(rules.cite(rules.articles.provide_correction)),
    }


def _apology(letter, case, rules):
    return {"promised_on": letter.promised_on, "plain_words": letter.plain_words}


def _receipt(letter, case, rules):
    return {
        "files": list(case.attachments.exclude(role=FileRole.ANSWER)) if case.pk else [],
        "supplement": case.supplements.filter(supplied_on=None).first() if case.pk else None,
    }


_OF_FORM = {
    LetterForm.SUPPLEMENT: _supplement,
    LetterForm.TIME_LIMIT: _time_limit,
    LetterForm.RESOLUTION: _resolution,
    LetterForm.EXTENSION: _extension,
    LetterForm.REFUSAL: _refusal,
    LetterForm.REDIRECT: _redirect,
    LetterForm.COVER: _cover,
    LetterForm.APOLOGY: _apology,
    LetterForm.RECEIPT: _receipt,
}


def _facts(finding, rules) -> list[tuple[str, str]]:
    """Label and words of each fact that the requester is told."""
    rows = []
    code = finding.facts.get("inaccessible_reason")
    if code:
        reason = rules.inaccessible_reason(code)
        rows.append(("Thông tin không được tiếp cận vì", f"{reason.label} ({in_words(rules.cite(reason.article))})"))
    return rows + [(label, finding.facts[key]) for key, label in FACTS.items() if finding.facts.get(key)]


def _unpaid(case) -> dict | None:
    """The resolution notice that asked for the cost, its amount and its limit, which has passed."""
    asked = (
        case.letters.filter(form=LetterForm.RESOLUTION, state=LetterState.ISSUED)
        .select_related("decision")
        .order_by("pk")
        .last()
    )
    if asked is None:
        return None
    return {
        "letter": asked,
        "total": asked.decision.cost,
        "paid": paid_of(case.payments.all()),
        "pay_by_on": asked.decision.pay_by_on,
    }
