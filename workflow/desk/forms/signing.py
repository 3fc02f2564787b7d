"""What the signing page asks: the level where the law splits by it, or why a proposal goes back."""

from django.utils.translation import gettext_lazy as _

from workflow.choices import Complexity, DecisionKind
from workflow.desk.forms.parts import complexity_choices, long_text, radios, splits_by_complexity
from workflow.desk.move_form import MoveForm


class ApproveForm(MoveForm):
    """Nothing to fill, save the level of a request that becomes valid under a law that splits by it."""

    complexity = radios(_("Mức độ"), initial=Complexity.COMPLEX)

    def __init__(self, *args, decision, **kwargs):
        self.decision = decision
        super().__init__(*args, **kwargs)

    def shape(self):
        if self.decision.kind == DecisionKind.VALID_ON and splits_by_complexity(self.case):
            self.fields["complexity"].choices = complexity_choices(self.case, valid_on=self.decision.day)
        else:
            del self.fields["complexity"]


class SendBackForm(MoveForm):
    reason = long_text(_("Cần sửa gì"), limit=2000, rows=3, error=_("Hãy nói cần sửa gì."))
