import type { APIEmbed } from 'discord-api-types/v10';
import type { Goal } from '../match/event.ts';
import { compareMinutes, formatMinute } from '../match/minute.ts';
import type { GoalNews, News, PhaseNews } from '../match/news.ts';
import { type MatchState, standing } from '../match/state.ts';
import { LIVE, TROUBLE } from './colour.ts';
import { compose, type Parts } from './compose.ts';
import { clean } from './escape.ts';
import { atMinute, eventSentence, substitutionLines } from './event-sentence.ts';
import { matchButtons } from './match-buttons.ts';
import { matchCard, matchPlace } from './match-card.ts';
import { matchLine, tallyAfter } from './match-line.ts';
import type { MessageBody } from './message.ts';
import { clubName, competitionLine, scoreLine } from './score-line.ts';
import { goalsOf, scorerLines, scorerOf } from './scorers.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/**
 * News as a post. `state` is the match as it stands now, which may be later than the news: a goal that was taken away
 * meanwhile is struck through, so composing its news again gives the post as it should now read.
 */
export function newsMessage(news: News, state: MatchState, view: View): MessageBody {
  return compose(partsOf(news, state, texts(view.locale)));
}

function partsOf(news: News, state: MatchState, say: Texts): Parts {
  const { match } = state.snapshot;
  const line = scoreLine(match, news.score);
  switch (news.kind) {
    case 'goal':
    case 'goal-corrected':
      return goalPost(news, state, say);
    case 'goal-disallowed':
      return { content: disallowedLine(news, state, say) };
    case 'missed-penalty':
    case 'card':
    case 'chance':
      return { content: atMinute(news.event.minute, `${eventSentence(news.event, match, line, say)} · ${line}`) };
    case 'shoot-out-kick': {
      const tally = scoreLine(match, tallyAfter(news, state));
      return { content: `${eventSentence(news.event, match, line, say)} · ${say.shootOut.level(tally)}` };
    }
    case 'substitutions':
      return { content: substitutionLines(news.substitutions, match, say).join('\n') };
    default:
      return phasePost(news, state, say);
  }
}

function phasePost(news: PhaseNews, state: MatchState, say: Texts): Parts {
  const content = say.phaseNews[news.kind](matchLine(state, news.score, say));
  switch (news.kind) {
    case 'kick-off':
      return { content, embed: { ...matchPlace(state, say), color: LIVE } };
    case 'result': {
      const card = matchCard(state, say);
      const title = `${say.card.finalResult} · ${card.title}`;
      return { content, embed: { ...card, title }, buttons: matchButtons(state, say) };
    }
    case 'postponed':
    case 'abandoned':
    case 'awarded':
      return { content, embed: matchCard(state, say), buttons: matchButtons(state, say) };
    default:
      return { content };
  }
}

function goalPost(news: GoalNews, state: MatchState, say: Texts): Parts {
  const { match } = state.snapshot;
  const tracked = state.events.find(({ id }) => id === news.eventId);
  const goal = tracked?.event.kind === 'goal' ? tracked.event : news.goal;
  const sentence = news.kind === 'goal' ? say.event.goal : say.event.goalCorrected;
  const content = atMinute(
    goal.minute,
    sentence(scoreLine(match, news.score), clubName(match, goal.side), scorerOf(goal, say)),
  );
  const footer = { text: clean(competitionLine(match, say), 200) };
  if (tracked && !tracked.stands) {
    return { content: `~~${content}~~`, embed: { title: say.disallowed.title(wasVar(state)), color: TROUBLE, footer } };
  }
  const embed: APIEmbed = { description: scorersUntil(goal, state, say), color: LIVE, footer };
  return { content, embed };
}

/** The scorers so far: a post that is sent late does not tell the goals that fell after its own. */
function scorersUntil(goal: Goal, state: MatchState, say: Texts): string {
  const { minute } = goal;
  const goals = goalsOf(state).filter((one) => !minute || !one.minute || compareMinutes(one.minute, minute) <= 0);
  return scorerLines(state.snapshot.match, goals, say).join('\n');
}

function disallowedLine({ goal, score }: GoalNews, state: MatchState, say: Texts): string {
  const { match } = state.snapshot;
  return say.disallowed.post(scoreLine(match, score), {
    club: clubName(match, goal.side),
    scorer: scorerOf(goal, say),
    minute: goal.minute && formatMinute(goal.minute),
    byVar: wasVar(state),
  });
}

function wasVar(state: MatchState): boolean {
  return standing(state).some((event) => event.kind === 'var-decision' && event.decision === 'goal-cancelled');
}
