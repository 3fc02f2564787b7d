import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from cms.core.migration_operations import CreateModels


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="AdoptedRuleSet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=20, verbose_name="mã")),
                        ("title", models.CharField(max_length=300, verbose_name="tên")),
                        ("legal_reference", models.CharField(max_length=200, verbose_name="số, ký hiệu")),
                        ("in_force_from", models.DateField(verbose_name="có hiệu lực từ ngày")),
                        ("in_force_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                        (
                            "origin",
                            models.CharField(
                                choices=[("SHIPPED", "Đi kèm phần mềm"), ("ENTERED", "Quản trị nhập")],
                                default="ENTERED",
                                max_length=10,
                                verbose_name="nguồn",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Chờ người thứ hai duyệt"),
                                    ("ADOPTED", "Đã thông qua"),
                                    ("REJECTED", "Không thông qua"),
                                ],
                                default="PROPOSED",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("proposed_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="duyệt lúc")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người duyệt",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người đề nghị",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="law.rulesetsource",
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bộ quy định",
                        "verbose_name_plural": "bộ quy định",
                        "ordering": ["-in_force_from", "-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "REJECTED"), _negated=True),
                                fields=("code",),
                                name="rule_set_code_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "ADOPTED")),
                                fields=("in_force_from",),
                                name="one_rule_set_begins_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("in_force_to", None),
                                    ("in_force_to__gte", models.F("in_force_from")),
                                    _connector="OR",
                                ),
                                name="rule_set_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at", None), ("decided_by", None), ("state", "PROPOSED")),
                                    models.Q(
                                        models.Q(("state", "PROPOSED"), _negated=True), ("decided_at__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="rule_set_decided_when_not_proposed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("origin", "SHIPPED"),
                                    models.Q(("proposed_by__isnull", False), ("state", "PROPOSED")),
                                    models.Q(
                                        ("decided_by__isnull", False),
                                        ("proposed_by__isnull", False),
                                        models.Q(("proposed_by", models.F("decided_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="rule_set_by_two_people",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAdoptedRuleSet",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("code", models.CharField(max_length=20, verbose_name="mã")),
                        ("title", models.CharField(max_length=300, verbose_name="tên")),
                        ("legal_reference", models.CharField(max_length=200, verbose_name="số, ký hiệu")),
                        ("in_force_from", models.DateField(verbose_name="có hiệu lực từ ngày")),
                        ("in_force_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                        (
                            "origin",
                            models.CharField(
                                choices=[("SHIPPED", "Đi kèm phần mềm"), ("ENTERED", "Quản trị nhập")],
                                default="ENTERED",
                                max_length=10,
                                verbose_name="nguồn",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Chờ người thứ hai duyệt"),
                                    ("ADOPTED", "Đã thông qua"),
                                    ("REJECTED", "Không thông qua"),
                                ],
                                default="PROPOSED",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("proposed_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="duyệt lúc")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người duyệt",
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
                            "source",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="law.rulesetsource",
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical bộ quy định",
                        "verbose_name_plural": "historical bộ quy định",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CalendarChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("days", models.JSONField(verbose_name="các ngày")),
                        ("notice_number", models.CharField(max_length=100, verbose_name="số thông báo")),
                        ("reason", models.CharField(max_length=300, verbose_name="lý do")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Chờ người thứ hai duyệt"),
                                    ("APPLIED", "Đã áp dụng"),
                                    ("REJECTED", "Không áp dụng"),
                                ],
                                default="PROPOSED",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("proposed_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="duyệt lúc")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người duyệt",
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
                            "source",
                            models.CharField(
                                blank=True, help_text="Nơi đăng thông báo", max_length=300, verbose_name="nguồn"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "thay đổi lịch làm việc",
                        "verbose_name_plural": "thay đổi lịch làm việc",
                        "ordering": ["-proposed_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at", None), ("decided_by", None), ("state", "PROPOSED")),
                                    models.Q(
                                        models.Q(("state", "PROPOSED"), _negated=True),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="calendar_change_by_two_people",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCalendarChange",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("days", models.JSONField(verbose_name="các ngày")),
                        ("notice_number", models.CharField(max_length=100, verbose_name="số thông báo")),
                        ("reason", models.CharField(max_length=300, verbose_name="lý do")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Chờ người thứ hai duyệt"),
                                    ("APPLIED", "Đã áp dụng"),
                                    ("REJECTED", "Không áp dụng"),
                                ],
                                default="PROPOSED",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("proposed_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="duyệt lúc")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người duyệt",
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
                            "source",
                            models.CharField(
                                blank=True, help_text="Nơi đăng thông báo", max_length=300, verbose_name="nguồn"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical thay đổi lịch làm việc",
                        "verbose_name_plural": "historical thay đổi lịch làm việc",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CalendarDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("date", models.DateField(unique=True, verbose_name="ngày")),
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("HOLIDAY", "Nghỉ lễ, tết"),
                                    ("COMPENSATORY_OFF", "Nghỉ bù"),
                                    ("SWAPPED_OFF", "Nghỉ hoán đổi"),
                                    ("SWAPPED_WORK", "Làm bù"),
                                ],
                                max_length=20,
                                verbose_name="loại ngày",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên")),
                        ("notice_number", models.CharField(blank=True, max_length=100, verbose_name="số thông báo")),
                        ("source", models.CharField(blank=True, max_length=300, verbose_name="căn cứ")),
                        ("entered_at", models.DateTimeField(verbose_name="nhập lúc")),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người nhập",
                            ),
                        ),
                        (
                            "year",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="days",
                                to="law.calendaryear",
                                verbose_name="năm",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ngày trong lịch",
                        "verbose_name_plural": "ngày trong lịch",
                        "ordering": ["date"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("code__in", ["HOLIDAY", "COMPENSATORY_OFF", "SWAPPED_OFF", "SWAPPED_WORK"])
                                ),
                                name="calendar_day_code_is_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCalendarDay",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("date", models.DateField(db_index=True, verbose_name="ngày")),
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("HOLIDAY", "Nghỉ lễ, tết"),
                                    ("COMPENSATORY_OFF", "Nghỉ bù"),
                                    ("SWAPPED_OFF", "Nghỉ hoán đổi"),
                                    ("SWAPPED_WORK", "Làm bù"),
                                ],
                                max_length=20,
                                verbose_name="loại ngày",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên")),
                        ("notice_number", models.CharField(blank=True, max_length=100, verbose_name="số thông báo")),
                        ("source", models.CharField(blank=True, max_length=300, verbose_name="căn cứ")),
                        ("entered_at", models.DateTimeField(verbose_name="nhập lúc")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người nhập",
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
                            "year",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="law.calendaryear",
                                verbose_name="năm",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical ngày trong lịch",
                        "verbose_name_plural": "historical ngày trong lịch",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CalendarYear",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(unique=True, verbose_name="năm")),
                        (
                            "state",
                            models.CharField(
                                choices=[("DRAFT", "Bản nháp"), ("CONFIRMED", "Đã xác nhận")],
                                default="DRAFT",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[("SHIPPED", "Đi kèm phần mềm"), ("ENTERED", "Quản trị nhập")],
                                default="ENTERED",
                                max_length=10,
                                verbose_name="nguồn",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Số, ngày thông báo đã đối chiếu", max_length=300, verbose_name="căn cứ"
                            ),
                        ),
                        (
                            "fingerprint",
                            models.CharField(blank=True, editable=False, max_length=64, verbose_name="mã băm các ngày"),
                        ),
                        ("entered_at", models.DateTimeField(verbose_name="nhập lúc")),
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
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người nhập",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lịch làm việc của năm",
                        "verbose_name_plural": "lịch làm việc",
                        "ordering": ["-year"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("confirmed_at", None),
                                        ("confirmed_by", None),
                                        ("fingerprint", ""),
                                        ("state", "DRAFT"),
                                    ),
                                    models.Q(
                                        ("confirmed_at__isnull", False),
                                        ("state", "CONFIRMED"),
                                        models.Q(("fingerprint", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="calendar_confirmed_with_its_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("origin", "SHIPPED"),
                                    models.Q(("entered_by__isnull", False), ("state", "DRAFT")),
                                    models.Q(
                                        ("confirmed_by__isnull", False),
                                        ("entered_by__isnull", False),
                                        models.Q(("entered_by", models.F("confirmed_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="calendar_confirmed_by_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCalendarYear",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("year", models.PositiveSmallIntegerField(db_index=True, verbose_name="năm")),
                        (
                            "state",
                            models.CharField(
                                choices=[("DRAFT", "Bản nháp"), ("CONFIRMED", "Đã xác nhận")],
                                default="DRAFT",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[("SHIPPED", "Đi kèm phần mềm"), ("ENTERED", "Quản trị nhập")],
                                default="ENTERED",
                                max_length=10,
                                verbose_name="nguồn",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Số, ngày thông báo đã đối chiếu", max_length=300, verbose_name="căn cứ"
                            ),
                        ),
                        (
                            "fingerprint",
                            models.CharField(blank=True, editable=False, max_length=64, verbose_name="mã băm các ngày"),
                        ),
                        ("entered_at", models.DateTimeField(verbose_name="nhập lúc")),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="xác nhận lúc")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
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
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người nhập",
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
                    ],
                    options={
                        "verbose_name": "historical lịch làm việc của năm",
                        "verbose_name_plural": "historical lịch làm việc",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RuleSetSource",
                    fields=[
                        (
                            "sha256",
                            models.CharField(
                                max_length=64, primary_key=True, serialize=False, verbose_name="mã băm SHA-256"
                            ),
                        ),
                        ("toml", models.TextField(verbose_name="nội dung tệp")),
                    ],
                    options={
                        "verbose_name": "nội dung bộ quy định",
                        "verbose_name_plural": "nội dung bộ quy định",
                    },
                ),
            ],
        ),
    ]
