"""Figures of pages and offices, counted straight in SQL; part of test_figures_in_sql.py."""

_PAGE = """JOIN wagtailcore_page p ON p.id = x.page_id JOIN wagtailcore_page above ON above.path = SUBSTR(p.path, 1, 12)
  JOIN home_authoritypage a ON a.page_ptr_id = above.id WHERE p.live AND above.live"""
_HELD = "x.held_on BETWEEN %(start)s AND %(end)s GROUP BY 1, 2"


def pages(table, amount="COUNT(*)", part="''", when=_HELD):
    return f"SELECT a.authority_id, {part}, {amount} FROM {table} x {_PAGE} AND {when}"


SQL = {
    "activities": pages("home_communicationactivity"),
    "activities_form": pages("home_communicationactivity", part="x.form"),
    "reached": pages("home_communicationactivity", "SUM(x.reached)"),
    "trainings": pages("home_trainingevent"),
    "trained_people": pages("home_trainingevent", "SUM(x.trained)"),
    "focal_officers": """SELECT h.authority_id, '', COUNT(DISTINCT h.user_id) FROM core_roleholder h
      JOIN core_user u ON u.id = h.user_id WHERE h.role = 'FOCAL_OFFICER' AND u.is_active AND h.since_on <= %(end)s
      AND (h.until_on IS NULL OR h.until_on >= %(end)s) GROUP BY 1, 2""",
    "focal_trained": """SELECT u.authority_id, CASE WHEN f.trained_on <= %(end)s THEN 'TRAINED' ELSE 'NOT_TRAINED' END,
      COUNT(*) FROM core_focalpoint f JOIN core_unit u ON u.id = f.unit_id WHERE u.is_active GROUP BY 1, 2""",
    "with_section": """SELECT a.authority_id, '', COUNT(*) FROM home_authoritypage a
      JOIN wagtailcore_page p ON p.id = a.page_ptr_id WHERE p.live GROUP BY 1, 2""",
    "with_regulation": pages(
        "home_regulationversion", "COUNT(DISTINCT a.authority_id)", when="x.effective_from <= %(end)s GROUP BY 1, 2"
    ),
}
