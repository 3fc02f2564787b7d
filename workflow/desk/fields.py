"""Fields of the desk's forms: files to keep, an officer of the authority, a day typed as 18/11."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.core import files
from cms.core.day_field import DayField, DayInput
from workflow.choices import FileRole
from workflow.services import scanning
from workflow.services.answers import StoredFile

__all__ = ["TEXT_ROWS", "DayField", "DayInput", "KeptFilesField", "PersonChoice"]

TEXT_ROWS = 4


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class KeptFilesField(forms.FileField):
    """One file or several, checked by content and stored; gives StoredFile rows that a service attaches.

    The form stores them last of all; what a service then refuses stays on disk without a row, and the sweeper
    takes it after a day.
    """

    def __init__(self, *, role=FileRole.ANSWER, many=False, **kwargs):
        self.role, self.many = role, many
        widget = ManyFilesInput(attrs={"multiple": True}) if many else forms.FileInput()
        kwargs.setdefault("help_text", _("PDF, JPG, PNG, DOCX, ODT, XLSX hoặc TXT, mỗi tệp không quá 10 MB."))
        super().__init__(widget=widget, **kwargs)

    def clean(self, data, initial=None):
        given = data if isinstance(data, list | tuple) else [data]
        chosen = tuple(
            one for one in (super(KeptFilesField, self).clean(each, initial) for each in given or [None]) if one
        )
        if len(chosen) > files.MAX_COUNT:
            raise ValidationError(_("Mỗi lần chọn không quá 5 tệp."))
        if sum(one.size for one in chosen) > files.MAX_TOTAL:
            raise ValidationError(_("Các tệp cộng lại lớn hơn 25 MB. Hãy chia thành nhiều lần."))
        return chosen

    def keep(self, chosen) -> tuple[StoredFile, ...]:
        """Store what was chosen; ValidationError with a plain sentence where a file is refused."""
        return tuple(_stored(files.keep(one.name, one.read(), files.FROM_STAFF), self.role) for one in chosen)


def _stored(kept, role):
    return StoredFile(
        name=kept.name,
        path=kept.path,
        content_type=kept.content_type,
        size=kept.size,
        sha256=kept.sha256,
        state=scanning.first_state(),
        role=role,
    )


class PersonChoice(forms.ModelChoiceField):
    """A member of staff, by name and post."""

    def label_from_instance(self, person):
        return f"{person}, {person.post}" if person.post else str(person)
