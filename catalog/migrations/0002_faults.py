import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0001_items"),
    ]

    operations = [
        migrations.AddField(
            model_name="informationitem",
            name="broken_since",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="có chỗ hỏng từ ngày"),
        ),
        migrations.AddField(
            model_name="itemfile",
            name="checked_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="kiểm tra lúc"),
        ),
        migrations.AddField(
            model_name="itemlink",
            name="checked_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="kiểm tra lúc"),
        ),
        migrations.CreateModel(
            name="Fault",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("MISSING", "Tệp không còn trong kho"),
                            ("DAMAGED", "Tệp bị thay đổi, không còn đúng bản đã công khai"),
                            ("GONE", "Địa chỉ không còn"),
                            ("FAILED", "Trang đích báo lỗi"),
                            ("NO_ANSWER", "Trang đích không trả lời"),
                            ("MOVED", "Đã chuyển sang địa chỉ khác"),
                        ],
                        max_length=20,
                        verbose_name="hỏng thế nào",
                    ),
                ),
                ("status", models.PositiveSmallIntegerField(null=True, verbose_name="mã trả lời")),
                ("since", models.DateField(verbose_name="hỏng từ ngày")),
                ("checked_at", models.DateTimeField(verbose_name="kiểm tra lúc")),
                (
                    "file",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fault",
                        to="catalog.itemfile",
                        verbose_name="tệp",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="faults",
                        to="catalog.informationitem",
                        verbose_name="mục",
                    ),
                ),
                (
                    "link",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fault",
                        to="catalog.itemlink",
                        verbose_name="đường dẫn",
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp, đường dẫn hỏng",
                "verbose_name_plural": "tệp, đường dẫn hỏng",
                "ordering": ["since", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("file__isnull", False), ("link", None)),
                            models.Q(("file", None), ("link__isnull", False)),
                            _connector="OR",
                        ),
                        name="fault_of_a_file_or_a_link",
                    )
                ],
            },
        ),
    ]
