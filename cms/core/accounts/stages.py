"""What stands between the right password and the desk. Until the last stage has ended nobody is signed in."""

from allauth.account.internal.stagekit import stash_login
from allauth.account.stages import LoginStage
from django.shortcuts import redirect
from django.utils import timezone

from cms.core.accounts import passwords, second_factor


class StaffStage(LoginStage):
    """Stops at its page while `is_due`."""

    def is_due(self) -> bool:
        raise NotImplementedError

    def handle(self):
        return (redirect(self.urlname) if self.is_due() else None), True

    def keep(self, **facts):
        """Remember something until the stage has ended."""
        self.state.update(facts)
        stash_login(self.request, self.login)


class FactorStage(StaffStage):
    """Who has a second factor shows it."""

    key, urlname = "factor", "mfa_authenticate"

    def is_due(self):
        return second_factor.has(self.login.user)


class EnrolStage(StaffStage):
    """Who must have one and has none sets it up first."""

    key, urlname = "enrol", "account_enrol"

    def is_due(self):
        return second_factor.is_required(self.login.user) and not second_factor.has(self.login.user)


class NewPasswordStage(StaffStage):
    """An administrator whose password has had its two months chooses another one first."""

    key, urlname = "new_password", "account_new_password"

    def is_due(self):
        return passwords.must_change(self.login.user, timezone.now())
