from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "catalog"
    verbose_name = "Danh mục thông tin"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.urls import register_converter

        from catalog import addresses, full_text, item_entries, letters, tasks
        from catalog.act_names import ACTS
        from cms.audit.kinds import name_kinds

        name_kinds(ACTS)
        # Before any urlconf is read: the public side and the desk both use it.
        register_converter(addresses.ItemCode, "item_code")
        register_converter(addresses.ListFile, "list_file")
        tasks.connect()
        full_text.connect()
        letters.connect()
        item_entries.connect()
