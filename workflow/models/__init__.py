"""What happened: facts and constraints, no procedure. The verbs stand in workflow.services."""

from workflow.models.attachment import Attachment, FileFinding, WithheldPart
from workflow.models.batch import BatchLine, IssueBatch
from workflow.models.correction import CorrectionFile, CorrectionRequest
from workflow.models.cost import CostLine, Payment
from workflow.models.decision import Decision, Finding
from workflow.models.draft import DraftFile, FormDraft
from workflow.models.due_calendar import DueCalendar
from workflow.models.exchange import CaseNote, Consent, Consultation, Correspondence, Supplement
from workflow.models.inspection import InspectedAuthority, InspectionDecision, InspectionFinding, Inspector
from workflow.models.letter import Letter
from workflow.models.opened import OpenedAnswer
from workflow.models.reading import ReadingFlag
from workflow.models.recall import LetterRecall
from workflow.models.register_export import RegisterExport
from workflow.models.remedy import Denouncer, Remedy, RemedyFile, RemedyReader
from workflow.models.request import Extension, InformationRequest, Piece
from workflow.models.requester import Member, Requester
from workflow.models.retention import RetentionAct, RetentionSchedule
from workflow.models.satisfaction import Satisfaction
from workflow.models.saved_filter import SavedFilter
from workflow.models.series import LetterSeries
from workflow.models.volume import RegisterVolume, VolumeRow
from workflow.models.wording import FrequentAnswer, LetterWording

__all__ = [
    "Attachment",
    "BatchLine",
    "CaseNote",
    "Consent",
    "Consultation",
    "CorrectionFile",
    "CorrectionRequest",
    "Correspondence",
    "CostLine",
    "Decision",
    "Denouncer",
    "DraftFile",
    "DueCalendar",
    "Extension",
    "FileFinding",
    "Finding",
    "FormDraft",
    "FrequentAnswer",
    "InformationRequest",
    "InspectedAuthority",
    "InspectionDecision",
    "InspectionFinding",
    "Inspector",
    "IssueBatch",
    "Letter",
    "LetterRecall",
    "LetterSeries",
    "LetterWording",
    "Member",
    "OpenedAnswer",
    "Payment",
    "Piece",
    "ReadingFlag",
    "RegisterExport",
    "RegisterVolume",
    "Remedy",
    "RemedyFile",
    "RemedyReader",
    "Requester",
    "RetentionAct",
    "RetentionSchedule",
    "Satisfaction",
    "SavedFilter",
    "Supplement",
    "VolumeRow",
    "WithheldPart",
]
