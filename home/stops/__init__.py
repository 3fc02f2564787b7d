"""Planned stops: when one may begin at the earliest, the acts of two people, and what readers are told."""
