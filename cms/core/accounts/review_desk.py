"""Rà soát quyền: the list to go through and to print, and the other person's word on it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from cms.core import acts
from cms.core.accounts import reviewing
from cms.core.accounts.account_forms import ReasonForm
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.dates import local_day, today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.core.models.review import ReviewState

TITLE = _("Rà soát quyền")
PAST = 12  # earlier reviews shown


class ReviewView(AdminPage):
    """One authority at a time; supervisors read, its administrators and heads act."""

    template_name = "modeladmin/rights_review.html"

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        if not reviewing.readable(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return TITLE

    @cached_property
    def authorities(self):
        return list(Authority.objects.filter(pk__in=reviewing.readable(self.request.user)).order_by("name"))

    @cached_property
    def authority(self):
        wanted = self.request.GET.get("co-quan", "")
        found = [one for one in self.authorities if one.code == wanted] if wanted else self.authorities
        if not found:
            raise Http404("Không có trang này")
        return found[0]

    @property
    def url(self):
        return f"{reverse('rights_review:list')}?co-quan={self.authority.code}"

    @cached_property
    def waiting(self):
        rows = self.authority.rights_reviews.filter(state=ReviewState.PROPOSED)
        return rows.select_related("authority", "proposed_by").first()

    def get_context_data(self, **kwargs):
        user, day, waiting = self.request.user, local_day(self.at), self.waiting
        kwargs.setdefault("form", ReasonForm())
        kwargs.setdefault("slip", None)
        held = list(reviewing.holdings(self.authority, day))
        to_end = set(waiting.lines.filter(to_end=True).values_list("holding", flat=True)) if waiting else set()
        earlier = self.authority.rights_reviews.exclude(state=ReviewState.PROPOSED)
        return super().get_context_data(
            authority=self.authority,
            authorities=self.authorities,
            rows=[(one, one.pk in to_end) for one in held],
            waiting=waiting,
            may_propose=waiting is None and reviewing.may_review(user, self.authority),
            may_decide=waiting is not None and reviewing.may_decide(user, waiting),
            due_on=reviewing.due_on(self.authority),
            earlier=earlier.select_related("proposed_by", "decided_by")[:PAST],
            day=day,
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        name = request.POST.get("viec", "")
        try:
            return self.act(name)
        except NotAllowed as error:
            subject = self.waiting or self.authority
            acts.refuse(f"rights_review.{name}"[:40], subject=subject, by=request.user, at=self.at, reason=str(error))
            return RefusedPage.answer(request, status=403, why=str(error), back=self.url)
        except DomainError as error:
            form = ReasonForm({"reason": request.POST.get("reason") or "-"})
            form.add_error(None, str(error))
            return self.render_to_response(self.get_context_data(slip=form))

    def act(self, name):
        told = {"by": self.request.user, "at": self.at}
        if name == "trinh":
            keys = [int(key) for key in self.request.POST.getlist("ket-thuc") if key.isascii() and key.isdigit()]
            reviewing.propose(authority=self.authority, to_end=keys, **told)
            said = _("Đã trình. Chưa vai trò nào kết thúc đến khi một người khác xác nhận.")
        elif name in ("xac-nhan", "tra-lai") and self.waiting is not None:
            if name == "xac-nhan":
                reviewing.confirm(review=self.waiting, **told)
                said = _("Đã xác nhận. Vai trò cần kết thúc đã kết thúc.")
            else:
                reviewing.send_back(review=self.waiting, reason=self.request.POST.get("reason", ""), **told)
                said = _("Đã trả lại người rà soát.")
        else:
            raise Http404("Không có việc này")
        messages.success(self.request, said)
        return redirect(self.url)


class ReviewPanel(Component):
    """On the start page, from fourteen days before the day on."""

    name = "rights_review"
    template_name = "modeladmin/rights_review_panel.html"
    order = 600

    def __init__(self, rows, day):
        super().__init__()
        self.rows, self.day = rows, day

    def get_context_data(self, parent_context):
        url = reverse("rights_review:list")
        return {"rows": [(one, until, until < self.day, f"{url}?co-quan={one.code}") for one, until in self.rows]}


def remind(request, panels) -> None:
    """The hook: below whatever else stands on the start page."""
    if rows := reviewing.due_for(request.user, today()):
        panels.append(ReviewPanel(rows, today()))


class ReviewItem(MenuItem):
    def __init__(self):
        super().__init__(TITLE, "", name="ra-soat-quyen", icon_name="tick-inverse", order=807)

    def is_shown(self, request):
        return bool(reviewing.readable(request.user))

    def render_component(self, request):
        component = super().render_component(request)
        component.url = reverse("rights_review:list")
        return component


app_name = "rights_review"
urlpatterns = [path("ra-soat-quyen/", ReviewView.as_view(), name="list")]
