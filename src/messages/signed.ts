/** `+5`, `0`, `−5`, with a true minus. */
export function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : `${difference}`.replace('-', '−');
}
