"""Files on their way into a draft: no marking of a state secret, no malware, then kept under a random path."""

from django.utils.translation import gettext_lazy as _

from catalog import secrecy
from cms.core import files, scanner
from cms.core.errors import DomainError


def take(name: str, content: bytes) -> files.Kept:
    """Check and keep. StateSecret and DomainError say why not; django's ValidationError is the file store's own."""
    files.check(files.clean_name(name), content, files.FROM_STAFF)
    secrecy.refuse_marked_file(name, content)
    kept = files.keep(name, content, files.FROM_STAFF)
    if scanner.is_configured():
        try:
            signature = scanner.scan(kept.path)
        except scanner.ScannerDown as error:
            files.drop(kept.path)
            raise DomainError(_("Chưa kiểm tra được mã độc. Hãy gửi lại tệp sau ít phút."), field="files") from error
        if signature:
            files.drop(kept.path)
            raise DomainError(_("Tệp có mã độc nên không được nhận."), field="files")
    return kept
