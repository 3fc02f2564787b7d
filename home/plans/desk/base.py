"""What every page here begins with: who may open it, the record through the gate, and one way to do an act."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.audit.timeline import timeline
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed, StaleView
from home.plans import access
from workflow.desk.move_form import MoveForm

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: The tabs above every page here: (name, label, URL name).
TABS = (
    ("plans", _("Kế hoạch, chỉ thị"), "ke-hoach_modeladmin_index"),
    ("assignments", _("Việc được giao"), "viec-giao_modeladmin_index"),
    ("reminders", _("Đôn đốc"), "plans:reminders"),
    ("reviews", _("Rà soát văn bản"), "plans:rounds"),
    ("difficulties", _("Khó khăn, kiến nghị"), "kho-khan_modeladmin_index"),
)


class NothingYet:
    """Stands where a form knows its record: here there is none yet."""

    pk = None
    version = 0


def tabs(current: str) -> list[dict]:
    return [{"label": label, "url": reverse(url), "current": name == current} for name, label, url in TABS]


@dataclass(frozen=True)
class Act:
    """One act on a record: its address, its words, its form and its verb. `may` only shows or hides the button."""

    slug: str
    kind: str
    button: str
    done: str
    form: type[MoveForm]
    verb: Callable
    may: Callable
    title: str = ""
    template: str = "home/desk/act.html"
    #: Of several acts the one that the page offers first.
    is_first: bool = False


def table(*acts: Act) -> dict[str, Act]:
    return {act.slug: act for act in acts}


class PlansPage(AdminPage):
    """A page of this part of the desk; whoever holds no office here does not find it."""

    tab = "plans"

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        if not access.can_open(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    @property
    def day(self):
        return local_day(self.at)

    def get_context_data(self, **kwargs):
        return super().get_context_data(day=self.day, tabs=tabs(self.tab), **kwargs)


class ThingPage(PlansPage, ABC):
    """A page about one record. Out of reach and unknown look the same: 404."""

    #: What the services call the record.
    name = ""
    #: name → Act, where the record has acts.
    acts: dict[str, Act] = {}

    @abstractmethod
    def found(self):
        """The records this person may see."""

    @cached_property
    def thing(self):
        one = self.found().filter(pk=self.kwargs["pk"]).first()
        if one is None:
            raise Http404("Không có bản ghi này")
        return one

    @abstractmethod
    def url(self) -> str:
        """The record's own page."""

    def act_url(self, slug: str) -> str:
        return f"{self.url()}{slug}/"

    def offered(self) -> list[dict]:
        """The acts that this person may do now, the first one first."""
        rows = [act for act in self.acts.values() if act.may(self.request.user, self.thing)]
        rows.sort(key=lambda act: not act.is_first)
        return [{"act": act, "url": self.act_url(act.slug)} for act in rows]

    def get_context_data(self, **kwargs):
        return super().get_context_data(thing=self.thing, **{self.name: self.thing}, **kwargs)

    def story(self):
        return timeline(self.thing)


class ActPage(ThingPage):
    """One act on one record: GET shows the form, POST does it; 302, 200 with errors, 403, 409."""

    def get_template_names(self):
        return [self.act.template]

    @cached_property
    def act(self) -> Act:
        act = self.acts.get(self.kwargs["act"])
        if act is None:
            raise Http404("Không có việc này")
        return act

    def get_page_title(self):
        return self.act.title or self.act.button

    def reach(self):
        """What the address names beside the record must be there, too, before anybody is told that it is not theirs."""

    def get(self, request, *args, **kwargs):
        self.reach()
        if not self.act.may(request.user, self.thing):
            why = _("Việc này không phải của ông/bà, hoặc bây giờ chưa làm được.")
            return self.refuse(NotAllowed(why), status=403)
        return self.show(self.form())

    def post(self, request, *args, **kwargs):
        self.reach()
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form)
        try:
            result = self.do(form)
        except NotAllowed as error:
            return self.refuse(error, status=403)
        except StaleView as error:
            refused(
                self.act.kind,
                subject=self.subject,
                by=request.user,
                at=self.at,
                data={"why": "stale"},
                reason=str(error),
            )
            return self.conflict(error)
        except DomainError as error:
            form.slip(error)
            return self.show(form)
        messages.success(request, self.act.done)
        return redirect(self.after(result))

    @property
    def subject(self):
        """Whom a refused attempt is about; nothing where there is no record yet."""
        return self.thing if self.thing.pk else None

    def form_class(self):
        return self.act.form

    def form(self, data=None, files=None):
        return self.form_class()(
            data, files, case=self.thing, by=self.request.user, day=self.day, query=self.request.GET
        )

    def do(self, form):
        words = form.words() | self.also()
        if self.takes_seen:
            words["seen"] = form.cleaned_data["seen"]
        if self.thing.pk:
            words[self.name] = self.thing
        return self.act.verb(by=self.request.user, at=self.at, **words)

    @property
    def takes_seen(self) -> bool:
        return bool(self.thing.pk)

    def also(self) -> dict:
        """What the address tells the verb, as the line of a plan."""
        return {}

    def after(self, result) -> str:
        return self.url()

    def conflict(self, error):
        """409: somebody was faster; what was typed stands on the new view, to be looked at and sent again."""
        del self.thing
        typed = self.request.POST.copy()
        typed["seen"] = str(self.thing.version)
        return self.show(self.form(typed), status=409, conflict=error)

    def show(self, form, status=200, **more):
        context = self.get_context_data(form=form, act=self.act, back_url=self.back(), **more)
        return self.render_to_response(context, status=status)

    def back(self) -> str:
        return self.url()

    def refuse(self, error, *, status):
        refused(self.act.kind, subject=self.subject, by=self.request.user, at=self.at, reason=str(error))
        return RefusedPage.answer(self.request, status=status, why=str(error), back=self.back(), trail=self.trail())


def workbook(content: bytes, name: str) -> HttpResponse:
    """An XLSX to save, never kept by a cache on the way."""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    response["Cache-Control"] = "private, no-store"
    return response


class MakingPage(ActPage):
    """An act that makes a record: there is none to find yet."""

    found = None

    @cached_property
    def thing(self):
        return NothingYet
