"""Words and parts for templates: `{% load core_tags %}`. Each tag only draws; what it draws was decided elsewhere."""

from datetime import date, datetime
from functools import cache

from django import template
from django.template.defaultfilters import stringfilter
from django.utils import dateformat, timezone, translation
from django.utils.html import format_html, format_html_join

from cms.core import dates, day_strip, display, form_parts, usefulness

register = template.Library()

#: Line icons on a grid of 24, drawn with the colour of their text. An icon always has a word beside it.
ICONS = {
    "search": "M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5 21 21",
    "menu": "M4 6h16M4 12h16M4 18h10",
    "phone": "M6 3h3l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z",
    "file": "M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h5",
    "send": "M4 5h16v12H9l-5 4zM8 9.5h8M8 13h5",
    "check": "m4.5 12.5 5 5 10-11",
    "clock": "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 7v5l3.5 2",
    "alert": "M12 3.5 22 20.5H2zM12 10v5M12 17.8v.1",
    "info": "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 11v6M12 7.4v.1",
    "x": "m6 6 12 12M18 6 6 18",
    "left": "m14 5-7 7 7 7",
    "right": "m10 5 7 7-7 7",
    "print": "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
    "down": "M12 3v12m-5-5 5 5 5-5M4 20h16",
    "list": "M8 6h12M8 12h12M8 18h12M3.5 6h.1M3.5 12h.1M3.5 18h.1",
    "track": "M4 20V4m0 1h13l-3 4 3 4H4",
    "scale": "M12 3v18M7 21h10M4 7h16M7 7l-3.5 7h7zM17 7l-3.5 7h7z",
    "minus": "M5 12h14",
    "edit": "m4 20 1-4L16 5l3 3L8 19z",
}
_NOTICE_ICONS = {"": "info", "ok": "check", "wait": "clock", "bad": "alert"}


def _day(value):
    """The local day of a date or a moment; None stays None."""
    if isinstance(value, datetime):
        return dates.local_day(value)
    return value if isinstance(value, date) else None


def _on_day(write):
    def filter_(value):
        day = _day(value)
        return write(day) if day else ""

    return filter_


# --- dates -------------------------------------------------------------------------------------------------------
register.filter("short_date", _on_day(dates.short))  # 05/01/2026
register.filter("said", _on_day(dates.said))  # thứ Tư 25/11/2026
register.filter("weekday", _on_day(dates.weekday))  # Thứ Tư
register.filter("letter_date", _on_day(dates.letter_date))  # ngày 05 tháng 01 năm 2026
register.filter("iso_date", _on_day(date.isoformat))  # 2026-01-05, for <time datetime>


@register.filter
def english_date(value):
    """5 November 2026, on pages in English."""
    with translation.override("en"):
        return dateformat.format(day, "j F Y") if (day := _day(value)) else ""


@register.filter
def moment(value):
    """A moment with its local hour: "19:42 ngày 17/08/2026"."""
    if not isinstance(value, datetime):
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{local:%H:%M} ngày {dates.short(local.date())}"


@register.filter
def days_left(amount, unit="ngày"):
    """A number of days reckoned elsewhere, in words; `unit` says which days: "ngày làm việc" or "ngày"."""
    if amount is None or amount == "":
        return ""
    if amount < 0:
        return f"Quá hạn {-amount} {unit}"
    return f"Còn {amount} {unit}" if amount else "Hạn là hôm nay"


# --- amounts, files, numbers, names ------------------------------------------------------------------------------
@register.filter
def vnd(dong):
    """1234567 → "1.234.567 đồng"."""
    return "" if dong is None or dong == "" else display.amount(dong)


@register.filter
def filesize(size):
    """Bytes → "96 KB", "1,2 MB"."""
    return "" if size is None or size == "" else display.file_size(int(size))


@register.filter
@stringfilter
def phone(number):
    """0912345678 → "0912 345 678"."""
    return display.phone(number)


@register.filter
@stringfilter
def dial(number):
    """What a tel: link carries."""
    return display.dial(number)


@register.filter(is_safe=True)
@stringfilter
def nbsp(text):
    """A heading with the syllables of one word held together."""
    return display.joined(text)


@register.filter
@stringfilter
def breakable(address):
    """A mail address, alone or in a line of contact, that breaks behind its @ on narrow screens, never in mid-word."""
    name, at, host = address.partition("@")
    return format_html("{}@<wbr>{}", name, host) if at else address


@register.filter(is_safe=True)
@stringfilter
def breakable_url(address):
    """An address that may break behind its slashes on narrow screens."""
    first, *rest = address.split("/")
    return format_html("{}{}", first, format_html_join("", "/<wbr>{}", ((part,) for part in rest)))


# --- parts -------------------------------------------------------------------------------------------------------
@register.simple_tag
@cache
def icon(name):
    """A line icon, silent to screen readers: the word beside it speaks."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>', ICONS[name]
    )


@register.simple_tag
def notice_icon(kind=""):
    return icon(_NOTICE_ICONS[kind or ""])


@register.inclusion_tag("components/field.html")
def field(bound, *, hint=None, size="", heading=False, big=False, option_hints=None):
    """A form's field: label, hint, error, control. `heading` makes its label the page's h1; `size` is 4, 12 or 20."""
    parts = form_parts.field_parts(bound, hint=hint, option_hints=option_hints, size=size)
    return {"parts": parts, "heading": heading, "big": big}


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms, heading=None):
    """What must be put right, in the fields' own words, each leading to its field. Nothing without errors."""
    rows = []
    for form in forms:
        if form is None or not form.is_bound:
            continue
        rows += [("", error) for error in form.non_field_errors()]
        for bound in form:
            rows += [(form_parts.first_control_id(bound), error) for error in bound.errors]
    return {"rows": rows, "heading": heading}


@register.inclusion_tag("components/step_bar.html")
def step_bar(step, steps):
    """Where the reader is: "Bước 3 trong 8" and its bar, widths in percent as text, whatever the locale."""
    width = 100 / steps
    bars = [{"x": f"{width * n:.1f}%", "width": f"{width * 0.9:.1f}%", "on": n < step} for n in range(steps)]
    return {"step": step, "steps": steps, "bars": bars}


@register.inclusion_tag("components/leaf.html")
def leaf(day):
    """The calendar leaf of one due date."""
    return {"weekday": dates.weekday(day), "day": f"{day.day:02d}", "month": f"tháng {day.month}, {day.year}"}


@register.inclusion_tag("components/day_strip.html")
def day_strip_of(reckoning, today=None, caption="", heading_id="cach-tinh"):
    """The day strip of a reckoning (`starts_on`, `days`, `due_on`, `provisional_reason`) with its key and its lines."""
    strip = day_strip.build(reckoning.starts_on, reckoning.due_on, reckoning.days, today)
    return {
        "strip": strip,
        "week": day_strip.WEEK,
        "starts_on": reckoning.starts_on,
        "due_on": reckoning.due_on,
        "caption": caption,
        "provisional_reason": getattr(reckoning, "provisional_reason", ""),
        "heading_id": heading_id,
    }


@register.inclusion_tag("components/useful.html", takes_context=True)
def useful(context, title):
    """The question whether this page was useful, or thanks to who has just answered it."""
    request = context["request"]
    return {"token": usefulness.token(request.path_info, str(title)), "thanked": "cam-on" in request.GET}
