"""The base of every short form: what the officer saw, what they type, and what the service is told."""

from django import forms

from cms.core.day_field import tell_today
from workflow.desk.fields import KeptFilesField


class MoveForm(forms.Form):
    """One move's form. Status, due date and numbers are never fields; a field has the name of the service's argument.

    `case` is the request, `by` the officer, `day` today. `seen` carries the version the officer looked at (S8).
    """

    #: Whether `rule()` names the article itself.
    rule_cites = False

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, case, by, day, query=None, **kwargs):
        self.case, self.by, self.day, self.query = case, by, day, query or {}
        super().__init__(*args, label_suffix="", **kwargs)
        tell_today(self, day)
        for field in self.fields.values():
            # The browser's own bubble speaks another language and names no remedy.
            field.widget.use_required_attribute = lambda initial: False
        self.fields["seen"].initial = case.version
        self.shape()

    def shape(self):
        """Fit the fields to the case: choices of its law, fields it does not need."""

    def rule(self) -> str:
        """The rule in one box at the top; empty where the article beside the heading says enough."""
        return ""

    def outlook(self) -> str:
        """The last line before the buttons: what will be true afterwards."""
        return ""

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self._keep_files(cleaned)
        return cleaned

    def _keep_files(self, cleaned):
        # Last of all: a form that is sent back for another field must not leave files behind.
        for name, field in self.fields.items():
            if isinstance(field, KeptFilesField):
                try:
                    cleaned[name] = field.keep(cleaned[name])
                except forms.ValidationError as refused:
                    self.add_error(name, refused)

    def words(self) -> dict:
        """What the service is told besides the request, the version, the person and the moment."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        for name, field in self.fields.items():
            if isinstance(field, KeptFilesField) and not field.many:
                told[name] = told[name][0] if told[name] else None
        return told

    def slip(self, error) -> None:
        """Put what a service refused where it happened."""
        self.add_error(error.field if error.field in self.fields else None, str(error))
