"""What the worker does by the clock. Rooms above register here what is theirs; this room knows no law and no request.

A job must be harmless when it runs twice: a restarted worker begins anew, and several workers may run side by side.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time

from django.utils import timezone

logger = logging.getLogger(__name__)

#: Local time from which the jobs of a morning may run.
MORNING = time(7)

Job = Callable[[datetime], object]
_every_turn: dict[str, Job] = {}
_hourly: dict[str, Job] = {}
_every_morning: dict[str, Job] = {}


def every_turn(job: Job) -> Job:
    """Let `job(at)` run at each turn of the worker, seconds apart: it must find quickly that there is nothing to do."""
    _every_turn[_name(job)] = job
    return job


def every_hour(job: Job) -> Job:
    """Let `job(at)` run once an hour."""
    _hourly[_name(job)] = job
    return job


def every_morning(job: Job) -> Job:
    """Let `job(at)` run once a local day, from 07:00 on. Whether the day is a working day the job asks itself."""
    _every_morning[_name(job)] = job
    return job


def _name(job: Job) -> str:
    return f"{job.__module__}.{job.__name__}"


@dataclass
class Round:
    """One worker's memory of which job ran in which hour or on which day."""

    _ran: dict[str, datetime] = field(default_factory=dict)

    def run_due(self, at: datetime) -> list[str]:
        """Run what is due; returns the names that ran to their end. One job's failure is told and stops no other."""
        local = timezone.localtime(at)
        due = [(name, job, local) for name, job in _every_turn.items()]
        due += [(name, job, local.replace(minute=0, second=0, microsecond=0)) for name, job in _hourly.items()]
        if local.time() >= MORNING:
            due += [
                (name, job, local.replace(hour=0, minute=0, second=0, microsecond=0))
                for name, job in _every_morning.items()
            ]
        return [name for name, job, turn in due if self._ran.get(name) != turn and self._run(name, job, turn, at)]

    def _run(self, name: str, job: Job, turn: datetime, at: datetime) -> bool:
        self._ran[name] = turn
        try:
            job(at)
        except Exception:
            logger.exception("%s did not run to its end", name)
            return False
        return True
