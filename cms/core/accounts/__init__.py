"""Accounts of staff in the admin: invited, reset, disabled; never shared, never deleted."""
