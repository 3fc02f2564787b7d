"""Lưu trữ, xóa: cases whose day has come, proposals that wait, the periods an authority keeps, and one case."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core.accounts.confirm import Confirmed
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.law.reading import retention_lists
from workflow import access
from workflow.choices import RetentionKind, RetentionState, Status
from workflow.desk.retention.forms import DeclineForm, DueForm, ProposeForm, ScheduleForm
from workflow.desk.views import CasePageMixin, DeskPageMixin, OneAuthority
from workflow.models import InformationRequest, RetentionAct, RetentionSchedule
from workflow.services import retention

TITLE = _("Lưu trữ, xóa")
_MOST = 50
#: What the list of due cases proposes, by its word in the address.
KINDS = {"xoa": RetentionKind.ERASE, "niem-phong": RetentionKind.SEAL}


class RetentionPage(DeskPageMixin, OneAuthority, Confirmed, AdminPage):
    """For those who propose, decide or supervise; for others it is not there. Every act asks for the password again."""

    tab = "due"

    def dispatch(self, request, *args, **kwargs):
        if not access.retention_reach(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def authorities(self):
        return Authority.objects.filter(pk__in=access.retention_reach(self.request.user)).order_by("name")

    def get_page_title(self):
        return TITLE

    @property
    def may_propose(self):
        return access.can_propose_retention(self.request.user, self.authority)

    def turn_away(self, error, attempted, subject):
        refused(attempted, subject=subject, by=self.request.user, at=self.at, reason=str(error))
        return RefusedPage.answer(self.request, status=403, why=str(error), back=self.address(), trail=self.trail())

    def address(self):
        return f"{self.request.path}?co-quan={self.authority.code}"

    def show(self, status=200, **words):
        return self.render_to_response(self.get_context_data(**words), status=status)

    def get_context_data(self, **kwargs):
        waiting = RetentionAct.objects.filter(state=RetentionState.PROPOSED, info_request__authority=self.authority)
        return super().get_context_data(
            authorities=list(self.authorities),
            authority=self.authority,
            tab=self.tab,
            waiting_count=waiting.count(),
            schedule=retention.adopted(self.authority),
            may_propose=self.may_propose,
            **kwargs,
        )


class DueView(RetentionPage):
    """The cases whose period is over, with one form to propose for those that are ticked."""

    template_name = "workflow/desk/retention/due.html"

    @cached_property
    def word(self):
        asked = self.request.GET.get("viec", "")
        return asked if asked in KINDS else "xoa"

    @property
    def kind(self):
        return KINDS[self.word]

    def address(self):
        return f"{super().address()}&viec={self.word}"

    @cached_property
    def cases(self):
        try:
            return retention.due(self.request.user, self.authority, self.kind, self.day)
        except DomainError as error:  # the list that was adopted is not shipped any more
            messages.error(self.request, str(error))
            return InformationRequest.objects.none()

    def get(self, request, *args, **kwargs):
        return self.show(form=DueForm(kind=self.kind))

    def post(self, request, *args, **kwargs):
        form, keys = DueForm(request.POST, kind=self.kind), _keys(request.POST.getlist("ho-so"))
        if not form.is_valid():
            return self.show(form=form, chosen=keys, status=422)
        found = list(self.cases.filter(pk__in=keys)[:_MOST])
        if not found:
            form.add_error(None, _("Chọn ít nhất một hồ sơ trong danh sách."))
            return self.show(form=form, chosen=keys, status=422)
        count, slips = 0, []
        for case in found:
            try:
                retention.propose(info_request=case, kind=self.kind, by=request.user, at=self.at, **form.cleaned_data)
                count += 1
            except NotAllowed as error:
                return self.turn_away(error, "retention.propose", case)
            except DomainError as error:
                slips.append((case.code, error))
        for code, error in slips:
            form.add_error(error.field if error.field in form.fields else None, f"{code}: {error}")
        if slips:
            return self.show(form=form, chosen=keys, status=422)
        messages.success(request, _("Đã đề nghị cho %(count)s hồ sơ. Còn chờ người thứ hai.") % {"count": count})
        return redirect(self.address())

    def get_context_data(self, *, chosen=(), **kwargs):
        found = list(self.cases.select_related("requester")[: _MOST + 1])
        return super().get_context_data(
            rows=[{"case": case, "is_chosen": case.pk in chosen} for case in found[:_MOST]],
            is_cut=len(found) > _MOST,
            most=_MOST,
            word=self.word,
            is_erasing=self.kind == RetentionKind.ERASE,
            **kwargs,
        )


class WaitingView(RetentionPage):
    """What somebody proposed: those who answer for personal data decide, never who proposed it."""

    template_name = "workflow/desk/retention/waiting.html"
    tab = "waiting"

    @cached_property
    def acts(self):
        acts = RetentionAct.objects.filter(state=RetentionState.PROPOSED, info_request__authority=self.authority)
        acts = acts.filter(info_request__in=access.visible_to(self.request.user, InformationRequest.objects.all()))
        return acts.select_related("info_request", "proposed_by").order_by("pk")

    def get(self, request, *args, **kwargs):
        return self.show(form=DeclineForm())

    def post(self, request, *args, **kwargs):
        form, agree = DeclineForm(request.POST), request.POST.get("viec") == "dong-y"
        chosen = _keys(request.POST.getlist("de-nghi"))
        if not form.is_valid():
            return self.show(form=form, status=422)
        found = list(self.acts.filter(pk__in=chosen)[:_MOST])
        if not found:
            form.add_error(None, _("Chọn ít nhất một đề nghị."))
            return self.show(form=form, status=422)
        count, words = 0, {"agree": agree, "reason": form.cleaned_data["reason"]}
        for act in found:
            try:
                retention.decide(act=act, by=request.user, at=self.at, **words)
                count += 1
            except NotAllowed as error:
                return self.turn_away(error, "retention.decide", act.info_request)
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, f"{act.info_request.code}: {error}")
        if not form.is_valid():
            return self.show(form=form, status=422)
        messages.success(request, _("Đã quyết định %(count)s đề nghị.") % {"count": count})
        return redirect(self.address())

    def get_context_data(self, **kwargs):
        user, acts = self.request.user, list(self.acts[: _MOST + 1])
        for act in acts:
            act.info_request.authority = self.authority
        rows = [{"act": act, "may": access.can_decide_retention(user, act)} for act in acts[:_MOST]]
        return super().get_context_data(
            rows=rows, is_cut=len(acts) > _MOST, may_decide=any(row["may"] for row in rows), **kwargs
        )


class ScheduleView(RetentionPage):
    """Which periods the authority keeps to, and the two acts that change it."""

    template_name = "workflow/desk/retention/periods.html"
    tab = "periods"

    @cached_property
    def waiting(self):
        waiting = RetentionSchedule.objects.filter(authority=self.authority, state=RetentionState.PROPOSED)
        return waiting.select_related("proposed_by").first()

    def get(self, request, *args, **kwargs):
        return self.show(form=ScheduleForm(), decline=DeclineForm())

    def post(self, request, *args, **kwargs):
        act, form, decline = request.POST.get("viec", ""), ScheduleForm(request.POST), DeclineForm(request.POST)
        if act == "de-nghi":
            decline = DeclineForm()
            words = {"authority": self.authority}
            done, said = retention.propose_schedule, _("Đã đề nghị. Còn chờ người thứ hai.")
        else:
            form = ScheduleForm()
            if self.waiting is None:
                return redirect(self.address())
            words = {"schedule": self.waiting, "agree": act == "dong-y"}
            done, said = retention.decide_schedule, _("Đã ghi quyết định.")
        typed = form if act == "de-nghi" else decline
        if typed.is_valid():
            try:
                done(by=request.user, at=self.at, **words, **typed.cleaned_data)
            except NotAllowed as error:
                return self.turn_away(error, "retention.schedule", self.waiting)
            except DomainError as error:
                typed.slip(error)
            else:
                messages.success(request, said)
                return redirect(self.address())
        return self.show(form=form, decline=decline, status=422)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        schedule, waiting = context["schedule"], self.waiting
        names = dict(Status.choices)
        lists = [
            {
                "list": one,
                "is_adopted": schedule is not None and schedule.code == one.code,
                "periods": [(row, ", ".join(str(names.get(status, status)) for status in row.statuses))
                            for row in one.periods],
            }
            for one in retention_lists().values()
        ]  # fmt: skip
        may_decide = waiting is not None and access.can_decide_retention(self.request.user, waiting)
        return context | {"lists": lists, "waiting": waiting, "may_decide": may_decide}


class CaseRetentionView(CasePageMixin, Confirmed, AdminPage):
    """One case after its end: how it stands, what was decided, one proposal or one decision."""

    template_name = "workflow/desk/retention/case.html"

    def get_page_title(self):
        return TITLE

    @cached_property
    def waiting(self):
        act = self.case.retention_acts.filter(state=RetentionState.PROPOSED).select_related("proposed_by").first()
        if act:
            act.info_request = self.case
        return act

    def form(self, data=None):
        return ProposeForm(data, kinds=retention.possible(self.case, self.day))

    def get(self, request, *args, **kwargs):
        return self.show(self.form(), DeclineForm())

    def post(self, request, *args, **kwargs):
        if request.POST.get("viec") == "de-nghi":
            form = typed = self.form(request.POST)
            decline, attempted = DeclineForm(), "retention.propose"
        else:
            form, decline, attempted = self.form(), DeclineForm(request.POST), "retention.decide"
            typed = decline
            if self.waiting is None:
                return redirect(request.path)
        if typed.is_valid():
            try:
                self.do(attempted, typed.cleaned_data)
            except NotAllowed as error:
                return self.refuse(error, status=403, attempted=attempted)
            except DomainError as error:
                typed.slip(error)
            else:
                messages.success(request, _("Đã ghi. Việc này có trong nhật ký."))
                return redirect(request.path)
        return self.show(form, decline, status=422)

    def do(self, attempted, typed):
        by = {"by": self.request.user, "at": self.at}
        if attempted == "retention.propose":
            retention.propose(info_request=self.case, **by, **typed)
        else:
            agree = self.request.POST.get("viec") == "dong-y"
            retention.decide(act=self.waiting, agree=agree, reason=typed["reason"], **by)

    def show(self, form, decline, status=200):
        case, user = self.case, self.request.user
        try:
            until = retention.kept_until(case)
        except DomainError:
            until = None
        kinds = form.fields["kind"].choices
        context = self.get_context_data(
            form=form,
            decline=decline,
            kept_until=until,
            waiting=self.waiting,
            may_propose=bool(kinds) and self.waiting is None and access.can_propose_retention(user, case.authority),
            may_decide=self.waiting is not None and access.can_decide_retention(user, self.waiting),
            acts=case.retention_acts.exclude(state=RetentionState.PROPOSED).select_related("proposed_by", "decided_by"),
            why_not_erase=retention.why_not(RetentionKind.ERASE, case, self.day),
        )
        return self.render_to_response(context, status=status)


def _keys(typed) -> list[int]:
    return [int(one) for one in typed if one.isascii() and one.isdigit() and len(one) < 19]
