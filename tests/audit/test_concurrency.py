"""Four people act at the same time: one chain, without a fork and without a gap."""

from threading import Barrier, Thread

import pytest
from django.db import connection, transaction

from cms.audit.models import Entry, Head
from cms.audit.record import record
from cms.audit.verify import verify

WRITERS, ACTS = 4, 12


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_make_one_chain():
    start, slips = Barrier(WRITERS), []

    def write(number):
        try:
            start.wait(timeout=10)
            for turn in range(ACTS):
                with transaction.atomic():
                    record("request.sent", data={"writer": number, "turn": turn})
        except Exception as slip:
            slips.append(slip)
        finally:
            connection.close()

    writers = [Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=60)

    assert slips == []
    assert list(Entry.objects.values_list("seq", flat=True)) == list(range(1, WRITERS * ACTS + 1))
    assert len(set(Entry.objects.values_list("prev_hash", flat=True))) == WRITERS * ACTS
    assert Head.objects.get().seq == WRITERS * ACTS
    assert verify().problem is None


@pytest.mark.django_db(transaction=True)
def test_writer_that_rolls_back_leaves_no_gap():
    start, slips = Barrier(2), []

    def write(keeps):
        try:
            start.wait(timeout=10)
            for _ in range(ACTS):
                with transaction.atomic():
                    record("request.sent")
                    transaction.set_rollback(not keeps)
        except Exception as slip:
            slips.append(slip)
        finally:
            connection.close()

    writers = [Thread(target=write, args=(keeps,)) for keeps in (True, False)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=60)

    assert slips == []
    assert list(Entry.objects.values_list("seq", flat=True)) == list(range(1, ACTS + 1))
    assert verify().problem is None
