"""OpenDocument text: notes, tracked changes, hidden text, the writer."""

from cms.core.inspection import images
from cms.core.inspection.found import Broken, CannotClean, Found, Kind, Place
from cms.core.inspection.package import Package, local

MAIN = "content.xml"
_TEXTS = ("content.xml", "styles.xml")
_BARE_META = (
    b'<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office='
    b'"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>'
)
_NAMING = {
    "creator": "người sửa cuối",
    "initial-creator": "người soạn",
    "printed-by": "người in",
    "keyword": "từ khóa",
    "subject": "chủ đề",
    "description": "ghi chú của tệp",
    "user-defined": "thuộc tính riêng",
}
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_HIDDEN = (f"{_TEXT}hidden-text", f"{_TEXT}hidden-paragraph")


def inspect(content: bytes) -> list[Found]:
    package = Package(content, MAIN)
    found = []
    for name in (name for name in _TEXTS if name in package.parts):
        root, number = package.tree(name), 0
        unseen = _unseen_styles(root)
        for one in root.iter():
            number += local(one) in ("p", "h")
            if kind := _kind_of(one, unseen):
                found.append(Found(kind, Place.PARAGRAPH, str(number)))
    meta = package.tree("meta.xml")
    for one in meta.iter() if meta is not None else ():
        if (label := _NAMING.get(local(one))) and (one.text or "").strip():
            found.append(Found(Kind.AUTHOR, Place.PROPERTY, label))
    for name, part in package.parts.items():
        if name.startswith(("Basic/", "Scripts/")):
            found.append(Found(Kind.MACRO, Place.PART, name))
        elif name.startswith("Thumbnails/"):
            found.append(Found(Kind.THUMBNAIL, Place.PART, name))
        elif name.startswith("Object ") and name.endswith("/content.xml"):
            found.append(Found(Kind.EMBEDDED, Place.PART, name))
        elif name.lower().endswith((".jpg", ".jpeg", ".png")):
            try:
                found += images.inspect(part, Place.PART, name)
            except Broken as broken:
                found.append(Found(broken.kind, Place.PART, name))
    return found


def _unseen_styles(root):
    """Styles of letters that are not shown."""
    return {
        style.get("{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name")
        for style in root.iter("{urn:oasis:names:tc:opendocument:xmlns:style:1.0}style")
        if any(value == "none" for one in style.iter() for name, value in one.attrib.items() if name.endswith("}display")
               and local(one) == "text-properties")
    }  # fmt: skip


def _kind_of(element, unseen):
    name = local(element)
    if name == "annotation":
        return Kind.COMMENT
    if name == "tracked-changes" and len(element):
        return Kind.TRACKED
    is_hidden = element.get(f"{_TEXT}display") in ("none", "condition") or element.tag in _HIDDEN
    if is_hidden or (name in ("span", "p", "h") and element.get(f"{_TEXT}style-name") in unseen):
        return Kind.HIDDEN_TEXT
    return None


def clean(content: bytes) -> bytes:
    package = Package(content, MAIN)
    if any(name.startswith(("Basic/", "Scripts/", "Object ")) for name in package.parts):
        raise CannotClean
    for name in (name for name in _TEXTS if name in package.parts):
        root = package.tree(name, to_change=True)
        unseen = _unseen_styles(root)
        for one in list(root.iter()):
            marks = local(one) in ("annotation-end", "change", "change-start", "change-end")
            if one.getparent() is not None and (marks or _kind_of(one, unseen)):
                _take_out(one)
    if "meta.xml" in package.parts:
        package.parts["meta.xml"] = _BARE_META
    for name in list(package.parts):
        if name.startswith("Thumbnails/"):
            del package.parts[name]
            _forget(package, name)
        elif name.lower().endswith((".jpg", ".jpeg", ".png")):
            package.parts[name] = images.clean(package.parts[name])
    return package.written()


def _take_out(element):
    """Without the words that follow it, which belong to the paragraph."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _forget(package, name):
    manifest = package.tree("META-INF/manifest.xml", to_change=True)
    for one in list(manifest if manifest is not None else ()):
        if any(key.endswith("full-path") and value == name for key, value in one.attrib.items()):
            manifest.remove(one)
