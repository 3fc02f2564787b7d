"""Field by field: before, after, person, reason, address, and where the act stands in the chain."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.db import models
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from cms.core.dates import short
from cms.core.history import SHIPPED
from cms.core.safe_modeladmin import ReachableInstanceView
from cms.core.secrets import EncryptedField

#: What stands where this person may not read.
HIDDEN = _("(ẩn, dữ liệu cá nhân)")
SEALED = _("(được mã hóa)")
_MOST_ROWS = 300
_LONG = 80  # characters: longer texts show only what differs
_KINDS = {"+": _("Lập"), "~": _("Sửa"), "-": _("Xóa")}


@dataclass
class Cell:
    """One field of one change."""

    name: str
    label: str
    before: str
    after: str

    @property
    def before_html(self):
        return _differing(self.before, self.after, keep=0)

    @property
    def after_html(self):
        return _differing(self.before, self.after, keep=1)


@dataclass
class Row:
    """One history row: who did what to which record, when, why and from where."""

    history: object
    thing: str
    kind: str
    cells: list[Cell] = field(default_factory=list)
    seq: int | None = None
    matches: bool = False
    hides_reason: bool = False

    @property
    def is_shipped(self) -> bool:
        """Whether it came with the software: nobody's act, so no entry of the chain seals it."""
        history = self.history
        return self.seq is None and history.history_user_id is None and history.history_change_reason == SHIPPED

    @property
    def person(self):
        return self.history.history_user or ""

    @property
    def who(self):
        """The person, or who stands for nobody in the office."""
        return self.person or (_("Phần mềm") if self.is_shipped else _("Người yêu cầu hoặc hệ thống"))

    @property
    def reason(self):
        return (
            HIDDEN
            if self.hides_reason and self.history.history_change_reason
            else self.history.history_change_reason or ""
        )


class AuditHistoryView(ReachableInstanceView):
    """The history of a record and of what belongs to it.

    A subclass names what belongs (`things`), who may read personal fields (`reads_personal`) and about whom the
    chain's entries speak (`subject`).
    """

    def get_page_title(self):
        return _("Lịch sử")

    def get_template_names(self):
        return self.model_admin.get_history_template()

    def trail(self):
        return [*super().trail(), (str(self.instance), self.back_url())]

    def back_url(self) -> str:
        return self.index_url

    def subject(self):
        return self.instance

    def things(self) -> list[models.Model]:
        """The records whose rows are shown, the main one first."""
        return [self.instance]

    def reads_personal(self) -> bool:
        return True

    def is_quiet(self, column, value) -> bool:
        """Whether a field says nothing here, such as where the record belongs."""
        return False

    def get_context_data(self, **kwargs):
        rows = self.rows()
        people = sorted({str(row.person) for row in rows if row.person})
        fields = {cell.name: cell.label for row in rows for cell in row.cells}
        person, name = self.request.GET.get("nguoi", ""), self.request.GET.get("truong", "")
        if person in people:
            rows = [row for row in rows if str(row.person) == person]
        if name in fields:
            rows = [row for row in rows if any(cell.name == name for cell in row.cells)]
            for row in rows:
                row.cells = [cell for cell in row.cells if cell.name == name]
        return super().get_context_data(
            rows=rows,
            people=people,
            fields=sorted(fields.items(), key=lambda item: str(item[1])),
            person=person,
            field_name=name,
            sealed=sum(row.seq is not None for row in rows),
            matching=sum(row.matches for row in rows),
            shipped=sum(row.is_shipped for row in rows),
            outside=sum(row.seq is None and not row.is_shipped for row in rows),
            story_url=_story_of(self.subject()),
            **kwargs,
        )

    def rows(self) -> list[Row]:
        """Every change with something to show, newest first."""
        found = [row for thing in self.things() for row in self.rows_of(thing)]
        found.sort(key=lambda row: (row.history.history_date, row.history.history_id), reverse=True)
        found = found[:_MOST_ROWS]
        seals = _seals_of(self.subject(), [row.history for row in found])
        for row in found:
            row.seq, row.matches = seals.get((row.history._meta.label_lower, row.history.history_id), (None, False))
        return found

    def rows_of(self, thing) -> list[Row]:
        earlier, rows = None, []
        key = {thing._meta.pk.attname: thing.pk}
        history = type(thing).history.model._base_manager.filter(**key)
        for entry in history.select_related("history_user").order_by("history_id"):
            cells = self.cells(thing, earlier, entry)
            if cells or entry.history_type != "~":
                kind, name = _KINDS[entry.history_type], str(thing._meta.verbose_name)
                rows.append(Row(entry, name, kind, cells, hides_reason=not self.reads_personal()))
            earlier = entry
        return rows

    def cells(self, thing, before, after) -> list[Cell]:
        """The fields that differ; of a new record those that were filled in."""
        hides = not self.reads_personal()
        shown = []
        for column in thing._meta.concrete_fields:
            if not hasattr(after, column.attname) or column.primary_key:
                continue
            old, new = (getattr(row, column.attname, None) if row else None for row in (before, after))
            if old == new or (before is None and new in (None, "", [], {}, False)):
                continue
            if column.name in getattr(thing, "quiet_fields", ()) or self.is_quiet(column, new):
                continue
            hidden = hides and (column.name in getattr(thing, "personal_fields", ()) or names_somebody(column))
            shown.append(self.cell(column, before, after, old, new, hidden=hidden))
        return shown

    def cell(self, column, before, after, old, new, *, hidden):
        if isinstance(column, EncryptedField):
            texts = [SEALED if value else "" for value in (old, new)]
        elif hidden:
            texts = [HIDDEN if value not in (None, "", [], {}) else "" for value in (old, new)]
        else:
            texts = [said(column, row, value) for row, value in ((before, old), (after, new))]
        return Cell(column.name, str(column.verbose_name), str(texts[0]), str(texts[1]))


def names_somebody(column) -> bool:
    """Whether the name of what a field points to is itself personal: a requester, a piece in their own words."""
    return bool(column.related_model and getattr(column.related_model, "personal_fields", ()))


def said(column, row, value) -> str:
    """A stored value as a person reads it."""
    if value is None or value == "" or row is None:
        return ""
    if column.is_relation:
        try:
            return str(getattr(row, column.name))
        except column.related_model.DoesNotExist:
            return f"#{value}"
    if column.flatchoices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(value, bool):
        return str(_("Có") if value else _("Không"))
    if isinstance(column, models.DateTimeField):
        local = timezone.localtime(value)
        return f"{short(local.date())} {local:%H:%M}"
    if isinstance(column, models.DateField):
        return short(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {item}" for key, item in value.items())
    return str(value)


def _differing(before: str, after: str, *, keep: int):
    """Of two long texts only the words that differ are marked, the rest is shortened; short ones stay whole."""
    own = (before, after)[keep]
    if not own:
        return "—"
    if not before or not after or max(len(before), len(after)) <= _LONG:
        return format_html("<ins>{}</ins>", own) if keep else own
    left, right = before.split(), after.split()
    parts = []
    for kind, *spans in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        begin, end = spans[2:] if keep else spans[:2]
        words = (right if keep else left)[begin:end]
        if kind == "equal":
            parts.append((False, " ".join(words) if len(words) <= 6 else f"{words[0]} {words[1]} … {words[-1]}"))
        elif words:
            parts.append((True, " ".join(words)))
    mark = "ins" if keep else "span"
    return format_html_join(
        " ", "{}", ((format_html(f"<{mark}>{{}}</{mark}>", text) if marked else text,) for marked, text in parts)
    )


def _seals_of(subject, rows) -> dict:
    """{(model, history_id): (number in the chain, whether the row still is what was sealed)}; told by a room above."""
    for tell in hooks.get_hooks("seals_of_history"):
        return tell(subject, rows)
    return {}


def _story_of(subject) -> str:
    """Where every act on it is listed; told by a room above."""
    for tell in hooks.get_hooks("story_of_record"):
        return tell(subject)
    return ""
