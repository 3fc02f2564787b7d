"""What everybody may read of plans: those an authority has opened, their progress where it lets it, guidance given."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.core import files
from cms.core.authority_url import authority_or_404
from cms.core.dates import today
from home.models import Difficulty, Plan, PlanFile
from home.plans import chart, progress
from home.plans.choices import PlanState
from home.plans.paper import plan_paper
from workflow.choices import FileState

TITLE = "Kế hoạch, chỉ thị"


@require_safe
def plans(request, code):
    """The public plans of an authority, the newest first, and the guidance it has published."""
    authority = request.authority = authority_or_404(code)
    context = {"title": TITLE, "shown": shown_plans(authority, today()), "guidance": guidance_of(authority)}
    return render(request, "home/plans/list.html", context)


@require_safe
def plan(request, code, pk):
    """One plan with its table; the chart and the states only where the authority shows progress."""
    authority = request.authority = authority_or_404(code)
    found = _public(authority, pk)
    day = today()
    rows = progress.rows_of(found, day)
    context = {
        "plan": found,
        "rows": rows,
        "day": day,
        "files": found.files.filter(removed_at=None, state=FileState.CLEAN),
        "is_closed": found.state == PlanState.CLOSED,
    }
    if found.shows_progress:
        context |= {"bars": chart.bars(rows), "chart_parts": chart.PARTS, "total": progress.totals(rows)}
    return render(request, "home/plans/plan.html", context)


@require_safe
def plan_print(request, code, pk):
    """The table on A4 landscape, as the desk prints it."""
    found = _public(authority_or_404(code), pk)
    back = request.path.removesuffix("in/")
    return HttpResponse(plan_paper(found, today(), back_url=back, shows_status=found.shows_progress))


@require_safe
def plan_file(request, code, pk, file):
    """The document itself, once it was found clean."""
    found = _public(authority_or_404(code), pk)
    kept = PlanFile.objects.filter(plan=found, pk=file, removed_at=None, state=FileState.CLEAN).first()
    if kept is None:
        raise Http404("Không có tệp này")
    return files.hand_out(kept.path, kept.name, kept.content_type)


def shown_plans(authority, day) -> list[dict]:
    """The authority's public plans, each with its counts where progress is shown."""
    found = Plan.objects.public().filter(authority=authority).prefetch_related("tasks__assignments")
    return [
        {
            "plan": one,
            "tasks": len(one.tasks.all()),
            "total": progress.totals_of(one, day) if one.shows_progress else None,
        }
        for one in found
    ]


def guidance_of(authority):
    """Answers that this authority has published for everybody, the newest first."""
    return Difficulty.objects.published().filter(held_by=authority).order_by("-published_at", "-pk")


def _public(authority, pk) -> Plan:
    found = Plan.objects.public().filter(authority=authority, pk=pk).select_related("authority").first()
    if found is None:
        raise Http404("Không có văn bản này")
    return found
