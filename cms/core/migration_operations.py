"""Operations for our own migrations."""

from django.db.migrations.operations.base import Operation, OperationCategory


class CreateModels(Operation):
    """Create many models in one step.

    Django renders every related model anew after each single CreateModel; for a room of thirty audited models that is
    most of the time a first `migrate` takes. Together they are rendered once. The models are created as the whole list
    leaves them, so what changes one of them afterwards (AddField, AddConstraint) stands behind the list, not in it.
    """

    category = OperationCategory.ADDITION

    def __init__(self, operations):
        self.operations = operations

    def deconstruct(self):
        return self.__class__.__qualname__, [], {"operations": self.operations}

    @property
    def reversible(self):
        return True

    def state_forwards(self, app_label, state):
        # What was rendered so far is dropped rather than kept in step; it is rendered again when somebody asks.
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self.operations)} models"
