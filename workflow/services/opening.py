"""An answer given to one citizen, opened to all: an anonymised edition with clean files, as a draft of the catalog.

The catalog's own two people look at it and publish it (`catalog.services`); until then, and at that very moment, `gaps_of`
says what of it would still lead to the person who asked.
"""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from catalog.completeness import Gap
from catalog.models import InformationItem
from catalog.services import drafts
from catalog.services import files as intake
from cms.core import files as store
from cms.core.errors import DomainError
from cms.core.inspection import apart
from cms.core.text import fold, slug
from cms.law.services import rule_set_on
from workflow import access
from workflow.choices import FileRole
from workflow.models import InformationRequest, OpenedAnswer
from workflow.services import inspecting
from workflow.services.acting import begin, finish

#: Shorter pieces of an address or a name would be found in any text.
_SHORTEST = 5
#: So many findings of one file are named; the others come to light when these are gone.
_MOST_TOLD = 3
TEXT_FILE = "cau-tra-loi.txt"


# --- making it ---------------------------------------------------------------------------------------------------
@transaction.atomic
def open_to_all(
    *, info_request, seen, title, text, info_class, category, unit, attachments=(), uploads=(), links=(), by, at
) -> InformationItem:
    """A public edition of what was provided, as a draft that two people check and publish.

    `text` is the answer without anything of the person who asked; `attachments` are given files to be copied clean;
    `uploads` are (name, bytes) of other files. Without any file or link the text itself becomes the file.
    """
    info_request, _move = begin("open_to_all", info_request, seen=seen, by=by, at=at)
    for field, told in (("title", title), ("text", text)):
        if found := leads_back(info_request, told):
            raise DomainError(_still(found), field=field)
    if not text.strip():
        raise DomainError(_("Viết câu trả lời, không có dữ liệu cá nhân."), field="text")
    sources = [*((file.name, _content(file)) for file in attachments), *uploads]
    if not sources and not links:
        sources = [(TEXT_FILE, text.strip().encode())]
    kept = _clean_and_keep(info_request, title, sources)
    try:
        return _enter(info_request, title, text, info_class, category, unit, kept, links, by, at)
    except Exception:
        intake.drop_all(kept)
        raise


def _enter(info_request, title, text, info_class, category, unit, kept, links, by, at):
    facts = {
        "rule_set": rule_set_on(info_request.outcome_on),
        "category": category,
        "info_class": info_class,
        "title": title.strip(),
        "summary": text.strip(),
        "created_on": info_request.outcome_on,
        "originating_unit": unit,
        "responsible_unit": info_request.unit,
        "event": _("ngày trả lời người yêu cầu"),
    }
    item = drafts.enter(
        authority=info_request.authority, facts=facts, links=links, files=kept, from_answer=True, by=by, at=at
    )
    opened = OpenedAnswer(info_request=info_request, item=item, opened_by=by, opened_at=at)
    opened.save(by=by)
    finish("request.opened_to_all", info_request, by=by, at=at, also=[opened], data={"item": item.code})
    return item


def given_files(info_request):
    """The files that the requester was given, and that may be copied for everybody."""
    return access.files_for_requester(info_request).filter(role=FileRole.ANSWER)


def _content(attachment) -> bytes:
    return (settings.PRIVATE_ROOT / attachment.path).read_bytes()


def _clean_and_keep(info_request, title, sources):
    """Clean copies under names made from the title: a name given by a person may name one."""
    kept = []
    try:
        for number, (name, content) in enumerate(sources, start=1):
            ending = name.rpartition(".")[2].lower()
            copy = _clean(name, content)
            if found := leads_back(info_request, _words_of(name, copy)):
                raise DomainError(
                    _("Trong tệp “%(name)s”: %(what)s") % {"name": name, "what": _still(found)}, field="files"
                )
            public_name = f"{slug(title)[:60] or 'cau-tra-loi'}{f'-{number}' if len(sources) > 1 else ''}.{ending}"
            kept.append(intake.take(public_name, copy))
    except ValidationError as error:
        intake.drop_all(kept)
        raise DomainError(" ".join(error.messages), field="files") from error
    except DomainError as error:
        intake.drop_all(kept)
        error.field = "files"
        raise
    return kept


def _clean(name, content):
    """The file as it is where it tells nothing beside what it shows; otherwise a copy that tells nothing more."""
    try:
        store.check(name, content, store.FROM_STAFF)
    except ValidationError as error:
        raise DomainError(f"{name}: {' '.join(error.messages)}", field="files") from error
    looked = apart.look(name, content, want_copy=True)
    if not looked.found:
        return content
    # What became a picture can no longer be read aloud, and only a person can redact what a program cannot.
    if looked.copy is None or looked.copy.pictured:
        raise DomainError(
            _("%(name)s: còn dữ liệu ẩn: %(told)s.") % {"name": name, "told": _told(looked.found)}, field="files"
        )
    return looked.copy.content


def _told(found) -> str:
    return "; ".join(inspecting.said(one) for one in found[:_MOST_TOLD])


def _words_of(name, content) -> str:
    """What the file says, read in a process of its own; empty where it has no words, as a scan."""
    from catalog import file_texts

    return file_texts.words_of(name, content)[1]


# --- what would lead back ----------------------------------------------------------------------------------------
def leads_back(info_request: InformationRequest, text: str) -> list[str]:
    """Which data of the requester, or of the case, a text still holds; empty when nothing."""
    if not text:
        return []
    folded, digits = f" {' '.join(re.findall(r'[a-z0-9]+', fold(text)))} ", re.sub(r"[^0-9]", "", text)
    found = []
    for label, value in _of_person(info_request):
        number = re.sub(r"[^0-9]", "", value)
        words = " ".join(re.findall(r"[a-z0-9]+", fold(value)))
        is_number = len(number) >= 8 and len(number) >= len(words.replace(" ", "")) - 2
        if (is_number and number.removeprefix("84")[-9:] in digits) or (
            len(words) >= _SHORTEST and f" {words} " in folded
        ):
            found.append(label)
    return list(dict.fromkeys(found))


def _of_person(info_request):
    person = info_request.requester
    yield from (
        (_("họ tên người yêu cầu"), person.name),
        (_("số giấy tờ"), person.identity_number),
        (_("số điện thoại"), person.phone),
        (_("thư điện tử"), person.email),
        (_("địa chỉ"), person.address),
        (_("địa chỉ nhận bưu phẩm"), person.postal_address),
        (_("họ tên người được đại diện"), person.represented_name),
        (_("tên tổ chức yêu cầu"), person.organisation_name),
        (_("họ tên người viết thay"), person.helper_name),
        (_("số hồ sơ"), info_request.code),
        (_("mã hồ sơ ngoài"), info_request.external_number),
    )
    for member in person.members.all():
        yield _("họ tên người cùng yêu cầu"), member.name
        yield _("số giấy tờ của người cùng yêu cầu"), member.identity_number


def _still(found) -> str:
    return _("Còn %(what)s. Hãy bỏ đi: mục này ai cũng xem được.") % {"what": ", ".join(found)}


# --- the gate of publication -------------------------------------------------------------------------------------
def gaps_of(item) -> list[Gap]:
    """What stands in the way of publishing an edition: words that lead to the person, files that tell of somebody.

    Asked by the catalog at every check and at the moment of publication, whichever door was taken and whoever edited since.
    """
    opened = OpenedAnswer.objects.filter(item=item.pk).select_related("info_request__requester").first()
    if opened is None:
        return []
    case, found = opened.info_request, []
    for field in ("title", "summary", "number", "keywords", "legal_basis", "permitted_fields", "originating_name"):
        if words := leads_back(case, getattr(item, field)):
            found.append(Gap(field, _still(words)))
    for link in item.links.drafted():
        if words := leads_back(case, f"{link.label} {link.url}"):
            found.append(Gap("links", _still(words)))
    for file in item.files.drafted():
        found += [Gap("files", f"{file.name}: {told}") for told in _wrong_with(case, file)]
    return found


def _wrong_with(case, file):
    try:
        content = (settings.PRIVATE_ROOT / file.path).read_bytes()
    except OSError:
        return [_("không đọc được để kiểm tra dữ liệu ẩn.")]
    hidden = apart.look(file.name, content).found
    told = [_("còn dữ liệu ẩn: %(told)s.") % {"told": _told(hidden)}] if hidden else []
    words = leads_back(case, f"{file.name.rpartition('.')[0].replace('-', ' ')} {_words_of(file.name, content)}")
    return told + ([_still(words)] if words else [])


def link_of(item) -> OpenedAnswer | None:
    """From an item back to its case, for staff who may see that case; whoever asks checks the gate."""
    return OpenedAnswer.objects.filter(item=item).select_related("info_request").first()
