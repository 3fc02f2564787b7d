"""A person walking through the public form with a browser that has no script."""

import re
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from tests.factories.core import make_house
from tests.factories.workflow import Case
from workflow.models import FormDraft, InformationRequest

NEED = "Tổng chi phí và bản quyết toán công trình đường liên thôn Bến Nứa – Đồi Chè."
IDENTITY = "031292000417"
ANSWERS = {
    "thong-tin": {
        "description": NEED,
        "document_name": "Hồ sơ quyết toán đường liên thôn",
        "years_tu": "2024",
        "years_den": "2025",
    },
    "tu-cach": {"capacity": "SELF", "who": "ADULT"},
    "dong-y": {"consent": "KHONG"},
    "nguoi-yeu-cau": {
        "name": "Hà Thị Mộc Miên",
        "identity_kind": "PERSONAL_ID",
        "identity_number": "031 292 000 417",
        "province": "Thành phố Huế",
        "commune": "Phường Thuận Hóa",
        "address": "12 đường Hoa Sữa",
    },
    "noi-cu-tru": {"is_resident": "CO"},
    "lien-he": {"phone": "0952 417 096", "email": "", "notice": "NONE"},
    "cach-nhan": {"delivery": "DOWNLOAD"},
    "ly-do": {"purpose": "", "asked_before": "LAN_DAU", "times_asked": ""},
    "tai-lieu": {},
}


def commune_house():
    """A commune with everybody in it."""
    return make_house(
        code="suoi-vang",
        case_prefix="SV",
        name="Ủy ban nhân dân xã Suối Vàng",
        short_name="Xã Suối Vàng",
        kind="COMMUNE",
        parent_line="Tỉnh Bình Minh",
        theme="theme-cham",
        first_instance="Chủ tịch Ủy ban nhân dân xã Suối Vàng, thôn Bến Nứa, xã Suối Vàng",
        second_instance="Chủ tịch Ủy ban nhân dân tỉnh Bình Minh, số 2 đường Lúa Mới",
        court="Tòa án nhân dân khu vực 3, tỉnh Bình Minh",
    )


def department_house():
    """A provincial department with everybody in it."""
    return make_house(code="so-tu-phap", case_prefix="STP", name="Sở Tư pháp", short_name="Sở Tư pháp")


class Walker:
    """Answers page after page; what a branch asks beyond the plain way is given as `branches`."""

    def __init__(self, client, house):
        self.client = client
        self.house = house
        self.authority = house.authority

    def url(self, slug=""):
        if not slug:
            return reverse("workflow:new", args=[self.authority.code])
        return reverse("workflow:step", args=[self.authority.code, slug])

    @property
    def sent_url(self):
        return reverse("workflow:sent", args=[self.authority.code])

    def start(self):
        return self.client.post(self.url())

    def open(self, slug, **query):
        return self.client.get(self.url(slug), query)

    def answer(self, slug, answers=None, *, query="", **extra):
        return self.client.post(self.url(slug) + query, (answers or {}) | extra)

    def walk(self, branches=None, *, until="kiem-tra"):
        """From the start to the check page, following the redirects as a browser does; returns the visited pages."""
        answers = ANSWERS | (branches or {})
        where, visited = self.start().url, []
        while where != self.url(until):
            slug = where.rstrip("/").rsplit("/", 1)[-1]
            visited.append(slug)
            assert len(visited) < 30, visited
            response = self.answer(slug, answers[slug])
            assert response.status_code == 302, (slug, errors_of(response))
            where = response.url
        return visited

    def be_slow(self):
        """Let the form have been filled in for a minute, as a person does."""
        draft = FormDraft.objects.latest("pk")
        FormDraft.objects.filter(pk=draft.pk).update(started_at=draft.started_at - timedelta(minutes=1))

    def send(self, **extra):
        self.be_slow()
        return self.client.post(self.url("kiem-tra"), extra)

    def walk_and_send(self, branches=None):
        """The case as the office has it; `case.code` is the tracking code that the confirmation shows."""
        self.walk(branches)
        response = self.send()
        assert response.status_code == 302, errors_of(response)
        code = code_on(self.client.get(response.url))
        return Case(self.house, InformationRequest.objects.latest("pk"), timezone.now(), code)

    def look_up(self, number, code):
        return self.client.post(reverse("workflow:lookup"), {"number": number, "code": code})

    def follow(self, case):
        """Open a case by its number and code; returns its page."""
        response = self.look_up(case.now.code, case.code)
        assert response.status_code == 302, errors_of(response)
        return self.client.get(response.url)

    def act(self, case, slug, answers=None, **extra):
        """One act of the holder of the code, on the version of the case as it is now."""
        return self.client.post(
            reverse("workflow:case_act", args=[slug]), {"seen": case.now.version} | (answers or {}) | extra
        )


def text_of(response) -> str:
    return response.content.decode()


def errors_of(response) -> list[str]:
    """The sentences of the error summary."""
    summary = re.search(r'<div class="summary".*?</div>', text_of(response), re.DOTALL)
    return re.findall(r"<li>(?:<a[^>]*>|<p>)(.*?)<", summary.group(), re.DOTALL) if summary else []


def code_on(response) -> str:
    """The tracking code as it stands on the confirmation, without its spaces."""
    found = re.search(r"slip__secret\">([\d ]+)<", text_of(response))
    return found.group(1).replace(" ", "") if found else ""
