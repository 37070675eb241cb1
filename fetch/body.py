"""The paragraphs of an article: what surrounds it is cut away, then trafilatura reads the rest."""

from __future__ import annotations

import regex
from lxml import etree, html
from lxml.html import HtmlElement

from fetch.block import trim_to_block

__all__ = ["article_paragraphs"]

# Names of classes and ids that never hold the words of an article, whole words of a name ("related-links", "shareBar").
_NOISE = regex.compile(
    r"(?:^|[\s_-])(?:related|related-?(?:links|articles|stories|posts|content)|"
    r"read-?more|see-?also|most-?read|trending|popular|recommended|"
    r"share|sharing|social|share-?bar|newsletter|subscribe|subscription|promo|advert|advertisement|ad-?slot|sponsored|"
    r"cookie|cookies|consent|gdpr|cmp|caption|captions|figcaption|wp-caption-text|photo-?credit|image-?credit|"
    r"breadcrumb|breadcrumbs|pagination|comments?-?(?:list|area|section)|disqus|tags|tag-?list|author-?bio|"
    r"byline|dateline-meta|skip-?link|screen-reader-text|sr-only|visually-?hidden|print-?only|toolbar)(?:$|[\s_-])",
    regex.IGNORECASE,
)
_NOISE_TAGS = ("nav", "aside", "figcaption", "form", "button", "iframe", "noscript", "dialog", "template", "menu")
_NOISE_ROLES = frozenset({"navigation", "complementary", "dialog", "alertdialog", "banner", "contentinfo", "search"})
_LARGEST_NOISE = 0.3
_LEAST_KEPT = 0.6
_LARGEST_LOSS = 1000  # a menu and its footer are shorter, an article is longer
_LONGEST_POINTER = 240
_LABEL_ENDS = (":", "：", "»", "→", "►", "▶", ">", "|")


def article_paragraphs(tree: HtmlElement, url: str | None = None) -> list[str]:
    """The paragraphs of the article in ``tree``, in reading order, white space folded; empty when there are none.

    ``tree`` is changed.
    """
    whole = _read(tree, url)
    _cut_noise(tree)
    _cut_pointers(tree)
    clean = _read(tree, url)
    # the cut took the article with it, as where a page calls its text "share-content"
    lost = len(whole) - len(clean)
    text = whole if lost > _LARGEST_LOSS and len(clean) < _LEAST_KEPT * len(whole) else clean
    return trim_to_block([line for line in (" ".join(line.split()) for line in text.split("\n")) if line], tree)


def _read(tree: HtmlElement, url: str | None) -> str:
    import trafilatura

    page = html.tostring(tree, encoding="unicode")
    document = trafilatura.bare_extraction(page, url=url, include_comments=False, include_tables=True)
    return str(document.text or "") if isinstance(document, trafilatura.settings.Document) else ""


def _cut_noise(tree: HtmlElement) -> None:
    whole = max(len(tree.text_content()), 1)
    for element in list(tree.iter(etree.Element)):
        if element.getparent() is None or element.tag in {"html", "body", "main", "article", "head", "h1"}:
            continue
        if _is_noise(element) and len(element.text_content()) < _LARGEST_NOISE * whole:
            element.drop_tree()


def _cut_pointers(tree: HtmlElement) -> None:
    """Cuts the lines inside an article that only point to another one: "Read also: <a>its headline</a>"."""
    for element in list(tree.iter("p", "h2", "h3", "h4", "h5", "blockquote")):
        links = element.xpath(".//a[@href]")
        text = " ".join(element.text_content().split())
        if not links or len(text) > _LONGEST_POINTER or element.getparent() is None:
            continue
        linked = " ".join(" ".join(link.text_content().split()) for link in links)
        if len(linked.split()) < 4:
            continue
        label, rest = text.partition(linked)[::2]
        labelled = label.rstrip()[-1:] in _LABEL_ENDS and 0 < len(label.split()) <= 4
        if labelled and linked in text and not rest.strip(' .»”"'):
            element.drop_tree()


def _is_noise(element: HtmlElement) -> bool:
    if element.tag in _NOISE_TAGS or element.get("role") in _NOISE_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.tag in {"header", "footer"}:
        return element.tag == "footer" or next(element.iter("h1"), None) is None
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(names.strip()) and _NOISE.search(names) is not None
