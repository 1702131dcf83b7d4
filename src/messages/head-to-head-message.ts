import type { HeadToHead } from '../facts/head-to-head.ts';
import type { Meetings } from '../facts/meetings.ts';
import type { Result } from '../match/result.ts';
import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import { type Plain, plain } from './escape.ts';
import { meetingsPicture } from './head-to-head-picture.ts';
import type { MessageBody } from './message.ts';
import { formatScore } from './score-line.ts';
import { writtenDay, writtenSeason } from './stamp.ts';
import type { BalanceWords, RunWords } from './texts/table-texts.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** The meetings of two clubs with names to them. */
export interface MeetingsView extends Meetings {
  /** A club's name for its id. */
  readonly nameOf: (club: string) => string;
  readonly competitionNames: readonly string[];
}

/** All that two clubs made of each other: the balance in its line, then wins, meetings and runs, and what it rests on. */
export function headToHeadMessage(view: MeetingsView, reader: View): MessageBody {
  const say = texts(reader.locale);
  const [a, b] = namesOf(view);
  const scope = scopeOf(view, say);
  if (view.balance.played === 0) {
    const absent = view.absent.map((club) => plain(view.nameOf(club)));
    return compose({ content: say.headToHead.none(a, b, scope, absent) });
  }
  const total = say.headToHead.balance(balanceWords(view.balance, view));
  const awards = view.awarded > 0 ? [say.headToHead.awardedAmong(view.awarded)] : [];
  const sections = [
    section(say.headToHead.biggestWins, biggestLines(view, reader, say)),
    section(
      say.headToHead.last(view.last.length),
      view.last.map((result) => `${meetingLine(result, view, reader)}${awarded(result, say)}`),
    ),
    section(say.headToHead.runs, runLines(view, reader, say)),
  ];
  const content = `${say.headToHead.title(a, b)} ${scope}: ${total}`;
  return compose({
    content,
    picture: meetingsPicture(view, content, scope, reader.locale, say),
    embed: {
      description: [
        ...everythingLines(view, say),
        ...sections.flat(),
        `-# ${[say.headToHead.resultsTo(writtenDay(view.upTo, reader.locale)), ...awards].join(' ')}`,
      ].join('\n'),
      color: SETTLED,
    },
  });
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [`**${title}**`, ...lines.map((line) => `- ${line}`)] : [];
}

function namesOf({ clubs, nameOf }: MeetingsView): readonly [Plain, Plain] {
  return [plain(nameOf(clubs[0])), plain(nameOf(clubs[1]))];
}

function scopeOf(view: MeetingsView, { headToHead }: Texts): string {
  const { venue, since, competitionNames } = view;
  const where = venue === undefined ? undefined : { where: venue, club: namesOf(view)[0] };
  const competitions = competitionNames.map((name) => plain(name));
  return headToHead.scope(competitions, writtenSeason(since), where);
}

function balanceWords(balance: HeadToHead, view: MeetingsView): BalanceWords {
  return { ...balance, clubs: namesOf(view) };
}

function everythingLines(view: MeetingsView, { headToHead }: Texts): readonly string[] {
  if (!view.everything) return [];
  const { opening, balance } = view.everything;
  const total = headToHead.balance(balanceWords(balance, view));
  return [headToHead.everything(writtenSeason(opening.before), opening.played, total)];
}

function biggestLines(view: MeetingsView, reader: View, say: Texts): readonly string[] {
  return view.biggestWins.flatMap((win) => {
    if (!win) return [];
    const more = win.times > 1 ? ` · ${say.headToHead.latestOf(win.times)}` : '';
    return [`${meetingLine(win.latest, view, reader)}${more}`];
  });
}

/** `Milan 1–1 Inter · 7 November 2021`. */
function meetingLine({ home, away, score, day }: Result, { nameOf }: MeetingsView, { locale }: View): string {
  return `${plain(nameOf(home))} ${formatScore(score)} ${plain(nameOf(away))} · ${writtenDay(day, locale)}`;
}

function awarded({ status }: Result, { headToHead }: Texts): string {
  return status === 'awarded' ? ` · ${headToHead.awarded}` : '';
}

function runLines(
  { current, longest, clubs, nameOf }: MeetingsView,
  { locale }: View,
  { headToHead }: Texts,
): readonly string[] {
  const runs = (each: Meetings['longest']['won']) =>
    each.flatMap((results, index): readonly RunWords[] => {
      const [first, last] = [results[0], results.at(-1)];
      const club = clubs[index];
      if (!first || !last || club === undefined || results.length < 2) return [];
      const [from, to] = [writtenDay(first.day, locale), writtenDay(last.day, locale)];
      return [{ club: plain(nameOf(club)), games: results.length, from, to }];
    });
  const [won, unbeaten] = [runs(longest.won), runs(longest.unbeaten)];
  const now =
    current &&
    (current.kind === 'drawn'
      ? headToHead.allDrawn(current.games)
      : headToHead.unbeaten(plain(nameOf(current.club)), current.games, current.won));
  return [
    ...(now ? [now] : []),
    ...(won.length > 0 ? [headToHead.longestWinning(won)] : []),
    ...(unbeaten.length > 0 ? [headToHead.longestUnbeaten(unbeaten)] : []),
  ];
}
