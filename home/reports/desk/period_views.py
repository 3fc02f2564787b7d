"""Pages of periods: the list, one period with who has reported, its outline, the form for bodies outside."""

from io import BytesIO

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import HeaderButton

from home.models import OutsideBody, PeriodReport, ReportPeriod
from home.plans.desk.base import workbook
from home.reports import access, consolidating, form_table, writing
from home.reports.choices import ASKED, PeriodState
from home.reports.desk import acts
from home.reports.desk.base import ReportsActPage, ReportsMakingPage, ReportsPage, ReportsThingPage

LIST, BODIES = _("Kỳ báo cáo"), _("Cơ quan ngoài hệ thống")
_SHOWN = 100


def standing_of(report, day) -> tuple[str, str]:
    """(words, kind) of one report: what state it is in, and late by how much."""
    late = report.days_late(day)
    if report.is_frozen and writing.is_final(report):
        return str(_("Đã ký")), "done"
    if report.is_owing:
        words = str(report.get_state_display())
        return (f"{words}, {_('quá hạn %(days)s ngày') % {'days': late}}", "over") if late else (words, "wait")
    words = str(report.get_state_display())
    return (f"{words}, {_('chậm %(days)s ngày') % {'days': late}}" if late else words), "done"


class PeriodsView(ReportsPage):
    """Every period this person sees, the newest first."""

    tab = "periods"
    template_name = "home/desk/reports/periods.html"

    def get_page_title(self):
        return LIST

    def get_header_buttons(self):
        user, buttons = self.request.user, []
        if acts.may_begin(user, None):
            buttons.append(HeaderButton(acts.NEW_PERIOD.title, url=reverse("reports:new_period"), icon_name="plus"))
        if acts.may_begin_years(user, None):
            buttons.append(HeaderButton(acts.NEW_YEARS.title, url=reverse("reports:new_years"), icon_name="plus"))
        return buttons

    def get_context_data(self, **kwargs):
        found = access.visible_periods(self.request.user).select_related("authority").prefetch_related("reports")
        return super().get_context_data(rows=[self.row(one) for one in found[:_SHOWN]], **kwargs)

    def row(self, period):
        asked = [one for one in period.reports.all() if not one.is_consolidated]
        sent = sum(one.is_frozen for one in asked)
        return {"period": period, "asked": len(asked), "sent": sent, "gathers": period.kind in ASKED}


class NewPeriodView(ReportsMakingPage):
    tab, name = "periods", "period"
    act = acts.NEW_PERIOD

    def url(self):
        return reverse("reports:periods")

    def trail(self):
        return [(LIST, self.url())]

    def after(self, result):
        return reverse("reports:period", args=[result.pk])


class NewYearsView(NewPeriodView):
    act = acts.NEW_YEARS


class PeriodPage(ReportsThingPage):
    tab, name = "periods", "period"
    acts = acts.PERIOD_ACTS

    def found(self):
        return access.visible_periods(self.request.user, ReportPeriod.objects.select_related("authority"))

    def url(self):
        return reverse("reports:period", args=[self.thing.pk])

    def trail(self):
        return [(LIST, reverse("reports:periods")), (str(self.thing), self.url())]


class ShowPeriodView(PeriodPage):
    """The outline for everybody who was asked; who has reported for those who asked."""

    template_name = "home/desk/reports/period.html"

    def trail(self):
        return super().trail()[:1]

    def get_page_title(self):
        return str(self.thing)

    def get_context_data(self, **kwargs):
        user, period = self.request.user, self.thing
        is_ours = period.authority_id in access.seen_by(user)
        may_shape = period.state == PeriodState.DRAFT and access.may_keep(user, period)
        seen = access.visible_reports(user, period.reports.all()).values_list("pk", flat=True)
        own = access.works_in(user) | ({period.authority_id} if is_ours else set())
        return super().get_context_data(
            parts=period.parts.order_by("position", "pk"),
            covers=period.covers.select_related("covered"),
            rows=self.rows(set(seen)) if is_ours and period.kind in ASKED else (),
            standing=consolidating.standing(period, self.day) if is_ours and period.kind in ASKED else None,
            own_reports=period.reports.filter(pk__in=seen, authority__in=own).select_related("authority"),
            is_ours=is_ours,
            may_shape=may_shape,
            offered=self.offered(),
            story=self.story() if is_ours else (),
            **kwargs,
        )

    def rows(self, seen):
        found = self.thing.reports.asked().with_names().prefetch_related("reminders")
        ordered = sorted(found, key=lambda one: (not one.is_owing, one.outside_id is not None, one.body.name))
        return [
            {
                "report": one,
                "url": reverse("reports:report", args=[one.pk]) if one.pk in seen else "",
                "standing": standing_of(one, self.day),
                "reminded_on": max((row.sent_on for row in one.reminders.all()), default=None),
            }
            for one in ordered
        ]


class PeriodActView(PeriodPage, ReportsActPage):
    def get_context_data(self, **kwargs):
        return super().get_context_data(about=self.thing.title, **kwargs)


class PartActView(PeriodPage, ReportsActPage):
    """An act on one part of the outline."""

    acts = acts.PART_ACTS

    @cached_property
    def part(self):
        found = self.thing.parts.filter(pk=self.kwargs["part"]).first()
        if found is None:
            raise Http404("Không có phần này")
        return found

    def reach(self):
        return self.part

    def form_class(self):
        # The form knows which part it changes; forms are classes, so this one gets its own.
        return type(self.act.form.__name__, (self.act.form,), {"part": self.part})

    def also(self):
        return {"part": self.part}

    def get_context_data(self, **kwargs):
        return super().get_context_data(about=f"{self.part.position}. {self.part.title}", **kwargs)


class BlankFormView(PeriodPage):
    """The form that a body outside fills in."""

    def get(self, request, *args, **kwargs):
        if self.thing.kind not in ASKED:
            raise Http404("Kỳ này không có mẫu")
        target = BytesIO()
        form_table.write_blank(target, period=self.thing)
        return workbook(target.getvalue(), f"mau-bao-cao-{self.thing.last_on.year}")


# --- bodies outside ----------------------------------------------------------------------------------------------
class BodiesView(ReportsPage):
    tab = "bodies"
    template_name = "home/desk/reports/bodies.html"

    def get_page_title(self):
        return BODIES

    def get_header_buttons(self):
        if not acts.may_begin_years(self.request.user, None):
            return []
        return [HeaderButton(acts.NEW_BODY.title, url=reverse("reports:new_body"), icon_name="plus")]

    def get_context_data(self, **kwargs):
        found = access.visible_bodies(self.request.user).select_related("authority")
        return super().get_context_data(rows=found[:_SHOWN], **kwargs)


class NewBodyView(ReportsMakingPage):
    tab, name = "bodies", "body"
    act = acts.NEW_BODY

    def url(self):
        return reverse("reports:bodies")

    def trail(self):
        return [(BODIES, self.url())]

    def after(self, result):
        return reverse("reports:body", args=[result.pk])


class BodyPage(ReportsThingPage):
    tab, name = "bodies", "body"
    acts = acts.BODY_ACTS

    def found(self):
        return access.visible_bodies(self.request.user, OutsideBody.objects.select_related("authority"))

    def url(self):
        return reverse("reports:body", args=[self.thing.pk])

    def trail(self):
        return [(BODIES, reverse("reports:bodies")), (self.thing.short_name, self.url())]


class ShowBodyView(BodyPage):
    template_name = "home/desk/reports/body.html"

    def trail(self):
        return super().trail()[:1]

    def get_page_title(self):
        return self.thing.name

    def get_context_data(self, **kwargs):
        reports = PeriodReport.objects.filter(outside=self.thing).select_related("period", "outside")
        return super().get_context_data(
            rows=[
                {"report": one, "standing": standing_of(one, self.day)} for one in reports.order_by("-period__last_on")
            ],
            offered=self.offered(),
            story=self.story(),
            **kwargs,
        )


class BodyActView(BodyPage, ReportsActPage):
    pass
