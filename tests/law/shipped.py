"""The rule sets and the calendar of this release, as the law's tests read them."""

from cms.law.reading import read_rule_set, read_year, shipped_rule_sets, shipped_years
from cms.law.workdays import WorkCalendar

RULE_SETS = {code: read_rule_set(source) for code, source in shipped_rule_sets().items()}
L16, L26 = RULE_SETS["L16"], RULE_SETS["L26"]
YEARS = [read_year(source) for source in shipped_years().values()]
CALENDAR = WorkCalendar([day for year in YEARS for day in year.days], [year.year for year in YEARS])
