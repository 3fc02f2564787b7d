"""The lines above a signer's name: on whose behalf a person signs (NĐ 30/2020, Phụ lục I, mục II.7)."""

import re

from cms.core.models.authority import AuthorityKind

#: Posts already written with their prefix stand as they were written.
_PREFIX = re.compile(r"^(TM|KT|TL|TUQ|Q)\.\s*", re.IGNORECASE)
_DEPUTY = re.compile(r"^Phó\s+", re.IGNORECASE)
#: Who signs by order of the head: heads of what lies within the authority.
_BY_ORDER = re.compile(r"^(Chánh Văn phòng|Trưởng phòng)\b", re.IGNORECASE)
_COMMITTEES = (AuthorityKind.PROVINCE, AuthorityKind.COMMUNE)
_HEADS = dict.fromkeys(_COMMITTEES, "Chủ tịch") | {AuthorityKind.DEPARTMENT: "Giám đốc"}


def signing_lines(kind: str, post: str) -> tuple[str, ...]:
    """In capitals, one line each: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".

    A committee's chair signs on behalf of it, a deputy for the head, the head of an office by the head's order. A post that
    already bears its prefix, or stands in several lines, is left as it was recorded. No post gives no line.
    """
    lines = [line.strip() for line in post.splitlines() if line.strip()]
    if len(lines) != 1 or _PREFIX.match(lines[0]):
        return tuple(line.upper() for line in lines)
    told, head = lines[0], _HEADS.get(kind, "")
    if _BY_ORDER.match(told):
        return tuple(line.upper() for line in ((f"TL. {head}", told) if head else (told,)))
    before = ["TM. Ủy ban nhân dân"] if kind in _COMMITTEES and _is_of_the_chair(told) else []
    if _DEPUTY.match(told):
        before.append(f"KT. {_DEPUTY.sub('', told)}")
    return tuple(line.upper() for line in (*before, told))


def by_delegation(giver: str, own: str) -> str:
    """The post to record for who signs in somebody's name: "TUQ. Giám đốc" above their own (NĐ 30/2020, mục II.7.đ).

    A deputy signs for the head as always (KT.), and so does who signs by order (TL.); a giver without a post leaves none to name.
    """
    if not giver.strip() or not own.strip() or _DEPUTY.match(own) or _PREFIX.match(own):
        return own
    return f"TUQ. {_PREFIX.sub('', giver.splitlines()[0].strip())}\n{own.strip()}"


def _is_of_the_chair(post: str) -> bool:
    return _DEPUTY.sub("", post).casefold().startswith("chủ tịch")
