"""The same form sent many times at the same moment, by real threads on real connections (SC01)."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from cms.core.models import Mail
from workflow.models import InformationRequest

pytestmark = pytest.mark.django_db(transaction=True)


def test_twenty_at_once_make_one_case(walker):
    walker.walk()
    walker.be_slow()

    def press(_number):
        client = Client()
        client.cookies = walker.client.cookies.copy()
        try:
            return client.post(walker.url("kiem-tra"))
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=5) as pool:
        answers = list(pool.map(press, range(20)))
    assert {(answer.status_code, answer.url) for answer in answers} == {(302, walker.sent_url)}
    assert InformationRequest.objects.count() == 1
    assert Mail.objects.count() == 1
