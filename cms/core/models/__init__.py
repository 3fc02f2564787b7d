"""Who there is: authorities, their units and focal points, people and the roles they hold; and the mail to send."""

from cms.core.models.authority import Authority
from cms.core.models.delegation import Delegation
from cms.core.models.identity import Identity
from cms.core.models.outbox import Mail
from cms.core.models.passwords import UsedPassword
from cms.core.models.predecessor import Predecessor
from cms.core.models.review import ReviewLine, RightsReview
from cms.core.models.second_factor import FactorChoice
from cms.core.models.throttle import Attempt
from cms.core.models.unit import FocalPoint, Unit
from cms.core.models.usefulness import Usefulness
from cms.core.models.user import RoleHolder, User
from cms.core.numbers import Counter

__all__ = [
    "Attempt",
    "Authority",
    "Counter",
    "Delegation",
    "FactorChoice",
    "FocalPoint",
    "Identity",
    "Mail",
    "Predecessor",
    "ReviewLine",
    "RightsReview",
    "RoleHolder",
    "Unit",
    "UsedPassword",
    "Usefulness",
    "User",
]
