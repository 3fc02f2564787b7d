from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Trang công khai"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from wagtail.documents.permissions import permission_policy as documents
        from wagtail.images import permissions as images
        from wagtail.permissions import page_permission_policy

        from cms.core import file_rights, navigation, page_rights
        from cms.core.models.predecessor import former_names
        from home import entry_listeners, estate, tasks
        from home.compliance import tasks as compliance_tasks
        from home.plans import tasks as plan_tasks
        from home.reports import tasks as report_tasks
        from home.stops.banner import banners
        from workflow.management.demo import more

        plan_tasks.connect()
        report_tasks.connect()
        page_rights.stands(estate.read)
        entry_listeners.connect()
        file_rights.kept_by(estate.collections_of)
        navigation.also("stops", banners)
        navigation.also("former", former_names)
        # Wagtail has one policy object of each kind for all its screens, and no setting for it.
        page_permission_policy.__class__ = page_rights.RolePagePolicy
        documents.__class__ = images.permission_policy.__class__ = file_rights.RoleCollectionPolicy
        tasks.connect()
        compliance_tasks.connect()
        more.told_by(_compliance_stories)
        more.told_by(_reorganisation_stories)


def _compliance_stories(offices, days):
    """For the demonstration alone, and so loaded only there."""
    from home.demo import compliance

    return compliance.stories(offices, days)


def _reorganisation_stories(offices, days):
    from home.demo import reorganisations

    return reorganisations.stories(offices, days)
