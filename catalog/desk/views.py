"""One page an item, one an act, quick entry, the list to approve, the marks."""

import secrets
from urllib.parse import urlencode

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from catalog import access, categories, completeness, exports, queries
from catalog.choices import VersionKind
from catalog.desk import beside, forms
from catalog.desk.acts import ACTS, offered
from catalog.models import InformationItem, ItemFile
from catalog.public import rows
from catalog.public.files import as_file
from catalog.services import acting, drafts, marks, publishing
from catalog.services import files as intake
from cms.audit.record import refused
from cms.core import files as store
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed, StaleView

LIST = _("Danh mục")
_REMEMBERED = 12 * 3600  # seconds: a form left open over the day still makes one item


def list_url() -> str:
    return reverse("danh-muc_modeladmin_index")


def item_url(item) -> str:
    return reverse("catalog_desk:item", args=[item.code])


class CatalogPage(AdminPage):
    """A page of the catalog's desk; not there for those who have no part in it."""

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        if not self.may_open(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def may_open(self, user):
        return access.can_open(user)

    @property
    def day(self):
        return local_day(self.at)

    def trail(self):
        return [(LIST, list_url())]

    def refuse(self, error, *, status, attempted, subject=None, back=""):
        refused(attempted, subject=subject, by=self.request.user, at=self.at, reason=str(error))
        return RefusedPage.answer(
            self.request, status=status, why=str(error), back=back or list_url(), trail=self.trail()
        )


class ItemPage(CatalogPage):
    """About one item that the gate lets through; out of reach and unknown look the same."""

    @cached_property
    def item(self) -> InformationItem:
        found = access.readable(self.request.user, InformationItem.objects.with_units()).select_related(
            "latest_revision", "current_version", "locked_by", "checked_by", "approved_by", "drafted_by"
        )
        item = found.filter(code=self.kwargs["item"]).first()
        if item is None:
            raise Http404("Không có mục này")
        return item


class ItemView(ItemPage):
    """Everything about the item, and what this person may do with it."""

    template_name = "catalog/desk/item.html"

    def get_page_title(self):
        return self.item.code

    def get_context_data(self, **_address):
        item, user = self.item, self.request.user
        draft = drafts.draft_of(item)
        files, links = list(item.files.drafted()), list(item.links.drafted())
        rules = item.rule_set.rules
        gaps = []
        if item.has_unpublished_changes:
            days = draft.group.posting_days if draft.group_id else None
            gaps = completeness.gaps(draft, files=len(files), links=len(links), posting_days=days)
        acts = offered(item, user, self.day)
        reasons = {one.code: one for one in rules.inaccessible_reasons}
        return super().get_context_data(
            item=item,
            draft=draft,
            files=files,
            links=links,
            gaps=gaps,
            facts=rows.facts(draft)
            if item.state != "MARK" and (item.live or draft.published_on)
            else draft_facts(draft),
            versions=item.versions.select_related("checked_by", "published_by"),
            pending=VersionKind(item.pending_kind).label,
            acts=[act for act in acts if act.main],
            other_acts=[act for act in acts if not act.main],
            ground=reasons.get(item.reason_code),
            is_public=access.is_public(item, self.day),
            public_url=rows.item_url(item.authority, item),
            history_url=reverse("danh-muc_modeladmin_history", args=[item.pk]),
            beside=beside.links_of(item, user),
            day=self.day,
        )


def draft_facts(draft) -> list[dict]:
    """What a draft says so far."""
    told = [
        (_("Loại thông tin"), draft.get_info_class_display()),
        (_("Nhóm"), categories.label_of(draft.rule_set.rules, draft.category)),
        (_("Số, ký hiệu"), draft.number),
        (_("Ngày tạo ra"), draft.created_on and f"{draft.created_on:%d/%m/%Y}"),
        (_("Đơn vị tạo ra"), draft.origin),
        (_("Đơn vị chịu trách nhiệm công khai"), draft.responsible_unit.name),
        (_("Hình thức công khai"), "; ".join(draft.form_labels)),
        (_("Phải công khai trước hết"), draft.due_on and f"{draft.due_on:%d/%m/%Y}"),
        (_("Căn cứ thời hạn"), draft.due_article),
    ]
    return [{"label": label, "value": value} for label, value in told if value]


class ActView(ItemPage):
    """GET shows the form, POST does the act; each outcome has its status: 302, 200 with errors, 403, 409, 404."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.act = ACTS.get(kwargs["act"])

    def get_template_names(self):
        return [self.act.template]

    def get_page_title(self):
        return self.act.label

    def trail(self):
        return [*super().trail(), (self.item.code, item_url(self.item))]

    def dispatch(self, request, *args, **kwargs):
        if self.act is None:
            raise Http404("Không có việc này")
        return super().dispatch(request, *args, **kwargs)

    def form(self, data=None, uploads=None):
        return self.act.form(data, uploads, item=self.item, by=self.request.user, day=self.day)

    def get(self, request, *args, **kwargs):
        if not self.act.offered(self.item, request.user, self.day):
            return self.turn_away()
        return self.show(self.form())

    def turn_away(self):
        told = NotAllowed(_("Việc này không phải của ông/bà, hoặc mục chưa đến bước này."))
        return self.refuse(
            told, status=403, attempted=f"item.{self.act.slug}", subject=self.item, back=item_url(self.item)
        )

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST, request.FILES)
        if not self.act.offered(self.item, request.user, self.day) and request.POST.get("seen") == str(
            self.item.version
        ):
            return self.turn_away()
        if not form.is_valid():
            return self.show(form)
        kept = []
        try:
            kept = intake.take_all(form.cleaned_data.get("files", []))
            told = form.words() | ({"files": kept} if "files" in form.fields else {})
            self.act.verb(item=self.item, by=request.user, at=self.at, **told)
        except StaleView as error:
            intake.drop_all(kept)
            return self.conflict(error)
        except (NotAllowed, acting.NotNow) as error:
            intake.drop_all(kept)
            status = 403 if isinstance(error, NotAllowed) else 409
            return self.refuse(
                error, status=status, attempted=f"item.{self.act.slug}", subject=self.item, back=item_url(self.item)
            )
        except DomainError as error:
            intake.drop_all(kept)
            form.slip(error)
            return self.show(form)
        messages.success(request, self.act.done)
        return redirect(item_url(self.item))

    def conflict(self, error):
        """Somebody was faster: what was typed stays, on the new view, to be sent again."""
        refused(
            f"item.{self.act.slug}", subject=self.item, by=self.request.user, at=self.at, data={"why": "stale"},
            reason=str(error),
        )  # fmt: skip
        del self.item
        typed = self.request.POST.copy()
        typed["seen"] = str(self.item.version)
        return self.show(self.form(typed), status=409, conflict=str(error))

    def show(self, form, status=200, **more):
        return self.render_to_response(
            self.get_context_data(form=form, act=self.act, item=self.item, back=item_url(self.item), **more),
            status=status,
        )


class DeskFileView(ItemPage):
    """A file of an item for those who work on it, drafts among them."""

    def get(self, request, *args, **kwargs):
        file = ItemFile.objects.filter(item=self.item, pk=kwargs["pk"]).first()
        if file is None:
            raise Http404("Không có tệp này")
        return store.hand_out(file.path, file.name, file.content_type)


class QuickEntryView(CatalogPage):
    """Nhập nhanh: one document after the other by keyboard; group, unit and day stay for the next."""

    template_name = "catalog/desk/quick.html"

    def may_open(self, user):
        return bool(access.entering_authorities(user))

    def get_page_title(self):
        return _("Nhập mục thông tin")

    def form(self, data=None, uploads=None, **more):
        authorities = access.entering_authorities(self.request.user)
        return forms.QuickForm(data, uploads, authorities=authorities, by=self.request.user, day=self.day, **more)

    def get(self, request, *args, **kwargs):
        kept = {name: request.GET.get(name, "")[:60] for name in ("authority", "group", "unit", "created_on")}
        return self.show(self.form(initial={name: value for name, value in kept.items() if value}))

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form)
        key = f"catalog-entry:{request.user.pk}:{request.POST.get('once', '')[:40]}"
        if not cache.add(key, "", _REMEMBERED):
            return redirect(cache.get(key) or list_url())
        kept = []
        try:
            kept = intake.take_all(form.cleaned_data["files"])
            link = form.cleaned_data["link"]
            item = drafts.enter(
                authority=form.cleaned_data["authority"],
                facts=form.facts(),
                links=[("", link)] if link else [],
                files=kept,
                by=request.user,
                at=self.at,
            )
        except NotAllowed as error:
            intake.drop_all(kept)
            return self.refuse(error, status=403, attempted="item.entered")
        except DomainError as error:
            intake.drop_all(kept)
            cache.delete(key)
            form.slip(error)
            return self.show(form)
        cache.set(key, item_url(item), _REMEMBERED)
        messages.success(request, _("Đã lưu %(code)s. Nhập tiếp mục sau.") % {"code": item.code})
        return redirect(f"{reverse('catalog_desk:quick')}?{self.carried(form)}")

    def carried(self, form) -> str:
        told = {name: form.data.get(name, "") for name in ("authority", "group", "unit", "created_on")}
        return urlencode({name: value for name, value in told.items() if value})

    def show(self, form):
        once = self.request.POST.get("once") or secrets.token_hex(16)
        mine = access.readable(self.request.user, InformationItem.objects.all()).filter(drafted_by=self.request.user)
        recent = mine.order_by("-pk")[:10]
        return self.render_to_response(self.get_context_data(form=form, once=once[:40], recent=recent))


class ApproveView(CatalogPage):
    """Chờ duyệt đăng: titles to look at, and as many of them as one ticks published at once, each recorded by itself."""

    template_name = "catalog/desk/approve.html"
    MOST = 100

    def may_open(self, user):
        return bool(user.authorities_as(access.SECOND))

    def get_page_title(self):
        return _("Chờ duyệt đăng")

    def waiting(self):
        return queries.waiting_for(self.request.user)[: self.MOST]

    def get(self, request, *args, **kwargs):
        return self.show()

    def post(self, request, *args, **kwargs):
        shown = {str(item.pk): item for item in self.waiting()}
        listed = []
        for ticked in request.POST.getlist("muc")[: self.MOST]:
            pk, _colon, seen = ticked.partition(":")
            if pk in shown and seen.isdecimal() and len(seen) < 9:
                listed.append((shown[pk], int(seen)))
        if not listed:
            return self.show(told=_("Chưa chọn mục nào. Hãy đánh dấu những mục đã xem."))
        done, left = publishing.publish_listed(listed=listed, by=request.user, at=self.at)
        if done:
            messages.success(request, _("Đã đăng %(n)d mục, mỗi mục được ghi riêng.") % {"n": len(done)})
        return self.show(left=left) if left else redirect("catalog_desk:approve")

    def show(self, told="", left=()):
        files = {}
        items = list(self.waiting())
        for file in ItemFile.objects.drafted().filter(item__in=[item.pk for item in items]):
            files.setdefault(file.item_id, []).append(file)
        listed = [
            {"item": item, "draft": drafts.draft_of(item), "files": files.get(item.pk, []), "url": item_url(item)}
            for item in items
        ]
        return self.render_to_response(self.get_context_data(rows=listed, told=told, left=left, day=self.day))


class MarksView(CatalogPage):
    """Thông tin không được công khai: marks with ground and review date; internal, to be printed."""

    template_name = "catalog/desk/marks.html"

    def may_open(self, user):
        return access.reads_marks(user)

    def get_page_title(self):
        return _("Thông tin không được công khai")

    def get_context_data(self, **kwargs):
        listed = [line | {"url": item_url(line["item"])} for line in exports.marks(self.request.user)]
        kinds = [(kind.upper(), reverse("catalog_desk:marks_file", args=[kind])) for kind in ("xlsx", "csv", "json")]
        return super().get_context_data(
            rows=listed, day=self.day, kinds=kinds, may_add=bool(marking_authorities(self.request.user)), **kwargs
        )


class MarksFileView(MarksView):
    """The same as a file; that it was taken along is on record."""

    def get(self, request, *args, **kwargs):
        kind = kwargs["kind"]
        response = as_file(exports.of_marks(kind=kind, by=request.user, at=self.at, day=self.day), kind)
        response["Content-Disposition"] = f'attachment; filename="khong-cong-khai.{kind}"'
        response["Cache-Control"] = "private, no-store"
        return response


def marking_authorities(user) -> set[int]:
    return user.authorities_as({"FOCAL_OFFICER", "FOCAL_HEAD", "ORIGINATING_UNIT"})


class NewMarkView(CatalogPage):
    template_name = "catalog/desk/new_mark.html"

    def may_open(self, user):
        return bool(marking_authorities(user))

    def get_page_title(self):
        return _("Ghi dấu thông tin không được công khai")

    def trail(self):
        return [(LIST, list_url()), (_("Không được công khai"), reverse("catalog_desk:marks"))]

    def form(self, data=None):
        authorities = marking_authorities(self.request.user)
        return forms.NewMarkForm(data, authorities=authorities, by=self.request.user, day=self.day)

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=self.form()))

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        if form.is_valid():
            told = form.cleaned_data
            try:
                item = marks.mark(
                    authority=told["unit"].authority, rule_set=form.rule_set, by=request.user, at=self.at, **told
                )
            except NotAllowed as error:
                return self.refuse(error, status=403, attempted="item.marked", back=reverse("catalog_desk:marks"))
            except DomainError as error:
                form.slip(error)
            else:
                messages.success(request, _("Đã ghi dấu %(code)s.") % {"code": item.code})
                return redirect("catalog_desk:marks")
        return self.render_to_response(self.get_context_data(form=form))
