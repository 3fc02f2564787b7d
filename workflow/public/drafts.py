"""A form being filled in, kept on the server against a random cookie for 24 hours (standards.md 5.1).

The cookie's key is stored nowhere; the answers are kept encrypted. After sending only the case remains here, so that the
same browser is shown the same confirmation again for 24 hours.
"""

import json
import re
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import get_script_prefix

from cms.core.files import MAX_COUNT, MAX_TOTAL, Kept, drop, keep
from workflow import codes
from workflow.models import DraftFile, FormDraft
from workflow.public import focal
from workflow.services import scanning
from workflow.services.answers import StoredFile

KEPT_FOR = timedelta(hours=24)
_KEY = re.compile(r"[A-Za-z0-9_-]{43}")
#: Longer than any answer may be; what is cut could not have been sent, and its page still shows what was typed.
LONGEST_RAW = 20_000


class TooManyFiles(Exception):
    """Five files, 25 MB together."""


#: What a browser's key is for: the form of a request, or a request for correction that was sent.
REQUEST, CORRECTION = "phieu", "kien-nghi"


def cookie_name(authority_code: str, what: str = REQUEST) -> str:
    """Bound to this host where the cookie is secure; one form an authority, so that two can be filled in side by side."""
    if not settings.SESSION_COOKIE_SECURE:
        return f"{what}-{authority_code}"
    return f"{'__Secure-' if settings.FORCE_SCRIPT_NAME else '__Host-'}{what}-{authority_code}"


def is_key(text: str) -> bool:
    """Whether this has the shape of a key that we give."""
    return bool(_KEY.fullmatch(text))


def key_of(request, authority_code: str, what: str = REQUEST) -> str:
    """The browser's key for this authority; empty when it has none."""
    key = request.COOKIES.get(cookie_name(authority_code, what), "")
    return key if is_key(key) else ""


def give_cookie(response, authority, key: str, what: str = REQUEST) -> None:
    response.set_cookie(
        cookie_name(authority.code, what),
        key,
        max_age=int(KEPT_FOR.total_seconds()),
        path=get_script_prefix() if settings.FORCE_SCRIPT_NAME else "/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def begin(authority, at) -> tuple[FormDraft, str]:
    """A new empty form and the key for its cookie."""
    key = codes.new_key()
    row = FormDraft.objects.create(
        key_hash=codes.draft_key(key), authority=authority, started_at=at, expires_at=at + KEPT_FOR
    )
    return row, key


def find(key: str, authority, at) -> FormDraft | None:
    """The form of this key, with its case once sent; None when it is unknown or older than 24 hours."""
    if not key:
        return None
    rows = FormDraft.objects.select_related("info_request__requester", "info_request__rule_set")
    row = rows.filter(key_hash=codes.draft_key(key), authority=authority, expires_at__gt=at).first()
    if row is not None:
        row.authority = authority
    return row


def find_to_send(key: str, authority_code: str, at) -> FormDraft | None:
    """The same, locked until the transaction ends, with its authority and focal point in the one statement."""
    if not key:
        return None
    rows = focal.with_authority(FormDraft.objects)
    row = (
        rows.select_for_update(of=("self",))
        .filter(
            key_hash=codes.draft_key(key), authority__code=authority_code, authority__is_open=True, expires_at__gt=at
        )
        .first()
    )
    if row is not None:
        focal.authority_of(row)
    return row


def read(row: FormDraft | None) -> dict:
    return json.loads(row.answers) if row is not None and row.answers else {}


def write(row: FormDraft, kept: dict) -> None:
    """One statement; the 24 hours run from the last answer."""
    row.answers = json.dumps(kept, ensure_ascii=False)
    row.save(update_fields=["answers", "expires_at"])


def keep_page(row: FormDraft, kept: dict, slug: str, form, at) -> dict:
    """Keep what was typed on a page, right or wrong, so that Back and a lost connection lose nothing."""
    raw = {}
    for name, field in form.fields.items():
        suffixes = getattr(field.widget, "widgets_names", [""])
        for key in (f"{form.add_prefix(name)}{suffix}" for suffix in suffixes):
            if key in form.data:
                raw[key] = [str(value)[:LONGEST_RAW] for value in form.data.getlist(key)]
    kept = kept | {"pages": kept.get("pages", {}) | {slug: raw}}
    row.expires_at = at + KEPT_FOR
    write(row, kept)
    return kept


def add_file(row: FormDraft, kept: dict, role: str, upload) -> dict:
    """Check and store one file. ValidationError with a plain sentence, TooManyFiles past five or 25 MB."""
    files = kept.get("files", [])
    if len(files) >= MAX_COUNT or sum(file["size"] for file in files) + upload.size > MAX_TOTAL:
        raise TooManyFiles
    stored: Kept = keep(upload.name, upload.read())
    try:
        with transaction.atomic():
            file = DraftFile.objects.create(
                draft=row,
                role=role,
                name=stored.name,
                path=stored.path,
                content_type=stored.content_type,
                size=stored.size,
                sha256=stored.sha256,
            )
            kept = kept | {"files": [*files, {"id": file.pk, "role": role, **vars(stored)}]}
            write(row, kept)
    except Exception:
        drop(stored.path)
        raise
    return kept


def remove_file(row: FormDraft, kept: dict, file_id: str) -> dict:
    """Take a file out of the form and off the disk; an unknown one is no error."""
    gone = [file for file in kept.get("files", []) if str(file["id"]) == file_id]
    if not gone:
        return kept
    kept = kept | {"files": [file for file in kept["files"] if file not in gone]}
    with transaction.atomic():
        DraftFile.objects.filter(draft=row, pk=gone[0]["id"]).delete()
        write(row, kept)
    drop(gone[0]["path"])
    return kept


def stored_files(files: list[dict]) -> tuple[StoredFile, ...]:
    """The form's files as the case takes them over: in quarantine where a scanner is there to let them out."""
    state = scanning.first_state()
    return tuple(
        StoredFile(
            name=file["name"],
            path=file["path"],
            content_type=file["content_type"],
            size=file["size"],
            sha256=file["sha256"],
            state=state,
            role=file["role"],
        )
        for file in files
    )


def close(row: FormDraft, info_request, at, *, had_files: bool) -> None:
    """After sending: the answers are erased, the case remembered for 24 hours."""
    if had_files:
        DraftFile.objects.filter(draft=row).delete()
    row.answers, row.info_request, row.expires_at = "", info_request, at + KEPT_FOR
    row.save(update_fields=["answers", "info_request", "expires_at"])
