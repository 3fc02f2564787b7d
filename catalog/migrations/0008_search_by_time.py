"""Every entry of the search gains the tokens of its quarter and month, and of how its words begin; PostgreSQL only.

SQLite reads its index in the order of days, and finds beginnings by an index of its own. Of very long files the beginnings
are left to `manage.py rebuild_search`, which knows how many of them an entry can hold.
"""

from django.db import migrations

_FILL = """
UPDATE catalog_publicentry SET tokens = tokens
    || array_to_tsvector(ARRAY['q.' || to_char(published_on, 'FMYYYY-Q'), 'm.' || to_char(published_on, 'FMYYYY-FMMM')])
    || CASE WHEN pg_column_size(wording) > 200000 THEN ''::tsvector ELSE array_to_tsvector(ARRAY(
        SELECT DISTINCT sign || 'b.' || left(word, 2)
        FROM (
            SELECT CASE WHEN token LIKE 't.%' THEN 't.' ELSE '' END AS sign,
                   CASE WHEN token LIKE 't.%' THEN substr(token, 3) ELSE token END AS word
            FROM unnest(tsvector_to_array(tokens)) AS token
        ) AS words
        WHERE strpos(word, '.') = 0 AND strpos(word, '+') = 0 AND length(word) >= 2
    )) END
WHERE tokens IS NOT NULL
"""
_TAKE_AWAY = """
UPDATE catalog_publicentry SET tokens = ts_delete(
    tokens, ARRAY(SELECT token FROM unnest(tsvector_to_array(tokens)) AS token WHERE token ~ '^([qmb]|t\\.b)\\.')
)
WHERE tokens IS NOT NULL
"""


def fill(apps, schema_editor):
    _run(schema_editor, _FILL)


def take_away(apps, schema_editor):
    _run(schema_editor, _TAKE_AWAY)


def _run(schema_editor, statement):
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0007_item_imports")]

    operations = [migrations.RunPython(fill, take_away)]
