"""Phrases of one language looked up at a token, forwards or backwards, by word or by stem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.tokens import Token

__all__ = ["Meaning", "PhraseBook", "Stems"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase beside a number says: ``role`` (percent, money, unit, modifier, ...) and ``code`` within it.

    ``exact`` is the spelling to insist on where capitals matter (MW, mW), None elsewhere.
    """

    role: str
    code: str = ""
    exact: str | None = None


@dataclass(slots=True)
class Stems:
    """Strips the noun endings of a language, longest first; words under four letters stay as they are."""

    endings: tuple[str, ...]
    memo: dict[str, str] = field(default_factory=dict)

    def of(self, word: str) -> str:
        """The stem of ``word``; the word itself when no ending fits or fewer than three letters would be left."""
        if len(word) < 4 or not self.endings:
            return word
        known = self.memo.get(word)
        if known is None:
            if len(self.memo) > 20000:
                self.memo.clear()
            known = next((word[: -len(e)] for e in self.endings if word.endswith(e) and len(word) - len(e) >= 3), word)
            self.memo[word] = known
        return known


@dataclass(slots=True)
class PhraseBook:
    """Phrases by first word (last word when ``backwards``); the longest is tried first, an earlier meaning stays."""

    stems: Stems
    backwards: bool = False
    fixed: frozenset[str] = frozenset()
    """Words that no phrase has as its inflected form (it "volte", times, is no volt)."""
    exact: dict[str, list[tuple[tuple[str, ...], Meaning]]] = field(default_factory=dict)
    stemmed: dict[str, list[tuple[tuple[str, ...], Meaning]]] = field(default_factory=dict)
    base_forms: dict[str, list[tuple[tuple[str, ...], Meaning]]] = field(default_factory=dict)

    def add(self, words: tuple[str, ...], meaning: Meaning, inflected: bool = False) -> None:
        """Adds a phrase; ``inflected`` phrases are found in their other cases too."""
        if not words:
            return
        ordered = words[::-1] if self.backwards else words
        _insert(self.exact, ordered, meaning)
        if inflected:
            _insert(self.stemmed, tuple(self.stems.of(word) for word in ordered), meaning)
            if len(ordered) == 1:
                _insert(self.base_forms, ordered, meaning)

    def find(self, text: str, tokens: Sequence[Token], at: int) -> tuple[int, Meaning] | None:
        """The longest phrase at token ``at`` (ending there when backwards): how many tokens, and its meaning."""
        if not 0 <= at < len(tokens):
            return None
        word = tokens[at].word
        found = self._match(text, tokens, at, self.exact.get(word), False)
        if found is None and self.stemmed and len(word) > 2 and word not in self.fixed:
            found = self._match(text, tokens, at, self.stemmed.get(self.stems.of(word)), True)
            if found is None and self.base_forms:
                found = self._match(text, tokens, at, self._base_of(word), False)
        return found

    def _base_of(self, word: str) -> list[tuple[tuple[str, ...], Meaning]] | None:
        """The entries of the word that ``word`` is with an ending: forintot is forint, whose own t is no ending."""
        for ending in self.stems.endings:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                entries = self.base_forms.get(word[: -len(ending)])
                if entries:
                    return entries
        return None

    def _match(
        self,
        text: str,
        tokens: Sequence[Token],
        at: int,
        entries: list[tuple[tuple[str, ...], Meaning]] | None,
        stemmed: bool,
    ) -> tuple[int, Meaning] | None:
        for rest, meaning in entries or ():
            if rest and not stemmed and not self._begins(tokens, at, rest[0]):
                continue
            size = len(rest) + 1
            first, last = (at - size + 1, at + 1) if self.backwards else (at, at + size)
            if first < 0 or last > len(tokens):
                continue
            if rest and not self._same(tokens, first, last, rest, stemmed):
                continue
            if meaning.exact is None or text[tokens[first].start : tokens[last - 1].end] == meaning.exact:
                return size, meaning
        return None

    def _begins(self, tokens: Sequence[Token], at: int, word: str) -> bool:
        """Whether ``word`` is the one beyond ``at``: most phrases of several words are ruled out by it."""
        beyond = at - 1 if self.backwards else at + 1
        return 0 <= beyond < len(tokens) and tokens[beyond].word == word

    def _same(self, tokens: Sequence[Token], first: int, last: int, rest: tuple[str, ...], stemmed: bool) -> bool:
        others = tokens[first : last - 1][::-1] if self.backwards else tokens[first + 1 : last]
        if stemmed:
            return all(self.stems.of(token.word) == word for token, word in zip(others, rest, strict=True))
        return all(token.word == word for token, word in zip(others, rest, strict=True))


def _insert(table: dict[str, list[tuple[tuple[str, ...], Meaning]]], words: tuple[str, ...], meaning: Meaning) -> None:
    entries = table.setdefault(words[0], [])
    if not any(rest == words[1:] and old.exact == meaning.exact for rest, old in entries):
        entries.append((words[1:], meaning))
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1].exact is None))
