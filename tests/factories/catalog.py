"""Items of a house's catalog, made by the same services as everywhere: entered by one, checked, published by another."""

from datetime import date

from catalog.choices import InfoClass
from catalog.services import checking, drafts, marks, publishing
from catalog.services import files as intake
from cms.core.models import User
from cms.law.services import rule_set_on
from tests.factories.moments import day, moment

AT = moment("16/11/2026 09:00")
PDF = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
)


def facts(house, **more) -> dict:
    """What a person types for a document of the land unit that must be public."""
    created_on = more.get("created_on", day("13/11/2026"))
    return {
        "rule_set": rule_set_on(max(created_on, date(2018, 7, 1))),
        "category": "PUB26_L",
        "info_class": InfoClass.MUST_PUBLISH,
        "title": "Bảng giá đất năm 2026",
        "number": "64/QĐ-UBND",
        "created_on": created_on,
        "originating_unit": house.land_unit,
        "responsible_unit": house.focal_unit,
    } | more


def as_now(person):
    """The person as a new request would see them: roles are read once and kept."""
    return User.objects.get(pk=person.pk)


def a_file(name="bang-gia.pdf", content=PDF):
    return intake.take(name, content)


def draft(house, *, links=(("", "https://congbao.minhbach.example/64"),), files=(), at=AT, by=None, **more):
    return drafts.enter(
        authority=house.authority,
        facts=facts(house, **more),
        links=links,
        files=files,
        by=by or house.originator,
        at=at,
    )


def checked(house, *, at=AT, item=None, **more):
    item = item or draft(house, at=at, **more)
    return checking.check(item=item, seen=item.version, no_secret=True, no_personal=True, by=house.originator, at=at)


def published(house, *, at=AT, item=None, **more):
    """Public: entered and checked by the land unit, published by the focal officer."""
    item = checked(house, at=at, item=item, **more)
    return publishing.publish(item=item, seen=item.version, by=house.officer, at=at)


def conditional(house, **more):
    """Known to exist, to be had with consent."""
    defaults = {
        "info_class": InfoClass.CONDITIONAL,
        "category": "",
        "title": "Hồ sơ dự án nhà máy chè Đồi Xa",
        "number": "",
        "conditional_kind": "BUSINESS_SECRET",
        "consent_of": "Chủ sở hữu bí mật kinh doanh",
    }
    return published(house, links=(), **(defaults | more))


def a_mark(house, *, at=AT, **more):
    words = {
        "words": "Sổ công tác số 07/2026",
        "reason_code": "WORK_SECRET",
        "review_on": day("31/12/2026"),
        "unit": house.land_unit,
        "rule_set": rule_set_on(day("16/11/2026")),
    } | more
    return marks.mark(authority=house.authority, by=house.originator, at=at, **words)
