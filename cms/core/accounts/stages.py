"""What stands between the right password and the desk. Until the last stage has ended nobody is signed in."""

from allauth.account.stages import LoginStage
from django.shortcuts import redirect
from django.utils import timezone

from cms.core.accounts import passwords


class NewPasswordStage(LoginStage):
    """An administrator whose password has had its two months chooses another one first."""

    key = "new_password"
    urlname = "account_new_password"

    def handle(self):
        if passwords.must_change(self.login.user, timezone.now()):
            return redirect(self.urlname), True
        return None, True
