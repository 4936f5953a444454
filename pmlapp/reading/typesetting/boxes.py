"""How the boxes of a page are set: short answer, callouts, folds, cards, the review line."""

from pmlapp.content.page import Callout, Care, Fold, Notice, ReviewLine, ShortAnswer
from pmlapp.library.pages.fold_words import fold_head
from pmlapp.reading.look.shapes import Box, BoxKind, Icon, Marker
from pmlapp.reading.typesetting.flow import Flow

_CALLOUTS = {
    # care: kind, icon, colour of head, of bullets
    Care.EMERGENCY: (BoxKind.EMERGENCY, "emergency", "on_emergency", "emergency_text"),
    Care.URGENT: (BoxKind.URGENT, "urgent", "on_urgent", "urgent_text"),
    Care.INFO: (BoxKind.INFO, "info", "info", "info"),
}
_CLOSE_LINE_PERCENT = 94
"""Of the natural line of the typeface: 1.22 times its size."""

_NOTICES = {
    # care: kind, colour of the icon
    Care.EMERGENCY: (BoxKind.WITHDRAWN, "emergency_text"),
    Care.URGENT: (BoxKind.PROBLEM, "urgent_text"),
    Care.INFO: (BoxKind.INFO, "info"),
}
_ACTION_PADDING = 10
_ROOM_FOR_SUMMARY = 520
"""Below this width of a fold, in px at 100 %, what it holds is said under its title."""


def set_short_answer(flow: Flow, block: ShortAnswer) -> None:
    """The card with the answer, in the largest reading type."""
    answer = flow.scale.answer
    # With very large text space for words is worth more than space around them.
    most = min(1.0, 1.4 / flow.scale.page)
    if flow.few_words:
        if not flow.scale.reading.wide:
            answer = answer._replace(line_percent=_CLOSE_LINE_PERCENT)
        most /= 2
    side = flow.px(26) * most
    padding = flow.px(22) * most
    label = flow.scale.words(18 * min(flow.scale.page, 1.5 if flow.few_words else 3.0), 700)
    flow.open_box(before=flow.px(16) * most, padding=padding, side=side)
    first = flow.block(label)
    flow.anchors[block.id] = flow.cursor.position()
    flow.write(block.label, label, "primary")
    last = flow.block(answer, before=flow.px(10) * most)
    flow.spans(block.spans, answer, "heading")
    flow.close_box(padding=padding, after=flow.px(26), side=side)
    flow.shapes.append(_box(flow, BoxKind.ANSWER, first, last, padding, padding))


def set_notice(flow: Flow, block: Notice) -> None:
    """What is wrong with the page as a whole: icon, the headline strong, and what to do."""
    kind, role = _NOTICES[block.care]
    small = flow.scale.small
    padding = flow.px(14)
    side = flow.px(18)
    flow.open_box(before=flow.px(8), padding=padding, side=side)
    number = flow.block(small, indent=flow.px(31))
    flow.shapes.append(Icon(block=number, x=flow.left, size=flow.px(20), name=block.icon, role=role))
    flow.write(block.headline, small, "text", weight=600)
    flow.write(f" {block.advice}", small, "text")
    flow.close_box(padding=padding, after=flow.px(16), side=side)
    flow.put_under(_box(flow, kind, number, number, padding, padding), under=len(flow.shapes) - 1)


def set_review_line(flow: Flow, block: ReviewLine) -> None:
    """What the records say, quiet; the headline that matters on its own line, strong."""
    small = flow.scale.small
    indent = flow.px(31)
    number = flow.block(small, indent=indent)
    x = flow.left + flow.px(2)
    role = "ok" if block.icon == "check-circle" else "text_soft"
    flow.shapes.append(Icon(block=number, x=x, size=flow.px(20), name=block.icon, role=role))
    flow.write(block.detail, small, "text_soft")
    flow.block(small, indent=indent, after=flow.px(20))
    flow.write(block.headline, small, "text", weight=600)


def set_callout(flow: Flow, block: Callout) -> None:
    """A box that says what to do: a solid band for the urgent ones, an icon and words for all."""
    kind, icon, head_role, bullet_role = _CALLOUTS[block.care]
    title = flow.scale.callout_title
    side = flow.px(24)
    band = block.care is not Care.INFO
    head_padding = flow.px(11 if band else 16)
    under = len(flow.shapes)
    outer_bullets = flow.bullet_role
    flow.bullet_role = bullet_role
    leads = block.action_first and block.action != ""
    flow.open_box(before=flow.px(14 if leads else 26), padding=head_padding, side=side)
    first = flow.block(title, indent=flow.px(38))
    flow.shapes.append(Icon(block=first, x=flow.left, size=flow.px(24), name=icon, role=head_role))
    flow.spans(block.title, title, head_role)
    close = leads and flow.low
    flow.pad(head_padding + flow.px(10 if close else 14) if band else flow.px(6))
    if leads:
        flow.anchors[block.id] = flow.document.findBlockByNumber(first).position()
        _set_action(flow, block.action, after=flow.px(8 if close else 14))
    flow.close_items = close
    flow.set_blocks(block.blocks)
    flow.close_items = False
    if block.action and not leads:
        _set_action(flow, block.action)
    last = flow.last_block()
    below = flow.px(20)
    if block.action and not leads:
        below += flow.px(_ACTION_PADDING)
    flow.close_box(padding=flow.px(20), after=flow.px(26), side=side)
    flow.bullet_role = outer_bullets
    box = _box(flow, kind, first, last, head_padding, below)
    if band:
        box = box._replace(head_last=first, head_below=head_padding)
    flow.put_under(box, under=under)


def _set_action(flow: Flow, words: str, *, after: float = 0) -> None:
    body = flow.scale.body
    padding = flow.px(_ACTION_PADDING)
    flow.open_box(before=flow.px(16), padding=padding)
    number = flow.block(body, indent=flow.px(58), indent_right=flow.px(16))
    flow.write(words, body, "emergency_text", weight=700)
    flow.close_box(padding=padding, after=after)
    flow.shapes.append(_box(flow, BoxKind.ACTION, number, number, padding, padding))
    x = flow.left + flow.px(22)
    flow.shapes.append(Icon(block=number, x=x, size=flow.px(24), name="urgent", role="emergency_text"))


def set_fold(flow: Flow, block: Fold) -> None:
    """Text that opens on request: the whole head is one button."""
    is_open = block.id in flow.open_folds
    words = flow.words
    body = flow.scale.body
    small = flow.scale.small
    padding = flow.px(10)
    side = flow.px(20)
    under = len(flow.shapes)
    flow.open_box(before=flow.px(20), padding=padding, side=side)
    head = fold_head(block, words, is_open=is_open)
    beside = not head.kind and flow.room >= flow.px(_ROOM_FOR_SUMMARY)
    first = flow.block(body, indent=flow.px(34), indent_right=flow.px(200) if beside else 0)
    flow.anchors[f"fold-{block.id}"] = flow.cursor.position()
    number = flow.link(f"fold:{block.id}", head.button, body, role="primary", weight=600, underline=False)
    chevron = "chevron-down" if is_open else "chevron-right"
    flow.shapes.append(Icon(block=first, x=flow.left, size=flow.px(22), name=chevron, role="primary"))
    head_last = first
    if beside:
        x = flow.right
        role = "text_soft"
        flow.shapes.append(
            Marker(block=first, x=x, text=head.summary, px=small.px, weight=400, role=role, from_right=True)
        )
    else:
        head_last = flow.block(small, indent=flow.px(34))
        flow.write(head.detail(words), small, "text_soft")
    if is_open:
        flow.pad(padding + flow.px(16))
        flow.set_blocks(block.blocks)
    last = flow.last_block()
    below = flow.px(20) if is_open else padding
    flow.close_box(padding=below, after=flow.px(20), side=side)
    box = _box(flow, BoxKind.FOLD, first, last, padding, below)
    box = box._replace(head_last=head_last, head_below=padding, target=f"fold:{block.id}", number=number)
    flow.put_under(box, under=under)


def _box(flow: Flow, kind: BoxKind, first: int, last: int, above: float, below: float) -> Box:
    return Box(kind=kind, first=first, last=last, left=flow.left, right=flow.right, above=above, below=below)
