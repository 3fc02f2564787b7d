"""The case page: the clock and the moves beside the facts; nothing on it changes anything."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import HeaderButton

from cms.audit.access import may_read_log
from cms.audit.record import record
from cms.audit.timeline import timeline
from cms.core import files
from cms.core.accounts.confirm import Confirmed
from cms.core.admin_page import AdminPage
from cms.core.errors import DomainError, NotAllowed
from workflow import access, clock, letters, transitions
from workflow.choices import DecisionKind, DecisionState, FileRole, FileState, Inspection, LetterState, Status
from workflow.codes import grouped
from workflow.desk import codes_once
from workflow.desk.doors import DOOR_OF, INNER, SIGNED_ON_THE_SIGNING_PAGE
from workflow.desk.due import chip
from workflow.desk.forms.around import NoteForm, UnmaskForm
from workflow.desk.law_words import in_words, is_coded
from workflow.desk.legs import lines_of
from workflow.desk.rows import channel_name, law_name, who_asks
from workflow.desk.views import CasePageMixin
from workflow.letters import citizen_forms
from workflow.models import Attachment, Remedy
from workflow.models.cost import paid_of
from workflow.services import citizen, readings
from workflow.services.decision import approval_of

#: Acts that only repeat what stands elsewhere on the page.
_QUIET = frozenset({"request.file_opened", "request.read"})
#: Fields that say how a thing is kept, not what it says.
_PLUMBING = frozenset(
    {
        "position",
        "content_type",
        "size",
        "sha256",
        "state",
        "facts",
        "needs_two",
        "from_requester",
        "by",
        "at",
        "authority",
        "told_due_on",
        "told_on",
        "effective_on",
        "inspection",
        "was_found",
        "making",
        "holds",
        "place",
        "pictured",
    }
)
#: The likeliest next step, in this order; the first that is allowed becomes the button.
_LIKELY = (
    "approve_valid_on",
    "approve_correction",
    "approve_provision",
    "approve_refusal",
    "approve_extension",
    "issue_letter",
    "confirm_assisted",
    "supply",
    "accept",
    "hand_over_information",
    "release_file",
    "check_file",
    "record_payment",
    "provide",
    "propose_provision",
    "notify_time_limit",
    "collect",
)


@dataclass(frozen=True)
class Step:
    """One move as the page offers it: where it leads, its effect, its article, whether two people are needed."""

    label: str
    url: str
    effect: str
    article: str
    second_person: bool


class CaseView(CasePageMixin, AdminPage):
    template_name = "workflow/desk/case.html"

    def get_page_title(self):
        return self.case.code

    def trail(self):
        return super().trail()[:1]

    def get_header_buttons(self):
        if not self.reads_personal:
            return []
        url = reverse("desk:receipt", args=[self.case.code])
        return [HeaderButton(_("Phiếu tiếp nhận"), url=url, icon_name="download")]

    def filled_forms(self) -> list[tuple[str, str]]:
        """The citizen's own papers, filled in from the case: label and address."""
        code, rows = self.case.code, []
        if form := letters.request_form(self.case):
            rows += [
                (
                    _("Mẫu %(form)s, %(kind)s") % {"form": form.code, "kind": kind.upper()},
                    reverse("desk:citizen_paper", args=[code, "phieu-yeu-cau", kind]),
                )
                for kind in ("pdf", "docx")
            ]
        if citizen_forms.of_law("06", self.case.rule_set.rules):
            url = reverse("desk:citizen_paper", args=[code, "chap-thuan", "docx"])
            rows.append((_("Mẫu 06, văn bản chấp thuận"), url))
        return rows

    @property
    def reads_personal(self):
        return access.can_read_personal(self.request.user, self.case)

    def get(self, request, *args, **kwargs):
        if self.reads_personal:
            readings.opened(self.case, "request.read", by=request.user, at=self.at)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        case, user = self.case, self.request.user
        steps = self.steps()
        deadline = clock.explain(case) if case.is_open else None
        papers = list(case.letters.exclude(state=LetterState.WITHDRAWN).with_end().select_related("decision"))
        return super().get_context_data(
            chip=replace(chip(case, self.day, self.desk.calendar, self.desk.soon_until(case.authority)), below=""),
            deadline=deadline,
            legs=lines_of(deadline, case) if deadline else [],
            law=law_name(case),
            channel=channel_name(case),
            who=who_asks(user, case),
            reads_personal=self.reads_personal,
            is_sealed_away=case.sealed_at is not None and not self.reads_personal,
            filled_forms=self.filled_forms() if self.reads_personal else [],
            can_unmask=access.can_unmask_identity(user, case) and case.requester.identity_last4,
            first=steps["first"],
            main=steps["main"],
            other=steps["other"],
            can_remove=steps["can_remove"],
            pieces=self.pieces(),
            cost=self.cost(),
            answers=self.answers(),
            sent_files=self.files(*(role for role in FileRole if role not in (FileRole.ANSWER, FileRole.COPY))),
            waiting=self.waiting(),
            papers=papers,
            papered=papered(papers),
            correspondence=case.correspondence.select_related("by"),
            consultations=self.asked(
                case.consultations.select_related("unit", "asked_by", "answered_by", "answer_file")
            ),
            consents=self.asked(case.consents.select_related("asked_by", "answered_by", "answer_file"))
            if self.reads_personal
            else [],
            supplements=case.supplements.filter(supplied_on=None),
            extensions=case.extensions.all(),
            members=case.requester.members.all() if self.reads_personal else [],
            notes=case.notes.select_related("by") if self.reads_personal else [],
            note_form=self.note_form(),
            opened=self.opened(),
            remedies=list(access.visible_remedies(user, case.remedies.all()).order_by("-pk")),
            reopened_by=Remedy.objects.filter(new_case=case).select_related("info_request").first(),
            can_lodge=access.can_lodge(user, case.authority),
            lines=self.timeline(),
            reads_log=may_read_log(user),
            history_url=reverse("ho-so_modeladmin_history", args=[case.pk]),
            **kwargs,
        )

    # --- what may be done ----------------------------------------------------------------------------------------
    def steps(self) -> dict:
        allowed = {move.name: move for move in transitions.allowed(self.case, self.request.user, self.day)}
        offered = {name: move for name, move in allowed.items() if name in DOOR_OF or self.signs(name)}
        offered.pop("add_note", None)  # its form stands on the page itself
        offered = {name: move for name, move in offered.items() if not self.is_idle(name)}
        first = next((name for name in _LIKELY if name in offered), None)
        rows = {name: self.step(move) for name, move in offered.items()}
        return {
            "first": rows.get(first),
            "main": [rows[name] for name, move in offered.items() if move.main and name != first],
            "other": [rows[name] for name, move in offered.items() if not move.main and name != first],
            "can_remove": "add_file" in allowed,
        }

    def is_idle(self, name) -> bool:
        """A move whose form would have nothing to choose from now."""
        door = DOOR_OF.get(name)
        return bool(door and door.waits_for and not door.waits_for(self.case).exists())

    def signs(self, name):
        """An approval is offered where this person did not propose it."""
        return name in SIGNED_ON_THE_SIGNING_PAGE and name in INNER and self.to_sign_url(name)

    def to_sign_url(self, name):
        for decision in self.case.decisions.filter(state=DecisionState.PROPOSED).exclude(proposed_by=self.request.user):
            if approval_of(decision) == name:
                return reverse("desk:sign", args=[decision.pk])
        return ""

    def step(self, move):
        door = DOOR_OF.get(move.name)
        url = reverse("desk:move", args=[self.case.code, door.slug]) if door else self.to_sign_url(move.name)
        return Step(
            label=move.label,
            url=url,
            effect=move.effect,
            article=transitions.article_of(move, self.case),
            second_person=move.second_person,
        )

    # --- what there is -------------------------------------------------------------------------------------------
    @cached_property
    def answer(self):
        """The newest answer that was proposed, signed or given: what is intended for each piece, and what it costs."""
        states = (DecisionState.PROPOSED, DecisionState.APPROVED, DecisionState.EFFECTIVE)
        found = self.case.decisions.filter(kind=DecisionKind.ANSWER, state__in=states)
        return found.prefetch_related("findings", "cost_lines").order_by("-pk").first()

    def pieces(self):
        rules, rows = self.case.rule_set.rules, []
        findings = {finding.piece_id: finding for finding in self.answer.findings.all()} if self.answer else {}
        for piece in self.case.pieces.all():
            basis = rules.provision_basis(piece.basis) if piece.basis else None
            finding = findings.get(piece.pk)
            rows.append(
                {
                    "piece": piece,
                    "basis": basis,
                    "is_free": bool(basis) and rules.is_fee_exempt(basis.code),
                    "finding": finding,
                    "ground": rules.ground(finding.ground).label if finding and finding.ground else "",
                }
            )
        return rows

    def cost(self):
        """What the answer costs in đồng, and what was paid of it."""
        if self.answer is None:
            return None
        total = self.answer.cost
        if not total:
            return None
        payments = list(self.case.payments.select_related("undone_by"))
        return {
            "lines": list(self.answer.cost_lines.all()),
            "total": total,
            "decision": self.answer,
            "payments": payments,
            "left": total - paid_of(payments),
        }

    def files(self, *roles):
        if not self.reads_personal:
            return []
        found = self.case.attachments.filter(role__in=roles, removed_at=None).select_related(
            "checked_by", "released_by", "added_by"
        )
        return [{"file": file, "state": release_state(file), "opens": file.state == FileState.CLEAN} for file in found]

    def answers(self):
        """What is to be given, with what hides in each file and what may be done about it."""
        rows = self.files(FileRole.ANSWER)
        if not any(row["file"].was_found for row in rows):
            return rows
        wanted = ("file_findings__settled_by", "file_findings__confirmed_by", "withheld_parts", "made", "made_from")
        prefetch_related_objects([row["file"] for row in rows], *wanted)
        rules = self.case.rule_set.rules
        for row in rows:
            file = row["file"]
            row["open"] = [one for one in file.file_findings.all() if not one.settled]
            row["copy"] = next(
                (one for one in file.made.all() if one.role == FileRole.COPY and not one.removed_at), None
            )
            row["settled"] = [one for one in file.file_findings.all() if one.settled]
            row["withheld"] = [(part, rules.ground(part.ground).label) for part in file.withheld_parts.all()]
        return rows

    def asked(self, rows):
        """Each question with whether its answer is late."""
        return [{"asked": row, "is_late": row.is_overdue_on(self.day)} for row in rows]

    def opened(self):
        """What was made of the answer for everybody."""
        given = self.case.status in (Status.PROVIDED, Status.PROVIDED_PARTLY)
        return self.case.opened_answers.select_related("item") if given else ()

    def waiting(self):
        """Proposals that wait for a signature or for their paper, and those just returned."""
        states = (DecisionState.PROPOSED, DecisionState.APPROVED, DecisionState.RETURNED)
        return (
            self.case.decisions.filter(state__in=states).select_related(
                "proposed_by", "approved_by", "returned_by", "recorded_by"
            )
            if self.case.is_open
            else []
        )

    def timeline(self):
        """Newest first. When and by whom a line tells already, so such fields are left out of its changes."""
        rules = self.case.rule_set.rules
        lines = [line for line in timeline(self.case, personal=self.reads_personal) if line.kind not in _QUIET]
        return [replace(line, changes=told(line.changes, rules)) for line in reversed(lines)]

    def note_form(self):
        try:
            transitions.check("add_note", self.case, self.request.user, self.day)
        except DomainError:
            return None
        return NoteForm(case=self.case, by=self.request.user, day=self.day, auto_id="note_%s")


def papered(letters) -> set[int]:
    """Keys of the decisions whose papers have all left."""
    left = {letter.decision_id for letter in letters if letter.state == LetterState.ISSUED}
    return left - {letter.decision_id for letter in letters if letter.state == LetterState.DRAFT}


def told(changes, rules):
    """The changes worth a line, codes of the law in its words."""
    kept = (change for change in changes if not change.field.endswith(("_at", "_by")) and change.field not in _PLUMBING)
    return [
        replace(change, before=words(rules, change, change.before), after=words(rules, change, change.after))
        for change in kept
    ]


def words(rules, change, value):
    return (
        in_words(rules, change.field, value)
        if value and is_coded(change.field, value) and change.field != "facts"
        else value
    )


def release_state(file) -> tuple[str, str]:
    """(kind, words) of how far a file is on its way to being given."""
    if file.state == FileState.QUARANTINE:
        return "wait", _("Đang kiểm tra mã độc")
    if file.state != FileState.CLEAN:
        return "over", file.get_state_display()
    if file.role != FileRole.ANSWER:
        return "", ""
    if file.inspection in (Inspection.WAITING, Inspection.HELD):
        return ("over" if file.inspection == Inspection.HELD else "wait"), file.get_inspection_display()
    if file.released_by_id:
        return "done", _("Đã kiểm tra, 2 người")
    if file.checked_by_id:
        return "soon", _("Đã kiểm tra 1 người, chờ người thứ hai")
    return "soon", _("Chưa kiểm tra")


class FileView(CasePageMixin, AdminPage):
    """A file of the case as a download; opening one is recorded."""

    def get(self, request, *args, **kwargs):
        if not access.can_read_personal(request.user, self.case):
            raise Http404("Không có tệp này")
        attachment = Attachment.objects.filter(info_request=self.case, pk=kwargs["pk"], removed_at=None).first()
        if attachment is None:
            raise Http404("Không có tệp này")
        if not access.can_open_file(request.user, attachment):
            why = NotAllowed(_("Tệp chưa kiểm tra mã độc xong, hoặc có mã độc, nên chưa mở được."))
            return self.refuse(why, status=403, attempted="open_file")
        try:
            response = files.hand_out(attachment.path, attachment.name, attachment.content_type)
        except FileNotFoundError:
            raise Http404("Tệp không còn trên máy chủ") from None
        with transaction.atomic():
            record(
                "request.file_opened",
                subject=self.case,
                by=request.user,
                at=self.at,
                authority=self.case.authority,
                data={"sha256": attachment.sha256},
            )
        return response


class CodeView(CasePageMixin, AdminPage):
    """The tracking code, shown this once."""

    template_name = "workflow/desk/code.html"

    def get_page_title(self):
        return _("Mã tra cứu")

    def get_context_data(self, **kwargs):
        code = codes_once.take(self.request, self.case)
        return super().get_context_data(
            tracking_code=grouped(code) if code else "",
            receipt_url=reverse("desk:receipt", args=[self.case.code]),
            is_waiting=self.case.status in (Status.SUPPLEMENT_REQUESTED, Status.AWAITING_CONFIRMATION),
            supplement=self.case.supplements.filter(supplied_on=None).first(),
            **kwargs,
        )

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response


class UnmaskView(CasePageMixin, Confirmed, AdminPage):
    """The full identity number, for a stated reason; reading it is an act on record (S14)."""

    template_name = "workflow/desk/unmask.html"

    def get_page_title(self):
        return _("Hiện đầy đủ số giấy tờ")

    def get(self, request, *args, **kwargs):
        return self.turned_away() or self.render_to_response(self.get_context_data(form=self.form()))

    def turned_away(self):
        """The refusal, for whoever may not even ask; before a word of the form is read."""
        if access.can_unmask_identity(self.request.user, self.case):
            return None
        why = NotAllowed(_("Ông/bà không có vai trò xem đầy đủ số giấy tờ."))
        return self.refuse(why, status=403, attempted="unmask_identity")

    def post(self, request, *args, **kwargs):
        if refusal := self.turned_away():
            return refusal
        form, number = self.form(request.POST), ""
        if form.is_valid():
            try:
                number = citizen.unmask_identity(
                    info_request=self.case, reason=form.cleaned_data["reason"], by=request.user, at=self.at
                )
            except NotAllowed as error:
                return self.refuse(error, status=403, attempted="unmask_identity")
            except DomainError as error:
                form.slip(error)
        response = self.render_to_response(self.get_context_data(form=form, number=number))
        response["Cache-Control"] = "private, no-store"
        return response

    def form(self, data=None):
        return UnmaskForm(data, case=self.case, by=self.request.user, day=self.day)
