"""A bound field of any Django form as the parts a template shows: label, hint, error, control, in this order."""

from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.safestring import SafeString

#: How a control is drawn; everything else is one control below its label.
_KINDS = (
    (forms.RadioSelect, "choices"),
    (forms.CheckboxSelectMultiple, "choices"),
    (forms.CheckboxInput, "single"),
    (forms.MultiWidget, "boxes"),
)
_CLASSES = ((forms.Textarea, "textarea"), (forms.Select, "select"), (forms.FileInput, ""), (forms.Widget, "input"))


@dataclass(frozen=True)
class Control:
    """One control with its own label: an option, or one box of several."""

    id: str
    label: str
    html: SafeString
    hint: str = ""


@dataclass(frozen=True)
class FieldParts:
    kind: str
    id: str
    label: str
    hint: str
    hint_id: str
    errors: list[str]
    error_id: str
    described_by: str
    controls: list[Control]


def kind_of(widget: forms.Widget) -> str:
    return next((kind for cls, kind in _KINDS if isinstance(widget, cls)), "one")


def first_control_id(field: forms.BoundField) -> str:
    """Where an error summary leads: the control itself, its first option or its first box."""
    if not field.auto_id:
        return ""
    widget = field.field.widget
    kind = kind_of(widget)
    if kind == "choices":
        return f"{field.auto_id}_0"
    if kind == "boxes":
        return f"{field.auto_id}{widget.widgets_names[0]}"
    return field.auto_id


def field_parts(field: forms.BoundField, *, hint=None, option_hints=None, size="") -> FieldParts:
    """The parts of a field. `option_hints` maps a choice's value to a small line below it."""
    widget = field.field.widget
    hint = field.help_text if hint is None else hint
    hint_id, error_id = f"{field.auto_id}_helptext", f"{field.auto_id}_error"
    errors = list(field.errors)
    described = " ".join(part for part, shown in ((hint_id, hint), (error_id, errors)) if shown)
    attrs = {"aria-describedby": described} if described else {}
    kind = kind_of(widget)
    if kind == "choices":
        controls = _options(field, option_hints or getattr(field.field, "option_hints", {}))
    elif kind == "boxes":
        controls = _boxes(field, attrs)
    else:
        base = "" if kind == "single" else next(name for cls, name in _CLASSES if isinstance(widget, cls))
        attrs["class"] = _classes(base, f"input--{size}" if size else "", widget.attrs.get("class", ""))
        controls = [Control(field.auto_id, str(field.label), _render(field, widget, attrs))]
    return FieldParts(
        kind, first_control_id(field), str(field.label), hint, hint_id, errors, error_id, described, controls
    )


def _classes(*names: str) -> str | None:
    """Class names without doubles; nothing at all rather than an empty attribute."""
    return " ".join(dict.fromkeys(" ".join(names).split())) or None


def _clean(attrs: dict) -> dict:
    # The browser's own "required" bubble speaks another language and names no remedy; our error does.
    return {key: value for key, value in attrs.items() if value is not None and key != "required"}


def _render(field, widget, attrs):
    attrs = _clean({"id": field.auto_id} | field.build_widget_attrs(attrs, widget) | {"class": attrs.get("class")})
    return widget.render(name=field.html_name, value=field.value(), attrs=attrs, renderer=field.form.renderer)


def _options(field, hints):
    # The group's hint and error are told with its legend; an option carries only its own label.
    widget = field.field.widget
    return [
        Control(option.id_for_label, str(option.choice_label), option.tag(), hints.get(str(option.data["value"]), ""))
        for option in (
            BoundWidget(widget, data, field.form.renderer)
            for data in widget.subwidgets(field.html_name, field.value(), {"id": field.auto_id})
        )
    ]


def _boxes(field, attrs):
    widget, values = field.field.widget, field.value()
    if not isinstance(values, list):
        values = widget.decompress(values)
    if field.errors:
        attrs |= {"aria-invalid": "true"}
    boxes = []
    for name, label, part, value in zip(widget.widgets_names, widget.labels, widget.widgets, values, strict=True):
        box = attrs | {"id": f"{field.auto_id}{name}", "class": _classes("input", part.attrs.get("class", ""))}
        html = part.render(name=field.html_name + name, value=value, attrs=_clean(box), renderer=field.form.renderer)
        boxes.append(Control(box["id"], str(label), html))
    return boxes
