"""Where a history row stands in the chain, and whether it still is what was sealed: for pages that show history."""

import json
from collections import defaultdict

from cms.audit import shapes
from cms.audit.models import Entry
from cms.audit.record import subject_of
from cms.audit.rows import values_of


def seals_of(subject, rows) -> dict:
    """{(model, history_id): (seq, matches)} of those rows that an entry about `subject` names; two queries."""
    about = subject_of(subject)
    entries = Entry.objects.filter(subject_type=about.type, subject_id=about.id).values_list("seq", "payload")
    named = defaultdict(dict)
    for seq, payload in entries:
        for row in json.loads(bytes(payload))["rows"]:
            named[row["model"]][row["id"]] = (seq, row["shape"], row["digest"])
    forms = shapes.kept({shape for sealed in named.values() for _seq, shape, _digest in sealed.values()})
    found = {}
    for row in rows:
        label = row._meta.label_lower
        seq, shape, digest = named[label].get(row.history_id, (None, "", ""))
        if seq is not None:
            form = forms.get(shape)
            found[label, row.history_id] = (seq, form is not None and form.digest(values_of(row)) == digest)
    return found
