"""Many requests in the register, as several offices would have received them over the years, straight into PostgreSQL.

Each is a copy, made by the database itself, of one that went through the services: one in fifty is still open, though
never fewer than a page of the worklist shows. Histories, the chain, decisions and letters are left out.
"""

from django.core.management.color import no_style
from django.db import connection

from cms.core.dates import short, today
from tests.factories.core import House
from tests.factories.workflow import Case, case_in
from workflow.choices import Status
from workflow.models import Decision, InformationRequest, Piece, Requester
from workflow.models.decision import Finding

#: One request in so many is open, and at least so many in each office: a page shows as many rows whatever the register.
OPEN_ONE_IN, LEAST_OPEN = 50, 60


def load(houses: list[House], rows: int, already: int = 0) -> None:
    """So many more requests: each office has as many as the others. Only on PostgreSQL."""
    own = rows // len(houses)
    samples = [(_answered(house), _open(house)) for house in houses]
    open_ones = max(own // OPEN_ONE_IN, LEAST_OPEN)
    for place, (answered, still_open) in enumerate(samples):
        _copy(answered, own - open_ones, f"A{place}", already)
        _copy(still_open, open_ones, f"M{place}", already)
    models = (InformationRequest, Requester, Piece, Decision, Finding)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def analyze() -> None:
    with connection.cursor() as cursor:
        for model in (InformationRequest, Requester, Piece, Decision, Finding):
            cursor.execute(f"ANALYZE {model._meta.db_table}")


def _answered(house):
    return case_in(Status.PROVIDED, house, "02/11/2026").now


def _open(house):
    return Case.sent(house, on=short(today())).accept().now


def _copy(sample, rows, prefix, already):
    """Copies of a request with its requester and pieces, their days spread over eight years or the coming weeks."""
    with connection.cursor() as cursor:
        shift = {model: _next(cursor, model) for model in (InformationRequest, Requester, Piece)}
        days = "mod(n * 7919, 2900)" if sample.outcome_on else "mod(n, 20)"
        dates = {
            name: f"{name} - {days}"
            for name in ("sent_on", "received_on", "complete_on", "valid_on", "due_on", "told_due_on", "outcome_on")
        }
        moments = {
            name: f"{name} - {days} * interval '1 day'"
            for name in ("sent_at", "entered_at", "accepted_at", "closed_at")
        }
        _clone(cursor, Requester, "id = %s", sample.requester_id, rows, {
            "id": f"{shift[Requester]} + n",
            "name": "'Người yêu cầu số ' || n", "folded_name": "'nguoi yeu cau so ' || n",
        })  # fmt: skip
        _clone(cursor, InformationRequest, "id = %s", sample.pk, rows, dates | moments | {
            "id": f"{shift[InformationRequest]} + n",
            "requester_id": f"{shift[Requester]} + n",
            "code": f"'{prefix}-{already}-' || lpad(n::text, 6, '0')",
            "submission_key": "NULL",
            "tracking_hash": "md5(n::text) || md5(n::text)",
        })  # fmt: skip
        pieces = Piece.objects.filter(info_request=sample).count()
        _clone(cursor, Piece, "info_request_id = %s", sample.pk, rows, {
            "id": f"{shift[Piece]} + n * {pieces} + position", "info_request_id": f"{shift[InformationRequest]} + n",
        })  # fmt: skip


def _next(cursor, model):
    cursor.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {model._meta.db_table}")
    return cursor.fetchone()[0]


def _clone(cursor, model, where, key, rows, changed):
    columns = [field.column for field in model._meta.concrete_fields]
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(changed.get(name, f'"{name}"') for name in columns)
    statement = f"INSERT INTO {model._meta.db_table} ({names}) SELECT {values} FROM {model._meta.db_table}"
    cursor.execute(f"{statement}, generate_series(0, {rows - 1}) AS n WHERE {where}", [key])
