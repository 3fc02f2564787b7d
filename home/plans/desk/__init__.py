"""Plans, reviews and difficulties in the Wagtail admin: doors that decide nothing; the rules stand in home.plans."""
