"""What the history of a shipped law says: it came with the software, before there was a record to stand in."""

import pytest
from django.urls import reverse

from cms.law.models import AdoptedRuleSet
from tests.factories.core import make_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client):
    client.force_login(make_house().officer)

    def shown(rule_set):
        return client.get(reverse("quy-dinh_modeladmin_history", args=[rule_set.pk])).content.decode()

    return shown


def test_what_came_with_the_software_says_so(shown):
    page = shown(AdoptedRuleSet.objects.get(code="L26"))
    assert "Đi kèm phần mềm" in page
    assert "Có sẵn khi cài đặt" in page
    assert "<td rowspan" in page
    assert "Phần mềm<small>" in page
    assert "ngoài nhật ký" not in page


def test_a_change_that_no_entry_seals_is_still_named(shown):
    rule_set = AdoptedRuleSet.objects.get(code="L26")
    slipped_in = rule_set.history.get()
    # A person's act, whatever its reason says; the rule set itself the database would not let be changed.
    slipped_in.pk, slipped_in.title, slipped_in.history_type = None, "Luật bị đổi tên", "~"
    slipped_in.history_user = make_house().officer
    slipped_in.save()
    assert "Có dòng ngoài nhật ký" in shown(rule_set)
