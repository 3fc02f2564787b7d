"""The reminder letter (công văn đôn đốc): the same paper as every other of the house, on the screen and as PDF."""

from itertools import groupby

from django.template.loader import render_to_string

from cms.core.authority_url import focal_of
from cms.core.dates import letter_date, local_day, short
from home.models import ReminderLetter
from home.plans.choices import ReminderState
from workflow import letters
from workflow.letters.building import contact_of, recipients
from workflow.letters.paper import Paper, Paragraph, Signature, Table, ended
from workflow.letters.signing import signing_lines

BLANK = "……"
COLUMNS = ("STT", "Cơ quan", "Nhiệm vụ", "Hạn báo cáo", "Chậm")
_PAGE = "workflow/letters/page.html"


def suggested_symbol(authority) -> str:
    """UBND-VP: a công văn bears the authority and the unit that wrote it, no kind (NĐ 30/2020, Phụ lục I)."""
    return f"{authority.letter_symbol}-VP"


def by_authority(reminders) -> list[tuple]:
    """(authority, its rows), in the order of their names."""
    ordered = sorted(reminders, key=lambda one: (one.assignment.authority.name, one.assignment.authority_id))
    grouped = groupby(ordered, key=lambda one: one.assignment.authority_id)
    rows = [list(group) for _key, group in grouped]
    return [(group[0].assignment.authority, group) for group in rows]


def paper_of(letter: ReminderLetter, reminders) -> Paper:
    """The letter as it would read now; what people typed is text, never markup."""
    day = letter.issued_on or local_day(letter.drafted_at)
    dated = letter_date(letter.issued_on) if letter.issued_on else f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    authority, plan, focal_point = letter.authority, letter.plan, focal_of(letter.authority)
    return Paper(
        form="REMINDER",
        subject=f"V/v đôn đốc báo cáo kết quả thực hiện {plan.get_kind_display().lower()} số {plan.label}",
        parent=authority.parent_line,
        authority=authority.name,
        number=letter.label or f"{BLANK}/{suggested_symbol(authority)}",
        place_and_date=f"{authority.letter_place}, {dated}",
        addressees=[one.name for one, _rows in by_authority(reminders)],
        body=_body(letter, plan, reminders, day),
        signatures=(Signature(signing_lines(authority.kind, letter.signer_post), letter.signer_name),),
        recipients=recipients(focal_point),
        contact=contact_of(authority, focal_point),
        written_on=letter.issued_on.isoformat() if letter.issued_on else "",
        is_draft=not letter.number,
    )


def _body(letter, plan, reminders, day):
    rows = []
    for number, assignment in enumerate((one.assignment for one in reminders), start=1):
        task, late = assignment.task, assignment.days_late(day)
        due = short(assignment.due_on) if assignment.due_on else "thường xuyên"
        content = f"Nhiệm vụ {task.position}: {task.content}"
        rows.append((str(number), assignment.authority.name, content, due, f"{late} ngày" if late else ""))
    said = [Paragraph(letter.note)] if letter.note else []
    return ended(
        Paragraph(
            f"Ngày {short(plan.issued_on)}, {plan.authority.name} ban hành {plan.get_kind_display()} "
            f"số {plan.label} ({plan.title})."
        ),
        Paragraph(f"Đến nay, {letter.authority.name} chưa nhận được báo cáo của các cơ quan sau:"),
        Table(COLUMNS, rows, numeric=(0,)),
        *said,
        Paragraph(
            f"Đề nghị các cơ quan có tên trên gửi báo cáo trước ngày {short(letter.answer_by_on)}, "
            "nêu rõ lý do chậm và việc còn vướng mắc."
        ),
        Paragraph("Cơ quan đã gửi báo cáo bằng văn bản giấy thì cập nhật kết quả vào hệ thống"),
    )


def freeze(letter: ReminderLetter, reminders) -> None:
    """Put down for ever what leaves, in words and as PDF. The caller saves the row."""
    letters.freeze_as(letter, paper_of(letter, reminders), f"{letter.label.replace('/', '-')}.pdf")


def draft_pdf(letter: ReminderLetter) -> bytes:
    """The draft as PDF, marked as one."""
    return letters.to_pdf(paper_of(letter, _reminders_of(letter)))


def _reminders_of(letter):
    reminders = letter.reminders.select_related("assignment__authority", "assignment__task__plan")
    return list(reminders.order_by("assignment__task__position", "pk"))


def page(letter: ReminderLetter, back_url: str = "", pdf_url: str = "") -> str:
    """A whole page to look at and to print on A4: as issued, word for word, or as it would be issued now."""
    is_draft = letter.state != ReminderState.ISSUED
    paper = letter.html or letters.to_html(paper_of(letter, _reminders_of(letter)))
    words = {"paper": paper, "is_draft": is_draft, "title": str(letter), "back_url": back_url}
    return render_to_string(_PAGE, words | {"pdf_url": pdf_url if is_draft or letter.pdf_path else ""})
