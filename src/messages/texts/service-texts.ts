import type { FactCheck, FactSource } from '../../facts/fact.ts';
import type { FollowTarget, PauseReason } from '../../subscriptions/subscription.ts';
import type { Plain } from '../escape.ts';
import type { Grant, HearingTexts } from './hearing-texts.ts';

/** Something a channel follows, as people call it. */
export interface Followed {
  readonly kind: FollowTarget['kind'];
  readonly label: Plain;
}

/** What a reader may be asked to name. */
export type Asked = 'match' | 'club' | 'competition' | 'subject';

/** What is said about the service itself: facts, follows, schedules, errors, help. Channels come in as `<#…>`. */
export interface ServiceTexts {
  readonly buttons: {
    readonly timeline: string;
    readonly lineups: string;
    readonly report: string;
    readonly facts: string;
    readonly moreFacts: string;
    readonly previous: string;
    readonly next: string;
    readonly stopPinging: string;
  };

  readonly facts: {
    title(about: Plain | undefined): string;
    page(page: number, pages: number): string;
    none(about: Plain | undefined): string;
    /** `scope` is made plain already. */
    scope(scope: string): string;
    /** Who says so and how it was checked. `dispute` is what a disputed fact is disputed on. */
    check(source: FactSource, check: FactCheck, dispute: Plain | undefined): string;
    asOf(day: string): string;
  };

  readonly follow: {
    added(what: Followed, channel: string): string;
    already(what: Followed, channel: string): string;
    changed(what: Followed, channel: string): string;
    /** How a channel hears of it now. */
    setting(what: Followed, channel: string): string;
    /** A match of what is followed is being played. */
    live(fixture: string): string;
    resumed(what: Followed, channel: string, why: PauseReason | undefined): string;
    stopped(what: Followed, channel: string): string;
    nothingToStop(what: Followed, channel: string): string;
    readonly title: string;
    readonly nothingYet: string;
    readonly schedules: string;
    /** Why, and what ends it: `again` is the command to use. */
    paused(reason: PauseReason, again: string): string;
    /** How the source of news is doing. `every` is `80 s`; `budget` counts the calls it may make in a day. */
    source(name: string, every: string, budget: { readonly left: number; readonly ofDay: number } | undefined): string;
    /** Added to the line of a source that is not well. */
    trouble(problem: string): string;
  };

  readonly hearing: HearingTexts;

  readonly replay: {
    /** `thread` is a `<#…>`. */
    started(fixture: string, speed: number, thread: string): string;
    readonly nothing: string;
    readonly tooMany: string;
    readonly refused: string;
  };

  readonly schedule: {
    /** `nextRun` is a `<t:…:F>`. */
    set(channel: string, time: string, timeZone: Plain, nextRun: string): string;
    replaced(channel: string, time: string, timeZone: Plain, nextRun: string): string;
    stopped(channel: string): string;
    nothingToStop(channel: string): string;
    /** `time` is undefined for a schedule that is not once a day. */
    line(time: string | undefined, timeZone: Plain, nextRun: string | undefined): string;
  };

  /** Why a channel is paused, as a clause: "I may not write there". */
  readonly pause: Readonly<Record<PauseReason, string>>;

  readonly errors: {
    /** `suggestions` may be empty. */
    unknown(what: Asked, typed: Plain, suggestions: readonly Plain[]): string;
    readonly noMatchYet: string;
    noReport(fixture: string): string;
    /** It is over, but the results around it are not known. */
    noTable(fixture: string): string;
    /** Neither club, competition nor match was given. */
    readonly nothingNamed: string;
    impossibleTime(typed: Plain): string;
    unknownZone(typed: Plain, suggestions: readonly Plain[]): string;
    /** For a schedule set by `command` without a time, a time zone, or both; `has` is what was said, as it was understood. */
    incompleteSchedule(command: string, has: { readonly time?: string; readonly timeZone?: string }): string;
    readonly needsManageServer: string;
    /** The role that everybody has was to be pinged. */
    readonly everyoneRole: string;
    readonly nothingInChannel: string;
    /** What the bot lacks in a channel, in the order in which an admin would grant it. */
    botLacks(missing: readonly Grant[], channel: string): string;
    readonly notInServer: string;
    readonly buttonTooOld: string;
    /** Something was asked that Tifo has not, or that makes no sense. */
    readonly notUnderstood: string;
    /** An option is of another type than the command takes, out of bounds, unknown to it, or missing. */
    misfit(option: Plain): string;
    readonly feedSilent: string;
    /** The one sentence for bugs. */
    readonly ourSide: string;
  };

  readonly help: {
    readonly title: string;
    readonly intro: string;
    readonly groups: readonly {
      readonly title: string;
      readonly commands: readonly (readonly [command: string, what: string])[];
    }[];
    readonly tip: string;
  };
}
