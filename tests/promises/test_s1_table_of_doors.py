"""S1, SC08: who gets which answer at every door of requests, offices and the calendar, as one table.

An address that stands in no row fails the test: whoever opens a new door says here who may pass.
"""

import re

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse
from wagtail.models import Page

from catalog.models import InformationItem
from cms.audit.models import Entry
from cms.audit.record import REFUSED_ATTEMPT
from cms.core import authority_url, navigation
from cms.core.roles import Role
from cms.law.models import AdoptedRuleSet, CalendarYear
from tests.factories import catalog as make_catalog
from tests.factories import corrections as make_corrections
from tests.factories import inspections as make_inspections
from tests.factories import remedies as make_remedies
from tests.factories import wording as make_words
from tests.factories.core import UnitFactory, UserFactory, make_house, make_person
from tests.factories.undoing import undone
from tests.factories.workflow import Case, stored_file
from tests.promises import plan_doors, report_doors
from workflow.desk.doors import DOORS
from workflow.models import (
    CorrectionRequest,
    Decision,
    FrequentAnswer,
    InformationRequest,
    InspectionDecision,
    InspectionFinding,
    LetterWording,
    Remedy,
)

#: Who knocks, in the order of the columns. "in": sent to sign in; "aside": sent to another page of the same reach.
WHO = ("anyone", "other citizen", "officer there", "unit not asked", "editor", "auditor there", "auditor",
       "administrator", "superuser", "officer")  # fmt: skip

#: Pages of everybody: whoever opens them sees the same.
OPEN = "200 200 200 200 200 200 200 200 200 200"
#: Cases of the authority, for those who handle them; a supervisor with a grant, too, where nothing personal stands.
CASE = "in  in  404 404 404 404 200 404 404 200"
HANDLED = "in  in  404 404 404 404 404 404 404 200"
ASIDE = "in  in  404 404 404 404 aside 404 404 aside"
#: Records of offices: their administrators and supervisors; whoever administers nothing sees no office at all.
OFFICE = "in  in  404 404 404 404 200 200 200 404"
OFFICE_ASIDE = "in  in  404 404 404 404 aside aside aside 404"
OFFICE_LISTS = "in  in  404 404 404 200 200 200 200 404"
CHANGE = "in  in  404 404 404 404 404 200 200 404"
CASE_LIST = "in  in  200 200 404 200 200 404 404 200"
NEVER = "in  in  404 404 404 404 404 404 404 404"
#: One calendar and one law for everybody who works with them.
LAW = "in  in  200 200 404 200 200 200 200 200"
LAW_ACT = "in  in  403 403 404 403 403 200 403 403"
LAW_ASIDE = "in  in  aside aside 404 aside aside aside aside aside"
#: The words of one authority: its own people who work on requests, its administrators and supervisors.
WORDS = "in  in  404 200 404 404 200 200 404 200"
WORDS_ACT = "in  in  404 403 404 404 403 200 404 200"
WORDS_ASIDE = "in  in  404 aside 404 404 aside aside 404 aside"
#: Items of the catalog: those who write, check and publish them, and a supervisor with a grant.
ITEM = "in  in  404 404 200 404 200 404 404 200"
ITEM_ASIDE = "in  in  404 404 aside 404 aside 404 404 aside"
ITEM_LISTS = "in  in  200 200 200 200 200 404 404 200"
#: What becomes of cases after their end: who keeps them, who answers for personal data, who supervises.
RETENTION = "in  in  200 404 404 200 200 404 404 200"
#: What was done, for those who hold a grant over the authority, their own or another.
LOG = "in  in  404 404 404 200 200 200 200 404"
#: What an authority must show, and how it stands: its own people, supervisors, and who looks after the installation.
DUTIES = "in  in  404 200 200 404 200 200 200 200"
#: Figures of whole authorities: a unit's own officers see their cases, not the sums.
FIGURES = "in  in  200 404 404 200 200 404 404 200"

#: Signing in: whoever is in already goes on; a step of it without the step before leads to its beginning.
SIGNED_OUT = "200 200 aside aside aside aside aside aside aside aside"
OWN = "in  in  200 200 200 200 200 200 200 200"
HALF_IN = "in  in  aside aside aside aside aside aside aside aside"

TABLE = {
    # --- signing in ----------------------------------------------------------------------------------------------
    "admin/login/": SIGNED_OUT,
    "admin/login/mat-khau/": HALF_IN,
    "admin/login/ma-xac-thuc/": HALF_IN,
    "admin/login/thiet-lap/": HALF_IN,
    "admin/bao-mat/": OWN,
    "admin/bao-mat/thiet-lap/": OWN,
    "admin/bao-mat/ma-du-phong/": " ".join(["in", "in", *["aside"] * 8]),
    "admin/bao-mat/bo/": OWN,
    "admin/bao-mat/co-quan/<int:pk>/": "in  in  404 404 404 404 404 200 200 404",
    "admin/login/lien-ket/": " ".join(["404"] * 10),
    "admin/login/lien-ket/ve/": " ".join(["404"] * 10),
    "admin/bao-mat/dinh-danh/<int:pk>/": NEVER,
    "admin/logout/": " ".join(["aside"] * 10),
    "admin/password_reset/": OPEN,
    "admin/password_reset/done/": OPEN,
    "admin/password_reset/confirm/<uidb64>/<token>/": OPEN,
    "admin/password_reset/complete/": OPEN,
    # --- the public side -----------------------------------------------------------------------------------------
    "gui-yeu-cau/": OPEN,
    "tra-cuu/": OPEN,
    "tinh-thoi-han/": OPEN,
    "": OPEN,
    "<slug:code>/": OPEN,
    "healthz": OPEN,
    "readyz": OPEN,
    "hien-thi/": " ".join(["aside"] * 10),
    # For search engines, feed readers and portals; a list, an emblem that is not there, and what is only pressed.
    "sitemap.xml": OPEN,
    "sitemap-danh-muc.xml": OPEN,
    "robots.txt": OPEN,
    "tin-tuc.atom": OPEN,
    "<slug:code>/tin-tuc.atom": OPEN,
    "<slug:code>/gan-vao-cong/": OPEN,
    "<slug:code>/gan-vao-cong/<slug:slug>.html": " ".join(["404"] * 10),
    "<slug:code>/gan-vao-cong/<slug:slug>.csv": " ".join(["404"] * 10),
    "<slug:code>/bieu-trung/<int:pk>.png": " ".join(["404"] * 10),
    # What machines may take away: no more than the pages show, to everybody alike; the item asked for is a draft.
    "du-lieu-mo/": OPEN,
    "<slug:code>/du-lieu-mo/": OPEN,
    "danh-muc.atom": OPEN,
    "danh-muc.jsonld": OPEN,
    "<slug:code>/danh-muc.atom": OPEN,
    "<slug:code>/danh-muc.jsonld": OPEN,
    "api/v1/": OPEN,
    "api/v1/openapi.json": OPEN,
    "api/v1/authorities": OPEN,
    "api/v1/authorities/<code>": OPEN,
    "api/v1/authorities/<code>/catalog": OPEN,
    "api/v1/authorities/<code>/service-units": OPEN,
    "api/v1/authorities/<code>/statistics": OPEN,
    "api/v1/authorities/<code>/figures": OPEN,
    "api/v1/authorities/<code>/compliance": OPEN,
    "api/v1/focal-points": OPEN,
    "api/v1/categories": OPEN,
    "api/v1/items": OPEN,
    "api/v1/items/<code>": " ".join(["404"] * 10),
    "api/v1/items/<code>/versions": " ".join(["404"] * 10),
    "api/v1/withdrawn": OPEN,
    "api/v1/compliance": OPEN,
    "api/v1/deadline": " ".join(["422"] * 10),  # asked without a day
    "api/v1/<path:rest>": " ".join(["404"] * 10),
    "huu-ich/": " ".join(["405"] * 10),
    # What anybody needs to check the record; nothing is signed yet.
    "kiem-chung/": OPEN,
    "kiem-chung/khoa-cong-khai": OPEN,
    "kiem-chung/diem-moi-nhat": " ".join(["404"] * 10),
    "kiem-chung/kiem-chung.py": OPEN,
    "thanh-phan/": " ".join(["404"] * 10),  # developers only
    "tim-kiem/": OPEN,
    "<slug:code>/tim-kiem/": OPEN,
    "<slug:code>/bieu-mau/<slug:form>/": OPEN,
    "<slug:code>/bieu-mau/mau-<slug:form>.docx": OPEN,
    "<slug:code>/bieu-mau/mau-<slug:form>.pdf": OPEN,
    "<slug:code>/tuan-thu/": OPEN,
    "<slug:code>/tuan-thu.json": OPEN,
    "tuan-thu.json": OPEN,
    r"^((?:[\w\-]+/)*)$": OPEN,  # every page; here the front one
    "<slug:code>/yeu-cau/": OPEN,
    # The form and the confirmation belong to the browser that holds their cookie; all others begin at the start.
    "<slug:code>/yeu-cau/da-gui/": " ".join(["aside"] * 10),
    "<slug:code>/yeu-cau/kiem-tra/": " ".join(["aside"] * 10),
    "<slug:code>/yeu-cau/goi-y/<int:number>/": " ".join(["aside"] * 10),
    "<slug:code>/yeu-cau/<slug:slug>/": " ".join(["aside"] * 10),
    # The case that number and code have opened; a colleague's key proves nothing here.
    "lich-han/<str:token>.ics": " ".join(["404"] * 10),  # for who holds the address
    "tra-cuu/ho-so/": "aside 200 aside aside aside aside aside aside aside aside",
    "tra-cuu/ho-so/tep/<int:pk>/": "aside 404 aside aside aside aside aside aside aside aside",
    "tra-cuu/ho-so/cung-cap-lai/<int:pk>/": "aside 404 aside aside aside aside aside aside aside aside",
    "tra-cuu/ho-so/van-ban/<int:pk>/": "aside 404 aside aside aside aside aside aside aside aside",
    "tra-cuu/ho-so/van-ban/<int:pk>/pdf/": "aside 404 aside aside aside aside aside aside aside aside",
    "tra-cuu/ho-so/phieu-tiep-nhan/": "aside 200 aside aside aside aside aside aside aside aside",
    "tra-cuu/ho-so/phieu-tiep-nhan/pdf/": "aside 200 aside aside aside aside aside aside aside aside",
    "tra-cuu/ho-so/phieu-yeu-cau.pdf": "aside 200 aside aside aside aside aside aside aside aside",
    "tra-cuu/ho-so/phieu-yeu-cau.docx": "aside 200 aside aside aside aside aside aside aside aside",
    "tra-cuu/ho-so/kien-nghi/": "aside 409 aside aside aside aside aside aside aside aside",  # nothing was given yet
    "tra-cuu/kien-nghi/": " ".join(["aside"] * 10),
    "tra-cuu/kien-nghi/tep/<int:pk>/": " ".join(["aside"] * 10),
    "<slug:code>/kien-nghi/da-gui/": " ".join(["aside"] * 10),
    "<slug:code>/kien-nghi/<item_code:item>/": " ".join(["404"] * 10),
    "tra-cuu/ho-so/<slug:slug>/": "aside 200 aside aside aside aside aside aside aside aside",
    # --- the catalog: the item knocked at is a draft of the house's own land unit ---------------------------------
    "<slug:code>/danh-muc/": OPEN,
    "<slug:code>/danh-muc/don-vi-su-nghiep/": OPEN,
    "<slug:code>/danh-muc/theo-quy/": " ".join(["404"] * 10),  # communes only
    "<slug:code>/danh-muc/so-do/": OPEN,
    "<slug:code>/danh-muc/so-do.json": OPEN,
    "<slug:code>/danh-muc/<slug:slug>/": OPEN,
    "<slug:code>/danh-muc/<slug:slug>.<list_file:kind>": OPEN,
    "<slug:code>/danh-muc/<item_code:item>/": " ".join(["404"] * 10),
    "<slug:code>/danh-muc/<item_code:item>/tep/<int:pk>/": " ".join(["404"] * 10),
    "admin/danh-muc/nhap/": "in  in  200 200 200 404 404 404 404 200",
    "admin/danh-muc/so-do/": ITEM_LISTS,
    "admin/danh-muc/hong/": ITEM_LISTS,
    "admin/danh-muc/goi-y/": ITEM_LISTS,
    "admin/danh-muc/nhap-bang/": "in  in  200 200 200 404 404 404 404 200",
    "admin/danh-muc/nhap-bang/mau.xlsx": "in  in  200 200 200 404 404 404 404 200",
    "admin/danh-muc/nhap-bang/<int:pk>/": NEVER,
    "admin/danh-muc/nhap-bang/<int:pk>/loi.csv": NEVER,
    "admin/danh-muc/cho-dang/": "in  in  200 404 404 404 404 404 404 200",
    "admin/danh-muc/khong-cong-khai/": "in  in  200 200 404 200 200 404 404 200",
    "admin/danh-muc/khong-cong-khai.<list_file:kind>": "in  in  200 200 404 200 200 404 404 200",
    "admin/danh-muc/khong-cong-khai/them/": "in  in  200 200 404 404 404 404 404 200",
    "admin/danh-muc/don-vi-su-nghiep/<int:pk>/xac-nhan/": NEVER,
    "admin/danh-muc/<item_code:item>/": ITEM,
    "admin/danh-muc/<item_code:item>/tep/<int:pk>/": NEVER,
    "admin/danh-muc/<item_code:item>/<slug:act>/": "in  in  404 404 200 404 403 404 404 200",
    # --- the desk ------------------------------------------------------------------------------------------------
    "admin/nhap-phieu/": "in  in  200 404 404 404 404 404 404 200",
    "admin/cho-ky/": "in  in  200 200 404 200 200 404 404 200",
    "admin/cho-ky/<int:pk>/": "in  in  404 404 404 404 403 404 404 403",
    "admin/cho-ky/<int:pk>/<str:form>/": HANDLED,
    "admin/cho-ky/<int:pk>/<str:form>/pdf/": HANDLED,
    "admin/cho-ky/<int:pk>/<str:form>/docx/": HANDLED,
    "admin/cho-phat-hanh/": "in  in  404 404 404 404 404 404 404 404",  # the registry's own
    "admin/so-van-ban/di/": "in  in  200 404 404 200 200 404 404 200",
    "admin/so-van-ban/den/": "in  in  200 404 404 200 200 404 404 200",
    "admin/so-van-ban/phat-hanh/": "in  in  404 404 404 404 404 404 404 404",  # the registry's own
    "admin/so-van-ban/phat-hanh/<int:pk>/": NEVER,
    "admin/so-van-ban/danh-so/": "in  in  200 404 404 200 200 404 404 200",
    "admin/ra-tep/": "in  in  200 200 404 200 200 404 404 200",
    "admin/ban-giao/": "in  in  200 404 404 404 404 404 404 200",
    "admin/bo-loc/": "in  in  200 200 404 200 200 404 404 200",
    "admin/bo-loc/<int:pk>/bo/": "in  in  405 405 404 405 405 404 404 405",  # pressed, never opened
    "admin/ho-so/<case_number:code>/": CASE,
    "admin/ho-so/<case_number:code>/ma-tra-cuu/": CASE,
    "admin/ho-so/<case_number:code>/so-giay-to/": "in  in  404 404 404 404 403 404 404 200",
    "admin/ho-so/<case_number:code>/tuong-tu/": HANDLED,
    "admin/ho-so/<case_number:code>/phieu-tiep-nhan/": HANDLED,
    "admin/ho-so/<case_number:code>/phieu-tiep-nhan/pdf/": HANDLED,
    "admin/ho-so/<case_number:code>/phieu-tiep-nhan/docx/": HANDLED,
    "admin/ho-so/<case_number:code>/<citizens_paper:paper>/<paper_kind:kind>/": HANDLED,
    "admin/ho-so/<case_number:code>/van-ban/<int:pk>/": CASE,
    "admin/ho-so/<case_number:code>/van-ban/<int:pk>/pdf/": HANDLED,
    "admin/ho-so/<case_number:code>/van-ban/<int:pk>/docx/": NEVER,  # it was issued: the PDF is the paper
    "admin/ho-so/<case_number:code>/tep/<int:pk>/": HANDLED,
    "admin/ho-so/<case_number:code>/<slug:move>/": "in  in  404 404 404 404 403 404 404 200",
    "admin/so-theo-doi/": CASE_LIST,
    "admin/so-theo-doi/khoa-so/": "in  in  200 404 404 200 200 404 404 200",
    "admin/so-theo-doi/khoa-so/<int:pk>/": NEVER,
    "admin/so-theo-doi/khoa-so/<int:pk>/ban-in.pdf": NEVER,
    "admin/lich-han/": CASE_LIST,
    "admin/so-theo-doi/xuat/<int:pk>/": NEVER,  # for who asked for it
    "admin/so-theo-doi/xuat/<int:pk>/tep/": NEVER,
    "admin/kien-nghi/so/": "in  in  200 404 404 200 200 404 404 200",
    "admin/kien-nghi/<case_number:code>/": CASE,
    "admin/kien-nghi/<case_number:code>/ma-tra-cuu/": CASE,
    "admin/kien-nghi/<case_number:code>/tep/<int:pk>/": NEVER,
    "admin/kien-nghi/<case_number:code>/<slug:move>/": "in  in  404 404 404 404 403 404 404 200",
    # --- the log: under a grant; the entry and the story knocked at are those of the case ---------------------------
    "admin/luu-tru/": RETENTION,
    "admin/luu-tru/cho-quyet-dinh/": RETENTION,
    "admin/luu-tru/thoi-han/": RETENTION,
    "admin/ho-so/<case_number:code>/luu-tru/": CASE,
    "admin/nhat-ky/": LOG,
    "admin/doc-du-lieu/": LOG,
    "admin/doc-du-lieu/<int:pk>/": NEVER,
    "admin/nhat-ky/cach-xem/": LOG,
    "admin/nhat-ky/xuat/": LOG,
    "admin/nhat-ky/cach-xem/<int:pk>/bo/": "in  in  404 404 404 405 405 405 405 404",  # pressed, never opened
    "admin/nhat-ky/<int:seq>/": "in  in  404 404 404 404 200 200 200 404",
    "admin/nhat-ky/<log_kind:kind>/<str:key>/": CASE,
    # Signed heads of the record, one for the whole installation: supervisors and administrators; printing is a POST.
    "admin/diem-kiem-chung/": "in  in  404 404 404 200 200 200 200 404",
    "admin/diem-kiem-chung/in/": "in  in  404 404 404 405 405 405 405 404",
    "admin/diem-kiem-chung/<int:number>.txt": NEVER,
    "admin/y-kien-ve-trang/": "in  in  404 404 200 200 200 200 200 404",
    # --- accounts closed because nobody used them: their authority's heads and administrators -----------------------
    "admin/tai-khoan-tam-khoa/": "in  in  404 404 404 404 404 200 200 404",
    # --- roles passed on during leave: those who work on cases, and who confirms it ---------------------------------
    "admin/uy-quyen/": "in  in  200 200 404 404 404 200 404 200",
    # --- the six-monthly review of rights: administrators and heads act, supervisors read -----------------------------
    "admin/ra-soat-quyen/": "in  in  404 404 404 200 200 200 404 404",
    # --- who may do what: for who looks after accounts, and their supervisors ------------------------------------
    "admin/bang-quyen/": "in  in  404 404 404 200 200 200 200 404",
    # --- reorganisations: who looks after the installation, and administrators of who takes over -----------------
    "admin/sap-xep/": "in  in  404 404 404 404 404 200 200 404",
    "admin/sap-xep/<int:pk>/": NEVER,
    # --- what must be shown, and how it stands -------------------------------------------------------------------
    "admin/tuan-thu/": "in  in  aside aside aside aside aside aside 200 aside",  # who has one authority lands on its page
    "admin/tuan-thu/bang.xlsx": "in  in  200 200 200 200 200 200 200 200",  # of the authorities in one's reach
    "admin/tuan-thu/<slug:code>/": DUTIES,
    "admin/tuan-thu/<slug:code>/phuong-tien/": "in  in  404 404 404 404 404 200 404 200",
    "admin/tuan-thu/<slug:code>/<slug:obligation>/": DUTIES,
    # --- figures: of the authority one works for, and of those under a grant -------------------------------------
    "admin/thong-ke/": FIGURES,
    "admin/thong-ke/bieu-do/": FIGURES,
    "admin/thong-ke/so/<slug:figure>/": FIGURES,
    "admin/thong-ke/tep/": "in  in  405 404 404 405 405 404 404 405",  # pressed, never opened
    # --- Wagtail's pages by its own scripts: what is listed is in one's reach; the page knocked at is the root -----
    "admin/api/main/^pages/": "in  in  200 200 200 200 200 200 200 200",
    "admin/api/main/^pages/<int:pk>/": NEVER,
    "admin/api/main/^pages/<int:pk>/action/<str:action_name>/": "in  in  404 404 404 404 404 404 405 404",
    "admin/api/main/^pages/find/": NEVER,
    # --- the calendar and the law --------------------------------------------------------------------------------
    "admin/lich/": LAW,
    "admin/lich/<calendar_year:year>/": LAW,
    "admin/lich/<calendar_year:year>/xac-nhan/": LAW_ASIDE,  # the year is confirmed
    "admin/lich/thay-doi/": LAW,
    "admin/lich/thay-doi/moi/": LAW_ACT,
    "admin/lich/thay-doi/<calendar_key:pk>/": "in  in  404 404 404 404 404 404 404 404",
    "admin/lich/bo-quy-dinh/": LAW,
    "admin/lich/bo-quy-dinh/tai-len/": LAW_ACT,
    "admin/lich/bo-quy-dinh/<calendar_key:pk>/": LAW,
    "admin/lich/bo-quy-dinh/<calendar_key:pk>/tep/": LAW,
    # --- the words of papers, of the officer's own authority; its frequent answers ------------------------------
    "admin/mau-cau-chu/": LAW,
    "admin/mau-cau-chu/van-ban/<slug:owner>/<wording_form:form>/": WORDS,
    "admin/mau-cau-chu/van-ban/<slug:owner>/<wording_form:form>/doi/": WORDS_ACT,
    "admin/mau-cau-chu/de-nghi/<wording_key:pk>/": WORDS,
    "admin/mau-cau-chu/tra-loi/": LAW,
    "admin/mau-cau-chu/tra-loi/<wording_key:pk>/": WORDS,
    "admin/mau-cau-chu/tra-loi/<slug:owner>/moi/": WORDS_ACT,
}
# The question after the end, and the way to the case that answers anew: pressed on the tracking page.
TABLE |= dict.fromkeys(("tra-cuu/ho-so/hai-long/", "tra-cuu/ho-so/mo-ho-so/"), " ".join(["aside"] * 10))
# Inspections: who supervises or administers, and the inspected authority; the decision of the world is of another one.
TABLE |= {
    "admin/kiem-tra/": "in  in  200 404 404 200 200 200 404 200",
    "admin/kiem-tra/moi/": "in  in  404 404 404 200 200 200 404 404",
    "admin/kiem-tra/<int:pk>/": "in  in  404 404 404 200 200 200 404 200",
    "admin/kiem-tra/<int:pk>/<slug:act>/": "in  in  404 404 404 200 200 200 404 403",
    "admin/kiem-tra/ket-luan/<int:pk>/<slug:act>/": "in  in  404 404 404 404 403 404 404 403",
}
# A complaint about the case: its page, its acts, its book; who denounces is a page of a denunciation only.
TABLE |= {
    "admin/ho-so/<case_number:code>/khieu-nai/": "in  in  404 404 404 404 403 404 404 200",
    "admin/khieu-nai/so/": "in  in  200 404 404 200 200 404 404 200",
    "admin/khieu-nai/<case_number:code>/": CASE,
    "admin/khieu-nai/<case_number:code>/ai-to-cao/": NEVER,
    "admin/khieu-nai/<case_number:code>/tep/<int:pk>/": HANDLED,
    "admin/khieu-nai/<case_number:code>/<slug:move>/": "in  in  404 404 404 404 403 404 404 200",
}
# Wagtail's own list of accounts, without its acts in bulk; whoever may not see it is sent to the start.
TABLE |= dict.fromkeys(
    (
        *("admin/users/", "admin/users/results/", "admin/users/new/", "admin/users/edit/<int:pk>/"),
        *("admin/groups/new/", "admin/groups/edit/<int:pk>/"),
    ),
    "in  in  aside aside aside aside aside aside 200 aside",
)
MODELADMIN = {"create": "create/$", "edit": "edit/{}$", "delete": "delete/{}$", "inspect": "inspect/{}$",
              "history": "history/{}$", "index": "$"}  # fmt: skip
KEY = r"(?P<instance_pk>[-\w]+)/"


def lists(slug, **rows):
    """The six addresses of one list of the admin."""
    return {f"admin/^{slug}/{MODELADMIN[name].format(KEY)}": row for name, row in rows.items()}


for slug in ("ho-so", "muc-thong-tin", "quyet-dinh", "van-ban", "kien-nghi", "khieu-nai"):
    TABLE |= lists(slug, index=CASE_LIST, create=NEVER, edit=NEVER, delete=NEVER, inspect=ASIDE, history=CASE)
for slug in ("quy-dinh", "lich-nam", "ngay-lich"):
    TABLE |= lists(slug, index=LAW, create=NEVER, edit=NEVER, delete=NEVER, inspect=LAW, history=LAW)
for slug in ("ban-cau-chu", "ban-tra-loi-mau"):
    TABLE |= lists(slug, index=LAW, create=NEVER, edit=NEVER, delete=NEVER, inspect=WORDS_ASIDE, history=WORDS)
TABLE |= lists("thay-doi-lich", index=LAW, create=NEVER, edit=NEVER, delete=NEVER, inspect=NEVER, history=NEVER)
for slug in ("co-quan", "don-vi", "dau-moi", "vai-tro", "tai-khoan"):
    TABLE |= lists(
        slug, index=OFFICE_LISTS, create=CHANGE, edit=CHANGE, delete=NEVER, inspect=OFFICE_ASIDE, history=OFFICE
    )
# A new authority is the installation's matter; an account changes by its own acts, on its own page.
TABLE |= lists("co-quan", create="in  in  404 404 404 404 404 404 200 404")
TABLE |= lists("tai-khoan", edit=NEVER, inspect=OFFICE)

TABLE |= plan_doors.TABLE | report_doors.TABLE
for slug in plan_doors.LIST_SLUGS:
    TABLE |= lists(slug, **plan_doors.lists(slug))
TABLE |= lists("danh-muc", index=ITEM_LISTS, create=NEVER, edit=NEVER, delete=NEVER, inspect=ITEM_ASIDE, history=ITEM)
KEPT = "in  in  200 404 200 404 404 404 404 200"
for slug in ("nhom-thong-tin", "don-vi-su-nghiep"):
    TABLE |= lists(slug, index=ITEM_LISTS, create=KEPT, edit=NEVER, delete=NEVER, inspect=NEVER, history=NEVER)

STOPS, NEW_STOP = "in  in  404 404 200 200 200 200 404 404", "in  in  404 404 200 404 404 200 404 404"
TABLE |= lists("tam-ngung", index=STOPS, create=NEW_STOP, edit=NEVER, delete=NEVER, inspect=NEVER, history=NEVER)

#: Rooms of Wagtail's own views; they hold pages, pictures and accounts, and know nothing of requests.
WAGTAILS_OWN = ("wagtail.", "django.")


def doors(resolver=None, prefix=""):
    """(pattern, view) of every address of the site."""
    for entry in (resolver or get_resolver()).url_patterns:
        path = prefix + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            yield from doors(entry, path)
        else:
            yield path, entry.lookup_str


def ours():
    return [path for path, view in doors() if not view.startswith(WAGTAILS_OWN)]


def forget():
    """Counters and pages last seen belong to one visitor."""
    cache.clear()
    navigation.forget()
    authority_url._LAST_SEEN.clear()


@pytest.fixture(autouse=True)
def fresh_memory():
    forget()
    yield
    cache.clear()


@pytest.fixture
def world(house, settings):
    """A case with file, paper and proposal, and everybody who may knock at its doors."""
    sent = stored_file("don-kem.pdf", role="SENT")
    (settings.PRIVATE_ROOT / sent.path).parent.mkdir(parents=True, exist_ok=True)
    (settings.PRIVATE_ROOT / sent.path).write_bytes(b"%PDF-1.7")
    case = Case.sent(house, files=[sent]).accept().review()
    case.extended().propose_to_provide()
    case.papers = plan_doors.paperwork(house)
    case.reports = report_doors.paperwork(house)
    make_words.proposed_and_written(house)
    make_catalog.draft(house)
    make_corrections.reported(house, info_request=Case.sent(house, on="04/11/2026").accept().provide_at_once().now)
    make_remedies.entered(case, received_on="03/12/2026", files=[make_remedies.a_paper()])
    make_inspections.found(house, make_inspections.confirmed(house))
    make_inspections.entered(house)
    elsewhere = make_house()
    idle = UnitFactory(authority=house.authority)
    superuser = UserFactory(is_superuser=True, is_staff=True)
    people = {
        "officer there": elsewhere.officer,
        "unit not asked": make_person("Đơn vị khác", Role.ORIGINATING_UNIT, authority=house.authority, unit=idle),
        "editor": house.editor,
        "auditor there": elsewhere.auditor,
        "auditor": house.auditor,
        "administrator": house.administrator,
        "superuser": superuser,
        "officer": house.officer,
    }
    return case, people, Case.sent(house, on="03/11/2026")


def visits(world, whom=WHO):
    """(who, their browser) one after another, each in the world as it was made."""
    _case, people, other = world
    for who in whom:
        forget()
        with undone():
            yield who, browser(who, people, other)


def browser(who, people, other):
    """The browser of one of them; the other citizen has a case of their own open."""
    client = Client()
    if who == "other citizen":
        client.post(reverse("workflow:lookup"), {"number": other.now.code, "code": other.code})
    elif who in people:
        client.force_login(people[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def address(pattern, case):
    """The pattern filled with what belongs to the case, or to the house's plans."""
    if "plan_key" in pattern:
        return f"/{plan_doors.filled(pattern, case.papers)}"
    if "report_key" in pattern:
        return f"/{report_doors.filled(pattern, case.reports)}"
    info_request = case.now
    attachment, letter = info_request.attachments.first(), info_request.letters.filter(state="ISSUED").first()
    decision = Decision.objects.filter(info_request=info_request, state="PROPOSED").first()
    authority = info_request.authority
    item, correction = InformationItem.objects.get(), CorrectionRequest.objects.get()
    first = {
        "ho-so": info_request, "muc-thong-tin": info_request.pieces.first(), "quyet-dinh": decision,
        "van-ban": letter, "co-quan": authority, "don-vi": case.house.focal_unit, "dau-moi": case.house.focal_point,
        "vai-tro": case.house.signer.role_holdings.first(), "tai-khoan": case.house.signer,
        "quy-dinh": AdoptedRuleSet.objects.first(), "lich-nam": CalendarYear.objects.first(),
        "ngay-lich": CalendarYear.objects.first().days.first(), "danh-muc": item, "kien-nghi": correction,
        "khieu-nai": Remedy.objects.get(),
        "ban-cau-chu": LetterWording.objects.get(), "ban-tra-loi-mau": FrequentAnswer.objects.get(),
    }  # fmt: skip
    room = re.search(r"\^([a-z-]+)/", pattern)
    keys = {
        KEY: f"{first[room[1]].pk if room[1] in first else case.papers.get(room[1], 1)}/" if room else "",
        "<slug:code>": authority.code,
        "<code>": item.code if "items/" in pattern else authority.code,
        "<path:rest>": "khong-co",
        "<case_number:code>": _code_in(pattern, correction, info_request),
        "<slug:move>": "nhan" if "kien-nghi" in pattern else "thu-ly" if "khieu-nai/<" in pattern else "lien-he",
        "<slug:slug>": "phai-cong-khai" if "danh-muc" in pattern else "lien-he",
        "<item_code:item>": item.code,
        "<list_file:kind>": "csv",
        "<slug:act>": "xac-nhan" if "kiem-tra" in pattern else "sua",
        "<str:form>": "RESOLUTION",
        "<int:seq>": str(acts_on(info_request).first().seq),
        "<log_kind:kind>": "workflow.informationrequest",
        "<str:key>": str(info_request.pk),
        "<str:token>": "khong-co",
        "<slug:form>": "01a",
        "<slug:owner>": authority.code,
        "<citizens_paper:paper>": "phieu-yeu-cau",
        "<paper_kind:kind>": "docx",
        "<wording_form:form>": "time-limit",
        "<wording_key:pk>": str((FrequentAnswer if "tra-loi" in pattern else LetterWording).objects.get().pk),
        "<slug:obligation>": "FOCAL_POINT",
        "<slug:figure>": "received",
        "<str:action_name>": "publish",
        r"((?:[\w\-]+/)*)": "",
        "<calendar_year:year>": "2026",
        "<calendar_key:pk>": str(AdoptedRuleSet.objects.first().pk) if "bo-quy-dinh" in pattern else "999999",
        "<int:number>": "0",
        "<int:pk>": str(_knocked_at(pattern, attachment, letter, decision).pk),
    }
    for blank, value in keys.items():
        pattern = pattern.replace(blank, value)
    return "/" + pattern.replace("^", "").replace("$", "")


def acts_on(info_request):
    return Entry.objects.filter(subject_type="workflow.informationrequest", subject_id=str(info_request.pk))


def _code_in(pattern, correction, info_request):
    if "kien-nghi" in pattern:
        return correction.code
    return Remedy.objects.get().code if "admin/khieu-nai" in pattern else info_request.code


def _knocked_at(pattern, attachment, letter, decision):
    if "admin/users/" in pattern:
        return decision.proposed_by
    if "admin/groups/" in pattern:
        return Group.objects.get_or_create(name="Nhóm quyền")[0]
    if "bao-mat/" in pattern:
        return decision.info_request.authority
    if "ket-luan" in pattern:
        return InspectionFinding.objects.get()
    if "kiem-tra" in pattern:
        return InspectionDecision.objects.get(state="PROPOSED")
    if "khieu-nai" in pattern:
        return Remedy.objects.get().files.get()
    if "api/main" in pattern:
        return Page.objects.get(depth=1)
    return attachment if "tep/" in pattern else letter if "van-ban/" in pattern else decision


def told(response):
    if response.status_code != 302:
        return str(response.status_code)
    return "in" if response.url.startswith("/admin/login/") else "aside"


def test_every_door_of_ours_stands_in_the_table():
    assert sorted(ours()) == sorted(TABLE)


def test_everybody_gets_what_the_table_says(world):
    wrong, targets = [], {pattern: address(pattern, world[0]) for pattern in TABLE}
    for who, client in visits(world):
        place = WHO.index(who)
        for pattern, row in TABLE.items():
            response = client.get(targets[pattern])
            got = told(response)
            if response.streaming:
                assert b"".join(response.streaming_content)  # and closes the file
            if got != row.split()[place]:
                wrong.append(f"{who} at {pattern}: {got}, not {row.split()[place]}")
    assert not wrong, "\n".join(wrong)


def test_nobody_without_the_case_changes_it_by_any_door(world):
    """Every door is pushed with a plausible form, by those who may only look and by those who may not even that."""
    case, _, _ = world
    form = {"seen": case.now.version, "action": "save", "reason": "Vì sao", "text": "Nội dung", "phone": "0912345678"}
    targets = [address(pattern, case) for pattern in TABLE if "ho-so" in pattern or "cho-ky" in pattern]
    targets += [reverse("desk:move", args=[case.now.code, slug]) for slug in DOORS]
    for who, client in visits(world, [who for who in WHO if who != "officer"]):
        before = facts(case)
        for target in dict.fromkeys(targets):
            response = client.post(target, form)
            assert response.status_code in {302, 403, 404, 405, 422}, (who, target, response.status_code)
            if who == "auditor" and "/admin/ho-so/SV" in target:
                assert response.status_code in {403, 405}
        assert facts(case) == before, who


def facts(case):
    """Everything that an act would leave behind, refusals aside."""
    info_request = InformationRequest.objects.get(pk=case.pk)
    return (
        {field.attname: getattr(info_request, field.attname) for field in info_request._meta.concrete_fields},
        info_request.requester.history.count(),
        [info_request.decisions.count(), info_request.letters.count(), info_request.notes.count()],
        Entry.objects.filter(subject_id=str(case.pk)).exclude(kind=REFUSED_ATTEMPT).count(),
    )


def test_an_attempt_to_act_on_a_case_one_may_only_see_is_on_record(world):
    case, people, other = world
    client = browser("auditor", people, other)

    client.post(reverse("desk:move", args=[case.now.code, "rut"]), {"seen": case.now.version, "text": "x"})

    entry = Entry.objects.latest("seq")
    assert (entry.kind, entry.subject_id) == (REFUSED_ATTEMPT, str(case.pk))
