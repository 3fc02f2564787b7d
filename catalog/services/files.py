"""Files on their way into a draft: no marking of a state secret, no malware, then kept under a random path."""

from django.core.exceptions import ValidationError
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


def take_all(uploads) -> list[files.Kept]:
    """Keep the uploads of a form, all or none. DomainError with the sentence for its field."""
    kept = []
    try:
        for upload in uploads:
            kept.append(take(upload.name, upload.read()))
    except (DomainError, ValidationError) as error:
        drop_all(kept)
        told = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        raise DomainError(told, field="files") from error
    return kept


def drop_all(kept) -> None:
    """Off the disk again: the act that wanted them was refused."""
    for file in kept:
        files.drop(file.path)
