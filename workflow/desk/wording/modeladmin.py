"""Wordings and frequent answers as lists with their history, read only; acts on them are pages of their own."""

from django.db.models import Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cms.core.history_view import AuditHistoryView
from cms.core.safe_modeladmin import ReachableInstanceView, RolePermissions, SafeModelAdmin
from cms.law.services.people import may_read
from workflow import access
from workflow.models import FrequentAnswer, LetterWording


class WordingPermissions(RolePermissions):
    def user_can_list(self, user):
        return may_read(user)


class ToPageView(ReachableInstanceView):
    """Inspecting a record means its own page."""

    def get(self, request, *args, **kwargs):
        return redirect(self.model_admin.page_of(self.instance))


class HistoryView(AuditHistoryView):
    """Nothing personal stands in these texts; the way back is the record's own page."""

    def back_url(self):
        return self.model_admin.page_of(self.instance)


class WordsAdmin(SafeModelAdmin):
    permission_helper_class = WordingPermissions
    inspect_view_class = ToPageView
    history_view_class = HistoryView
    index_template_name = "workflow/desk/wording/records.html"
    add_to_admin_menu = False

    def page_of(self, record) -> str:
        return reverse(self.page_name, args=[record.pk])

    def name_link(self, record):
        return format_html('<a href="{}">{}</a>', self.page_of(record), record)

    name_link.short_description = _("bản ghi")

    def history_link(self, record):
        url = self.url_helper.get_action_url("history", record.pk)
        return format_html('<a href="{}" aria-label="{}">{}</a>', url, _("Lịch sử: %s") % record, _("Lịch sử"))

    history_link.short_description = _("lịch sử")


class WordingAdmin(WordsAdmin):
    model = LetterWording
    base_url_path = "ban-cau-chu"
    menu_label = _("Các bản câu chữ")
    page_name = "wording:proposal"
    list_display = ("name_link", "state", "proposed_by", "proposed_at", "decided_by", "history_link")
    list_select_related = ("authority", "proposed_by", "decided_by")

    def get_queryset(self, request):
        mine = Q(authority=None) | Q(authority__in=access.reads_wording_of(request.user))
        return LetterWording.objects.filter(mine).select_related(*self.list_select_related)


class AnswerAdmin(WordsAdmin):
    model = FrequentAnswer
    base_url_path = "ban-tra-loi-mau"
    menu_label = _("Các câu trả lời mẫu")
    page_name = "wording:answer"
    list_display = ("name_link", "use", "authority", "is_retired", "history_link")
    list_select_related = ("authority",)

    def get_queryset(self, request):
        mine = access.reads_wording_of(request.user)
        return FrequentAnswer.objects.filter(authority__in=mine).select_related("authority")


ADMINS = (WordingAdmin, AnswerAdmin)
