import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0002_faults"),
        ("core", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SuggestionDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="ngày")),
                ("shown", models.PositiveIntegerField(default=0, verbose_name="phiếu có gợi ý")),
                ("opened", models.PositiveIntegerField(default=0, verbose_name="phiếu đã mở gợi ý")),
                ("unsent", models.PositiveIntegerField(default=0, verbose_name="phiếu mở gợi ý rồi không gửi")),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestion_days",
                        to="core.authority",
                        verbose_name="cơ quan",
                    ),
                ),
            ],
            options={
                "verbose_name": "gợi ý trong ngày",
                "verbose_name_plural": "gợi ý theo ngày",
                "ordering": ["-day"],
                "constraints": [models.UniqueConstraint(fields=("authority", "day"), name="suggestion_day_once")],
            },
        ),
    ]
