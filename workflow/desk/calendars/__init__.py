"""Lịch và thời hạn: the working-day calendar, its changes and the rule sets, read by all, decided by two people."""
