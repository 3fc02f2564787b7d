"""Checkpoints against the chain: those that stand in the database, and those that somebody kept elsewhere."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC

from django.db.models import Count, Max

from cms.audit import chain
from cms.audit.chain import Fault, Link, Problem
from cms.audit.checkpoint import Kept, known_keys, read, trusted_from
from cms.audit.models import Checkpoint
from cms.audit.notes import BadNote, PublicKey


class Points:
    """What verification holds against the entries it follows.

    `kept` are signed notes from outside, `keys` the public keys one trusts; without any, those in the database are
    believed, which somebody who rewrote it may have put there.
    """

    def __init__(self, kept: Iterable[str] = (), keys: Iterable[PublicKey] = ()):
        self.keys = trusted_from(keys) if keys else known_keys()
        self._expected: dict[int, list[tuple[str, str]]] = defaultdict(list)
        self._problems: dict[int, Problem] = {}
        self._read_until = self._matching = 0
        self._tally = {"count": 0, "number": 0, "seq": 0}
        self.kept: list[Kept] = []
        for note in kept:
            self._keep(note)

    def _keep(self, note):
        try:
            kept = read(note, self.keys)
        except BadNote:
            self._problems[0] = Problem(Fault.FORGED, 0, "điểm kiểm chứng đã giữ")
            return
        self.kept.append(kept)
        self._expected[kept.head.seq].append((kept.head.hash.hex(), f"đã giữ: {kept}"))

    def read_until(self, seq: int) -> None:
        """Read the checkpoints of the database up to this entry; one query for each batch of entries."""
        stored = Checkpoint.objects.filter(seq__gt=self._read_until, seq__lte=seq).order_by("number")
        for point in stored:
            self._expected[point.seq].append((point.hash, f"trong cơ sở dữ liệu: điểm số {point.number}"))
            if not self._is_genuine(point):
                self._problems[point.seq] = Problem(Fault.FORGED, point.seq, f"điểm số {point.number}")
        self._read_until = seq

    def _is_genuine(self, point) -> bool:
        """Signed by a known key, and the columns say what the note says."""
        try:
            kept = read(point.text, self.keys)
        except BadNote:
            return False
        said = (kept.number, kept.head.seq, kept.head.hash.hex(), kept.at)
        return said == (point.number, point.seq, point.hash, point.at.astimezone(UTC))

    def at(self, link: Link) -> Problem | None:
        """What is wrong at an entry whose seal holds."""
        for expected, told in self._expected.pop(link.seq, ()):
            if expected != link.hash.hex():
                return Problem(Fault.REWRITTEN, link.seq, f"{told}; còn khớp đến bản ghi {self._matching}")
            self._matching = link.seq
        return self._problems.pop(link.seq, None)

    def read_all(self) -> "Points":
        """How many checkpoints there are now, the last number, and how far they reach."""
        self._tally = Checkpoint.objects.aggregate(count=Count("pk"), number=Max("number"), seq=Max("seq"))
        return self

    def end(self, reached: chain.Head) -> Problem | None:
        """What is wrong where the chain ends."""
        if 0 in self._problems:
            return self._problems[0]
        if (self._tally["seq"] or 0) > reached.seq:
            return Problem(Fault.CUT, reached.seq + 1, "điểm kiểm chứng trong cơ sở dữ liệu nói đến bản ghi sau đó")
        latest = max(self.kept, key=lambda one: one.head.seq, default=None)
        if latest is not None and latest.head.seq > reached.seq:
            return Problem(Fault.ROLLED_BACK, reached.seq + 1, f"đã giữ: {latest}")
        number = self._tally["number"] or 0
        is_whole = self._tally["count"] == number and all(one.number <= number for one in self.kept)
        return None if is_whole else Problem(Fault.CHECKPOINT_MISSING, reached.seq)
