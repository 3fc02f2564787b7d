"""Doors for officers and supervisors, in the Wagtail admin; they decide nothing."""
