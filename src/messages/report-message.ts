import type { MatchReport } from '../facts/match-report.ts';
import { type Match, SIDES } from '../match/match.ts';
import { leader, type Score } from '../match/score.ts';
import type { TableRow } from '../match/table.ts';
import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import { factSentence } from './fact-message.ts';
import { type FixtureRow, fixtureRowLine } from './fixtures-message.ts';
import { leagueTable } from './league-table.ts';
import { fitMessage } from './limits.ts';
import type { MessageBody } from './message.ts';
import { clubName, scoreLine } from './score-line.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A match report with names to it: what a result meant, and for whom. */
export interface ReportView extends Omit<MatchReport, 'next'> {
  readonly match: Match;
  readonly score: Score;
  readonly next: readonly FixtureRow[];
  /** A club's name for its id. */
  readonly nameOf: (club: string) => string;
}

/** What a result meant. */
export function reportMessage(report: ReportView, view: View): MessageBody {
  const say = texts(view.locale);
  const { match, before, after, nameOf } = report;
  const clubs = [match.home.id, match.away.id];
  const table = (rows: readonly TableRow[]) => (rows.length > 0 ? [leagueTable(rows, clubs, nameOf, say)] : []);
  const sections = [
    section(say.report.before, table(before)),
    section(say.report.after, table(after)),
    section(say.report.whatIf, whatIfLines(report, say)),
    section(
      say.report.storylines,
      report.storylines.map((fact) => `- ${factSentence(fact, view)}`),
    ),
    section(
      say.report.next,
      report.next.map((row) => fixtureRowLine(row, view, say)),
    ),
  ];
  return compose({
    content: say.report.title(scoreLine(match, report.score)),
    embed: { description: sections.flat().join('\n'), color: SETTLED },
  });
}

/**
 * The final result with what it meant beneath: the table now, and what is worth saying. The whole report is a button away.
 */
export function withReport(result: MessageBody, report: ReportView, view: View): MessageBody {
  const say = texts(view.locale);
  const clubs = [report.match.home.id, report.match.away.id];
  const table = report.after.length > 0 ? [leagueTable(report.after, clubs, report.nameOf, say)] : [];
  const facts = report.storylines.slice(0, STORYLINES_BENEATH).map((fact) => `- ${factSentence(fact, view)}`);
  const lines = [...table, ...facts];
  if (lines.length === 0) return result;
  const meaning = { title: say.buttons.report, description: lines.join('\n'), color: SETTLED };
  return fitMessage({ ...result, embeds: [...(result.embeds ?? []), meaning] });
}

/** As many as a phone shows beside the result. */
const STORYLINES_BENEATH = 2;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [`**${title}**`, ...lines] : [];
}

/** The endings that did not come true, each with where it would have left both clubs. */
function whatIfLines({ match, score, whatIf }: ReportView, say: Texts): readonly string[] {
  const endings = ['home', 'draw', 'away'] as const;
  const came = leader(score) ?? 'draw';
  return endings
    .filter((ending) => ending !== came)
    .flatMap((ending) => {
      const places = SIDES.flatMap((side) => {
        const [table, club] = [whatIf[ending], match[side].id];
        const row = table.find((each) => each.club === club);
        const next = table.find((each) => each.club !== club);
        const lead = row?.rank === 1 && next ? row.points - next.points : 0;
        const clear = lead > 0 ? ` (${say.report.clear(lead)})` : '';
        return row ? [say.report.place(clubName(match, side), row.rank, row.points) + clear] : [];
      });
      const title = ending === 'draw' ? say.report.drawn : say.report.won(clubName(match, ending));
      return places.length > 0 ? [`${title}: ${places.join(', ')}`] : [];
    });
}
