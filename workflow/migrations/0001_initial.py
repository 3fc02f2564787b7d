import cms.core.secrets
import django.db.models.deletion
import simple_history.models
import workflow.models.request
from django.conf import settings
from django.db import migrations, models

from cms.core.migration_operations import CreateModels


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("law", "0001_initial"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Attachment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("SENT", "Người dân gửi"),
                                    ("CONSENT", "Văn bản chấp thuận (06)"),
                                    ("MEMBERS", "Danh sách người cùng yêu cầu"),
                                    ("AUTHORITY", "Giấy ủy quyền, đại diện"),
                                    ("ANSWER", "Thông tin cung cấp"),
                                    ("SIGNED", "Văn bản đã ký"),
                                ],
                                max_length=20,
                                verbose_name="là",
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="tên tệp")),
                        ("path", models.CharField(editable=False, max_length=100, unique=True, verbose_name="nơi giữ")),
                        ("content_type", models.CharField(max_length=100, verbose_name="loại tệp")),
                        ("size", models.PositiveBigIntegerField(verbose_name="dung lượng (byte)")),
                        ("sha256", models.CharField(max_length=64, verbose_name="dấu nội dung")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("QUARANTINE", "Đang kiểm tra"),
                                    ("CLEAN", "Dùng được"),
                                    ("INFECTED", "Có mã độc, không mở được"),
                                    ("FAILED", "Kiểm tra chưa xong"),
                                ],
                                default="QUARANTINE",
                                max_length=20,
                                verbose_name="kiểm tra",
                            ),
                        ),
                        ("scanned_at", models.DateTimeField(blank=True, null=True, verbose_name="kiểm tra lúc")),
                        ("added_at", models.DateTimeField(verbose_name="nhận lúc")),
                        ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="kiểm tra bí mật lúc")),
                        ("released_at", models.DateTimeField(blank=True, null=True, verbose_name="cho giao lúc")),
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="bỏ lúc")),
                        (
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người thêm",
                            ),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="đơn vị chủ trì đã kiểm tra",
                            ),
                        ),
                        (
                            "released_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="đầu mối cho giao",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                        (
                            "piece",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="workflow.piece",
                                verbose_name="mục",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tệp",
                        "verbose_name_plural": "tệp",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("released_by", None),
                                    models.Q(
                                        ("checked_by__isnull", False),
                                        models.Q(("released_by", models.F("checked_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="release_by_two_people",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAttachment",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("SENT", "Người dân gửi"),
                                    ("CONSENT", "Văn bản chấp thuận (06)"),
                                    ("MEMBERS", "Danh sách người cùng yêu cầu"),
                                    ("AUTHORITY", "Giấy ủy quyền, đại diện"),
                                    ("ANSWER", "Thông tin cung cấp"),
                                    ("SIGNED", "Văn bản đã ký"),
                                ],
                                max_length=20,
                                verbose_name="là",
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="tên tệp")),
                        (
                            "path",
                            models.CharField(db_index=True, editable=False, max_length=100, verbose_name="nơi giữ"),
                        ),
                        ("content_type", models.CharField(max_length=100, verbose_name="loại tệp")),
                        ("size", models.PositiveBigIntegerField(verbose_name="dung lượng (byte)")),
                        ("sha256", models.CharField(max_length=64, verbose_name="dấu nội dung")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("QUARANTINE", "Đang kiểm tra"),
                                    ("CLEAN", "Dùng được"),
                                    ("INFECTED", "Có mã độc, không mở được"),
                                    ("FAILED", "Kiểm tra chưa xong"),
                                ],
                                default="QUARANTINE",
                                max_length=20,
                                verbose_name="kiểm tra",
                            ),
                        ),
                        ("scanned_at", models.DateTimeField(blank=True, null=True, verbose_name="kiểm tra lúc")),
                        ("added_at", models.DateTimeField(verbose_name="nhận lúc")),
                        ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="kiểm tra bí mật lúc")),
                        ("released_at", models.DateTimeField(blank=True, null=True, verbose_name="cho giao lúc")),
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="bỏ lúc")),
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
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người thêm",
                            ),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="đơn vị chủ trì đã kiểm tra",
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
                            "released_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="đầu mối cho giao",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                        (
                            "piece",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.piece",
                                verbose_name="mục",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical tệp",
                        "verbose_name_plural": "historical tệp",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CaseNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(max_length=3000, verbose_name="ghi chú")),
                        ("at", models.DateTimeField(verbose_name="lúc")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người ghi",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ghi chú nội bộ",
                        "verbose_name_plural": "ghi chú nội bộ",
                        "ordering": ["-at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCaseNote",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("text", models.TextField(max_length=3000, verbose_name="ghi chú")),
                        ("at", models.DateTimeField(verbose_name="lúc")),
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
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người ghi",
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
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical ghi chú nội bộ",
                        "verbose_name_plural": "historical ghi chú nội bộ",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Consultation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("body", models.CharField(blank=True, max_length=300, verbose_name="cơ quan khác")),
                        ("question", models.TextField(max_length=3000, verbose_name="nội dung đề nghị")),
                        ("asked_at", models.DateTimeField(verbose_name="gửi lúc")),
                        ("wanted_on", models.DateField(blank=True, null=True, verbose_name="cần trước ngày")),
                        ("answer", models.TextField(blank=True, max_length=3000, verbose_name="trả lời")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="trả lời lúc")),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người trả lời",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người gửi",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consultations",
                                to="core.unit",
                                verbose_name="đơn vị chủ trì",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consultations",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần lấy ý kiến",
                        "verbose_name_plural": "lần lấy ý kiến",
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("answered_at", None)), fields=["unit"], name="consultation_open"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("unit__isnull", False), models.Q(("body", ""), _negated=True), _connector="OR"
                                ),
                                name="consultation_asks_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_at", None), ("answered_at__gte", models.F("asked_at")), _connector="OR"
                                ),
                                name="answer_after_question",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalConsultation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("body", models.CharField(blank=True, max_length=300, verbose_name="cơ quan khác")),
                        ("question", models.TextField(max_length=3000, verbose_name="nội dung đề nghị")),
                        ("asked_at", models.DateTimeField(verbose_name="gửi lúc")),
                        ("wanted_on", models.DateField(blank=True, null=True, verbose_name="cần trước ngày")),
                        ("answer", models.TextField(blank=True, max_length=3000, verbose_name="trả lời")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="trả lời lúc")),
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
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người trả lời",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người gửi",
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
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.unit",
                                verbose_name="đơn vị chủ trì",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical lần lấy ý kiến",
                        "verbose_name_plural": "historical lần lấy ý kiến",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Correspondence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("SUPPLEMENT_ASKED", "Đề nghị bổ sung"),
                                    ("SUPPLEMENT", "Bổ sung"),
                                    ("WITHDRAWAL", "Rút yêu cầu"),
                                    ("CONTACT_CHANGED", "Sửa thông tin liên hệ"),
                                    ("DELIVERY_CHANGED", "Đổi cách nhận"),
                                    ("COST_ACCEPTED", "Đồng ý trả chi phí"),
                                    ("COST_DECLINED", "Không đồng ý trả chi phí"),
                                    ("ANSWER", "Trả lời"),
                                ],
                                max_length=20,
                                verbose_name="loại",
                            ),
                        ),
                        ("from_requester", models.BooleanField(verbose_name="do người dân gửi")),
                        ("text", models.TextField(blank=True, max_length=5000, verbose_name="nội dung")),
                        ("at", models.DateTimeField(verbose_name="lúc")),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="cán bộ",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="correspondence",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trao đổi",
                        "verbose_name_plural": "trao đổi",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCorrespondence",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("SUPPLEMENT_ASKED", "Đề nghị bổ sung"),
                                    ("SUPPLEMENT", "Bổ sung"),
                                    ("WITHDRAWAL", "Rút yêu cầu"),
                                    ("CONTACT_CHANGED", "Sửa thông tin liên hệ"),
                                    ("DELIVERY_CHANGED", "Đổi cách nhận"),
                                    ("COST_ACCEPTED", "Đồng ý trả chi phí"),
                                    ("COST_DECLINED", "Không đồng ý trả chi phí"),
                                    ("ANSWER", "Trả lời"),
                                ],
                                max_length=20,
                                verbose_name="loại",
                            ),
                        ),
                        ("from_requester", models.BooleanField(verbose_name="do người dân gửi")),
                        ("text", models.TextField(blank=True, max_length=5000, verbose_name="nội dung")),
                        ("at", models.DateTimeField(verbose_name="lúc")),
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
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="cán bộ",
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
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical trao đổi",
                        "verbose_name_plural": "historical trao đổi",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CostLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("label", models.CharField(max_length=200, verbose_name="khoản")),
                        ("unit", models.CharField(max_length=40, verbose_name="đơn vị tính")),
                        ("quantity", models.PositiveIntegerField(verbose_name="số lượng")),
                        ("unit_price", models.PositiveIntegerField(verbose_name="đơn giá (đồng)")),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cost_lines",
                                to="workflow.decision",
                                verbose_name="quyết định",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "khoản chi phí",
                        "verbose_name_plural": "khoản chi phí",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("quantity__gte", 1)), name="cost_line_counts_something"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCostLine",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("label", models.CharField(max_length=200, verbose_name="khoản")),
                        ("unit", models.CharField(max_length=40, verbose_name="đơn vị tính")),
                        ("quantity", models.PositiveIntegerField(verbose_name="số lượng")),
                        ("unit_price", models.PositiveIntegerField(verbose_name="đơn giá (đồng)")),
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
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.decision",
                                verbose_name="quyết định",
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
                        "verbose_name": "historical khoản chi phí",
                        "verbose_name_plural": "historical khoản chi phí",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("ANSWER", "Trả lời yêu cầu"),
                                    ("EXTENSION", "Gia hạn"),
                                    ("VALID_ON", "Ngày hợp lệ khác ngày nhận"),
                                    ("CORRECT_ENTRY", "Sửa ngày nhập sai"),
                                ],
                                max_length=20,
                                verbose_name="việc",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Chờ duyệt"),
                                    ("RETURNED", "Trả lại để sửa"),
                                    ("APPROVED", "Đã ký, chờ phát hành"),
                                    ("EFFECTIVE", "Có hiệu lực"),
                                    ("OVERTAKEN", "Hết giá trị"),
                                ],
                                default="PROPOSED",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("PROVIDE", "Cung cấp"),
                                    ("PROVIDE_PARTLY", "Cung cấp một phần"),
                                    ("REFUSE", "Từ chối"),
                                ],
                                max_length=20,
                                verbose_name="kết quả",
                            ),
                        ),
                        ("reason_code", models.CharField(blank=True, max_length=20, verbose_name="lý do (mã)")),
                        (
                            "plain_words",
                            models.TextField(blank=True, max_length=3000, verbose_name="nói rõ cho người dân"),
                        ),
                        (
                            "amount",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số ngày gia hạn"),
                        ),
                        ("day", models.DateField(blank=True, null=True, verbose_name="ngày đề nghị")),
                        ("day_field", models.CharField(blank=True, max_length=20, verbose_name="ngày nào")),
                        ("provide_on", models.DateField(blank=True, null=True, verbose_name="ngày cung cấp dự kiến")),
                        ("provide_place", models.CharField(blank=True, max_length=300, verbose_name="nơi cung cấp")),
                        ("pay_how", models.CharField(blank=True, max_length=500, verbose_name="cách trả chi phí")),
                        ("pay_by_on", models.DateField(blank=True, null=True, verbose_name="hạn trả chi phí")),
                        (
                            "cost_accepted_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="người dân đồng ý trả lúc"),
                        ),
                        ("proposed_at", models.DateTimeField(verbose_name="trình lúc")),
                        ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="ký lúc")),
                        (
                            "outside_signer",
                            models.CharField(blank=True, max_length=100, verbose_name="người ký bên ngoài"),
                        ),
                        ("outside_post", models.CharField(blank=True, max_length=100, verbose_name="chức vụ người ký")),
                        ("outside_signed_on", models.DateField(blank=True, null=True, verbose_name="ngày ký")),
                        ("needs_two", models.BooleanField(default=True, verbose_name="cần hai người")),
                        ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="trả lại lúc")),
                        ("return_reason", models.TextField(blank=True, max_length=2000, verbose_name="lý do trả lại")),
                        ("effective_on", models.DateField(blank=True, null=True, verbose_name="có hiệu lực ngày")),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người ký",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người trình",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người ghi nhận",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người trả lại",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "quyết định",
                        "verbose_name_plural": "quyết định",
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["state", "kind"], name="decision_waiting")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("approved_by", None),
                                        models.Q(("approved_by", models.F("proposed_by")), _negated=True),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("recorded_by", None),
                                        models.Q(("recorded_by", models.F("proposed_by")), _negated=True),
                                        _connector="OR",
                                    ),
                                ),
                                name="two_different_people",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ("APPROVED", "EFFECTIVE")), _negated=True),
                                    ("approved_by__isnull", False),
                                    models.Q(
                                        ("recorded_by__isnull", False), models.Q(("outside_signer", ""), _negated=True)
                                    ),
                                    models.Q(("kind", "EXTENSION"), ("needs_two", False)),
                                    _connector="OR",
                                ),
                                name="signed_decision_has_its_signer",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("needs_two", True), ("kind", "EXTENSION"), _connector="OR"),
                                name="only_extension_may_need_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "EFFECTIVE"), _negated=True),
                                    ("effective_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="effective_decision_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "RETURNED"), _negated=True),
                                    models.Q(
                                        ("returned_by__isnull", False), models.Q(("return_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="returned_decision_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "ANSWER"), _negated=True),
                                    models.Q(("outcome", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="answer_has_an_outcome",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "EXTENSION"), _negated=True), ("amount__gte", 1), _connector="OR"
                                ),
                                name="extension_has_its_days",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("PROPOSED", "APPROVED"))),
                                fields=("info_request", "kind"),
                                name="one_live_decision_of_a_kind",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("kind", "ANSWER"), ("state", "EFFECTIVE")),
                                fields=("info_request",),
                                name="one_effective_answer",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDecision",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("ANSWER", "Trả lời yêu cầu"),
                                    ("EXTENSION", "Gia hạn"),
                                    ("VALID_ON", "Ngày hợp lệ khác ngày nhận"),
                                    ("CORRECT_ENTRY", "Sửa ngày nhập sai"),
                                ],
                                max_length=20,
                                verbose_name="việc",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Chờ duyệt"),
                                    ("RETURNED", "Trả lại để sửa"),
                                    ("APPROVED", "Đã ký, chờ phát hành"),
                                    ("EFFECTIVE", "Có hiệu lực"),
                                    ("OVERTAKEN", "Hết giá trị"),
                                ],
                                default="PROPOSED",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("PROVIDE", "Cung cấp"),
                                    ("PROVIDE_PARTLY", "Cung cấp một phần"),
                                    ("REFUSE", "Từ chối"),
                                ],
                                max_length=20,
                                verbose_name="kết quả",
                            ),
                        ),
                        ("reason_code", models.CharField(blank=True, max_length=20, verbose_name="lý do (mã)")),
                        (
                            "plain_words",
                            models.TextField(blank=True, max_length=3000, verbose_name="nói rõ cho người dân"),
                        ),
                        (
                            "amount",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số ngày gia hạn"),
                        ),
                        ("day", models.DateField(blank=True, null=True, verbose_name="ngày đề nghị")),
                        ("day_field", models.CharField(blank=True, max_length=20, verbose_name="ngày nào")),
                        ("provide_on", models.DateField(blank=True, null=True, verbose_name="ngày cung cấp dự kiến")),
                        ("provide_place", models.CharField(blank=True, max_length=300, verbose_name="nơi cung cấp")),
                        ("pay_how", models.CharField(blank=True, max_length=500, verbose_name="cách trả chi phí")),
                        ("pay_by_on", models.DateField(blank=True, null=True, verbose_name="hạn trả chi phí")),
                        (
                            "cost_accepted_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="người dân đồng ý trả lúc"),
                        ),
                        ("proposed_at", models.DateTimeField(verbose_name="trình lúc")),
                        ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="ký lúc")),
                        (
                            "outside_signer",
                            models.CharField(blank=True, max_length=100, verbose_name="người ký bên ngoài"),
                        ),
                        ("outside_post", models.CharField(blank=True, max_length=100, verbose_name="chức vụ người ký")),
                        ("outside_signed_on", models.DateField(blank=True, null=True, verbose_name="ngày ký")),
                        ("needs_two", models.BooleanField(default=True, verbose_name="cần hai người")),
                        ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="trả lại lúc")),
                        ("return_reason", models.TextField(blank=True, max_length=2000, verbose_name="lý do trả lại")),
                        ("effective_on", models.DateField(blank=True, null=True, verbose_name="có hiệu lực ngày")),
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
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người ký",
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
                                verbose_name="người trình",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người ghi nhận",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người trả lại",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical quyết định",
                        "verbose_name_plural": "historical quyết định",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DraftFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("role", models.CharField(max_length=20, verbose_name="là")),
                        ("name", models.CharField(max_length=150, verbose_name="tên tệp")),
                        ("path", models.CharField(max_length=100, unique=True, verbose_name="nơi giữ")),
                        ("content_type", models.CharField(max_length=100, verbose_name="loại tệp")),
                        ("size", models.PositiveBigIntegerField(verbose_name="dung lượng (byte)")),
                        ("sha256", models.CharField(max_length=64, verbose_name="dấu nội dung")),
                        (
                            "draft",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="workflow.formdraft",
                                verbose_name="phiếu",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tệp của phiếu đang điền",
                        "verbose_name_plural": "tệp của phiếu đang điền",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Extension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="từ hạn")),
                        ("amount", models.PositiveSmallIntegerField(verbose_name="số ngày")),
                        ("unit", models.CharField(max_length=20, verbose_name="tính theo")),
                        ("article", models.CharField(max_length=60, verbose_name="điều luật")),
                        ("until_on", models.DateField(verbose_name="đến hạn mới")),
                        ("told_on", models.DateField(verbose_name="ngày thông báo")),
                        (
                            "decision",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extension",
                                to="workflow.decision",
                                verbose_name="quyết định",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extensions",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gia hạn",
                        "verbose_name_plural": "gia hạn",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("told_on__lte", models.F("from_on"))),
                                name="extension_told_inside_the_term",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until_on__gt", models.F("from_on"))),
                                name="extension_moves_forward",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalExtension",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("from_on", models.DateField(verbose_name="từ hạn")),
                        ("amount", models.PositiveSmallIntegerField(verbose_name="số ngày")),
                        ("unit", models.CharField(max_length=20, verbose_name="tính theo")),
                        ("article", models.CharField(max_length=60, verbose_name="điều luật")),
                        ("until_on", models.DateField(verbose_name="đến hạn mới")),
                        ("told_on", models.DateField(verbose_name="ngày thông báo")),
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
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.decision",
                                verbose_name="quyết định",
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
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical gia hạn",
                        "verbose_name_plural": "historical gia hạn",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("PROVIDE", "Cung cấp"),
                                    ("PROVIDE_PARTLY", "Cung cấp một phần"),
                                    ("REFUSE", "Từ chối"),
                                ],
                                max_length=20,
                                verbose_name="kết quả",
                            ),
                        ),
                        ("ground", models.CharField(blank=True, max_length=30, verbose_name="căn cứ từ chối")),
                        ("article", models.CharField(blank=True, max_length=100, verbose_name="điều luật")),
                        ("facts", models.JSONField(blank=True, default=dict, verbose_name="điều căn cứ đòi hỏi")),
                        ("withheld", models.TextField(blank=True, max_length=2000, verbose_name="phần không cung cấp")),
                        (
                            "weighing",
                            models.TextField(blank=True, max_length=2000, verbose_name="cân nhắc lợi ích công cộng"),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="workflow.decision",
                                verbose_name="quyết định",
                            ),
                        ),
                        (
                            "piece",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="workflow.piece",
                                verbose_name="mục",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kết luận từng mục",
                        "verbose_name_plural": "kết luận từng mục",
                        "ordering": ["piece__position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("decision", "piece"), name="one_finding_a_piece"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ground", ""), ("outcome", "PROVIDE")),
                                    models.Q(
                                        models.Q(("outcome", "PROVIDE"), _negated=True),
                                        models.Q(("ground", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="withholding_names_its_ground",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalFinding",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("PROVIDE", "Cung cấp"),
                                    ("PROVIDE_PARTLY", "Cung cấp một phần"),
                                    ("REFUSE", "Từ chối"),
                                ],
                                max_length=20,
                                verbose_name="kết quả",
                            ),
                        ),
                        ("ground", models.CharField(blank=True, max_length=30, verbose_name="căn cứ từ chối")),
                        ("article", models.CharField(blank=True, max_length=100, verbose_name="điều luật")),
                        ("facts", models.JSONField(blank=True, default=dict, verbose_name="điều căn cứ đòi hỏi")),
                        ("withheld", models.TextField(blank=True, max_length=2000, verbose_name="phần không cung cấp")),
                        (
                            "weighing",
                            models.TextField(blank=True, max_length=2000, verbose_name="cân nhắc lợi ích công cộng"),
                        ),
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
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.decision",
                                verbose_name="quyết định",
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
                            "piece",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.piece",
                                verbose_name="mục",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kết luận từng mục",
                        "verbose_name_plural": "historical kết luận từng mục",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="FormDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key_hash", models.CharField(max_length=64, unique=True, verbose_name="dấu khóa")),
                        ("answers", cms.core.secrets.EncryptedField(blank=True, verbose_name="nội dung đã nhập")),
                        ("started_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                        ("expires_at", models.DateTimeField(db_index=True, verbose_name="xóa lúc")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "phiếu đang điền",
                        "verbose_name_plural": "phiếu đang điền",
                    },
                ),
                migrations.CreateModel(
                    name="InformationRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=40, unique=True, verbose_name="số hồ sơ")),
                        ("external_number", models.CharField(blank=True, max_length=60, verbose_name="mã hồ sơ ngoài")),
                        (
                            "external_source",
                            models.CharField(blank=True, max_length=100, verbose_name="nơi cấp mã ngoài"),
                        ),
                        (
                            "promised_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày hẹn đã ghi ở nơi tiếp nhận"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("AWAITING_CONFIRMATION", "Chờ người dân xác nhận"),
                                    ("RECEIVED", "Đã nhận"),
                                    ("SUPPLEMENT_REQUESTED", "Chờ bổ sung"),
                                    ("ACCEPTED", "Hợp lệ"),
                                    ("COLLECTING", "Đang thu thập"),
                                    ("UNDER_REVIEW", "Đang xem xét"),
                                    ("APPROVED_TO_PROVIDE", "Đã duyệt cung cấp"),
                                    ("AWAITING_PAYMENT", "Chờ trả chi phí"),
                                    ("READY", "Sẵn sàng giao"),
                                    ("PROVIDED", "Đã cung cấp"),
                                    ("PROVIDED_PARTLY", "Đã cung cấp một phần"),
                                    ("REFUSED", "Từ chối cung cấp"),
                                    ("REDIRECTED", "Đã hướng dẫn nơi khác"),
                                    ("WITHDRAWN", "Đã rút"),
                                    ("LAPSED", "Kết thúc do không bổ sung"),
                                    ("SET_ASIDE", "Trùng hoặc không phải yêu cầu"),
                                ],
                                default="RECEIVED",
                                max_length=30,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, verbose_name="phiên bản")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("ONLINE", "Trang công khai"),
                                    ("IN_PERSON", "Trực tiếp tại trụ sở"),
                                    ("POST", "Bưu chính"),
                                    ("EMAIL", "Thư điện tử"),
                                    ("FAX", "Fax"),
                                    ("ONE_STOP", "Bộ phận Một cửa"),
                                    ("NATIONAL_PORTAL", "Cổng Dịch vụ công quốc gia"),
                                    ("PHONE", "Ghi hộ qua điện thoại"),
                                ],
                                max_length=20,
                                verbose_name="kênh gửi",
                            ),
                        ),
                        (
                            "submission_key",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=64,
                                null=True,
                                unique=True,
                                verbose_name="khóa gửi",
                            ),
                        ),
                        (
                            "tracking_hash",
                            models.CharField(editable=False, max_length=64, verbose_name="dấu mã tra cứu"),
                        ),
                        (
                            "audit_salt",
                            models.CharField(
                                default=workflow.models.request.new_salt,
                                editable=False,
                                max_length=32,
                                verbose_name="muối của nhật ký",
                            ),
                        ),
                        (
                            "sent_on",
                            models.DateField(
                                help_text="Chọn luật áp dụng; thư bưu chính lấy dấu bưu điện.", verbose_name="ngày gửi"
                            ),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="lúc gửi")),
                        ("received_on", models.DateField(verbose_name="ngày nhận")),
                        ("entered_at", models.DateTimeField(verbose_name="lúc vào sổ")),
                        (
                            "late_entry_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do vào sổ muộn"),
                        ),
                        ("complete_on", models.DateField(blank=True, null=True, verbose_name="ngày nhận đủ")),
                        ("valid_on", models.DateField(blank=True, null=True, verbose_name="ngày hợp lệ")),
                        (
                            "accepted_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="lúc xác nhận hợp lệ"),
                        ),
                        (
                            "complexity",
                            models.CharField(
                                choices=[("SIMPLE", "Đơn giản, có sẵn"), ("COMPLEX", "Phức tạp, không có sẵn")],
                                default="COMPLEX",
                                max_length=10,
                                verbose_name="mức độ",
                            ),
                        ),
                        (
                            "delivery",
                            models.CharField(
                                choices=[
                                    ("VIEW_AT_SEAT", "Xem trực tiếp tại trụ sở"),
                                    ("PAPER_BY_POST", "Bản giấy qua bưu điện"),
                                    ("EMAIL", "Tệp qua thư điện tử"),
                                    ("DOWNLOAD", "Tải về trên trang này"),
                                    ("FAX", "Fax"),
                                ],
                                max_length=20,
                                verbose_name="cách nhận thông tin",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, editable=False, null=True, verbose_name="hạn trả lời")),
                        (
                            "due_is_provisional",
                            models.BooleanField(default=False, editable=False, verbose_name="hạn dự kiến"),
                        ),
                        (
                            "told_due_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="hạn đã báo cho người dân"
                            ),
                        ),
                        (
                            "notice_due_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="hạn thông báo thời hạn"
                            ),
                        ),
                        ("noticed_on", models.DateField(blank=True, null=True, verbose_name="ngày thông báo thời hạn")),
                        ("description", models.TextField(max_length=5000, verbose_name="thông tin yêu cầu")),
                        (
                            "document_name",
                            models.CharField(blank=True, max_length=300, verbose_name="tên văn bản, hồ sơ"),
                        ),
                        ("period_from", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="từ năm")),
                        ("period_to", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="đến năm")),
                        ("purpose", models.TextField(blank=True, max_length=2000, verbose_name="lý do, mục đích")),
                        ("times_asked", models.PositiveSmallIntegerField(default=1, verbose_name="đã yêu cầu lần thứ")),
                        ("copies", models.PositiveSmallIntegerField(default=1, verbose_name="số bản")),
                        ("is_resident", models.BooleanField(blank=True, null=True, verbose_name="cư trú trên địa bàn")),
                        (
                            "concern",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="thông tin liên quan đến quyền lợi thế nào"
                            ),
                        ),
                        (
                            "residency_finding",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="kết luận về nơi cư trú, liên quan"
                            ),
                        ),
                        (
                            "has_priority",
                            models.BooleanField(
                                default=False,
                                help_text="Người khuyết tật được ưu tiên (D18 Điều 3).",
                                verbose_name="ưu tiên",
                            ),
                        ),
                        ("outcome_on", models.DateField(blank=True, null=True, verbose_name="ngày kết thúc")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="lúc kết thúc")),
                        (
                            "withdraw_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("OWN_WISH", "Người yêu cầu tự rút"),
                                    ("COST_DECLINED", "Không đồng ý trả chi phí"),
                                    ("NOT_CONFIRMED", "Không xác nhận phiếu ghi hộ"),
                                ],
                                max_length=20,
                                verbose_name="lý do rút",
                            ),
                        ),
                        (
                            "set_aside_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("DUPLICATE", "Trùng với hồ sơ khác"),
                                    ("JUNK", "Không phải yêu cầu cung cấp thông tin"),
                                ],
                                max_length=20,
                                verbose_name="xếp riêng vì",
                            ),
                        ),
                        (
                            "redirected_to",
                            models.CharField(blank=True, max_length=300, verbose_name="cơ quan có trách nhiệm"),
                        ),
                        ("posted_on_paper", models.BooleanField(default=False, verbose_name="gửi giấy qua bưu điện")),
                        (
                            "accepted_by",
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
                            "assigned_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assigned_requests",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người thụ lý",
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "duplicate_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="duplicates",
                                to="workflow.informationrequest",
                                verbose_name="trùng với",
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
                                verbose_name="người vào sổ",
                            ),
                        ),
                        (
                            "rule_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="law.adoptedruleset",
                                verbose_name="luật áp dụng",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="core.unit",
                                verbose_name="đơn vị đang giữ",
                            ),
                        ),
                        (
                            "requester",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="info_request",
                                to="workflow.requester",
                                verbose_name="người yêu cầu",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hồ sơ yêu cầu",
                        "verbose_name_plural": "hồ sơ yêu cầu",
                        "ordering": ["-pk"],
                        "indexes": [
                            models.Index(fields=["authority", "status", "due_on", "id"], name="request_queue"),
                            models.Index(fields=["assigned_to", "status", "due_on"], name="request_mine"),
                            models.Index(fields=["unit", "status", "due_on"], name="request_by_unit"),
                            models.Index(fields=["authority", "received_on", "id"], name="request_by_received"),
                            models.Index(
                                condition=models.Q(("external_number", ""), _negated=True),
                                fields=["external_number"],
                                name="request_external",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("received_on__gte", models.F("sent_on"))),
                                name="received_not_before_sent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accepted_at", None), ("valid_on", None)),
                                    models.Q(("accepted_at__isnull", False), ("valid_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="valid_on_with_acceptance",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("outcome_on__isnull", False),
                                        (
                                            "status__in",
                                            (
                                                "PROVIDED",
                                                "PROVIDED_PARTLY",
                                                "REFUSED",
                                                "REDIRECTED",
                                                "WITHDRAWN",
                                                "LAPSED",
                                                "SET_ASIDE",
                                            ),
                                        ),
                                    ),
                                    models.Q(
                                        ("closed_at", None),
                                        ("outcome_on", None),
                                        (
                                            "status__in",
                                            (
                                                "AWAITING_CONFIRMATION",
                                                "RECEIVED",
                                                "SUPPLEMENT_REQUESTED",
                                                "ACCEPTED",
                                                "COLLECTING",
                                                "UNDER_REVIEW",
                                                "APPROVED_TO_PROVIDE",
                                                "AWAITING_PAYMENT",
                                                "READY",
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="closed_exactly_when_ended",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "SET_ASIDE"), _negated=True),
                                    models.Q(("set_aside_as", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="set_aside_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "WITHDRAWN"), _negated=True),
                                    models.Q(("withdraw_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="withdrawn_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "REDIRECTED"), _negated=True),
                                    models.Q(("redirected_to", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="redirected_says_where",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "AWAITING_CONFIRMATION"), _negated=True),
                                    ("due_on", None),
                                    _connector="OR",
                                ),
                                name="no_date_before_confirmation",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("external_number", ""), _negated=True),
                                fields=("authority", "external_source", "external_number"),
                                name="external_number_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalInformationRequest",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("code", models.CharField(db_index=True, max_length=40, verbose_name="số hồ sơ")),
                        ("external_number", models.CharField(blank=True, max_length=60, verbose_name="mã hồ sơ ngoài")),
                        (
                            "external_source",
                            models.CharField(blank=True, max_length=100, verbose_name="nơi cấp mã ngoài"),
                        ),
                        (
                            "promised_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày hẹn đã ghi ở nơi tiếp nhận"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("AWAITING_CONFIRMATION", "Chờ người dân xác nhận"),
                                    ("RECEIVED", "Đã nhận"),
                                    ("SUPPLEMENT_REQUESTED", "Chờ bổ sung"),
                                    ("ACCEPTED", "Hợp lệ"),
                                    ("COLLECTING", "Đang thu thập"),
                                    ("UNDER_REVIEW", "Đang xem xét"),
                                    ("APPROVED_TO_PROVIDE", "Đã duyệt cung cấp"),
                                    ("AWAITING_PAYMENT", "Chờ trả chi phí"),
                                    ("READY", "Sẵn sàng giao"),
                                    ("PROVIDED", "Đã cung cấp"),
                                    ("PROVIDED_PARTLY", "Đã cung cấp một phần"),
                                    ("REFUSED", "Từ chối cung cấp"),
                                    ("REDIRECTED", "Đã hướng dẫn nơi khác"),
                                    ("WITHDRAWN", "Đã rút"),
                                    ("LAPSED", "Kết thúc do không bổ sung"),
                                    ("SET_ASIDE", "Trùng hoặc không phải yêu cầu"),
                                ],
                                default="RECEIVED",
                                max_length=30,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, verbose_name="phiên bản")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("ONLINE", "Trang công khai"),
                                    ("IN_PERSON", "Trực tiếp tại trụ sở"),
                                    ("POST", "Bưu chính"),
                                    ("EMAIL", "Thư điện tử"),
                                    ("FAX", "Fax"),
                                    ("ONE_STOP", "Bộ phận Một cửa"),
                                    ("NATIONAL_PORTAL", "Cổng Dịch vụ công quốc gia"),
                                    ("PHONE", "Ghi hộ qua điện thoại"),
                                ],
                                max_length=20,
                                verbose_name="kênh gửi",
                            ),
                        ),
                        (
                            "sent_on",
                            models.DateField(
                                help_text="Chọn luật áp dụng; thư bưu chính lấy dấu bưu điện.", verbose_name="ngày gửi"
                            ),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="lúc gửi")),
                        ("received_on", models.DateField(verbose_name="ngày nhận")),
                        ("entered_at", models.DateTimeField(verbose_name="lúc vào sổ")),
                        (
                            "late_entry_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do vào sổ muộn"),
                        ),
                        ("complete_on", models.DateField(blank=True, null=True, verbose_name="ngày nhận đủ")),
                        ("valid_on", models.DateField(blank=True, null=True, verbose_name="ngày hợp lệ")),
                        (
                            "accepted_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="lúc xác nhận hợp lệ"),
                        ),
                        (
                            "complexity",
                            models.CharField(
                                choices=[("SIMPLE", "Đơn giản, có sẵn"), ("COMPLEX", "Phức tạp, không có sẵn")],
                                default="COMPLEX",
                                max_length=10,
                                verbose_name="mức độ",
                            ),
                        ),
                        (
                            "delivery",
                            models.CharField(
                                choices=[
                                    ("VIEW_AT_SEAT", "Xem trực tiếp tại trụ sở"),
                                    ("PAPER_BY_POST", "Bản giấy qua bưu điện"),
                                    ("EMAIL", "Tệp qua thư điện tử"),
                                    ("DOWNLOAD", "Tải về trên trang này"),
                                    ("FAX", "Fax"),
                                ],
                                max_length=20,
                                verbose_name="cách nhận thông tin",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, editable=False, null=True, verbose_name="hạn trả lời")),
                        (
                            "due_is_provisional",
                            models.BooleanField(default=False, editable=False, verbose_name="hạn dự kiến"),
                        ),
                        (
                            "told_due_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="hạn đã báo cho người dân"
                            ),
                        ),
                        (
                            "notice_due_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="hạn thông báo thời hạn"
                            ),
                        ),
                        ("noticed_on", models.DateField(blank=True, null=True, verbose_name="ngày thông báo thời hạn")),
                        ("description", models.TextField(max_length=5000, verbose_name="thông tin yêu cầu")),
                        (
                            "document_name",
                            models.CharField(blank=True, max_length=300, verbose_name="tên văn bản, hồ sơ"),
                        ),
                        ("period_from", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="từ năm")),
                        ("period_to", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="đến năm")),
                        ("purpose", models.TextField(blank=True, max_length=2000, verbose_name="lý do, mục đích")),
                        ("times_asked", models.PositiveSmallIntegerField(default=1, verbose_name="đã yêu cầu lần thứ")),
                        ("copies", models.PositiveSmallIntegerField(default=1, verbose_name="số bản")),
                        ("is_resident", models.BooleanField(blank=True, null=True, verbose_name="cư trú trên địa bàn")),
                        (
                            "concern",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="thông tin liên quan đến quyền lợi thế nào"
                            ),
                        ),
                        (
                            "residency_finding",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="kết luận về nơi cư trú, liên quan"
                            ),
                        ),
                        (
                            "has_priority",
                            models.BooleanField(
                                default=False,
                                help_text="Người khuyết tật được ưu tiên (D18 Điều 3).",
                                verbose_name="ưu tiên",
                            ),
                        ),
                        ("outcome_on", models.DateField(blank=True, null=True, verbose_name="ngày kết thúc")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="lúc kết thúc")),
                        (
                            "withdraw_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("OWN_WISH", "Người yêu cầu tự rút"),
                                    ("COST_DECLINED", "Không đồng ý trả chi phí"),
                                    ("NOT_CONFIRMED", "Không xác nhận phiếu ghi hộ"),
                                ],
                                max_length=20,
                                verbose_name="lý do rút",
                            ),
                        ),
                        (
                            "set_aside_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("DUPLICATE", "Trùng với hồ sơ khác"),
                                    ("JUNK", "Không phải yêu cầu cung cấp thông tin"),
                                ],
                                max_length=20,
                                verbose_name="xếp riêng vì",
                            ),
                        ),
                        (
                            "redirected_to",
                            models.CharField(blank=True, max_length=300, verbose_name="cơ quan có trách nhiệm"),
                        ),
                        ("posted_on_paper", models.BooleanField(default=False, verbose_name="gửi giấy qua bưu điện")),
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
                            "accepted_by",
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
                            "assigned_to",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người thụ lý",
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.authority",
                                verbose_name="cơ quan",
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
                                verbose_name="người vào sổ",
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
                            "rule_set",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="law.adoptedruleset",
                                verbose_name="luật áp dụng",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.unit",
                                verbose_name="đơn vị đang giữ",
                            ),
                        ),
                        (
                            "duplicate_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="trùng với",
                            ),
                        ),
                        (
                            "requester",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.requester",
                                verbose_name="người yêu cầu",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical hồ sơ yêu cầu",
                        "verbose_name_plural": "historical hồ sơ yêu cầu",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Letter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("RECEIPT", "Phiếu tiếp nhận (02)"),
                                    ("SUPPLEMENT", "Hướng dẫn bổ sung"),
                                    ("TIME_LIMIT", "Thông báo thời hạn trả lời"),
                                    ("RESOLUTION", "Phiếu giải quyết (03)"),
                                    ("EXTENSION", "Thông báo gia hạn (04)"),
                                    ("REFUSAL", "Thông báo từ chối (05)"),
                                    ("REDIRECT", "Hướng dẫn gửi nơi có trách nhiệm"),
                                    ("COVER", "Phiếu giao thông tin"),
                                ],
                                max_length=20,
                                verbose_name="loại văn bản",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Chờ phát hành"),
                                    ("ISSUED", "Đã phát hành"),
                                    ("WITHDRAWN", "Không dùng"),
                                ],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("drafted_at", models.DateTimeField(verbose_name="soạn lúc")),
                        ("number", models.CharField(blank=True, max_length=20, verbose_name="số")),
                        ("symbol", models.CharField(blank=True, max_length=40, verbose_name="ký hiệu")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày văn bản")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name="năm"),
                        ),
                        ("issued_at", models.DateTimeField(blank=True, null=True, verbose_name="phát hành lúc")),
                        ("signer_name", models.CharField(blank=True, max_length=100, verbose_name="người ký")),
                        ("signer_post", models.CharField(blank=True, max_length=100, verbose_name="chức vụ")),
                        ("html", models.TextField(blank=True, verbose_name="nội dung đã phát hành")),
                        ("sha256", models.CharField(blank=True, max_length=64, verbose_name="dấu nội dung")),
                        ("posted_on", models.DateField(blank=True, null=True, verbose_name="ngày gửi bưu điện")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="workflow.decision",
                                verbose_name="quyết định",
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người soạn",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                        (
                            "issued_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người phát hành",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "văn bản",
                        "verbose_name_plural": "văn bản",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "ISSUED"), _negated=True),
                                    models.Q(
                                        ("issued_at__isnull", False),
                                        ("issued_by__isnull", False),
                                        ("issued_on__isnull", False),
                                        models.Q(("sha256", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="issued_letter_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", ""), models.Q(("state", "DRAFT"), _negated=True), _connector="OR"
                                ),
                                name="number_only_when_issued",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("authority", "year", "symbol", "number"),
                                name="letter_number_once_a_year",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalLetter",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("RECEIPT", "Phiếu tiếp nhận (02)"),
                                    ("SUPPLEMENT", "Hướng dẫn bổ sung"),
                                    ("TIME_LIMIT", "Thông báo thời hạn trả lời"),
                                    ("RESOLUTION", "Phiếu giải quyết (03)"),
                                    ("EXTENSION", "Thông báo gia hạn (04)"),
                                    ("REFUSAL", "Thông báo từ chối (05)"),
                                    ("REDIRECT", "Hướng dẫn gửi nơi có trách nhiệm"),
                                    ("COVER", "Phiếu giao thông tin"),
                                ],
                                max_length=20,
                                verbose_name="loại văn bản",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Chờ phát hành"),
                                    ("ISSUED", "Đã phát hành"),
                                    ("WITHDRAWN", "Không dùng"),
                                ],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("drafted_at", models.DateTimeField(verbose_name="soạn lúc")),
                        ("number", models.CharField(blank=True, max_length=20, verbose_name="số")),
                        ("symbol", models.CharField(blank=True, max_length=40, verbose_name="ký hiệu")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày văn bản")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name="năm"),
                        ),
                        ("issued_at", models.DateTimeField(blank=True, null=True, verbose_name="phát hành lúc")),
                        ("signer_name", models.CharField(blank=True, max_length=100, verbose_name="người ký")),
                        ("signer_post", models.CharField(blank=True, max_length=100, verbose_name="chức vụ")),
                        ("sha256", models.CharField(blank=True, max_length=64, verbose_name="dấu nội dung")),
                        ("posted_on", models.DateField(blank=True, null=True, verbose_name="ngày gửi bưu điện")),
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
                            "authority",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.decision",
                                verbose_name="quyết định",
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người soạn",
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
                            "issued_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người phát hành",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical văn bản",
                        "verbose_name_plural": "historical văn bản",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Member",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="họ và tên")),
                        ("identity_number", cms.core.secrets.EncryptedField(verbose_name="số giấy tờ")),
                        (
                            "identity_hash",
                            models.CharField(editable=False, max_length=64, verbose_name="dấu tìm của số giấy tờ"),
                        ),
                        ("identity_last4", models.CharField(editable=False, max_length=4, verbose_name="bốn số cuối")),
                        ("purpose", models.CharField(max_length=500, verbose_name="lý do, mục đích")),
                        (
                            "requester",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="workflow.requester",
                                verbose_name="người yêu cầu",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "người cùng yêu cầu",
                        "verbose_name_plural": "người cùng yêu cầu",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMember",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="họ và tên")),
                        ("identity_number", cms.core.secrets.EncryptedField(verbose_name="số giấy tờ")),
                        (
                            "identity_hash",
                            models.CharField(editable=False, max_length=64, verbose_name="dấu tìm của số giấy tờ"),
                        ),
                        ("identity_last4", models.CharField(editable=False, max_length=4, verbose_name="bốn số cuối")),
                        ("purpose", models.CharField(max_length=500, verbose_name="lý do, mục đích")),
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "requester",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.requester",
                                verbose_name="người yêu cầu",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical người cùng yêu cầu",
                        "verbose_name_plural": "historical người cùng yêu cầu",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Payment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("amount", models.PositiveIntegerField(verbose_name="số tiền (đồng)")),
                        ("paid_on", models.DateField(verbose_name="ngày trả")),
                        ("receipt_number", models.CharField(max_length=60, verbose_name="số biên lai, chứng từ")),
                        ("recorded_at", models.DateTimeField(verbose_name="ghi nhận lúc")),
                        (
                            "info_request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payments",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người ghi nhận",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần trả chi phí",
                        "verbose_name_plural": "lần trả chi phí",
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("amount__gte", 1)), name="payment_is_money")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPayment",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("amount", models.PositiveIntegerField(verbose_name="số tiền (đồng)")),
                        ("paid_on", models.DateField(verbose_name="ngày trả")),
                        ("receipt_number", models.CharField(max_length=60, verbose_name="số biên lai, chứng từ")),
                        ("recorded_at", models.DateTimeField(verbose_name="ghi nhận lúc")),
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người ghi nhận",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical lần trả chi phí",
                        "verbose_name_plural": "historical lần trả chi phí",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Piece",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("description", models.TextField(max_length=5000, verbose_name="thông tin")),
                        (
                            "field",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("LAND", "Đất đai"),
                                    ("CONSTRUCTION", "Xây dựng, quy hoạch"),
                                    ("INVESTMENT", "Đầu tư công, đấu thầu"),
                                    ("BUDGET", "Ngân sách, tài chính"),
                                    ("ENVIRONMENT", "Môi trường, tài nguyên"),
                                    ("AGRICULTURE", "Nông nghiệp, nông thôn"),
                                    ("EDUCATION", "Giáo dục"),
                                    ("HEALTH", "Y tế, an toàn thực phẩm"),
                                    ("SOCIAL", "Lao động, an sinh xã hội"),
                                    ("CIVIL_STATUS", "Hộ tịch, cư trú"),
                                    ("STAFF", "Tổ chức, cán bộ"),
                                    ("INSPECTION", "Thanh tra, khiếu nại"),
                                    ("CULTURE", "Văn hóa, thể thao, du lịch"),
                                    ("OTHER", "Lĩnh vực khác"),
                                ],
                                max_length=20,
                                verbose_name="lĩnh vực",
                            ),
                        ),
                        (
                            "info_class",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("MUST_PUBLISH", "Phải được công khai"),
                                    ("MAY_PUBLISH", "Chủ động công khai"),
                                    ("ON_REQUEST", "Cung cấp theo yêu cầu"),
                                    ("CONDITIONAL", "Tiếp cận có điều kiện"),
                                    ("INACCESSIBLE", "Không được tiếp cận"),
                                ],
                                max_length=20,
                                verbose_name="loại thông tin",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                help_text="Mã điểm của Điều 17.1",
                                max_length=20,
                                verbose_name="nhóm công khai",
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=20, verbose_name="căn cứ cung cấp")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("PROVIDE", "Cung cấp"),
                                    ("PROVIDE_PARTLY", "Cung cấp một phần"),
                                    ("REFUSE", "Từ chối"),
                                ],
                                max_length=20,
                                verbose_name="kết quả",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pieces",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mục thông tin",
                        "verbose_name_plural": "mục thông tin",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("info_request", "position"), name="piece_position_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPiece",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("description", models.TextField(max_length=5000, verbose_name="thông tin")),
                        (
                            "field",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("LAND", "Đất đai"),
                                    ("CONSTRUCTION", "Xây dựng, quy hoạch"),
                                    ("INVESTMENT", "Đầu tư công, đấu thầu"),
                                    ("BUDGET", "Ngân sách, tài chính"),
                                    ("ENVIRONMENT", "Môi trường, tài nguyên"),
                                    ("AGRICULTURE", "Nông nghiệp, nông thôn"),
                                    ("EDUCATION", "Giáo dục"),
                                    ("HEALTH", "Y tế, an toàn thực phẩm"),
                                    ("SOCIAL", "Lao động, an sinh xã hội"),
                                    ("CIVIL_STATUS", "Hộ tịch, cư trú"),
                                    ("STAFF", "Tổ chức, cán bộ"),
                                    ("INSPECTION", "Thanh tra, khiếu nại"),
                                    ("CULTURE", "Văn hóa, thể thao, du lịch"),
                                    ("OTHER", "Lĩnh vực khác"),
                                ],
                                max_length=20,
                                verbose_name="lĩnh vực",
                            ),
                        ),
                        (
                            "info_class",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("MUST_PUBLISH", "Phải được công khai"),
                                    ("MAY_PUBLISH", "Chủ động công khai"),
                                    ("ON_REQUEST", "Cung cấp theo yêu cầu"),
                                    ("CONDITIONAL", "Tiếp cận có điều kiện"),
                                    ("INACCESSIBLE", "Không được tiếp cận"),
                                ],
                                max_length=20,
                                verbose_name="loại thông tin",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                help_text="Mã điểm của Điều 17.1",
                                max_length=20,
                                verbose_name="nhóm công khai",
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=20, verbose_name="căn cứ cung cấp")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("PROVIDE", "Cung cấp"),
                                    ("PROVIDE_PARTLY", "Cung cấp một phần"),
                                    ("REFUSE", "Từ chối"),
                                ],
                                max_length=20,
                                verbose_name="kết quả",
                            ),
                        ),
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical mục thông tin",
                        "verbose_name_plural": "historical mục thông tin",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Requester",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("CITIZEN", "Công dân Việt Nam"),
                                    ("RESIDENT_FOREIGNER", "Người nước ngoài cư trú tại Việt Nam"),
                                ],
                                default="CITIZEN",
                                max_length=20,
                                verbose_name="người yêu cầu là",
                            ),
                        ),
                        (
                            "capacity",
                            models.CharField(
                                choices=[
                                    ("SELF", "Cho chính tôi"),
                                    ("REPRESENTATIVE", "Người đại diện theo pháp luật hoặc giám hộ"),
                                    ("AUTHORISED", "Người được ủy quyền"),
                                    ("ORGANISATION", "Qua tổ chức, đoàn thể, doanh nghiệp"),
                                ],
                                default="SELF",
                                max_length=20,
                                verbose_name="tư cách",
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="họ và tên")),
                        ("folded_name", models.CharField(editable=False, max_length=100, verbose_name="tên không dấu")),
                        ("is_minor", models.BooleanField(default=False, verbose_name="dưới 18 tuổi")),
                        (
                            "identity_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("PERSONAL_ID", "Số định danh cá nhân (CCCD, căn cước)"),
                                    ("PASSPORT", "Hộ chiếu"),
                                    ("CMND", "Chứng minh nhân dân cũ (chỉ tại quầy)"),
                                ],
                                max_length=20,
                                verbose_name="loại giấy tờ",
                            ),
                        ),
                        ("identity_number", cms.core.secrets.EncryptedField(blank=True, verbose_name="số giấy tờ")),
                        (
                            "identity_hash",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="dấu tìm của số giấy tờ"
                            ),
                        ),
                        (
                            "identity_last4",
                            models.CharField(blank=True, editable=False, max_length=4, verbose_name="bốn số cuối"),
                        ),
                        ("province", models.CharField(blank=True, max_length=100, verbose_name="tỉnh, thành phố")),
                        ("commune", models.CharField(blank=True, max_length=100, verbose_name="xã, phường, đặc khu")),
                        ("address", models.CharField(blank=True, max_length=300, verbose_name="số nhà, đường, thôn")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="điện thoại")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử")),
                        (
                            "notice",
                            models.CharField(
                                choices=[
                                    ("EMAIL", "Thư điện tử"),
                                    ("NONE", "Tự tra cứu bằng mã"),
                                    ("POST", "Thư qua bưu điện"),
                                ],
                                default="NONE",
                                max_length=10,
                                verbose_name="cách báo tin",
                            ),
                        ),
                        (
                            "postal_address",
                            models.CharField(blank=True, max_length=300, verbose_name="địa chỉ nhận bưu phẩm"),
                        ),
                        ("fax", models.CharField(blank=True, max_length=20, verbose_name="số fax")),
                        (
                            "represented_name",
                            models.CharField(blank=True, max_length=100, verbose_name="người được đại diện"),
                        ),
                        (
                            "represented_basis",
                            models.CharField(blank=True, max_length=300, verbose_name="căn cứ đại diện, ủy quyền"),
                        ),
                        ("organisation_name", models.CharField(blank=True, max_length=200, verbose_name="tên tổ chức")),
                        (
                            "organisation_address",
                            models.CharField(blank=True, max_length=300, verbose_name="địa chỉ tổ chức"),
                        ),
                        (
                            "organisation_tax_code",
                            models.CharField(blank=True, max_length=14, verbose_name="mã số thuế"),
                        ),
                        (
                            "organisation_post",
                            models.CharField(blank=True, max_length=100, verbose_name="chức vụ trong tổ chức"),
                        ),
                        (
                            "foreigner_concern",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="thông tin liên quan trực tiếp thế nào"
                            ),
                        ),
                        ("support_needs", models.JSONField(blank=True, default=list, verbose_name="hỗ trợ cần có")),
                        ("helper_name", models.CharField(blank=True, max_length=100, verbose_name="người ghi giúp")),
                    ],
                    options={
                        "verbose_name": "người yêu cầu",
                        "verbose_name_plural": "người yêu cầu",
                        "indexes": [
                            models.Index(fields=["identity_hash"], name="requester_by_identity"),
                            models.Index(fields=["folded_name"], name="requester_by_folded_name"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("identity_hash", ""), ("identity_last4", "")),
                                    models.Q(
                                        models.Q(("identity_hash", ""), _negated=True),
                                        models.Q(("identity_last4", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="identity_hash_with_its_last_digits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("capacity", "ORGANISATION"), _negated=True),
                                    models.Q(("organisation_name", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="organisation_capacity_names_it",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalRequester",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("CITIZEN", "Công dân Việt Nam"),
                                    ("RESIDENT_FOREIGNER", "Người nước ngoài cư trú tại Việt Nam"),
                                ],
                                default="CITIZEN",
                                max_length=20,
                                verbose_name="người yêu cầu là",
                            ),
                        ),
                        (
                            "capacity",
                            models.CharField(
                                choices=[
                                    ("SELF", "Cho chính tôi"),
                                    ("REPRESENTATIVE", "Người đại diện theo pháp luật hoặc giám hộ"),
                                    ("AUTHORISED", "Người được ủy quyền"),
                                    ("ORGANISATION", "Qua tổ chức, đoàn thể, doanh nghiệp"),
                                ],
                                default="SELF",
                                max_length=20,
                                verbose_name="tư cách",
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="họ và tên")),
                        ("folded_name", models.CharField(editable=False, max_length=100, verbose_name="tên không dấu")),
                        ("is_minor", models.BooleanField(default=False, verbose_name="dưới 18 tuổi")),
                        (
                            "identity_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("PERSONAL_ID", "Số định danh cá nhân (CCCD, căn cước)"),
                                    ("PASSPORT", "Hộ chiếu"),
                                    ("CMND", "Chứng minh nhân dân cũ (chỉ tại quầy)"),
                                ],
                                max_length=20,
                                verbose_name="loại giấy tờ",
                            ),
                        ),
                        ("identity_number", cms.core.secrets.EncryptedField(blank=True, verbose_name="số giấy tờ")),
                        (
                            "identity_hash",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="dấu tìm của số giấy tờ"
                            ),
                        ),
                        (
                            "identity_last4",
                            models.CharField(blank=True, editable=False, max_length=4, verbose_name="bốn số cuối"),
                        ),
                        ("province", models.CharField(blank=True, max_length=100, verbose_name="tỉnh, thành phố")),
                        ("commune", models.CharField(blank=True, max_length=100, verbose_name="xã, phường, đặc khu")),
                        ("address", models.CharField(blank=True, max_length=300, verbose_name="số nhà, đường, thôn")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="điện thoại")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử")),
                        (
                            "notice",
                            models.CharField(
                                choices=[
                                    ("EMAIL", "Thư điện tử"),
                                    ("NONE", "Tự tra cứu bằng mã"),
                                    ("POST", "Thư qua bưu điện"),
                                ],
                                default="NONE",
                                max_length=10,
                                verbose_name="cách báo tin",
                            ),
                        ),
                        (
                            "postal_address",
                            models.CharField(blank=True, max_length=300, verbose_name="địa chỉ nhận bưu phẩm"),
                        ),
                        ("fax", models.CharField(blank=True, max_length=20, verbose_name="số fax")),
                        (
                            "represented_name",
                            models.CharField(blank=True, max_length=100, verbose_name="người được đại diện"),
                        ),
                        (
                            "represented_basis",
                            models.CharField(blank=True, max_length=300, verbose_name="căn cứ đại diện, ủy quyền"),
                        ),
                        ("organisation_name", models.CharField(blank=True, max_length=200, verbose_name="tên tổ chức")),
                        (
                            "organisation_address",
                            models.CharField(blank=True, max_length=300, verbose_name="địa chỉ tổ chức"),
                        ),
                        (
                            "organisation_tax_code",
                            models.CharField(blank=True, max_length=14, verbose_name="mã số thuế"),
                        ),
                        (
                            "organisation_post",
                            models.CharField(blank=True, max_length=100, verbose_name="chức vụ trong tổ chức"),
                        ),
                        (
                            "foreigner_concern",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="thông tin liên quan trực tiếp thế nào"
                            ),
                        ),
                        ("support_needs", models.JSONField(blank=True, default=list, verbose_name="hỗ trợ cần có")),
                        ("helper_name", models.CharField(blank=True, max_length=100, verbose_name="người ghi giúp")),
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
                        "verbose_name": "historical người yêu cầu",
                        "verbose_name_plural": "historical người yêu cầu",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SavedFilter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=40, verbose_name="tên bộ lọc")),
                        ("query", models.CharField(max_length=500, verbose_name="điều kiện")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="saved_filters",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bộ lọc đã lưu",
                        "verbose_name_plural": "bộ lọc đã lưu",
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("person", "name"), name="saved_filter_once_a_name")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Supplement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("missing", models.TextField(max_length=3000, verbose_name="cần bổ sung")),
                        ("asked_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                        (
                            "until_on",
                            models.DateField(blank=True, null=True, verbose_name="hạn theo quy chế của cơ quan"),
                        ),
                        ("supplied_on", models.DateField(blank=True, null=True, verbose_name="ngày nhận bổ sung")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người đề nghị",
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="supplements",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần bổ sung",
                        "verbose_name_plural": "lần bổ sung",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("supplied_on", None)),
                                fields=("info_request",),
                                name="one_open_supplement",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSupplement",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("missing", models.TextField(max_length=3000, verbose_name="cần bổ sung")),
                        ("asked_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                        (
                            "until_on",
                            models.DateField(blank=True, null=True, verbose_name="hạn theo quy chế của cơ quan"),
                        ),
                        ("supplied_on", models.DateField(blank=True, null=True, verbose_name="ngày nhận bổ sung")),
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
                            "asked_by",
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "info_request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="workflow.informationrequest",
                                verbose_name="hồ sơ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical lần bổ sung",
                        "verbose_name_plural": "historical lần bổ sung",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
    ]
