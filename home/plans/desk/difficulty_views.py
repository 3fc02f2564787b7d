"""Pages of difficulties: what a unit reports, who must answer, what was answered and published."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core.models.authority import AuthorityKind
from home.models import Difficulty
from home.plans import access, difficulties
from home.plans.choices import DifficultyState
from home.plans.desk import other_forms as forms
from home.plans.desk.base import Act, ActPage, MakingPage, ThingPage, table
from home.plans.desk.plan_forms import ReasonForm

LIST = _("Khó khăn, kiến nghị")


def _waits(one) -> bool:
    return one.state in (DifficultyState.REPORTED, DifficultyState.FORWARDED)


def _passes(user, one):
    return _waits(one) and one.held_by.parent_id is not None and access.may_decide(user, one.held_by)


def _answers(user, one):
    return _waits(one) and (access.may_manage(user, one.held_by) or access.may_decide(user, one.held_by))


def _publishes(user, one):
    ready = one.state == DifficultyState.ANSWERED and one.published_at is None
    return ready and one.held_by.kind == AuthorityKind.PROVINCE and access.may_decide(user, one.held_by)


NEW = Act(
    "moi", "difficulty.reported", _("Báo cáo khó khăn"), _("Đã báo cáo lên cơ quan."), forms.DifficultyForm,
    difficulties.report_difficulty, lambda user, _none: bool(user.authorities_as(access.WRITERS)),
)  # fmt: skip
ACTS = table(
    Act("tra-loi", "difficulty.answered", _("Trả lời"), _("Đã trả lời."), forms.AnswerForm, difficulties.answer,
        _answers, is_first=True),
    Act("chuyen", "difficulty.forwarded", _("Chuyển cấp trên"), _("Đã chuyển cấp trên."), forms.ForwardForm,
        difficulties.forward, _passes),
    Act("cong-bo", "difficulty.published", _("Công bố làm hướng dẫn"), _("Đã công bố."), forms.PublishForm,
        difficulties.publish, _publishes, is_first=True),
    Act("thoi-cong-bo", "difficulty.unpublished", _("Thôi công bố"), _("Đã thôi công bố."), ReasonForm,
        difficulties.unpublish,
        lambda user, one: one.published_at is not None and access.may_decide(user, one.held_by)),
    Act("rut", "difficulty.withdrawn", _("Rút"), _("Đã rút."), ReasonForm, difficulties.withdraw,
        lambda user, one: _waits(one) and access.may_write(user, one.authority)),
)  # fmt: skip


class DifficultyPage(ThingPage):
    tab = "difficulties"
    name = "difficulty"
    acts = ACTS

    def found(self):
        people = ("authority", "unit", "held_by", "reported_by", "forwarded_by", "answered_by", "task__plan")
        return access.visible_difficulties(self.request.user, Difficulty.objects.select_related(*people))

    def url(self):
        return reverse("plans:difficulty", args=[self.thing.pk])

    def trail(self):
        return [(LIST, reverse("kho-khan_modeladmin_index")), (self.thing.title, self.url())]


class ShowDifficultyView(DifficultyPage):
    template_name = "home/desk/difficulty.html"

    def get_page_title(self):
        return self.thing.title

    def trail(self):
        return super().trail()[:1]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            offered=self.offered(),
            story=self.story(),
            history_url=reverse("kho-khan_modeladmin_history", args=[self.thing.pk]),
            **kwargs,
        )


class DifficultyActView(DifficultyPage, ActPage):
    def get_context_data(self, **kwargs):
        return super().get_context_data(about=self.thing.text, **kwargs)


class NewDifficultyView(MakingPage):
    tab = "difficulties"
    act = NEW
    name = "difficulty"

    def url(self):
        return reverse("kho-khan_modeladmin_index")

    def trail(self):
        return [(LIST, self.url())]

    def after(self, result):
        return reverse("plans:difficulty", args=[result.pk])
