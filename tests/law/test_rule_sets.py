"""What L16 and L26 say, article by article: tables that a lawyer can lay beside the law."""

from datetime import date

import pytest

from cms.law.choices import ComplaintStep, ConsentOf, DutyKind, Need, PortalDuty, Representation, Unit
from cms.law.errors import NoSuchTerm
from tests.law.shipped import L16, L26, RULE_SETS

LAWS = pytest.mark.parametrize("rules", RULE_SETS.values(), ids=RULE_SETS.keys())


def test_laws_follow_each_other_without_a_gap():
    assert (L16.in_force_from, L16.in_force_to, L26.in_force_from, L26.in_force_to) == (
        date(2018, 7, 1),
        date(2026, 8, 31),
        date(2026, 9, 1),
        None,
    )
    assert L16.cite(L16.in_force_to_article) == "Điều 30.2 Luật 01/2026/QH16"


@LAWS
def test_day_of_sending_selects_the_law(rules):
    assert rules.selects_by == "sent_on"
    assert rules.cite(rules.articles.governs) == "Điều 31.4 Luật 01/2026/QH16"


# -- time limits of a request -----------------------------------------------------------------------------------------

WORKING, CALENDAR, AT_ONCE = Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.IMMEDIATE


@pytest.mark.parametrize(
    ("delivery", "complexity", "provide", "first_notice", "extension_max", "article"),
    [
        ("IN_PERSON", "SIMPLE", (0, AT_ONCE), None, None, "Điều 29.1"),
        ("IN_PERSON", "COMPLEX", (10, WORKING), None, (10, WORKING), "Điều 29.2"),
        ("ELECTRONIC", "SIMPLE", (3, WORKING), None, None, "Điều 30.3"),
        ("ELECTRONIC", "COMPLEX", (15, WORKING), (3, WORKING), (15, CALENDAR), "Điều 30.4"),
        ("POST_FAX", "SIMPLE", (5, WORKING), None, None, "Điều 31.1"),
        ("POST_FAX", "COMPLEX", (15, WORKING), (3, WORKING), (15, CALENDAR), "Điều 31.2"),
    ],
)
def test_l16_terms(delivery, complexity, provide, first_notice, extension_max, article):
    wanted = {"PROVIDE": provide, "FIRST_NOTICE": first_notice, "EXTENSION_MAX": extension_max}
    for kind, figure in wanted.items():
        if figure is None:
            with pytest.raises(NoSuchTerm) as refusal:
                L16.term(kind, delivery, complexity)
            assert refusal.value.article == article
        else:
            term = L16.term(kind, delivery, complexity)
            assert (term.amount, term.unit, term.article) == (*figure, article)


@pytest.mark.parametrize("delivery", ["IN_PERSON", "ELECTRONIC", "POST_FAX"])
@pytest.mark.parametrize("complexity", ["SIMPLE", "COMPLEX"])
def test_l26_terms_ignore_delivery_and_complexity(delivery, complexity):
    for kind in ("PROVIDE", "EXTENSION_MAX"):
        term = L26.term(kind, delivery, complexity)
        assert (term.amount, term.unit, term.article) == (12, CALENDAR, "Điều 26.3")
    with pytest.raises(NoSuchTerm, match=r"Điều 26\.3 Luật 01/2026/QH16 không quy định thông báo thời hạn trả lời"):
        L26.term("FIRST_NOTICE", delivery, complexity)


# -- time limits of other duties --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "l16", "l26"),
    [
        ("PUBLISH", (5, WORKING, "Điều 18.4"), (5, WORKING, "Điều 18.4")),
        ("POSTING_MIN", (30, CALENDAR, "Điều 21.2"), (30, CALENDAR, "Điều 21.2")),
        ("ACCURACY_ANSWER", (15, CALENDAR, "Điều 22.4"), (10, CALENDAR, "Điều 22.4")),
        ("CORRECT_PROVIDED", (5, WORKING, "Điều 32.1"), (5, WORKING, "Điều 28.1")),
        ("CLAIM_ANSWER", (15, CALENDAR, "Điều 32.2"), (10, CALENDAR, "Điều 28.2")),
        ("COMMUNE_ASK", (5, WORKING, "Điều 32.3"), None),
        ("COMMUNE_CREATOR", (15, CALENDAR, "Điều 32.3"), None),
        ("COMMUNE_RELAY", (3, WORKING, "Điều 32.3"), None),
        ("BACKLOG", None, (6, Unit.MONTH, "Điều 31.3")),
    ],
)
def test_duties(kind, l16, l26):
    for rules, figure in ((L16, l16), (L26, l26)):
        if figure is None:
            with pytest.raises(NoSuchTerm, match=DutyKind(kind).label):
                rules.duty(kind)
        else:
            term = rules.duty(kind)
            assert (term.amount, term.unit, term.article) == figure


def test_correction_reaches_further_since_2026():
    assert (L16.correct_also_online, L16.correct_incomplete) == (False, False)
    assert (L26.correct_also_online, L26.correct_incomplete) == (True, True)


# -- complaints and lawsuits ------------------------------------------------------------------------------------------

NOW = date(2026, 9, 15)


@LAWS
@pytest.mark.parametrize(
    ("step", "situation", "figure", "article"),
    [
        ("LODGE_FIRST", "NORMAL", "90 ngày", "Điều 9 Luật Khiếu nại 02/2011/QH13"),
        ("LODGE_FIRST", "REMOTE", "90 ngày", "Điều 9 Luật Khiếu nại 02/2011/QH13"),
        ("SETTLE_FIRST", "NORMAL", "30 ngày", "Điều 28 Luật Khiếu nại 02/2011/QH13"),
        ("SETTLE_FIRST", "COMPLEX", "45 ngày", "Điều 28 Luật Khiếu nại 02/2011/QH13"),
        ("SETTLE_FIRST", "REMOTE", "45 ngày", "Điều 28 Luật Khiếu nại 02/2011/QH13"),
        ("SETTLE_FIRST", "REMOTE_COMPLEX", "60 ngày", "Điều 28 Luật Khiếu nại 02/2011/QH13"),
        ("LODGE_SECOND", "NORMAL", "30 ngày", "Điều 33.1 Luật Khiếu nại 02/2011/QH13"),
        ("LODGE_SECOND", "COMPLEX", "30 ngày", "Điều 33.1 Luật Khiếu nại 02/2011/QH13"),
        ("LODGE_SECOND", "REMOTE", "45 ngày", "Điều 33.1 Luật Khiếu nại 02/2011/QH13"),
        ("LODGE_SECOND", "REMOTE_COMPLEX", "45 ngày", "Điều 33.1 Luật Khiếu nại 02/2011/QH13"),
        ("SETTLE_SECOND", "NORMAL", "45 ngày", "Điều 37 Luật Khiếu nại 02/2011/QH13"),
        ("SETTLE_SECOND", "COMPLEX", "60 ngày", "Điều 37 Luật Khiếu nại 02/2011/QH13"),
        ("SETTLE_SECOND", "REMOTE", "60 ngày", "Điều 37 Luật Khiếu nại 02/2011/QH13"),
        ("SETTLE_SECOND", "REMOTE_COMPLEX", "70 ngày", "Điều 37 Luật Khiếu nại 02/2011/QH13"),
        ("SUE", "NORMAL", "1 năm", "Điều 116.2.a Luật Tố tụng hành chính 93/2015/QH13"),
        ("SUE_AFTER_COMPLAINT", "NORMAL", "1 năm", "Điều 116.3 Luật Tố tụng hành chính 93/2015/QH13"),
    ],
)
def test_complaint_terms(rules, step, situation, figure, article):
    term = rules.complaint_term(step, NOW, situation)
    assert (str(term), term.article, rules.cite(term.article)) == (figure, article, article)


@pytest.mark.parametrize(
    ("rules", "on", "figure", "source"),
    [
        pytest.param(L16, date(2026, 6, 30), "10 ngày", "Luật Khiếu nại", id="trước 01/07/2026"),
        pytest.param(L16, date(2026, 7, 1), "7 ngày làm việc", "155/2026", id="từ 01/07/2026, yêu cầu theo luật cũ"),
        pytest.param(L26, date(2026, 9, 1), "7 ngày làm việc", "155/2026", id="luật mới"),
    ],
)
def test_accepting_a_complaint_follows_the_day_it_is_lodged(rules, on, figure, source):
    term = rules.complaint_term(ComplaintStep.ACCEPT, on)
    assert str(term) == figure
    assert source in term.article


def test_no_complaint_term_before_the_law_sets_one():
    with pytest.raises(NoSuchTerm, match="thụ lý khiếu nại"):
        L26.complaint_term(ComplaintStep.ACCEPT, date(2026, 6, 30))


# -- refusal ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "l16", "l26", "needs"),
    [
        ("INACCESSIBLE", "Điều 28.1.a và Điều 6", "Điều 27.1 và Điều 15", {Need.INACCESSIBLE_REASON, Need.LAW_CITED}),
        ("CONDITION_NOT_MET", "Điều 28.1.a và Điều 7", "Điều 27.1 và Điều 16", {Need.MISSING_CONSENT}),
        ("ALREADY_PUBLIC", "Điều 28.1.b", "Điều 27.2", {Need.PUBLIC_PLACE, Need.PLACE_CHECKED}),
        ("NOT_RESPONSIBLE", "Điều 28.1.c", "Điều 27.3", {Need.RIGHT_AUTHORITY}),
        ("PROVIDED_TWICE", "Điều 28.1.d", "Điều 27.4", {Need.EARLIER_CASES, Need.REASON_WEIGHED}),
        ("OVER_CAPACITY", "Điều 28.1.đ", "Điều 27.5", {Need.FACTS}),
        (
            "COST_UNPAID",
            "Điều 28.1.e",
            "Điều 27.6 và Điều 25",
            {Need.RESOLUTION_NOTICE, Need.AMOUNT, Need.PAYMENT_LIMIT_PASSED},
        ),
        ("OTHER_LAW", "Điều 16", "Điều 4", {Need.LAW_CITED}),
    ],
)
def test_refusal_grounds(code, l16, l26, needs):
    for rules, article in ((L16, l16), (L26, l26)):
        ground = rules.ground(code)
        assert (ground.article, set(ground.needs)) == (article, needs)


@LAWS
def test_no_other_ground_of_refusal_exists(rules):
    assert len(rules.grounds) == 7 + 1


@LAWS
def test_already_public_never_stands_against_the_three_cases_of_article_23_1(rules):
    excepted = rules.ground("ALREADY_PUBLIC").not_for_bases
    assert {rules.provision_basis(code).article for code in excepted} == {
        "Điều 23.1.a",
        "Điều 23.1.b",
        "Điều 23.1.c",
    }


# -- what may be known, and on which basis ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "l16", "l26"),
    [
        ("STATE_SECRET", "Điều 6.1", "Điều 15.1"),
        ("PRIVACY_OR_PERSONAL_DATA", None, "Điều 15.2"),
        ("BUSINESS_SECRET", None, "Điều 15.3"),
        ("HARM", "Điều 6.2", "Điều 15.4"),
        ("WORK_SECRET", "Điều 6.2", "Điều 15.5"),
        ("INTERNAL_MEETING", "Điều 6.2", "Điều 15.6"),
        ("INTERNAL_DRAFT", "Điều 6.2", "Điều 15.6"),
    ],
)
def test_inaccessible_reasons(code, l16, l26):
    assert {row.code: row.article for row in L16.inaccessible_reasons}.get(code) == l16
    assert {row.code: row.article for row in L26.inaccessible_reasons}.get(code) == l26


def test_head_decides_doubtful_harm_since_2026():
    assert not any(row.head_decides for row in L16.inaccessible_reasons)
    assert [row.code for row in L26.inaccessible_reasons if row.head_decides] == ["HARM"]


@pytest.mark.parametrize(
    ("code", "consent_of", "l16", "l26"),
    [
        ("BUSINESS_SECRET", ConsentOf.OWNER, "Điều 7.1", "Điều 16.2"),
        ("PRIVACY", ConsentOf.PERSON, "Điều 7.2", "Điều 16.1"),
        ("FAMILY_SECRET", ConsentOf.FAMILY_MEMBERS, "Điều 7.2", "Điều 16.1"),
        ("PERSONAL_DATA", ConsentOf.DATA_LAW, None, "Điều 16.1"),
        ("HISTORICAL_ARCHIVE", ConsentOf.ARCHIVES_LAW, None, "Điều 16.3"),
        ("PUBLIC_INTEREST", ConsentOf.HEAD_DECIDES, "Điều 7.3", "Điều 16.4"),
    ],
)
def test_conditional_kinds(code, consent_of, l16, l26):
    for rules, article in ((L16, l16), (L26, l26)):
        found = {row.code: (row.consent_of, row.article) for row in rules.conditional_kinds}
        assert found.get(code) == ((consent_of, article) if article else None)


@LAWS
@pytest.mark.parametrize(
    ("code", "article"),
    [
        ("PUB_NOT_YET", "Điều 23.1.a"),
        ("PUB_EXPIRED", "Điều 23.1.b"),
        ("PUB_UNREACHABLE", "Điều 23.1.c"),
        ("CONDITIONAL_MET", "Điều 23.2"),
        ("OWN_LIFE", "Điều 23.3"),
        ("DISCRETIONARY", "Điều 23.4"),
    ],
)
def test_provision_bases(rules, code, article):
    assert rules.provision_basis(code).article == article


@pytest.mark.parametrize(
    ("basis", "l16", "l26"),
    [
        ("PUB_NOT_YET", False, True),
        ("PUB_EXPIRED", False, False),
        ("PUB_UNREACHABLE", False, True),
        ("DISCRETIONARY", False, False),
    ],
)
def test_fee_exemptions(basis, l16, l26):
    assert (L16.is_fee_exempt(basis), L26.is_fee_exempt(basis)) == (l16, l26)


def test_extension_reasons_gain_separating_in_2026():
    before = {row.code for row in L16.extension_reasons}
    assert before == {"CONSIDER", "SEARCH", "GATHER", "COPY", "SETTLE"}
    assert {row.code for row in L26.extension_reasons} == before | {"SEPARATE"}
    assert {row.article for row in L26.extension_reasons} == {"Điều 26.3"}


# -- ways to ask and to receive ---------------------------------------------------------------------------------------


def test_fax_is_no_longer_named_in_2026():
    assert {row.code for row in L16.submission_channels} == {"IN_PERSON", "ELECTRONIC", "POST", "FAX"}
    assert {row.code for row in L26.submission_channels} == {"IN_PERSON", "ELECTRONIC", "POST"}
    assert {row.code for row in L16.delivery_channels} - {row.code for row in L26.delivery_channels} == {"FAX"}


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("VIEW_AT_SEAT", "IN_PERSON"),
        ("PAPER_BY_POST", "POST_FAX"),
        ("EMAIL", "ELECTRONIC"),
        ("DOWNLOAD", "ELECTRONIC"),
    ],
)
def test_each_way_to_receive_has_its_group(code, group):
    assert (L16.delivery(code).group, L26.delivery(code).group) == (group, group)


# -- who may ask ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "l16", "l26"),
    [
        ("CITIZEN", "Điều 4.1", "Điều 7.1"),
        ("RESIDENT_FOREIGNER", "Điều 36.1", "Điều 29.1"),
        ("MINOR", "Điều 4.3", "Điều 7.3"),
        ("INCAPACITATED", "Điều 4.2", "Điều 7.2"),
        ("LIMITED_AWARENESS", "Điều 4.2", "Điều 7.2"),
        ("GROUP", "Điều 36.2", "Điều 29.2"),
    ],
)
def test_requesters(code, l16, l26):
    assert (L16.requester(code).article, L26.requester(code).article) == (l16, l26)


def test_minor_may_ask_alone_since_2026():
    assert L16.requester("MINOR").representation == (Representation.THROUGH_REPRESENTATIVE,)
    assert set(L26.requester("MINOR").representation) == {
        Representation.ALONE,
        Representation.WITH_CONSENT,
        Representation.THROUGH_REPRESENTATIVE,
    }


@LAWS
def test_foreigner_asks_about_own_rights_and_a_group_brings_its_list(rules):
    assert [row.code for row in rules.requesters if row.own_matters_only] == ["RESIDENT_FOREIGNER"]
    assert [row.code for row in rules.requesters if row.needs_member_list] == ["GROUP"]


def test_reason_and_purpose_are_required_by_the_law_of_2016():
    assert (L16.reason_required, L16.articles.reason_and_purpose) == (True, "Điều 24.2.d")
    assert (L26.reason_required, L26.articles.reason_and_purpose) == (False, "Điều 26.1")


# -- publication ------------------------------------------------------------------------------------------------------


def test_number_and_points_of_the_publication_lists():
    assert "".join(row.point for row in L16.categories) == "abcdđeghiklmnop"
    assert "".join(row.point for row in L26.categories) == "abcdđeghiklmnopqrstuv"
    assert all(row.article == f"Điều 17.1.{row.point}" for rules in (L16, L26) for row in rules.categories)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("PUB16_A", {"PUB26_B"}),
        ("PUB16_B", {"PUB26_B"}),
        ("PUB16_C", {"PUB26_B"}),
        ("PUB16_D", {"PUB26_A", "PUB26_K"}),
        ("PUB16_DD", {"PUB26_D"}),
        ("PUB16_E", {"PUB26_DD"}),
        ("PUB16_G", {"PUB26_G", "PUB26_K", "PUB26_L"}),
        ("PUB16_H", {"PUB26_E"}),
        ("PUB16_I", {"PUB26_N"}),
        ("PUB16_K", {"PUB26_C"}),
        ("PUB16_L", {"PUB26_A", "PUB26_D", "PUB26_R"}),
        ("PUB16_M", {"PUB26_U"}),
        ("PUB16_N", set()),
        ("PUB16_O", {"PUB26_D"}),
        ("PUB16_P", {"PUB26_V"}),
    ],
)
def test_old_categories_live_on_in_new_ones(old, new):
    assert L16.category(old)
    assert {row.code for row in L26.categories_moved_from(old)} == new


def test_mapping_names_only_categories_of_the_earlier_law():
    earlier = {row.code for row in L16.categories}
    assert {code for row in L26.categories for code in row.moved_from} <= earlier


def test_portal_is_compulsory_for_part_of_the_list_then_for_all():
    always = {row.point for row in L16.categories if row.portal is PortalDuty.ALWAYS}
    partly = {row.point for row in L16.categories if row.portal is PortalDuty.PARTLY}
    assert (always, partly) == ({"b", "d", "k", "m"}, {"a", "g", "l"})
    assert L16.category("PUB16_N").portal is PortalDuty.IF_NEEDED
    assert {row.portal for row in L26.categories} == {PortalDuty.ALWAYS}


@pytest.mark.parametrize(
    ("code", "l16", "l26"),
    [
        ("PORTAL", "a", "a"),
        ("MASS_MEDIA", "b", "b"),
        ("OFFICIAL_GAZETTE", "c", "c"),
        ("POSTING", "d", "c"),
        ("SPOKESPERSON", "đ", "d"),
        ("OTHER", "e", "đ"),
    ],
)
def test_publication_forms(code, l16, l26):
    assert L16.publication_form(code).article == f"Điều 18.1.{l16}"
    assert L26.publication_form(code).article == f"Điều 18.1.{l26}"


# -- paper forms ------------------------------------------------------------------------------------------------------


@LAWS
def test_forms(rules):
    assert [form.code for form in rules.form_set.forms] == ["01a", "01b", "02", "03", "04", "05", "06"]
    assert rules.form_set.form("05").label == "Thông báo từ chối yêu cầu cung cấp thông tin"


def test_forms_of_the_new_law_say_that_the_official_ones_are_pending():
    assert (L16.form_set.official_pending, L16.form_set.note) == (False, "")
    assert L26.form_set.official_pending
    assert "chưa được ban hành" in L26.form_set.note


@pytest.mark.parametrize(
    ("act", "l16", "l26"),
    [
        ("register", "Điều 26.1", "Điều 26.4"),
        ("supplement", "Điều 26.2", "Điều 26.4"),
        ("redirect", "Điều 26.3", "Điều 27.3"),
        ("refuse_in_writing", "Điều 28.2", "Điều 26.2"),
        ("provide_partly", "Điều 7.2 Nghị định 13/2018/NĐ-CP", "Điều 10.4"),
        ("consent_with_request", "Điều 24.3", "Điều 26.1"),
        ("release_without_consent", "Điều 7.3", "Điều 16.4"),
        ("no_charge", "Điều 12.1", "Điều 25.1"),
        ("actual_cost", "Điều 12.2", "Điều 25.2"),
        ("commune_residents", "Điều 9.2.h", "Điều 10.2.e"),
        ("complaint", "Điều 14.1", "Điều 13.1"),
        ("denunciation", "Điều 14.2", "Điều 13.2"),
    ],
)
def test_article_beside_each_act(act, l16, l26):
    assert (getattr(L16.articles, act), getattr(L26.articles, act)) == (l16, l26)
