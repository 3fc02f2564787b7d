import catalog.models.tokens
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from cms.core.migration_operations import CreateModels


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("law", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="EntryFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(db_index=True, max_length=60, verbose_name="tệp")),
                        ("is_held", models.BooleanField()),
                        ("title", models.CharField(blank=True, max_length=500, verbose_name="tên")),
                        ("number", models.CharField(blank=True, max_length=100, verbose_name="số, ký hiệu")),
                        ("day", models.DateField(blank=True, null=True, verbose_name="ngày")),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="catalog.publicentry",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tệp của mục tìm kiếm",
                        "verbose_name_plural": "tệp của mục tìm kiếm",
                        "constraints": [models.UniqueConstraint(fields=("entry", "key"), name="entry_file_once")],
                    },
                ),
                migrations.CreateModel(
                    name="FileText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=60, unique=True, verbose_name="tệp")),
                        ("fingerprint", models.CharField(max_length=64, verbose_name="dấu nội dung")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("WAITING", "Chưa đọc"),
                                    ("READ", "Đã đọc"),
                                    ("CUT", "Chỉ tìm được phần đầu"),
                                    ("EMPTY", "Không có chữ, có thể là bản quét"),
                                    ("UNREADABLE", "Không đọc được"),
                                    ("OTHER_KIND", "Loại tệp không tìm trong nội dung"),
                                ],
                                default="WAITING",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="nội dung")),
                        ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="đọc lúc")),
                    ],
                    options={
                        "verbose_name": "nội dung tệp",
                        "verbose_name_plural": "nội dung tệp",
                        "indexes": [models.Index(fields=["state", "id"], name="file_text_waiting")],
                    },
                ),
                migrations.CreateModel(
                    name="InformationItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "has_unpublished_changes",
                            models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
                        ),
                        (
                            "first_published_at",
                            models.DateTimeField(
                                blank=True, db_index=True, null=True, verbose_name="first published at"
                            ),
                        ),
                        (
                            "last_published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                        ),
                        ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                        ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                        ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                        ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                        ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                        ("code", models.CharField(max_length=30, unique=True, verbose_name="mã mục")),
                        ("category", models.CharField(blank=True, max_length=20, verbose_name="điểm của Điều 17.1")),
                        (
                            "info_class",
                            models.CharField(
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Dự thảo"),
                                    ("PUBLISHED", "Đang công khai"),
                                    ("EXPIRED", "Hết thời hạn công khai"),
                                    ("WITHDRAWN", "Đã gỡ"),
                                    ("MARK", "Không được công khai"),
                                ],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, verbose_name="phiên bản")),
                        ("title", models.CharField(blank=True, max_length=500, verbose_name="tên thông tin")),
                        ("number", models.CharField(blank=True, max_length=100, verbose_name="số, ký hiệu")),
                        ("summary", models.TextField(blank=True, max_length=2000, verbose_name="tóm tắt")),
                        ("created_on", models.DateField(blank=True, null=True, verbose_name="ngày tạo ra")),
                        (
                            "originating_name",
                            models.CharField(blank=True, max_length=200, verbose_name="nơi tạo ra, nếu khác"),
                        ),
                        ("legal_basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ pháp lý")),
                        (
                            "forms",
                            models.CharField(
                                blank=True, default=" PORTAL ", max_length=200, verbose_name="hình thức công khai"
                            ),
                        ),
                        (
                            "event",
                            models.CharField(
                                default="ngày tạo ra thông tin", max_length=200, verbose_name="sự kiện bắt đầu thời hạn"
                            ),
                        ),
                        ("event_on", models.DateField(blank=True, null=True, verbose_name="ngày của sự kiện")),
                        (
                            "term_amount",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="thời hạn theo luật riêng"
                            ),
                        ),
                        (
                            "term_unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("IMMEDIATE", "ngay trong ngày"),
                                    ("WORKING_DAY", "ngày làm việc"),
                                    ("CALENDAR_DAY", "ngày"),
                                    ("MONTH", "tháng"),
                                    ("YEAR", "năm"),
                                ],
                                max_length=20,
                                verbose_name="đơn vị thời hạn",
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="phải công khai trước hết ngày"),
                        ),
                        ("due_article", models.CharField(blank=True, max_length=200, verbose_name="căn cứ thời hạn")),
                        ("published_on", models.DateField(blank=True, null=True, verbose_name="ngày công khai")),
                        ("updated_on", models.DateField(blank=True, null=True, verbose_name="cập nhật lần cuối")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="công khai đến hết ngày")),
                        (
                            "until_words",
                            models.CharField(
                                blank=True, default="Thường xuyên", max_length=100, verbose_name="thời hạn công khai"
                            ),
                        ),
                        (
                            "update_cycle",
                            models.CharField(
                                choices=[
                                    ("NONE", "Không cập nhật định kỳ"),
                                    ("ON_CHANGE", "Khi có thay đổi"),
                                    ("MONTH", "Mỗi tháng"),
                                    ("QUARTER", "Mỗi quý"),
                                    ("HALF_YEAR", "Mỗi sáu tháng"),
                                    ("YEAR", "Mỗi năm"),
                                ],
                                default="ON_CHANGE",
                                max_length=20,
                                verbose_name="chu kỳ cập nhật",
                            ),
                        ),
                        (
                            "next_update_on",
                            models.DateField(blank=True, null=True, verbose_name="phải cập nhật trước hết ngày"),
                        ),
                        ("keywords", models.CharField(blank=True, max_length=300, verbose_name="từ khóa")),
                        ("language", models.CharField(default="vi", max_length=10, verbose_name="ngôn ngữ")),
                        ("access_rights", models.CharField(blank=True, max_length=200, verbose_name="quyền truy cập")),
                        (
                            "conditional_kind",
                            models.CharField(blank=True, max_length=30, verbose_name="loại điều kiện"),
                        ),
                        ("consent_of", models.CharField(blank=True, max_length=300, verbose_name="ai phải đồng ý")),
                        (
                            "digitising",
                            models.CharField(
                                choices=[
                                    ("NOT_YET", "Chưa số hóa"),
                                    ("UNDER_WAY", "Đang số hóa"),
                                    ("DONE", "Đã số hóa"),
                                ],
                                default="DONE",
                                max_length=20,
                                verbose_name="số hóa",
                            ),
                        ),
                        ("paper_place", models.CharField(blank=True, max_length=200, verbose_name="nơi giữ bản giấy")),
                        ("names_people", models.BooleanField(default=False, verbose_name="có nêu tên người")),
                        (
                            "permitted_fields",
                            models.CharField(blank=True, max_length=300, verbose_name="các cột được phép công khai"),
                        ),
                        ("mark", models.CharField(blank=True, max_length=100, verbose_name="dấu nhận biết nội bộ")),
                        (
                            "reason_code",
                            models.CharField(blank=True, max_length=40, verbose_name="căn cứ không công khai"),
                        ),
                        ("review_on", models.DateField(blank=True, null=True, verbose_name="ngày xem lại")),
                        ("review_event", models.CharField(blank=True, max_length=200, verbose_name="sự kiện xem lại")),
                        ("corrected_on", models.DateField(blank=True, null=True, verbose_name="ngày đính chính")),
                        ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="ngày gỡ")),
                        ("withdrawn_reason", models.CharField(blank=True, max_length=500, verbose_name="lý do gỡ")),
                        ("expired_on", models.DateField(blank=True, null=True, verbose_name="ngày hết thời hạn")),
                        (
                            "main_url",
                            models.CharField(
                                blank=True, editable=False, max_length=500, verbose_name="địa chỉ truy cập"
                            ),
                        ),
                        ("live", models.BooleanField(default=False, editable=False, verbose_name="đang công khai")),
                        ("drafted_at", models.DateTimeField(blank=True, null=True, verbose_name="soạn lúc")),
                        (
                            "pending_kind",
                            models.CharField(
                                choices=[
                                    ("FIRST", "Công khai lần đầu"),
                                    ("UPDATE", "Cập nhật"),
                                    ("CORRECTION", "Đính chính"),
                                    ("AGAIN", "Công khai lại"),
                                ],
                                default="FIRST",
                                max_length=20,
                                verbose_name="dự thảo để",
                            ),
                        ),
                        ("pending_reason", models.CharField(blank=True, max_length=500, verbose_name="lý do thay đổi")),
                        ("pending_wrong", models.TextField(blank=True, verbose_name="nội dung sai")),
                        ("pending_right", models.TextField(blank=True, verbose_name="nội dung đúng")),
                        ("pending_withholds", models.BooleanField(default=False, verbose_name="không cho xem bản sai")),
                        ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="kiểm tra lúc")),
                        ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="duyệt hẹn giờ lúc")),
                        ("title_order", models.CharField(blank=True, editable=False, max_length=480)),
                        ("folded", models.CharField(blank=True, editable=False, max_length=700)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="duyệt hẹn giờ",
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="kiểm tra lần một",
                            ),
                        ),
                        (
                            "checked_revision",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="bản đã kiểm tra",
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người soạn",
                            ),
                        ),
                        (
                            "latest_revision",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="latest revision",
                            ),
                        ),
                        (
                            "live_revision",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="live revision",
                            ),
                        ),
                        (
                            "locked_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="locked_%(class)ss",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="locked by",
                            ),
                        ),
                        (
                            "originating_unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="core.unit",
                                verbose_name="đơn vị tạo ra",
                            ),
                        ),
                        (
                            "responsible_unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.unit",
                                verbose_name="đơn vị chịu trách nhiệm công khai",
                            ),
                        ),
                        (
                            "rule_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="law.adoptedruleset",
                                verbose_name="luật áp dụng",
                            ),
                        ),
                        (
                            "main_file",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="catalog.itemfile",
                                verbose_name="tệp chính",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="catalog.itemgroup",
                                verbose_name="nhóm",
                            ),
                        ),
                        (
                            "current_version",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="catalog.itemversion",
                                verbose_name="bản đang công khai",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mục thông tin",
                        "verbose_name_plural": "mục thông tin",
                        "ordering": ["authority", "-published_on", "-id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("live", True)),
                                fields=["authority", "-published_on", "-id"],
                                name="item_newest",
                            ),
                            models.Index(
                                condition=models.Q(("live", True)),
                                fields=["authority", "info_class", "-published_on", "-id"],
                                name="item_class_newest",
                            ),
                            models.Index(
                                condition=models.Q(("live", True)),
                                fields=["authority", "title_order", "id"],
                                name="item_by_title",
                            ),
                            models.Index(fields=["authority", "state", "due_on"], name="item_desk"),
                            models.Index(condition=models.Q(("live", True)), fields=["until_on"], name="item_until"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("names_people", False),
                                    ("live", False),
                                    ("until_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="item_of_people_has_an_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "WITHDRAWN"), _negated=True),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="item_withdrawn_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("term_amount", None), ("term_unit", "")),
                                    models.Q(
                                        ("term_amount__isnull", False), models.Q(("term_unit", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="item_term_has_unit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("current_version__isnull", False),
                                        ("info_class__in", ["MUST_PUBLISH", "MAY_PUBLISH", "CONDITIONAL"]),
                                        ("live", True),
                                        ("published_on__isnull", False),
                                        ("state", "PUBLISHED"),
                                    ),
                                    models.Q(
                                        ("current_version", None),
                                        ("live", False),
                                        models.Q(("state", "PUBLISHED"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="item_public_by_two_people",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("consent_of", ""),
                                        ("created_on", None),
                                        ("folded", ""),
                                        ("info_class", "INACCESSIBLE"),
                                        ("keywords", ""),
                                        ("live", False),
                                        ("main_file", None),
                                        ("main_url", ""),
                                        ("number", ""),
                                        ("state", "MARK"),
                                        ("summary", ""),
                                        ("title", ""),
                                        models.Q(("mark", ""), _negated=True),
                                        models.Q(("reason_code", ""), _negated=True),
                                        models.Q(
                                            ("review_on__isnull", False),
                                            models.Q(("review_event", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    models.Q(
                                        models.Q(("info_class", "INACCESSIBLE"), _negated=True),
                                        models.Q(("state", "MARK"), _negated=True),
                                        ("mark", ""),
                                        models.Q(("title", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="item_inaccessible_is_a_mark",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("info_class", "CONDITIONAL"), _negated=True),
                                    models.Q(("main_file", None), ("main_url", ""), ("summary", "")),
                                    _connector="OR",
                                ),
                                name="item_conditional_without_content",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalInformationItem",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("code", models.CharField(db_index=True, max_length=30, verbose_name="mã mục")),
                        ("category", models.CharField(blank=True, max_length=20, verbose_name="điểm của Điều 17.1")),
                        (
                            "info_class",
                            models.CharField(
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Dự thảo"),
                                    ("PUBLISHED", "Đang công khai"),
                                    ("EXPIRED", "Hết thời hạn công khai"),
                                    ("WITHDRAWN", "Đã gỡ"),
                                    ("MARK", "Không được công khai"),
                                ],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, verbose_name="phiên bản")),
                        ("title", models.CharField(blank=True, max_length=500, verbose_name="tên thông tin")),
                        ("number", models.CharField(blank=True, max_length=100, verbose_name="số, ký hiệu")),
                        ("summary", models.TextField(blank=True, max_length=2000, verbose_name="tóm tắt")),
                        ("created_on", models.DateField(blank=True, null=True, verbose_name="ngày tạo ra")),
                        (
                            "originating_name",
                            models.CharField(blank=True, max_length=200, verbose_name="nơi tạo ra, nếu khác"),
                        ),
                        ("legal_basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ pháp lý")),
                        (
                            "forms",
                            models.CharField(
                                blank=True, default=" PORTAL ", max_length=200, verbose_name="hình thức công khai"
                            ),
                        ),
                        (
                            "event",
                            models.CharField(
                                default="ngày tạo ra thông tin", max_length=200, verbose_name="sự kiện bắt đầu thời hạn"
                            ),
                        ),
                        ("event_on", models.DateField(blank=True, null=True, verbose_name="ngày của sự kiện")),
                        (
                            "term_amount",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="thời hạn theo luật riêng"
                            ),
                        ),
                        (
                            "term_unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("IMMEDIATE", "ngay trong ngày"),
                                    ("WORKING_DAY", "ngày làm việc"),
                                    ("CALENDAR_DAY", "ngày"),
                                    ("MONTH", "tháng"),
                                    ("YEAR", "năm"),
                                ],
                                max_length=20,
                                verbose_name="đơn vị thời hạn",
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="phải công khai trước hết ngày"),
                        ),
                        ("due_article", models.CharField(blank=True, max_length=200, verbose_name="căn cứ thời hạn")),
                        ("published_on", models.DateField(blank=True, null=True, verbose_name="ngày công khai")),
                        ("updated_on", models.DateField(blank=True, null=True, verbose_name="cập nhật lần cuối")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="công khai đến hết ngày")),
                        (
                            "until_words",
                            models.CharField(
                                blank=True, default="Thường xuyên", max_length=100, verbose_name="thời hạn công khai"
                            ),
                        ),
                        (
                            "update_cycle",
                            models.CharField(
                                choices=[
                                    ("NONE", "Không cập nhật định kỳ"),
                                    ("ON_CHANGE", "Khi có thay đổi"),
                                    ("MONTH", "Mỗi tháng"),
                                    ("QUARTER", "Mỗi quý"),
                                    ("HALF_YEAR", "Mỗi sáu tháng"),
                                    ("YEAR", "Mỗi năm"),
                                ],
                                default="ON_CHANGE",
                                max_length=20,
                                verbose_name="chu kỳ cập nhật",
                            ),
                        ),
                        (
                            "next_update_on",
                            models.DateField(blank=True, null=True, verbose_name="phải cập nhật trước hết ngày"),
                        ),
                        ("keywords", models.CharField(blank=True, max_length=300, verbose_name="từ khóa")),
                        ("language", models.CharField(default="vi", max_length=10, verbose_name="ngôn ngữ")),
                        ("access_rights", models.CharField(blank=True, max_length=200, verbose_name="quyền truy cập")),
                        (
                            "conditional_kind",
                            models.CharField(blank=True, max_length=30, verbose_name="loại điều kiện"),
                        ),
                        ("consent_of", models.CharField(blank=True, max_length=300, verbose_name="ai phải đồng ý")),
                        (
                            "digitising",
                            models.CharField(
                                choices=[
                                    ("NOT_YET", "Chưa số hóa"),
                                    ("UNDER_WAY", "Đang số hóa"),
                                    ("DONE", "Đã số hóa"),
                                ],
                                default="DONE",
                                max_length=20,
                                verbose_name="số hóa",
                            ),
                        ),
                        ("paper_place", models.CharField(blank=True, max_length=200, verbose_name="nơi giữ bản giấy")),
                        ("names_people", models.BooleanField(default=False, verbose_name="có nêu tên người")),
                        (
                            "permitted_fields",
                            models.CharField(blank=True, max_length=300, verbose_name="các cột được phép công khai"),
                        ),
                        ("mark", models.CharField(blank=True, max_length=100, verbose_name="dấu nhận biết nội bộ")),
                        (
                            "reason_code",
                            models.CharField(blank=True, max_length=40, verbose_name="căn cứ không công khai"),
                        ),
                        ("review_on", models.DateField(blank=True, null=True, verbose_name="ngày xem lại")),
                        ("review_event", models.CharField(blank=True, max_length=200, verbose_name="sự kiện xem lại")),
                        ("corrected_on", models.DateField(blank=True, null=True, verbose_name="ngày đính chính")),
                        ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="ngày gỡ")),
                        ("withdrawn_reason", models.CharField(blank=True, max_length=500, verbose_name="lý do gỡ")),
                        ("expired_on", models.DateField(blank=True, null=True, verbose_name="ngày hết thời hạn")),
                        (
                            "main_url",
                            models.CharField(
                                blank=True, editable=False, max_length=500, verbose_name="địa chỉ truy cập"
                            ),
                        ),
                        ("live", models.BooleanField(default=False, editable=False, verbose_name="đang công khai")),
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "originating_unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.unit",
                                verbose_name="đơn vị tạo ra",
                            ),
                        ),
                        (
                            "responsible_unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.unit",
                                verbose_name="đơn vị chịu trách nhiệm công khai",
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
                            "main_file",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="catalog.itemfile",
                                verbose_name="tệp chính",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="catalog.itemgroup",
                                verbose_name="nhóm",
                            ),
                        ),
                        (
                            "current_version",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="catalog.itemversion",
                                verbose_name="bản đang công khai",
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
                    name="ItemFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "first_version",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="từ bản"),
                        ),
                        (
                            "last_version",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="đến hết bản"),
                        ),
                        ("is_leaving", models.BooleanField(default=False, verbose_name="sẽ bỏ")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                        ("name", models.CharField(max_length=150, verbose_name="tên tệp")),
                        ("path", models.CharField(editable=False, max_length=100, unique=True, verbose_name="nơi giữ")),
                        ("content_type", models.CharField(max_length=100, verbose_name="định dạng")),
                        ("size", models.PositiveBigIntegerField(verbose_name="dung lượng (byte)")),
                        ("sha256", models.CharField(max_length=64, verbose_name="dấu nội dung")),
                        ("added_at", models.DateTimeField(verbose_name="thêm lúc")),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người thêm",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="catalog.informationitem",
                                verbose_name="mục",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tệp của mục",
                        "verbose_name_plural": "tệp của mục",
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ItemGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên nhóm")),
                        (
                            "info_class",
                            models.CharField(
                                choices=[
                                    ("MUST_PUBLISH", "Phải được công khai"),
                                    ("MAY_PUBLISH", "Chủ động công khai"),
                                    ("ON_REQUEST", "Cung cấp theo yêu cầu"),
                                    ("CONDITIONAL", "Tiếp cận có điều kiện"),
                                    ("INACCESSIBLE", "Không được tiếp cận"),
                                ],
                                default="MUST_PUBLISH",
                                max_length=20,
                                verbose_name="loại thông tin",
                            ),
                        ),
                        ("category", models.CharField(blank=True, max_length=20, verbose_name="điểm của Điều 17.1")),
                        ("legal_basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ pháp lý")),
                        (
                            "forms",
                            models.CharField(default=" PORTAL ", max_length=200, verbose_name="hình thức công khai"),
                        ),
                        (
                            "event",
                            models.CharField(
                                default="ngày tạo ra thông tin", max_length=200, verbose_name="sự kiện bắt đầu thời hạn"
                            ),
                        ),
                        (
                            "term_amount",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="thời hạn phải công khai"
                            ),
                        ),
                        (
                            "term_unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("IMMEDIATE", "ngay trong ngày"),
                                    ("WORKING_DAY", "ngày làm việc"),
                                    ("CALENDAR_DAY", "ngày"),
                                    ("MONTH", "tháng"),
                                    ("YEAR", "năm"),
                                ],
                                max_length=20,
                                verbose_name="đơn vị thời hạn",
                            ),
                        ),
                        (
                            "posting_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="công khai trong (ngày)"
                            ),
                        ),
                        (
                            "until_words",
                            models.CharField(default="Thường xuyên", max_length=100, verbose_name="thời hạn công khai"),
                        ),
                        (
                            "update_cycle",
                            models.CharField(
                                choices=[
                                    ("NONE", "Không cập nhật định kỳ"),
                                    ("ON_CHANGE", "Khi có thay đổi"),
                                    ("MONTH", "Mỗi tháng"),
                                    ("QUARTER", "Mỗi quý"),
                                    ("HALF_YEAR", "Mỗi sáu tháng"),
                                    ("YEAR", "Mỗi năm"),
                                ],
                                default="ON_CHANGE",
                                max_length=20,
                                verbose_name="chu kỳ cập nhật",
                            ),
                        ),
                        ("names_people", models.BooleanField(default=False, verbose_name="có nêu tên người")),
                        (
                            "permitted_fields",
                            models.CharField(blank=True, max_length=300, verbose_name="các cột được phép công khai"),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="đang dùng")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="item_groups",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="catalog.itemgroup",
                                verbose_name="thuộc nhóm",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.unit",
                                verbose_name="đơn vị tạo ra",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nhóm thông tin",
                        "verbose_name_plural": "nhóm thông tin",
                        "ordering": ["authority", "name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("authority", "name"), name="item_group_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("parent", None),
                                    models.Q(("parent", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="item_group_not_its_own_parent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("term_amount", None), ("term_unit", "")),
                                    models.Q(
                                        ("term_amount__isnull", False), models.Q(("term_unit", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="item_group_term_has_unit",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalItemGroup",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên nhóm")),
                        (
                            "info_class",
                            models.CharField(
                                choices=[
                                    ("MUST_PUBLISH", "Phải được công khai"),
                                    ("MAY_PUBLISH", "Chủ động công khai"),
                                    ("ON_REQUEST", "Cung cấp theo yêu cầu"),
                                    ("CONDITIONAL", "Tiếp cận có điều kiện"),
                                    ("INACCESSIBLE", "Không được tiếp cận"),
                                ],
                                default="MUST_PUBLISH",
                                max_length=20,
                                verbose_name="loại thông tin",
                            ),
                        ),
                        ("category", models.CharField(blank=True, max_length=20, verbose_name="điểm của Điều 17.1")),
                        ("legal_basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ pháp lý")),
                        (
                            "forms",
                            models.CharField(default=" PORTAL ", max_length=200, verbose_name="hình thức công khai"),
                        ),
                        (
                            "event",
                            models.CharField(
                                default="ngày tạo ra thông tin", max_length=200, verbose_name="sự kiện bắt đầu thời hạn"
                            ),
                        ),
                        (
                            "term_amount",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="thời hạn phải công khai"
                            ),
                        ),
                        (
                            "term_unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("IMMEDIATE", "ngay trong ngày"),
                                    ("WORKING_DAY", "ngày làm việc"),
                                    ("CALENDAR_DAY", "ngày"),
                                    ("MONTH", "tháng"),
                                    ("YEAR", "năm"),
                                ],
                                max_length=20,
                                verbose_name="đơn vị thời hạn",
                            ),
                        ),
                        (
                            "posting_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="công khai trong (ngày)"
                            ),
                        ),
                        (
                            "until_words",
                            models.CharField(default="Thường xuyên", max_length=100, verbose_name="thời hạn công khai"),
                        ),
                        (
                            "update_cycle",
                            models.CharField(
                                choices=[
                                    ("NONE", "Không cập nhật định kỳ"),
                                    ("ON_CHANGE", "Khi có thay đổi"),
                                    ("MONTH", "Mỗi tháng"),
                                    ("QUARTER", "Mỗi quý"),
                                    ("HALF_YEAR", "Mỗi sáu tháng"),
                                    ("YEAR", "Mỗi năm"),
                                ],
                                default="ON_CHANGE",
                                max_length=20,
                                verbose_name="chu kỳ cập nhật",
                            ),
                        ),
                        ("names_people", models.BooleanField(default=False, verbose_name="có nêu tên người")),
                        (
                            "permitted_fields",
                            models.CharField(blank=True, max_length=300, verbose_name="các cột được phép công khai"),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="đang dùng")),
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
                                verbose_name="đơn vị tạo ra",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="catalog.itemgroup",
                                verbose_name="thuộc nhóm",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical nhóm thông tin",
                        "verbose_name_plural": "historical nhóm thông tin",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ItemLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "first_version",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="từ bản"),
                        ),
                        (
                            "last_version",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="đến hết bản"),
                        ),
                        ("is_leaving", models.BooleanField(default=False, verbose_name="sẽ bỏ")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                        ("label", models.CharField(blank=True, max_length=200, verbose_name="tên đường dẫn")),
                        ("url", models.CharField(max_length=500, verbose_name="địa chỉ")),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="catalog.informationitem",
                                verbose_name="mục",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đường dẫn của mục",
                        "verbose_name_plural": "đường dẫn của mục",
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ItemVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="bản số")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("FIRST", "Công khai lần đầu"),
                                    ("UPDATE", "Cập nhật"),
                                    ("CORRECTION", "Đính chính"),
                                    ("AGAIN", "Công khai lại"),
                                ],
                                max_length=20,
                                verbose_name="loại",
                            ),
                        ),
                        ("facts", models.JSONField(verbose_name="nội dung")),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="lý do thay đổi")),
                        ("wrong", models.TextField(blank=True, verbose_name="nội dung sai")),
                        ("right", models.TextField(blank=True, verbose_name="nội dung đúng")),
                        ("is_withheld", models.BooleanField(default=False, verbose_name="không cho xem")),
                        ("sha256", models.CharField(max_length=64, verbose_name="dấu nội dung")),
                        ("checked_at", models.DateTimeField(verbose_name="kiểm tra lúc")),
                        ("published_at", models.DateTimeField(verbose_name="đăng lúc")),
                        (
                            "checked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="kiểm tra lần một",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="catalog.informationitem",
                                verbose_name="mục",
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="kiểm tra lần hai và đăng",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bản đã công khai",
                        "verbose_name_plural": "bản đã công khai",
                        "ordering": ["item", "-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("item", "number"), name="item_version_once"),
                            models.CheckConstraint(
                                condition=models.Q(("checked_by", models.F("published_by")), _negated=True),
                                name="item_version_by_two_people",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "CORRECTION"), _negated=True),
                                    models.Q(
                                        models.Q(("wrong", ""), _negated=True), models.Q(("right", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="item_correction_says_what",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PublicEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=60, unique=True, verbose_name="nguồn")),
                        ("order_key", models.BigIntegerField(unique=True, verbose_name="thứ tự")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("ITEM", "Mục trong danh mục"),
                                    ("DOCUMENT", "Văn bản, tệp"),
                                    ("GUIDE", "Hướng dẫn, thủ tục, biểu mẫu"),
                                    ("QUESTION", "Hỏi – đáp"),
                                    ("ANSWER", "Đã trả lời công khai"),
                                    ("NEWS", "Tin, thông báo"),
                                    ("PAGE", "Trang thông tin"),
                                ],
                                max_length=20,
                                verbose_name="loại",
                            ),
                        ),
                        ("published_on", models.DateField(verbose_name="ngày")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        ("title", models.CharField(max_length=500, verbose_name="tên")),
                        ("number", models.CharField(blank=True, max_length=100, verbose_name="số, ký hiệu")),
                        ("address", models.CharField(max_length=700, verbose_name="địa chỉ")),
                        ("format", models.CharField(blank=True, max_length=60, verbose_name="định dạng")),
                        ("body", models.TextField(blank=True, verbose_name="nội dung")),
                        ("file_text", models.TextField(blank=True, verbose_name="nội dung tệp")),
                        (
                            "file_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("WAITING", "Chưa đọc"),
                                    ("READ", "Đã đọc"),
                                    ("CUT", "Chỉ tìm được phần đầu"),
                                    ("EMPTY", "Không có chữ, có thể là bản quét"),
                                    ("UNREADABLE", "Không đọc được"),
                                    ("OTHER_KIND", "Loại tệp không tìm trong nội dung"),
                                ],
                                max_length=20,
                                verbose_name="tình trạng tệp",
                            ),
                        ),
                        ("wording", models.TextField(editable=False)),
                        ("tokens", catalog.models.tokens.TokensField(editable=False)),
                        (
                            "authority",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mục tìm kiếm",
                        "verbose_name_plural": "mục tìm kiếm",
                        "ordering": ["-order_key"],
                    },
                ),
                migrations.CreateModel(
                    name="PublicServiceUnit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên đơn vị")),
                        ("name_order", models.CharField(editable=False, max_length=480)),
                        (
                            "field",
                            models.CharField(
                                choices=[
                                    ("HEALTH", "Y tế"),
                                    ("EDUCATION", "Giáo dục"),
                                    ("SCIENCE", "Khoa học và công nghệ"),
                                    ("CULTURE", "Văn hóa, thể thao"),
                                    ("LABOUR", "Lao động, an sinh"),
                                    ("ENVIRONMENT", "Nông nghiệp, môi trường"),
                                    ("TRANSPORT", "Giao thông, xây dựng"),
                                    ("OTHER", "Lĩnh vực khác"),
                                ],
                                max_length=20,
                                verbose_name="lĩnh vực",
                            ),
                        ),
                        ("service", models.CharField(max_length=300, verbose_name="dịch vụ công cơ bản, thiết yếu")),
                        ("address", models.CharField(max_length=300, verbose_name="địa chỉ")),
                        ("phone", models.CharField(blank=True, max_length=30, verbose_name="điện thoại")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử")),
                        ("website", models.URLField(blank=True, verbose_name="trang thông tin")),
                        ("is_active", models.BooleanField(default=True, verbose_name="đang trong danh sách")),
                        ("entered_at", models.DateTimeField(verbose_name="nhập lúc")),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="xác nhận lúc")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="service_units",
                                to="core.authority",
                                verbose_name="cơ quan lập danh sách",
                            ),
                        ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người nhập",
                            ),
                        ),
                        (
                            "own_authority",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="listed_as",
                                to="core.authority",
                                verbose_name="trang của đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đơn vị sự nghiệp công lập",
                        "verbose_name_plural": "đơn vị sự nghiệp công lập",
                        "ordering": ["authority", "name_order"],
                        "constraints": [
                            models.UniqueConstraint(fields=("authority", "name"), name="service_unit_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("confirmed_at", None), ("confirmed_by", None)),
                                    models.Q(
                                        ("confirmed_at__isnull", False),
                                        ("confirmed_by__isnull", False),
                                        models.Q(("confirmed_by", models.F("entered_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="service_unit_confirmed_by_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPublicServiceUnit",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên đơn vị")),
                        (
                            "field",
                            models.CharField(
                                choices=[
                                    ("HEALTH", "Y tế"),
                                    ("EDUCATION", "Giáo dục"),
                                    ("SCIENCE", "Khoa học và công nghệ"),
                                    ("CULTURE", "Văn hóa, thể thao"),
                                    ("LABOUR", "Lao động, an sinh"),
                                    ("ENVIRONMENT", "Nông nghiệp, môi trường"),
                                    ("TRANSPORT", "Giao thông, xây dựng"),
                                    ("OTHER", "Lĩnh vực khác"),
                                ],
                                max_length=20,
                                verbose_name="lĩnh vực",
                            ),
                        ),
                        ("service", models.CharField(max_length=300, verbose_name="dịch vụ công cơ bản, thiết yếu")),
                        ("address", models.CharField(max_length=300, verbose_name="địa chỉ")),
                        ("phone", models.CharField(blank=True, max_length=30, verbose_name="điện thoại")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử")),
                        ("website", models.URLField(blank=True, verbose_name="trang thông tin")),
                        ("is_active", models.BooleanField(default=True, verbose_name="đang trong danh sách")),
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
                            "authority",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.authority",
                                verbose_name="cơ quan lập danh sách",
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
                        (
                            "own_authority",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.authority",
                                verbose_name="trang của đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical đơn vị sự nghiệp công lập",
                        "verbose_name_plural": "historical đơn vị sự nghiệp công lập",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
    ]
