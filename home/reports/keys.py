"""Keys in addresses of reports: at most nine digits, which both databases can hold."""

from django.urls import register_converter

from home.plans.keys import Key


class ReportKey(Key):
    """A name of its own, so that the table of doors knows which record an address needs."""


register_converter(ReportKey, "report_key")
