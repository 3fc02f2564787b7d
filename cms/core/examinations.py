"""What the ground itself can say of its health: secrets, versions, files, disk, mail, worker, scanner, backup."""

import shutil
import socket
import sys
from datetime import timedelta
from pathlib import Path

import django
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cms.core import heartbeat, scanner, strays
from cms.core.backup import keeping, sets
from cms.core.doctor import examined, ill, note, well
from cms.core.models import Mail

#: Below this share of free disk no more files are taken (security.md 4).
LEAST_FREE = 10  # percent
WORKER_SILENT = timedelta(minutes=10)
MAIL_WAITS = timedelta(hours=1)
SET_IS_OLD = timedelta(hours=26)  # a nightly backup may take a while
_NAMED = 5  # files named in one sentence


def connect():
    """In the order in which somebody who looks for a fault would go."""
    examined("Bí mật", of_secrets)
    examined("Phiên bản", of_versions)
    examined("Tệp và đĩa", of_files)
    examined("Tiến trình nền và thư", of_worker)
    examined("Quét mã độc", of_scanner)
    examined("Sao lưu", of_backup)


def of_secrets(at):
    if len(settings.PEPPER) < 32 and not settings.DEMONSTRATION:
        yield ill(
            "MB_PEPPER thiếu hoặc ngắn hơn 32 ký tự: không nhận được yêu cầu.", "Đặt lại giá trị đã cất khi cài đặt."
        )
    elif not settings.FIELD_KEYS:
        yield ill("MB_FIELD_KEYS trống: không giữ được số giấy tờ.", "Đặt lại các khóa đã cất khi cài đặt.")
    else:
        yield well("Có đủ khóa của mã tra cứu và số giấy tờ.")


def of_versions(at):
    told = (
        f"Python {sys.version_info.major}.{sys.version_info.minor}, Django {django.get_version()}, {connection.vendor}"
    )
    executor = MigrationExecutor(connection)
    behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if behind:
        yield ill(f"{told}; còn {len(behind)} bước nâng cấp dữ liệu chưa chạy.", "Chạy: manage.py migrate")
    else:
        yield well(f"{told}; dữ liệu đúng phiên bản.")
    if connection.vendor == "sqlite" and not settings.DEMONSTRATION:
        yield note("SQLite chỉ hợp với dùng thử hoặc một xã nhỏ.", "Xem docs/security.md, mục SQLite.")


def of_files(at):
    if missing := strays.missing():
        yield ill(
            f"Thiếu {len(missing)} tệp mà hồ sơ có ghi: {', '.join(missing[:_NAMED])}",
            "Lấy lại từ bản sao lưu gần nhất.",
        )
    if changed := strays.changed():
        yield ill(
            f"{len(changed)} tệp đã khác lúc được giữ: {', '.join(changed[:_NAMED])}",
            "Lấy lại từ bản sao lưu; xem ai vào được thư mục tệp.",
        )
    if not (missing or changed):
        yield well("Mọi tệp của hồ sơ còn đủ và đúng dấu nội dung.")
    there = Path(settings.DATA_DIR)
    total, _used, free = shutil.disk_usage(there if there.exists() else there.parent)
    share = free * 100 // total
    if share < LEAST_FREE:
        yield ill(f"Đĩa còn trống {share}%.", "Dọn hoặc thêm đĩa: dưới 10% thì không nhận tệp nữa.")
    else:
        yield well(f"Đĩa còn trống {share}%.")


def of_worker(at):
    last = heartbeat.last()
    if last is None or at - last > WORKER_SILENT:
        when = f"im lặng từ {last:%H:%M %d/%m/%Y}" if last else "chưa chạy lần nào"
        yield ill(f"Tiến trình nền {when}.", "Khởi động dịch vụ chạy manage.py run_worker.")
    else:
        yield well("Tiến trình nền đang chạy.")
    waiting = Mail.objects.filter(sent_at=None, failed_at=None, created_at__lt=at - MAIL_WAITS).count()
    failed = Mail.objects.filter(failed_at__gte=at - timedelta(days=1)).count()
    if waiting:
        yield ill(f"{waiting} thư chờ gửi quá một giờ.", "Xem EMAIL_URL và máy chủ thư.")
    if failed:
        yield note(
            f"{failed} thư bỏ cuộc trong một ngày qua.", "Xem danh sách thư đi: địa chỉ sai hay máy chủ từ chối."
        )
    if not (waiting or failed):
        yield well("Không có thư nào mắc lại.")


def of_scanner(at):
    if not scanner.is_configured():
        yield note("Chưa nối chương trình quét mã độc; tệp mang dấu “chưa quét”.", "Cài ClamAV, đặt CLAMD_ADDRESS.")
        return
    host, _colon, port = settings.CLAMD_ADDRESS.rpartition(":")
    try:
        with socket.create_connection((host, int(port)), timeout=5) as daemon:
            daemon.sendall(b"zPING\0")
            answers = daemon.recv(16).startswith(b"PONG")
    except (OSError, ValueError):
        answers = False
    if answers:
        yield well("Chương trình quét mã độc trả lời.")
    else:
        yield ill("Chương trình quét mã độc không trả lời; tệp mới phải chờ.", "Khởi động lại clamav-daemon.")


def of_backup(at):
    if not keeping.folders():
        yield note("Chưa khai nơi sao lưu.", "Đặt MB_BACKUP_FOLDERS và MB_BACKUP_RECIPIENT, hẹn giờ manage.py backup.")
        return
    newest = [found[0] for found in map(sets.found_in, keeping.folders()) if found]
    fresh = [kept for kept in newest if at - kept.made_at <= SET_IS_OLD]
    if not fresh:
        yield ill("Không có bản sao lưu nào trong một ngày qua.", "Xem dịch vụ hẹn giờ chạy manage.py backup.")
    elif len(fresh) < 2:
        yield note(
            "Bản sao lưu mới nhất chỉ nằm ở một nơi.", "Thêm một thư mục trên đĩa hoặc máy khác vào MB_BACKUP_FOLDERS."
        )
    else:
        yield well(f"Bản sao lưu mới nhất lúc {fresh[0].made_at:%d/%m/%Y %H:%M} UTC, ở {len(fresh)} nơi.")
    for kept in fresh:
        if not kept.is_whole:
            yield ill(f"Bản sao lưu {kept.path} đã hỏng.", "Chạy lại manage.py backup; xem đĩa chứa nó.")
