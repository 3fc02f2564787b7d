"""Requests, corrections and complaints in the log: seen through the gate, named by number, found by number."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.audit.places import Place, PlaceKind, tell_of
from workflow import access
from workflow.models import CorrectionRequest, InformationRequest, Remedy


def connect():
    """Tell the log of this room's things; called once, when the apps are ready."""
    tell_of(
        InformationRequest._meta.label_lower,
        PlaceKind(label=_("hồ sơ"), places=_cases, find=_by_number(access.visible_to, InformationRequest)),
    )
    tell_of(
        CorrectionRequest._meta.label_lower,
        PlaceKind(
            label=_("kiến nghị đính chính"),
            places=_corrections,
            find=_by_number(access.visible_corrections, CorrectionRequest),
        ),
    )
    tell_of(
        Remedy._meta.label_lower,
        PlaceKind(
            label=_("khiếu nại, khởi kiện, tố cáo"),
            places=_remedies,
            find=_by_number(access.visible_remedies, Remedy),
        ),
    )


def _cases(user, keys):
    found = access.visible_to(user, InformationRequest.objects.filter(pk__in=keys))
    return {
        str(case.pk): Place(case.code, reverse("desk:case", args=[case.code]), access.can_read_personal(user, case))
        for case in found
    }


def _corrections(user, keys):
    found = access.visible_corrections(user, CorrectionRequest.objects.filter(pk__in=keys))
    return {
        str(one.pk): Place(one.code, reverse("desk:correction", args=[one.code]), access.can_read_personal(user, one))
        for one in found
    }


def _remedies(user, keys):
    found = access.visible_remedies(user, Remedy.objects.filter(pk__in=keys)).select_related("info_request")
    return {
        str(one.pk): Place(one.code, reverse("desk:remedy", args=[one.code]), access.can_read_remedy(user, one))
        for one in found
    }


def _by_number(gate, model):
    def find(user, text):
        return gate(user, model.objects.filter(code__iexact=text.strip())).values_list("pk", flat=True)

    return find
