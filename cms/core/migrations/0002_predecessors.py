import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalPredecessor",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ip_address", models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng")),
                ("name", models.CharField(max_length=200, verbose_name="tên cơ quan trước")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("PROVINCE", "Cấp tỉnh"),
                            ("DISTRICT", "Cấp huyện"),
                            ("COMMUNE", "Cấp xã"),
                            ("DEPARTMENT", "Sở, ban, ngành"),
                            ("SERVICE_UNIT", "Đơn vị sự nghiệp công lập"),
                        ],
                        max_length=20,
                        verbose_name="cấp",
                    ),
                ),
                ("ended_on", models.DateField(verbose_name="ngày kết thúc hoạt động")),
                (
                    "decision",
                    models.CharField(
                        help_text="Số, ngày nghị quyết, quyết định", max_length=200, verbose_name="văn bản sắp xếp"
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="xác nhận lúc")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người xác nhận",
                    ),
                ),
                (
                    "former",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.authority",
                        verbose_name="cơ quan trong hệ thống này",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người đề nghị",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.authority",
                        verbose_name="cơ quan tiếp nhận",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical cơ quan trước khi sắp xếp",
                "verbose_name_plural": "historical cơ quan trước khi sắp xếp",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Predecessor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="tên cơ quan trước")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("PROVINCE", "Cấp tỉnh"),
                            ("DISTRICT", "Cấp huyện"),
                            ("COMMUNE", "Cấp xã"),
                            ("DEPARTMENT", "Sở, ban, ngành"),
                            ("SERVICE_UNIT", "Đơn vị sự nghiệp công lập"),
                        ],
                        max_length=20,
                        verbose_name="cấp",
                    ),
                ),
                ("ended_on", models.DateField(verbose_name="ngày kết thúc hoạt động")),
                (
                    "decision",
                    models.CharField(
                        help_text="Số, ngày nghị quyết, quyết định", max_length=200, verbose_name="văn bản sắp xếp"
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="xác nhận lúc")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người xác nhận",
                    ),
                ),
                (
                    "former",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passed_on",
                        to="core.authority",
                        verbose_name="cơ quan trong hệ thống này",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người đề nghị",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="core.authority",
                        verbose_name="cơ quan tiếp nhận",
                    ),
                ),
            ],
            options={
                "verbose_name": "cơ quan trước khi sắp xếp",
                "verbose_name_plural": "cơ quan trước khi sắp xếp",
                "ordering": ["-ended_on", "name"],
                "constraints": [
                    models.UniqueConstraint(fields=("successor", "name"), name="predecessor_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("former", None),
                            models.Q(("former", models.F("successor")), _negated=True),
                            _connector="OR",
                        ),
                        name="predecessor_is_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None)),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                models.Q(("confirmed_by", models.F("proposed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="predecessor_confirmed_by_another",
                    ),
                ],
            },
        ),
    ]
