"""Đọc dữ liệu cá nhân: how much each person read in a period, unusual reading, and what was found about it."""

from datetime import datetime, time, timedelta

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.desk.views import TITLE as LOG
from cms.audit.desk.views import LogPage
from cms.audit.kinds import readings as kinds
from cms.audit.models import Entry
from cms.audit.record import refused
from cms.core.admin_page import RefusedPage
from cms.core.day_field import DayField, tell_today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import User
from workflow import access
from workflow.choices import ReadingVerdict
from workflow.desk.forms.parts import long_text, radios
from workflow.models import ReadingFlag
from workflow.services import readings
from workflow.services.reading_rules import RULES

TITLE = _("Đọc dữ liệu cá nhân")
_MOST = 100
_A_WEEK = timedelta(days=6)


class PeriodForm(forms.Form):
    """The days looked at; a week unless chosen."""

    use_required_attribute = False

    def __init__(self, data, *, day):
        super().__init__(data, label_suffix="")
        self.fields["tu"] = DayField(label=_("Từ ngày"), required=False)
        self.fields["den"] = DayField(label=_("Đến ngày"), required=False)
        tell_today(self, day)
        self.day = day

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("tu"), cleaned.get("den")
        if first and last and last < first:
            self.add_error("den", _("Ngày này phải từ ngày %(first)s trở đi.") % {"first": f"{first:%d/%m/%Y}"})
        return cleaned

    @property
    def period(self):
        last = self.cleaned_data.get("den") or self.day
        return self.cleaned_data.get("tu") or last - _A_WEEK, last


class CloseForm(forms.Form):
    use_required_attribute = False

    verdict = radios(_("Kết luận"), ReadingVerdict.choices, error=_("Chọn một kết luận."))
    reason = long_text(_("Lý do kết luận"), limit=500, rows=3, error=_("Ghi lý do kết luận."))

    def slip(self, error):
        self.add_error(error.field if error.field in self.fields else None, str(error))


class ReadingsView(LogPage):
    """Flags that wait first, then who read how much."""

    template_name = "workflow/desk/readings/list.html"

    def get_page_title(self):
        return TITLE

    def trail(self):
        return [(LOG, reverse("log:log"))]

    def get_context_data(self, **kwargs):
        form = PeriodForm(self.request.GET, day=self.day)
        flags = ReadingFlag.objects.filter(authority__in=self.authorities).select_related(
            "authority", "person", "closed_by"
        )
        rows, first, last = [], None, None
        if form.is_valid():
            first, last = form.period
            rows = self.rows(first, last)
        return super().get_context_data(
            form=form,
            rows=rows[:_MOST],
            is_cut=len(rows) > _MOST,
            most=_MOST,
            first=first,
            last=last,
            waiting=flags.filter(closed_at=None)[:_MOST],
            closed=flags.exclude(closed_at=None)[:20],
            rules=[(rule.code.label, rule.says) for rule in RULES],
            **kwargs,
        )

    def rows(self, first, last):
        """How much each person read, most first; two statements."""
        begins, ends = (
            timezone.make_aware(datetime.combine(day, time.min)) for day in (first, last + timedelta(days=1))
        )
        codes = [authority.code for authority in self.authorities]
        found = Entry.objects.filter(
            authority_code__in=codes, kind__in=kinds(), at__gte=begins, at__lt=ends, actor_id__isnull=False
        )
        counted = (
            found.order_by()
            .values("actor_id")
            .annotate(
                all=Count("seq"),
                cases=Count("subject_id", distinct=True, filter=Q(subject_type="workflow.informationrequest")),
                shown=Count("seq", filter=Q(kind="request.identity_shown")),
                files=Count("seq", filter=Q(kind="request.file_opened")),
                exports=Count("seq", filter=Q(kind__startswith="register.")),
            )
            .order_by("-all", "actor_id")
        )
        rows = list(counted[: _MOST + 1])
        people = User.objects.in_bulk([row["actor_id"] for row in rows])
        return [row | {"person": people.get(row["actor_id"])} for row in rows]


class FlagView(LogPage):
    """One unusual reading: what was counted, what is usual, and the conclusion of somebody else."""

    template_name = "workflow/desk/readings/flag.html"

    def get_page_title(self):
        return TITLE

    def trail(self):
        return [(LOG, reverse("log:log")), (TITLE, reverse("desk:readings"))]

    @cached_property
    def flag(self):
        found = ReadingFlag.objects.filter(authority__in=self.authorities, pk=self.kwargs["pk"])
        found = found.select_related("authority", "person", "closed_by").first()
        if found is None:
            raise Http404("Không có lượt đọc này")
        return found

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=CloseForm(label_suffix="")))

    def post(self, request, *args, **kwargs):
        form = CloseForm(request.POST, label_suffix="")
        if form.is_valid():
            try:
                readings.close(flag=self.flag, by=request.user, at=self.at, **form.cleaned_data)
            except NotAllowed as error:
                refused("reading.close", subject=self.flag, by=request.user, at=self.at, reason=str(error))
                return RefusedPage.answer(
                    request, status=403, why=str(error), back=reverse("desk:readings"), trail=self.trail()
                )
            except DomainError as error:
                form.slip(error)
            else:
                messages.success(request, _("Đã ghi kết luận."))
                return redirect("desk:readings")
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs):
        flag = self.flag
        rule = next(one for one in RULES if one.code == flag.rule)
        return super().get_context_data(
            flag=flag,
            says=rule.says,
            may_close=not flag.closed_at and access.can_close_reading(self.request.user, flag),
            **kwargs,
        )
