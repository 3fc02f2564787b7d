from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class AuditConfig(AppConfig):
    name = "cms.audit"
    label = "audit"
    verbose_name = "Nhật ký"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cms.audit import checks, examinations, guards, listeners, shapes, tasks

        checks.connect()
        examinations.connect()
        listeners.connect()
        tasks.connect()
        pre_migrate.connect(guards.before_migrations, sender=self, dispatch_uid="audit.guards.before")
        post_migrate.connect(guards.after_migrations, sender=self, dispatch_uid="audit.guards.after")
        post_migrate.connect(shapes.after_migrations, sender=self, dispatch_uid="audit.shapes.after")
