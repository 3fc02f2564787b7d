"""What lists and pages show of one matter: its address and how long there is."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workflow.desk.due import Chip, chip
from workflow.remedy_choices import RemedyStatus

LIST = _("Khiếu nại, khởi kiện, tố cáo")


def list_url() -> str:
    return reverse("khieu-nai_modeladmin_index")


def remedy_url(remedy) -> str:
    return reverse("desk:remedy", args=[remedy.code])


def chip_of(remedy, desk) -> Chip:
    """How long there is; what waits for a court or another body has no day of ours."""
    if remedy.is_open and remedy.due_on is None:
        is_paused = remedy.status == RemedyStatus.SUSPENDED
        return Chip("wait", _("Tạm đình chỉ") if is_paused else _("Chờ nơi giải quyết"))
    if not remedy.is_open:
        return Chip("late" if remedy.is_late else "done", remedy.get_status_display())
    return chip(remedy, desk.day, desk.calendar, desk.soon_until(remedy.authority))
