"""Rights on pages and files follow the roles; what Wagtail's first migrations give to its two groups goes."""

from django.db import migrations


def take_rights_of_groups(apps, schema_editor):
    apps.get_model("wagtailcore", "GroupPagePermission").objects.all().delete()
    apps.get_model("wagtailcore", "GroupCollectionPermission").objects.all().delete()
    apps.get_model("auth", "Group").objects.filter(name__in=["Biên tập viên", "Người duyệt đăng"], user=None).delete()


class Migration(migrations.Migration):
    dependencies = [("home", "0002_vietnamese_names")]

    operations = [migrations.RunPython(take_rights_of_groups, migrations.RunPython.noop)]
