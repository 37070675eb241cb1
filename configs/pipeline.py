"""``configs/pipeline.yml``: engines and thresholds, each with how it was measured."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from configs.load import Strict, load_yaml
from records.discrepancy import DiscrepancyKind

__all__ = [
    "PIPELINE_FILE",
    "AlignSettings",
    "FetchSettings",
    "FlagSettings",
    "MatchSettings",
    "PipelineConfig",
    "ReviewSettings",
    "TranslateSettings",
    "UtteranceSettings",
    "load_pipeline",
]

PIPELINE_FILE = Path(__file__).resolve().parent / "pipeline.yml"


class FetchSettings(Strict):
    """Limits of a download and of what counts as an article."""

    user_agent: str = "Synoptic/0.1 (compares news versions; +https://pypi.org/project/synoptic/)"
    """Names the project and where to read about it, so that an outlet can tell who reads it."""
    connect_seconds: float = Field(default=10.0, gt=0)
    """Longest wait for a connection."""
    read_seconds: float = Field(default=20.0, gt=0)
    """Longest silence while a page arrives."""
    total_seconds: float = Field(default=60.0, gt=0)
    """Longest time for one page, redirects included."""
    largest_page_bytes: int = Field(default=10_000_000, gt=0)
    """A page is refused from this size on, unpacked; the download stops there."""
    most_redirects: int = Field(default=5, ge=0)
    """Redirects that are followed for one page."""
    pause_seconds: float = Field(default=1.0, ge=0)
    """Between two requests to one host, where the outlet's file does not say."""
    robots: bool = True
    """Whether robots.txt is obeyed, where the outlet's file does not say."""
    tries: int = Field(default=3, ge=1)
    """Requests for one page, where a fault may pass."""
    longest_wait_seconds: float = Field(default=60.0, ge=0)
    """A host that asks for more (Retry-After) is left for a later run."""
    hosts_at_once: int = Field(default=8, ge=1)
    """Hosts that are read at the same time; each of them sees one request at a time."""
    archive_days: int | None = Field(default=None, ge=1)
    """Days after which archived answers are removed that no version was read from; never when absent."""
    archive_megabytes: int | None = Field(default=None, ge=1)
    """Size over which the oldest of them are removed."""
    fewest_words: int = Field(default=8, ge=1)
    """Words of the body under which a text is no article; scripts without spaces count two letters as a word."""
    sure_language: float = Field(default=0.9, ge=0, le=1)
    """Confidence from which a detected language is believed against the one that was given."""


class TranslateSettings(Strict):
    """Which engines are tried, in which order, and where their models come from."""

    order: tuple[str, ...] = ("firefox", "ctranslate2", "marian", "nllb")
    """Engines of ``translate.engine.ENGINES`` that ``auto`` tries; the first with a model of the language counts."""
    languages: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """The order for single languages (primary subtag)."""
    fetch: Literal["first-use", "never"] = "first-use"
    """Whether the small Firefox model of a language is fetched when no engine has one."""
    mirror: str | None = None
    """A folder with ``<source>-en/`` folders of Firefox models, or the url of a web server that has them with their
    ``SHA256SUMS``: asked instead of Mozilla's service."""

    @field_validator("mirror")
    @classmethod
    def _mirror_is_a_folder_or_on_the_web(cls, mirror: str | None) -> str | None:
        if mirror is not None and "://" in mirror and not mirror.startswith(("http://", "https://")):
            raise ValueError(f"{mirror!r} is neither a folder nor a url that begins with https:// or http://")
        return mirror

    give_up_seconds: float = Field(default=4.0, gt=0)
    """Longest wait for the first answer of the place that models come from."""
    firefox_codes: dict[str, str] = Field(default_factory=lambda: {"no": "nb"})
    """Languages that Mozilla's models call otherwise."""
    marian_model: str = "Helsinki-NLP/opus-mt-{source}-en"
    """Hub id or folder; ``{source}`` is the language. ``id@revision`` pins a revision."""
    marian_models: dict[str, str] = Field(default_factory=dict)
    """The model for single languages, where there is no model of that name or a better one."""
    nllb_model: str = "facebook/nllb-200-distilled-600M"
    """One model for many languages: NLLB, M2M-100 or MADLAD, a hub id or folder."""
    ctranslate2_of: Literal["marian", "nllb"] = "marian"
    """Whose checkpoint CTranslate2 runs."""
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"
    """Where models of the hub run."""
    beams: int = Field(default=1, ge=1, le=16)
    """Beams of models of the hub."""
    retry_beams: int = Field(default=4, ge=1, le=16)
    """Beams with which a sentence is translated again whose English lost something, when no other engine can."""
    batch_tokens: int = Field(default=2048, ge=64)
    """Tokens of one batch, padding included."""
    workers: int = Field(default=0, ge=0)
    """Processes of the engine ``firefox``; 0 for one a core."""
    parallel_from: int = Field(default=48, ge=2)
    """Sentences from which starting more processes pays."""


class MatchSettings(Strict):
    """How pages are brought together that tell of one event."""

    centring: float = 1.0
    """Share of a language's mean vector that is taken off its pages, 0..1."""
    shrinkage: float = 3.0
    """How far the pages' covariance is drawn to a round one before vectors are whitened with it."""
    names_weight: float = 0.1
    """Weight of shared rare names beside the cosine."""
    day_weight: float = 0.01
    """Taken off for each day between two pages beyond ``free_days``."""
    most_days_weight: float = 0.05
    """The most that is taken off for days."""
    free_days: float = 5.0
    """Days apart that count for nothing."""
    same_language: float = 0.15
    """Taken off for two pages of one language before they are grouped: those are alike whatever they tell."""
    cluster_likeness: float = 0.17
    """Mean likeness from which two groups of pages are one event."""
    join_likeness: float = 0.35
    """Likeness from which a page that names something of a story belongs to it."""
    unsure_likeness: float = 0.15
    """Likeness from which a page that names enough of a story belongs to it; under it a reviewer decides."""
    recheck_minutes: tuple[int, ...] = (30, 120, 480, 1440)
    """When a page is asked for again after it was last seen: the wait grows with each time that nothing changed."""
    watched_days: int = Field(default=7, ge=1)
    """Days after publication in which a page is asked for."""
    most_pages_a_run: int = Field(default=200, ge=1)
    """Pages of one outlet that one run asks for; the others wait for the next run."""
    fewest_outlets: int = Field(default=3, ge=2)
    """Outlets that must tell of an event before it is suggested as a story."""


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
    """A mutual best pair counts from this margin on."""
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
    skip_score: float = -0.35
    """What leaving a sentence without a partner costs on the path through texts close to parallel."""
    skip_more: float = -0.05
    """What leaving the next sentence too costs, on either side."""
    shared_anchors: float = 0.3
    """What the numbers and names that both sides of a bead have are worth there, for their share of all."""
    lacked_anchors: float = 0.25
    """What those cost that only one side has."""
    anchor_smoothing: float = Field(default=12.0, gt=0)
    """Weight of anchors that every pair lacks there: keeps one shared word from counting as a full match."""
    path_nearest: int = Field(default=6, ge=1)
    """Best neighbours whose mean likeness is meant by ``path_neighbours``."""
    path_neighbours: float = 1.0
    """Share of the mean likeness to its neighbours that is taken off a bead's likeness there."""
    bead_cost: float = 0.15
    """What each further sentence of a bead costs there."""
    bead_weight: float = 0.7
    """Power of a bead's mean number of sentences a side by which its score counts more."""
    length_weight: float = 0.3
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


class ConfidenceSettings(Strict):
    """How often findings of a kind are right, 0..1."""

    slips: float = 0.93
    """Amounts that differ by swapped digits or a factor of ten, a hundred, a thousand."""
    amounts: float = 0.85
    """Other amounts."""
    times: float = 0.62
    """Dates, times and lengths of time."""
    speakers: float = 0.67
    """A quote credited to another speaker."""
    claimants: float = 0.5
    """A figure credited to another claimant."""
    no_majority: float = 0.2
    """What is taken off where no clear majority speaks."""


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
    turned_among: float = 0.25
    """Mean cosine, from what they deny to what they affirm, of the wordings that agree against one turned round."""
    turned_against: float = 0.05
    """Cosine under which the way of the one lies with each of theirs."""
    excuse_likeness: float = 0.22
    """Likeness to the negations of others under which a word such as "without" does not stand for them."""
    rendering_likeness: float = 0.5
    """The same from which any word does."""
    two_people_likeness: float = 0.4
    """Likeness of two names, 0..1, under which they are two people's, where both alphabets write vowels."""
    two_people_across: float = 0.3
    """The same where one of them stands in a script that loses sounds (Arabic, Chinese, Hindi …)."""
    two_people_han: float = 0.5
    """The same where one of them stands in Chinese characters."""
    two_people_lone: float = 0.15
    """The same where one version alone names a person in such a script."""
    late_minutes: int = 120
    """A figure published so much after all others has moved rather than been mistaken, unless it is a slip."""
    late_likeness: float = 0.15
    """Mean likeness of such a figure to those of three versions or more, from which it is set against them."""
    risen_likeness: float = 0.04
    """The same where its text also says that it moved up."""
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
    confidence: ConfidenceSettings = ConfidenceSettings()
    least_confidence: dict[DiscrepancyKind, float] = Field(default_factory=dict)
    """By kind, the confidence from which a finding is kept; ``synoptic calibrate`` proposes some from verdicts."""


class ReviewSettings(Strict):
    """Who may open the review pages from other machines."""

    user_header: str | None = Field(default=None, pattern=r"^[A-Za-z][A-Za-z0-9-]+$")
    """The header in which a reverse proxy names the user that it let in; whoever reaches the port past the proxy can
    write it too, so bind to the address that only the proxy reaches."""
    hosts: tuple[str, ...] = ()
    """Host names under which the pages are reached besides this machine's own; empty: any, with a token or header."""


class PipelineConfig(Strict):
    """The whole file; every section may be left out."""

    fetch: FetchSettings = FetchSettings()
    translate: TranslateSettings = TranslateSettings()
    match: MatchSettings = MatchSettings()
    align: AlignSettings = AlignSettings()
    flag: FlagSettings = FlagSettings()
    review: ReviewSettings = ReviewSettings()


def load_pipeline(path: Path = PIPELINE_FILE) -> PipelineConfig:
    """The pipeline file at ``path``.

    Raises:
        InputError: as ``configs.load.load_yaml``.
    """
    return load_yaml(path, PipelineConfig)
