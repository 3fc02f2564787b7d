"""Rule sets, calendar years, their days and changes as lists with inspection and history; read only.

Acts on them are pages of their own, further up; only whoever holds a role may look.
"""

from datetime import date

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cms.audit.row_seals import seals_of
from cms.core.dates import short
from cms.core.history_view import AuditHistoryView, Cell, said
from cms.core.safe_modeladmin import ReachableInstanceView, RolePermissions, SafeModelAdmin
from cms.law.choices import DayCode
from cms.law.models import AdoptedRuleSet, CalendarChange, CalendarDay, CalendarYear, ChangeState
from cms.law.services.people import may_read


class LawPermissions(RolePermissions):
    """The law and the calendar are read by all who work with due dates."""

    def user_can_list(self, user):
        return may_read(user)


class InspectView(ReachableInstanceView):
    """The fields of one record, in words."""

    def get_page_title(self):
        return str(self.instance)

    def get_template_names(self):
        return ["modeladmin/law/inspect.html"]

    def get_context_data(self, **kwargs):
        record = self.instance
        columns = [record._meta.get_field(name) for name in self.model_admin.inspect_view_fields]
        return super().get_context_data(
            facts=[
                (column.verbose_name, in_words(column, record, column.value_from_object(record))) for column in columns
            ],
            days=self.model_admin.days_of(record),
            history_address=self.url_helper.get_action_url("history", record.pk),
            **kwargs,
        )


class HistoryView(AuditHistoryView):
    """Before and after of every field; an entry of the chain may be about the record itself or what changed it."""

    def back_url(self):
        return self.url_helper.get_action_url("inspect", self.instance.pk)

    def subjects(self) -> list:
        """What entries that name these rows may be about, besides the record itself."""
        return []

    def rows(self):
        rows = super().rows()
        for subject in self.subjects():
            seals = seals_of(subject, [row.history for row in rows])
            for row in rows:
                row_key = (row.history._meta.label_lower, row.history.history_id)
                if row.seq is None and row_key in seals:
                    row.seq, row.matches = seals[row_key]
        return rows

    def cell(self, column, before, after, old, new, *, hidden):
        texts = [in_words(column, row, value) for row, value in ((before, old), (after, new))]
        return Cell(column.name, str(column.verbose_name), *texts)


class YearHistoryView(HistoryView):
    """A year with its days, those taken away among them."""

    def things(self):
        known = CalendarDay.history.filter(year=self.instance.pk).values_list("id", flat=True)
        return [self.instance, *(CalendarDay(pk=key) for key in sorted(set(known)))]

    def subjects(self):
        return _changes_of(self.instance.year)


class DayHistoryView(HistoryView):
    def subjects(self):
        return [self.instance.year, *_changes_of(self.instance.year.year)]


def _changes_of(year: int) -> list[CalendarChange]:
    """The applied changes that touched a day of this year."""
    applied = CalendarChange.objects.filter(state=ChangeState.APPLIED)
    return [change for change in applied if any(row["date"].startswith(f"{year}-") for row in change.days)]


def in_words(column, row, value) -> str:
    """A stored value as a person reads it; the days of a change by their names."""
    if column.name == "days" and value:
        return "; ".join(_day_in_words(day) for day in value)
    return str(said(column, row, value))


def _day_in_words(day: dict) -> str:
    kind = DayCode(day["code"]).label if day["code"] else str(_("ngày thường"))
    name = f" ({day['name']})" if day["name"] else ""
    return f"{short(date.fromisoformat(day['date']))}: {kind}{name}"


class LawAdmin(SafeModelAdmin):
    permission_helper_class = LawPermissions
    inspect_view_class = InspectView
    history_view_class = HistoryView
    index_template_name = "modeladmin/law/index.html"
    add_to_admin_menu = False

    def days_of(self, record) -> list:
        """Special days to show under the fields."""
        return []

    def name_link(self, record):
        return format_html('<a href="{}">{}</a>', self.url_helper.get_action_url("inspect", record.pk), record)

    name_link.short_description = _("bản ghi")

    def history_link(self, record):
        url = self.url_helper.get_action_url("history", record.pk)
        return format_html('<a href="{}" aria-label="{}">{}</a>', url, _("Lịch sử: %s") % record, _("Lịch sử"))

    history_link.short_description = _("lịch sử")


class RuleSetAdmin(LawAdmin):
    model = AdoptedRuleSet
    base_url_path = "quy-dinh"
    menu_label = _("Danh sách bộ quy định")
    list_display = ("name_link", "in_force_from", "in_force_to", "state", "proposed_by", "decided_by", "history_link")
    list_select_related = ("proposed_by", "decided_by")
    inspect_view_fields = [
        "code",
        "title",
        "legal_reference",
        "in_force_from",
        "in_force_to",
        "origin",
        "state",
        "proposed_by",
        "proposed_at",
        "decided_by",
        "decided_at",
        "source",
    ]


class YearAdmin(LawAdmin):
    model = CalendarYear
    base_url_path = "lich-nam"
    menu_label = _("Lịch các năm")
    list_display = ("name_link", "state", "origin", "source", "entered_by", "confirmed_by", "history_link")
    list_select_related = ("entered_by", "confirmed_by")
    history_view_class = YearHistoryView
    inspect_view_fields = [
        "year",
        "state",
        "origin",
        "source",
        "entered_by",
        "entered_at",
        "confirmed_by",
        "confirmed_at",
        "fingerprint",
    ]

    def days_of(self, record):
        return list(record.days.all())


class DayAdmin(LawAdmin):
    model = CalendarDay
    base_url_path = "ngay-lich"
    menu_label = _("Ngày trong lịch")
    list_display = ("name_link", "code", "notice_number", "source", "entered_by", "history_link")
    list_select_related = ("entered_by", "year")
    ordering = ("-date",)
    history_view_class = DayHistoryView
    inspect_view_fields = ["date", "code", "name", "notice_number", "source", "entered_by", "entered_at", "year"]


class ChangeAdmin(LawAdmin):
    model = CalendarChange
    base_url_path = "thay-doi-lich"
    menu_label = _("Danh sách thay đổi lịch")
    list_display = ("name_link", "reason", "state", "proposed_by", "decided_by", "history_link")
    list_select_related = ("proposed_by", "decided_by")
    inspect_view_fields = [
        "days",
        "notice_number",
        "source",
        "reason",
        "state",
        "proposed_by",
        "proposed_at",
        "decided_by",
        "decided_at",
    ]


ADMINS = (RuleSetAdmin, YearAdmin, DayAdmin, ChangeAdmin)
