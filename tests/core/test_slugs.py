"""The editor's script and the server make the same address from a Vietnamese title."""

import pytest

from cms.core.slugs import VietnameseSlugInput, vietnamese_formatters
from cms.core.text import slug


def typed(title):
    """What the script leaves of a title before Wagtail cuts it to ASCII."""
    for pattern, bare in vietnamese_formatters():
        title = pattern.sub(bare, title)
    return title


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Đất đai", "Dat dai"),
        ("ƯỚC MƠ, Ỷ LẠI", "UOC MO, Y LAI"),
        ("Ẳng ẵng ặt ầm ẫm ậm", "Ang ang at am am am"),
        ("e\u0302\u0301", "e"),
    ],
)
def test_marks_are_dropped_while_typing(title, bare):
    assert typed(title) == bare
    assert slug(typed(title)) == slug(title)


def test_the_field_works_without_arguments():
    assert VietnameseSlugInput().render("slug", "dat-dai").count("dat-dai") == 1
