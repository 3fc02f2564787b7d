#!/usr/bin/env python
"""Minh Bạch's command line: `python manage.py help` lists what it can do."""

import os
import sys


def main():
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # a Windows pipe defaults to a code page without Vietnamese
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
