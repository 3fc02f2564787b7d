"""Hồ sơ: the worklists, and the field-by-field history of a request and of each of its records."""

from django.core.exceptions import ValidationError
from django.db.models import F
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import HeaderButton

from catalog.desk.beside import Link
from cms.core.day_field import DayField
from cms.core.history_view import AuditHistoryView
from cms.core.safe_modeladmin import ReachableInstanceView, RolePermissions, SafeIndexView, SafeModelAdmin
from workflow import access, queues
from workflow.choices import Channel, Status
from workflow.desk.law_words import in_words, is_coded
from workflow.desk.menu import counts_of, desk_of
from workflow.desk.rows import LAW_NAMES, row
from workflow.models import Decision, InformationRequest, Letter, Piece
from workflow.services import opening, saved_filters


class DeskPermissions(RolePermissions):
    """Everyone with a request to look at may list; the gate gives the rows."""

    def user_can_list(self, user):
        return access.can_open_desk(user)


# --- the list ----------------------------------------------------------------------------------------------------
class RequestIndexView(SafeIndexView):
    """Queues as tabs, a filter bar, five columns; the next to fall due first."""

    known = tuple(name for name in saved_filters.PARAMETERS if name != "o")

    def get_queryset(self, request=None):
        request = request or self.request
        self.desk = desk_of(request)
        self.queue = queues.QUEUES.get(request.GET.get("hang", ""), queues.QUEUES[""])
        self.chosen = self.choices_made(request)
        # Whoever looks for a number or a state means any request, closed ones too, unless a queue was chosen.
        self.looks_everywhere = not self.queue.name and bool(self.query or self.chosen["status"])
        found = queues.visible(request.user) if self.looks_everywhere else queues.of(self.desk, self.queue.name)
        found = queues.filtered(found, **self.chosen)
        found = queues.search(request.user, found, self.query)
        # Rows first, what each waits for second: the page's own fifty are all that is annotated.
        return self.ordered(queues.with_what_holds_up(found))

    def choices_made(self, request) -> dict:
        """Only values that exist; anything else is as if nothing had been chosen."""
        get = request.GET.get
        officer = get("thu-ly", "")
        return {
            "status": get("trang-thai", "") if get("trang-thai", "") in Status.values else "",
            "channel": get("kenh", "") if get("kenh", "") in Channel.values else "",
            "law": get("luat", "") if get("luat", "") in LAW_NAMES else "",
            "officer": int(officer) if officer.isascii() and officer.isdigit() and len(officer) < 10 else None,
            "first": _day(get("tu", ""), self.desk.day),
            "last": _day(get("den", ""), self.desk.day),
        }

    def ordered(self, found):
        if self.ORDER_VAR not in self.params:
            if self.queue.name == queues.ENDED:
                return found.order_by("-outcome_on", "-pk")
            return found.by_due_date()
        wanted = []
        for part in self.params[self.ORDER_VAR].split(".")[:3]:
            _none, descends, place = part.rpartition("-")
            name = self.sortable().get(place)
            if name:
                column = F(name)
                wanted.append(column.desc(nulls_last=True) if descends else column.asc(nulls_last=True))
        return found.order_by(*wanted, "pk")

    def sortable(self):
        fields = {
            str(place): getattr(getattr(self.model_admin, name, None), "admin_order_field", None)
            for place, name in enumerate(self.list_display)
        }
        return {place: name for place, name in fields.items() if name}

    def _get_default_ordering(self):
        return ["due_on"]

    def get_header_buttons(self):
        user = self.request.user
        if any(access.can_enter(user, held.authority) for held in user.current_roles):
            return [HeaderButton(_("Nhập phiếu giấy"), url=reverse("desk:entry"), icon_name="plus")]
        return []

    def get_context_data(self, **kwargs):
        counts = counts_of(self.request, *queues.QUEUES)
        get = self.request.GET.get
        context = super().get_context_data(
            tabs=[
                {
                    "queue": queue,
                    "count": _told(counts[name]),
                    "current": name == self.queue.name and not self.looks_everywhere,
                }
                for name, queue in queues.QUEUES.items()
            ],
            queue=self.queue,
            chosen=self.chosen,
            q=self.query,
            statuses=Status.choices,
            channels=Channel.choices,
            laws=LAW_NAMES.items(),
            officers=queues.officers_of(self.request.user),
            is_filtered=bool(self.query or any(self.chosen.values())),
            saved=list(saved_filters.of(self.request.user)),
            present=saved_filters.tidy(self.request.GET.urlencode()),
            first_text=get("tu", ""),
            last_text=get("den", ""),
            **kwargs,
        )
        page = context["page_obj"]
        return context | {
            "rows": [row(self.desk, case) for case in page.object_list],
            "columns": self.columns(),
            "previous_url": self.get_query_string({"p": page.number - 1}),
            "next_url": self.get_query_string({"p": page.number + 1}),
        }

    def columns(self) -> list[dict]:
        """The five headings, those that sort with their address and present direction."""
        present = self.params.get(self.ORDER_VAR, "")
        sortable, rows = self.sortable(), []
        for place, name in enumerate(self.list_display):
            label = capfirst(getattr(self.model_admin, name).short_description)
            if str(place) not in sortable:
                rows.append({"label": label})
                continue
            is_default = not present and sortable[str(place)] == "due_on" and self.queue.name != queues.ENDED
            sort = {str(place): "ascending", f"-{place}": "descending"}.get(present, "ascending" if is_default else "")
            turned = f"-{place}" if sort == "ascending" else str(place)
            rows.append(
                {"label": label, "sort": sort, "url": self.get_query_string({self.ORDER_VAR: turned, "p": None})}
            )
        return rows


def _told(count: int) -> str:
    if count > queues.MOST_COUNTED:
        return _("hơn %s") % f"{queues.MOST_COUNTED:,}".replace(",", ".")
    return str(count)


def _day(text, today):
    """A day of the filter bar, or None: what cannot be read filters nothing."""
    field = DayField(required=False)
    field.today = today
    try:
        return field.clean(text)
    except ValidationError:
        return None


# --- history -----------------------------------------------------------------------------------------------------
class CaseHistoryView(AuditHistoryView):
    """Of the request and of all that belongs to it; personal fields only for those who handle it."""

    def case(self) -> InformationRequest:
        return self.instance

    def subject(self):
        return self.case()

    def reads_personal(self):
        return access.can_read_personal(self.request.user, self.case())

    def back_url(self):
        return reverse("desk:case", args=[self.case().code])

    def is_quiet(self, column, value):
        """Every record of a case points to it; that says nothing."""
        return column.related_model is InformationRequest and value == self.case().pk

    def cell(self, column, before, after, old, new, *, hidden):
        """Codes of the law in the law's own words."""
        cell = super().cell(column, before, after, old, new, hidden=hidden)
        if any(is_coded(column.name, value) for value in (old, new)) and not hidden:
            rules = self.case().rule_set.rules
            cell.before, cell.after = (in_words(rules, column.name, value) if value else "" for value in (old, new))
        return cell

    def things(self):
        case = self.case()
        belongings = (
            [case.requester, *case.requester.members.all()],
            case.pieces.all(),
            case.decisions.all(),
            [finding for decision in case.decisions.all() for finding in decision.findings.all()],
            [cost for decision in case.decisions.all() for cost in decision.cost_lines.all()],
            case.extensions.all(),
            case.letters.all(),
            case.recalls.all(),
            case.attachments.all(),
            case.supplements.all(),
            case.consultations.all(),
            case.consents.all(),
            case.correspondence.all(),
            case.payments.all(),
            case.notes.all() if self.reads_personal() else (),
        )
        return [case, *(thing for group in belongings for thing in group)]


class PartHistoryView(CaseHistoryView):
    """Of one record of a case."""

    def case(self):
        return self.instance.info_request

    def things(self):
        return [self.instance]


class ToCaseView(ReachableInstanceView):
    """Inspecting a record of a case means its case page: a list of every field would show what nobody asked for."""

    def get(self, request, *args, **kwargs):
        case = self.instance if isinstance(self.instance, InformationRequest) else self.instance.info_request
        return redirect("desk:case", code=case.code)


# --- the lists as modeladmin knows them --------------------------------------------------------------------------
class CaseRecordAdmin(SafeModelAdmin):
    permission_helper_class = DeskPermissions
    history_view_class = PartHistoryView
    inspect_view_class = ToCaseView
    add_to_admin_menu = False

    def get_queryset(self, request):
        visible = queues.visible(request.user)
        return self.model._default_manager.filter(info_request__in=visible).select_related("info_request")

    def case_link(self, record):
        code = record.info_request.code
        return format_html('<a href="{}">{}</a>', reverse("desk:case", args=[code]), code)

    case_link.short_description = _("hồ sơ")

    def history_link(self, record):
        url = self.url_helper.get_action_url("history", record.pk)
        return format_html('<a href="{}">{}</a>', url, _("Lịch sử"))

    history_link.short_description = _("thay đổi")


class RequestAdmin(CaseRecordAdmin):
    model = InformationRequest
    base_url_path = "ho-so"
    menu_label = _("Hồ sơ")
    list_display = ("number", "asked", "standing", "due", "officer")
    index_view_class = RequestIndexView
    history_view_class = CaseHistoryView
    index_template_name = "workflow/desk/list.html"

    def get_queryset(self, request):
        return queues.visible(request.user).with_people()

    def number(self, case):
        return case.code

    number.short_description = _("số hồ sơ")
    number.admin_order_field = "code"

    def asked(self, case):
        return case.description

    asked.short_description = _("hỏi về")

    def standing(self, case):
        return case.get_status_display()

    standing.short_description = _("trạng thái")

    def due(self, case):
        return case.due_on

    due.short_description = _("hạn trả lời")
    due.admin_order_field = "due_on"

    def officer(self, case):
        return case.assigned_to or _("chưa giao")

    officer.short_description = _("thụ lý")
    officer.admin_order_field = "assigned_to__first_name"


class PieceAdmin(CaseRecordAdmin):
    model = Piece
    base_url_path = "muc-thong-tin"
    menu_label = _("Mục thông tin")
    list_display = ("case_link", "position", "field", "info_class", "outcome", "history_link")


class DecisionAdmin(CaseRecordAdmin):
    model = Decision
    base_url_path = "quyet-dinh"
    menu_label = _("Quyết định")
    list_display = (
        "case_link",
        "kind",
        "outcome",
        "state",
        "proposed_by",
        "approved_by",
        "effective_on",
        "history_link",
    )
    list_select_related = ("info_request", "proposed_by", "approved_by")


class LetterAdmin(CaseRecordAdmin):
    model = Letter
    base_url_path = "van-ban"
    menu_label = _("Văn bản")
    list_display = ("case_link", "form", "label", "state", "issued_on", "history_link")


ADMINS = (RequestAdmin, PieceAdmin, DecisionAdmin, LetterAdmin)


def opened_links(item, user) -> list[Link]:
    """From a catalog item back to the case whose answer it opens, for those who may see that case."""
    opened = opening.link_of(item) if item.from_answer else None
    if opened is None or not queues.visible(user).filter(pk=opened.info_request_id).exists():
        return []
    code = opened.info_request.code
    return [Link(_("Mở từ hồ sơ %(code)s") % {"code": code}, reverse("desk:case", args=[code]))]
