"""A report as a signed file: from one installation to another, checked by the key that was handed over on paper.

The file is JSON. What it says stands under "report"; "signed" is a note (cms.audit.notes) over the SHA-256 of its one
canonical form, whose first line names the purpose, so that no other signature of the same key serves here.
"""

import hashlib
import json
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.audit import chain, checkpoint
from cms.audit.notes import BadNote, PublicKey, lines_of
from cms.core.dates import short
from cms.core.errors import DomainError
from cms.core.figures import Group, Measure
from cms.core.text import nfc
from home.plans.acting import seal
from home.reports import access
from home.reports.choices import PartKind
from home.reports.counting import ADDED, FIRST, LAST, Counted
from home.reports.outline import parts_of

FORMAT, VERSION = "minhbach-bao-cao", 1
#: What the note's first line says behind the name of the key.
PURPOSE = "/bao-cao"
_WORDS = ("code", "group", "group_label", "label", "meaning", "article", "measure", "measure_label", "of", "over_time")
_GREATEST, _LONGEST, _MOST = 10**15, 10_000, 500


def is_possible() -> bool:
    """Whether this installation has a key to sign with."""
    return checkpoint.is_configured()


# --- going out ---------------------------------------------------------------------------------------------------
def sign(*, report, by, at) -> bytes:
    """The frozen report as a signed file; the act is on record. DomainError where there is nothing, or no key, to sign."""
    access.demand(access.visible_reports(by).filter(pk=report.pk).exists(), access.WRITES)
    if not report.is_frozen or report.outside_id:
        raise DomainError(_("Chỉ ký số báo cáo đã nộp của cơ quan trong hệ thống."))
    if not checkpoint.is_configured():
        raise DomainError(_("Hệ thống chưa có khóa ký. Hãy báo quản trị."))
    told = _told(report)
    key = checkpoint.signing_key()
    note = key.sign([key.name + PURPOSE, f"sha256 {_digest(told)}"])
    with transaction.atomic():
        data = {"kind": "JSON", "figures_sha256": report.figures_sha256, "key": key.public.id}
        seal("period_report.exported", report, by=by, at=at, authority=report.authority, data=data)
    whole = {"format": FORMAT, "v": VERSION, "report": told, "signed": note}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _told(report) -> dict:
    texts = {one.part_id: one.text for one in report.texts.all()}
    return {
        "body": {"code": report.authority.code, "name": report.authority.name},
        "title": report.period.title,
        "first_on": report.period.first_on.isoformat(),
        "last_on": report.period.last_on.isoformat(),
        "counted_to": report.counted_to.isoformat(),
        "figures": report.figures,
        "definitions": report.definitions,
        "texts": {part.title: texts.get(part.pk, "") for part in parts_of(report) if part.kind == PartKind.TEXT},
        "figures_sha256": report.figures_sha256,
    }


def _digest(told: dict) -> str:
    return hashlib.sha256(chain.canonical_json(told)).hexdigest()


# --- coming in ---------------------------------------------------------------------------------------------------
def open_signed(content: bytes, body, period) -> tuple[Counted, date, dict[str, str]]:
    """Figures, the last day they count, and the written parts. ValidationError in plain words where anything is amiss."""
    if not body.public_key:
        raise ValidationError(_("Chưa có khóa công khai của cơ quan này. Ghi khóa trước, hoặc dùng mẫu XLSX."))
    told = _checked(content, body)
    try:
        return _understood(told, body, period)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValidationError(_("Tệp có chữ ký đúng nhưng nội dung không theo mẫu của hệ thống.")) from error


def _checked(content, body) -> dict:
    try:
        whole = json.loads(content)
        told, note = whole["report"], whole["signed"]
        is_ours = (whole["format"], whole["v"]) == (FORMAT, VERSION) and isinstance(told, dict)
        digest = _digest(told)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValidationError(_("Tệp này không phải báo cáo có chữ ký số của hệ thống.")) from error
    if not is_ours or not isinstance(note, str):
        raise ValidationError(_("Tệp này không phải báo cáo có chữ ký số của hệ thống."))
    key = PublicKey.read(body.public_key)
    try:
        lines, _key = lines_of(note, [key])
    except BadNote as error:
        raise ValidationError(_("Chữ ký không phải của khóa đã ghi cho cơ quan này.")) from error
    if lines != [key.name + PURPOSE, f"sha256 {digest}"]:
        raise ValidationError(_("Nội dung tệp đã bị sửa sau khi ký. Hãy yêu cầu cơ quan gửi lại."))
    return told


def _understood(told, body, period) -> tuple[Counted, date, dict[str, str]]:
    if told["body"]["code"] != body.code:
        raise ValidationError(
            _("Tệp là của “%(name)s”, không phải của cơ quan này.") % {"name": str(told["body"]["name"])[:100]}
        )
    days = (date.fromisoformat(told["first_on"]), date.fromisoformat(told["last_on"]))
    if days != (period.first_on, period.last_on):
        raise ValidationError(
            _("Tệp báo cáo kỳ %(first)s – %(last)s, không phải kỳ này.")
            % {"first": short(days[0]), "last": short(days[1])}
        )
    counted_to = date.fromisoformat(told["counted_to"])
    if not period.first_on <= counted_to <= period.last_on:
        raise ValueError("counted to a day outside the period")
    definitions = [_definition(one) for one in told["definitions"]]
    known = {one["code"] for one in definitions}
    if len(known) != len(definitions) or len(known) > _MOST:
        raise ValueError("a code stands twice")
    figures = {str(code): _parts(parts) for code, parts in told["figures"].items()}
    if not figures.keys() <= known:
        raise ValueError("a figure without a definition")
    texts = {str(title): nfc(str(text))[:_LONGEST] for title, text in told["texts"].items()}
    return Counted(figures, definitions), counted_to, texts


def _definition(one) -> dict:
    words = {name: nfc(_text(one[name])) for name in _WORDS}
    if words["group"] not in Group.values or words["measure"] not in Measure.values or not words["code"]:
        raise ValueError("an unknown group or measure")
    if words["over_time"] not in (ADDED, FIRST, LAST):
        raise ValueError("an unknown way of adding up")
    parts = [[_text(part), nfc(_text(label))] for part, label in one["parts"]]
    return words | {"overlaps": one["overlaps"] is True, "parts": parts}


def _text(value) -> str:
    if not isinstance(value, str) or len(value) > 2_000:
        raise TypeError("no text")
    return value


def _parts(parts) -> dict[str, int]:
    found = {_text(part): amount for part, amount in parts.items()}
    if not all(type(amount) is int and 0 <= amount <= _GREATEST for amount in found.values()):
        raise ValueError("no whole number")
    return {part: amount for part, amount in found.items() if amount}
