"""Addresses elsewhere that a public page may point at: only secure ones."""

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

SECURE = URLValidator(schemes=["https"], message=_("Nhập địa chỉ đầy đủ, bắt đầu bằng https://"))


class SecureURLField(models.URLField):
    """An address that begins with https://; anything else is refused with a plain sentence."""

    default_validators = [SECURE]

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https"} | kwargs)
