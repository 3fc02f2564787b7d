"""Frequent answers: the list of an authority, a new one, one to change or to retire."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.core.errors import DomainError, NotAllowed, StaleView
from workflow.choices import AnswerUse
from workflow.desk.wording.base import ActPage, Owner, WordingPage
from workflow.desk.wording.forms import AnswerForm
from workflow.models import FrequentAnswer
from workflow.services import frequent_answers as service

LIST = _("Câu trả lời mẫu")


class AnswersView(WordingPage):
    """Those in use by where they are used; the retired ones folded below."""

    template_name = "workflow/desk/wording/answers.html"
    part = "answers"

    def get_page_title(self):
        return LIST

    @cached_property
    def owner(self) -> Owner:
        key = self.request.GET.get("co-quan", "")
        owner = self.owner_named(key) if key else Owner(self.authorities[0] if self.authorities else None)
        if owner.authority is None and self.authorities:
            raise Http404("Không có trang này")
        return owner

    def get_context_data(self, **kwargs):
        authority = self.owner.authority
        rows = list(FrequentAnswer.objects.filter(authority=authority)) if authority else []
        by_use = [(use.label, [row for row in rows if row.use == use and not row.is_retired]) for use in AnswerUse]
        return super().get_context_data(
            owner=self.owner,
            owners=[Owner(one) for one in self.authorities],
            groups=[(label, found) for label, found in by_use if found],
            retired=[row for row in rows if row.is_retired],
            may_write=authority is not None and service.may_write(self.request.user, authority),
            **kwargs,
        )


class AnswerPage(ActPage):
    template_name = "workflow/desk/wording/answer.html"
    part = "answers"

    def trail(self):
        return [*super().trail(), (LIST, self.list_url)]

    @property
    def list_url(self) -> str:
        return f"{reverse('wording:answers')}?co-quan={self.authority.code}"

    def check(self):
        if not service.may_write(self.request.user, self.authority):
            raise NotAllowed("Ông/bà không giữ vai trò được sửa câu trả lời mẫu của cơ quan này.")

    def kept(self, form, verb, **told):
        """Save what the form says; None where a sentence now stands in it."""
        if form.is_valid():
            try:
                return verb(by=self.request.user, at=self.at, **told, **form.cleaned_data)
            except (NotAllowed, StaleView):
                raise
            except DomainError as error:
                form.put(error)
        return None

    def get_context_data(self, **kwargs):
        return super().get_context_data(list_url=self.list_url, **kwargs)


class NewAnswerView(AnswerPage):
    attempts = {"save": "answer.written"}

    @cached_property
    def authority(self):
        owner = self.owner_named(self.kwargs["owner"])
        if owner.authority is None:
            raise Http404("Không có trang này")
        return owner.authority

    def get_page_title(self):
        return _("Thêm câu trả lời mẫu")

    def get(self, request, *args, **kwargs):
        try:
            self.check()
        except NotAllowed as error:
            return self.refuse(error, "save", status=403)
        return self.show(form=AnswerForm())

    def act(self, action):
        self.check()
        form = AnswerForm(self.request.POST)
        if self.kept(form, service.write, authority=self.authority) is None:
            return self.show(form=form)
        messages.success(self.request, _("Đã thêm câu trả lời mẫu."))
        return redirect(self.list_url)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", AnswerForm())
        return super().get_context_data(may_write=True, **kwargs)


class AnswerView(AnswerPage):
    """One answer, to read or to change; its history tells every version."""

    attempts = {"save": "answer.rewritten", "retire": "answer.retired", "restore": "answer.restored"}

    @cached_property
    def answer(self) -> FrequentAnswer:
        found = FrequentAnswer.objects.select_related("authority").filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404("Không có trang này")
        self.owner_named(found.authority.code)
        return found

    @property
    def subject(self):
        return self.answer

    @property
    def authority(self):
        return self.answer.authority

    def get_page_title(self):
        return self.answer.title

    def act(self, action):
        told = {"answer": self.answer, "seen": self.seen()}
        if action == "save":
            form = AnswerForm(self.request.POST)
            if self.kept(form, service.rewrite, **told) is None:
                return self.show(form=form)
            messages.success(self.request, _("Đã lưu. Bản trước còn trong lịch sử."))
        elif action == "retire":
            service.retire(by=self.request.user, at=self.at, **told)
            messages.success(self.request, _("Đã thôi dùng câu trả lời mẫu này."))
        else:
            service.restore(by=self.request.user, at=self.at, **told)
            messages.success(self.request, _("Câu trả lời mẫu được dùng lại."))
        return redirect(self.list_url)

    def seen(self) -> int:
        """The version that the page showed; 0, which none has, where it was lost."""
        typed = self.request.POST.get("seen", "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0

    def get_context_data(self, **kwargs):
        answer = self.answer
        if "form" not in kwargs:
            kwargs["form"] = AnswerForm(initial={"use": answer.use, "title": answer.title, "text": answer.text})
        may_write = service.may_write(self.request.user, self.authority)
        return super().get_context_data(answer=answer, may_write=may_write, **kwargs)
