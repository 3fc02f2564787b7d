"""Nhập phiếu giấy: one page by keyboard; saving shows the tracking code once and offers the receipt."""

import secrets

from django.core.cache import cache
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.errors import DomainError, NotAllowed
from workflow import access
from workflow.desk import codes_once
from workflow.desk.forms.entry import EntryForm
from workflow.desk.views import LIST, DeskPageMixin, list_url
from workflow.services import entry

_REMEMBERED = 12 * 3600  # seconds: a form left open over the day still makes one case


class _NoCase:
    """Stands where a move's form knows its request: here there is none yet."""

    version = 0


class EntryView(DeskPageMixin, AdminPage):
    template_name = "workflow/desk/entry.html"

    def get_page_title(self):
        return _("Nhập phiếu giấy")

    def trail(self):
        return [(LIST, list_url())]

    def dispatch(self, request, *args, **kwargs):
        if not any(
            access.can_enter(request.user, held.authority) for held in getattr(request.user, "current_roles", ())
        ):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def form(self, data=None, files=None):
        return EntryForm(data, files, case=_NoCase, by=self.request.user, day=self.day)

    def get(self, request, *args, **kwargs):
        return self.show(self.form())

    def post(self, request, *args, **kwargs):
        action = request.POST.get("action", "save")
        data = request.POST
        if action == "use":
            data = self.with_known_person(data)
        form = self.form(data, request.FILES)
        valid = form.is_valid()
        if action == "save" and valid:
            return self.save(form)
        return self.show(form, checked=action in ("check", "use"))

    def save(self, form):
        """One form makes one case, however often the button is pressed."""
        key = f"desk-entry:{self.request.user.pk}:{self.request.POST.get('once', '')[:40]}"
        if not cache.add(key, "", _REMEMBERED):
            return self.already(cache.get(key))
        try:
            case, code = entry.enter_paper(
                authority=form.cleaned_data["authority"],
                answers=form.answers(),
                facts=form.facts(),
                by=self.request.user,
                at=self.at,
            )
        except NotAllowed as error:
            refused("enter_paper", by=self.request.user, at=self.at, reason=str(error))
            return RefusedPage.answer(self.request, status=403, why=str(error), back=list_url())
        except DomainError as error:
            cache.delete(key)
            form.slip(error)
            return self.show(form)
        cache.set(key, case.code, _REMEMBERED)
        codes_once.keep(self.request, case, code)
        return redirect("desk:code", code=case.code)

    def already(self, number):
        return redirect("desk:code", code=number) if number else redirect(list_url())

    def with_known_person(self, data):
        """What is known of the person, put into the fields that are still empty."""
        look = self.form(data)
        look.is_valid()
        known = look.known_person()
        if known is None:
            return data
        person, filled = known.requester, data.copy()
        told = {
            "name": person.name,
            "address": ", ".join(filter(None, (person.address, person.commune))),
            "province": person.province,
            "contact": person.email or person.phone,
        }
        for name, value in told.items():
            if value and not filled.get(name, "").strip():
                filled[name] = value
        return filled

    def show(self, form, checked=False):
        once = self.request.POST.get("once") or secrets.token_hex(16)
        follows = form.follows()
        context = self.get_context_data(
            form=form, once=once[:40], follows=follows, known=form.known_person(), checked=checked and follows
        )
        return self.render_to_response(context)
