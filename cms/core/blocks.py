"""What editors build pages from. No block takes raw HTML."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from cms.core.links import SECURE

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
LINE_FEATURES = ["bold", "italic", "link", "document-link"]


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Việc cần làm"), max_length=100)
    text = blocks.RichTextBlock(label=_("Giải thích"), features=LINE_FEATURES, required=False)

    class Meta:
        label = _("Bước")


class StepsBlock(blocks.StructBlock):
    """Things done one after the other."""

    title = blocks.CharBlock(label=_("Tiêu đề"), max_length=150, required=False)
    steps = blocks.ListBlock(StepBlock(), label=_("Các bước"), min_num=2)

    class Meta:
        icon = "list-ol"
        label = _("Các bước")
        template = "components/blocks/steps.html"


class NoticeBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        label=_("Loại"),
        choices=[("ok", _("Việc đã xong")), ("wait", _("Cần chú ý")), ("bad", _("Việc hỏng hoặc bị từ chối"))],
        required=False,
        help_text=_("Để trống: lời nhắc thường."),
    )
    title = blocks.CharBlock(label=_("Tiêu đề"), max_length=150, required=False)
    text = blocks.RichTextBlock(label=_("Nội dung"), features=[*LINE_FEATURES, "ul"])

    class Meta:
        icon = "warning"
        label = _("Lời nhắc")
        template = "components/blocks/notice.html"


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Câu hỏi"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Trả lời"), features=[*LINE_FEATURES, "ol", "ul"])

    class Meta:
        label = _("Hỏi – đáp")


class QuestionsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Tiêu đề"), max_length=150, required=False)
    questions = blocks.ListBlock(QuestionBlock(), label=_("Các câu hỏi"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Hỏi – đáp")
        template = "components/blocks/questions.html"


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Tệp"))
    title = blocks.CharBlock(
        label=_("Tên hiện ra"), max_length=200, required=False, help_text=_("Để trống: dùng tên của tệp.")
    )

    class Meta:
        label = _("Tệp")


class DocumentsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Tiêu đề"), max_length=150, required=False)
    documents = blocks.ListBlock(DocumentBlock(), label=_("Các tệp"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Danh sách tệp")
        template = "components/blocks/documents.html"


class TableBlock(TypedTableBlock):
    """Rows and columns; on phones each row becomes a card, so every column needs its heading."""

    text = blocks.CharBlock(label=_("Chữ"), required=False)
    number = blocks.DecimalBlock(label=_("Số"), required=False)
    rich_text = blocks.RichTextBlock(label=_("Chữ có đường dẫn"), features=LINE_FEATURES, required=False)

    def get_context(self, value, parent_context=None):
        """Each cell with its column, whose heading the card shows before it."""
        context = super().get_context(value, parent_context)
        context["rows"] = [list(zip(value.columns, row, strict=True)) for row in value.rows]
        return context

    class Meta:
        icon = "table"
        label = _("Bảng")
        template = "components/blocks/table.html"


class ContactBlock(blocks.StructBlock):
    """Somebody to turn to beside the focal point, whose own block stands on every page anyway."""

    title = blocks.CharBlock(label=_("Liên hệ về việc gì"), max_length=150)
    unit = blocks.CharBlock(label=_("Đơn vị"), max_length=200)
    person = blocks.CharBlock(label=_("Người phụ trách, chức vụ"), max_length=150, required=False)
    phone = blocks.CharBlock(label=_("Điện thoại"), max_length=30)
    email = blocks.EmailBlock(label=_("Thư điện tử"), required=False)
    address = blocks.CharBlock(label=_("Địa chỉ"), max_length=300, required=False)
    hours = blocks.CharBlock(label=_("Thời gian tiếp"), max_length=200, required=False)

    class Meta:
        icon = "user"
        label = _("Liên hệ")
        template = "components/blocks/contact.html"


class FigureBlock(blocks.StructBlock):
    """A picture that says something; one that says nothing has no place on these pages."""

    image = ImageChooserBlock(label=_("Ảnh"))
    alt = blocks.CharBlock(
        label=_("Lời tả ảnh"), max_length=250, help_text=_("Người không nhìn thấy ảnh sẽ nghe câu này.")
    )
    caption = blocks.CharBlock(label=_("Chú thích"), max_length=250, required=False)
    source = blocks.CharBlock(label=_("Nguồn ảnh"), max_length=150, required=False)

    class Meta:
        icon = "image"
        label = _("Ảnh")
        template = "components/blocks/figure.html"


class VideoBlock(blocks.StructBlock):
    """A film or recording to open, as a file or at its address, and all its words to read (WCAG 1.2.1, 1.2.3)."""

    title = blocks.CharBlock(label=_("Tên"), max_length=150)
    kind = blocks.ChoiceBlock(
        label=_("Loại"), choices=[("video", _("Video")), ("audio", _("Âm thanh"))], default="video"
    )
    document = DocumentChooserBlock(label=_("Tệp"), required=False)
    url = blocks.URLBlock(label=_("hoặc địa chỉ"), required=False, validators=[SECURE])
    length = blocks.CharBlock(
        label=_("Thời lượng"), max_length=30, required=False, help_text=_("Ví dụ: 3 phút 20 giây")
    )
    transcript = blocks.RichTextBlock(
        label=_("Toàn bộ lời"),
        features=["h3", "bold", "italic", "ul"],
        help_text=_("Bắt buộc: người không nghe, không xem được sẽ đọc."),
    )

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned["document"]) == bool(cleaned["url"]):
            raise StructBlockValidationError(
                block_errors={"url": ValidationError(_("Chọn một tệp hoặc ghi một địa chỉ, không cả hai."))}
            )
        return cleaned

    class Meta:
        icon = "media"
        label = _("Video, âm thanh")
        template = "components/blocks/video.html"


class PageBody(blocks.StreamBlock):
    """The body of a public page."""

    text = blocks.RichTextBlock(
        label=_("Đoạn văn"), icon="pilcrow", features=TEXT_FEATURES, template="components/blocks/text.html"
    )
    steps = StepsBlock()
    notice = NoticeBlock()
    questions = QuestionsBlock()
    documents = DocumentsBlock()
    table = TableBlock()
    contact = ContactBlock()
    figure = FigureBlock()
    video = VideoBlock()

    class Meta:
        required = False
