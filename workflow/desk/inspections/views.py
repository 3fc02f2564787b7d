"""The list of decisions and findings, one page a decision, one form an act."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed, StaleView
from workflow import access
from workflow.desk.inspections import forms
from workflow.models import InspectionDecision, InspectionFinding
from workflow.remedy_choices import InspectionState
from workflow.services import inspections

LIST = _("Kiểm tra")


@dataclass(frozen=True)
class Act:
    """One act: its words, its form, its verb, and whom the page offers it."""

    title: str
    effect: str
    form: type[forms.PlainForm]
    verb: Callable
    button: str
    done: str
    offered: Callable


def _to_confirm(user, one):
    others = one.entered_by_id != user.pk and not any(person.user_id == user.pk for person in one.inspectors.all())
    return one.state == InspectionState.PROPOSED and access.can_enter_inspection(user) and others


def _is_confirmed(one):
    return one.state == InspectionState.CONFIRMED


DECISION_ACTS = {
    "xac-nhan": Act(
        _("Xác nhận quyết định"),
        _("Đối chiếu với văn bản. Từ ngày được mở, thành viên đoàn mở được hồ sơ trong phạm vi, dữ liệu cá nhân được che."),
        forms.NothingForm, inspections.confirm, _("Xác nhận"), _("Đã xác nhận."), _to_confirm,
    ),
    "khong-xac-nhan": Act(
        _("Không xác nhận"), _("Quyết định vẫn lưu lại và không mở hồ sơ nào."),
        forms.ReasonForm, inspections.send_back, _("Không xác nhận"), _("Đã ghi không xác nhận."), _to_confirm,
    ),
    "ket-luan": Act(
        _("Ghi kết luận"), _("Cơ quan được kiểm tra xử lý và báo lại; người khác xác nhận."),
        forms.FindingForm, inspections.enter_finding, _("Ghi"), _("Đã ghi kết luận."),
        lambda user, one: one.state in (InspectionState.CONFIRMED, InspectionState.ENDED) and access.can_find(user, one),
    ),
    "ket-thuc": Act(
        _("Kết thúc sớm"), _("Từ bây giờ không mở được hồ sơ nữa."),
        forms.ReasonForm, inspections.end_early, _("Kết thúc"), _("Đã kết thúc."),
        lambda user, one: _is_confirmed(one) and access.can_enter_inspection(user),
    ),
}  # fmt: skip
FINDING_ACTS = {
    "bao-xu-ly": Act(
        _("Báo đã xử lý"), _("Người khác xác nhận thì việc này mới xong."),
        forms.HandledForm, inspections.report_handled, _("Báo đã xử lý"), _("Đã báo. Chờ người khác xác nhận."),
        lambda user, one: one.standing != "CONFIRMED" and access.can_handle_finding(user, one),
    ),
    "xac-nhan": Act(
        _("Xác nhận đã xử lý"), _("Việc này kết thúc."),
        forms.NothingForm, inspections.confirm_handled, _("Xác nhận"), _("Đã xác nhận."),
        lambda user, one: one.standing == "REPORTED" and one.handled_by_id != user.pk
        and access.can_confirm_finding(user, one),
    ),
    "lam-them": Act(
        _("Yêu cầu làm thêm"), _("Việc này mở lại."),
        forms.ReasonForm, inspections.ask_for_more, _("Gửi yêu cầu"), _("Đã gửi lại cơ quan."),
        lambda user, one: one.standing == "REPORTED" and one.handled_by_id != user.pk
        and access.can_confirm_finding(user, one),
    ),
}  # fmt: skip


def _offers(acts, user, one, name) -> list[dict]:
    rows = ((slug, act) for slug, act in acts.items() if act.offered(user, one))
    return [{"label": act.title, "url": reverse(f"desk:{name}", args=[one.pk, slug])} for slug, act in rows]


class InspectionPageMixin:
    """A page of inspections: for those who supervise, administer, or answer for an inspected authority; else 404."""

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        if request.user.is_authenticated and not access.meets_inspections(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    @property
    def day(self):
        return local_day(self.at)

    def trail(self):
        return [(LIST, reverse("desk:inspections"))]

    def refuse(self, error, *, attempted, subject=None, status=403):
        refused(f"inspection.{attempted}", subject=subject, by=self.request.user, at=self.at, reason=str(error))
        back = reverse("desk:inspections")
        trail = InspectionPageMixin.trail(self)
        return RefusedPage.answer(self.request, status=status, why=str(error), back=back, trail=trail)

    @cached_property
    def inspection(self) -> InspectionDecision:
        found = access.visible_inspections(self.request.user).with_people().filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404("Không có quyết định này")
        return found


class ListView(InspectionPageMixin, AdminPage):
    """Decisions, and what must still be handled, the next to fall due first."""

    template_name = "workflow/desk/inspections/list.html"

    def get_page_title(self):
        return LIST

    def trail(self):
        return []

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            inspections=access.visible_inspections(user).with_people()[:100],
            findings=access.visible_findings(user).unsettled().with_people().order_by("follow_up_on", "pk")[:100],
            can_enter=access.can_enter_inspection(user),
            day=self.day,
            **kwargs,
        )


class InspectionView(InspectionPageMixin, AdminPage):
    """One decision: its scope, what it found, and what this person may do."""

    template_name = "workflow/desk/inspections/inspection.html"

    def get_page_title(self):
        return self.inspection.number

    def get_context_data(self, **kwargs):
        user, one = self.request.user, self.inspection
        found = access.visible_findings(user).filter(inspection=one).with_people()
        return super().get_context_data(
            inspection=one,
            is_running=_is_confirmed(one) and one.since_on <= self.day <= one.until_on,
            acts=_offers(DECISION_ACTS, user, one, "inspection_act"),
            findings=[{"one": row, "acts": _offers(FINDING_ACTS, user, row, "finding_act")} for row in found],
            day=self.day,
            **kwargs,
        )


class EntryView(InspectionPageMixin, AdminPage):
    """Write a decision down; another person confirms it."""

    template_name = "workflow/desk/inspections/act.html"

    def get_page_title(self):
        return _("Nhập quyết định kiểm tra")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not access.can_enter_inspection(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return self.show(forms.DecisionForm(day=self.day))

    def post(self, request, *args, **kwargs):
        form = forms.DecisionForm(request.POST, day=self.day)
        if form.is_valid():
            told = form.cleaned_data
            try:
                inspection = inspections.enter(
                    facts=form.facts(), authorities=list(told["authorities"]), inspectors=list(told["inspectors"]),
                    by=request.user, at=self.at,
                )  # fmt: skip
            except DomainError as error:
                form.slip(error)
            else:
                messages.success(request, _("Đã nhập. Người khác xác nhận thì mới mở được hồ sơ."))
                return redirect("desk:inspection", pk=inspection.pk)
        return self.show(form)

    def show(self, form):
        effect = _("Chưa mở được hồ sơ nào cho đến khi người thứ hai, không thuộc đoàn, xác nhận.")
        return self.render_to_response(
            self.get_context_data(form=form, effect=effect, button=_("Lưu"), back=reverse("desk:inspections"))
        )


class ActView(InspectionPageMixin, AdminPage):
    """GET shows the form, POST does the act: 302, 200 with errors, 403, 409, 404."""

    template_name = "workflow/desk/inspections/act.html"
    acts, subject = DECISION_ACTS, "inspection"

    def get_page_title(self):
        return self.act.title

    def dispatch(self, request, *args, **kwargs):
        self.act = self.acts.get(kwargs["act"])
        if self.act is None:
            raise Http404("Không có việc này")
        return super().dispatch(request, *args, **kwargs)

    @property
    def thing(self):
        return self.inspection

    @property
    def back(self) -> str:
        return reverse("desk:inspection", args=[self.inspection.pk])

    def form(self, data=None):
        return self.act.form(data, day=self.day, thing=self.thing, user=self.request.user)

    def get(self, request, *args, **kwargs):
        if not self.act.offered(request.user, self.thing):
            return self.refuse(
                _("Ông/bà không làm được việc này lúc này."), attempted=self.act.verb.__name__, subject=self.thing
            )
        return self.show(self.form())

    def post(self, request, *args, **kwargs):
        thing, form = self.thing, self.form(request.POST)
        if not form.is_valid():
            return self.show(form)
        words = form.words()
        if self.act.verb is not inspections.enter_finding:
            words["seen"] = form.cleaned_data["seen"]
        try:
            self.act.verb(**{self.subject: thing}, by=request.user, at=self.at, **words)
        except (NotAllowed, StaleView) as error:
            status = 409 if isinstance(error, StaleView) else 403
            return self.refuse(error, attempted=self.act.verb.__name__, subject=thing, status=status)
        except DomainError as error:
            form.slip(error)
            return self.show(form)
        messages.success(request, self.act.done)
        return redirect(self.back)

    def show(self, form):
        return self.render_to_response(
            self.get_context_data(form=form, effect=self.act.effect, button=self.act.button, back=self.back)
        )


class FindingActView(ActView):
    """The same for one finding."""

    acts, subject = FINDING_ACTS, "finding"

    @cached_property
    def thing(self) -> InspectionFinding:
        found = access.visible_findings(self.request.user).with_people().filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404("Không có kết luận này")
        return found

    @property
    def back(self) -> str:
        return reverse("desk:inspection", args=[self.thing.inspection_id])
