"""The second process of every installation: carries the mail and does by the clock what the rooms asked for."""

import logging
import signal
import time

from django.core.management import BaseCommand
from django.db import Error, close_old_connections, connections
from django.utils import timezone

from cms.core import heartbeat, outbox, periodic

logger = logging.getLogger(__name__)

#: Seconds between looks at whether somebody asked for the end: short enough for Windows, where a wait is not interrupted.
NAP = 0.25


class Command(BaseCommand):
    help = (
        "Tiến trình nền: gửi thư đang chờ, báo việc mỗi sáng làm việc, dọn dữ liệu tạm mỗi giờ. "
        "Dừng bằng Ctrl+C hoặc tín hiệu kết thúc; việc đang làm được làm xong."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="làm một lượt rồi dừng")
        parser.add_argument("--interval", type=float, default=5, help="số giây giữa hai lượt; mặc định 5")

    def handle(self, *, once, interval, **options):
        self.is_ending = False
        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):  # SIGHUP is not on Windows, SIGBREAK only there
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self.end)
        turns = periodic.Round()
        while not self.is_ending:
            if self.go_round(turns):
                continue
            if once:
                break
            self.rest(interval)
            if not self.is_ending:
                close_old_connections()  # one may have grown old during the rest
        logger.info("The worker has stopped")

    def end(self, *signal_and_frame):
        """Asked to stop: finish what is in hand, then go."""
        self.is_ending = True

    def go_round(self, turns: periodic.Round) -> bool:
        """One turn; True when more mail is due at once. A database that is away ends the turn, never the worker."""
        at = timezone.now()
        heartbeat.beat(at)
        try:
            sent = outbox.carry(at)
            turns.run_due(at)
        except Error:
            logger.exception("The database did not answer; the worker tries again")
            connections.close_all()
            return False
        if sent:
            logger.debug("%s messages sent", sent)
        return sent == outbox.BATCH

    def rest(self, seconds):
        until = time.monotonic() + seconds
        while not self.is_ending and (left := until - time.monotonic()) > 0:
            time.sleep(min(NAP, left))
