"""What can go wrong with the law's data, each said in one Vietnamese sentence that names its article."""

from cms.core.errors import DomainError, NotAllowed


class LawError(DomainError):
    """The law, or the record of it, does not allow what was asked."""


class NoSuchTerm(LawError):
    """The rule set knows no such time limit, or not that long a one."""


class NoSuchEntry(LawError):
    """The rule set holds no entry of that code."""


class NoRuleSet(LawError):
    """No adopted rule set is in force on that day."""


class CalendarError(LawError):
    """A day or a year that the working-day calendar cannot hold."""


class AdoptionError(LawError):
    """An adoption or a confirmation that needs another state or a second person."""


class SecondPersonNeeded(AdoptionError, NotAllowed):
    """Who proposed or entered something may not decide about it: two people, always."""


class FileError(LawError):
    """A rule-set or calendar file with slips; `slips` names every one of them, a sentence each."""

    def __init__(self, slips: list[str]):
        super().__init__(" ".join(slips))
        self.slips = slips


class RuleSetError(FileError):
    """A rule-set file that cannot be adopted."""


class CalendarFileError(FileError):
    """A calendar file that cannot be read."""


class RetentionListError(FileError):
    """A list of retention periods that cannot be read."""


class PriceListError(FileError):
    """A price list that cannot be read."""
