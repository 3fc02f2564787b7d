"""Confirming a public service unit: the second look at a row that another has entered."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog import access
from catalog.desk.views import CatalogPage
from catalog.models import PublicServiceUnit
from catalog.services import units
from catalog.services.acting import NotNow
from cms.core.errors import NotAllowed


class ConfirmView(CatalogPage):
    """The row as it will stand in the public list, and one button."""

    template_name = "catalog/desk/confirm_unit.html"

    def may_open(self, user):
        return bool(user.authorities_as(access.SECOND))

    def get_page_title(self):
        return _("Xác nhận đơn vị sự nghiệp")

    @property
    def back(self):
        return reverse("don-vi-su-nghiep_modeladmin_index")

    def trail(self):
        return [(_("Đơn vị sự nghiệp"), self.back)]

    def unit(self):
        own = PublicServiceUnit.objects.filter(authority__in=self.request.user.authorities_as(access.SECOND))
        unit = own.select_related("authority", "entered_by").filter(pk=self.kwargs["pk"]).first()
        if unit is None:
            raise Http404("Không có dòng này")
        return unit

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(unit=self.unit(), back=self.back))

    def post(self, request, *args, **kwargs):
        unit = self.unit()
        try:
            units.confirm(unit=unit, by=request.user, at=self.at)
        except (NotAllowed, NotNow) as error:
            status = 403 if isinstance(error, NotAllowed) else 409
            return self.refuse(error, status=status, attempted="serviceunit.confirmed", subject=unit, back=self.back)
        messages.success(request, _("Đã xác nhận. Dòng này đang công khai."))
        return redirect(self.back)
