"""Test data that says what matters: an office with its people, and requests wherever the procedure may stand."""
