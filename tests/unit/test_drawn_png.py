"""Drawings as images: their size, their letters, and what cannot be made one."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from drawn_things import WEEK, look
from PIL import Image

from dateline.drawing import drawn_timeline, lettering, png
from dateline.drawing.lettering import cut, lines_of, width_of
from dateline.drawing.nodes import drawing, node
from dateline.drawing.sheet import text
from dateline.errors import PictureError


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_image_when_made_then_it_has_its_size_and_is_not_blank(scale: float) -> None:
    image = opened(png(drawn_timeline(WEEK, look(), 640, 320), scale))
    assert image.size == (640 * scale, 320 * scale)
    assert len(image.getcolors(1_000_000) or []) > 20


@pytest.mark.parametrize("face", ["sans", "bold", "italic", "serif", "headline", "sea"])
def test_letters_when_made_an_image_then_they_are_as_wide_as_was_measured(face) -> None:
    svg = drawing(900, 60, "letters")
    node(svg, "rect", width=900, height=60, fill="#ffffff")
    svg.set("font-family", look().sans)
    said = "Hamburgefonstiv 1,234" if face in ("italic", "sea") else "Hamburgefonstiv Кабул"
    text(svg, look(40), said, (10, 42), 1.0, face, fill="#000000")
    left, _, right, _ = opened(png(svg, 1)).convert("L").point(lambda v: 255 - v).getbbox()
    assert right - left == pytest.approx(width_of(said, 40, face), rel=0.03)


def test_image_when_too_large_then_it_is_refused_with_its_size() -> None:
    with pytest.raises(PictureError, match="too large"):
        png(drawing(20_000, 20_000, "large"), 2)


def test_typefaces_when_absent_then_the_error_names_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lettering, "FONTS", tmp_path)
    with pytest.raises(PictureError, match="SourceSansPro-Regular"):
        png(drawing(10, 10, "small"))


def test_text_when_broken_then_no_line_is_wider_and_nothing_is_lost() -> None:
    said = "Places that are mentioned in the articles of the week, and who speaks of them " * 3
    lines = lines_of(said, 200, 13)
    assert all(width_of(line, 13) <= 200 for line in lines)
    assert " ".join(lines) == said.strip()


def test_text_when_cut_then_it_fits_and_says_that_it_was() -> None:
    found = cut("Vereinigte Staaten von Amerika", 80, 13)
    assert width_of(found, 13) <= 80
    assert found.endswith("…")
