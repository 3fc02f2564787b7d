"""One page a move: the form, the service's verb, and what to show when the law or a colleague was in the way."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.generic.base import TemplateView

from cms.core.errors import DomainError, NotAllowed, StaleView
from workflow import transitions
from workflow.desk import codes_once
from workflow.desk.doors import DOORS
from workflow.desk.views import CasePageMixin
from workflow.transitions import MOVES, ImpossibleMove


class MoveView(CasePageMixin, TemplateView):
    """GET shows the form, POST does the move; each outcome has its status: 302, 200 with errors, 403, 409, 404."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.door = DOORS.get(kwargs["move"])
        if self.door is None:
            raise Http404("Không có việc này")
        self.move = MOVES[self.door.move]

    def get_template_names(self):
        return [self.door.template]

    def get_page_title(self):
        return self.door.title or self.move.label

    def get(self, request, *args, **kwargs):
        try:
            self.check()
        except NotAllowed as error:
            return self.refuse(error, status=403, attempted=self.door.move)
        except ImpossibleMove as error:
            return self.refuse(error, status=409, attempted=self.door.move)
        return self.show(self.form())

    def post(self, request, *args, **kwargs):
        try:
            self.check()
            return self.attempt(self.form(request.POST, request.FILES))
        except NotAllowed as error:
            return self.refuse(error, status=403, attempted=self.door.move)
        except StaleView as error:
            return self.conflict(error)
        except ImpossibleMove as error:
            stale = self.stale_view()
            return self.conflict(stale) if stale else self.refuse(error, status=409, attempted=self.door.move)

    def check(self):
        transitions.check(self.door.move, self.case, self.request.user, self.day)

    def form(self, data=None, files=None):
        return self.door.form(data, files, case=self.case, by=self.request.user, day=self.day, query=self.request.GET)

    def attempt(self, form):
        if self.request.POST.get("action") == "fields":
            return self.show(form, asked_for_fields=True)  # another choice, other fields; nothing is saved
        if form.is_valid():
            try:
                return self.done(self.do(form))
            except (NotAllowed, StaleView, ImpossibleMove):
                raise
            except DomainError as error:
                form.slip(error)
        return self.show(form)

    def do(self, form):
        told = form.words()
        if self.door.takes_seen:
            told["seen"] = form.cleaned_data["seen"]
        return self.door.verb(info_request=self.case, by=self.request.user, at=self.at, **told)

    def done(self, result):
        if self.door.move == "reissue_code":
            codes_once.keep(self.request, self.case, result)
            return redirect("desk:code", code=self.case.code)
        messages.success(self.request, self.door.done)
        return redirect(self.case_url)

    def show(self, form, status=200, **more):
        context = self.get_context_data(form=form, door=self.door, move=self.move, article=self.article, **more)
        return self.render_to_response(context, status=status)

    @property
    def article(self):
        return transitions.article_of(self.move, self.case)

    # --- somebody was faster -------------------------------------------------------------------------------------
    def stale_view(self):
        """The conflict, where the posted version is not the present one."""
        seen = self.request.POST.get("seen", "")
        if not seen.isascii() or not seen.isdigit() or int(seen) == self.case.version or len(seen) > 9:
            return None
        return StaleView("Hồ sơ vừa thay đổi. Chưa lưu gì.", changes=self.case.changes_since(int(seen)))

    def conflict(self, error):
        """409: what changed meanwhile, and what was typed, ready to be sent again on the new view."""
        transitions_error = ""
        del self.case  # read it again: it is not what this page began with
        self.record_stale(error, attempted=self.door.move)
        try:
            self.check()
        except (NotAllowed, ImpossibleMove) as no:
            transitions_error = str(no)
        typed = self.request.POST.copy()
        typed["seen"] = str(self.case.version)
        form = None if transitions_error else self.form(typed)
        texts = [
            value for name, value in typed.items() if name not in ("seen", "csrfmiddlewaretoken") and len(value) > 3
        ]
        return self.show(
            form, status=409, conflict=error, latest=self.latest_change(), why_not=transitions_error, typed=texts
        )

    def latest_change(self):
        """Who changed it last, and when."""
        return self.case.history.order_by("-history_id").select_related("history_user").first()
