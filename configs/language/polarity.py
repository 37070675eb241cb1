"""The ``polarity`` section of a language file: how the language says that something is not so, or perhaps so."""

from __future__ import annotations

from pydantic import Field

from configs.load import Strict

__all__ = ["PolaritySection"]


class PolaritySection(Strict):
    """Words and phrases in lower case; ``fail*`` stands for every word that begins so, ``*siz`` for every ending.

    ``ne ... que`` is two words with at most four others between them, ``no.#`` a word before a number.
    Every field has a default, so that a language without the section still loads.
    """

    spaced: bool = True
    """Whether blanks part the words; where they don't, the entries are looked for inside the text."""
    syllables: bool = False
    """Whether blanks part syllables, of which a word may have two (vi)."""
    concord: bool = True
    """Whether two negators in one clause may deny once (Polish "nikt nie przyszedł")."""
    negators: tuple[str, ...] = ()
    """Words that turn a clause into its contrary (not, never, nobody)."""
    joining_negators: tuple[str, ...] = ()
    """Those that open or close a clause of their own ("nor", Arabic ولم, Korean 않으며); some also stand beside another
    ("nemám ani korunu")."""
    negator_patterns: tuple[str, ...] = ()
    """Regular expressions over one lower-case word, for affixes that do so (Turkish -me-)."""
    negator_cuts: tuple[str, ...] = ()
    """Regular expressions of what denies in a longer match of a negator: "n't", both halves of "ne ... pas", -me-."""
    last_negator_patterns: tuple[str, ...] = ()
    """As ``negator_patterns``, of words that deny only at the end of a clause: Turkish gitmem ("gitmem gerek")."""
    verb_prefix: str = ""
    """What, written onto a verb, denies it (cs, sk "ne"); the word's ending tells, one of ``verb_endings``."""
    verb_endings: tuple[str, ...] = ()
    """Endings of finite forms, participles and infinitives that other words hardly have, as regular expressions."""
    verb_exceptions: tuple[str, ...] = ()
    """Words that only begin and end so (nenávid*, nepřítel): ``*`` for any ending."""
    ever: tuple[str, ...] = ()
    """Those of ``negators`` that deny nothing behind one of ``superlatives`` ("la pire crise que nous ayons jamais
    connue")."""
    superlatives: tuple[str, ...] = ()
    """Words of a superlative (le plus, pire)."""
    neutral: tuple[str, ...] = ()
    """Phrases that hold a negator and deny nothing ("not only", "ne ... que", "no doubt")."""
    clitics: str = ""
    """What may be written onto the beginning of a word (Arabic ``[وف]?(?:ال|بال)?``), as a regular expression; read
    before words of ``contrasts``, ``possible``, ``necessary`` and ``perhaps`` of four letters or more."""
    implicit: tuple[str, ...] = ()
    """Words that may render a negation or be rendered by one (fail*, without, impossible, refus*)."""
    denying: tuple[str, ...] = ()
    """Those of such words that deny by themselves (without, refus*, fail*), and no others that do."""
    perhaps: tuple[str, ...] = ()
    """Words that only say that something may be so (perhaps, might), never that somebody is able to (can)."""
    certain: tuple[str, ...] = ()
    """Words that say that something is surely so (certainly, without doubt)."""
    possible: tuple[str, ...] = ()
    """Words that say that something may be so (may, might, perhaps)."""
    necessary: tuple[str, ...] = ()
    """Words that say that something must or should be so."""
    contrary_prefixes: tuple[str, ...] = ()
    """Beginnings that turn a word into its contrary ("un", "не"): "unprecedented" against "precedented"."""
    conjunctions: tuple[str, ...] = ()
    """Words that open a clause of its own (and, but, because)."""
    turning: tuple[str, ...] = ()
    """Conjunctions after which a sentence takes something back (but, unless, although)."""
    turning_inside: tuple[str, ...] = ()
    """Words of a script without blanks that hold one of ``turning`` and turn nothing (Thai ตั้งแต่, since); where they
    are given the others part clauses without a stop."""
    turning_ends: tuple[str, ...] = ()
    """Ends of clauses that do so to the clause behind them (ko -지만, ja が、)."""
    denies_next: tuple[str, ...] = ()
    """Words before the denied one of two things: "time and not money", "time instead of money"."""
    denies_last: tuple[str, ...] = ()
    """Words behind it: Turkish "para değil zaman", Finnish "rahan sijaan"."""
    asserts_next: tuple[str, ...] = ()
    """Words before the affirmed one, behind the denied one: "kein Geld sondern Zeit"."""
    reasons: tuple[str, ...] = ()
    """Words that open a clause of purpose or reason (because, in order, German "um", Russian "чтобы")."""
    greater: tuple[str, ...] = ()
    """Words that say of which of two things there is more, wherever one of ``than`` stands (more, rather); of none a
    word of ``than_last`` says it alone."""
    lesser: tuple[str, ...] = ()
    """Words that say of which there is less (less, fewer)."""
    than: tuple[str, ...] = ()
    """Words before the other thing: "more books than tablets"; those with ``*`` hold it ("יותר מ*")."""
    than_last: tuple[str, ...] = ()
    """Words behind it: Hindi "से ज़्यादा", Japanese より."""
    compares_nothing: tuple[str, ...] = ()
    """Phrases that hold such words and lay no two things side by side ("more than ever", "at least")."""
    as_much: tuple[str, ...] = ()
    """``not so much / as``: what stands before the one thing, less so, and before the other."""
    limits: tuple[str, ...] = ()
    """Words that bind what is said to a condition, a time, a place or an exception (until, if, under, except, only)."""
    unexcluded: tuple[str, ...] = ()
    """Phrases that leave it open whether something is so ("cannot rule out"); they deny nothing."""
    excluded: tuple[str, ...] = ()
    """The words of such phrases without their "not" ("rule out")."""
    contrasts: dict[str, str] = Field(default_factory=dict)
    """``extent: "real*, major / limited, slight"``: opposites under a name that all languages share, by which versions
    in different languages are compared."""
    antonyms: tuple[str, ...] = ()
    """``rise*, increase* / fall*, decrease*``: words of contrary meaning."""
