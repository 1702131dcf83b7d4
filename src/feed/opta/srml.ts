import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Elements of which there may be one or many. */
const MANY = new Set([
  'SoccerDocument',
  'MatchData',
  'TeamData',
  'Goal',
  'Booking',
  'Substitution',
  'MissedPenalty',
  'PenaltyShot',
  'VARData',
  'VAREvent',
  'MatchPlayer',
  'MatchOfficial',
  'AssistantOfficial',
  'Stat',
  'Team',
  'Player',
  'TeamOfficial',
]);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  htmlEntities: true,
  isArray: (name) => MANY.has(name),
});

/** A full F9 has a hundred counts for each player: nine tenths of the file, and nothing that is read. */
const COUNTS_OF_A_PLAYER = /<MatchPlayer\b([^<>]*[^<>/])>[\s\S]*?<\/MatchPlayer>/g;

/** Where a file of Opta's begins to say what it is. */
const HEAD = 2_000;

export function isSrml(text: string): boolean {
  return text.slice(0, HEAD).includes('<SoccerFeed');
}

/**
 * The tree of an SRML document: attributes as `@Name`, text as `#text`. Undefined where it is not well-formed, as a file is
 * that is still being written.
 */
export function parseSrml(text: string): unknown {
  if (XMLValidator.validate(text) !== true) return undefined;
  try {
    return parser.parse(text.replaceAll(COUNTS_OF_A_PLAYER, '<MatchPlayer$1/>'));
  } catch {
    return undefined;
  }
}
