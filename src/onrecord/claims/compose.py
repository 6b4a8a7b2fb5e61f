"""What was heard in one document -> its claims: who says what, of which kind, how many, where and when."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from onrecord.claims.answers import claimant
from onrecord.claims.attribution import home, within
from onrecord.claims.background import background
from onrecord.claims.cast import Cast
from onrecord.claims.clauses import told
from onrecord.claims.debunk import disclaims, disowned, invented, refuted
from onrecord.claims.figures import figures
from onrecord.claims.headings import Headings, headed, headings
from onrecord.claims.kinds import Kinds
from onrecord.claims.lexicon import table
from onrecord.claims.moments import carried, moment, only
from onrecord.claims.narrator import follows, information, informs, names, quoted, supposes, tallies
from onrecord.claims.opinion import Opinion
from onrecord.claims.propositions import split
from onrecord.claims.roles import roles
from onrecord.claims.sequel import Deed, deed, sequel
from onrecord.claims.situated import situated
from onrecord.claims.speakers import Voices
from onrecord.claims.stance import belied, commands, evades, partial, silent, speech, stance
from onrecord.claims.text import entry, sentences, trim
from onrecord.claims.topic import stretch, topic
from onrecord.claims.void import heading, void
from onrecord.claims.whereabouts import Grounds, named, placed, whereabouts
from onrecord.records import (
    Attribution,
    Claim,
    Document,
    Moment,
    Place,
    Span,
    Speaker,
    Stance,
    Story,
)

_LOOSE = ' ,;:"“”«»'
_ADJACENT = 160  # characters between a tally and the sentence that goes on with it
_PIECE = 4  # words: with fewer, what is cut from a proposition is one only where it tells an event
_BOUND = re.compile(r"(?:(?:that|and)[\s,]+)*(.*?)(?:[\s,]+(?:that|and|but|while))*", re.IGNORECASE | re.DOTALL)


class Composer:
    """The claims of one document.

    `text` is what was read of it, `heard` its attributions in the order of their cues, `places` all its places.
    """

    def __init__(
        self,
        document: Document,
        text: str,
        story: Story,
        cast: Cast,
        kinds: Kinds,
        opinion: Opinion,
        heard: Sequence[Attribution],
        places: Sequence[Place],
    ) -> None:
        self._document, self._story, self._cast, self._kinds, self._opinion = document, story, cast, kinds, opinion
        self._text = text
        self._sentences = sentences(text)
        self._heard = heard
        self._others: list[Attribution] = []  # all that touch the sentence that is told now
        self._grounds = Grounds(placed(text, sorted(places, key=lambda p: p.span)), story)
        self._called: dict[tuple[int, bool], tuple[Span, ...]] = {}
        self._strange: dict[Span, bool] = {}
        self._last: tuple[Span, str, Speaker | None, Moment | None] | None = None
        self._deed: Deed | None = None
        owners = [(p.span.start, self._grounds.owner(p) or cast.grounds.get(p.name)) for p in self._grounds.places]
        self._voices = Voices(document, text, self._sentences, cast, story, self._grounds.land, owners)

    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of characters; none twice."""
        made = {claim.id: claim for claim in self._all()}
        return tuple(sorted(made.values(), key=lambda c: (c.proposition, c.attribution.cue or c.proposition, c.id)))

    def _all(self) -> Iterator[Claim]:
        own: list[list[Attribution]] = [[] for _ in self._sentences]
        touching: list[list[Attribution]] = [[] for _ in self._sentences]
        for attribution in (a for a in self._heard if not (void(self._text, a) or heading(self._text, a, self._cast))):
            own[home(self._sentences, attribution) or 0].append(attribution)
            for at in {at for span in _spans(attribution) for at in within(self._sentences, span)}:
                touching[at].append(attribution)
        for sentence, attributions, others in zip(self._sentences, own, touching, strict=True):
            before, self._others = None, others
            for attribution in attributions:
                speaker = self._voices.hear(attribution, before)
                if len(others) == 1 and self._lent(attribution, speaker):
                    yield from self._narrated(sentence, sentence, False)
                    continue
                yield from self._spoken(attribution, speaker)
                before = attribution
            for clause in told(self._text, sentence, others):
                yield from self._narrated(clause, sentence, _trails(clause, attributions))

    def _lent(self, attribution: Attribution, speaker: Speaker | None) -> bool:
        """Whether a channel tells in its own voice what nobody says: "Monitors counted ...", "cameras show ..."."""
        cue, phrase = attribution.cue, attribution.speaker
        if cue is None or phrase is None or speaker is None or self._voices.publisher() is None:
            return False
        if cue.start > attribution.content[0].start:
            return False
        mention = self._cast.find(phrase.of(self._text))
        known = speaker.rule != "named" or (mention is not None and mention.sort in ("person", "body"))
        acts = not speech(self._text, cue) or cue.of(self._text).split()[-1].lower() in table("carried")["lent"]
        return not known and acts

    # ── Two voices ───────────────────────────────────────────────────────────────────────────────────────────────

    def _spoken(self, attribution: Attribution, speaker: Speaker | None) -> Iterator[Claim]:
        """The claims of one attribution."""
        sentence = self._around(attribution)
        cue = attribution.cue
        known = information(self._text, sentence, cue) if cue is not None else None
        if known is not None:
            whole = Span.cover(known, *(s for s in (attribution.speaker, cue, *attribution.content) if s is not None))
            yield self._claim(attribution, whole, sentence, speaker, "information")
            return
        parts = self._parts(attribution.content, attribution.speaker is not None)
        for part in parts:
            kind = self._kind(part, speaker)
            if kind != "other" or speaker is not None:
                yield self._claim(attribution, part, sentence, speaker, kind, parts)

    def _narrated(self, clause: Span, sentence: Span, trails: bool) -> Iterator[Claim]:
        """The claims of a clause that nobody is heard in: the publisher's, the last speaker's, or no one's.

        Questions and headings tell nothing. `trails`: it goes on with a speaker's sentence ("..., and 11 fell").
        """
        attribution = Attribution(content=(clause,))
        speaker = self._voices.publisher()
        if speaker is None and self._continues(clause, trails):
            speaker = self._voices.follow(clause)
        parts = self._parts((clause,), False)
        for part in (p for p in parts if "?" not in self._text[p.end - 1 : p.end + 2]):
            kind = self._kind(part, speaker)
            own = speaker and (not names(self._text, part) or figures(self._text, part, "other"))
            if kind != "other" or own or self._counts(part):
                yield self._claim(attribution, part, sentence, speaker, kind, parts)

    def _counts(self, part: Span) -> bool:
        """Whether a clause of no known kind gives a figure of a party or a place, and no field borrows war's words."""
        named = self._cast.inside(self._text, part) or self._grounds.inside(part)
        literal = named and not topic(self._text, part).field
        return bool(literal and figures(self._text, part, "other", self._opinion))

    def _continues(self, clause: Span, trails: bool) -> bool:
        """Whether a clause without a cue goes on with what the last speaker of its paragraph or sentence said."""
        if follows(self._text, clause) or quoted(self._text, clause):
            return True
        last = self._last
        near = last is not None and last[2] is not None and "\n" not in self._text[last[0].end : clause.start]
        goes = near and last is not None and (supposes(self._text, clause) or self._tallied(clause, *last[:2]))
        return bool(goes) or self._opinion.flag("carried", clause, trails)

    def _tallied(self, clause: Span, last: Span, kind: str) -> bool:
        """Whether it goes on with a tally."""
        near = clause.start - last.end < _ADJACENT
        return near and kind in table("carried")["follows"] and tallies(self._text, clause)

    def _claim(
        self,
        attribution: Attribution,
        part: Span,
        sentence: Span,
        speaker: Speaker | None,
        kind: str,
        parts: Sequence[Span] = (),
    ) -> Claim:
        text, published = self._text, self._document.published
        dated = entry(text, sentence) if attribution.speaker else sentence
        when = moment(text, part, dated, published, self._story.zone, self._story.first_day) if published else None
        how, hedge = stance(text, attribution, part, sentence)
        if how is Stance.UNATTRIBUTED and speaker is not None:
            how = Stance.HEDGED if hedge else Stance.ASSERTED
        if not (silent(text, attribution.cue) or self._settled(attribution, part, how, hedge)):
            how = self._opinion.stance(part, attribution.cue, how)
        if how is Stance.ASSERTED and commands(text, part):
            how = Stance.CALLED_FOR
        if how is Stance.DENIED and evades(text, part):
            how = Stance.NEITHER
        false = self._false(part, attribution.speaker is not None)
        seen = how is not Stance.DENIED and speaker is not None and self._opinion.flag("debunked", part, False)
        false = false or seen or belied(text, attribution, part, sentence)
        own = attribution.speaker is None or self._disclaimed(attribution, part)
        if false and how in (Stance.ASSERTED, Stance.DENIED) and own and speaker is not None:
            how, false = Stance.DENIED, False
        if speaker is None and (false or how in (Stance.ASSERTED, Stance.HEDGED)):
            how = Stance.UNATTRIBUTED
        when = self._carried(when, part, speaker, kind)
        if attribution.speaker is None and when is not None and when.rule == "published":
            when = headed(text, part, kind, self._headings) or when
        first = self._first(attribution, part, speaker, kind)
        who = roles(text, part, kind, first, self._cast, self._opinion, self._grounds.land)
        who = sequel(text, part, kind, who, self._deed, self._grounds.land(part))
        self._deed = deed(part, kind, who) or self._deed
        kept = self._last[3] if self._last and when and when.rule == "earlier" else when
        self._last = (part, kind, speaker, kept)
        return Claim(
            document=self._document.id,
            attribution=attribution,
            proposition=part,
            sentence=sentence,
            speaker=speaker if how is not Stance.UNATTRIBUTED else None,
            stance=how,
            kind=kind,
            agent=who.agent,
            target=who.target,
            object=who.object,
            weapon=who.weapon,
            quantities=figures(text, part, kind, self._opinion),
            places=whereabouts(
                text, self._grounds.inside, attribution, part, sentence, parts, self._beside(attribution, sentence)
            ),
            moment=when,
            background=self._opinion.flag("background", part, background(text, part, when, published, attribution.cue)),
            hedge=hedge,
            debunked=false,
        )

    def _settled(self, attribution: Attribution, part: Span, how: Stance, hedge: Span | None) -> bool:
        """Whether the stance is known without asking: what weakens it stands beside a proposition and its cue ("...,
        citing preliminary data"), or a few words without a cue tell nothing alone ("Not at every height")."""
        if how is Stance.HEDGED and hedge is not None and hedge != attribution.cue and not part.holds(hedge):
            return True
        return attribution.cue is None and partial(self._text, part)

    def _first(self, attribution: Attribution, part: Span, speaker: Speaker | None, kind: str) -> Speaker | None:
        """Who told first what a speaker only answers, and whose "its" is. Of claims that are denied with whose they are
        beside, land won is the claimant's: "denied enemy claims that its troops took the hill"."""
        if self._last is not None and self._last[0] == part:
            return self._last[2] or speaker
        claim = claimant(self._text, attribution) if kind == "territory_change" else None
        named = self._cast.inside(self._text, claim) if claim is not None else ()
        side = next((mention.party for mention in named if mention.party), None)
        return Speaker(name=side, party=side) if side else speaker

    def _kind(self, part: Span, speaker: Speaker | None) -> str:
        """The event kind of a proposition; of a bare number, or where war only lends its words, by the rules alone."""
        if self._afield(part):
            return "other"
        ruled, about = self._ruled(part), topic(self._text, part)
        bare = not any(c.isalpha() for c in part.of(self._text))
        if about.field or bare or self._kinds.certain(self._text, part):
            return ruled
        if ruled == "other" and situated(self._text, part):
            return ruled
        narrated = speaker is None and not names(self._text, part)
        return self._opinion.kind(part, ruled, about.earnest or speaker is not None, narrated)

    def _afield(self, part: Span) -> bool:
        """Whether the stretch around a proposition tells of none of the story's matters, by all its sentences."""
        around = stretch(part)
        if around not in self._strange:
            inside = [s for s in self._sentences if s.overlaps(around)]
            self._strange[around] = self._opinion.idle(inside) > topic(self._text, part).idle
        return self._strange[around]

    def _ruled(self, part: Span) -> str:
        """Its kind by the rules alone; one that only goes on with a tally has its figures' kind."""
        kind = self._kinds.of(self._text, part)
        if kind == "other" and informs(self._text, part):
            return "information"
        if kind != "other" or self._last is None or not 0 <= part.start - self._last[0].end < _ADJACENT:
            return kind
        before = self._last[1]
        measures = [q.measure.value for q in figures(self._text, part, before)]
        known = table("carried")
        kinds = [before if m in known["keeps"].get(before, ()) else known["kinds"].get(m) for m in measures]
        return next((k for k in kinds if k), kind)

    def _carried(self, when: Moment | None, part: Span, speaker: Speaker | None, kind: str) -> Moment | None:
        """The moment of a claim; one that goes on with a tally without saying when has the moment of the tally."""
        if self._last is None or when is None or when.rule != "published":
            return when
        span, before, voice, then = self._last
        near = 0 <= part.start - span.end < _ADJACENT
        same = (voice and voice.name) == (speaker and speaker.name)
        if not (near and same and kind in table("carried")["follows"].get(before, ())) or then is None:
            return when
        if any(word in table("carried")["breaks"] for word in self._text[span.end : part.start].lower().split()):
            return when
        return carried(self._text, part, then) or when

    @cached_property
    def _headings(self) -> Headings:
        zone, first_day = self._story.zone, self._story.first_day
        return headings(self._text, self._sentences, self._document.published, zone, first_day)

    # ── Characters ───────────────────────────────────────────────────────────────────────────────────────────────

    def _around(self, attribution: Attribution) -> Span:
        """The whole sentences around an attribution."""
        touched = [at for span in _spans(attribution) for at in within(self._sentences, span)]
        whole = [self._sentences[min(touched)], self._sentences[max(touched)]] if touched else []
        return Span.cover(*_spans(attribution), *whole)

    def _parts(self, content: Sequence[Span], spoken: bool) -> list[Span]:
        """The propositions of a content, cut also where what is called false begins and ends."""
        denied = [f for span in content for at in self._at(span) for f in refuted(self._text, self._sentences[at])]
        if spoken and denied and any(span.holds(denied[0]) for span in content):
            return denied[:1]
        made: list[Span] = []
        for proposition in split(self._text, tuple(content), self._kinds):
            edges = {proposition.start, proposition.end}
            for false in self._debunked(proposition, spoken):
                edges |= {at for at in (false.start, false.end) if proposition.start < at < proposition.end}
            edges |= {at for at in self._opinion.cuts(proposition) if proposition.start < at < proposition.end}
            cuts = sorted(edges)
            pieces = [piece for a, b in pairwise(cuts) if (piece := self._bare(Span(start=a, end=b))) is not None]
            made += [p for p in pieces if len(cuts) == 2 or not self._loose(p) or self._false(p, spoken)]
        told = [p for p in made if not disclaims(p.of(self._text)) and not only(self._text, p)]
        whole = [piece for piece in told if not self._loose(piece)]
        return whole or told

    def _bare(self, span: Span) -> Span | None:
        """A proposition without quotation marks and commas at its ends, or the "that" before it; None if only marks."""
        clean = trim(self._text, span, _LOOSE)
        if clean is not None and (bound := _BOUND.fullmatch(self._text, clean.start, clean.end)):
            clean = trim(self._text, Span(start=bound.start(1), end=bound.end(1)), _LOOSE)
        return clean if clean and any(c.isalnum() for c in clean.of(self._text)) else None

    def _loose(self, piece: Span) -> bool:
        """Whether a piece is no proposition by itself: a few words ("in Mar"), another's end ("and only there"), or a
        time.
        """
        words = piece.of(self._text).split()
        if len(words) < 2 or only(self._text, piece):
            return True
        dangling = words[0].lower() in table("speakers")["narrator"]["dangling"] and len(words) < 10
        return (dangling or len(words) < _PIECE) and self._kinds.of(self._text, piece) == "other"

    def _at(self, span: Span) -> range:
        return within(self._sentences, span)

    def _debunked(self, span: Span, spoken: bool) -> list[Span]:
        """What the report calls false in a span: where a speaker calls another's words untrue, that is a denial."""
        found = [false for at in self._at(span) for false in self._falsehoods(at, spoken)]
        return [false for false in found if false.overlaps(span)]

    def _falsehoods(self, at: int, spoken: bool) -> tuple[Span, ...]:
        """What the sentence with this index calls false, found once."""
        if (at, spoken) not in self._called:
            sentence = self._sentences[at]
            after = () if spoken else refuted(self._text, sentence)
            whole = (sentence,) if self._disowned(at + 1) else ()
            self._called[at, spoken] = tuple(sorted({*invented(self._text, sentence), *after, *whole}))
        return self._called[at, spoken]

    def _disowned(self, at: int) -> bool:
        """Whether the narrator's sentence with this index calls the one before it false."""
        if at >= len(self._sentences) or not disowned(self._text, self._sentences[at]):
            return False
        return not any(span.overlaps(self._sentences[at]) for a in self._heard for span in _spans(a))

    def _disclaimed(self, attribution: Attribution, part: Span) -> bool:
        """Whether the speaker's own words before a proposition call it untrue: "It is not true that ..."."""
        heads = [(c.start, part.start) for c in attribution.content if c.holds(part)]
        said = min((s.start for s in (attribution.speaker, attribution.cue) if s), default=part.start)
        heads += [(self._sentences[at].start, said) for at in self._at(part)] if said < part.start else []
        return any(disclaims(self._text[at:end].strip().removesuffix("that")) for at, end in heads)

    def _false(self, part: Span, spoken: bool) -> bool:
        """Whether most of a proposition lies in what its sentence calls false."""
        return any(
            2 * (min(part.end, false.end) - max(part.start, false.start)) > part.end - part.start
            for false in self._debunked(part, spoken)
        )

    def _beside(self, attribution: Attribution, sentence: Span) -> Iterator[Attribution]:
        """Those who are heard in a sentence besides an attribution."""
        near = (a for a in self._others if a is not attribution and (a.cue or a.content[0]).overlaps(sentence))
        return (a for a in near if a.speaker is not None and a.speaker != attribution.speaker)


def _trails(clause: Span, attributions: Sequence[Attribution]) -> bool:
    """Whether a clause comes after an attribution, its speaker too, whose cue stands after its content."""
    before = [a for a in attributions if a.cue is not None and max(s.end for s in _spans(a)) <= clause.start]
    return bool(before) and all(c.end <= a.cue.start for a in before[-1:] if a.cue for c in a.content)


def _spans(attribution: Attribution) -> list[Span]:
    return [*named(attribution), *attribution.content]
