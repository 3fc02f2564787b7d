"""The pages that editors write, what an authority has decided about its obligations, and the plans officers keep."""

from home.models.compliance import DocumentLook, ObligationCode, ObligationRecord, ObligationReminder, SeatMeans
from home.models.difficulty import Difficulty
from home.models.documents import FormFile, FormsPage, LegalDocument, LegalDocumentsPage
from home.models.english import EnglishPage
from home.models.feedback import FeedbackPage, StatisticsPage
from home.models.focal import FocalPointsPage
from home.models.legal_review import LegalReview, ReviewRound, ReviewSheet
from home.models.moderation import AuthorityFiles, SecondPersonTask
from home.models.news import NewsIndexPage, NewsPage
from home.models.pages import AuthorityPage, HomePage, ImplementationPlanPage, InformationPage, QuestionsPage
from home.models.plan_reports import PlanFile, Reminder, ReminderLetter, Report
from home.models.planned_stop import PlannedStop
from home.models.plans import Assignment, Plan, Task
from home.models.procedure import AdministrativeProcedurePage, RequestProcedurePage
from home.models.regulation import RegulationPage, RegulationVersion
from home.models.report import (
    CoveredPeriod,
    OutsideBody,
    PeriodPart,
    PeriodReport,
    ReportPeriod,
    ReportReminder,
    ReportText,
)
from home.models.section import SectionPage
from home.models.training import CommunicationActivity, CommunicationPage, TrainingEvent, TrainingMaterial, TrainingPage

__all__ = [
    "AdministrativeProcedurePage",
    "Assignment",
    "AuthorityFiles",
    "AuthorityPage",
    "CommunicationActivity",
    "CommunicationPage",
    "CoveredPeriod",
    "Difficulty",
    "DocumentLook",
    "EnglishPage",
    "FeedbackPage",
    "FocalPointsPage",
    "FormFile",
    "FormsPage",
    "HomePage",
    "ImplementationPlanPage",
    "InformationPage",
    "LegalDocument",
    "LegalDocumentsPage",
    "LegalReview",
    "NewsIndexPage",
    "NewsPage",
    "ObligationCode",
    "ObligationRecord",
    "ObligationReminder",
    "OutsideBody",
    "PeriodPart",
    "PeriodReport",
    "Plan",
    "PlanFile",
    "PlannedStop",
    "QuestionsPage",
    "RegulationPage",
    "RegulationVersion",
    "Reminder",
    "ReminderLetter",
    "Report",
    "ReportPeriod",
    "ReportReminder",
    "ReportText",
    "RequestProcedurePage",
    "ReviewRound",
    "ReviewSheet",
    "SeatMeans",
    "SecondPersonTask",
    "SectionPage",
    "StatisticsPage",
    "Task",
    "TrainingEvent",
    "TrainingMaterial",
    "TrainingPage",
]
