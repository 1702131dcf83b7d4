import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The path of something that lies beside `package.json`, `data` say: the same for the source and for the program built
 * from it, wherever Tifo is started from.
 */
export function projectPath(name: string): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, name);
}
