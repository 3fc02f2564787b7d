"""The editors' start page and menu, in the Wagtail admin; they decide nothing."""
