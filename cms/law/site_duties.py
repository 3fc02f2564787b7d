"""Duties of the site itself, which the decree on digital services sets and not the access law.

Source: Nghị định 224/2026/NĐ-CP, in force from 01/07/2026.
"""

from cms.law.choices import Labelled, Unit
from cms.law.terms import Term


class SiteDuty(Labelled):
    STOP_NOTICE = "STOP_NOTICE", "báo trước khi tạm ngừng"


#: A planned stop is announced at least so long before it begins (Điều 13.1.a).
STOP_NOTICE = Term(SiteDuty.STOP_NOTICE, 7, Unit.WORKING_DAY, "Nghị định 224/2026/NĐ-CP, Điều 13.1.a")
