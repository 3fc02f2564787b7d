"""What each form says between the grounds and the signature. `words` are the facts that `forms.words_for` has gathered."""

from django.utils import timezone

from cms.core import display
from cms.core.dates import said, short
from workflow.choices import LetterForm, Outcome
from workflow.letters.paper import Block, Heading, Pairs, Paragraph, Quote, Table, ended, points
from workflow.letters.wording import Part, paragraphs_for

NOT_CONFIRMED = " (tạm tính, lịch nghỉ năm đó chưa xác nhận)"
PARTS_COLUMNS = ("Khoản", "Đơn vị tính", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)")


def body_of(form: str, words: dict) -> tuple[Block, ...]:
    """The blocks of one form, ending in "./.": the wording that counts for the authority, with the paper's own parts."""
    if form in _FIXED:
        return ended(*_FIXED[form](words))
    said_here, parts = _WORDED[form](words)
    blocks: list[Block] = []
    for one in paragraphs_for(form, words["authority"], _said_in_every(words) | said_here):
        blocks += parts[one.name] if isinstance(one, Part) else [Paragraph(one)]
    return ended(*blocks)


def _sentence(text: str) -> str:
    """What a person typed, as a sentence: one full stop at its end."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…" else f"{text}."


def _figure(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _asked(words) -> list[Block]:
    return [Quote(words["case"].description)]


def _provisional(case) -> str:
    return NOT_CONFIRMED if case.due_is_provisional else ""


def _remedies(words) -> list[Block]:
    """How to complain or sue (law.md 15)."""
    lines = []
    for row in words["remedies"]:
        if row["step"] == "SUE":
            line = "Khởi kiện vụ án hành chính" + (f" tại {row['place']}" if row["place"] else "")
        else:
            line = "Khiếu nại lần đầu" + (f" đến {row['place']}" if row["place"] else "")
        line += f", trong thời hạn {row['term']} kể từ ngày nhận hoặc biết được văn bản này"
        if row.get("until"):
            line += f"; tính từ ngày văn bản thì đến hết ngày {row['until']}"
            line += NOT_CONFIRMED if row["provisional"] else ""
        lines.append(f"{line} ({row['article']})")
    second = words["second_instance"]
    lines.insert(
        1,
        "Khiếu nại lần hai"
        + (f" đến {second['place']}" if second["place"] else "")
        + f", trong thời hạn {second['term']} kể từ ngày hết hạn giải quyết lần đầu mà chưa được giải quyết "
        + f"hoặc nhận quyết định giải quyết lần đầu ({second['article']})",
    )
    return [Paragraph("Không đồng ý với văn bản này, Ông/Bà có quyền:"), points(*lines)]


# --- what each form says: the words of its wording, and the parts that no wording touches -------------------------
def _said_in_every(words) -> dict[str, str]:
    case, focal_point = words["case"], words["focal_point"]
    return {
        "co_quan": case.authority.name,
        "nguoi_yeu_cau": words["requester"].name,
        "so_ho_so": case.code,
        "ngay_nhan": short(case.received_on),
        "dau_moi": focal_point.unit.name if focal_point else "",
        "cach_nhan": str(words["delivery"]),
    }


def _supplement(words):
    asked = words["supplement"]
    said_here = {"han_bo_sung": short(asked.until_on) if asked and asked.until_on else ""}
    return said_here, {"thong_tin_yeu_cau": _asked(words), "can_bo_sung": [Quote(asked.missing)] if asked else []}


def _time_limit(words):
    case = words["case"]
    said_here = {
        "ngay_hop_le": short(case.valid_on),
        "thoi_han": str(words["term"]),
        "dieu_luat": words["term_article"],
        "han_tra_loi": f"{said(case.due_on)}{_provisional(case)}",
    }
    return said_here, {"thong_tin_yeu_cau": _asked(words)}


def _extension(words):
    case, decision = words["case"], words["decision"]
    said_here = {
        "ly_do": str(words["reason"].label),
        "giai_thich": _sentence(decision.plain_words),
        "han_dang_chay": short(words["from_on"]),
        "thoi_gian_gia_han": f"{decision.amount} {words['unit']}",
        "dieu_luat": words["article"],
        "han_moi": f"{said(words['until_on'])}{_provisional(case)}",
    }
    return said_here, {"thong_tin_yeu_cau": _asked(words)}


def _resolution(words):
    parts = {"thong_tin_cung_cap": _given(words), "thoi_gian_dia_diem": _ways(words), "chi_phi": _cost(words)}
    return {}, parts


def _given(words):
    yield Heading("1. Thông tin được cung cấp")
    given = [
        row.piece.description
        + (
            f" (cung cấp một phần; phần không cung cấp: {row.withheld})"
            if row.outcome == Outcome.PROVIDE_PARTLY
            else ""
        )
        for row in words["given"]
    ]
    if given:
        yield points(*given)
    if words["withheld"]:
        yield Paragraph("Phần không cung cấp và lý do nêu trong Thông báo từ chối kèm theo.")


def _ways(words):
    case, decision = words["case"], words["decision"]
    yield Heading("2. Thời gian, địa điểm, hình thức cung cấp")
    ways = [f"Hình thức: {words['delivery']}"]
    if decision.provide_place:
        ways.append(f"Địa điểm: {decision.provide_place}")
    when = said(decision.provide_on) if decision.provide_on else f"chậm nhất {said(case.due_on)}"
    yield points(*ways, f"Thời gian: {when}")


def _cost(words):
    decision = words["decision"]
    yield Heading("3. Chi phí in, sao, chụp, gửi thông tin")
    if not words["costs"]:
        free_by = f" ({words['free_by']})" if words["free_by"] else ""
        yield Paragraph(f"Ông/Bà không phải trả chi phí{free_by}")
        return
    rows = [
        (line.label, line.unit, _figure(line.quantity), _figure(line.unit_price), _figure(line.amount))
        for line in words["costs"]
    ]
    yield Table(PARTS_COLUMNS, rows, numeric=(2, 3, 4), total=("Tổng cộng", _figure(words["total"])))
    if share := words["factor"]:
        yield Paragraph(f"Đơn giá đã tính theo {share['percent']}% mức trong bảng giá ({share['article']}).")
    yield Paragraph(f"Cách trả chi phí: {_sentence(decision.pay_how)}")
    if decision.treasury_office:
        yield Paragraph(_where_to_pay(decision, words["budget"]))
    yield Paragraph(
        f"Hạn trả chi phí: hết ngày {short(decision.pay_by_on)}. Ông/Bà trả đủ chi phí trước khi nhận thông tin"
    )


def _where_to_pay(decision, budget) -> str:
    """The treasury with its account, the budget line, and the tax office that collects (TT46 Điều 4.1.a, 4.2)."""
    parts = [f"{decision.treasury_office}, tài khoản {decision.treasury_account}"]
    if decision.budget_chapter:
        parts.append(f"chương {decision.budget_chapter}")
    if budget:
        parts.append(f"mục {budget.item}, tiểu mục {budget.sub_item}")
    return f"Nơi nộp: {', '.join(parts)}. Cơ quan thuế thu: {decision.tax_office}."


def _refusal(words):
    said_here = {
        "pham_vi": "phần thông tin nêu dưới đây" if words["in_part"] else "thông tin theo yêu cầu của Ông/Bà",
        "giai_thich": _sentence(words["decision"].plain_words),
    }
    return said_here, {"noi_dung_tu_choi": _refused(words), "khieu_nai_khoi_kien": _remedies(words)}


def _refused(words):
    """Every piece with its ground, article and facts; of an unpaid cost, which paper asked for it."""
    unpaid = words["unpaid"]
    for row in words["rows"]:
        yield Quote(row["piece"].description)
        if row["withheld"]:
            yield Paragraph(f"Phần không cung cấp: {_sentence(row['withheld'])}")
        yield Paragraph(f"Căn cứ từ chối: {row['ground'].label} ({row['article']}).")
        for label, fact in row["facts"]:
            yield Paragraph(f"{label}: {_sentence(fact)}")
    if unpaid:
        asked, paid = unpaid["letter"], unpaid["paid"]
        yield Paragraph(
            f"Phiếu giải quyết số {asked.label}, ngày {short(asked.issued_on)}, ghi chi phí "
            f"{display.amount(unpaid['total'])}, hạn trả hết ngày {short(unpaid['pay_by_on'])}. "
            + (f"Đến nay đã nhận {display.amount(paid)}, chưa đủ." if paid else "Đến nay chi phí chưa được trả.")
        )


def _redirect(words):
    said_here = {"co_quan_dung": words["case"].redirected_to.strip().rstrip(".")}
    return said_here, {"thong_tin_yeu_cau": _asked(words), "khieu_nai_khoi_kien": _remedies(words)}


def _cover(words):
    case, resolution, refusal = words["case"], words["resolution"], words["refusal"]
    by = f" theo Phiếu giải quyết số {resolution.label}, ngày {short(resolution.issued_on)}" if resolution else ""
    yield Paragraph(f"{case.authority.name} giao cho Ông/Bà các thông tin sau{by}:")
    if words["files"]:
        rows = [
            (str(number), file.piece.description if file.piece else file.name, file.name, display.file_size(file.size))
            for number, file in enumerate(words["files"], start=1)
        ]
        yield Table(("STT", "Thông tin", "Tệp", "Dung lượng"), rows, numeric=(0, 3))
    elif words["pieces"]:
        yield points(*(piece.description for piece in words["pieces"]))
    yield Paragraph(f"Hình thức giao: {words['delivery']}.")
    if refusal:
        yield Paragraph(
            f"Phần không cung cấp và lý do nêu trong Thông báo từ chối số {refusal.label}, "
            f"ngày {short(refusal.issued_on)}."
        )
    yield Paragraph(
        "Nếu thấy thông tin được giao không chính xác, Ông/Bà có quyền yêu cầu đính chính "
        f"({words['correction_article']})"
    )


def _apology(words):
    case = words["case"]
    yield Paragraph(
        f"{case.authority.name} đã nhận yêu cầu cung cấp thông tin của Ông/Bà. "
        f"Thời hạn trả lời theo luật hết ngày {short(case.due_on)}."
    )
    yield from [Paragraph("Thông tin Ông/Bà yêu cầu:"), *_asked(words)]
    yield Paragraph(f"Đến nay cơ quan chưa trả lời. Lý do: {_sentence(words['plain_words'])}")
    yield Paragraph(
        f"{case.authority.name} xin lỗi Ông/Bà về sự chậm trễ này và hẹn trả lời chậm nhất "
        f"{said(words['promised_on'])}."
    )
    yield Paragraph(
        "Việc hẹn lại ngày không làm thay đổi thời hạn theo luật. "
        "Ông/Bà có quyền khiếu nại, khởi kiện về việc trả lời chậm"
    )


def _receipt(words):
    case, focal_point = words["case"], words["focal_point"]
    unit = f", {focal_point.unit.name}," if focal_point else ""
    yield Paragraph(f"{case.authority.name}{unit} đã tiếp nhận yêu cầu cung cấp thông tin:")
    yield Pairs([(label, value) for label, value in _received(words) if value])
    yield Paragraph("Ông/Bà theo dõi hồ sơ bằng số hồ sơ và mã tra cứu, hoặc hỏi đầu mối")


def _received(words):
    """Label and value of each row of form 02; rows without a value are left out."""
    case, person, missing = words["case"], words["requester"], words["supplement"]
    outside = "".join(f", {one}" for one in (case.external_source,) if one)
    yield (
        "Số hồ sơ",
        case.code + (f" (mã hồ sơ ngoài: {case.external_number}{outside})" if case.external_number else ""),
    )
    represented = f", đại diện cho {person.represented_name}" if person.represented_name else ""
    organisation = f", {person.organisation_name}" if person.organisation_name else ""
    yield "Người yêu cầu", f"Ông/Bà {person.name}{represented}{organisation}"
    yield "Số giấy tờ", person.masked_identity
    yield "Địa chỉ", person.residence
    yield "Liên hệ", "; ".join(one for one in (display.phone(person.phone), person.email) if one)
    named = f"\nVăn bản, hồ sơ: {case.document_name}" if case.document_name else ""
    yield "Thông tin yêu cầu", f"{case.description}{named}"
    yield "Cách gửi", case.get_channel_display()
    yield "Ngày gửi", short(case.sent_on)
    yield "Ngày nhận", short(case.received_on)
    entered = timezone.localtime(case.entered_at)
    yield "Vào sổ lúc", f"{entered:%H:%M} ngày {short(entered.date())}"
    yield "Giấy tờ kèm theo", "; ".join(file.name for file in words["files"]) or "Không có"
    yield "Cách nhận thông tin", str(words["delivery"])
    if case.due_on:
        yield "Ngày trả lời", f"Chậm nhất {said(case.due_on)}, nếu yêu cầu đã đủ nội dung{_provisional(case)}"
    else:
        needed = f". Cần bổ sung: {missing.missing}" if missing else ""
        yield "Ngày trả lời", f"Thời hạn bắt đầu tính từ ngày nhận đủ nội dung{needed}"
    yield "Ngày hẹn đã ghi ở nơi tiếp nhận", short(case.promised_on) if case.promised_on else ""


#: Of each form with a wording: what its words say, and its parts by their names (workflow.letters.words).
_WORDED = {
    LetterForm.SUPPLEMENT: _supplement,
    LetterForm.TIME_LIMIT: _time_limit,
    LetterForm.RESOLUTION: _resolution,
    LetterForm.EXTENSION: _extension,
    LetterForm.REFUSAL: _refusal,
    LetterForm.REDIRECT: _redirect,
}

#: Of each form whose words are the same in every authority: its blocks.
_FIXED = {LetterForm.COVER: _cover, LetterForm.APOLOGY: _apology, LetterForm.RECEIPT: _receipt}

#: The papers that this house writes.
FORMS = (*_WORDED, *_FIXED)
