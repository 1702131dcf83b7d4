/** `442` is 4-4-2; anything that is not a formation is left out. */
export function readFormation(text: string | undefined): string | undefined {
  const digits = (text ?? '').replaceAll('-', '');
  if (!/^[1-9]{2,5}$/.test(digits)) return undefined;
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0) === 10 ? [...digits].join('-') : undefined;
}
