import cms.core.links
import cms.core.models.authority
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from cms.core.migration_operations import CreateModels


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_a_user"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailembeds", "0009_embed_cache_until"),
        ("wagtailforms", "0005_alter_formsubmission_form_data"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Attempt",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=100, verbose_name="khóa")),
                        ("window", models.DateTimeField(verbose_name="từ lúc")),
                        ("count", models.PositiveIntegerField(default=0, verbose_name="số lần")),
                    ],
                    options={
                        "verbose_name": "số lần thử",
                        "verbose_name_plural": "số lần thử",
                        "indexes": [models.Index(fields=["window"], name="attempt_by_window")],
                        "constraints": [
                            models.UniqueConstraint(fields=("key", "window"), name="attempt_once_a_window")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Authority",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(max_length=40, unique=True, verbose_name="mã trong địa chỉ trang")),
                        (
                            "case_prefix",
                            models.CharField(
                                help_text="Ví dụ SV trong SV-261112-0003.",
                                max_length=12,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9]{2,12}$", "Chỉ dùng 2 đến 12 chữ in hoa không dấu hoặc chữ số."
                                    )
                                ],
                                verbose_name="mã trong số hồ sơ",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên đầy đủ")),
                        (
                            "short_name",
                            models.CharField(help_text="Ví dụ: Xã Suối Vàng", max_length=100, verbose_name="tên ngắn"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("PROVINCE", "Ủy ban nhân dân cấp tỉnh"),
                                    ("DEPARTMENT", "Sở, ban, ngành cấp tỉnh"),
                                    ("COMMUNE", "Ủy ban nhân dân cấp xã"),
                                    ("SERVICE_UNIT", "Đơn vị sự nghiệp công lập"),
                                ],
                                max_length=20,
                                verbose_name="loại cơ quan",
                            ),
                        ),
                        (
                            "parent_line",
                            models.CharField(blank=True, max_length=200, verbose_name="dòng cơ quan chủ quản"),
                        ),
                        (
                            "letter_place",
                            models.CharField(
                                help_text="Ví dụ: Suối Vàng", max_length=100, verbose_name="địa danh trên văn bản"
                            ),
                        ),
                        (
                            "letter_symbol",
                            models.CharField(
                                help_text="Ví dụ: UBND trong 05/TB-UBND", max_length=20, verbose_name="ký hiệu cơ quan"
                            ),
                        ),
                        ("address", models.CharField(max_length=300, verbose_name="địa chỉ trụ sở")),
                        ("phone", models.CharField(max_length=30, verbose_name="điện thoại")),
                        ("email", models.EmailField(max_length=254, verbose_name="thư điện tử")),
                        (
                            "theme",
                            models.CharField(
                                choices=[
                                    ("theme-ngoc", "Ngọc"),
                                    ("theme-cham", "Chàm"),
                                    ("theme-sen", "Sen"),
                                    ("theme-rung", "Rừng"),
                                    ("theme-dat", "Đất"),
                                    ("theme-than", "Than"),
                                ],
                                default="theme-ngoc",
                                max_length=20,
                                verbose_name="màu giao diện",
                            ),
                        ),
                        ("is_open", models.BooleanField(default=True, verbose_name="đang nhận yêu cầu")),
                        (
                            "national_portal_url",
                            cms.core.links.SecureURLField(
                                blank=True,
                                help_text="Chỉ điền khi cơ quan phải nhận yêu cầu ở đó. Để trống: dùng phiếu trên trang này.",
                                verbose_name="địa chỉ nhận yêu cầu trên Cổng dịch vụ công",
                            ),
                        ),
                        (
                            "extension_needs_two",
                            models.BooleanField(default=True, verbose_name="gia hạn cần hai người"),
                        ),
                        (
                            "supplement_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Luật không đặt hạn. Để trống: không tự kết thúc hồ sơ vì không bổ sung.",
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="hạn bổ sung do quy chế đặt (ngày)",
                            ),
                        ),
                        (
                            "network_receipt",
                            models.CharField(
                                choices=[
                                    ("SAME_DAY", "Chính ngày gửi"),
                                    ("NEXT_WORKING_DAY", "Ngày làm việc tiếp theo"),
                                ],
                                default="SAME_DAY",
                                max_length=20,
                                verbose_name="ngày nhận yêu cầu qua mạng vào ngày nghỉ",
                            ),
                        ),
                        (
                            "due_soon_days",
                            models.PositiveSmallIntegerField(
                                default=2, verbose_name="báo sắp đến hạn trước (ngày làm việc)"
                            ),
                        ),
                        (
                            "first_instance",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="nơi giải quyết khiếu nại lần đầu"
                            ),
                        ),
                        (
                            "second_instance",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="nơi giải quyết khiếu nại lần hai"
                            ),
                        ),
                        ("court", models.CharField(blank=True, max_length=300, verbose_name="tòa án có thẩm quyền")),
                        (
                            "is_remote",
                            models.BooleanField(default=False, verbose_name="vùng sâu, vùng xa, đi lại khó khăn"),
                        ),
                        (
                            "data_officer_contact",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="liên hệ phụ trách dữ liệu cá nhân"
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="core.authority",
                                verbose_name="cơ quan cấp trên",
                            ),
                        ),
                        (
                            "drawing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("SEA", "Mặt trời trên biển"),
                                    ("HALL", "Mái công sở"),
                                    ("HILLS", "Núi và suối"),
                                    ("LOTUS", "Hoa sen"),
                                    ("RICE", "Bông lúa"),
                                ],
                                help_text="Để trống: hình theo loại cơ quan. Không hiện khi cơ quan có biểu trưng riêng.",
                                max_length=10,
                                verbose_name="hình vẽ cạnh tên cơ quan",
                            ),
                        ),
                        (
                            "emblem",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailimages.image",
                                verbose_name="biểu trưng",
                            ),
                        ),
                        (
                            "province",
                            models.CharField(
                                blank=True,
                                choices=cms.core.models.authority.province_choices,
                                help_text="Để người dân lọc danh sách cơ quan theo nơi.",
                                max_length=2,
                                verbose_name="tỉnh, thành phố",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cơ quan",
                        "verbose_name_plural": "cơ quan",
                        "ordering": ["kind", "name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("parent", models.F("id")), _negated=True),
                                name="authority_is_not_its_own_parent",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAuthority",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("code", models.SlugField(max_length=40, verbose_name="mã trong địa chỉ trang")),
                        (
                            "case_prefix",
                            models.CharField(
                                db_index=True,
                                help_text="Ví dụ SV trong SV-261112-0003.",
                                max_length=12,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9]{2,12}$", "Chỉ dùng 2 đến 12 chữ in hoa không dấu hoặc chữ số."
                                    )
                                ],
                                verbose_name="mã trong số hồ sơ",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên đầy đủ")),
                        (
                            "short_name",
                            models.CharField(help_text="Ví dụ: Xã Suối Vàng", max_length=100, verbose_name="tên ngắn"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("PROVINCE", "Ủy ban nhân dân cấp tỉnh"),
                                    ("DEPARTMENT", "Sở, ban, ngành cấp tỉnh"),
                                    ("COMMUNE", "Ủy ban nhân dân cấp xã"),
                                    ("SERVICE_UNIT", "Đơn vị sự nghiệp công lập"),
                                ],
                                max_length=20,
                                verbose_name="loại cơ quan",
                            ),
                        ),
                        (
                            "parent_line",
                            models.CharField(blank=True, max_length=200, verbose_name="dòng cơ quan chủ quản"),
                        ),
                        (
                            "letter_place",
                            models.CharField(
                                help_text="Ví dụ: Suối Vàng", max_length=100, verbose_name="địa danh trên văn bản"
                            ),
                        ),
                        (
                            "letter_symbol",
                            models.CharField(
                                help_text="Ví dụ: UBND trong 05/TB-UBND", max_length=20, verbose_name="ký hiệu cơ quan"
                            ),
                        ),
                        ("address", models.CharField(max_length=300, verbose_name="địa chỉ trụ sở")),
                        ("phone", models.CharField(max_length=30, verbose_name="điện thoại")),
                        ("email", models.EmailField(max_length=254, verbose_name="thư điện tử")),
                        (
                            "theme",
                            models.CharField(
                                choices=[
                                    ("theme-ngoc", "Ngọc"),
                                    ("theme-cham", "Chàm"),
                                    ("theme-sen", "Sen"),
                                    ("theme-rung", "Rừng"),
                                    ("theme-dat", "Đất"),
                                    ("theme-than", "Than"),
                                ],
                                default="theme-ngoc",
                                max_length=20,
                                verbose_name="màu giao diện",
                            ),
                        ),
                        ("is_open", models.BooleanField(default=True, verbose_name="đang nhận yêu cầu")),
                        (
                            "national_portal_url",
                            cms.core.links.SecureURLField(
                                blank=True,
                                help_text="Chỉ điền khi cơ quan phải nhận yêu cầu ở đó. Để trống: dùng phiếu trên trang này.",
                                verbose_name="địa chỉ nhận yêu cầu trên Cổng dịch vụ công",
                            ),
                        ),
                        (
                            "extension_needs_two",
                            models.BooleanField(default=True, verbose_name="gia hạn cần hai người"),
                        ),
                        (
                            "supplement_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Luật không đặt hạn. Để trống: không tự kết thúc hồ sơ vì không bổ sung.",
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="hạn bổ sung do quy chế đặt (ngày)",
                            ),
                        ),
                        (
                            "network_receipt",
                            models.CharField(
                                choices=[
                                    ("SAME_DAY", "Chính ngày gửi"),
                                    ("NEXT_WORKING_DAY", "Ngày làm việc tiếp theo"),
                                ],
                                default="SAME_DAY",
                                max_length=20,
                                verbose_name="ngày nhận yêu cầu qua mạng vào ngày nghỉ",
                            ),
                        ),
                        (
                            "due_soon_days",
                            models.PositiveSmallIntegerField(
                                default=2, verbose_name="báo sắp đến hạn trước (ngày làm việc)"
                            ),
                        ),
                        (
                            "first_instance",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="nơi giải quyết khiếu nại lần đầu"
                            ),
                        ),
                        (
                            "second_instance",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="nơi giải quyết khiếu nại lần hai"
                            ),
                        ),
                        ("court", models.CharField(blank=True, max_length=300, verbose_name="tòa án có thẩm quyền")),
                        (
                            "is_remote",
                            models.BooleanField(default=False, verbose_name="vùng sâu, vùng xa, đi lại khó khăn"),
                        ),
                        (
                            "data_officer_contact",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="liên hệ phụ trách dữ liệu cá nhân"
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
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.authority",
                                verbose_name="cơ quan cấp trên",
                            ),
                        ),
                        (
                            "drawing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("SEA", "Mặt trời trên biển"),
                                    ("HALL", "Mái công sở"),
                                    ("HILLS", "Núi và suối"),
                                    ("LOTUS", "Hoa sen"),
                                    ("RICE", "Bông lúa"),
                                ],
                                help_text="Để trống: hình theo loại cơ quan. Không hiện khi cơ quan có biểu trưng riêng.",
                                max_length=10,
                                verbose_name="hình vẽ cạnh tên cơ quan",
                            ),
                        ),
                        (
                            "emblem",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="wagtailimages.image",
                                verbose_name="biểu trưng",
                            ),
                        ),
                        (
                            "province",
                            models.CharField(
                                blank=True,
                                choices=cms.core.models.authority.province_choices,
                                help_text="Để người dân lọc danh sách cơ quan theo nơi.",
                                max_length=2,
                                verbose_name="tỉnh, thành phố",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical cơ quan",
                        "verbose_name_plural": "historical cơ quan",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Counter",
                    fields=[
                        (
                            "name",
                            models.CharField(max_length=100, primary_key=True, serialize=False, verbose_name="tên"),
                        ),
                        ("value", models.PositiveIntegerField(default=0, verbose_name="số cuối")),
                    ],
                    options={
                        "verbose_name": "bộ đếm",
                        "verbose_name_plural": "bộ đếm",
                    },
                ),
                migrations.CreateModel(
                    name="FocalPoint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("officer_name", models.CharField(max_length=100, verbose_name="người làm đầu mối")),
                        ("officer_post", models.CharField(max_length=100, verbose_name="chức vụ")),
                        ("address", models.CharField(max_length=300, verbose_name="địa chỉ")),
                        (
                            "place",
                            models.CharField(
                                help_text="Ví dụ: Tầng 1, Bộ phận Một cửa", max_length=200, verbose_name="nơi tiếp nhận"
                            ),
                        ),
                        ("phone", models.CharField(max_length=30, verbose_name="điện thoại")),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="Mọi yêu cầu mới đều báo về hộp thư này. Để trống: người dân thấy cơ quan chưa có hộp thư.",
                                max_length=254,
                                verbose_name="hộp thư của đầu mối",
                            ),
                        ),
                        ("hours", models.CharField(max_length=200, verbose_name="giờ tiếp nhận")),
                        (
                            "methods",
                            models.CharField(
                                default="trực tiếp, qua bưu chính, thư điện tử và trực tuyến",
                                max_length=300,
                                verbose_name="cách tiếp nhận",
                            ),
                        ),
                        (
                            "unit",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="focal_point",
                                to="core.unit",
                                verbose_name="đơn vị đầu mối",
                            ),
                        ),
                        (
                            "background",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("OFFICE", "Văn phòng, hành chính"),
                                    ("IT", "Công nghệ thông tin"),
                                    ("LAW", "Luật"),
                                    ("OTHER", "Khác"),
                                ],
                                help_text="Nên chọn người có chuyên môn văn phòng, công nghệ thông tin hoặc luật.",
                                max_length=10,
                                verbose_name="chuyên môn",
                            ),
                        ),
                        (
                            "decision_number",
                            models.CharField(
                                blank=True,
                                help_text="Ví dụ: 41/QĐ-UBND",
                                max_length=60,
                                verbose_name="số quyết định giao làm đầu mối",
                            ),
                        ),
                        ("decision_on", models.DateField(blank=True, null=True, verbose_name="ngày quyết định")),
                        ("trained_on", models.DateField(blank=True, null=True, verbose_name="lần tập huấn gần nhất")),
                    ],
                    options={
                        "verbose_name": "đầu mối",
                        "verbose_name_plural": "đầu mối",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decision_number", ""), ("decision_on", None)),
                                    models.Q(
                                        models.Q(("decision_number", ""), _negated=True), ("decision_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="focal_decision_number_with_its_day",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalFocalPoint",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("officer_name", models.CharField(max_length=100, verbose_name="người làm đầu mối")),
                        ("officer_post", models.CharField(max_length=100, verbose_name="chức vụ")),
                        ("address", models.CharField(max_length=300, verbose_name="địa chỉ")),
                        (
                            "place",
                            models.CharField(
                                help_text="Ví dụ: Tầng 1, Bộ phận Một cửa", max_length=200, verbose_name="nơi tiếp nhận"
                            ),
                        ),
                        ("phone", models.CharField(max_length=30, verbose_name="điện thoại")),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="Mọi yêu cầu mới đều báo về hộp thư này. Để trống: người dân thấy cơ quan chưa có hộp thư.",
                                max_length=254,
                                verbose_name="hộp thư của đầu mối",
                            ),
                        ),
                        ("hours", models.CharField(max_length=200, verbose_name="giờ tiếp nhận")),
                        (
                            "methods",
                            models.CharField(
                                default="trực tiếp, qua bưu chính, thư điện tử và trực tuyến",
                                max_length=300,
                                verbose_name="cách tiếp nhận",
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
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="core.unit",
                                verbose_name="đơn vị đầu mối",
                            ),
                        ),
                        (
                            "background",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("OFFICE", "Văn phòng, hành chính"),
                                    ("IT", "Công nghệ thông tin"),
                                    ("LAW", "Luật"),
                                    ("OTHER", "Khác"),
                                ],
                                help_text="Nên chọn người có chuyên môn văn phòng, công nghệ thông tin hoặc luật.",
                                max_length=10,
                                verbose_name="chuyên môn",
                            ),
                        ),
                        (
                            "decision_number",
                            models.CharField(
                                blank=True,
                                help_text="Ví dụ: 41/QĐ-UBND",
                                max_length=60,
                                verbose_name="số quyết định giao làm đầu mối",
                            ),
                        ),
                        ("decision_on", models.DateField(blank=True, null=True, verbose_name="ngày quyết định")),
                        ("trained_on", models.DateField(blank=True, null=True, verbose_name="lần tập huấn gần nhất")),
                    ],
                    options={
                        "verbose_name": "historical đầu mối",
                        "verbose_name_plural": "historical đầu mối",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Mail",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=60, verbose_name="loại")),
                        ("to", models.EmailField(max_length=254, verbose_name="gửi tới")),
                        ("subject", models.CharField(max_length=200, verbose_name="tiêu đề")),
                        ("text", models.TextField(verbose_name="nội dung")),
                        ("message_id", models.CharField(max_length=120, unique=True, verbose_name="mã thư")),
                        ("about", models.CharField(blank=True, db_index=True, max_length=60, verbose_name="về hồ sơ")),
                        ("created_at", models.DateTimeField(verbose_name="tạo lúc")),
                        ("next_try_at", models.DateTimeField(verbose_name="lần gửi tới")),
                        ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="số lần thử")),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="gửi xong lúc")),
                        ("failed_at", models.DateTimeField(blank=True, null=True, verbose_name="bỏ cuộc lúc")),
                        ("error", models.CharField(blank=True, max_length=300, verbose_name="lỗi gần nhất")),
                    ],
                    options={
                        "verbose_name": "thư đi",
                        "verbose_name_plural": "thư đi",
                        "ordering": ["-created_at", "-id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("failed_at", None), ("sent_at", None)),
                                fields=["next_try_at", "id"],
                                name="mail_waiting",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleHolder",
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
                                    ("FOCAL_OFFICER", "Cán bộ đầu mối"),
                                    ("FOCAL_HEAD", "Trưởng đơn vị đầu mối"),
                                    ("ORIGINATING_UNIT", "Đơn vị chủ trì"),
                                    ("SIGNER", "Người ký"),
                                    ("REGISTRY", "Văn thư"),
                                    ("CASHIER", "Thu tiền"),
                                    ("EDITOR", "Biên tập viên"),
                                    ("PUBLISHER", "Người duyệt đăng"),
                                    ("HEAD", "Người đứng đầu cơ quan"),
                                    ("DATA_OFFICER", "Phụ trách dữ liệu cá nhân"),
                                    ("AUDITOR", "Kiểm tra, giám sát"),
                                    ("JUSTICE", "Sở Tư pháp"),
                                    ("ADMINISTRATOR", "Quản trị"),
                                ],
                                max_length=20,
                                verbose_name="vai trò",
                            ),
                        ),
                        ("since_on", models.DateField(verbose_name="từ ngày")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                help_text="Số, ngày văn bản giao việc",
                                max_length=200,
                                verbose_name="quyết định giao",
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="role_holders",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="role_holdings",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="role_holders",
                                to="core.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vai trò được giao",
                        "verbose_name_plural": "vai trò được giao",
                        "ordering": ["user", "role"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until_on", None), ("until_on__gte", models.F("since_on")), _connector="OR"
                                ),
                                name="role_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("role__in", ["AUDITOR", "JUSTICE"]), _negated=True),
                                    ("until_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="supervision_is_a_dated_grant",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("role", "ORIGINATING_UNIT"), _negated=True),
                                    ("unit__isnull", False),
                                    _connector="OR",
                                ),
                                name="originating_role_names_its_unit",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalRoleHolder",
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
                                    ("FOCAL_OFFICER", "Cán bộ đầu mối"),
                                    ("FOCAL_HEAD", "Trưởng đơn vị đầu mối"),
                                    ("ORIGINATING_UNIT", "Đơn vị chủ trì"),
                                    ("SIGNER", "Người ký"),
                                    ("REGISTRY", "Văn thư"),
                                    ("CASHIER", "Thu tiền"),
                                    ("EDITOR", "Biên tập viên"),
                                    ("PUBLISHER", "Người duyệt đăng"),
                                    ("HEAD", "Người đứng đầu cơ quan"),
                                    ("DATA_OFFICER", "Phụ trách dữ liệu cá nhân"),
                                    ("AUDITOR", "Kiểm tra, giám sát"),
                                    ("JUSTICE", "Sở Tư pháp"),
                                    ("ADMINISTRATOR", "Quản trị"),
                                ],
                                max_length=20,
                                verbose_name="vai trò",
                            ),
                        ),
                        ("since_on", models.DateField(verbose_name="từ ngày")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                help_text="Số, ngày văn bản giao việc",
                                max_length=200,
                                verbose_name="quyết định giao",
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
                            "user",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người",
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
                                verbose_name="đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical vai trò được giao",
                        "verbose_name_plural": "historical vai trò được giao",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Unit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(max_length=40, verbose_name="mã")),
                        ("name", models.CharField(max_length=200, verbose_name="tên đơn vị")),
                        ("is_focal", models.BooleanField(default=False, verbose_name="là đơn vị đầu mối")),
                        ("is_active", models.BooleanField(default=True, verbose_name="đang hoạt động")),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="units",
                                to="core.authority",
                                verbose_name="cơ quan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đơn vị",
                        "verbose_name_plural": "đơn vị",
                        "ordering": ["authority", "name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("authority", "code"), name="unit_code_once_in_authority"),
                            models.UniqueConstraint(
                                condition=models.Q(("is_active", True), ("is_focal", True)),
                                fields=("authority",),
                                name="one_focal_unit_in_authority",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalUnit",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        ("code", models.SlugField(max_length=40, verbose_name="mã")),
                        ("name", models.CharField(max_length=200, verbose_name="tên đơn vị")),
                        ("is_focal", models.BooleanField(default=False, verbose_name="là đơn vị đầu mối")),
                        ("is_active", models.BooleanField(default=True, verbose_name="đang hoạt động")),
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
                        "verbose_name": "historical đơn vị",
                        "verbose_name_plural": "historical đơn vị",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Usefulness",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("path", models.CharField(max_length=300, verbose_name="địa chỉ trang")),
                        ("title", models.CharField(max_length=255, verbose_name="tên trang")),
                        ("day", models.DateField(verbose_name="ngày")),
                        ("yes", models.PositiveIntegerField(default=0, verbose_name="có")),
                        ("no", models.PositiveIntegerField(default=0, verbose_name="không")),
                    ],
                    options={
                        "verbose_name": "ý kiến về trang",
                        "verbose_name_plural": "ý kiến về trang",
                        "indexes": [models.Index(fields=["day"], name="usefulness_by_day")],
                        "constraints": [models.UniqueConstraint(fields=("path", "day"), name="usefulness_once_a_day")],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalUser",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "ip_address",
                            models.GenericIPAddressField(blank=True, null=True, verbose_name="địa chỉ mạng"),
                        ),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "username",
                            models.CharField(
                                db_index=True,
                                error_messages={"unique": "A user with that username already exists."},
                                help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                                max_length=150,
                                validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                                verbose_name="username",
                            ),
                        ),
                        (
                            "is_staff",
                            models.BooleanField(
                                default=False,
                                help_text="Designates whether the user can log into this admin site.",
                                verbose_name="staff status",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                        ),
                        ("first_name", models.CharField(max_length=150, verbose_name="họ và tên")),
                        ("last_name", models.CharField(blank=True, max_length=150, verbose_name="(không dùng)")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử công vụ")),
                        ("post", models.CharField(blank=True, max_length=100, verbose_name="chức vụ")),
                        ("phone", models.CharField(blank=True, max_length=30, verbose_name="điện thoại")),
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
                        "verbose_name": "historical tài khoản",
                        "verbose_name_plural": "historical tài khoản",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
    ]
