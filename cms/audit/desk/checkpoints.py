"""Điểm kiểm chứng: which heads were signed, which witness has them, and the paper to keep; for supervisors."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Max
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from cms.audit import proof_page, witnesses
from cms.audit.models import Checkpoint, CheckpointKey, Delivery
from cms.audit.record import record
from cms.core.admin_page import AdminPage
from cms.core.roles import SUPERVISING_ROLES, Role
from cms.core.typeset import NotSet

TITLE = _("Điểm kiểm chứng")
#: The chain is one for the whole installation: whoever supervises a part of it may know that it is whole.
_READERS = SUPERVISING_ROLES | {Role.ADMINISTRATOR}
_SHOWN = 50


def may_read(user) -> bool:
    return user.is_active and (user.is_superuser or bool(user.authorities_as(_READERS)))


class ForReaders:
    """404 for everybody else."""

    def dispatch(self, request, *args, **kwargs):
        if not may_read(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)


class CheckpointsView(ForReaders, AdminPage):
    template_name = "audit/checkpoints.html"

    def get_page_title(self):
        return TITLE

    def get_context_data(self, **kwargs):
        newest = Checkpoint.objects.select_related("key").prefetch_related("deliveries")[:_SHOWN]
        return super().get_context_data(
            standing=witnesses.standing(timezone.now()),
            witnesses=_witnesses(),
            rows=newest,
            keys=CheckpointKey.objects.order_by("-pk"),
            shown=_SHOWN,
            **kwargs,
        )


def _witnesses() -> list[dict]:
    """Each witness of the settings, and the paper, with the last success and what is the matter now."""
    found = []
    for kind, to in [*witnesses.configured(), (Delivery.Kind.PAPER, "")]:
        deliveries = Delivery.objects.filter(kind=kind)
        deliveries = deliveries.filter(to=to) if to else deliveries
        last, done = deliveries.order_by("-pk").first(), deliveries.aggregate(at=Max("done_at"))["at"]
        found.append({"kind": Delivery.Kind(kind).label, "to": to or _("người in"), "done_at": done, "last": last})
    return found


class TextView(ForReaders, View):
    """One checkpoint as it was signed, to be kept as a file."""

    def get(self, request, number):
        text = Checkpoint.objects.filter(number=number).values_list("text", flat=True).first()
        if text is None:
            raise Http404("Không có điểm này")
        response = HttpResponse(text, content_type="text/plain; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="diem-{number}.txt"'
        return response


class PrintView(ForReaders, View):
    """The newest checkpoint as a page to be signed and locked away; the printing is on record."""

    def post(self, request):
        checkpoint, at = Checkpoint.objects.select_related("key").first(), timezone.now()
        try:
            pdf = proof_page.pdf(checkpoint, by=request.user, at=at) if checkpoint else None
        except NotSet:
            messages.error(request, _("Chưa tạo được bản in. Hãy thử lại sau ít phút."))
            return redirect("checkpoints")
        if pdf is None:
            messages.error(request, _("Chưa có điểm kiểm chứng nào để in."))
            return redirect("checkpoints")
        with transaction.atomic():
            record("checkpoint.printed", by=request.user, at=at, data={"number": checkpoint.number})
            Delivery.objects.create(
                checkpoint=checkpoint,
                kind=Delivery.Kind.PAPER,
                to=request.user.get_username(),
                created_at=at,
                next_try_at=at,
                done_at=at,
            )
        response = HttpResponse(pdf, content_type="application/pdf")
        response["Content-Disposition"] = f'attachment; filename="diem-kiem-chung-{checkpoint.number}.pdf"'
        response["Cache-Control"] = "private, no-store"
        return response


class CheckpointsItem(MenuItem):
    def is_shown(self, request):
        return may_read(request.user)


class WarningPanel(Component):
    """On the start page: nobody outside has had a checkpoint for a day."""

    name = "checkpoints"
    template_name = "audit/warning_panel.html"
    order = 50

    def __init__(self, warning: str):
        super().__init__()
        self.warning = warning

    def get_context_data(self, parent_context):
        return {"warning": self.warning, "url": reverse("checkpoints")}


def add_warning(request, panels) -> None:
    """The hook: first what must not be overlooked."""
    if may_read(request.user) and (warning := witnesses.warning_now(timezone.now())):
        panels.append(WarningPanel(warning))


def connect():
    """Addresses, the entry in the menu, the warning on the start page."""
    hooks.register(
        "register_admin_urls",
        lambda: [
            path("diem-kiem-chung/", CheckpointsView.as_view(), name="checkpoints"),
            path("diem-kiem-chung/in/", PrintView.as_view(), name="checkpoints_print"),
            path("diem-kiem-chung/<int:number>.txt", TextView.as_view(), name="checkpoint_text"),
        ],
    )
    hooks.register(
        "register_admin_menu_item",
        lambda: CheckpointsItem(TITLE, reverse("checkpoints"), name="checkpoints", icon_name="key", order=730),
    )
    hooks.register("construct_homepage_panels", add_warning, order=900)
