"""The doors of plans, reviews and difficulties for the table of doors: one of each in the house, and who may pass."""

from django.conf import settings

from cms.core.dates import today
from home.models import ReviewSheet
from home.plans import difficulties, issuing, reminding, reporting, reviewing
from home.plans.issuing import PlanWords
from home.plans.reporting import ReportWords
from home.plans.reviewing import ReviewWords
from tests.factories.moments import moment
from tests.factories.plans import fresh, task
from tests.factories.workflow import stored_file

#: anyone, other citizen, officer there, unit not asked, editor, auditor there, auditor, administrator, superuser, officer
LISTS = "in  in  200 200 404 200 200 200 404 200"
PAGE = "in  in  404 200 404 404 200 200 404 200"
ASIDE = "in  in  404 aside 404 404 aside aside 404 aside"
#: Those who keep the records of their authority; the others of the house are told that it is not theirs.
KEEPS = "in  in  404 403 404 404 403 200 404 200"
WRITES = "in  in  404 200 404 404 403 403 404 200"
#: The registry's and the signer's: nobody here is one.
NOBODY = "in  in  404 403 404 404 403 403 404 403"
BEGINS = "in  in  200 403 404 403 403 200 404 200"
REPORTS = "in  in  200 200 404 403 403 403 404 200"
NEVER = "in  in  404 404 404 404 404 404 404 404"

#: What an authority has opened to everybody.
OPEN = "200 200 200 200 200 200 200 200 200 200"

TABLE = {
    "<slug:code>/ke-hoach/": OPEN,
    "<slug:code>/ke-hoach/<plan_key:pk>/": OPEN,
    "<slug:code>/ke-hoach/<plan_key:pk>/in/": OPEN,
    "<slug:code>/ke-hoach/<plan_key:pk>/tep/<plan_key:file>/": OPEN,
    "admin/ke-hoach/moi/": BEGINS,
    "admin/ke-hoach/<plan_key:pk>/": PAGE,
    "admin/ke-hoach/<plan_key:pk>/theo-doi/": PAGE,
    "admin/ke-hoach/<plan_key:pk>/in/": PAGE,
    "admin/ke-hoach/<plan_key:pk>/xlsx/<slug:what>/": PAGE,
    "admin/ke-hoach/<plan_key:pk>/tep/<plan_key:file>/": PAGE,
    "admin/ke-hoach/<plan_key:pk>/nhiem-vu/<plan_key:task>/<slug:act>/": KEEPS,
    "admin/ke-hoach/<plan_key:pk>/<slug:act>/": NOBODY,
    "admin/viec-giao/<plan_key:pk>/": PAGE,
    "admin/viec-giao/<plan_key:pk>/tep/<plan_key:file>/": PAGE,
    "admin/viec-giao/<plan_key:pk>/<slug:act>/": WRITES,
    "admin/don-doc/": LISTS,
    "admin/don-doc/<plan_key:pk>/": PAGE,
    "admin/don-doc/<plan_key:pk>/van-ban/": PAGE,
    "admin/don-doc/<plan_key:pk>/van-ban/pdf/": PAGE,
    "admin/don-doc/<plan_key:pk>/<slug:act>/": NOBODY,
    "admin/ra-soat/": LISTS,
    "admin/ra-soat/moi/": BEGINS,
    "admin/ra-soat/<plan_key:pk>/": PAGE,
    "admin/ra-soat/<plan_key:pk>/in/": PAGE,
    "admin/ra-soat/<plan_key:pk>/xlsx/": PAGE,
    "admin/ra-soat/<plan_key:pk>/<slug:act>/": KEEPS,
    "admin/bang-ra-soat/<plan_key:pk>/": PAGE,
    "admin/bang-ra-soat/<plan_key:pk>/van-ban/<plan_key:review>/<slug:act>/": WRITES,
    "admin/bang-ra-soat/<plan_key:pk>/<slug:act>/": NOBODY,
    "admin/kho-khan/moi/": REPORTS,
    "admin/kho-khan/<plan_key:pk>/": PAGE,
    "admin/kho-khan/<plan_key:pk>/<slug:act>/": WRITES,
}
#: Which act stands for `<slug:act>`, by the part of the address before it.
ACTS = {
    "nhiem-vu": "ket-thuc", "ke-hoach": "ket-thuc", "viec-giao": "bao-cao", "don-doc": "phat-hanh", "ra-soat": "ket-thuc",
    "van-ban": "sua", "bang-ra-soat": "gui", "kho-khan": "rut",
}  # fmt: skip
LIST_SLUGS = ("ke-hoach", "viec-giao", "bang-ra-soat", "kho-khan")


def lists(slug):
    """The rows of one list of the admin, by the name of its address."""
    return {"index": LISTS, "create": NEVER, "edit": NEVER, "delete": NEVER, "inspect": ASIDE, "history": PAGE}


def paperwork(house) -> dict:
    """One of each record in the house: a plan with file, a report with file, a letter, a table of texts, a difficulty."""
    own, at = house.authority, moment("01/06/2026")

    def file(name):
        kept = stored_file(name, role="ANSWER")
        place = settings.PRIVATE_ROOT / kept.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"%PDF-1.7")
        return kept

    words = PlanWords("PLAN", "Triển khai Luật Tiếp cận thông tin", is_public=True, shows_progress=True)
    plan = issuing.draft_plan(authority=own, words=words, file=file("ke-hoach.pdf"), by=house.officer, at=at)
    issuing.add_task(plan=plan, seen=None, words=task(), leads=[own], by=house.officer, at=at)
    number = {"number": "12", "symbol": "KH-SXD", "issued_on": at.date()}
    issuing.issue_plan(plan=plan, seen=None, by=house.signer, at=at, **number)
    plan = fresh(plan)
    row = plan.tasks.get().assignments.get()
    report = reporting.write_report(
        assignment=row, seen=None, words=ReportWords("Đã làm"), file=file("minh-chung.pdf"), by=house.officer, at=at
    )
    letter = reminding.draft_letter(
        plan=plan,
        assignments=[row],
        answer_by_on=today(),
        signer=house.signer,
        by=house.officer,
        at=moment("05/11/2026"),
    )
    asked = reviewing.open_round(
        authority=own, title="Rà soát", due_on=today(), authorities=[own], by=house.officer, at=at
    )
    sheet = ReviewSheet.objects.get(round=asked)
    told = ReviewWords("Quy chế", "ISSUE", "Chưa có")
    review = reviewing.add_review(sheet=sheet, seen=None, words=told, by=house.officer, at=at)
    difficulty = difficulties.report_difficulty(
        authority=own, unit=house.land_unit, title="Thiếu máy", text="Thiếu máy quét", by=house.originator, at=at
    )
    return {
        "code": own.code, "ke-hoach": plan.pk, "viec-giao": row.pk, "don-doc": letter.pk,
        "ra-soat": asked.pk, "bang-ra-soat": sheet.pk,
        "kho-khan": difficulty.pk, "task": plan.tasks.get().pk, "review": review.pk,
        "ke-hoach/file": plan.files.get().pk, "viec-giao/file": report.files.get().pk,
    }  # fmt: skip


def filled(pattern: str, keys: dict) -> str:
    """The pattern with its blanks filled from the paperwork."""
    room = pattern.removeprefix("admin/").removeprefix("<slug:code>/").split("/")[0]
    before = [part for part in pattern.split("<slug:act>")[0].strip("/").split("/") if not part.startswith("<")]
    blanks = {
        "<plan_key:pk>": keys.get(room), "<plan_key:task>": keys["task"], "<plan_key:review>": keys["review"],
        "<plan_key:file>": keys.get(f"{room}/file"), "<slug:what>": "nhiem-vu", "<slug:code>": keys["code"],
        "<slug:act>": ACTS.get(before[-1]),
    }  # fmt: skip
    for blank, value in blanks.items():
        pattern = pattern.replace(blank, str(value))
    return pattern
