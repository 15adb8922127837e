"""What a page says of itself for machines: JSON-LD and meta elements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from .header_map import as_text

MOST_NODES = 3000
PUBLISHED_META = (
    "article:published_time", "datePublished", "date", "DC.date.issued", "pubdate",
    "publish-date", "parsely-pub-date", "og:article:published_time",
)  # fmt: skip
UPDATED_META = (
    "article:modified_time", "dateModified", "og:updated_time", "last-modified",
    "og:article:modified_time",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page states; empty where it is silent."""

    headline: str = ""
    description: str = ""
    published: str = ""
    updated: str = ""
    byline: str = ""
    outlet: str = ""
    agency: str = ""


def facts_of(tree: HtmlElement) -> PageFacts:
    """What the page states of itself; JSON-LD wins over meta elements."""
    node = next((node for node in _nodes(tree) if _is_article(node)), {})
    metas = _metas(tree)
    return PageFacts(
        headline=as_text(node.get("headline")),
        description=_first(metas, ("og:description", "description", "twitter:description")),
        published=as_text(node.get("datePublished")) or _first(metas, PUBLISHED_META),
        updated=as_text(node.get("dateModified")) or _first(metas, UPDATED_META),
        byline=_names(node.get("author")),
        outlet=_names(node.get("publisher")) or _first(metas, ("og:site_name",)),
        agency=_names(node.get("sourceOrganization")) or as_text(node.get("creditText")),
    )


def _nodes(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").casefold():
            try:
                root = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _descend(root)


def _descend(root: object) -> Iterator[Mapping[str, object]]:
    waiting, seen = [root], 0
    while waiting and seen < MOST_NODES:
        node, seen = waiting.pop(), seen + 1
        if isinstance(node, dict):
            yield node
            waiting += reversed(list(node.values()))
        elif isinstance(node, list):
            waiting += reversed(node)


def _is_article(node: Mapping[str, object]) -> bool:
    kinds = as_text(node.get("@type")).casefold()
    is_dated_headline = "headline" in node and "datePublished" in node
    return "article" in kinds or "posting" in kinds or is_dated_headline


def _names(value: object) -> str:
    listed = value if isinstance(value, list) else [value]
    found = (as_text(item.get("name") if isinstance(item, dict) else item) for item in listed)
    return ", ".join(name for name in dict.fromkeys(found) if name and "://" not in name)


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.casefold(), (meta.get("content") or "").strip())
    return metas


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name.casefold()] for name in names if metas.get(name.casefold())), "")
