"""L16 and L26 adopted, 2024 to 2026 confirmed: as they come with the software, from the files beside it."""

import json
import tomllib
from hashlib import sha256
from pathlib import Path

from django.db import migrations
from django.utils import timezone

HERE = Path(__file__).resolve().parent.parent
RULE_SETS = ("L16", "L26")
YEARS = (2024, 2025, 2026)
WHY = "Đi kèm phần mềm"


def ship(apps, schema_editor):
    now = timezone.now()

    def keep(model, **values):
        """A row, and the first row of its history."""
        row = apps.get_model("law", model).objects.create(**values)
        columns = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
        apps.get_model("law", f"Historical{model}").objects.create(
            **columns, history_date=now, history_type="+", history_change_reason=WHY
        )
        return row

    for code in RULE_SETS:
        source = (HERE / "rule_sets" / f"{code}.toml").read_bytes()
        law = tomllib.loads(source.decode("utf-8"))
        text = apps.get_model("law", "RuleSetSource").objects.create(
            sha256=sha256(source).hexdigest(), toml=source.decode("utf-8")
        )
        keep(
            "AdoptedRuleSet",
            code=law["code"],
            title=law["title"],
            legal_reference=law["legal_reference"],
            in_force_from=law["in_force_from"],
            in_force_to=law.get("in_force_to"),
            source=text,
            origin="SHIPPED",
            state="ADOPTED",
            proposed_at=now,
            decided_at=now,
        )
    for number in YEARS:
        file = tomllib.loads((HERE / "calendars" / f"{number}.toml").read_text(encoding="utf-8"))
        year = keep(
            "CalendarYear",
            year=file["year"],
            state="CONFIRMED",
            origin="SHIPPED",
            source=file["source"],
            fingerprint=fingerprint(file["year"], file["day"]),
            entered_at=now,
            confirmed_at=now,
        )
        for day in file["day"]:
            keep("CalendarDay", year=year, entered_at=now, **day)


def fingerprint(year, days):
    rows = [[d["date"].isoformat(), d["code"], d["name"], d["notice_number"], d["source"]] for d in days]
    text = json.dumps([year, sorted(rows)], ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()


def take_back(apps, schema_editor):
    # PROTECT refuses where a request or a later change stands on them.
    for name in ("CalendarDay", "CalendarYear", "AdoptedRuleSet"):
        apps.get_model("law", name).objects.all().delete()
        apps.get_model("law", f"Historical{name}").objects.all().delete()
    apps.get_model("law", "RuleSetSource").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("law", "0001_initial")]

    operations = [migrations.RunPython(ship, take_back)]
