"""The thresholds of matching sentences and quotes, as ``configs/pipeline.yml`` may set them."""

from __future__ import annotations

from pydantic import Field

from configs.load import Strict

__all__ = ["AlignSettings", "UtteranceSettings"]


class UtteranceSettings(Strict):
    """The thresholds by which quotes of several versions are one utterance; likenesses are cosines, -1..1."""

    centring: float = 0.9
    """Share of a language's mean vector that is taken off its quotes, 0..1."""
    centring_sentences: int = Field(default=60, ge=1)
    """Sentences of each language that the mean is taken over, spread over its versions."""
    neighbours: int = Field(default=24, ge=1)
    """How many of the nearest clauses elsewhere are looked at for each quote."""
    neighbour_likeness: float = 0.3
    """How like a neighbour must be to be looked at."""
    together_likeness: float = 0.30
    """Likeness that two quotes of one statement must have to be one utterance."""
    apart_likeness: float = 0.5
    """The same for quotes of different statements."""
    same_speaker: float = 0.05
    """Taken off what is asked where both name one speaker."""
    other_speaker: float = 0.12
    """Added to what is asked where they name two: a quote in another mouth must still be found."""
    clear_likeness: float = 0.45
    """Likeness of two quotes in different mouths that are one utterance wherever they stand, if ..."""
    clear_margin: float = 0.15
    """... each is that much less like any other quote of the other's version."""
    indirect: float = 0.05
    """Added to what is asked where one of them is reported speech."""
    place_weight: float = 0.2
    """Added to the likeness of quotes of one statement when the best matches are joined first."""
    speaker_weight: float = 0.1
    """Added for one speaker, taken off for two."""
    repeat_likeness: float = 0.6
    """Likeness from which two quotes of one version are a repetition."""
    piece_likeness: float = 0.35
    """Likeness of two quotes of one version to different clauses of a longer quote elsewhere."""
    group_likeness: float = 0.25
    """Mean likeness over two groups that join."""
    order_loss: float = 0.1
    """How much likeness clauses may lose when they are paired one for one in their order."""
    answer_likeness: float = 0.25
    """Likeness from which a clause answers one of the longest quote."""
    split_likeness: float = 0.45
    """Likeness of a clause to a second one of the longest quote from which it answers both."""
    split_margin: float = 0.15
    """How much less like the second may be than the first."""
    order_weight: float = 0.15
    """Added for standing at the same place in the utterance."""
    turn_weight: float = 0.15
    """What a clause loses against one that begins with "if" or "but" where it does not, or the other way round."""
    whole_gain: float = 0.02
    """How much better a single clause must answer the whole quote than its best clause, to answer all of it."""
    whole_length: float = 0.8
    """Share of the length of the whole quote from which a single clause may answer it a little less well."""
    whole_loss: float = 0.1
    """How much less well."""


class AlignSettings(Strict):
    """The encoder and the thresholds of matching sentences."""

    encoder: str = "bundled"
    """An engine of ``align.encoder.ENCODERS``."""
    model: str | None = None
    """Hub id or folder, for engines that take one."""
    centring: float = 0.9
    """Share of a version's mean vector that is taken off its sentences, 0..1."""
    anchor_weight: float = 0.2
    """Weight of shared numbers and names beside the cosine."""
    neighbours: int = 4
    """Best neighbours that a margin is taken over."""
    match_margin: float = 0.1
    """A mutual best pair counts from this margin on, where versions are told close to parallel or are many."""
    sure_margin: float = 0.05
    """Where two versions are matched without an order, a mutual best pair counts from this margin on ..."""
    sure_sum: float = 0.4
    """... if its margin and its cosine make this sum."""
    strong_sum: float = 0.6
    """From this sum on a pair says in which order the two texts tell things."""
    out_of_place: float = 0.3
    """How much greater the sum must be of a pair that is far out of that order."""
    join_margin: float = 0.0
    """A sentence left over may join a partner from this margin on."""
    join_gain: float = 0.06
    """How much better the sum of two sentences' vectors must fit than one, in cosine."""
    joined_margin: float = -0.1
    """As ``join_margin``, where the two sentences are embedded as one text."""
    joined_look: float = -0.03
    """From this gain of the sum on two sentences are embedded as one text."""
    joined_reach: int = Field(default=4, ge=1)
    """Sentences that may lie between two that are embedded as one text, and one more."""
    joined_gain: float = 0.03
    """How much better two sentences as one text must fit than one of them."""
    part_letters: int = Field(default=20, ge=1)
    """Letters from which a part of a sentence, between full stops, semicolons and colons, is matched by itself."""
    group_cosine: float = 0.15
    """Groups of sentences join when their centres are at least so alike."""
    parallel_sentences: int = 15
    """Sentences of the shorter text from which two texts may be called close to parallel."""
    parallel_share: float = 0.35
    """Share of the shorter text's sentences that must have a sure partner for that."""
    parallel_order: float = 0.85
    """Share of the sure pairs that must be in one order for that."""
    parallel_moved: float = 0.02
    """Share of the sure pairs that may be a few sentences out of order."""
    skip_score: float = -0.4
    """What leaving a sentence without a partner costs on the path through texts close to parallel."""
    skip_more: float = -0.05
    """What leaving the next sentence too costs, on either side."""
    shared_anchors: float = 0.3
    """What the numbers and names that both sides of a bead have are worth there, for their share of all."""
    lacked_anchors: float = 0.22
    """What those cost that only one side has."""
    anchor_smoothing: float = Field(default=12.0, gt=0)
    """Weight of anchors that every pair lacks there: keeps one shared word from counting as a full match."""
    ending_cost: float = 0.13
    """What it costs there that one side of a bead ends with a full stop or the like and the other goes on."""
    path_nearest: int = Field(default=6, ge=1)
    """Best neighbours whose mean likeness is meant by ``path_neighbours``."""
    path_neighbours: float = 1.0
    """Share of the mean likeness to its neighbours that is taken off a bead's likeness there."""
    bead_cost: float = 0.15
    """What each further sentence of a bead costs there."""
    bead_weight: float = 0.7
    """Power of a bead's mean number of sentences a side by which its score counts more."""
    length_weight: float = 0.22
    """What lengths that don't fit cost there, for each natural logarithm of their proportion."""
    brief_sentences: int = 3
    """Versions that all have no more sentences, headline included, make one statement."""
    pairwise_versions: int = 16
    """Versions up to which all pairs are aligned; further ones are held against the statements of these."""
    copy_share: float = 0.7
    """Share of the shorter text's five-word runs that another version must have to be one text with it."""
    longest_member: int = 3
    """Sentences with which one version may make one statement."""
    utterances: UtteranceSettings = UtteranceSettings()
    """How quotes are matched."""
