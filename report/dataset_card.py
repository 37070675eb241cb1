"""The dataset's card: front matter that ``datasets`` reads, and what people must know before they use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import indent

__all__ = ["card"]

_ABOUT = {
    "statements": "what several versions of a story say alike, with the words of each version",
    "pairs": "every two versions that say a statement, with the kinds of discrepancy between them (empty: they agree)",
    "figures": "figures read at the source: value, unit, modifier, what is counted, who says so",
    "quotes": "quotes with their speakers; `speaker_id` is one id for one person in every language of a story",
    "discrepancies": "where figures and quotes differ: sides with evidence, and the state that reviewers gave them",
    "verdicts": "every decision that reviewers made, in order; the last of a discrepancy counts",
}
_TEXT = """# News versions, aligned across languages, with their discrepancies

How several news outlets tell one story, in several languages: sentences aligned to statements, figures and quotes read
from the original texts, the discrepancies that Synoptic found, and what people decided on them.

```python
from datasets import load_dataset

pairs = load_dataset("{folder}", "pairs")
```

| config | rows | what |
|---|---|---|
{table}

## Splits

By story: all rows of a story, in every config, are in one split, so that nothing of a test story was seen in training.
The split follows from the story's id and stays where it is when stories are added: {splits}.

## Where it comes from, and what to mind

- Texts were published by the outlets named in each row and are theirs: share them as the law of your country allows.
- `text` and `sentence` are the outlets' own words. `english` was made by a machine, and is null where there is none.
- Discrepancies in state `new` were seen by nobody; use `confirmed` and `dismissed` as labels. Reviewers saw only what
  was found, so `verdicts` say nothing on what was missed.
- Values are decimal text, dates and times ISO 8601. `start` and `end` count Unicode code points in `sentence`.
- Reviewers are numbered, not named; their notes are as they wrote them.
"""


def card(counts: Mapping[str, Mapping[str, int]], features: Mapping[str, str], languages: Sequence[str]) -> str:
    """``README.md`` for these rows by config and split; ``features`` are YAML lists; a config without rows is left out.

    ``languages`` are primary subtags.
    """
    held = [config for config in counts if counts[config]]
    table = "\n".join(f"| `{name}` | {sum(counts[name].values()):,} | {_ABOUT[name]} |" for name in held)
    splits = ", ".join(sorted({split for name in held for split in counts[name]})) or "none yet"
    text = _TEXT.format(table=table, splits=splits, folder="path/to/this/folder")
    return "\n".join(["---", *_front(counts, features, languages, held), "---", "", text])


def _front(
    counts: Mapping[str, Mapping[str, int]], features: Mapping[str, str], languages: Sequence[str], held: Sequence[str]
) -> list[str]:
    lines = ["pretty_name: News versions with their discrepancies", "license: other"]
    lines += ["language:", *(f"- '{code}'" for code in languages)] if languages else []
    lines += ["tags:", "- news", "- cross-lingual", "- fact-checking"]
    if held:
        lines.append("configs:")
    for config in held:
        lines += [f"- config_name: {config}", "  data_files:"]
        for split in counts[config]:
            lines += [f"  - split: {split}", f"    path: data/{config}/{split}-*.parquet"]
    if held:
        lines.append("dataset_info:")
    for config in held:
        lines += [f"- config_name: {config}", "  features:", indent(features[config].rstrip("\n"), "  ")]
        lines.append("  splits:")
        for split, rows in counts[config].items():
            lines += [f"  - name: {split}", f"    num_examples: {rows}"]
    return lines
