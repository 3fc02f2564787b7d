import cms.core.dates
import cms.core.links
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import simple_history.models
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

from cms.core.migration_operations import CreateModels


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="AdministrativeProcedurePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                        (
                            "procedure_name",
                            models.CharField(
                                default="Cung cấp thông tin theo yêu cầu của công dân",
                                max_length=300,
                                verbose_name="tên thủ tục",
                            ),
                        ),
                        (
                            "national_code",
                            models.CharField(
                                blank=True,
                                help_text="Ví dụ: 1.012345. Để trống khi chưa công bố.",
                                max_length=30,
                                verbose_name="mã thủ tục quốc gia",
                            ),
                        ),
                        (
                            "national_url",
                            cms.core.links.SecureURLField(
                                blank=True, verbose_name="trang của thủ tục trên Cổng Dịch vụ công quốc gia"
                            ),
                        ),
                        (
                            "announced_by",
                            models.CharField(
                                blank=True,
                                help_text="Số, ngày, cơ quan công bố",
                                max_length=300,
                                verbose_name="quyết định công bố",
                            ),
                        ),
                        (
                            "carried_out_by",
                            models.CharField(blank=True, max_length=300, verbose_name="cơ quan thực hiện"),
                        ),
                        (
                            "result",
                            models.CharField(
                                default="Thông tin được cung cấp, hoặc văn bản từ chối có nêu lý do",
                                max_length=300,
                                verbose_name="kết quả",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang thủ tục hành chính",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="Assignment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa")),
                        (
                            "part",
                            models.CharField(
                                choices=[("LEAD", "Chủ trì"), ("COORDINATING", "Phối hợp")],
                                default="LEAD",
                                max_length=20,
                                verbose_name="vai trò",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("OPEN", "Chưa báo cáo"),
                                    ("DRAFTED", "Đang soạn báo cáo"),
                                    ("SENT", "Đã báo cáo, chờ nhận"),
                                    ("RETURNED", "Bị trả lại"),
                                    ("ACCEPTED", "Đã hoàn thành"),
                                ],
                                default="OPEN",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn báo cáo")),
                        ("reported_on", models.DateField(blank=True, null=True, verbose_name="ngày báo cáo")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assignments",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assignments",
                                to="home.task",
                                verbose_name="nhiệm vụ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc được giao",
                        "verbose_name_plural": "việc được giao",
                        "ordering": ["task", "part", "authority__name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reported_on__isnull", False), ("state__in", ("SENT", "ACCEPTED"))),
                                    models.Q(
                                        ("reported_on__isnull", True), ("state__in", ("OPEN", "DRAFTED", "RETURNED"))
                                    ),
                                    _connector="OR",
                                ),
                                name="reported_state_has_its_day",
                            ),
                            models.UniqueConstraint(fields=("task", "authority"), name="authority_once_in_task"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAssignment",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa")),
                        (
                            "part",
                            models.CharField(
                                choices=[("LEAD", "Chủ trì"), ("COORDINATING", "Phối hợp")],
                                default="LEAD",
                                max_length=20,
                                verbose_name="vai trò",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("OPEN", "Chưa báo cáo"),
                                    ("DRAFTED", "Đang soạn báo cáo"),
                                    ("SENT", "Đã báo cáo, chờ nhận"),
                                    ("RETURNED", "Bị trả lại"),
                                    ("ACCEPTED", "Đã hoàn thành"),
                                ],
                                default="OPEN",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn báo cáo")),
                        ("reported_on", models.DateField(blank=True, null=True, verbose_name="ngày báo cáo")),
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
                            "task",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.task",
                                verbose_name="nhiệm vụ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical việc được giao",
                        "verbose_name_plural": "historical việc được giao",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AuthorityFiles",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "authority",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "collection",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.collection",
                                verbose_name="bộ sưu tập",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kho tệp của cơ quan",
                        "verbose_name_plural": "kho tệp của cơ quan",
                    },
                ),
                migrations.CreateModel(
                    name="AuthorityPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "lead",
                            models.TextField(
                                default="Bạn có quyền biết cơ quan đang làm gì, chi bao nhiêu, quyết định ra sao.",
                                max_length=400,
                                verbose_name="lời dẫn",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung thêm",
                            ),
                        ),
                        (
                            "authority",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="page",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang của cơ quan",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="CommunicationActivity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        ("url", cms.core.links.SecureURLField(blank=True, verbose_name="hoặc đường dẫn")),
                        ("title", models.CharField(max_length=300, verbose_name="nội dung")),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("MEETING", "Hội nghị, họp thôn, tổ dân phố"),
                                    ("LOUDSPEAKER", "Đài truyền thanh"),
                                    ("LEAFLET", "Tờ rơi, áp phích"),
                                    ("ONLINE", "Mạng xã hội, cổng thông tin"),
                                    ("PRESS", "Báo, đài, truyền hình"),
                                    ("CONTEST", "Cuộc thi tìm hiểu"),
                                    ("MOBILE", "Tuyên truyền lưu động, phiên chợ"),
                                ],
                                max_length=20,
                                verbose_name="hình thức",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="ngày")),
                        ("audience", models.CharField(max_length=200, verbose_name="đối tượng")),
                        ("place", models.CharField(max_length=200, verbose_name="địa điểm")),
                        (
                            "reached",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Để trống khi không đếm được.",
                                null=True,
                                verbose_name="số người tiếp cận",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtaildocs.document",
                                verbose_name="tệp",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="activities",
                                to="home.communicationpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hoạt động truyền thông",
                        "verbose_name_plural": "hoạt động truyền thông",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CommunicationPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang truyền thông",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="Difficulty",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa")),
                        ("title", models.CharField(max_length=200, verbose_name="vướng mắc")),
                        ("text", models.TextField(max_length=3000, verbose_name="khó khăn gặp phải")),
                        ("proposal", models.TextField(blank=True, max_length=2000, verbose_name="kiến nghị")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("REPORTED", "Mới báo cáo"),
                                    ("FORWARDED", "Đã chuyển cấp trên"),
                                    ("ANSWERED", "Đã trả lời"),
                                    ("WITHDRAWN", "Đã rút"),
                                ],
                                default="REPORTED",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("reported_at", models.DateTimeField(verbose_name="báo cáo lúc")),
                        (
                            "forwarded_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="chuyển cấp trên lúc"),
                        ),
                        ("opinion", models.CharField(blank=True, max_length=1000, verbose_name="ý kiến khi chuyển")),
                        ("answer", models.TextField(blank=True, max_length=5000, verbose_name="trả lời")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="trả lời lúc")),
                        (
                            "guidance_question",
                            models.CharField(blank=True, max_length=300, verbose_name="câu hỏi khi công bố"),
                        ),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="công bố lúc")),
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
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="difficulties",
                                to="core.authority",
                                verbose_name="cơ quan báo cáo",
                            ),
                        ),
                        (
                            "forwarded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người chuyển",
                            ),
                        ),
                        (
                            "held_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="held_difficulties",
                                to="core.authority",
                                verbose_name="nơi phải trả lời",
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người công bố",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người báo cáo",
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
                                verbose_name="đơn vị báo cáo",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="difficulties",
                                to="home.task",
                                verbose_name="nhiệm vụ liên quan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "khó khăn, kiến nghị",
                        "verbose_name_plural": "khó khăn, kiến nghị",
                        "ordering": ["-reported_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "ANSWERED"), _negated=True),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="answered_difficulty_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("published_at", None),
                                    models.Q(
                                        ("published_by__isnull", False),
                                        ("state", "ANSWERED"),
                                        models.Q(("published_by", models.F("answered_by")), _negated=True),
                                        models.Q(("guidance_question", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="guidance_by_second_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("forwarded_at", None),
                                    models.Q(
                                        ("forwarded_by__isnull", False),
                                        models.Q(("forwarded_by", models.F("reported_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="passed_up_by_second_person",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDifficulty",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa")),
                        ("title", models.CharField(max_length=200, verbose_name="vướng mắc")),
                        ("text", models.TextField(max_length=3000, verbose_name="khó khăn gặp phải")),
                        ("proposal", models.TextField(blank=True, max_length=2000, verbose_name="kiến nghị")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("REPORTED", "Mới báo cáo"),
                                    ("FORWARDED", "Đã chuyển cấp trên"),
                                    ("ANSWERED", "Đã trả lời"),
                                    ("WITHDRAWN", "Đã rút"),
                                ],
                                default="REPORTED",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("reported_at", models.DateTimeField(verbose_name="báo cáo lúc")),
                        (
                            "forwarded_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="chuyển cấp trên lúc"),
                        ),
                        ("opinion", models.CharField(blank=True, max_length=1000, verbose_name="ý kiến khi chuyển")),
                        ("answer", models.TextField(blank=True, max_length=5000, verbose_name="trả lời")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="trả lời lúc")),
                        (
                            "guidance_question",
                            models.CharField(blank=True, max_length=300, verbose_name="câu hỏi khi công bố"),
                        ),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="công bố lúc")),
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
                            "authority",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.authority",
                                verbose_name="cơ quan báo cáo",
                            ),
                        ),
                        (
                            "forwarded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người chuyển",
                            ),
                        ),
                        (
                            "held_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.authority",
                                verbose_name="nơi phải trả lời",
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
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người công bố",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người báo cáo",
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
                                verbose_name="đơn vị báo cáo",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.task",
                                verbose_name="nhiệm vụ liên quan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical khó khăn, kiến nghị",
                        "verbose_name_plural": "historical khó khăn, kiến nghị",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DocumentLook",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("file", models.CharField(max_length=255, verbose_name="tệp đã xem")),
                        ("has_content", models.BooleanField(verbose_name="có nội dung")),
                        (
                            "document",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="look",
                                to="wagtaildocs.document",
                                verbose_name="tệp",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần xem tệp",
                        "verbose_name_plural": "lần xem tệp",
                    },
                ),
                migrations.CreateModel(
                    name="EnglishPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn bằng tiếng Anh")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="tổ chức, chức năng, bằng tiếng Anh",
                            ),
                        ),
                        (
                            "focal_unit",
                            models.CharField(blank=True, max_length=200, verbose_name="đơn vị đầu mối, bằng tiếng Anh"),
                        ),
                        (
                            "focal_post",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="chức vụ của người làm đầu mối, bằng tiếng Anh"
                            ),
                        ),
                        (
                            "focal_place",
                            models.CharField(blank=True, max_length=300, verbose_name="nơi tiếp nhận, bằng tiếng Anh"),
                        ),
                        (
                            "focal_hours",
                            models.CharField(blank=True, max_length=200, verbose_name="giờ tiếp nhận, bằng tiếng Anh"),
                        ),
                    ],
                    options={
                        "verbose_name": "trang tiếng Anh",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="FeedbackPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang khiếu nại, phản ánh",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="FocalPointsPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang đầu mối",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="FormFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "form_code",
                            models.CharField(
                                choices=[
                                    ("01a", "Mẫu 01a"),
                                    ("01b", "Mẫu 01b"),
                                    ("02", "Mẫu 02"),
                                    ("03", "Mẫu 03"),
                                    ("04", "Mẫu 04"),
                                    ("05", "Mẫu 05"),
                                    ("06", "Mẫu 06"),
                                ],
                                max_length=10,
                                verbose_name="mẫu số",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtaildocs.document",
                                verbose_name="tệp",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="files", to="home.formspage"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tệp biểu mẫu",
                        "verbose_name_plural": "tệp biểu mẫu",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FormsPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang biểu mẫu",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="HomePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "hero_title",
                            models.CharField(
                                default="Bạn gửi tới cơ quan nào?", max_length=100, verbose_name="câu hỏi lớn"
                            ),
                        ),
                        (
                            "lead",
                            models.TextField(
                                default="Chọn cơ quan để gửi yêu cầu cung cấp thông tin. Không cần tài khoản, không mất phí gửi yêu cầu.",
                                max_length=400,
                                verbose_name="lời dẫn",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung thêm",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang chủ",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="ImplementationPlanPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang kế hoạch triển khai",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="InformationPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("tyz", "Tày"),
                                    ("nut", "Nùng"),
                                    ("hmn", "Mông"),
                                    ("twh", "Thái Trắng"),
                                    ("blt", "Thái Đen"),
                                    ("mtq", "Mường"),
                                    ("ium", "Dao"),
                                    ("km", "Khmer"),
                                    ("cjm", "Chăm (miền Trung)"),
                                    ("cja", "Chăm (Tây Nam Bộ)"),
                                    ("rad", "Ê Đê"),
                                    ("jra", "Gia Rai"),
                                    ("bdq", "Ba Na"),
                                    ("kpm", "Cơ Ho"),
                                    ("hre", "Hrê"),
                                    ("sed", "Xơ Đăng"),
                                    ("cmo", "M’Nông"),
                                    ("zh-Hant", "Hoa"),
                                    ("en", "Tiếng Anh"),
                                ],
                                help_text="Để trống: tiếng Việt. Phần mềm đọc màn hình dựa vào đây để đọc đúng.",
                                max_length=10,
                                verbose_name="ngôn ngữ của trang",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang thông tin",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="LegalDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        ("url", cms.core.links.SecureURLField(blank=True, verbose_name="hoặc đường dẫn")),
                        (
                            "number",
                            models.CharField(
                                help_text="Ví dụ: 01/2026/QH16", max_length=60, verbose_name="số, ký hiệu"
                            ),
                        ),
                        ("title", models.CharField(max_length=400, verbose_name="tên, trích yếu")),
                        ("issued_on", models.DateField(verbose_name="ngày ban hành")),
                        ("issuer", models.CharField(max_length=200, verbose_name="cơ quan ban hành")),
                        ("in_force_from", models.DateField(verbose_name="có hiệu lực từ ngày")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="hết hiệu lực từ ngày")),
                        ("ends_partly", models.BooleanField(default=False, verbose_name="chỉ hết hiệu lực một phần")),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="Ví dụ: được thay thế bằng Luật 01/2026/QH16",
                                max_length=300,
                                verbose_name="ghi chú",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtaildocs.document",
                                verbose_name="tệp",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="home.legaldocumentspage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "văn bản",
                        "verbose_name_plural": "văn bản",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LegalDocumentsPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang văn bản pháp luật",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="LegalReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("number", models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày ban hành")),
                        ("issuer", models.CharField(blank=True, max_length=200, verbose_name="cơ quan ban hành")),
                        ("title", models.CharField(max_length=500, verbose_name="tên văn bản")),
                        (
                            "proposal",
                            models.CharField(
                                choices=[
                                    ("AMEND", "Sửa đổi"),
                                    ("SUPPLEMENT", "Bổ sung"),
                                    ("REPLACE", "Thay thế"),
                                    ("REPEAL", "Bãi bỏ"),
                                    ("ISSUE", "Ban hành mới"),
                                ],
                                max_length=20,
                                verbose_name="đề xuất",
                            ),
                        ),
                        ("provisions", models.CharField(blank=True, max_length=300, verbose_name="điều, khoản")),
                        ("reason", models.TextField(max_length=2000, verbose_name="lý do")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Đang đề xuất"),
                                    ("AGREED", "Nhất trí, đưa vào báo cáo"),
                                    ("DECLINED", "Không đưa vào báo cáo"),
                                    ("DONE", "Đã xử lý"),
                                ],
                                default="PROPOSED",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="xem xét lúc")),
                        (
                            "outcome",
                            models.CharField(blank=True, max_length=1000, verbose_name="ý kiến, kết quả xử lý"),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="bỏ lúc")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người xem xét",
                            ),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="home.reviewsheet",
                                verbose_name="bảng",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "văn bản được rà soát",
                        "verbose_name_plural": "văn bản được rà soát",
                        "ordering": ["sheet", "position", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("proposal", "ISSUE"),
                                    models.Q(
                                        models.Q(("number", ""), _negated=True),
                                        models.Q(("issuer", ""), _negated=True),
                                        ("issued_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="reviewed_text_is_named",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "PROPOSED"),
                                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="decided_review_says_by_whom",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalLegalReview",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("number", models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày ban hành")),
                        ("issuer", models.CharField(blank=True, max_length=200, verbose_name="cơ quan ban hành")),
                        ("title", models.CharField(max_length=500, verbose_name="tên văn bản")),
                        (
                            "proposal",
                            models.CharField(
                                choices=[
                                    ("AMEND", "Sửa đổi"),
                                    ("SUPPLEMENT", "Bổ sung"),
                                    ("REPLACE", "Thay thế"),
                                    ("REPEAL", "Bãi bỏ"),
                                    ("ISSUE", "Ban hành mới"),
                                ],
                                max_length=20,
                                verbose_name="đề xuất",
                            ),
                        ),
                        ("provisions", models.CharField(blank=True, max_length=300, verbose_name="điều, khoản")),
                        ("reason", models.TextField(max_length=2000, verbose_name="lý do")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Đang đề xuất"),
                                    ("AGREED", "Nhất trí, đưa vào báo cáo"),
                                    ("DECLINED", "Không đưa vào báo cáo"),
                                    ("DONE", "Đã xử lý"),
                                ],
                                default="PROPOSED",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="xem xét lúc")),
                        (
                            "outcome",
                            models.CharField(blank=True, max_length=1000, verbose_name="ý kiến, kết quả xử lý"),
                        ),
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
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người xem xét",
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
                            "sheet",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.reviewsheet",
                                verbose_name="bảng",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical văn bản được rà soát",
                        "verbose_name_plural": "historical văn bản được rà soát",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="NewsIndexPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang tin tức và thông báo",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="NewsPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("NEWS", "Tin tức"),
                                    ("NOTICE", "Thông báo"),
                                    ("PLANNED_STOP", "Tạm ngừng dịch vụ"),
                                ],
                                default="NEWS",
                                max_length=20,
                                verbose_name="loại",
                            ),
                        ),
                        (
                            "day",
                            models.DateField(db_index=True, default=cms.core.dates.today, verbose_name="ngày đăng"),
                        ),
                    ],
                    options={
                        "verbose_name": "tin, thông báo",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="ObligationRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "obligation",
                            models.CharField(
                                choices=[
                                    ("FOCAL_POINT", "Đầu mối cung cấp thông tin"),
                                    ("TRAINING", "Tập huấn cho người làm đầu mối"),
                                    ("ADDRESS", "Hộp thư điện tử nhận yêu cầu"),
                                    ("REGULATION", "Quy chế nội bộ"),
                                    ("PROCEDURE", "Thủ tục tiếp nhận và trả lời"),
                                    ("PUBLICATION_LIST", "Danh mục phải công khai"),
                                    ("PUBLISHED_LIST", "Danh mục đã công khai, kèm đường dẫn"),
                                    ("CONDITIONAL_LIST", "Danh mục tiếp cận có điều kiện"),
                                    ("SERVICE_UNITS", "Đơn vị sự nghiệp công lập"),
                                    ("FORMS", "Biểu mẫu"),
                                    ("GUIDES", "Hướng dẫn cho người dân"),
                                    ("STATISTICS", "Số liệu thống kê"),
                                    ("COMPLAINTS", "Nơi khiếu nại, phản ánh"),
                                    ("SEAT_MEANS", "Chỗ đọc và thiết bị tại trụ sở"),
                                    ("COMMUNICATION", "Truyền thông về quyền tiếp cận thông tin"),
                                    ("BACKLOG", "Thông tin cũ luật mới buộc công khai"),
                                ],
                                max_length=30,
                                verbose_name="việc phải làm",
                            ),
                        ),
                        ("complete_by", models.DateField(blank=True, null=True, verbose_name="phải xong trước ngày")),
                        ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="xem lại gần nhất ngày")),
                        ("looked_at", models.CharField(blank=True, max_length=300, verbose_name="đã xem những gì")),
                        (
                            "next_review_on",
                            models.DateField(blank=True, null=True, verbose_name="xem lại lần tới trước ngày"),
                        ),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="ghi chú nội bộ")),
                        (
                            "exempt_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="lý do không áp dụng"),
                        ),
                        ("exempt_proposed_at", models.DateTimeField(blank=True, null=True, verbose_name="đề nghị lúc")),
                        (
                            "exempt_confirmed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="xác nhận lúc"),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="obligation_records",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "exempt_confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người xác nhận không áp dụng",
                            ),
                        ),
                        (
                            "exempt_proposed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người đề nghị không áp dụng",
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người xem lại",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="obligation_records",
                                to="core.unit",
                                verbose_name="đơn vị phụ trách",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc phải công khai",
                        "verbose_name_plural": "việc phải công khai",
                        "ordering": ["authority", "obligation"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("authority", "obligation"), name="obligation_once_in_authority"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("looked_at", ""),
                                        ("next_review_on", None),
                                        ("reviewed_by", None),
                                        ("reviewed_on", None),
                                    ),
                                    models.Q(
                                        ("next_review_on__gt", models.F("reviewed_on")),
                                        ("reviewed_by__isnull", False),
                                        ("reviewed_on__isnull", False),
                                        models.Q(("looked_at", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="review_has_day_person_and_next_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("exempt_proposed_at", None),
                                        ("exempt_proposed_by", None),
                                        ("exempt_reason", ""),
                                    ),
                                    models.Q(
                                        models.Q(("exempt_reason", ""), _negated=True),
                                        ("exempt_proposed_at__isnull", False),
                                        ("exempt_proposed_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="exemption_has_reason_person_and_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("exempt_confirmed_at", None), ("exempt_confirmed_by", None)),
                                    models.Q(
                                        ("exempt_confirmed_at__isnull", False),
                                        ("exempt_confirmed_by__isnull", False),
                                        ("exempt_proposed_by__isnull", False),
                                        models.Q(
                                            ("exempt_confirmed_by", models.F("exempt_proposed_by")), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="exemption_is_confirmed_by_another_person",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalObligationRecord",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "obligation",
                            models.CharField(
                                choices=[
                                    ("FOCAL_POINT", "Đầu mối cung cấp thông tin"),
                                    ("TRAINING", "Tập huấn cho người làm đầu mối"),
                                    ("ADDRESS", "Hộp thư điện tử nhận yêu cầu"),
                                    ("REGULATION", "Quy chế nội bộ"),
                                    ("PROCEDURE", "Thủ tục tiếp nhận và trả lời"),
                                    ("PUBLICATION_LIST", "Danh mục phải công khai"),
                                    ("PUBLISHED_LIST", "Danh mục đã công khai, kèm đường dẫn"),
                                    ("CONDITIONAL_LIST", "Danh mục tiếp cận có điều kiện"),
                                    ("SERVICE_UNITS", "Đơn vị sự nghiệp công lập"),
                                    ("FORMS", "Biểu mẫu"),
                                    ("GUIDES", "Hướng dẫn cho người dân"),
                                    ("STATISTICS", "Số liệu thống kê"),
                                    ("COMPLAINTS", "Nơi khiếu nại, phản ánh"),
                                    ("SEAT_MEANS", "Chỗ đọc và thiết bị tại trụ sở"),
                                    ("COMMUNICATION", "Truyền thông về quyền tiếp cận thông tin"),
                                    ("BACKLOG", "Thông tin cũ luật mới buộc công khai"),
                                ],
                                max_length=30,
                                verbose_name="việc phải làm",
                            ),
                        ),
                        ("complete_by", models.DateField(blank=True, null=True, verbose_name="phải xong trước ngày")),
                        ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="xem lại gần nhất ngày")),
                        ("looked_at", models.CharField(blank=True, max_length=300, verbose_name="đã xem những gì")),
                        (
                            "next_review_on",
                            models.DateField(blank=True, null=True, verbose_name="xem lại lần tới trước ngày"),
                        ),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="ghi chú nội bộ")),
                        (
                            "exempt_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="lý do không áp dụng"),
                        ),
                        ("exempt_proposed_at", models.DateTimeField(blank=True, null=True, verbose_name="đề nghị lúc")),
                        (
                            "exempt_confirmed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="xác nhận lúc"),
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
                            "exempt_confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người xác nhận không áp dụng",
                            ),
                        ),
                        (
                            "exempt_proposed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người đề nghị không áp dụng",
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
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người xem lại",
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
                                verbose_name="đơn vị phụ trách",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical việc phải công khai",
                        "verbose_name_plural": "historical việc phải công khai",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ObligationReminder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "obligation",
                            models.CharField(
                                choices=[
                                    ("FOCAL_POINT", "Đầu mối cung cấp thông tin"),
                                    ("TRAINING", "Tập huấn cho người làm đầu mối"),
                                    ("ADDRESS", "Hộp thư điện tử nhận yêu cầu"),
                                    ("REGULATION", "Quy chế nội bộ"),
                                    ("PROCEDURE", "Thủ tục tiếp nhận và trả lời"),
                                    ("PUBLICATION_LIST", "Danh mục phải công khai"),
                                    ("PUBLISHED_LIST", "Danh mục đã công khai, kèm đường dẫn"),
                                    ("CONDITIONAL_LIST", "Danh mục tiếp cận có điều kiện"),
                                    ("SERVICE_UNITS", "Đơn vị sự nghiệp công lập"),
                                    ("FORMS", "Biểu mẫu"),
                                    ("GUIDES", "Hướng dẫn cho người dân"),
                                    ("STATISTICS", "Số liệu thống kê"),
                                    ("COMPLAINTS", "Nơi khiếu nại, phản ánh"),
                                    ("SEAT_MEANS", "Chỗ đọc và thiết bị tại trụ sở"),
                                    ("COMMUNICATION", "Truyền thông về quyền tiếp cận thông tin"),
                                    ("BACKLOG", "Thông tin cũ luật mới buộc công khai"),
                                ],
                                max_length=30,
                                verbose_name="việc phải làm",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="ngày được nhắc")),
                        ("told_at", models.DateTimeField(verbose_name="nhắc lúc")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="obligation_reminders",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần nhắc việc phải công khai",
                        "verbose_name_plural": "lần nhắc việc phải công khai",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("authority", "obligation", "due_on"), name="reminded_once_of_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("PLAN", "Kế hoạch"), ("DIRECTIVE", "Chỉ thị")],
                                default="PLAN",
                                max_length=20,
                                verbose_name="loại văn bản",
                            ),
                        ),
                        ("title", models.CharField(max_length=500, verbose_name="trích yếu")),
                        ("link", models.URLField(blank=True, max_length=500, verbose_name="địa chỉ văn bản")),
                        ("is_public", models.BooleanField(default=False, verbose_name="công khai văn bản")),
                        ("shows_progress", models.BooleanField(default=False, verbose_name="công khai tiến độ")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Đang soạn"),
                                    ("ISSUED", "Đang thực hiện"),
                                    ("CLOSED", "Đã kết thúc"),
                                ],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("number", models.CharField(blank=True, max_length=20, verbose_name="số")),
                        ("symbol", models.CharField(blank=True, max_length=40, verbose_name="ký hiệu")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày ban hành")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name="năm"),
                        ),
                        ("drafted_at", models.DateTimeField(verbose_name="soạn lúc")),
                        ("issued_at", models.DateTimeField(blank=True, null=True, verbose_name="ban hành lúc")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="core.authority",
                                verbose_name="cơ quan ban hành",
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người soạn",
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
                                verbose_name="người ban hành",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kế hoạch, chỉ thị",
                        "verbose_name_plural": "kế hoạch, chỉ thị",
                        "ordering": ["-issued_on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "DRAFT"),
                                    models.Q(
                                        ("issued_at__isnull", False),
                                        ("issued_by__isnull", False),
                                        ("issued_on__isnull", False),
                                        ("year__isnull", False),
                                        models.Q(("number", ""), _negated=True),
                                        models.Q(("symbol", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="issued_plan_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("shows_progress", False), ("is_public", True), _connector="OR"),
                                name="progress_only_of_public_plan",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("authority", "year", "symbol", "number"),
                                name="plan_number_once_a_year",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPlan",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("PLAN", "Kế hoạch"), ("DIRECTIVE", "Chỉ thị")],
                                default="PLAN",
                                max_length=20,
                                verbose_name="loại văn bản",
                            ),
                        ),
                        ("title", models.CharField(max_length=500, verbose_name="trích yếu")),
                        ("link", models.URLField(blank=True, max_length=500, verbose_name="địa chỉ văn bản")),
                        ("is_public", models.BooleanField(default=False, verbose_name="công khai văn bản")),
                        ("shows_progress", models.BooleanField(default=False, verbose_name="công khai tiến độ")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Đang soạn"),
                                    ("ISSUED", "Đang thực hiện"),
                                    ("CLOSED", "Đã kết thúc"),
                                ],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("number", models.CharField(blank=True, max_length=20, verbose_name="số")),
                        ("symbol", models.CharField(blank=True, max_length=40, verbose_name="ký hiệu")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày ban hành")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name="năm"),
                        ),
                        ("drafted_at", models.DateTimeField(verbose_name="soạn lúc")),
                        ("issued_at", models.DateTimeField(blank=True, null=True, verbose_name="ban hành lúc")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc")),
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
                                verbose_name="cơ quan ban hành",
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
                                verbose_name="người ban hành",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kế hoạch, chỉ thị",
                        "verbose_name_plural": "historical kế hoạch, chỉ thị",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlanFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("added_at", models.DateTimeField(verbose_name="thêm lúc")),
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="bỏ lúc")),
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
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="home.plan",
                                verbose_name="kế hoạch",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="home.report",
                                verbose_name="báo cáo",
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
                                    models.Q(("plan__isnull", False), ("report__isnull", True)),
                                    models.Q(("plan__isnull", True), ("report__isnull", False)),
                                    _connector="OR",
                                ),
                                name="file_of_a_plan_or_a_report",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPlanFile",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
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
                        ("added_at", models.DateTimeField(verbose_name="thêm lúc")),
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.plan",
                                verbose_name="kế hoạch",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.report",
                                verbose_name="báo cáo",
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
                    name="PlannedStop",
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
                                choices=[("PLANNED", "Tạm ngừng có kế hoạch"), ("EMERGENCY", "Ngừng khẩn cấp")],
                                default="PLANNED",
                                max_length=20,
                                verbose_name="loại",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Chờ người thứ hai duyệt"),
                                    ("ANNOUNCED", "Đã thông báo"),
                                    ("REJECTED", "Không duyệt"),
                                    ("CALLED_OFF", "Đã hủy"),
                                ],
                                default="PROPOSED",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("services", models.CharField(max_length=200, verbose_name="dịch vụ tạm ngừng")),
                        ("reason", models.CharField(max_length=300, verbose_name="lý do")),
                        ("starts_at", models.DateTimeField(verbose_name="ngừng từ")),
                        ("returns_at", models.DateTimeField(verbose_name="dự kiến hoạt động lại")),
                        ("announced_on", models.DateField(blank=True, null=True, verbose_name="thông báo ngày")),
                        ("proposed_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="duyệt lúc")),
                        (
                            "authority",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="planned_stops",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
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
                    ],
                    options={
                        "verbose_name": "thông báo tạm ngừng",
                        "verbose_name_plural": "thông báo tạm ngừng",
                        "ordering": ["-starts_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("returns_at__gt", models.F("starts_at"))),
                                name="stop_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at", None), ("decided_by", None), ("state", "PROPOSED")),
                                    models.Q(
                                        models.Q(("state", "PROPOSED"), _negated=True),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        models.Q(
                                            ("state", "REJECTED"),
                                            models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="stop_by_two_people",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("announced_on", None), ("state__in", ["PROPOSED", "REJECTED"])),
                                    models.Q(
                                        ("announced_on__isnull", False), ("state__in", ["ANNOUNCED", "CALLED_OFF"])
                                    ),
                                    _connector="OR",
                                ),
                                name="stop_announced_on_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPlannedStop",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("PLANNED", "Tạm ngừng có kế hoạch"), ("EMERGENCY", "Ngừng khẩn cấp")],
                                default="PLANNED",
                                max_length=20,
                                verbose_name="loại",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Chờ người thứ hai duyệt"),
                                    ("ANNOUNCED", "Đã thông báo"),
                                    ("REJECTED", "Không duyệt"),
                                    ("CALLED_OFF", "Đã hủy"),
                                ],
                                default="PROPOSED",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("services", models.CharField(max_length=200, verbose_name="dịch vụ tạm ngừng")),
                        ("reason", models.CharField(max_length=300, verbose_name="lý do")),
                        ("starts_at", models.DateTimeField(verbose_name="ngừng từ")),
                        ("returns_at", models.DateTimeField(verbose_name="dự kiến hoạt động lại")),
                        ("announced_on", models.DateField(blank=True, null=True, verbose_name="thông báo ngày")),
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
                    ],
                    options={
                        "verbose_name": "historical thông báo tạm ngừng",
                        "verbose_name_plural": "historical thông báo tạm ngừng",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="QuestionsPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang hỏi – đáp",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="RegulationPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang quy chế nội bộ",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="RegulationVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "number",
                            models.CharField(help_text="Ví dụ: 41/QĐ-UBND", max_length=60, verbose_name="số, ký hiệu"),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="trích yếu")),
                        ("issued_on", models.DateField(verbose_name="ngày ban hành")),
                        ("effective_from", models.DateField(verbose_name="có hiệu lực từ ngày")),
                        (
                            "relation",
                            models.CharField(
                                choices=[("REPLACES", "Thay thế bản trước"), ("AMENDS", "Sửa đổi, bổ sung bản trước")],
                                default="REPLACES",
                                max_length=10,
                                verbose_name="so với bản trước",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtaildocs.document",
                                verbose_name="tệp",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="home.regulationpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bản quy chế",
                        "verbose_name_plural": "các bản quy chế",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reminder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sent_on", models.DateField(blank=True, null=True, verbose_name="đôn đốc ngày")),
                        (
                            "assignment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to="home.assignment",
                                verbose_name="việc được giao",
                            ),
                        ),
                        (
                            "letter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to="home.reminderletter",
                                verbose_name="công văn",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần đôn đốc",
                        "verbose_name_plural": "lần đôn đốc",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("letter", "assignment"), name="assignment_once_in_letter"),
                            models.UniqueConstraint(
                                condition=models.Q(("sent_on__isnull", False)),
                                fields=("assignment", "sent_on"),
                                name="reminded_once_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReminder",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("sent_on", models.DateField(blank=True, null=True, verbose_name="đôn đốc ngày")),
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
                            "assignment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.assignment",
                                verbose_name="việc được giao",
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
                            "letter",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.reminderletter",
                                verbose_name="công văn",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical lần đôn đốc",
                        "verbose_name_plural": "historical lần đôn đốc",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ReminderLetter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("DRAFT", "Chờ phát hành"), ("ISSUED", "Đã phát hành"), ("DROPPED", "Đã bỏ")],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("answer_by_on", models.DateField(verbose_name="đề nghị báo cáo trước ngày")),
                        ("note", models.CharField(blank=True, max_length=1000, verbose_name="nói thêm")),
                        ("signer_name", models.CharField(max_length=100, verbose_name="người ký")),
                        ("signer_post", models.CharField(max_length=100, verbose_name="chức vụ")),
                        ("drafted_at", models.DateTimeField(verbose_name="soạn lúc")),
                        ("number", models.CharField(blank=True, max_length=20, verbose_name="số")),
                        ("symbol", models.CharField(blank=True, max_length=40, verbose_name="ký hiệu")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày văn bản")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                editable=False,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(2000)],
                                verbose_name="năm",
                            ),
                        ),
                        ("issued_at", models.DateTimeField(blank=True, null=True, verbose_name="phát hành lúc")),
                        ("html", models.TextField(blank=True, verbose_name="nội dung đã phát hành")),
                        ("sha256", models.CharField(blank=True, max_length=64, verbose_name="dấu nội dung")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.authority",
                                verbose_name="cơ quan gửi",
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người soạn",
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
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminder_letters",
                                to="home.plan",
                                verbose_name="kế hoạch",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "công văn đôn đốc",
                        "verbose_name_plural": "công văn đôn đốc",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "ISSUED"), _negated=True),
                                    models.Q(
                                        ("issued_at__isnull", False),
                                        ("issued_by__isnull", False),
                                        ("issued_on__isnull", False),
                                        models.Q(("issued_by", models.F("drafted_by")), _negated=True),
                                        models.Q(("number", ""), _negated=True),
                                        models.Q(("sha256", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="issued_reminder_is_whole",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("authority", "year", "symbol", "number"),
                                name="reminder_number_once_a_year",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReminderLetter",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("DRAFT", "Chờ phát hành"), ("ISSUED", "Đã phát hành"), ("DROPPED", "Đã bỏ")],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("answer_by_on", models.DateField(verbose_name="đề nghị báo cáo trước ngày")),
                        ("note", models.CharField(blank=True, max_length=1000, verbose_name="nói thêm")),
                        ("signer_name", models.CharField(max_length=100, verbose_name="người ký")),
                        ("signer_post", models.CharField(max_length=100, verbose_name="chức vụ")),
                        ("drafted_at", models.DateTimeField(verbose_name="soạn lúc")),
                        ("number", models.CharField(blank=True, max_length=20, verbose_name="số")),
                        ("symbol", models.CharField(blank=True, max_length=40, verbose_name="ký hiệu")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày văn bản")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                editable=False,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(2000)],
                                verbose_name="năm",
                            ),
                        ),
                        ("issued_at", models.DateTimeField(blank=True, null=True, verbose_name="phát hành lúc")),
                        ("sha256", models.CharField(blank=True, max_length=64, verbose_name="dấu nội dung")),
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
                                verbose_name="cơ quan gửi",
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
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.plan",
                                verbose_name="kế hoạch",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical công văn đôn đốc",
                        "verbose_name_plural": "historical công văn đôn đốc",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Report",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Đang soạn"),
                                    ("SENT", "Đã gửi"),
                                    ("RETURNED", "Bị trả lại"),
                                    ("ACCEPTED", "Đã nhận"),
                                ],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="cho kỳ hạn")),
                        ("text", models.TextField(max_length=5000, verbose_name="kết quả thực hiện")),
                        ("link", models.URLField(blank=True, max_length=500, verbose_name="địa chỉ minh chứng")),
                        ("figure", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="số liệu")),
                        (
                            "document_number",
                            models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu báo cáo"),
                        ),
                        ("written_at", models.DateTimeField(verbose_name="soạn lúc")),
                        ("released_at", models.DateTimeField(blank=True, null=True, verbose_name="gửi lúc")),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="nhận hoặc trả lại lúc"),
                        ),
                        ("returned_why", models.CharField(blank=True, max_length=1000, verbose_name="lý do trả lại")),
                        (
                            "assignment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="home.assignment",
                                verbose_name="việc được giao",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người nhận hoặc trả lại",
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
                                verbose_name="người duyệt gửi",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người soạn",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "báo cáo",
                        "verbose_name_plural": "báo cáo",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("DRAFT", "SENT"))),
                                fields=("assignment",),
                                name="one_report_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "DRAFT"),
                                    models.Q(
                                        ("released_at__isnull", False),
                                        ("released_by__isnull", False),
                                        models.Q(("released_by", models.F("written_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="report_released_by_second_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "RETURNED"), _negated=True),
                                    models.Q(("returned_why", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="returned_report_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReport",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Đang soạn"),
                                    ("SENT", "Đã gửi"),
                                    ("RETURNED", "Bị trả lại"),
                                    ("ACCEPTED", "Đã nhận"),
                                ],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="cho kỳ hạn")),
                        ("text", models.TextField(max_length=5000, verbose_name="kết quả thực hiện")),
                        ("link", models.URLField(blank=True, max_length=500, verbose_name="địa chỉ minh chứng")),
                        ("figure", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="số liệu")),
                        (
                            "document_number",
                            models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu báo cáo"),
                        ),
                        ("written_at", models.DateTimeField(verbose_name="soạn lúc")),
                        ("released_at", models.DateTimeField(blank=True, null=True, verbose_name="gửi lúc")),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="nhận hoặc trả lại lúc"),
                        ),
                        ("returned_why", models.CharField(blank=True, max_length=1000, verbose_name="lý do trả lại")),
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
                            "assignment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.assignment",
                                verbose_name="việc được giao",
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
                                verbose_name="người nhận hoặc trả lại",
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
                                verbose_name="người duyệt gửi",
                            ),
                        ),
                        (
                            "written_by",
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
                    ],
                    options={
                        "verbose_name": "historical báo cáo",
                        "verbose_name_plural": "historical báo cáo",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RequestProcedurePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang trình tự tiếp nhận và giải quyết",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="ReviewRound",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa")),
                        ("title", models.CharField(max_length=300, verbose_name="nội dung rà soát")),
                        ("due_on", models.DateField(verbose_name="hạn gửi")),
                        ("opened_at", models.DateTimeField(verbose_name="mở lúc")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review_rounds",
                                to="core.authority",
                                verbose_name="cơ quan tổng hợp",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người mở",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review_rounds",
                                to="home.task",
                                verbose_name="nhiệm vụ của kế hoạch",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đợt rà soát",
                        "verbose_name_plural": "đợt rà soát",
                        "ordering": ["-due_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReviewRound",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa")),
                        ("title", models.CharField(max_length=300, verbose_name="nội dung rà soát")),
                        ("due_on", models.DateField(verbose_name="hạn gửi")),
                        ("opened_at", models.DateTimeField(verbose_name="mở lúc")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc")),
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
                                verbose_name="cơ quan tổng hợp",
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
                            "opened_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người mở",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.task",
                                verbose_name="nhiệm vụ của kế hoạch",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical đợt rà soát",
                        "verbose_name_plural": "historical đợt rà soát",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ReviewSheet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Chưa gửi"),
                                    ("SENT", "Đã gửi"),
                                    ("RETURNED", "Bị trả lại"),
                                    ("ACCEPTED", "Đã tổng hợp"),
                                ],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        (
                            "found_nothing",
                            models.BooleanField(default=False, verbose_name="không có văn bản cần đề xuất"),
                        ),
                        ("sent_on", models.DateField(blank=True, null=True, verbose_name="ngày gửi")),
                        ("returned_why", models.CharField(blank=True, max_length=1000, verbose_name="lý do trả lại")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review_sheets",
                                to="core.authority",
                                verbose_name="cơ quan",
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
                                verbose_name="người duyệt gửi",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheets",
                                to="home.reviewround",
                                verbose_name="đợt",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bảng rà soát",
                        "verbose_name_plural": "bảng rà soát",
                        "ordering": ["round", "authority__name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("round", "authority"), name="one_sheet_an_authority"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_on__isnull", False), ("state__in", ("SENT", "ACCEPTED"))),
                                    models.Q(("sent_on__isnull", True), ("state__in", ("DRAFT", "RETURNED"))),
                                    _connector="OR",
                                ),
                                name="sent_sheet_has_its_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReviewSheet",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Chưa gửi"),
                                    ("SENT", "Đã gửi"),
                                    ("RETURNED", "Bị trả lại"),
                                    ("ACCEPTED", "Đã tổng hợp"),
                                ],
                                default="DRAFT",
                                max_length=20,
                                verbose_name="tình trạng",
                            ),
                        ),
                        (
                            "found_nothing",
                            models.BooleanField(default=False, verbose_name="không có văn bản cần đề xuất"),
                        ),
                        ("sent_on", models.DateField(blank=True, null=True, verbose_name="ngày gửi")),
                        ("returned_why", models.CharField(blank=True, max_length=1000, verbose_name="lý do trả lại")),
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
                            "released_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người duyệt gửi",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.reviewround",
                                verbose_name="đợt",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical bảng rà soát",
                        "verbose_name_plural": "historical bảng rà soát",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SeatMeans",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "reading_place",
                            models.CharField(
                                blank=True,
                                help_text="Ví dụ: Phòng 105, tầng 1, 4 chỗ ngồi",
                                max_length=300,
                                verbose_name="chỗ đọc, ghi chép",
                            ),
                        ),
                        (
                            "devices",
                            models.CharField(
                                blank=True,
                                help_text="Ví dụ: 1 máy tính có mạng, 1 máy sao chụp",
                                max_length=300,
                                verbose_name="thiết bị",
                            ),
                        ),
                        (
                            "aids",
                            models.CharField(
                                blank=True,
                                help_text="Ví dụ: lối lên xe lăn, kính lúp, cán bộ đọc và ghi giúp",
                                max_length=300,
                                verbose_name="phương tiện cho người khuyết tật",
                            ),
                        ),
                        (
                            "own_devices_allowed",
                            models.BooleanField(default=True, verbose_name="được dùng điện thoại của mình để chụp"),
                        ),
                        (
                            "authority",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seat_means",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "phương tiện tại trụ sở",
                        "verbose_name_plural": "phương tiện tại trụ sở",
                        "ordering": ["authority"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSeatMeans",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "reading_place",
                            models.CharField(
                                blank=True,
                                help_text="Ví dụ: Phòng 105, tầng 1, 4 chỗ ngồi",
                                max_length=300,
                                verbose_name="chỗ đọc, ghi chép",
                            ),
                        ),
                        (
                            "devices",
                            models.CharField(
                                blank=True,
                                help_text="Ví dụ: 1 máy tính có mạng, 1 máy sao chụp",
                                max_length=300,
                                verbose_name="thiết bị",
                            ),
                        ),
                        (
                            "aids",
                            models.CharField(
                                blank=True,
                                help_text="Ví dụ: lối lên xe lăn, kính lúp, cán bộ đọc và ghi giúp",
                                max_length=300,
                                verbose_name="phương tiện cho người khuyết tật",
                            ),
                        ),
                        (
                            "own_devices_allowed",
                            models.BooleanField(default=True, verbose_name="được dùng điện thoại của mình để chụp"),
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
                    ],
                    options={
                        "verbose_name": "historical phương tiện tại trụ sở",
                        "verbose_name_plural": "historical phương tiện tại trụ sở",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SecondPersonTask",
                    fields=[
                        (
                            "task_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.task",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "duyệt bởi người thứ hai",
                        "verbose_name_plural": "duyệt bởi người thứ hai",
                    },
                    bases=("wagtailcore.task",),
                ),
                migrations.CreateModel(
                    name="SectionPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                        (
                            "gathers",
                            models.CharField(
                                choices=[
                                    ("PAGES", "các trang con"),
                                    ("SEARCH", "tìm kiếm"),
                                    ("CATALOGS", "bốn danh mục thông tin"),
                                    ("REQUEST", "gửi yêu cầu"),
                                    ("LOOKUP", "tra cứu hồ sơ"),
                                ],
                                default="PAGES",
                                help_text="Đường dẫn do phần mềm giữ đúng, không cần gõ.",
                                max_length=20,
                                verbose_name="dẫn tới",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang mục",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="StatisticsPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang thống kê và báo cáo",
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="Task",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("content", models.TextField(max_length=2000, verbose_name="nhiệm vụ")),
                        (
                            "lead_text",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="cơ quan chủ trì, ghi như trong kế hoạch"
                            ),
                        ),
                        (
                            "coordinating_text",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="cơ quan phối hợp, ghi như trong kế hoạch"
                            ),
                        ),
                        (
                            "period",
                            models.CharField(
                                choices=[
                                    ("ONCE", "Một lần"),
                                    ("MONTHLY", "Hằng tháng"),
                                    ("QUARTERLY", "Hằng quý"),
                                    ("YEARLY", "Hằng năm"),
                                    ("CONTINUOUS", "Thường xuyên"),
                                ],
                                default="ONCE",
                                max_length=20,
                                verbose_name="báo cáo",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="thời hạn")),
                        ("product", models.CharField(blank=True, max_length=500, verbose_name="sản phẩm")),
                        (
                            "budget",
                            models.PositiveBigIntegerField(blank=True, null=True, verbose_name="kinh phí (đồng)"),
                        ),
                        (
                            "figure_label",
                            models.CharField(blank=True, max_length=150, verbose_name="số liệu phải báo cáo"),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc")),
                        ("closed_reason", models.CharField(blank=True, max_length=500, verbose_name="lý do kết thúc")),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người kết thúc",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to="home.plan",
                                verbose_name="kế hoạch",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nhiệm vụ",
                        "verbose_name_plural": "nhiệm vụ",
                        "ordering": ["plan", "position", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("period", "ONCE"), _negated=True),
                                    ("due_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="single_task_has_deadline",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_at", None),
                                    models.Q(
                                        models.Q(("closed_reason", ""), _negated=True), ("closed_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="task_closed_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalTask",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("content", models.TextField(max_length=2000, verbose_name="nhiệm vụ")),
                        (
                            "lead_text",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="cơ quan chủ trì, ghi như trong kế hoạch"
                            ),
                        ),
                        (
                            "coordinating_text",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="cơ quan phối hợp, ghi như trong kế hoạch"
                            ),
                        ),
                        (
                            "period",
                            models.CharField(
                                choices=[
                                    ("ONCE", "Một lần"),
                                    ("MONTHLY", "Hằng tháng"),
                                    ("QUARTERLY", "Hằng quý"),
                                    ("YEARLY", "Hằng năm"),
                                    ("CONTINUOUS", "Thường xuyên"),
                                ],
                                default="ONCE",
                                max_length=20,
                                verbose_name="báo cáo",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="thời hạn")),
                        ("product", models.CharField(blank=True, max_length=500, verbose_name="sản phẩm")),
                        (
                            "budget",
                            models.PositiveBigIntegerField(blank=True, null=True, verbose_name="kinh phí (đồng)"),
                        ),
                        (
                            "figure_label",
                            models.CharField(blank=True, max_length=150, verbose_name="số liệu phải báo cáo"),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc")),
                        ("closed_reason", models.CharField(blank=True, max_length=500, verbose_name="lý do kết thúc")),
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
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người kết thúc",
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
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="home.plan",
                                verbose_name="kế hoạch",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical nhiệm vụ",
                        "verbose_name_plural": "historical nhiệm vụ",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="TrainingEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        ("title", models.CharField(max_length=300, verbose_name="nội dung")),
                        ("held_on", models.DateField(verbose_name="ngày")),
                        ("place", models.CharField(max_length=200, verbose_name="địa điểm")),
                        (
                            "audience",
                            models.CharField(
                                help_text="Ví dụ: công chức đầu mối các xã", max_length=200, verbose_name="người dự"
                            ),
                        ),
                        ("materials", models.CharField(blank=True, max_length=300, verbose_name="tài liệu sử dụng")),
                        ("trained", models.PositiveIntegerField(verbose_name="số người dự")),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="events",
                                to="home.trainingpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "buổi tập huấn",
                        "verbose_name_plural": "buổi tập huấn",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrainingMaterial",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        ("url", cms.core.links.SecureURLField(blank=True, verbose_name="hoặc đường dẫn")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("QUESTIONS", "Hỏi – đáp"),
                                    ("CITIZEN", "Sổ tay công dân"),
                                    ("OFFICER", "Sổ tay cán bộ"),
                                    ("MATERIAL", "Tài liệu tập huấn"),
                                ],
                                max_length=20,
                                verbose_name="loại",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="tên")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày phát hành")),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtaildocs.document",
                                verbose_name="tệp",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="materials",
                                to="home.trainingpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tài liệu",
                        "verbose_name_plural": "tài liệu",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrainingPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                help_text="Hiện ở cuối trang. Để trống: tên đơn vị đầu mối của cơ quan.",
                                max_length=200,
                                verbose_name="đơn vị chịu trách nhiệm nội dung",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True,
                                help_text="Ngày có người đọc lại cả trang và thấy còn đúng (Nghị định 224/2026/NĐ-CP, Điều 9.3).",
                                null=True,
                                verbose_name="rà soát gần nhất ngày",
                            ),
                        ),
                        (
                            "review_due_on",
                            models.DateField(
                                blank=True,
                                help_text="Quá ngày này trang bị coi là quá hạn rà soát.",
                                null=True,
                                verbose_name="rà soát lần tới ngày",
                            ),
                        ),
                        ("lead", models.TextField(blank=True, max_length=400, verbose_name="lời dẫn")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("text", 0),
                                    ("steps", 6),
                                    ("notice", 9),
                                    ("questions", 14),
                                    ("documents", 19),
                                    ("table", 23),
                                    ("contact", 31),
                                    ("figure", 36),
                                    ("video", 43),
                                ],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": [
                                                "h2",
                                                "h3",
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Đoạn văn",
                                            "template": "components/blocks/text.html",
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Tiêu đề", "max_length": 150, "required": False},
                                    ),
                                    2: ("wagtail.blocks.CharBlock", (), {"label": "Việc cần làm", "max_length": 100}),
                                    3: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Giải thích",
                                            "required": False,
                                        },
                                    ),
                                    4: ("wagtail.blocks.StructBlock", [[("title", 2), ("text", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Các bước", "min_num": 2}),
                                    6: ("wagtail.blocks.StructBlock", [[("title", 1), ("steps", 5)]], {}),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("ok", "Việc đã xong"),
                                                ("wait", "Cần chú ý"),
                                                ("bad", "Việc hỏng hoặc bị từ chối"),
                                            ],
                                            "help_text": "Để trống: lời nhắc thường.",
                                            "label": "Loại",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ul"],
                                            "label": "Nội dung",
                                        },
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("kind", 7), ("title", 1), ("text", 8)]], {}),
                                    10: ("wagtail.blocks.CharBlock", (), {"label": "Câu hỏi", "max_length": 200}),
                                    11: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                                            "label": "Trả lời",
                                        },
                                    ),
                                    12: ("wagtail.blocks.StructBlock", [[("question", 10), ("answer", 11)]], {}),
                                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Các câu hỏi", "min_num": 1}),
                                    14: ("wagtail.blocks.StructBlock", [[("title", 1), ("questions", 13)]], {}),
                                    15: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Tệp"}),
                                    16: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Để trống: dùng tên của tệp.",
                                            "label": "Tên hiện ra",
                                            "max_length": 200,
                                            "required": False,
                                        },
                                    ),
                                    17: ("wagtail.blocks.StructBlock", [[("document", 15), ("title", 16)]], {}),
                                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "Các tệp", "min_num": 1}),
                                    19: ("wagtail.blocks.StructBlock", [[("title", 1), ("documents", 18)]], {}),
                                    20: ("wagtail.blocks.CharBlock", (), {"label": "Chữ", "required": False}),
                                    21: ("wagtail.blocks.DecimalBlock", (), {"label": "Số", "required": False}),
                                    22: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["bold", "italic", "link", "document-link"],
                                            "label": "Chữ có đường dẫn",
                                            "required": False,
                                        },
                                    ),
                                    23: (
                                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                        [[("text", 20), ("number", 21), ("rich_text", 22)]],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Liên hệ về việc gì", "max_length": 150},
                                    ),
                                    25: ("wagtail.blocks.CharBlock", (), {"label": "Đơn vị", "max_length": 200}),
                                    26: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Người phụ trách, chức vụ", "max_length": 150, "required": False},
                                    ),
                                    27: ("wagtail.blocks.CharBlock", (), {"label": "Điện thoại", "max_length": 30}),
                                    28: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                                    29: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Địa chỉ", "max_length": 300, "required": False},
                                    ),
                                    30: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Thời gian tiếp", "max_length": 200, "required": False},
                                    ),
                                    31: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 24),
                                                ("unit", 25),
                                                ("person", 26),
                                                ("phone", 27),
                                                ("email", 28),
                                                ("address", 29),
                                                ("hours", 30),
                                            ]
                                        ],
                                        {},
                                    ),
                                    32: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Ảnh"}),
                                    33: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Người không nhìn thấy ảnh sẽ nghe câu này.",
                                            "label": "Lời tả ảnh",
                                            "max_length": 250,
                                        },
                                    ),
                                    34: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Chú thích", "max_length": 250, "required": False},
                                    ),
                                    35: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Nguồn ảnh", "max_length": 150, "required": False},
                                    ),
                                    36: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 32), ("alt", 33), ("caption", 34), ("source", 35)]],
                                        {},
                                    ),
                                    37: ("wagtail.blocks.CharBlock", (), {"label": "Tên", "max_length": 150}),
                                    38: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {"choices": [("video", "Video"), ("audio", "Âm thanh")], "label": "Loại"},
                                    ),
                                    39: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "Tệp", "required": False},
                                    ),
                                    40: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {
                                            "label": "hoặc địa chỉ",
                                            "required": False,
                                            "validators": [
                                                django.core.validators.URLValidator(
                                                    message="Nhập địa chỉ đầy đủ, bắt đầu bằng https://",
                                                    schemes=["https"],
                                                )
                                            ],
                                        },
                                    ),
                                    41: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Ví dụ: 3 phút 20 giây",
                                            "label": "Thời lượng",
                                            "max_length": 30,
                                            "required": False,
                                        },
                                    ),
                                    42: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "features": ["h3", "bold", "italic", "ul"],
                                            "help_text": "Bắt buộc: người không nghe, không xem được sẽ đọc.",
                                            "label": "Toàn bộ lời",
                                        },
                                    ),
                                    43: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 37),
                                                ("kind", 38),
                                                ("document", 39),
                                                ("url", 40),
                                                ("length", 41),
                                                ("transcript", 42),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trang tập huấn và hướng dẫn",
                    },
                    bases=("wagtailcore.page",),
                ),
            ],
        ),
    ]
