"""Which sets stay, and that they lie in more than one place (three copies, two places, one elsewhere)."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from cms.core.backup import sets

#: Every set of so many days, then the last of each week, then the last of each month.
DAYS, WEEKS, MONTHS = 7, 5, 12


def folders() -> list[Path]:
    """Where sets lie: they are made in the first, and copied to the others (another disk, a mounted host)."""
    return [Path(folder) for folder in settings.BACKUP_FOLDERS]


def carry(kept: sets.Kept) -> list[Path]:
    """Copy a set to every other folder; returns those that could not take it."""
    failed = []
    for folder in folders()[1:]:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            part = folder / f"{kept.path.name}.part"
            shutil.copyfile(kept.path, part)
            with part.open("rb") as stream:
                if sets.manifest.digest(stream) != kept.sha256:
                    raise OSError("copied wrongly")
            part.replace(folder / kept.path.name)
            shutil.copyfile(sets.note_of(kept.path), sets.note_of(folder / kept.path.name))
        except OSError:
            failed.append(folder)
    return failed


def prune(at: datetime) -> int:
    """Remove what no rule keeps, in every folder; returns how many sets went. The newest of a folder always stays."""
    gone = 0
    for folder in folders():
        there = sets.found_in(folder)
        staying = {one.path for one in chosen(there, at)}
        for one in there:
            if one.path not in staying:
                sets.drop(one)
                gone += 1
    return gone


def chosen(there: list[sets.Kept], at: datetime) -> list[sets.Kept]:
    """Those of the sets, the newest first, that stay."""
    stay, weeks, months = there[:1], set(), set()
    for one in there:
        age, week, month = at - one.made_at, one.made_at.isocalendar()[:2], (one.made_at.year, one.made_at.month)
        of_days = age < timedelta(days=DAYS)
        of_weeks = week not in weeks and age < timedelta(weeks=WEEKS)
        of_months = month not in months and age < timedelta(days=31 * MONTHS)
        weeks.add(week)
        months.add(month)
        if (of_days or of_weeks or of_months) and one not in stay:
            stay.append(one)
    return stay
