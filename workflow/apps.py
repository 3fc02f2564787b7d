from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "workflow"
    verbose_name = "Yêu cầu cung cấp thông tin"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from workflow import checks, tasks

        checks.connect()
        tasks.connect()
