"""What machines take away in order: the whole installation, and what changed since their last visit."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0003_suggestion_days")]

    operations = [
        migrations.AddIndex(
            model_name="informationitem",
            index=models.Index(
                condition=models.Q(("live", True)), fields=["-published_on", "-id"], name="item_newest_anywhere"
            ),
        ),
        migrations.AddIndex(
            model_name="informationitem",
            index=models.Index(
                condition=models.Q(("live", True)),
                fields=["authority", "-last_published_at", "-id"],
                name="item_changed",
            ),
        ),
        migrations.AddIndex(
            model_name="informationitem",
            index=models.Index(
                condition=models.Q(("live", True)), fields=["-last_published_at", "-id"], name="item_changed_anywhere"
            ),
        ),
        migrations.AddIndex(
            model_name="informationitem",
            index=models.Index(
                condition=models.Q(("state", "WITHDRAWN")),
                fields=["authority", "-withdrawn_on", "-id"],
                name="item_withdrawn",
            ),
        ),
    ]
