import { z } from 'zod';
import { readOptaTime } from './read-time.ts';

/** What is read of Opta's XML, as `parseSrml` gives it. Everything else may come and go. */

/** Cut where no honest name reaches. */
const LONGEST_TEXT = 80;
const cut = (value: string) => [...value.trim()].slice(0, LONGEST_TEXT).join('') || undefined;

const attribute = z.string().transform(cut).optional();
const count = z
  .string()
  .transform((value) => (/^\d{1,6}$/.test(value.trim()) ? Number(value) : undefined))
  .optional();
const time = z.string().transform(readOptaTime).optional();
/** An element that holds text. */
const text = z
  .object({ '#text': z.string().transform(cut) })
  .transform((node) => node['#text'])
  .optional();
const timeText = z
  .object({ '#text': z.string().transform(readOptaTime) })
  .transform((node) => node['#text'])
  .optional();
const rows = z.array(z.unknown()).default([]);

const stats = z
  .array(z.object({ '@Type': z.string(), '#text': z.string() }))
  .default([])
  .transform((all) => new Map(all.map((stat) => [stat['@Type'], stat['#text'].trim()] as const)));

const personName = z.object({ First: text, Last: text, Known: text });

const official = z.object({
  '@FirstName': attribute,
  '@LastName': attribute,
  '@Type': attribute,
  OfficialName: z.object({ First: text, Last: text }).optional(),
  OfficialData: z.object({ OfficialRef: z.object({ '@Type': attribute }).optional() }).optional(),
});

/** What all that happens has in common. */
const happened = { '@Time': attribute, '@Min': count, '@Sec': count, '@Period': attribute, '@TimeStamp': attribute };

export const goalShape = z.object({
  ...happened,
  '@Type': z.string(),
  '@PlayerRef': attribute,
  Assist: z.object({ '@PlayerRef': attribute, '#text': z.string().transform(cut) }).optional(),
});
export const missedPenaltyShape = z.object({ ...happened, '@Type': attribute, '@PlayerRef': attribute });
export const bookingShape = z.object({
  ...happened,
  '@Card': attribute,
  '@CardType': attribute,
  '@PlayerRef': attribute,
});
export const substitutionShape = z.object({ ...happened, '@SubOn': attribute, '@SubOff': attribute });
export const penaltyShotShape = z.object({
  '@Outcome': z.string(),
  '@PlayerRef': attribute,
  '@EventNumber': count,
  '@TimeStamp': attribute,
});
export const varEventShape = z.object({
  ...happened,
  '@Type': attribute,
  '@Reason': attribute,
  '@Decision': attribute,
  '@Outcome': attribute,
  '@PlayerRef': attribute,
  '@TeamRef': attribute,
});
export const matchPlayerShape = z.object({
  '@PlayerRef': z.string(),
  '@ShirtNumber': count,
  '@Status': attribute,
});

const side = z.enum(['Home', 'Away']);
const varData = z
  .array(z.object({ VAREvent: rows }))
  .default([])
  .transform((all) => all.flatMap(({ VAREvent }) => VAREvent));

export const teamDataShape = z.object({
  '@Side': side,
  '@TeamRef': z.string(),
  '@Score': count,
  '@HalfScore': count,
  '@ShootOutScore': count,
  '@PenaltyScore': count,
  '@Formation': attribute,
  Goal: rows,
  MissedPenalty: rows,
  Booking: rows,
  Substitution: rows,
  PenaltyShot: rows,
  ShootOut: z.object({ PenaltyShot: rows }).optional(),
  VARData: varData,
  PlayerLineUp: z.object({ MatchPlayer: rows }).optional(),
  Stat: stats,
});

export const teamShape = z.object({
  '@uID': z.string(),
  Name: text,
  Player: z.array(z.object({ '@uID': z.string(), PersonName: personName.optional() })).default([]),
  TeamOfficial: z.array(z.object({ '@Type': attribute, PersonName: personName.optional() })).default([]),
});

/** F9 and F7: one match. */
export const matchDocumentShape = z.object({
  Competition: z.object({
    '@uID': z.string(),
    Name: text,
    Round: z.object({ Name: text, RoundNumber: text }).optional(),
    Stat: stats,
  }),
  MatchData: z.tuple([
    z.object({
      MatchInfo: z.object({
        '@Period': z.string(),
        '@MatchType': attribute,
        '@TimeStamp': time,
        Date: timeText,
        Result: z.object({ '@Type': attribute }).optional(),
      }),
      MatchOfficial: z.array(official).default([]),
      AssistantOfficials: z.object({ AssistantOfficial: z.array(official).default([]) }).optional(),
      Stat: stats,
      TeamData: z.array(teamDataShape).length(2),
      VARData: varData,
    }),
  ]),
  Team: z.array(teamShape),
  Venue: z.object({ Name: text, Country: text }).optional(),
});

/** F1: the fixtures and results of a season. */
export const fixturesDocumentShape = z.object({
  '@competition_id': z.string(),
  '@competition_name': attribute,
  '@season_id': z.string().regex(/^\d{4}$/),
  MatchData: rows,
  Team: z.array(z.object({ '@uID': z.string(), Name: text })),
});

export const fixtureShape = z.object({
  '@uID': z.string(),
  '@last_modified': time,
  MatchInfo: z.object({
    '@Period': z.string(),
    '@MatchDay': count,
    '@MatchType': attribute,
    '@RoundName': attribute,
    Date: text,
    TZ: text,
    DateUtc: text,
  }),
  Stat: stats,
  TeamData: z.array(teamDataShape).length(2),
});

export const feedShape = z.object({
  SoccerFeed: z.object({
    '@TimeStamp': time,
    '@timestamp': time,
    SoccerDocument: z.array(z.record(z.string(), z.unknown())),
  }),
});

export type MatchDocument = z.infer<typeof matchDocumentShape>;
export type MatchData = MatchDocument['MatchData'][0];
export type TeamData = z.infer<typeof teamDataShape>;
export type TeamShape = z.infer<typeof teamShape>;
export type PersonName = z.infer<typeof personName>;
export type Official = z.infer<typeof official>;
