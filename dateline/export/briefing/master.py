"""An empty 16:9 presentation: one master, one layout, the colours and typefaces of a look."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

import pptx
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as File
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout, SlideMaster
from pptx.util import Inches, Pt

from ...drawing.look import Look
from ...settings import VERSION
from .flow import Box
from .pages import FOOTER, HEIGHT, LEFT, NUMBER, TOP, WIDE, WIDTH

S = TypeVar("S", bound=BaseShape)
SERIF, SANS = "Georgia", "Arial"
"""Families that Windows, macOS and their office programs have, and others have a stand-in for."""
_LAYOUT = "Title Only"
_UNUSED = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
    'openxmlformats.org/officeDocument/2006/extended-properties"><Application>Dateline {version}'
    "</Application><PresentationFormat>Widescreen</PresentationFormat></Properties>"
)
_LINE = (
    '<p:cxnSp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://'
    'schemas.openxmlformats.org/drawingml/2006/main"><p:nvCxnSpPr><p:cNvPr id="90" name="Rule"/>'
    '<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
    '<a:ext cx="{wide}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln '
    'w="6350"><a:solidFill><a:schemeClr val="bg2"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
)


def empty_file(look: Look) -> File:
    """A presentation without slides, with one layout: headline, footer, number."""
    file = pptx.Presentation()
    file.slide_width, file.slide_height = Inches(WIDTH), Inches(HEIGHT)
    size = file.element.find(qn("p:sldSz"))
    if size is not None:
        size.attrib.pop("type", None)
    for layout in [one for one in file.slide_layouts if one.name != _LAYOUT]:
        file.slide_layouts.remove(layout)
    layout = file.slide_layouts[0]
    layout.name = "Headline"
    _place(file.slide_master)
    _place(layout)
    _rule(layout)
    _set_type(file.slide_master.element)
    _set_theme(file, look)
    _drop_leftovers(file)
    return file


def placed(shape: S, box: Box) -> S:
    """The shape where the box is."""
    shape.left, shape.top = Inches(box.left), Inches(box.top)
    shape.width, shape.height = Inches(box.width), Inches(box.height)
    return shape


def add_from_layout(slide: Slide, kind: str) -> Shape:
    """The layout's footer or number, as a placeholder of the slide, without text."""
    placeholders: Sequence[BaseShape] = list(cast(Any, slide.slide_layout.placeholders))
    found = next(shape for shape in placeholders if _kind(shape) == kind)
    number = max(shape.shape_id for shape in slide.shapes) + 1
    element = copy.deepcopy(found.element)
    element.nvSpPr.cNvPr.set("id", str(number))
    slide.shapes._spTree.append(element)
    made = cast(Shape, slide.shapes[-1])
    made.text_frame.clear()
    return made


def _place(owner: SlideLayout | SlideMaster) -> None:
    """Only headline, footer and number, each in its place."""
    boxes = {"title": Box(LEFT, TOP, WIDE, 1.1), "ftr": FOOTER, "sldNum": NUMBER}
    shapes: Sequence[BaseShape] = list(cast(Any, owner.placeholders))
    for shape in shapes:
        box = boxes.get(_kind(shape))
        if box is None:
            shape.element.getparent().remove(shape.element)
            continue
        placed(shape, box)
        body = shape.element.find(qn("p:txBody")).find(qn("a:bodyPr"))
        body.attrib.update(dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), "0"))
        body.set("anchor", "t")


def _rule(layout: SlideLayout) -> None:
    """A thin line above the footer."""
    y = Inches(FOOTER.top - 0.07)
    xml = _LINE.format(x=Inches(LEFT), y=y, wide=Inches(WIDE))
    layout.shapes._spTree.append(etree.fromstring(xml))


def _kind(shape: BaseShape) -> str:
    return str(shape.element.find(".//" + qn("p:ph")).get("type", "body"))


def _set_type(master: etree._Element) -> None:
    title = master.find(".//" + qn("p:titleStyle") + "/" + qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", str(int(Pt(28).pt * 100)))
    for shape in master.iter(qn("p:sp")):
        for level in shape.iter(qn("a:lvl1pPr")):
            is_number = shape.nvSpPr.nvPr.find(qn("p:ph")).get("type") == "sldNum"
            level.set("algn", "r" if is_number else "l")
            _coloured(level.find(qn("a:defRPr")), "tx2")


def _coloured(text: etree._Element, name: str) -> None:
    for fill in text.findall(qn("a:solidFill")):
        text.remove(fill)
    fill = etree.Element(qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr"), val=name)
    text.insert(0, fill)


def _set_theme(file: File, look: Look) -> None:
    part = file.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    theme.set("name", "Dateline")
    for name, hue in _colours(look).items():
        slot = theme.find(".//" + qn(f"a:{name}"))
        for child in list(slot):
            slot.remove(child)
        etree.SubElement(slot, qn("a:srgbClr"), val=hue)
    for group, family in (("majorFont", SERIF), ("minorFont", SANS)):
        theme.find(".//" + qn(f"a:{group}") + "/" + qn("a:latin")).set("typeface", family)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _colours(look: Look) -> Mapping[str, str]:
    kinds = list(look.kinds.values())
    named = {"dk1": look.ink, "lt1": look.paper, "dk2": look.faint, "lt2": look.rule,
             "accent1": look.accent, "hlink": look.ink, "folHlink": look.faint}  # fmt: skip
    named |= {f"accent{at}": hue for at, hue in enumerate(kinds[:5], start=2)}
    return {name: hue.lstrip("#").upper() for name, hue in named.items()}


def _drop_leftovers(file: File) -> None:
    """Take out what the empty file of the library says of itself."""
    package = file.part.package
    for rels in (package._rels, file.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype in _UNUSED]:
            rels.pop(key)
    for part in package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            part._blob = _APP.format(version=VERSION).encode()
