import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Elements of which there may be one or many. */
const MANY = new Set([
  'match',
  'contestant',
  'period',
  'goal',
  'card',
  'substitute',
  'missedPen',
  'penaltyShot',
  'VAR',
  'lineUp',
  'player',
  'matchOfficial',
]);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  htmlEntities: true,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && MANY.has(name),
});

const ROOT = /<match(es)?[\s>]/;

export function isMa1Xml(text: string): boolean {
  return ROOT.test(text.slice(0, 2_000)) && text.includes('<matchInfo');
}

/** MA1 in XML, as the same would be in JSON. Undefined where it is not well-formed, as a file is that is still being written. */
export function parseMa1Xml(text: string): unknown {
  if (XMLValidator.validate(text) !== true) return undefined;
  try {
    return asJson(parser.parse(text));
  } catch {
    return undefined;
  }
}

/** Lists are not wrapped in JSON (`contestants` around each `contestant`), and what is text here is a name there. */
function asJson(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asJson);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
      // An element that holds nothing says nothing.
      if (value === '') return [];
      if (key === '#text') return [['name', value]];
      const only = key.replace(/e?s$/, '');
      const rows = MANY.has(only) ? listIn(value, only) : undefined;
      return [rows ? [only, rows.map(asJson)] : [key, asJson(value)]];
    }),
  );
}

function listIn(node: unknown, name: string): readonly unknown[] | undefined {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return undefined;
  const rows = Object.entries(node).find(([key]) => key === name)?.[1];
  return Array.isArray(rows) ? rows : undefined;
}
