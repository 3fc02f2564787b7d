"""Parts of the compliance front page for other templates: `{% load compliance_tags %}`."""

from django import template

from home.compliance import public

register = template.Library()


@register.inclusion_tag("components/compliance_tally.html")
def compliance_tally(authority):
    """How many of its obligations the authority meets, with the way to the whole list."""
    return {"authority": authority, "tally": public.tally_of(authority)}
