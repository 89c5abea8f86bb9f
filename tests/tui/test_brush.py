"""What the terminal shows already is not painted again, and nothing else is ever left out."""

import io

from textual._ansi_sequences import SYNC_END, SYNC_START

from council_tui.tui.driver import CORNER, Brush

FRAME, PART = CORNER + "议事会 [/]", "\x1b[3;1H议"


def painted(*texts: str) -> str:
    """What reaches the terminal of what is written; "" stands for a window that changed."""
    terminal = io.StringIO()
    brush = Brush(terminal)
    brush.start()
    for each in texts:
        if each:
            brush.write(each)
        else:
            brush.forget()
    brush.stop()
    return terminal.getvalue()


def whole(text: str) -> tuple[str, str, str]:
    """As a terminal gets it that paints nothing before a frame is whole."""
    return SYNC_START, text, SYNC_END


def test_the_same_frame_again_is_left_out_with_what_goes_around_it():
    assert painted(*whole(FRAME), *whole(FRAME)) == "".join(whole(FRAME))
    assert painted(FRAME, FRAME) == FRAME


def test_a_frame_is_painted_again_after_anything_else():
    assert painted(FRAME, PART, FRAME) == FRAME + PART + FRAME
    assert painted(*whole(FRAME), *whole(PART), *whole(FRAME)) == "".join(
        [*whole(FRAME), *whole(PART), *whole(FRAME)]
    )


def test_a_frame_is_painted_again_in_a_window_that_changed():
    assert painted(FRAME, "", FRAME) == FRAME + FRAME


def test_what_is_no_frame_is_never_left_out():
    assert painted("\a", "\a", PART, PART) == "\a\a" + PART + PART
