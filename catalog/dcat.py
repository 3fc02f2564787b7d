"""The catalog as DCAT in JSON-LD (shape of DCAT-AP 3): one catalog for each authority, one that holds them all.

Each authority's catalog comes in pages by key, so that a hundred thousand rows cost as little a page as twenty; `hydra`
says where the next one is.
"""

from datetime import date

from django.db.models import Prefetch
from django.urls import reverse

from catalog import access, categories
from catalog.choices import InfoClass, UpdateCycle
from catalog.models import InformationItem, ItemFile, ItemLink
from catalog.public import rows
from catalog.shapes import item_url, whole
from cms.core.addresses import absolute
from cms.core.authority_url import focal_of
from cms.core.display import dial
from cms.core.keyset import Keyset, a_day
from cms.core.models import Authority
from cms.core.navigation import navigation

#: Datasets in one page.
SIZE = 200
NEWEST = Keyset("moi-cong-khai", "published_on", a_day)
_EU = "http://publications.europa.eu/resource/authority"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_FREQUENCIES = {
    UpdateCycle.NONE: "NEVER",
    UpdateCycle.ON_CHANGE: "IRREG",
    UpdateCycle.MONTH: "MONTHLY",
    UpdateCycle.QUARTER: "QUARTERLY",
    UpdateCycle.HALF_YEAR: "ANNUAL_2",
    UpdateCycle.YEAR: "ANNUAL",
}
_LANGUAGES = {"vi": "VIE", "en": "ENG"}


def whole_site(authorities) -> dict:
    """The installation's catalog: which authorities have one, and where."""
    return {
        "@context": _CONTEXT,
        "@id": absolute(reverse("catalog:all_dcat")),
        "@type": "dcat:Catalog",
        "dct:title": _words(f"Danh mục thông tin – {navigation()['site_name']}"),
        "dct:description": _words("Danh mục thông tin của các cơ quan trên trang này."),
        "dct:language": _language("vi"),
        "dct:license": _licence(),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": navigation()["site_name"]},
        "foaf:homepage": {"@id": absolute(reverse("home:province"))},
        "dcat:catalog": [
            {
                "@id": _catalog_id(authority),
                "@type": "dcat:Catalog",
                "dct:title": _words(f"Danh mục thông tin – {authority.name}"),
                "dct:publisher": _publisher(authority),
            }
            for authority in authorities
        ],
    }


def of_authority(authority: Authority, cursor: str, day: date) -> dict:
    """A page of one authority's catalog. Raises BadCursor."""
    found = access.open_data(InformationItem.objects.of(authority), day).with_units()
    found = found.select_related("current_version").prefetch_related(
        Prefetch("files", ItemFile.objects.current()), Prefetch("links", ItemLink.objects.current())
    )
    items, following = NEWEST.page(found, cursor, SIZE)
    contact = _contact(authority)
    catalog = {
        "@context": _CONTEXT,
        "@id": _catalog_id(authority),
        "@type": "dcat:Catalog",
        "dct:title": _words(f"Danh mục thông tin – {authority.name}"),
        "dct:description": _words(f"Thông tin đã công khai và thông tin có điều kiện của {authority.name}."),
        "dct:language": _language("vi"),
        "dct:license": _licence(),
        "dct:publisher": _publisher(authority),
        "dcat:contactPoint": contact,
        "foaf:homepage": {"@id": absolute(reverse("catalog:home", args=[authority.code]))},
        "dcat:dataset": [_dataset(item, contact) for item in items],
    }
    if following:
        # Pages of one catalog share its name; each says which it is and which comes next.
        view = {"@id": _page(authority, cursor), "@type": "hydra:PartialCollectionView"}
        catalog["hydra:view"] = view | {"hydra:next": {"@id": _page(authority, following)}}
    return catalog


def _catalog_id(authority):
    return absolute(reverse("catalog:dcat", args=[authority.code]))


def _page(authority, cursor):
    return f"{_catalog_id(authority)}?cursor={cursor}" if cursor else _catalog_id(authority)


def _dataset(item, contact) -> dict:
    address = item_url(item)
    told = {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": item.code,
        "dct:title": _words(item.title),
        "dct:description": _words(item.summary or item.title),
        "dct:issued": _day(item.published_on),
        "dct:modified": _moment(item.current_version.published_at),
        "dct:language": _language(item.language),
        "dct:publisher": _publisher(item.authority),
        "dct:creator": {"@type": "foaf:Agent", "foaf:name": item.origin},
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/{_FREQUENCIES[item.update_cycle]}"},
        "dct:accessRights": _access_rights(item),
        "dcat:contactPoint": contact,
        "dcat:landingPage": {"@id": address},
        "dcat:version": str(item.current_version.number),
    }
    label = categories.label_of(item.rule_set.rules, item.category)
    if label:
        told["dcat:theme"] = {"@type": "skos:Concept", "skos:notation": item.category, "skos:prefLabel": _words(label)}
    if item.keywords:
        told["dcat:keyword"] = [_words(word.strip()) for word in item.keywords.split(",") if word.strip()]
    if item.legal_basis:
        told["dct:conformsTo"] = {"@type": "dct:Standard", "dct:title": _words(item.legal_basis)}
    distributions = _distributions(item)
    if distributions:
        told["dcat:distribution"] = distributions
    return told


def _distributions(item) -> list[dict]:
    """Where the information itself is; of conditional information only that it exists."""
    if not item.has_content:
        return []
    files = [
        {
            "@type": "dcat:Distribution",
            "dct:title": _words(file.name),
            "dcat:accessURL": {"@id": item_url(item)},
            "dcat:downloadURL": {"@id": absolute(rows.file_url(item.authority, item, file))},
            "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{file.content_type}"},
            "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
            },
            "dct:license": _licence(),
        }
        for file in item.files.all()
    ]
    links = [
        {
            "@type": "dcat:Distribution",
            "dct:title": _words(link.label or item.title),
            "dcat:accessURL": {"@id": whole(link.url)},
            "dct:license": _licence(),
        }
        for link in item.links.all()
    ]
    return files + links


def _access_rights(item):
    """Whoever may read it: everybody, or somebody with the consent that the law asks for."""
    if item.info_class == InfoClass.CONDITIONAL:
        return {"@id": f"{_EU}/access-right/RESTRICTED", "dct:description": _words(f"Cần {item.consent_of} đồng ý")}
    return {"@id": f"{_EU}/access-right/PUBLIC"}


def _publisher(authority):
    home = absolute(reverse("home:authority", args=[authority.code]))
    return {"@id": f"{home}#co-quan", "@type": "foaf:Agent", "foaf:name": authority.name}


def _contact(authority):
    focal = focal_of(authority)
    told = {"@type": "vcard:Organization", "vcard:fn": focal.unit.name if focal else authority.name}
    email = (focal.email if focal else "") or authority.email
    phone = focal.phone if focal else authority.phone
    return told | {
        "vcard:hasEmail": {"@id": f"mailto:{email}"},
        "vcard:hasTelephone": {"@id": f"tel:{dial(phone)}"},
    }


def _licence():
    return {"@id": f"{absolute(reverse('home:open_data'))}#dieu-kien"}


def _language(code):
    return {"@id": f"{_EU}/language/{_LANGUAGES.get(code, 'VIE')}"}


def _words(text):
    return {"@value": str(text), "@language": "vi"}


def _day(day):
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _moment(moment):
    return {"@value": moment.isoformat(timespec="seconds"), "@type": "xsd:dateTime"}
