"""50,000 cases as a file: under 60 seconds of one processor, within 512 MB, measured in a process of its own."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection
from django.db.models import QuerySet

from tests.factories.core import make_house
from tests.factories.workflow import Case
from workflow.models import InformationRequest, Piece, Requester

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]
ROWS = 50_000
SECONDS, MEGABYTES = 60, 512

#: Writes the register and says what it cost: seconds of the processor, the most memory the process ever held, rows.
_PROGRAM = """
import json, os, resource, sys
import django
django.setup()
from django.conf import settings
from django.db import connections
connections["default"].settings_dict["NAME"] = sys.argv[1]
from django.utils import timezone
from cms.core.models import Authority, User
from workflow import register
kind, path = sys.argv[2:4]
with open(path, "wb") as target:
    count = register.export(
        target, authority=Authority.objects.get(code=sys.argv[4]), by=User.objects.get(username=sys.argv[5]),
        at=timezone.now(), kind=kind, personal=True, reason="Đo tốc độ",
    )
used = resource.getrusage(resource.RUSAGE_SELF)
# Not ru_maxrss: that one still knows how large the process was from which this one was started.
most = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({"seconds": used.ru_utime + used.ru_stime, "megabytes": int(most) // 1024, "rows": count}))
"""


def copies(sample, rows):
    """So many requests like the sample, each with its requester and piece; straight into the tables, without history."""

    def made(model, things):
        QuerySet(model).bulk_create(things, batch_size=500)

    def copy(thing, **changed):
        values = {field.attname: getattr(thing, field.attname) for field in thing._meta.concrete_fields} | changed
        return type(thing)(**values)

    first = 1_000_000
    made(Requester, (copy(sample.requester, id=first + n) for n in range(rows)))
    made(
        InformationRequest,
        (
            copy(
                sample, id=first + n, requester_id=first + n, code=f"CQ-{n:06d}", submission_key=None,
                tracking_hash=f"{n:064d}",
            )
            for n in range(rows)
        ),
    )  # fmt: skip
    (piece,) = sample.pieces.all()
    made(Piece, (copy(piece, id=first + n, info_request_id=first + n) for n in range(rows)))


def test_fifty_thousand_cases(tmp_path):
    house = make_house()
    case = Case.sent(house, "02/11/2026").accept().propose_to_refuse().approve().issue(number="5")
    copies(InformationRequest.objects.select_related("requester").get(pk=case.pk), ROWS)
    for kind in ("XLSX", "CSV"):
        cost = written(house, kind, tmp_path)
        assert cost["rows"] == ROWS + 1
        assert cost["seconds"] < SECONDS, cost
        assert cost["megabytes"] < MEGABYTES, cost


def written(house, kind, tmp_path):
    """What writing the file cost a process of its own."""
    done = subprocess.run(
        [
            sys.executable, "-c", _PROGRAM, str(connection.settings_dict["NAME"]), kind, str(tmp_path / "so"),
            house.authority.code, house.officer.username,
        ],
        capture_output=True, text=True, check=False, env=os.environ | {"DJANGO_SETTINGS_MODULE": "cms.settings.test"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
