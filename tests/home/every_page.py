"""Every public template in every state: what the checks of pages, by machine and in the browser, walk through."""

import re
from xml.etree import ElementTree

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory

from cms.core import views
from cms.core.models import Authority
from home import default_site
from home.models import AuthorityPage, InformationPage
from tests.factories.catalog import published
from tests.workflow.public.walking import Walker, commune_house

CODE = "suoi-vang"
#: States that no sitemap names: nothing found, narrowed, wrong, thanked, printed.
STATES = (
    "/?ten=khong-co",
    "/?ten=suoi&cap=xa",
    f"/{CODE}/?cam-on=co",
    f"/{CODE}/gan-vao-cong/",
    f"/{CODE}/hoi-dap/?cam-on=khong",
    f"/{CODE}/ke-hoach/",
    "/du-lieu-mo/",
    "/api/v1/",
    "/tim-kiem/",
    "/tim-kiem/?q=khong+co+gi+ca",
    f"/{CODE}/tim-kiem/?q=thong+tin",
    "/tra-cuu/",
    "/tra-cuu/?so=SV-1",
    "/tinh-thoi-han/?ngay-gui=31.02.2026",
    "/khong-co-trang-nay/",
    f"/{CODE}/khong-co-trang-nay/",
)


def build():
    """A commune with its whole section as it is built for a new authority, and one page of each rare kind."""
    cache.clear()
    house = commune_house()
    default_site.build()
    section = AuthorityPage.objects.get()
    published(house)
    page = section.add_child(instance=InformationPage(title="Hdruôm hră", slug="ede", language="rad"))
    page.save_revision().publish()
    return house


def authority() -> Authority:
    return Authority.objects.get(code=CODE)


def addresses(client: Client) -> list[str]:
    """What the sitemap names, what a public page links to below the authority, and the states above."""
    maps = [ElementTree.fromstring(client.get(path).content) for path in ("/sitemap.xml", "/sitemap-danh-muc.xml")]
    listed = ["/" + row[0].text.split("/", 3)[3] for rows in maps for row in rows]
    found = dict.fromkeys([*listed, *STATES])
    for path in [f"/{CODE}/", f"/{CODE}/danh-muc/", f"/{CODE}/bieu-mau/"]:
        found |= dict.fromkeys(_links(client.get(path).content.decode()))
    return [path for path in found if _is_page(client.get(path))]


def one_of_each(client: Client) -> list[str]:
    """Of the pages that one set of templates draws, the first; every state that has an address of its own stays."""
    found = {}
    for path in addresses(client):
        answer = client.get(path)
        parts = tuple(sorted({template.name or "" for template in answer.templates}))
        found.setdefault((answer.status_code, parts, "?" in path and path), path)
    return list(found.values())


def _is_page(answer):
    return answer.status_code in (200, 404) and answer["Content-Type"].startswith("text/html")


def _links(html):
    return [link for link in re.findall(rf'href="(/{CODE}/[^"#]*|/tim-kiem/[^"#]*)"', html) if "hien-thi" not in link]


def failures(house) -> dict[str, object]:
    """Pages of failure as the handlers write them, by a name of ours."""
    request = RequestFactory().get(f"/{CODE}/yeu-cau/kiem-tra/")
    sending = RequestFactory().post(f"/{CODE}/yeu-cau/kiem-tra/", {"description": "Tiền làm đường"})
    for one in (request, sending):
        one.client_address, one.authority = "127.0.0.1", house.authority
        house.authority.focal = house.focal_point
    sending.sending = True
    answers = {
        "400": views.bad_request(request),
        "403": views.permission_denied(request, PermissionDenied()),
        "403-het-phien": views.csrf_failure(sending),
        "429": views.too_many_requests(request, seconds=120),
        "500": views.server_error(request),
        "500-chua-gui": views.server_error(sending),
        "503-chua-gui": views.service_unavailable(sending),
    }
    return {f"/loi/{name}/": answer for name, answer in answers.items()}


def steps(house) -> dict[str, object]:
    """The form in its states: a first page, a page refused, the last look, and what is said after sending."""
    villager = Walker(Client(), house)
    villager.start()
    first = villager.open("thong-tin")
    wrong = villager.answer("thong-tin", {"description": "ngắn"})
    villager.walk()
    check = villager.open("kiem-tra")
    sent = villager.send()
    done = villager.client.get(sent.url)
    lost = villager.look_up("SV-1", "0000 0000 0000 0000")
    named = {"dau": first, "loi": wrong, "kiem-tra": check, "da-gui": done, "khong-thay": lost}
    return {f"/phieu/{name}/": answer for name, answer in named.items()}


def drawn(house, client: Client) -> dict[str, object]:
    """Every page as a response, by address; the made ones under /loi/ and /phieu/."""
    return {path: client.get(path) for path in addresses(client)} | failures(house) | steps(house)
