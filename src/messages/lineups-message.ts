import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { Substitution } from '../match/event.ts';
import { type Match, SIDES, type Side } from '../match/match.ts';
import { formatMinute } from '../match/minute.ts';
import type { Lineup, LineupPlayer, Officials } from '../match/snapshot.ts';
import { type MatchState, standing } from '../match/state.ts';
import { colourOf, WAITING } from './colour.ts';
import { compose } from './compose.ts';
import { plain } from './escape.ts';
import { factsButton, lineupsButton } from './match-buttons.ts';
import type { MessageBody } from './message.ts';
import type { Post } from './post.ts';
import { clubName, fixtureLine } from './score-line.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** That the line-ups are out: formations and starters, a short paragraph for each side. Nothing of it changes in play. */
export function lineupsPost(state: MatchState, say: Texts): Post {
  const { match, lineups } = state.snapshot;
  const content = say.lineups.out(fixtureLine(match, say));
  const buttons = [lineupsButton(match.id, say), factsButton(match.id, say)];
  if (!lineups) return { content, buttons };
  const fields = SIDES.map((side) => ({
    name: sideAndFormation(match, side, lineups[side]),
    value: lineups[side].starters.map(shirtAndName).join(', ') || say.lineups.notYet,
  }));
  return { content, embed: { fields, color: WAITING }, buttons };
}

/** Who plays, who came on for whom and when, the coaches and the officials. */
export function lineupsMessage(state: MatchState, view: View): MessageBody {
  const say = texts(view.locale);
  const { match, phase, lineups, officials } = state.snapshot;
  const content = say.lineups.title(fixtureLine(match, say));
  const color = colourOf(phase);
  if (!lineups) return compose({ content, embed: { description: say.lineups.notYet, color } });
  const fields = SIDES.map((side) => lineupField(side, lineups[side], state, say));
  const embed: APIEmbed = { fields: [...fields, ...officialsField(officials, say)], color };
  return compose({ content, embed });
}

function lineupField(side: Side, lineup: Lineup, state: MatchState, say: Texts): APIEmbedField {
  const substitutions = standing(state)
    .filter((event) => event.kind === 'substitution')
    .filter((substitution) => substitution.side === side);
  const bench = lineup.bench.map((player) => benchPlayer(player, substitutions)).join(', ');
  const lines = [
    ...lineup.starters.map((player) => starter(player, substitutions)),
    bench && `**${say.lineups.bench}** ${bench}`,
    lineup.coach && say.lineups.coach(plain(lineup.coach.fullName ?? lineup.coach.name)),
  ].filter(Boolean);
  return {
    name: sideAndFormation(state.snapshot.match, side, lineup),
    value: lines.join('\n') || say.lineups.notYet,
    inline: true,
  };
}

function sideAndFormation(match: Match, side: Side, { formation }: Lineup): string {
  return `${clubName(match, side)}${formation ? ` ${plain(formation, 20)}` : ''}`;
}

/** `5 Ballo-Touré (46' Kalulu)`: when he went off, and for whom. */
function starter(player: LineupPlayer, substitutions: readonly Substitution[]): string {
  const swap = substitutions.find((substitution) => substitution.off?.name === player.name);
  const note =
    swap && [swap.minute && formatMinute(swap.minute), swap.on && plain(swap.on.name)].filter(Boolean).join(' ');
  return `${shirtAndName(player)}${note ? ` (${note})` : ''}`;
}

/** `20 Kalulu (46')`: when he came on, or `83 Mirante` if he did not. */
function benchPlayer(player: LineupPlayer, substitutions: readonly Substitution[]): string {
  const swap = substitutions.find((substitution) => substitution.on?.name === player.name);
  return `${shirtAndName(player)}${swap?.minute ? ` (${formatMinute(swap.minute)})` : ''}`;
}

function shirtAndName({ shirt, name }: LineupPlayer): string {
  return shirt === undefined ? plain(name) : `${shirt} ${plain(name)}`;
}

function officialsField(officials: Officials | undefined, say: Texts): readonly APIEmbedField[] {
  if (!officials) return [];
  const { referee, assistants, fourth, var: videoAssistant, assistantVar } = officials;
  const roles = [
    ['referee', referee && [referee]],
    ['assistants', assistants],
    ['fourth', fourth && [fourth]],
    ['var', videoAssistant && [videoAssistant]],
    ['assistantVar', assistantVar && [assistantVar]],
  ] as const;
  const lines = roles.flatMap(([role, names]) =>
    names && names.length > 0 ? [`${say.lineups.roles[role]}: ${names.map((name) => plain(name)).join(', ')}`] : [],
  );
  return lines.length > 0 ? [{ name: say.lineups.officials, value: lines.join('\n') }] : [];
}
