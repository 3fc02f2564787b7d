"""Metadata in templates: `{% load metadata_tags %}`. What it says is made in cms/core/metadata.py."""

from django import template

from cms.core import addresses, metadata

register = template.Library()


class Wrapped(template.Node):
    """Draws what stands inside, then what `after` makes of it."""

    def __init__(self, nodelist, after):
        self.nodelist, self.after = nodelist, after

    def render(self, context):
        drawn = self.nodelist.render(context)
        return drawn + self.after(drawn, context)


def _wrapped(parser, end, after):
    nodelist = parser.parse((end,))
    parser.delete_first_token()
    return Wrapped(nodelist, after)


@register.tag
def share(parser, token):
    """Around title and description: adds the canonical address and Open Graph in the same words."""
    return _wrapped(parser, "endshare", _share)


def _share(head, context):
    authority = context.get("authority")
    return metadata.share_words(
        head,
        path=context["request"].path,
        site_name=authority.name if authority else (context.get("menu") or {}).get("site_name") or "Minh Bạch",
        locale="en_GB" if context.get("lang") == "en" else "vi_VN",
    )


@register.tag
def trail(parser, token):
    """Around the breadcrumbs: adds them as data."""
    return _wrapped(parser, "endtrail", _trail)


def _trail(drawn, context):
    return metadata.script(metadata.breadcrumbs(drawn, context["request"].path)) if "crumbs" in drawn else ""


@register.simple_tag(takes_context=True)
def organisation_data(context):
    """The authority of this page, as data."""
    authority = context.get("authority")
    return metadata.script(metadata.organisation(authority, context.get("focal") or None)) if authority else ""


@register.simple_tag(takes_context=True)
def service_data(context, answer=None):
    """Its service of giving information; `answer` is the term that holds for everybody, if there is one."""
    authority = context.get("authority")
    return metadata.script(metadata.service(authority, context.get("focal") or None, answer)) if authority else ""


@register.simple_tag
def questions_data(body=None, rows=()):
    """The questions and answers that a page shows, from its body or given as pairs."""
    return metadata.script(metadata.questions([*metadata.questions_of(body), *rows]))


@register.filter
def absolute(path):
    """A path of this site as a whole address."""
    return addresses.absolute(path)


@register.filter
def vietnamese_address(request):
    """The path of the page that an English one belongs to."""
    return request.path.removesuffix("en/")
