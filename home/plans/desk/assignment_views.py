"""Pages of one authority's part in a task, and of reminder letters."""

from io import BytesIO

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core import files
from home.models import Assignment, PlanFile, ReminderLetter
from home.plans import access, letters, progress
from home.plans.choices import ReminderState, ReportState
from home.plans.desk.base import ActPage, PlansPage, ThingPage
from home.plans.desk.plan_acts import ASSIGNMENT_ACTS, LETTER_ACTS
from home.plans.desk.plan_views import _hand_out
from workflow.choices import FileState

LIST = _("Việc được giao")
_SHOWN = 100


class AssignmentPage(ThingPage):
    tab = "assignments"
    name = "assignment"
    acts = ASSIGNMENT_ACTS

    def found(self):
        return access.visible_assignments(self.request.user, Assignment.objects.with_names())

    def url(self):
        return reverse("plans:assignment", args=[self.thing.pk])

    def trail(self):
        return [(LIST, reverse("viec-giao_modeladmin_index")), (self.thing.authority.short_name, self.url())]

    def reports(self):
        found = access.visible_reports(self.request.user, self.thing.reports)
        return found.select_related("written_by", "released_by", "decided_by").prefetch_related("files")

    def get_context_data(self, **kwargs):
        row = self.thing
        return super().get_context_data(
            plan=row.task.plan,
            task=row.task,
            standing=progress.standing(row, self.day),
            period=progress.period_of(row),
            deadline=progress.deadline_of(row.task),
            **kwargs,
        )


class ShowAssignmentView(AssignmentPage):
    template_name = "home/desk/assignment.html"

    def trail(self):
        return super().trail()[:1]

    def get_page_title(self):
        return _("Nhiệm vụ %(position)s, %(authority)s") % {
            "position": self.thing.task.position,
            "authority": self.thing.authority.short_name,
        }

    def get_context_data(self, **kwargs):
        reminders = access.visible_reminders(self.request.user, self.thing.reminders.filter(sent_on__isnull=False))
        return super().get_context_data(
            reports=self.reports(),
            reminders=reminders.select_related("letter"),
            offered=self.offered(),
            story=self.story() if self.sees_all else (),
            history_url=reverse("viec-giao_modeladmin_history", args=[self.thing.pk]) if self.sees_all else "",
            **kwargs,
        )

    @property
    def sees_all(self) -> bool:
        """Only the reporting authority itself reads what it wrote before it was sent."""
        return self.thing.authority_id in access.seen_by(self.request.user)


class AssignmentActView(AssignmentPage, ActPage):
    def get_context_data(self, **kwargs):
        wanted = ReportState.DRAFT if self.act.slug == "gui" else ReportState.SENT
        report = self.reports().filter(state=wanted).first()
        return super().get_context_data(about=self.thing.task.content, report=report, **kwargs)


class EvidenceView(AssignmentPage):
    """A file of a report that this person may read."""

    def get(self, request, *args, **kwargs):
        readable = access.visible_reports(request.user, self.thing.reports)
        found = PlanFile.objects.filter(
            report__in=readable, pk=self.kwargs["file"], removed_at=None, state=FileState.CLEAN
        )
        return _hand_out(found.first())


# --- letters -----------------------------------------------------------------------------------------------------
class LettersView(PlansPage):
    """Reminder letters: those that wait for the registry first, then those that went out."""

    tab = "reminders"
    template_name = "home/desk/letters.html"

    def get_page_title(self):
        return _("Đôn đốc")

    def get_context_data(self, **kwargs):
        found = visible_letters(self.request.user).prefetch_related("reminders__assignment__authority")
        return super().get_context_data(
            waiting=found.filter(state=ReminderState.DRAFT)[:_SHOWN],
            issued=found.filter(state=ReminderState.ISSUED)[:_SHOWN],
            **kwargs,
        )


def visible_letters(user):
    reminders = access.visible_reminders(user)
    letters_ = ReminderLetter.objects.select_related("plan__authority", "authority", "drafted_by")
    return letters_.filter(pk__in=reminders.values("letter"))


class LetterPage(ThingPage):
    tab = "reminders"
    name = "letter"
    acts = LETTER_ACTS

    def found(self):
        return visible_letters(self.request.user)

    def url(self):
        return reverse("plans:letter", args=[self.thing.pk])

    def trail(self):
        return [(_("Đôn đốc"), reverse("plans:reminders")), (str(self.thing), self.url())]


class ShowLetterView(LetterPage):
    template_name = "home/desk/letter.html"

    def get_page_title(self):
        return str(self.thing)

    def trail(self):
        return super().trail()[:1]

    def get_context_data(self, **kwargs):
        rows = self.thing.reminders.select_related("assignment__authority", "assignment__task")
        return super().get_context_data(
            rows=rows.order_by("assignment__task__position", "assignment__authority__name"),
            offered=self.offered(),
            **kwargs,
        )


class LetterActView(LetterPage, ActPage):
    takes_seen = False

    @property
    def subject(self):
        return self.thing.plan


class LetterPaperView(LetterPage):
    """The letter itself, to read and to print."""

    def get(self, request, *args, **kwargs):
        if self.thing.state == ReminderState.DROPPED:
            raise Http404("Không có văn bản này")
        pdf_url = reverse("plans:letter_pdf", args=[self.thing.pk])
        return HttpResponse(letters.page(self.thing, back_url=self.url(), pdf_url=pdf_url))


class LetterPdfView(LetterPage):
    """Its PDF: the very file that was issued, or a draft marked as one."""

    def get(self, request, *args, **kwargs):
        letter, pdf = self.thing, files.TYPES["pdf"]
        if letter.state == ReminderState.DRAFT:
            return files.hand_over(BytesIO(letters.draft_pdf(letter)), "du-thao-don-doc.pdf", pdf)
        try:
            return files.hand_out(letter.pdf_path, f"{letter.label.replace('/', '-')}.pdf", pdf)
        except OSError:
            raise Http404("Không có tệp này") from None
