"""manage.py deadline: the date, its explanation, its JSON; an impossible wish ends with 2 and the article."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def deadline(*options: str, sent="2026-09-01", valid="2026-11-12", delivery="ELECTRONIC", complexity="SIMPLE") -> str:
    out = StringIO()
    given = ["--sent", sent, "--valid", valid, "--delivery", delivery, "--complexity", complexity, *options]
    call_command("deadline", *given, stdout=out)
    return out.getvalue()


def test_json_has_exactly_the_shape_that_was_promised():
    told = json.loads(deadline("--json", sent="2026-08-31", valid="2026-09-03", delivery="ELECTRONIC"))
    assert told == {
        "rule_set": "L16",
        "kind": "PROVIDE",
        "starts_on": "2026-09-03",
        "due_on": "2026-09-08",
        "article": "Điều 30.3",
        "provisional": False,
        "days": [
            {"date": "2026-09-04", "counted": True, "reason": "Ngày làm việc thứ 1"},
            {"date": "2026-09-05", "counted": False, "reason": "Không tính; Thứ Bảy, ngày nghỉ hằng tuần"},
            {"date": "2026-09-06", "counted": False, "reason": "Không tính; Chủ nhật, ngày nghỉ hằng tuần"},
            {"date": "2026-09-07", "counted": True, "reason": "Ngày làm việc thứ 2"},
            {"date": "2026-09-08", "counted": True, "reason": "Ngày làm việc thứ 3"},
        ],
    }


@pytest.mark.parametrize(
    ("given", "rule_set", "kind", "due_on", "article"),
    [
        pytest.param({"valid": "12/11/2026"}, "L26", "PROVIDE", "2026-11-25", "Điều 26.3", id="ngày viết kiểu Việt"),
        pytest.param(
            {"sent": "2025-04-25", "valid": "2025-04-25", "delivery": "IN_PERSON", "complexity": "COMPLEX"},
            "L16",
            "PROVIDE",
            "2025-05-13",
            "Điều 29.2",
            id="trực tiếp phức tạp",
        ),
    ],
)
def test_due_date_in_json(given, rule_set, kind, due_on, article):
    told = json.loads(deadline("--json", **given))
    assert (told["rule_set"], told["kind"], told["due_on"], told["article"]) == (rule_set, kind, due_on, article)


def test_first_notice():
    given = {"sent": "2026-01-08", "valid": "2026-01-08", "delivery": "POST_FAX", "complexity": "COMPLEX"}
    told = json.loads(deadline("--json", "--kind", "FIRST_NOTICE", **given))
    assert (told["kind"], told["due_on"], told["article"]) == ("FIRST_NOTICE", "2026-01-12", "Điều 31.2")


def test_extension_tells_every_day_of_both_terms():
    told = json.loads(deadline("--json", "--extend", "12"))
    assert (told["kind"], told["starts_on"], told["due_on"]) == ("PROVIDE", "2026-11-12", "2026-12-07")
    assert [day["counted"] for day in told["days"]].count(True) == 24
    assert len(told["days"]) == 25


def test_at_once_is_the_same_day_with_no_days():
    given = {"sent": "2026-08-31", "valid": "2026-09-03", "delivery": "IN_PERSON"}
    told = json.loads(deadline("--json", **given))
    assert (told["starts_on"], told["due_on"], told["days"]) == ("2026-09-03", "2026-09-03", [])
    assert deadline(**given).splitlines() == [
        "L16: Luật Tiếp cận thông tin số 104/2016/QH13",
        "Việc: cung cấp hoặc từ chối, ngay trong ngày (Điều 29.1 Luật 104/2016/QH13)",
        "Ngày nhận đủ yêu cầu: thứ Năm 03/09/2026",
        "Hạn cuối: thứ Năm 03/09/2026",
    ]


def test_explanation_for_people():
    assert deadline("--extend", "1").splitlines() == [
        "L26: Luật Tiếp cận thông tin số 01/2026/QH16",
        "Việc: cung cấp hoặc từ chối, 12 ngày (Điều 26.3 Luật 01/2026/QH16)",
        "Gia hạn: 1 ngày (Điều 26.3 Luật 01/2026/QH16)",
        "Ngày nhận đủ yêu cầu: thứ Năm 12/11/2026, ngày này không tính (Điều 147.2 Bộ luật Dân sự 91/2015/QH13)",
        "  13/11/2026  Thứ Sáu   +  Ngày thứ 1",
        "  14/11/2026  Thứ Bảy   +  Ngày thứ 2; Thứ Bảy, vẫn tính",
        "  15/11/2026  Chủ nhật  +  Ngày thứ 3; Chủ nhật, vẫn tính",
        "  16/11/2026  Thứ Hai   +  Ngày thứ 4",
        "  17/11/2026  Thứ Ba    +  Ngày thứ 5",
        "  18/11/2026  Thứ Tư    +  Ngày thứ 6",
        "  19/11/2026  Thứ Năm   +  Ngày thứ 7",
        "  20/11/2026  Thứ Sáu   +  Ngày thứ 8",
        "  21/11/2026  Thứ Bảy   +  Ngày thứ 9; Thứ Bảy, vẫn tính",
        "  22/11/2026  Chủ nhật  +  Ngày thứ 10; Chủ nhật, vẫn tính",
        "  23/11/2026  Thứ Hai   +  Ngày thứ 11",
        "  24/11/2026  Thứ Ba    +  Ngày thứ 12; nghỉ lễ, tết: Ngày Văn hóa Việt Nam (28/2026/QH16)",
        "  25/11/2026  Thứ Tư    ·  Ngày làm việc tiếp theo, thời hạn kết thúc vào ngày này",
        "  26/11/2026  Thứ Năm   +  Gia hạn. Ngày thứ 1",
        "Hạn cuối: thứ Năm 26/11/2026",
    ]


def test_provisional_date_says_why():
    given = {"valid": "2026-12-24"}
    assert json.loads(deadline("--json", **given))["provisional"] is True
    assert deadline(**given).splitlines()[-1] == (
        "Tạm tính: lịch làm việc năm 2027 chưa được xác nhận, mới trừ thứ Bảy, Chủ nhật."
    )


OLD = {"sent": "2026-08-03", "valid": "2026-08-03"}


@pytest.mark.parametrize(
    ("options", "given", "sentence"),
    [
        pytest.param(["--extend", "13"], {}, "Điều 26.3 Luật 01/2026/QH16 chỉ cho gia hạn từ 1 đến 12 ngày.", id="quá"),
        pytest.param(["--extend", "0"], {}, "Điều 26.3 Luật 01/2026/QH16 chỉ cho gia hạn từ 1 đến 12 ngày.", id="0"),
        pytest.param(
            ["--extend", "11"],
            OLD | {"delivery": "IN_PERSON", "complexity": "COMPLEX"},
            "Điều 29.2 Luật 104/2016/QH13 chỉ cho gia hạn từ 1 đến 10 ngày làm việc.",
            id="quá 10 ngày làm việc",
        ),
        pytest.param(
            ["--extend", "1"],
            OLD,
            "Điều 30.3 Luật 104/2016/QH13 không quy định gia hạn với yêu cầu đơn giản, có sẵn, nhận qua mạng điện tử.",
            id="gia hạn yêu cầu đơn giản",
        ),
        pytest.param(
            ["--kind", "FIRST_NOTICE", "--extend", "1"],
            OLD | {"complexity": "COMPLEX"},
            "Điều 30.4 Luật 104/2016/QH13 chỉ cho gia hạn việc cung cấp hoặc từ chối, "
            "không gia hạn việc thông báo thời hạn trả lời.",
            id="gia hạn việc báo thời hạn",
        ),
        pytest.param(
            ["--kind", "FIRST_NOTICE"],
            {},
            "Điều 26.3 Luật 01/2026/QH16 không quy định thông báo thời hạn trả lời.",
            id="luật 2026 không có báo thời hạn",
        ),
        pytest.param(
            [],
            {"sent": "2018-06-30"},
            "Ngày 30/06/2018 chưa có bộ quy định nào: Điều 37 Luật 104/2016/QH13, có hiệu lực từ 01/07/2018.",
            id="trước mọi luật",
        ),
        pytest.param(
            [],
            {"sent": "2026-11-13"},
            "Ngày nhận đủ yêu cầu (12/11/2026) không thể trước ngày gửi (13/11/2026); "
            "thời hạn tính từ ngày nhận yêu cầu hợp lệ (Điều 26.3 Luật 01/2026/QH16).",
            id="nhận trước khi gửi",
        ),
        pytest.param(
            [],
            {"valid": "2026-02-30"},
            "--valid: “2026-02-30” không phải ngày. Viết 2026-09-01 hoặc 01/09/2026.",
            id="30 tháng 2",
        ),
        pytest.param(
            [],
            {"delivery": "PIGEON"},
            "--delivery: “PIGEON” không thuộc IN_PERSON, ELECTRONIC, POST_FAX.",
            id="cách nhận lạ",
        ),
        pytest.param([], {"complexity": "HARD"}, "--complexity: “HARD” không thuộc SIMPLE, COMPLEX.", id="mức lạ"),
        pytest.param(
            ["--kind", "EXTENSION_MAX"],
            {},
            "--kind: “EXTENSION_MAX” không thuộc PROVIDE, FIRST_NOTICE.",
            id="việc lạ",
        ),
        pytest.param(["--extend", "mười"], {}, "--extend: “mười” không phải số nguyên.", id="không phải số"),
        pytest.param([], {"valid": "9999-12-30"}, "Ngày này quá xa, lịch không tính được.", id="quá xa"),
    ],
)
def test_impossible_wish_ends_with_2_and_a_sentence(options, given, sentence):
    with pytest.raises(CommandError) as refusal:
        deadline(*options, **given)
    assert str(refusal.value) == sentence
    assert refusal.value.returncode == 2
