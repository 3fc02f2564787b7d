"""What happened: facts and constraints, no procedure. The verbs stand in workflow.services."""

from workflow.models.attachment import Attachment
from workflow.models.correction import CorrectionFile, CorrectionRequest
from workflow.models.cost import CostLine, Payment
from workflow.models.decision import Decision, Finding
from workflow.models.draft import DraftFile, FormDraft
from workflow.models.exchange import CaseNote, Consultation, Correspondence, Supplement
from workflow.models.letter import Letter
from workflow.models.opened import OpenedAnswer
from workflow.models.request import Extension, InformationRequest, Piece
from workflow.models.requester import Member, Requester
from workflow.models.saved_filter import SavedFilter

__all__ = [
    "Attachment",
    "CaseNote",
    "Consultation",
    "CorrectionFile",
    "CorrectionRequest",
    "Correspondence",
    "CostLine",
    "Decision",
    "DraftFile",
    "Extension",
    "Finding",
    "FormDraft",
    "InformationRequest",
    "Letter",
    "Member",
    "OpenedAnswer",
    "Payment",
    "Piece",
    "Requester",
    "SavedFilter",
    "Supplement",
]
