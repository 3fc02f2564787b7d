"""Inspections at the desk: decisions, their confirmation, what they found and how it was handled. It decides nothing."""
