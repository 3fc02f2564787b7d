"""What the authority holds and has opened: items with their versions, groups, public service units; what is searched."""

from catalog.models.entry import EntryFile, FileText, PublicEntry
from catalog.models.fault import Fault, FaultKind
from catalog.models.group import ItemGroup
from catalog.models.imports import ImportColumns, ImportedRow, ImportFinding, ItemImport
from catalog.models.item import InformationItem
from catalog.models.parts import ItemFile, ItemLink, ItemVersion
from catalog.models.service_unit import PublicServiceUnit
from catalog.models.suggestion import SuggestionDay

__all__ = [
    "EntryFile",
    "Fault",
    "FaultKind",
    "FileText",
    "ImportColumns",
    "ImportFinding",
    "ImportedRow",
    "InformationItem",
    "ItemFile",
    "ItemGroup",
    "ItemImport",
    "ItemLink",
    "ItemVersion",
    "PublicEntry",
    "PublicServiceUnit",
    "SuggestionDay",
]
