"""Addresses of signing in, under the admin's own path: whoever guards that path guards them, too."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access

from cms.core.accounts import entry, factor_entry, openid_entry
from cms.core.accounts.user_screens import OwnAccountView

_ASKED = entry.ToldView.as_view(
    page_title=_("Kiểm tra hộp thư"),
    extra_context={
        "told": _("Nếu có tài khoản dùng thư điện tử này, thư đặt lại mật khẩu đang được gửi tới. Không thấy thư thì "
                  "nhờ quản trị của cơ quan.")
    },
)  # fmt: skip
_CHOSEN = entry.ToldView.as_view(
    page_title=_("Đã đặt mật khẩu"), extra_context={"told": _("Từ nay đăng nhập bằng mật khẩu mới.")}
)

urlpatterns = [
    path("login/", entry.SignInView.as_view(), name="account_login"),
    path("login/mat-khau/", entry.NewPasswordView.as_view(), name="account_new_password"),
    path("login/ma-xac-thuc/", factor_entry.CodeView.as_view(), name="mfa_authenticate"),
    path("login/thiet-lap/", factor_entry.EnrolView.as_view(), name="account_enrol"),
    path("login/lien-ket/", openid_entry.there, name="account_openid"),
    path("login/lien-ket/ve/", openid_entry.back, name="account_openid_back"),
    path("account/", require_admin_access(OwnAccountView.as_view()), name="wagtailadmin_account"),
    path("logout/", entry.SignOutView.as_view(), name="account_logout"),
    path("password_reset/", entry.ForgottenView.as_view(), name="account_reset_password"),
    path("password_reset/done/", _ASKED, name="account_reset_password_done"),
    path("password_reset/confirm/<uidb64>/<token>/", entry.ChooseByLinkView.as_view(), name="account_choose_password"),
    path("password_reset/complete/", _CHOSEN, name="account_password_chosen"),
]
