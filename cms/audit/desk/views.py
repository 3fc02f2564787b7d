"""Nhật ký: the list in a supervisor's grant, one entry with its seal, the story of one thing, saved views.

Looking is recorded, too: once a day for each person and each way of narrowing (S6).
"""

from dataclasses import replace
from datetime import datetime, time

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from cms.audit import access, chain, kinds, log, places, saved_views
from cms.audit.desk.forms import LogForm, SaveForm
from cms.audit.record import record
from cms.audit.timeline import about, lines_of
from cms.core.admin_page import AdminPage
from cms.core.dates import local_day
from cms.core.errors import DomainError
from cms.core.keyset import BadCursor

TITLE = _("Nhật ký")
#: Ways of looking that everybody has: label, query.
SHIPPED = (
    (_("Ai đọc dữ liệu cá nhân"), f"viec={kinds.READING}"),
    (_("Lần bị từ chối"), f"viec={kinds.REFUSED}"),
    (_("Tài khoản và quyền"), "viec=quyen"),
    (_("Tệp đã xuất"), "viec=so"),
)
_MOST_OF_A_STORY = 500


class LogPage(AdminPage):
    """A page of the log; for who has no grant it is not there."""

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        if not access.may_read_log(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    @property
    def day(self):
        return local_day(self.at)

    @cached_property
    def authorities(self):
        return list(access.authorities(self.request.user))

    def told(self, data):
        """Write down that this person has looked, once a day for each way of looking."""
        user = self.request.user
        midnight = timezone.make_aware(datetime.combine(self.day, time.min))
        whole = data | {"authorities": [authority.code for authority in self.authorities]}
        if log.was_told("log.read", by=user, since=midnight, data=whole):
            return
        code = self.authorities[0].code if len(self.authorities) == 1 else ""
        with transaction.atomic():
            record("log.read", by=user, at=self.at, authority=code, data=whole)


def readable(lines, user, seen):
    """The lines with those words only that this person may read, each with the thing it is about."""
    rows = []
    for line in lines:
        place = seen.get(line.subject)
        if not (access.reads_reason(user, line.kind, line.authority) or (place and place.reads_personal)):
            line = replace(line, reason="", is_reason_hidden=bool(line.reason))
        rows.append({"line": line, "place": place, "thing": places.label_of(line.subject[0])})
    return rows


class LogView(LogPage):
    """Every act in reach, newest first."""

    template_name = "audit/log.html"

    def get_page_title(self):
        return TITLE

    def get_context_data(self, **kwargs):
        user, query = self.request.user, saved_views.tidy(self.request.GET.urlencode())
        form = LogForm(self.request.GET, user=user, authorities=self.authorities, day=self.day)
        rows, following = [], ""
        if form.is_valid():
            entries, following = self.page(form)
            lines = lines_of(entries, with_changes=False)
            rows = readable(lines, user, places.places_of(user, {line.subject for line in lines}))
            if not self.cursor:
                self.told({"query": query[:200]})
        return super().get_context_data(
            form=form,
            rows=rows,
            query=query,
            next_cursor=following,
            is_first=not self.cursor,
            grants=access.grants(user),
            shipped=SHIPPED,
            saved=saved_views.of(user),
            **kwargs,
        )

    @cached_property
    def cursor(self):
        return self.request.GET.get("sau", "")[:200]

    def page(self, form):
        reach = log.reach_of(form.chosen)
        try:
            return log.page(reach, form.wanted, self.cursor)
        except BadCursor:  # an address cut short or made up: the list from its beginning
            self.cursor = ""
            return log.page(reach, form.wanted)


class EntryView(LogPage):
    """One entry: all it says, what changed, and whether its seal is right."""

    template_name = "audit/entry.html"

    def get_page_title(self):
        return _("Mục %(seq)s") % {"seq": self.kwargs["seq"]}

    def trail(self):
        return [(TITLE, reverse("log:log"))]

    def get_context_data(self, **kwargs):
        seq, user = self.kwargs["seq"], self.request.user
        entry = log.one(log.reach_of(self.authorities), seq) if seq < 2**63 else None
        if entry is None:
            raise Http404("Không có mục này")
        subject = (entry.subject_type, entry.subject_id)
        seen = places.places_of(user, [subject])
        place, kind = seen.get(subject), places.kind_of(entry.subject_type)
        (line,) = lines_of(
            [entry],
            personal=bool(place and place.reads_personal),
            with_changes=place is not None,
            tell=kind.tell if kind else None,
        )
        (row,) = readable([line], user, seen)
        payload = bytes(entry.payload)
        return super().get_context_data(
            row=row,
            line=row["line"],
            entry=entry,
            facts=sorted((name, _written(value)) for name, value in line.data.items()),
            is_sealed_rightly=chain.seal(bytes.fromhex(entry.prev_hash), payload).hex() == entry.hash,
            story_url=story_url(*subject) if place else "",
            **kwargs,
        )


def _written(value) -> str:
    if isinstance(value, bool):
        return str(_("có") if value else _("không"))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def story_url(kind: str, key) -> str:
    return reverse("log:story", args=[kind, key])


class StoryView(AdminPage):
    """Every act on one thing, for whoever its own gate lets in; out of reach and unknown look the same."""

    template_name = "audit/story.html"

    def dispatch(self, request, *args, **kwargs):
        kind, key = kwargs["kind"], kwargs["key"]
        self.kind = places.kind_of(kind)
        self.place = places.places_of(request.user, [(kind, key)]).get((kind, key))
        if self.place is None:
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Mọi việc đã làm")

    def trail(self):
        own = [(self.place.label, self.place.url)] if self.place.url else []
        return [(TITLE, reverse("log:log")), *own] if access.may_read_log(self.request.user) else own

    def get_context_data(self, **kwargs):
        user, subject = self.request.user, (self.kwargs["kind"], self.kwargs["key"])
        entries = [entry for entry in about(self.kind.parts(*subject)) if entry.kind not in self.kind.leaves_out]
        shown = entries[-_MOST_OF_A_STORY:]
        lines = lines_of(shown, own=subject, personal=self.place.reads_personal, tell=self.kind.tell)
        rows = readable(reversed(lines), user, {line.subject: self.place for line in lines})
        return super().get_context_data(
            place=self.place,
            thing=places.label_of(subject[0]),
            lines=[row["line"] for row in rows],
            count=len(entries),
            is_cut=len(shown) < len(entries),
            most=_MOST_OF_A_STORY,
            reads_log=access.may_read_log(user),
            **kwargs,
        )


class SavedViewsView(LogPage):
    """GET with a filter offers to keep it; POST keeps it and goes back to the log as it is narrowed."""

    template_name = "audit/saved_views.html"

    def get_page_title(self):
        return _("Cách xem của tôi")

    def trail(self):
        return [(TITLE, reverse("log:log"))]

    def get(self, request, *args, **kwargs):
        form = SaveForm(initial={"query": saved_views.tidy(request.GET.urlencode())}, label_suffix="")
        return self.render_to_response(self.get_context_data(form=form))

    def post(self, request, *args, **kwargs):
        form = SaveForm(request.POST, label_suffix="")
        if form.is_valid():
            try:
                kept = saved_views.keep(by=request.user, **form.cleaned_data)
            except DomainError as error:
                form.slip(error)
            else:
                messages.success(request, _("Đã lưu cách xem “%(name)s”.") % {"name": kept})
                return redirect(f"{reverse('log:log')}?{kept.query}")
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, *, form, **kwargs):
        query = saved_views.tidy(str(form["query"].value() or ""))
        return super().get_context_data(form=form, query=query, own=saved_views.of(self.request.user), **kwargs)


class DropViewView(LogPage, View):
    http_method_names = ["post"]

    def post(self, request, pk):
        saved_views.drop(pk=pk, by=request.user)
        messages.success(request, _("Đã bỏ cách xem."))
        return redirect("log:saved")
