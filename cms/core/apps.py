from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"
    verbose_name = "Cơ quan và tài khoản"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cms.core import checks, examinations, navigation, permission_names, tasks

        navigation.listen()
        permission_names.listen()
        tasks.connect()
        checks.connect()
        examinations.connect()
