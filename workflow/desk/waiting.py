"""Chờ phát hành and Rà tệp: papers without a number, letters to post, files that wait for a second pair of eyes."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from cms.core.admin_page import AdminPage
from cms.core.roles import Role
from workflow import queues
from workflow.choices import DecisionKind, DecisionState
from workflow.desk.due import chip
from workflow.desk.forms.delivering import what
from workflow.desk.rows import row, who_asks
from workflow.desk.views import DeskPageMixin
from workflow.models import Decision

_SHOWN = 50


class IssueQueueView(DeskPageMixin, AdminPage):
    """For the registry: what must leave first stands first."""

    template_name = "workflow/desk/to_issue.html"

    def get_page_title(self):
        return _("Chờ phát hành")

    def get_context_data(self, **kwargs):
        registries = self.desk.authorities({Role.REGISTRY})
        if not registries:
            raise Http404("Không có trang này")
        posts = queues.of(self.desk, "gui-buu-dien").filter(authority__in=registries)
        unsigned = (
            Decision.objects.filter(
                state=DecisionState.PROPOSED,
                kind__in=(DecisionKind.ANSWER, DecisionKind.EXTENSION),
                info_request__authority__in=registries,
                info_request__in=queues.visible(self.request.user),
            )
            .exclude(proposed_by=self.request.user)
            .select_related("info_request__authority", "proposed_by")
        )
        return super().get_context_data(
            papers=[self.paper(letter) for letter in queues.papers_to_issue(self.desk)[:_SHOWN]],
            posts=[row(self.desk, case) for case in queues.with_what_holds_up(posts).by_due_date()[:_SHOWN]],
            replacements=queues.replacements_to_issue(self.desk)[:_SHOWN],
            unsigned=[{"decision": decision, "what": what(decision)} for decision in unsigned[:_SHOWN]],
            **kwargs,
        )

    def paper(self, letter):
        case = letter.info_request
        return {
            "letter": letter,
            "case": case,
            "who": who_asks(self.request.user, case),
            "chip": chip(case, self.day, self.desk.calendar, self.desk.soon_until(case.authority)),
        }


class FileQueueView(DeskPageMixin, AdminPage):
    """Requests whose answer files wait for this person: the unit first, the focal unit second (D18 Điều 7)."""

    template_name = "workflow/desk/to_check.html"

    def get_page_title(self):
        return _("Rà tệp")

    def get_context_data(self, **kwargs):
        rows = [row(self.desk, case) for case in queues.files_to_check(self.desk)[:_SHOWN]]
        return super().get_context_data(rows=rows, **kwargs)
