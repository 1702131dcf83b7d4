/**
 * Something that only the operator can mend: a wrong setting, an unreadable file, a token that Discord refuses. Its
 * message says what to do, in a line or a list, and is all that is printed; the program then ends with exit code 1.
 */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}
