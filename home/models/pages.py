"""The front page, one page for each authority, and pages of information below them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.core.authority_url import authority_or_404
from cms.core.blocks import PageBody
from cms.core.dates import today
from cms.core.models import Authority
from cms.core.pages import BasePage
from home import directory, doors, time_limits
from home.models.base import AuthorityContent

#: Every kind of page that may stand directly below an authority's page.
SECTION_TYPES = [
    "home.EnglishPage",
    "home.InformationPage",
    "home.SectionPage",
    "home.FocalPointsPage",
    "home.RegulationPage",
    "home.RequestProcedurePage",
    "home.AdministrativeProcedurePage",
    "home.FormsPage",
    "home.LegalDocumentsPage",
    "home.QuestionsPage",
    "home.NewsIndexPage",
    "home.TrainingPage",
    "home.CommunicationPage",
    "home.ImplementationPlanPage",
    "home.FeedbackPage",
    "home.StatisticsPage",
]


class HomePage(BasePage):
    """The front page of the installation: it first asks to which authority a request should go."""

    hero_title = models.CharField(_("câu hỏi lớn"), max_length=100, default="Bạn gửi tới cơ quan nào?")
    lead = models.TextField(
        _("lời dẫn"),
        max_length=400,
        default="Chọn cơ quan để gửi yêu cầu cung cấp thông tin. Không cần tài khoản, không mất phí gửi yêu cầu.",
    )
    body = StreamField(PageBody(required=False), verbose_name=_("nội dung thêm"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("hero_title"), FieldPanel("lead"), FieldPanel("body")]
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.AuthorityPage", "home.InformationPage", "home.EnglishPage"]

    class Meta:
        verbose_name = _("trang chủ")

    def get_context(self, request, *args, **kwargs):
        query = request.GET.get("ten", "")[: directory.LONGEST_QUERY]
        found = directory.directory(query, request.GET.get("cap", ""), request.GET.get("noi", ""))
        return super().get_context(request, *args, **kwargs) | {
            "query": query,
            "found": found,
            "columns": directory.columns(found.authorities),
            "count": len(found.authorities),
            "here": "home",
        }


class AuthorityPage(BasePage):
    """An authority's own front page, at its code: what one can do there, whom to call, by when it must answer."""

    authority = models.OneToOneField(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="page"
    )
    lead = models.TextField(
        _("lời dẫn"),
        max_length=400,
        default="Bạn có quyền biết cơ quan đang làm gì, chi bao nhiêu, quyết định ra sao.",
    )
    body = StreamField(PageBody(required=False), verbose_name=_("nội dung thêm"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("authority", read_only=True),
        FieldPanel("lead"),
        FieldPanel("body"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = SECTION_TYPES
    # Whose section it is decides who may write there: the command lays it, no form does.
    is_creatable = False

    class Meta:
        verbose_name = _("trang của cơ quan")

    def clean(self):
        super().clean()
        # The request form lives under the authority's code, so its page must too.
        if self.authority_id and self.slug != self.authority.code:
            raise ValidationError({"slug": _("Địa chỉ phải là mã của cơ quan: %s") % self.authority.code})

    def serve(self, request, *args, **kwargs):
        request.authority = authority_or_404(self.slug)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | authority_context(request.authority, page=self)


class Language(models.TextChoices):
    """Languages of the peoples of Viet Nam, by the codes that screen readers and browsers know (BCP 47)."""

    TAY = "tyz", "Tày"
    NUNG = "nut", "Nùng"
    HMONG = "hmn", "Mông"
    WHITE_THAI = "twh", _("Thái Trắng")
    BLACK_THAI = "blt", _("Thái Đen")
    MUONG = "mtq", "Mường"
    DAO = "ium", "Dao"
    KHMER = "km", "Khmer"
    CHAM_EAST = "cjm", _("Chăm (miền Trung)")
    CHAM_WEST = "cja", _("Chăm (Tây Nam Bộ)")
    EDE = "rad", "Ê Đê"
    JARAI = "jra", "Gia Rai"
    BAHNAR = "bdq", "Ba Na"
    KOHO = "kpm", "Cơ Ho"
    HRE = "hre", "Hrê"
    SEDANG = "sed", "Xơ Đăng"
    MNONG = "cmo", "M’Nông"
    CHINESE = "zh-Hant", "Hoa"
    ENGLISH = "en", _("Tiếng Anh")


class InformationPage(AuthorityContent):
    """A page of information for the public, of the whole site or of one authority, in Vietnamese or in another language."""

    language = models.CharField(
        _("ngôn ngữ của trang"),
        max_length=10,
        blank=True,
        choices=Language,
        help_text=_("Để trống: tiếng Việt. Phần mềm đọc màn hình dựa vào đây để đọc đúng."),
    )

    content_panels = [*AuthorityContent.content_panels, FieldPanel("language")]
    parent_page_types = ["home.HomePage", "home.AuthorityPage", "home.SectionPage", "home.InformationPage"]
    subpage_types = ["home.InformationPage"]

    class Meta:
        verbose_name = _("trang thông tin")


class QuestionsPage(AuthorityContent):
    """Questions and answers, in groups; the answers open without a script."""

    class Meta:
        verbose_name = _("trang hỏi – đáp")


class ImplementationPlanPage(AuthorityContent):
    """The authority's plan for carrying out the law, in words and links; its tasks stand in their own register."""

    class Meta:
        verbose_name = _("trang kế hoạch triển khai")

    def get_context(self, request, *args, **kwargs):
        authority = getattr(request, "authority", None)
        plan_url = doors.address("home:plans", authority.code) if authority else ""
        return super().get_context(request, *args, **kwargs) | {"plan_url": plan_url}


def authority_context(authority: Authority, page: AuthorityPage | None = None) -> dict:
    """What an authority's front page shows, with or without words of its editors."""
    return {
        "page": page,
        "title": page.title if page else directory.page_title(authority),
        "lead": page.lead if page else AuthorityPage._meta.get_field("lead").default,
        "limits": time_limits.on(today()),
        "here": "home",
    }
