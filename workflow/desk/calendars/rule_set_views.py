"""Bộ quy định: what each law says, a new file with every slip named, and its adoption by a second person."""

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.core.accounts.confirm import Confirmed
from cms.core.errors import NotAllowed
from cms.law import services as law
from cms.law.errors import AdoptionError, RuleSetError
from cms.law.models import AdoptedRuleSet, RuleSetState
from cms.law.services.people import may_propose
from workflow.desk.calendars import rule_tables
from workflow.desk.calendars.base import ActPage, CalendarPage, put
from workflow.desk.calendars.forms import ReasonForm, RuleSetForm


def _rule_sets():
    return AdoptedRuleSet.objects.select_related("proposed_by", "decided_by").annotate(used=Count("requests"))


class RuleSetsView(CalendarPage):
    """Every rule set that was ever proposed."""

    template_name = "workflow/desk/calendars/rule_sets.html"
    part = "rule_sets"

    def get_page_title(self):
        return _("Bộ quy định")

    def get_context_data(self, **kwargs):
        return super().get_context_data(rule_sets=_rule_sets(), **kwargs)


class RuleSetPage(CalendarPage):
    part = "rule_sets"

    @cached_property
    def rule_set(self) -> AdoptedRuleSet:
        found = _rule_sets().select_related("source").filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404("Không có bộ quy định này")
        return found

    @property
    def subject(self):
        return self.rule_set

    def trail(self):
        return [*super().trail(), (_("Bộ quy định"), reverse("calendars:rule_sets"))]


class RuleSetView(Confirmed, RuleSetPage, ActPage):
    """One rule set as tables; while it waits, a second person adopts or declines it here."""

    template_name = "workflow/desk/calendars/rule_set.html"
    attempts = {"adopt": "rule_set.adopted", "reject": "rule_set.rejected"}

    def get_page_title(self):
        return self.rule_set.title

    def act(self, action):
        if action == "adopt":
            law.adopt_rule_set(rule_set=self.rule_set, by=self.request.user, at=self.at)
            messages.success(self.request, _("Đã thông qua. Từ nay không ai sửa được bộ quy định này."))
            return redirect("calendars:rule_set", pk=self.rule_set.pk)
        return self.reject() if action == "reject" else self.show()

    def reject(self):
        form = ReasonForm(self.request.POST, day=self.today)
        if not form.is_valid():
            return self.show(form=form)
        law.reject_rule_set(
            rule_set=self.rule_set, by=self.request.user, at=self.at, reason=form.cleaned_data["reason"]
        )
        messages.success(self.request, _("Đã ghi nhận không thông qua. Mã này dùng lại được."))
        return redirect("calendars:rule_set", pk=self.rule_set.pk)

    def get_context_data(self, **kwargs):
        rule_set = self.rule_set
        kwargs.setdefault("form", ReasonForm(day=self.today))
        newer = AdoptedRuleSet.objects.adopted().filter(in_force_from__gt=rule_set.in_force_from)
        last = rule_set.history.order_by("-history_id").first()
        earlier = AdoptedRuleSet.objects.adopted().filter(in_force_from__lt=rule_set.in_force_from)
        follows = earlier.order_by("-in_force_from").first()
        return super().get_context_data(
            rule_set=rule_set,
            tables=rule_tables.tables(rule_set.rules),
            facts=rule_tables.facts(rule_set.rules),
            waits=rule_set.state == RuleSetState.PROPOSED,
            is_adopted=rule_set.state == RuleSetState.ADOPTED,
            why=last.history_change_reason,
            follows=follows,
            differences=rule_tables.differences(follows.rules, rule_set.rules) if follows else [],
            follower=newer.order_by("in_force_from").first(),
            is_own=self.request.user.pk == rule_set.proposed_by_id,
            **kwargs,
        )


class RuleSetFileView(RuleSetPage):
    """The file itself, byte for byte as its hash has it: to check, and to start a new one from."""

    def get(self, request, *args, **kwargs):
        source = self.rule_set.source.toml.encode("utf-8")
        name = f"{self.rule_set.code}.toml"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
        return HttpResponse(source, content_type="application/toml", headers=headers)


class UploadView(ActPage):
    """A new rule-set file. Whatever is wrong with it is named at once, each slip in its own line."""

    template_name = "workflow/desk/calendars/upload.html"
    part = "rule_sets"
    attempts = dict.fromkeys(("", "propose"), "rule_set.proposed")

    def get_page_title(self):
        return _("Tải lên bộ quy định")

    def trail(self):
        return [*super().trail(), (_("Bộ quy định"), reverse("calendars:rule_sets"))]

    def back_url(self):
        return reverse("calendars:rule_sets")

    def get(self, request, *args, **kwargs):
        try:
            may_propose(request.user)
        except NotAllowed as error:
            return self.refuse(error, "", status=403)
        return self.show()

    def act(self, action):
        may_propose(self.request.user)
        form = RuleSetForm(self.request.POST, self.request.FILES, day=self.today)
        if not form.is_valid():
            return self.show(form=form)
        try:
            proposed = law.propose_rule_set(source=form.cleaned_data["source"], by=self.request.user, at=self.at)
        except RuleSetError as error:
            name = self.request.FILES["source"].name
            return self.show(form=form, slips=error.slips, file_name=name)
        except AdoptionError as error:
            put(form, error)
            return self.show(form=form)
        messages.success(self.request, _("Đã nhận tệp. Bộ quy định có hiệu lực khi người thứ hai thông qua."))
        return redirect("calendars:rule_set", pk=proposed.pk)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", RuleSetForm(day=self.today))
        newest = AdoptedRuleSet.objects.adopted().order_by("-in_force_from").first()
        return super().get_context_data(newest=newest, **kwargs)
