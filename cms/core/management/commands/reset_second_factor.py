"""Take away a lost second factor where no other administrator is left who could."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.core.accounts import second_factor
from cms.core.errors import DomainError
from cms.core.models import User


class Command(BaseCommand):
    help = "Đặt lại xác thực hai lớp của một tài khoản, khi không còn quản trị nào khác. Việc này được ghi lại."

    def add_arguments(self, parser):
        parser.add_argument("username", metavar="TÊN")
        parser.add_argument("--reason", required=True, help="Vì sao; ghi vào nhật ký")

    def handle(self, username, reason, **options):
        account = User.objects.filter(username=username).first()
        if account is None:
            raise CommandError(f"Không có tài khoản {username}")
        try:
            second_factor.reset_on_the_server(account=account, reason=reason, at=timezone.now())
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Đã đặt lại. Lần đăng nhập sau sẽ thiết lập mới.")
