"""The ``quotes`` section of a language file: how its press reports what people say."""

from __future__ import annotations

from configs.load import Strict

__all__ = ["QuotesSection"]


class QuotesSection(Strict):
    """Words in lower case; ``sa(id|ys)`` writes a stem and its endings, ``teilte ... mit`` a verb in two places.

    Every field has a default, so that a language without the section still loads.
    """

    spaced: bool = True
    """Whether spaces part the words; where they don't, the words of this section cut the text."""
    cased: bool = True
    """Whether names begin with a capital letter."""
    noun_capitals: bool = False
    """Whether every noun does, so that a capital alone makes no name."""
    elision: bool = False
    """Whether an apostrophe ends a word ("l'", "qu'")."""
    insets: bool = False
    """Whether "said X" may stand between two commas inside the marks."""
    dash: bool = False
    """Whether a dash at the start of a sentence opens direct speech."""
    articles_he: tuple[str, ...] = ()
    """Articles that before an office tell a man; ``articles_she`` a woman."""
    articles_she: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    """How the word for a question begins: "asked ..., she said" opens with it in "Na otázku, co …, odpověděla"."""
    embedded: bool = False
    """Whether a whole sentence in marks stands inside the outlet's own: "…」と述べた", "กล่าวว่า “…”"."""
    verb_final: bool = False
    """Whether reported content stands between the speaker and the verb of saying."""
    verb_first: bool = False
    """Whether the speaker as a rule follows the verb."""
    oblique_subjects: bool = False
    """Whether "in the ministry (they) said" names the ministry as the speaker."""
    place_before_name: bool = False
    """Whether "mayor Rovno Jan Novak" puts a place in the genitive between an office and a name of two words."""
    bare_offices: bool = False
    """Whether a sentence may open with an office without an article before a full name ("Imker Lotte van Zanten")."""
    subject_first: bool = False
    """Whether the subject precedes its verb but after a quote or a comma."""
    bare_clause: bool = False
    """Whether a reported clause may follow the verb with nothing between ("said the boat sank")."""
    verb_second: bool = False
    """Whether the verb of a main clause is its second part, so that "…, said X" puts the verb right after the comma."""
    source_then_verb: bool = False
    """Whether the verb stands right behind an "according to X" that opens a sentence (enligt X påverkas 640 båtar)."""
    comma_clause: bool = False
    """Whether a reported clause may follow the verb after no more than a comma ("sagte, das Boot sei gesunken")."""
    verbs: tuple[str, ...] = ()
    """Verbs and set phrases of saying, in all forms that news uses."""
    weak_verbs: tuple[str, ...] = ()
    """Verbs that report only before a ``that`` word or an infinitive ("hopes that", "promised to")."""
    object_verbs: tuple[str, ...] = ()
    """Verbs whose object alone is what somebody says or wants ("called for a truce", "rejected the plan")."""
    impersonal: tuple[str, ...] = ()
    """Those of ``verbs`` without a subject, whose speaker a preposition rules ("heißt es in der Erklärung")."""
    gerunds: tuple[str, ...] = ()
    """Endings of a verb form that goes on from its subject's own clause: what is said follows it (", arguing")."""
    noun_verbs: tuple[str, ...] = ()
    """Verb forms that are nouns as well ("states", "claims"): verbs only before what a verb of saying takes."""
    passives: tuple[str, ...] = ()
    """Auxiliaries that make a verb of saying passive ("wurde", "was")."""
    agents: tuple[str, ...] = ()
    """Prepositions before who did it then ("von", "by")."""
    citing: tuple[str, ...] = ()
    """Verbs of citing: where they are passive, their subject is who speaks ("wird Roe von der Zeitung zitiert")."""
    sources_before: tuple[str, ...] = ()
    """Phrases right before the source ("according to", "laut")."""
    sources_after: tuple[str, ...] = ()
    """Phrases right after the source ("zufolge", "szerint")."""
    sources_tail: tuple[str, ...] = ()
    """Words that with a source alone make a clause behind a comma (", so X")."""
    sources_clause: tuple[str, ...] = ()
    """Words that open a clause with a verb of saying, apart from the content ("as X said", "wie X mitteilte")."""
    sources_known: tuple[str, ...] = ()
    """Words for a source that was named before ("demnach", "ihm zufolge")."""
    source_prepositions: tuple[str, ...] = ()
    """Prepositions that make a source with one of ``source_nouns`` a few words on ("nach offiziellen Angaben")."""
    source_nouns: tuple[str, ...] = ()
    """Accounts, opinions, documents; ``-angaben`` is any word with that end."""
    document_tails: tuple[str, ...] = ()
    """Ends of what follows a document and still belongs to it: an adjective, an owner ("liście otwartym")."""
    backward: tuple[str, ...] = ()
    """Words that, with a verb of saying, credit the sentence before ("Dies sagte X", "Об этом сообщил X")."""
    hearsay: tuple[str, ...] = ()
    """Verbs that with one of ``hearsay_ends`` at the end of the clause tell what is said ("soll ... haben")."""
    hearsay_ends: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    """Endings of the word before one of ``hearsay_ends``."""
    name_words: int = 0
    """How many words a person's name has, behind an office that no list has, where no capital shows it; 0: any."""
    name_ends_cut: tuple[str, ...] = ()
    """Endings of a name in a sentence that are no part of it, as regular expressions (hy the article -ը, ka -მ)."""
    source_suffixes: tuple[str, ...] = ()
    """Case endings that ``sources_after`` asks of the word before it; cut from a name ("'e" of "Erdoğan'e göre")."""
    that: tuple[str, ...] = ()
    """Words that open a reported clause."""
    to: tuple[str, ...] = ()
    """Words that open a reported infinitive ("to")."""
    auxiliaries: tuple[str, ...] = ()
    """Finite verbs that show, where a clause may follow with nothing between, that one has begun ("would", "had")."""
    relatives: tuple[str, ...] = ()
    """Words that, right before a subject and a verb of saying, stand for part of what is said ("what X said was")."""
    subordinators: tuple[str, ...] = ()
    """Conjunctions of a clause whose verb comes last and whose subject follows them ("weil", "nachdem")."""
    relative_pronouns: tuple[str, ...] = ()
    """Pronouns that open such a clause about the noun before its comma ("der", "welche")."""
    relative_persons: tuple[str, ...] = ()
    """Relative pronouns of people that need no comma ("who"): what follows them is said of the speaker."""
    clause_ends: tuple[str, ...] = ()
    """Endings of a predicate, by which a few words in marks are speech and no name (ja た, です; ko 다)."""
    complements: tuple[str, ...] = ()
    """Words between content and a verb that comes last (と, 라고), no part of either."""
    complement_suffixes: tuple[str, ...] = ()
    """The same where they are written with the last word of the content (고)."""
    naming_verbs: tuple[str, ...] = ()
    """Verbs that put a word on something ("called it a "disgrace""), where a capital letter alone tells nothing."""
    callings: tuple[str, ...] = ()
    """Verbs that say how somebody or something is called ("genannt", "heißt"): the words in marks beside them are a
    name."""
    called_so: tuple[str, ...] = ()
    """Words that open a clause behind the name that says so ("wie er genannt wird", "so lautet der Titel")."""
    selves: tuple[str, ...] = ()
    """Reflexives between such a verb and the name ("nennt sich")."""
    speech_nouns: tuple[str, ...] = ()
    """Nouns that make the words in marks after them speech ("mit den Worten", "Parolen wie"); ``-`` as in roles."""
    naming_leads: tuple[str, ...] = ()
    """Words between such a verb and its term ("als", "ein")."""
    subjunctive: tuple[str, ...] = ()
    """Verb forms that mark a sentence after speech as still somebody's words (hätte, würden)."""
    first_person: tuple[str, ...] = ()
    """Words beside which such a form is no mark of reported speech: an interview's "ich habe"."""
    sure_subjunctive: tuple[str, ...] = ()
    """Verb forms that do so by themselves (sei, habe, werde)."""
    pronouns_he: tuple[str, ...] = ()
    """``-il`` is any word with that end ("a-t-il")."""
    pronouns_she: tuple[str, ...] = ()
    words_he: tuple[str, ...] = ()
    """Titles and offices of men beside a name ("Mr", "spokesman")."""
    words_she: tuple[str, ...] = ()
    """Those of women; ``-in`` is any office with that end."""
    pronouns_they: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    patronymics: tuple[str, ...] = ()
    """Endings of a middle name that is the father's: a name of three words has one."""
    formers: tuple[str, ...] = ()
    """Words that make an office a past one ("former"); ``ex-`` is any word with that beginning."""
    stand_ins: tuple[str, ...] = ()
    """Words that stand for somebody named right before whatever their office ("the coach", "the 49-year-old");
    ``-jährige`` is any word with that end."""
    views: tuple[str, ...] = ()
    """Prepositions that, at the start of a sentence with words in marks, say whose view it is ("Für", "Para")."""
    indefinites: tuple[str, ...] = ()
    """Articles that bring somebody new: "a spokeswoman" is nobody named before."""
    possessives: tuple[str, ...] = ()
    """Articles that say whose ("seine", "ihre"): an account of his is a source named before."""
    oblique_articles: tuple[str, ...] = ()
    """Articles that are never a subject's ("des", "dem"): a phrase that begins with one does not speak."""
    told: tuple[str, ...] = ()
    """Words for whom something is told, by their beginning and end ("لل*", "ל*ים"): no part of a speaker."""
    name_ends: tuple[str, ...] = ()
    """Words, so written, that end a name of two words or more: where somebody is from ("מ*", "*lta")."""
    datives: tuple[str, ...] = ()
    """Endings of those who are told something, where their noun may stand between verb and subject (Slavic "-am")."""
    particles: tuple[str, ...] = ()
    """Small words inside a name ("von", "bin", "de")."""
    links: tuple[str, ...] = ()
    """Words that tie a second noun to an office or body ("of", "des")."""
    adjuncts: tuple[str, ...] = ()
    """Beginnings of the adjectives that follow an office in scripts without capitals (ال)."""
    stops: tuple[str, ...] = ()
    """Prepositions, conjunctions and relative pronouns: a speaker's noun phrase ends before them."""
    skips: tuple[str, ...] = ()
    """Auxiliaries, adverbs and words of time between a speaker and the verb; no part of either."""
    asides: tuple[str, ...] = ()
    """Set phrases of where or to whom something is said ("at a news conference"), passed over like ``skips``."""
    roles: tuple[str, ...] = ()
    """Offices and occupations that stand beside names; ``-minister`` is any word with that end."""
    trades: tuple[str, ...] = ()
    """Further occupations and ways of life that stand beside names ("welder", "widow"), read like ``roles``."""
    adjective_ends: tuple[str, ...] = ()
    """Endings of an adjective with which a body's name may begin, its noun in small letters ("Východní loděnice")."""
    bodies: tuple[str, ...] = ()
    """Nouns for bodies that speak as such ("ministry", "company"); ``-amt`` is any word with that end.

    In scripts without capitals such a noun heads a body's name and parts no person's name from an office.
    """
    attributives: tuple[str, ...] = ()
    """Endings of what says who somebody is right before the name, where no blank parts the two (した, の)."""
    that_prefixes: tuple[str, ...] = ()
    """Letters that open a reported clause and are written with its first word (ש)."""
    that_names: tuple[str, ...] = ()
    """Names that only look like such a word."""
    titles: tuple[str, ...] = ()
    """Forms of address and their abbreviations without the period ("mr", "dr"); no part of the name."""
    subject_marks: tuple[str, ...] = ()
    """Particles after the subject, the surest first (は, が, ने)."""
    subject_suffixes: tuple[str, ...] = ()
    """The same where they are written with the word before (은, 는)."""
    adjunct_ends: tuple[str, ...] = ()
    """Ends of the words that say where or to whom something was said, before content that a final verb follows."""
    object_marks: tuple[str, ...] = ()
    """Words after the verb's object, in scripts without capitals: the noun before them is no part of the speaker."""
    clause_objects: tuple[str, ...] = ()
    """Words before a verb's object: between commas they show a clause about somebody, no name (he את)."""
    prefixes: tuple[str, ...] = ()
    """Letters written with the word after them, before any word of this section (و, ה)."""
    labels: tuple[str, ...] = ()
    """Nouns that name what follows in marks as a title or slogan: ship, film, newspaper, motto."""
