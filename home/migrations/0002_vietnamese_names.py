"""The names that Wagtail's own first migrations leave in the database in English, where editors meet them."""

from django.db import migrations

#: (app, model), fields, and the name before → after; a name that somebody has already changed is left alone.
NAMES = [
    (("auth", "Group"), ["name"], {"Editors": "Biên tập viên", "Moderators": "Người duyệt đăng"}),
    (("wagtailcore", "Workflow"), ["name"], {"Moderators approval": "Duyệt trang"}),
    (("wagtailcore", "Task"), ["name"], {"Moderators approval": "Duyệt trang"}),
    (("wagtailcore", "Collection"), ["name"], {"Root": "Gốc"}),
    (
        ("wagtailcore", "Page"),
        ["title", "draft_title"],
        {"Root": "Gốc", "Welcome to your new Wagtail site!": "Trang mẫu"},
    ),
]


def rename(apps, schema_editor):
    for model, fields, names in NAMES:
        for field in fields:
            for before, after in names.items():
                apps.get_model(*model).objects.filter(**{field: before}).update(**{field: after})


def rename_back(apps, schema_editor):
    for model, fields, names in NAMES:
        for field in fields:
            for before, after in names.items():
                apps.get_model(*model).objects.filter(**{field: after}).update(**{field: before})


class Migration(migrations.Migration):
    # Wagtail's own migrations look these groups up by their English names, so all of them come first.
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
    ]

    operations = [migrations.RunPython(rename, rename_back)]
