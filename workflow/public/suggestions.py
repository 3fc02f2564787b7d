"""What is public already and may be what the citizen asks for: offered beside the form, never in its way.

Looked for once, when the description is sent; kept with the form, so that its other pages cost nothing. Counted are forms:
something was offered, something was opened, and then it was not sent; not who, what was asked, or which was opened.
"""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import get_script_prefix
from django.utils.decorators import method_decorator

from catalog.models.suggestion import count
from catalog.suggesting import suggest
from cms.core.dates import local_day
from workflow.models import FormDraft
from workflow.public import drafts
from workflow.public.doors import FormDoor, personal

#: Under which name a form keeps them.
KEPT = "suggestions"


def offer(row: FormDraft, kept: dict, authority, at) -> dict:
    """Look for what matches the description, and keep it with the form; a form counts as offered once."""
    page = kept["pages"]["thong-tin"]
    text = " ".join(value for name in ("document_name", "description") for value in page.get(name, []))
    day = local_day(at)
    found = [
        {"title": one.title, "kind": str(one.kind), "address": one.address} for one in suggest(text, authority, day)
    ]
    if found == kept.get(KEPT, []):
        return kept
    kept = kept | {KEPT: found}
    drafts.write(row, kept)
    if found and not row.was_suggested:
        row.was_suggested = True
        row.save(update_fields=["was_suggested"])
        count(authority.pk, day, "shown")
    return kept


def of(kept: dict) -> list[dict]:
    """What was found for this form, numbered as its addresses are."""
    return [one | {"number": number} for number, one in enumerate(kept.get(KEPT, []))]


@method_decorator(personal, name="dispatch")
class SuggestionView(FormDoor):
    """The way to a suggested entry: counted once a form, then on to its public address. What was typed stays."""

    def get(self, request, code, number):
        if self.load(request) is None:
            return self.start_again(request)
        found = self.kept.get(KEPT, [])
        if self.row.info_request_id:
            return redirect("workflow:sent", code)
        if number >= len(found):
            raise Http404("Không có gợi ý này")
        first = FormDraft.objects.filter(pk=self.row.pk, opened_suggestion=False).update(opened_suggestion=True)
        if first:
            count(self.authority.pk, local_day(self.at), "opened")
        return redirect(get_script_prefix() + found[number]["address"])
