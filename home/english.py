"""The English pages an installation starts with. A name is written only where the usual translation leaves no doubt."""

from wagtail.models import Page

from cms.core.models import Authority
from cms.core.models.authority import AuthorityKind
from home.models import EnglishPage
from home.models.english import SLUG

#: Departments by the names that the provinces themselves use in English.
_DEPARTMENTS = {
    "Sở Tư pháp": "Department of Justice",
    "Sở Nội vụ": "Department of Home Affairs",
    "Sở Tài chính": "Department of Finance",
    "Sở Xây dựng": "Department of Construction",
    "Sở Nông nghiệp và Môi trường": "Department of Agriculture and Environment",
    "Sở Khoa học và Công nghệ": "Department of Science and Technology",
    "Sở Giáo dục và Đào tạo": "Department of Education and Training",
    "Sở Y tế": "Department of Health",
    "Sở Công Thương": "Department of Industry and Trade",
    "Sở Văn hóa, Thể thao và Du lịch": "Department of Culture, Sports and Tourism",
    "Sở Ngoại vụ": "Department of Foreign Affairs",
    "Sở Dân tộc và Tôn giáo": "Department of Ethnic and Religious Affairs",
    "Thanh tra tỉnh": "Provincial Inspectorate",
}
_PLACES = {"Tỉnh": "Province", "Thành phố": "City", "Xã": "Commune", "Phường": "Ward", "Đặc khu": "Special Zone"}

SITE_TITLE = "Access to information"
SITE_LEAD = "How to ask a Vietnamese public authority for information, and whom to contact."
LEAD = "Who we are, what we do, and whom to contact for information."
RIGHTS = (
    "<h2>Your right to information</h2>"
    "<p>Vietnamese citizens may read, copy and receive information that public authorities hold. "
    "Foreigners who live in Viet Nam may ask for information that directly concerns their own rights and duties.</p>"
    "<h2>How to ask</h2>"
    "<p>Send a request on this site, by post or e-mail, or come to the office. The form is in Vietnamese. "
    "If you need help to fill it in, call the focal point.</p>"
    "<p>Sending a request is free. You pay only the actual cost of printing, copying and posting.</p>"
)
_FUNCTIONS = {
    AuthorityKind.PROVINCE: "The People’s Committee is the executive body of the province. It carries out laws and the "
    "resolutions of the People’s Council, and directs departments and the People’s Committees of communes and wards.",
    AuthorityKind.DEPARTMENT: "The department advises the provincial People’s Committee in its field and carries out "
    "state management there.",
    AuthorityKind.COMMUNE: "The People’s Committee is the executive body of the commune level. It carries out laws and "
    "the resolutions of the People’s Council, and provides public services to residents.",
}


def name_of(authority: Authority) -> str:
    """The authority's usual name in English; empty where only its editors can say."""
    short = authority.short_name
    if authority.kind == AuthorityKind.DEPARTMENT:
        return _DEPARTMENTS.get(short, "")
    for word, english in _PLACES.items():
        if short.startswith(f"{word} ") and authority.kind in (AuthorityKind.PROVINCE, AuthorityKind.COMMUNE):
            return f"People’s Committee of {short.removeprefix(word).strip()} {english}"
    return ""


def site_page(home: Page) -> EnglishPage | None:
    """The site's own English page, when it is not there yet."""
    if home.get_children().filter(slug=SLUG).exists():
        return None
    return EnglishPage(title=SITE_TITLE, slug=SLUG, lead=SITE_LEAD, body=[("text", RIGHTS)])


def page_of(authority: Authority, parent: Page) -> EnglishPage | None:
    """The English page of an authority, when it is not there yet and its name is beyond doubt."""
    name = name_of(authority)
    if not name or parent.get_children().filter(slug=SLUG).exists():
        return None
    body = [("text", RIGHTS)]
    if functions := _FUNCTIONS.get(authority.kind):
        body.insert(0, ("text", f"<h2>What we do</h2><p>{functions}</p>"))
    return EnglishPage(title=name, slug=SLUG, lead=LEAD, body=body)
