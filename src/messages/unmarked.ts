/** A composed text as it is read, for where nothing is markup: pictures, and what says what they show. */
export function unmarked(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

/** `In Serie A since 1993–94` of what else stands within a sentence. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
