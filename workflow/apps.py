from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "workflow"
    verbose_name = "Yêu cầu cung cấp thông tin"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from catalog import completeness
        from cms.core.acts import left
        from workflow import checks, tasks
        from workflow.services import leaving, opening

        left.connect(leaving.hand_back, dispatch_uid="workflow.leaving")
        completeness.of_answers(opening.gaps_of)
        checks.connect()
        tasks.connect()
