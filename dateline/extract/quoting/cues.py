"""The words that report speech, or an attitude: lemma -> family and what they take as content."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Frame:
    """What a cue's lemma means and which of its complements are what was said."""

    family: str
    """say, claim, deny, ...; for attitudes want, believe, expect, plan, ..."""
    is_attitude: bool = False
    """A belief, wish or plan: no act of speech."""
    takes_clause: bool = True
    """A clause, with or without "that"."""
    takes_infinitive: bool = False
    """An infinitive: "promised to leave"."""
    takes_object: bool = False
    """A noun phrase, and what is predicated of it: "condemned the raid", "called it a farce"."""
    needs_reason: bool = False
    """Its object may also be what is struck: it is words only where "as", "for" or "over" says
    what it is blamed for: "attacked him over the dam"."""
    needs_clause: bool = False
    """Its object may be a thing that is dealt with: "ordered blankets", "admitted patients"; it is
    words only where it names an act ("ordered an evacuation"), or a clause follows."""
    has_addressee: bool = False
    """Its object is whom it was said to: "told reporters"."""
    prepositions: frozenset[str] = frozenset()
    """Prepositions that lead to content: "called for"."""


_SPEECH_VERBS = {
    "say": "say.i state remark.p:on comment:on,about observe write:about,of tweet.o post read "
    "recite voice.o utter.o deliver quote.o sing chant.o shout scream yell cry whisper murmur "
    "mutter exclaim gush beam boom interject opine muse:about,on quip joke:about jest "
    "recount.o narrate.o relate retort talk.p:about,of speak.p:about,of,against email text blog "
    "caption vocalize intone drawl sigh laugh growl snarl bark thunder blurt",
    "tell": "tell.ai:about,of inform.a:about,of notify.a:of brief.a:on remind.a:of assure.a:of",
    "add": "add continue conclude elaborate:on",
    "announce": "announce.o declare.o proclaim.o unveil.oh",
    "report": "report.o:on reveal.o disclose.o document.o leak.oh confide relay.o",
    "note": "note.o mention.o cite.o point emphasize.o emphasise.o stress.o underscore.o "
    "underline.o highlight.o reference.o refer.p:to allude.p:to recall.o touch:on",
    "explain": "explain.o clarify.o outline.o detail.o discuss.o define.o summarize.o illustrate",
    "claim": "claim.i allege.o assert.o contend maintain insist:on argue:for,against,about "
    "purport profess.i posit postulate suggest.o imply.o insinuate hint:at speculate:about "
    "theorize swear.i testify:about,to brag:about,of boast:about,of attest:to reckon",
    "confirm": "confirm.o affirm.o verify.o acknowledge.o admit.ioh:to concede.o confess.i:to "
    "certify.oh corroborate.o",
    "deny": "deny.o refute.o dispute.o rebut.o reject.o contradict.o dismiss.o disavow.o decline.i",
    "warn": "warn.ai:of,about,against caution.ai:against,about threaten.io alert.a:to "
    "foretell predict.o forecast.o",
    "urge": "urge.oi exhort.oi implore.oi beg.oi plead.i:for,with appeal.i:for,to "
    "encourage.oih advise.ai:against counsel.ai instruct.ai order.oih command.ai direct.ai "
    "recommend.o advocate.o:for press.ai:for lobby.i:for demand.oi "
    "challenge.oi propose.oi petition.i:for preach",
    "promise": "promise.iao vow.io:to pledge.io guarantee.oh commit offer.i undertake.i "
    "agree.i:with,on,to",
    "condemn": "condemn.o denounce.o decry.o deplore.o criticize.o criticise.o blast.o slam.o "
    "attack.r assail.o lambast.o lambaste.o rip.r bash.r castigate.o rebuke.o excoriate.o "
    "chide.o scold.o berate.o admonish.o mock.o ridicule.o deride.o insult.o disparage.o "
    "accuse.o blame.o fault.o chastise.o censure.o protest:against,about,over complain:about,of "
    "lament.o bemoan.o rail:against,about,at object:to lash:at hit:at hammer.r pillory.o "
    "vilify.o skewer knock.r",
    "praise": "praise.o hail.o laud.o applaud.o commend.o celebrate.oh welcome.o compliment.o "
    "thank.o congratulate.o salute.o extol.o tout.o endorse.o champion.o credit.o cheer.o",
    "ask": "ask.oi:about,for,whether,if inquire:about,into enquire:about,into query.o "
    "question.o wonder:about interrogate",
    "answer": "answer respond:to,with reply:to,with counter",
    "reiterate": "reiterate.o repeat.o restate.o echo.o reaffirm.oi",
    "apologize": "apologize.p:for apologise.p:for regret.o",
    "express": "express.o voice.o convey.o vent.o communicate.o",
    "describe": "call.o:for,on,upon term.o nickname.o label.o brand.o dub.o liken.o describe.o "
    "characterize.o characterise.o portray.o compare.o",
    "defend": "defend.o justify.o rebuff.o",
    "show": "show find indicate.o demonstrate estimate.o calculate project rule.p",
}
_SPEECH_NOUNS = {
    "say": "statement.c remark.c comment.c:about,on word.c message.c tweet.c:about line.c "
    "quip.c mention:of",
    "claim": "claim.ci:of,about assertion.c:of,about allegation.c:of,about contention.c "
    "argument.c:for,against,about suggestion.c insistence.c:on boast.c:of,about "
    "testimony.c accusation.c:of,about charge.c speculation.c:about,on implication.c",
    "report": "report.c:of,about,on news.c announcement.c:of,about disclosure.c:of revelation.c:of "
    "rumor.c:of,about rumour.c:of,about conclusion.c finding.c",
    "note": "reference:to acknowledgment.c:of acknowledgement.c:of admission.c:of concession.c "
    "reminder.c description:of recollection:of",
    "deny": "denial.c:of rejection:of refusal.i",
    "warn": "warning.c:of,about,against threat.ci:of,against prediction.c:of,about,on "
    "forecast.c:of caution.c",
    "urge": "call.i:for,to demand.ci:for appeal.i:for plea.i:for,to recommendation.c:for,on "
    "proposal.ci:for,on advice.c exhortation.i request.i:for advocacy:of,for invitation.i "
    "instruction.i:on",
    "promise": "promise.ci:of,on,about pledge.ci:of vow.ci assurance.c:of guarantee.c:of "
    "commitment.i offer.i:of oath.i",
    "condemn": "criticism:of,about,over condemnation:of denunciation:of attack:on "
    "complaint.c:about,of,against rebuke:of blame:for protest:against,over",
    "praise": "praise:for,of endorsement:of",
    "ask": "question:about,on,over,whether query:about",
    "answer": "response:to reply:to answer:to",
    "apologize": "apology:for,to",
}
_ATTITUDE_VERBS = {
    "want": "want.oi wish.i:for desire.io hope.i:for long:for yearn:for prefer.oi like.i love.i "
    "need.i crave.o",
    "believe": "believe.i:in think.p:about,of feel consider.o assume presume suppose suspect.o "
    "guess imagine.o doubt.o trust know realize.o realise.o understand.o recognize.o recognise.o "
    "remember.o forget view.o regard.o see deem.o perceive.o judge.o interpret.o dream:of,about "
    "conclude",
    "expect": "expect.io anticipate.o foresee.o await.o",
    "fear": "fear.io worry:about,over dread.o concern.p:about",
    "plan": "plan.io:on,for intend.io aim.i:for,at seek.io mean.i try.i attempt.i prepare.i "
    "decide.io:on,against consider resolve.i choose.i determine.i hesitate.i refuse.i",
    "support": "support.o back.o oppose.o favor.o favour.o resist.o embrace.o",
    "feel": "hate.io despise.o admire.o respect.o enjoy resent.o dislike.o",
}
_ATTITUDE_NOUNS = {
    "want": "wish.ci:for desire.i:for hope.ci:of,for",
    "believe": "belief.c:in view.c opinion.c:of,on,about sense.c idea.c feeling.c notion.c "
    "impression.c assumption.c doubt.c:about perception.c suspicion.c:of thought.c",
    "expect": "expectation.c:of",
    "fear": "fear.c:of worry.c:about concern.c:about,over",
    "plan": "plan.i:for intention.i:of decision.i:on effort.i attempt.i aim.i goal:of bid.i",
}
_ATTITUDE_ADJECTIVES = {
    "believe": "confident:of,about sure:of,about certain:of,about skeptical:of,about "
    "sceptical:of,about convinced:of doubtful:of,about aware:of optimistic:about unsure:about "
    "pessimistic:about suspicious:of",
    "want": "eager.i willing.i hopeful:of,about reluctant.i ready.i unwilling.i keen.i:on",
    "fear": "afraid:of worried:about,over concerned:about,over anxious:about nervous:about "
    "wary:of fearful:of",
    "feel": "happy:about,with glad angry:at,about,over sorry:for,about surprised:at,by "
    "disappointed:with,in,by proud:of upset:about,over,by grateful:for pleased:with excited:about",
}


def _frames(table: dict[str, str], kind: str, is_attitude: bool) -> dict[str, Frame]:
    found: dict[str, Frame] = {}
    for family, entries in table.items():
        for entry in entries.split():
            head, _, prepositions = entry.partition(":")
            lemma, _, takes = head.partition(".")
            found.setdefault(
                lemma,
                Frame(
                    family=family,
                    is_attitude=is_attitude,
                    takes_clause=(kind != "noun" or "c" in takes) and "p" not in takes,
                    takes_infinitive="i" in takes,
                    takes_object="o" in takes or "r" in takes,
                    needs_reason="r" in takes,
                    needs_clause="h" in takes,
                    has_addressee="a" in takes,
                    prepositions=frozenset(filter(None, prepositions.split(","))),
                ),
            )
    return found


VERBS = MappingProxyType(
    {**_frames(_ATTITUDE_VERBS, "verb", True), **_frames(_SPEECH_VERBS, "verb", False)}
)
NOUNS = MappingProxyType(
    {**_frames(_ATTITUDE_NOUNS, "noun", True), **_frames(_SPEECH_NOUNS, "noun", False)}
)
ADJECTIVES = MappingProxyType(_frames(_ATTITUDE_ADJECTIVES, "adjective", True))
FAMILY_BY_PREPOSITION = MappingProxyType(
    {("call", "for"): "urge", ("call", "on"): "urge", ("call", "upon"): "urge"}
)
OPEN_CLASS = Frame(family="say")
"""For a verb that stands where only a verb of speech can: '"Enough!" she bristled.'"""
