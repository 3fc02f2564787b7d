import django.db.models.deletion
from django.db import migrations, models

from cms.core.migration_operations import CreateModels


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        ("seq", models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name="số")),
                        ("prev_hash", models.CharField(max_length=64, verbose_name="dấu niêm trước")),
                        ("hash", models.CharField(max_length=64, unique=True, verbose_name="dấu niêm")),
                        ("payload", models.BinaryField(verbose_name="nội dung đã niêm")),
                        ("kind", models.CharField(max_length=80, verbose_name="việc")),
                        ("at", models.DateTimeField(verbose_name="thời điểm")),
                        (
                            "actor_id",
                            models.BigIntegerField(blank=True, null=True, verbose_name="khóa người thực hiện"),
                        ),
                        ("authority_code", models.CharField(blank=True, max_length=40, verbose_name="mã cơ quan")),
                        ("subject_type", models.CharField(blank=True, max_length=100, verbose_name="loại đối tượng")),
                        ("subject_id", models.CharField(blank=True, max_length=64, verbose_name="khóa đối tượng")),
                    ],
                    options={
                        "verbose_name": "bản ghi nhật ký",
                        "verbose_name_plural": "nhật ký",
                        "ordering": ["seq"],
                        "indexes": [
                            models.Index(fields=["subject_type", "subject_id", "seq"], name="audit_entry_by_subject"),
                            models.Index(fields=["authority_code", "seq"], name="audit_entry_by_authority"),
                            models.Index(fields=["kind", "seq"], name="audit_entry_by_kind"),
                            models.Index(fields=["actor_id", "seq"], name="audit_entry_by_actor"),
                            models.Index(fields=["at"], name="audit_entry_by_time"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EntryNote",
                    fields=[
                        (
                            "entry",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                primary_key=True,
                                related_name="note",
                                serialize=False,
                                to="audit.entry",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="lý do")),
                        ("address", models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng")),
                        ("salt", models.BinaryField(default=bytes, verbose_name="muối")),
                    ],
                    options={
                        "verbose_name": "lời ghi của nhật ký",
                        "verbose_name_plural": "lời ghi của nhật ký",
                    },
                ),
                migrations.CreateModel(
                    name="Erasure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="dòng đã xóa")),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="erasures",
                                to="audit.entry",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dấu xóa",
                        "verbose_name_plural": "dấu xóa",
                        "indexes": [models.Index(fields=["name"], name="audit_erasure_by_name")],
                    },
                ),
                migrations.CreateModel(
                    name="Head",
                    fields=[
                        ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                        ("seq", models.PositiveBigIntegerField(default=0, verbose_name="số cuối")),
                        (
                            "hash",
                            models.CharField(
                                default="0000000000000000000000000000000000000000000000000000000000000000",
                                max_length=64,
                                verbose_name="dấu niêm cuối",
                            ),
                        ),
                        ("at", models.DateTimeField(blank=True, null=True, verbose_name="thời điểm ghi cuối")),
                    ],
                    options={
                        "verbose_name": "đầu chuỗi nhật ký",
                        "verbose_name_plural": "đầu chuỗi nhật ký",
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("id", 1)), name="audit_head_is_one_row")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RowShape",
                    fields=[
                        (
                            "name",
                            models.CharField(max_length=32, primary_key=True, serialize=False, verbose_name="tên"),
                        ),
                        ("text", models.BinaryField(verbose_name="các cột")),
                    ],
                    options={
                        "verbose_name": "khuôn dòng lịch sử",
                        "verbose_name_plural": "khuôn dòng lịch sử",
                    },
                ),
            ],
        ),
    ]
