"""Run for one database (MB_BENCH_ROWS): it is there, with its rows."""

import django

if __name__ == "__main__":
    django.setup()
    from django.conf import settings

    from tests.bench import prepare

    prepare.make_sure(settings.ROWS)
