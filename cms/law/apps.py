from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LawConfig(AppConfig):
    name = "cms.law"
    label = "law"
    verbose_name = "Luật và lịch làm việc"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cms.audit.kinds import name_kinds
        from cms.law import checks, examinations, guards, kinds

        checks.connect()
        examinations.connect()
        name_kinds(kinds.KINDS)
        post_migrate.connect(guards.after_migrations, sender=self, dispatch_uid="law.guards.after")
