"""The figures of requests and of what came after them: each declared once, counted from the register (readings.md 16.4)."""

from workflow.statistics import corrections, cost, remedies, requests
from workflow.statistics.cases import ANSWERED
from workflow.statistics.yearly import Figures, YearFigures, figures_of

#: Every figure of this room, in the order of a report.
DEFINITIONS = (*requests.DEFINITIONS, *cost.DEFINITIONS, *corrections.DEFINITIONS, *remedies.DEFINITIONS)

__all__ = ["ANSWERED", "DEFINITIONS", "Figures", "YearFigures", "figures_of"]
