"""For a load balancer: does this process live, and can it do its work. Tells nobody anything more than that."""

from datetime import timedelta

from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.core import heartbeat

#: The worker goes round every few seconds; a long job may hold it for a while.
SILENT = timedelta(minutes=10)


@never_cache
@require_safe
def alive(request):
    """200 as long as this process answers; restart it when it does not."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def ready(request):
    """200 when requests can be served, 503 when not: send them elsewhere. A silent worker delays mail, and is told only."""
    last = heartbeat.last()
    worker = "ok" if last is not None and timezone.now() - last < SILENT else "silent"
    database = _database()
    return JsonResponse({"database": database, "worker": worker}, status=200 if database == "ok" else 503)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "down"
    return "ok"
