"""The thresholds of the checks, as ``configs/pipeline.yml`` may set them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from configs.load import Strict
from records.discrepancy import DiscrepancyKind

__all__ = ["AlteredBy", "AnswerWeights", "ConfidenceSettings", "FlagSettings"]


AlteredBy = Literal[
    "denied", "denied_few", "denied_alone", "denied_less", "number", "force", "force_alone", "contrary", "noun",
    "turned", "figures_turned",
]  # fmt: skip
"""How a changed quote was found."""


_ALTERED: dict[AlteredBy, float] = {
    "denied": 0.9,
    "denied_few": 0.8,
    "denied_alone": 0.7,
    "denied_less": 0.65,
    "number": 0.8,
    "force": 0.65,
    "force_alone": 0.6,
    "contrary": 0.7,
    "noun": 0.65,
    "turned": 0.8,
    "figures_turned": 0.75,
}


class FigureConfidence(Strict):
    """Weights of what tells how often findings about figures are right: a logistic regression."""

    bias: float = -1.14
    """The natural logarithm of the odds where nothing speaks for or against it."""
    answers: float = 0.28
    """Times the natural logarithm, -3..3, of the odds that the two values tell of one thing (``AnswerWeights``)."""
    majority: float = 1.61
    """Times the natural logarithm of the witnesses of the larger side."""
    slip: float = 1.34
    """Where the values differ by swapped digits or a factor of ten, a hundred, a thousand."""


class ConfidenceSettings(Strict):
    """How often findings of a kind are right, 0..1."""

    figures: FigureConfidence = Field(default_factory=FigureConfidence)
    """A figure with another value: what it is weighed with."""
    most_figures: float = 0.99
    """No figure is surer than this."""
    speakers: float = 0.87
    """A quote credited to another speaker."""
    truncated: float = 0.93
    """A quote without a part that two other versions have."""
    claimants: float = 0.84
    """A figure credited to another claimant."""
    altered: dict[AlteredBy, float] = Field(default_factory=lambda: dict(_ALTERED))
    """A quote with another meaning, by how it was found."""
    negation_score: float = 0.6
    """A "not" more in one wording of one language, times the score that DEMETR measures."""
    two_agree: float = 0.1
    """What is added to a change that is told side by side in one language where two others agree."""
    most: float = 0.95
    """No changed quote is surer than this."""
    no_majority: float = 0.5
    """What is taken off where no clear majority speaks."""


class AnswerWeights(Strict):
    """Weights of what tells whether a figure of one version answers what others say: a logistic regression."""

    bias: float = -4.15
    """The natural logarithm of the odds where nothing speaks for or against it."""
    around: float = 2.61
    """Likeness of the words around."""
    sentence: float = 1.26
    """Likeness of the whole sentences."""
    subject: float = 2.44
    """Likeness of what is counted; none where one of them does not say."""
    own_margin: float = 2.66
    """How much more alike than any other figure of its version that could answer."""
    other_margin: float = 3.04
    """How much more alike than any other fact that it could answer."""
    untold: float = -0.71
    """Per logarithm of one more than the versions that say what both are said in and give neither figure."""
    likest: float = 1.71
    """Share of pairs where the other text says no other figure more like it."""
    place: float = -2.37
    """Distance between the places of two figures in their texts, 0..1."""
    other_unit: float = 0.9
    """Whether they are one number of two units, or one lost a digit of the other."""
    digits: float = 0.81
    """Share of pairs with as many digits before the point."""
    large: float = 1.0
    """Counts of a hundred or more."""
    stated: float = 0.67
    """Whether both stand in one statement."""
    agree: float = 0.32
    """Natural logarithm of how many versions agree."""
    share: float = 0.34
    """Share of all versions that agree."""
    second: float = -2.44
    """How many versions more than one give the other value."""
    times_apart: float = -0.62
    """Natural logarithm of how many times one value is the other."""
    slip: float = 2.87
    """Whether one is the other by a slip of the pen."""
    wrong_digit: float = 1.3
    """Whether they differ in one digit of several."""
    compatible: float = -6.51
    """Share of the pairs of figures that agree all the same."""
    seldom: float = 0.86
    """Whether it is money, a percentage, a measure or a length of time."""
    time: float = -2.52
    """Whether it is a time of day."""
    own_day: float = -4.22
    """Whether it is a version's own day."""
    headline: float = -1.69
    """Whether it stands in the headline."""
    toll: float = 1.03
    """Whether both count the dead, or both the injured."""
    risen: float = 0.35
    """Whether a text says that the figure moved up."""
    late: float = 0.54
    """Whether it came out hours after the others."""
    late_risen: float = 0.45
    """Whether it came out so late and its text says that it moved up."""
    two_kinds: float = -0.66
    """Whether they are of two kinds or units."""
    elsewhere: float = -21.62
    """Likeness with which its version gives the value of the others in another sentence."""


class FlagSettings(Strict):
    """The thresholds of the checks."""

    agreement_likeness: float = 0.1
    """Likeness, -1..1, of the words around two figures from which equal values are one fact."""
    conflict_likeness: float = 0.35
    """The same for different values: more is asked before two figures are set against each other."""
    subject_likeness: float = 0.3
    """Likeness of what two different figures count."""
    majority_likeness: float = 0.18
    """Mean likeness of a figure to those of three versions or more that agree, from which it is set against them."""
    far_times: float = 2.5
    """So many times another value, and no slip of it, is another thing, unless what is counted is alike."""
    far_subject: float = 0.35
    """Likeness of what two figures count from which they may be any number of times apart."""
    date_likeness: float = 0.4
    """The same for dates and times: many of them stand in one sentence."""
    loose_likeness: float = 0.25
    """The same for a figure of a sentence that belongs to no statement."""
    lone_likeness: float = -0.1
    """The same for figures that have no other of their kind beside them in two sentences that say the same."""
    few_figures: int = 20
    """Figures of a whole story up to which figures that stand alone are set against each other."""
    slip_likeness: float = -0.05
    """Mean likeness from which values of one statement belong together that differ by a slip in many digits."""
    joint_likeness: float = 0.2
    """Mean likeness of the words around and the whole sentences from which one version answers what many say."""
    one_day_likeness: float = 0.45
    """The same from which texts of one day that tell two days contradict each other."""
    joint_margin: float = 0.05
    """How much less whatever else it might answer must be alike."""
    left_date_likeness: float = 0.05
    """Mean likeness from which the only day that a version has in a statement answers the only one of many."""
    exchanged_gain: float = 0.8
    """How much more alike what two numbers count must be when they are exchanged."""
    toll_gain: float = 0.1
    """Added where two figures both count the dead, or both the injured."""
    slip_gain: float = 0.06
    """Added where two values differ by a typical slip: swapped digits, a factor of ten, a hundred, a thousand."""
    claimants_apart: float = 0.15
    """Mean likeness of the words for two claimants under which they are two."""
    claimants_alike: float = 0.22
    """Mean likeness of the words for one claimant over versions, from which they are one."""
    source_likeness: float = 0.22
    """Likeness to one of ``source_words`` from which a reading is a source that no other version names: one who is
    quoted too."""
    unspoken_likeness: float = 0.3
    """The same of a reading that is nobody's whom the version quotes."""
    source_words: tuple[str, ...] = ("the ministry", "the police", "the company", "the spokesman", "the association")
    """What kinds of sources news has, in English: readings of any language are held against them by their vectors."""
    other_words: tuple[str, ...] = ("on Thursday", "the damage", "the building", "the number of")
    """What stands in the place of a source and is none."""
    negation_score: float = 0.65
    """How surely, 0..1, one wording of a quote has a negation more than another of its language."""
    number_score: float = 0.7
    """The same for numbers that only one of them has."""
    name_score: float = 0.6
    """The same for names."""
    word_score: float = 0.6
    """The same for any other word; one that scores less is told of against two others that agree."""
    swap_shared: float = 0.7
    """Share of words that two wordings must have in common before one exchanged word is told of."""
    cut_share: float = 0.75
    """Share of the length of every other version up to which a quote is a part of theirs."""
    bare_cut_share: float = 0.6
    """The same where no word such as "until" tells what was cut."""
    loose_cut_share: float = 0.87
    """The same where four versions or more have such a word that the one has not, or a piece of a sentence with it."""
    turned_score: float = 0.13
    """How surely one wording of a quote denies what four others or more affirm, and affirms what they deny."""
    turned_among: float = 0.12
    """How much nearer the words of those others are to the same half of one another than to the other half."""
    turned_against: float = 0.1
    """Cosine of ways from half to half under which the one lies with each of theirs, where less than the former do."""
    turned_gap: float = 0.4
    """How much less alike to theirs it must be in the mean then."""
    turned_score_few: float = 0.3
    """The former against three others."""
    turned_among_few: float = 0.2
    """The latter among three."""
    excuse_likeness: float = 0.22
    """Likeness to the negations of others under which a word such as "without" does not stand for them."""
    rendering_likeness: float = 0.5
    """The same from which any word does."""
    denial_gain: float = 0.0
    """How much nearer in cosine few who deny come to many who don't, at least, once they lose their "not"."""
    lone_denial_gain: float = 0.0025
    """The same of one who denies alone."""
    lone_excuse: float = 0.1
    """Likeness to its "not" from which a word such as "only" of another may stand for it."""
    sure_denial_gain: float = 0.005
    clear_denial_gain: float = 0.025
    """The same for one who doesn't deny against two or more who do, and over what these come to each other so."""
    noun_likeness: float = 0.55
    """Likeness to an English noun from which the word that one version alone has is taken for it."""
    noun_faint_likeness: float = 0.42
    """The same where all else is clear (``noun_clear_shared``, ``noun_clear_apart``)."""
    noun_shared: float = 0.35
    """The same, as a mean over all others, for the noun that they have in its place."""
    noun_clear_shared: float = 0.5
    """The same where the word of the one is taken for its noun but faintly."""
    noun_gap: float = 0.1
    """How much less like that noun the nearest word of the one must be."""
    noun_apart: float = 0.33
    """Likeness to the word of the one over which another version has it too."""
    noun_clear_apart: float = 0.25
    """The same, and for ``noun_unlike``, where the word of the one is taken for its noun but faintly."""
    noun_unlike: float = 0.4
    """Likeness to the mean of the others' words over which the one has theirs too."""
    noun_gain: float = 0.006
    """How much nearer the quote comes to the others, as a cosine, with their word in the place of its own."""
    two_people_likeness: float = 0.4
    """Likeness of two names, 0..1, under which they are two people's, where both alphabets write vowels."""
    two_people_across: float = 0.3
    """The same where one of them stands in a script that loses sounds (Arabic, Chinese, Hindi …)."""
    two_people_han: float = 0.5
    """The same where one of them stands in Chinese characters."""
    two_people_lone: float = 0.15
    """The same where one version alone names a person in such a script."""
    named_beside: float = 0.8
    """Likeness of a name to words beside a quote from which they name that person."""
    late_minutes: int = 120
    """A figure published so much after all others has moved rather than been mistaken, unless it is a slip."""
    late_likeness: float = 0.15
    """Mean likeness of such a figure to those of three versions or more, from which it is set against them."""
    risen_likeness: float = 0.04
    """The same where its text also says that it moved up."""
    news_likeness: float = 0.14
    """Mean likeness of a figure to what earlier texts say, where its own text gives their value as that of an earlier
    hour right behind it."""
    cued_news_likeness: float = 0.05
    """The same where its text also says that it moved."""
    left_likeness: float = 0.15
    """The same for a figure that alone of its kind is left in a statement where only one such fact has no figure of its
    version."""
    update_minutes: int = 60
    """A toll published so much later may have risen; with a cue ("rises to") any later time will do."""
    nli_model: str | None = None
    """Hub id or folder of a model of natural-language inference (extra ``hub``) that weighs ``quote-altered``; None for
    none."""
    nli_weight: float = Field(default=0.2, ge=0.0, le=1.0)
    """How much a sure contradiction, against a sure entailment, adds to the confidence of a ``quote-altered``."""
    answers: AnswerWeights = AnswerWeights()
    answer_chance: float = 0.8
    """Chance, 0..1, from which figures of different values are set against each other."""
    unheard_chance: float = 0.65
    """The same of an amount that no other version gives, of whatever, against what half of all versions say."""
    confidence: ConfidenceSettings = ConfidenceSettings()
    least_confidence: dict[DiscrepancyKind, float] = Field(default_factory=dict)
    """By kind, the confidence from which a finding is kept; ``synoptic calibrate`` proposes some from verdicts."""
