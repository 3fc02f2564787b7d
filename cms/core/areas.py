"""Where an authority sits, by the government's list of areas: prices of copying and printing follow it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Area(models.TextChoices):
    ORDINARY = "ORDINARY", _("Địa bàn thông thường")
    DIFFICULT = "DIFFICULT", _("Địa bàn có điều kiện kinh tế - xã hội khó khăn")
    ESPECIALLY_DIFFICULT = "ESPECIALLY_DIFFICULT", _("Địa bàn có điều kiện kinh tế - xã hội đặc biệt khó khăn")
