"""Pages of plans: one plan, who has not reported, its printed table, its files."""

from io import BytesIO

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.core import files
from cms.core.errors import NotAllowed
from home.models import Plan, PlanFile, Task
from home.plans import access, chart, progress, tables
from home.plans.choices import PlanState
from home.plans.desk.base import ActPage, MakingPage, ThingPage, workbook
from home.plans.desk.plan_acts import NEW_PLAN, PLAN_ACTS, TASK_ACTS
from home.plans.paper import plan_paper
from workflow.choices import FileState

LIST = _("Kế hoạch, chỉ thị")


def list_url():
    return reverse("ke-hoach_modeladmin_index")


class PlanPage(ThingPage):
    name = "plan"
    acts = PLAN_ACTS

    def found(self):
        return access.visible_plans(self.request.user, Plan.objects.with_people())

    def url(self):
        return reverse("plans:plan", args=[self.thing.pk])

    def trail(self):
        return [(LIST, list_url()), (str(self.thing), self.url())]

    @property
    def is_ours(self) -> bool:
        """Whether the person stands on the issuer's side, and so sees every authority's row."""
        return self.thing.authority_id in access.seen_by(self.request.user)


class ShowPlanView(PlanPage):
    template_name = "home/desk/plan.html"

    def get_page_title(self):
        return str(self.thing)

    def trail(self):
        return [(LIST, list_url())]

    def get_context_data(self, **kwargs):
        rows = progress.rows_of(self.thing, self.day)
        user = self.request.user
        mine = access.seen_by(user)
        shown = [self.line(row, mine) for row in rows]
        total = progress.totals(rows)
        return super().get_context_data(
            lines=shown,
            total=total,
            bars=chart.bars(rows) if self.is_ours and self.thing.state != PlanState.DRAFT else [],
            chart_parts=chart.PARTS,
            is_ours=self.is_ours,
            files=self.thing.files.filter(removed_at=None),
            letters=self.thing.reminder_letters.select_related("drafted_by") if self.is_ours else (),
            offered=self.offered(),
            story=self.story() if self.is_ours else (),
            history_url=reverse("ke-hoach_modeladmin_history", args=[self.thing.pk]) if self.is_ours else "",
            **kwargs,
        )

    def line(self, row, mine):
        """One line of the table, with the authorities' rows that this person may see and what may be done with it."""
        seen = [one for one in row.assignments if self.is_ours or one.authority_id in mine]
        acts = [
            {"act": act, "url": reverse("plans:task_act", args=[self.thing.pk, row.task.pk, act.slug])}
            for act in TASK_ACTS.values()
            if row.task.closed_at is None and act.may(self.request.user, self.thing)
        ]
        return {
            "row": row,
            "rows": [{"one": one, "standing": progress.standing(one, self.day)} for one in seen],
            "acts": acts,
        }


class NewPlanView(MakingPage):
    act = NEW_PLAN
    name = "plan"

    def url(self):
        return list_url()

    def trail(self):
        return [(LIST, list_url())]

    def after(self, result):
        return reverse("plans:plan", args=[result.pk])


class PlanActView(PlanPage, ActPage):
    @property
    def takes_seen(self):
        return self.act.slug != "don-doc"  # the rows chosen say what was seen

    def after(self, result):
        return reverse("plans:letter", args=[result.pk]) if self.act.slug == "don-doc" else self.url()


class TaskActView(PlanPage, ActPage):
    """An act on one line of a plan."""

    acts = TASK_ACTS

    @cached_property
    def task(self) -> Task:
        task = self.thing.tasks.filter(pk=self.kwargs["task"]).first()
        if task is None:
            raise Http404("Không có nhiệm vụ này")
        return task

    def reach(self):
        return self.task

    def form_class(self):
        base = super().form_class()
        return type(base.__name__, (base,), {"task": self.task})

    def also(self):
        return {"task": self.task}

    def get_context_data(self, **kwargs):
        return super().get_context_data(about=self.task.content, **kwargs)


class FollowView(PlanPage):
    """Who has reported and who has not: filters, how late, when last urged; from here the letter is written."""

    template_name = "home/desk/follow.html"

    def get_page_title(self):
        return _("Theo dõi báo cáo")

    def get_context_data(self, **kwargs):
        if not self.is_ours or self.thing.state == PlanState.DRAFT:
            raise Http404("Không có trang này")
        name = self.request.GET.get("loc", "")
        name = name if name in progress.FILTERS else ""
        chosen = self.request.GET.get("co-quan", "")
        authority = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 10 else None
        found = progress.followed(self.thing, self.day, name, authority)
        rows = [{"one": one, "standing": progress.standing(one, self.day)} for one in found]
        everybody = progress.followed(self.thing, self.day, "tat-ca")
        return super().get_context_data(
            rows=rows,
            filters=[
                {"name": key, "label": label, "current": key == name, "count": self.count(key)}
                for key, label in progress.FILTERS.items()
            ],
            loc=name,
            authority=authority,
            authorities=sorted({(one.authority.short_name, one.authority_id) for one in everybody}),
            may_urge=PLAN_ACTS["don-doc"].may(self.request.user, self.thing),
            **kwargs,
        )

    def count(self, name):
        return progress.followed(self.thing, self.day, name).count()


class PrintPlanView(PlanPage):
    """The province's table on A4 landscape."""

    def get(self, request, *args, **kwargs):
        return HttpResponse(plan_paper(self.thing, self.day, back_url=self.url()))


class PlanWorkbookView(PlanPage):
    """The table, or with `bao-cao` who has reported, as XLSX."""

    def get(self, request, *args, **kwargs):
        target = BytesIO()
        reports = self.kwargs["what"] == "bao-cao"
        try:
            tables.export_plan(target, plan=self.thing, reports=reports, by=request.user, at=self.at)
        except NotAllowed as error:
            raise Http404("Không có tệp này") from error
        return workbook(target.getvalue(), f"{self.kwargs['what']}-{self.thing.pk}")


class PlanFileView(PlanPage):
    def get(self, request, *args, **kwargs):
        found = PlanFile.objects.filter(plan=self.thing, pk=self.kwargs["file"], removed_at=None, state=FileState.CLEAN)
        return _hand_out(found.first())


def _hand_out(file):
    if file is None:
        raise Http404("Không có tệp này")
    return files.hand_out(file.path, file.name, file.content_type)
