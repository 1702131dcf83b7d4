import type { Officials } from '../../match/snapshot.ts';

export interface NamedOfficial {
  /** `Main`, `Lineman 1`, `Assistant referee 2`, `Fourth official`, `Video Assistant Referee`, `Assistant VAR Official`. */
  readonly role: string | undefined;
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** Undefined where none is named. */
export function readOfficials(named: readonly NamedOfficial[]): Officials | undefined {
  const all = named.flatMap(({ role = '', first = '', last = '' }) => {
    const name = `${first} ${last}`.trim();
    return name === '' ? [] : [{ role: role.toLowerCase(), name }];
  });
  const one = (pattern: RegExp) => all.find(({ role }) => pattern.test(role))?.name;
  const referee = one(/^(main|referee)$/);
  const assistants = all.filter(({ role }) => /^(lineman|assistant referee)/.test(role)).map(({ name }) => name);
  const fourth = one(/^fourth/);
  const video = one(/^(video assistant referee|var)( official)?$/);
  const assistantVar = one(/^assistant (var|video)/);
  if (!referee && assistants.length === 0 && !fourth && !video) return undefined;
  return {
    ...(referee && { referee }),
    ...(assistants.length > 0 && { assistants }),
    ...(fourth && { fourth }),
    ...(video && { var: video }),
    ...(assistantVar && { assistantVar }),
  };
}
