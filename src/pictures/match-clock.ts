/** A minute of play: 45+2' is `{ base: 45, added: 2 }`. */
export interface PictureMinute {
  readonly base: number;
  readonly added?: number;
}

/** The minutes at which periods end. */
const ENDS = [45, 90, 105, 120] as const;
/** What is drawn of added time where nothing happened in it. */
const SOME_ADDED = 2;
/** No period is longer, whatever a feed says. */
const MOST_ADDED = 20;

/** The clock of a match as a line from 0 to 1, added time drawn after each period. */
export interface MatchClock {
  /** Where a minute lies. */
  at(minute: PictureMinute): number;
  /** Where the periods end, with the minute that stands there. */
  readonly ends: readonly { readonly minute: number; readonly at: number }[];
}

export function matchClock(minutes: readonly PictureMinute[], hadExtraTime: boolean): MatchClock {
  const periods = ENDS.slice(0, hadExtraTime ? 4 : 2).map((end, index) => {
    const begin = ENDS[index - 1] ?? 0;
    // Some clocks run on: 94 without extra time is added time too.
    const beyond = minutes.filter(
      ({ base, added = 0 }) => (isLast(end, hadExtraTime) ? base >= end : base === end) && base + added > end,
    );
    const added = Math.min(
      MOST_ADDED,
      Math.max(SOME_ADDED, ...beyond.map(({ base, added = 0 }) => base + added - end)),
    );
    return { begin, end, added };
  });
  const whole = periods.reduce((sum, { begin, end, added }) => sum + end - begin + added, 0);
  const before = (index: number) => periods.slice(0, index).reduce((sum, { added }) => sum + added, 0);
  return {
    at({ base, added = 0 }) {
      const index = periods.findIndex(({ end }) => base <= end);
      const period = periods[index === -1 ? periods.length - 1 : index];
      if (!period) return 0;
      const beyond = Math.min(Math.max(0, base - period.end) + Math.max(0, added), period.added);
      return (Math.max(0, Math.min(base, period.end)) + beyond + before(periods.indexOf(period))) / whole;
    },
    ends: periods.map(({ end }, index) => ({ minute: end, at: (end + before(index)) / whole })),
  };
}

function isLast(end: number, hadExtraTime: boolean): boolean {
  return end === (hadExtraTime ? 120 : 90);
}
