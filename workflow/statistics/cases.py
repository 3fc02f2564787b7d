"""Which requests count, and what became of them: the rules that every figure of this room starts from (readings.md 16.4).

What was received counts by its day of receipt; what was answered, refused, guided elsewhere, withdrawn or lapsed by the day
on which it ended. Requests that were set aside as duplicates or no requests at all, and those that their sender has not
confirmed yet, are not counted anywhere.
"""

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from cms.core.figures import Scope
from workflow import access
from workflow.choices import DecisionKind, DecisionState, Outcome, Status
from workflow.models import Decision, Extension, InformationRequest, Member, Piece, Supplement

#: An answer was given: what was asked for, a part of it, or a refusal in writing.
ANSWERED = (Status.PROVIDED, Status.PROVIDED_PARTLY, Status.REFUSED)
#: Something was handed over.
GIVEN = (Status.PROVIDED, Status.PROVIDED_PARTLY)
#: Ends of a request in the order in which they are told.
ENDS = (*ANSWERED, Status.REDIRECTED, Status.WITHDRAWN, Status.LAPSED)
NOT_COUNTED = (Status.SET_ASIDE, Status.AWAITING_CONFIRMATION)
#: What of a piece was handed over.
GIVEN_PIECES = (Outcome.PROVIDE, Outcome.PROVIDE_PARTLY)
#: Answered after the last day on which the law allowed it, and in time.
LATE = Q(outcome_on__gt=F("due_on"))
IN_TIME = Q(due_on=None) | Q(outcome_on__lte=F("due_on"))


def counted(authority_ids):
    """Every request of these authorities that counts at all."""
    return InformationRequest.objects.filter(authority__in=authority_ids).exclude(status__in=NOT_COUNTED).order_by()


def in_force():
    """The answers that stand, one a request."""
    return Decision.objects.filter(kind=DecisionKind.ANSWER, state=DecisionState.EFFECTIVE).order_by()


# --- in a period -------------------------------------------------------------------------------------------------
def received(scope: Scope):
    return counted(scope.authority_ids).filter(**scope.period.days("received_on"))


def received_with_people(scope: Scope):
    """Each with `people`: how many ask together through an organisation, else one."""
    members = Member.objects.filter(requester=OuterRef("requester")).order_by().values("requester")
    number = Subquery(members.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    return received(scope).annotate(people=Coalesce(number, Value(1)))


def ended(scope: Scope, *statuses: str):
    """Ended in the period, in one of these ways or in any."""
    return counted(scope.authority_ids).filter(status__in=statuses or ENDS, **scope.period.days("outcome_on"))


def answered(scope: Scope):
    return ended(scope, *ANSWERED)


def given(scope: Scope):
    return ended(scope, *GIVEN)


def open_before(scope: Scope):
    """Received before the first day, and not ended before it."""
    start = scope.period.start
    return (
        counted(scope.authority_ids).filter(received_on__lt=start).filter(Q(outcome_on=None) | Q(outcome_on__gte=start))
    )


def open_after(scope: Scope):
    """Received by the last day, and not ended by its evening."""
    end = scope.period.end
    return counted(scope.authority_ids).filter(received_on__lte=end).filter(Q(outcome_on=None) | Q(outcome_on__gt=end))


def overdue_after(scope: Scope):
    """Of those, the ones whose term had passed; a term that waits for the requester's supplement does not run."""
    return open_after(scope).filter(due_on__lt=scope.period.end).exclude(status=Status.SUPPLEMENT_REQUESTED)


def supplemented(scope: Scope):
    asked = Supplement.objects.filter(**scope.period.moments("asked_at"))
    return counted(scope.authority_ids).filter(pk__in=asked.values("info_request"))


def extended(scope: Scope):
    told = Extension.objects.filter(**scope.period.days("told_on"))
    return counted(scope.authority_ids).filter(pk__in=told.values("info_request"))


def refused_in_part_or_whole(scope: Scope):
    """Answered in the period with a refusal of something: every finding that withholds names its ground."""
    return answered(scope).filter(
        decisions__kind=DecisionKind.ANSWER,
        decisions__state=DecisionState.EFFECTIVE,
        decisions__findings__ground__gt="",
    )


# --- pieces of information ---------------------------------------------------------------------------------------
def pieces_asked(scope: Scope):
    return Piece.objects.filter(info_request__in=received(scope).values("pk")).order_by()


def pieces_given(scope: Scope):
    return Piece.objects.filter(outcome__in=GIVEN_PIECES, info_request__in=given(scope).values("pk")).order_by()


def has_given_piece(condition: Q) -> Exists:
    """Of a request: whether a piece that was handed over fulfils the condition."""
    return Exists(Piece.objects.filter(condition, info_request=OuterRef("pk"), outcome__in=GIVEN_PIECES))


# --- the gate ----------------------------------------------------------------------------------------------------
def seen(user, info_requests):
    return access.visible_to(user, info_requests)


def seen_through(path: str):
    """The gate for rows that belong to a request: those of the requests this person may see."""

    def narrowed(user, rows):
        return rows.filter(**{f"{path}__in": access.visible_to(user, InformationRequest.objects.all()).values("pk")})

    return narrowed
