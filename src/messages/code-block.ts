/** As many columns as a code block shows on a phone held upright before it wraps a line, which no table survives. */
export const CODE_COLUMNS = 28;

/** Lines in columns. */
export function codeBlock(lines: readonly string[]): string {
  return ['```', ...lines.map((line) => line.trimEnd()), '```'].join('\n');
}

/** Cells that end one under the other, each in its width. */
export function cells(values: readonly (string | number)[], widths: readonly number[]): string {
  return values.map((value, index) => `${value}`.padStart(widths[index] ?? 4)).join('');
}
