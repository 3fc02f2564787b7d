"""setup_authority: the first real authority and its administrator, without demonstration data."""

from itertools import chain

import pytest
from django.core.management import CommandError, call_command

from cms.core.dates import today
from cms.core.models import Authority, FocalPoint, RoleHolder, Unit, User
from cms.core.roles import Role

pytestmark = pytest.mark.django_db

PASSWORD = "mot-mat-khau-rat-dai-2026"
OPTIONS = {
    "code": "xa-suoi-vang",
    "case_prefix": "SV",
    "name": "Ủy ban nhân dân xã Suối Vàng",
    "short_name": "Xã Suối Vàng",
    "kind": "COMMUNE",
    "letter_place": "Suối Vàng",
    "letter_symbol": "UBND",
    "address": "Thôn 2, xã Suối Vàng",
    "phone": "0263 3000 000",
    "email": "ubnd@suoivang.example",
    "admin_username": "quantri",
    "admin_name": "Nguyễn Thị Lụa",
    "admin_email": "lua@suoivang.example",
}
FOCAL = {
    "focal_unit": "Văn phòng HĐND và UBND",
    "focal_officer": "Trần Văn Mạnh",
    "focal_post": "Công chức Văn phòng",
    "focal_place": "Tầng 1, Bộ phận Một cửa",
    "focal_hours": "7h30 đến 11h30, 13h00 đến 16h30, thứ Hai đến thứ Sáu",
}


@pytest.fixture(autouse=True)
def given_password(monkeypatch):
    monkeypatch.setenv("MB_ADMIN_PASSWORD", PASSWORD)
    monkeypatch.setattr("home.default_site.SECTION", [])  # the pages have tests of their own


def set_up(**options):
    call_command("setup_authority", interactive=False, **(OPTIONS | options))


def nothing_was_made():
    return not (Authority.objects.exists() or Unit.objects.exists() or User.objects.exists())


def test_options_make_authority_and_administrator():
    set_up()
    authority, admin = Authority.objects.get(), User.objects.get()
    assert {name: getattr(authority, name) for name in OPTIONS if hasattr(authority, name)} == {
        name: value for name, value in OPTIONS.items() if not name.startswith("admin_")
    }
    assert (admin.username, admin.get_full_name(), admin.email) == ("quantri", "Nguyễn Thị Lụa", "lua@suoivang.example")
    assert admin.check_password(PASSWORD)
    assert admin.has_role(Role.ADMINISTRATOR, authority)
    assert RoleHolder.objects.get().since_on == today()


def test_history_says_who_made_the_authority_and_how():
    set_up()
    row = Authority.history.get()
    assert row.history_user == User.objects.get()
    assert row.history_change_reason == "Lập cơ quan bằng lệnh setup_authority"


def test_authority_without_focal_point_takes_no_requests(capsys):
    """A new request always mails the focal point, so there must be one first."""
    set_up()
    assert not Authority.objects.get().is_open
    assert "chưa nhận yêu cầu" in capsys.readouterr().out


def test_focal_point_opens_the_authority(capsys):
    set_up(**FOCAL)
    authority, point = Authority.objects.get(), FocalPoint.objects.get()
    assert authority.is_open
    assert point.unit == authority.units.get(is_focal=True)
    assert (point.officer_name, point.email) == ("Trần Văn Mạnh", authority.email)
    assert "chưa nhận yêu cầu" not in capsys.readouterr().out


def test_second_run_refuses_and_changes_nothing():
    set_up()
    with pytest.raises(CommandError, match=r"“xa-suoi-vang” đã có\. Lệnh không thay đổi gì"):
        set_up(name="Tên khác", admin_username="khac")
    assert Authority.objects.get().name == OPTIONS["name"]
    assert User.objects.count() == 1


def test_taken_user_name_is_refused():
    set_up()
    with pytest.raises(CommandError, match="“quantri” đã có người dùng"):
        set_up(code="xa-khac", case_prefix="XK")
    assert Authority.objects.count() == 1


def test_taken_case_prefix_is_refused_and_nothing_stays():
    set_up()
    with pytest.raises(CommandError, match="Lệnh không thay đổi gì"):
        set_up(code="xa-khac", admin_username="khac")
    assert (Authority.objects.count(), User.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("wrong", "flag"),
    [
        ({"code": "Xã Suối Vàng"}, "--code"),
        ({"case_prefix": "sv"}, "--case-prefix"),
        ({"kind": "VILLAGE"}, "--kind"),
        ({"email": "khong-phai-thu"}, "--email"),
        ({"name": "  "}, "--name"),
        ({"name": "a" * 201}, "--name"),
        ({"admin_email": ""}, "--admin-email"),
    ],
)
def test_wrong_value_names_its_option(wrong, flag):
    with pytest.raises(CommandError, match=f"^{flag}: "):
        set_up(**wrong)
    assert nothing_was_made()


def test_missing_options_are_listed():
    with pytest.raises(CommandError, match="Còn thiếu: --phone, --email"):
        set_up(phone=None, email=None)
    assert nothing_was_made()


def test_password_comes_from_the_environment_or_a_question(monkeypatch):
    monkeypatch.delenv("MB_ADMIN_PASSWORD")
    with pytest.raises(CommandError, match="MB_ADMIN_PASSWORD"):
        set_up()
    assert nothing_was_made()


def test_weak_password_is_refused(monkeypatch):
    monkeypatch.setenv("MB_ADMIN_PASSWORD", "ngan")
    with pytest.raises(CommandError, match="MB_ADMIN_PASSWORD: "):
        set_up()
    assert nothing_was_made()


class TestQuestions:
    """At a terminal what no option gave is asked for, and a wrong answer is asked for again."""

    @pytest.fixture
    def answers(self, monkeypatch):
        def answers(*lines, passwords=(PASSWORD, PASSWORD)):
            given, hidden = iter(lines), iter(passwords)
            monkeypatch.delenv("MB_ADMIN_PASSWORD")
            monkeypatch.setattr("sys.stdin.isatty", lambda: True)
            monkeypatch.setattr("builtins.input", lambda prompt: next(given))
            monkeypatch.setattr("getpass.getpass", lambda prompt: next(hidden))

        return answers

    def test_every_value_is_asked_for(self, answers):
        values = list(OPTIONS.values())
        answers(*values[:10], *FOCAL.values(), *values[10:])
        call_command("setup_authority")
        assert Authority.objects.get().name == OPTIONS["name"]
        assert FocalPoint.objects.get().officer_name == FOCAL["focal_officer"]
        assert User.objects.get().check_password(PASSWORD)

    def test_wrong_answers_are_asked_for_again(self, answers, capsys):
        values = list(OPTIONS.values())
        passwords = ["ngan", PASSWORD, "khac-voi-lan-dau", PASSWORD, PASSWORD]
        answers("Mã Sai", *values[:10], "", *values[10:], passwords=passwords)
        call_command("setup_authority")
        assert Authority.objects.get().code == "xa-suoi-vang"
        assert "Hai lần nhập không giống nhau" in capsys.readouterr().err

    def test_leaving_midway_makes_nothing(self, answers, monkeypatch):
        answers()
        monkeypatch.setattr("builtins.input", lambda prompt: (_ for _ in ()).throw(EOFError))
        with pytest.raises(CommandError, match="Lệnh không thay đổi gì"):
            call_command("setup_authority")
        assert nothing_was_made()


def test_options_in_this_file_are_all_that_the_command_asks():
    from cms.core.management.commands import setup_authority

    known = set(chain(setup_authority.AUTHORITY, setup_authority.FOCAL, setup_authority.ADMIN, ["focal_unit"]))
    assert known == OPTIONS.keys() | FOCAL.keys()
