"""Thống kê in the Wagtail admin: doors that decide nothing."""
