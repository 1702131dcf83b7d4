export type Decoded =
  | { readonly ok: true; readonly text: string }
  /** Nobody knows the encoding that the file declares. */
  | { readonly ok: false; readonly encoding: string };

/** The text of a file: in the encoding that its byte order mark or its XML declaration names, else in UTF-8. */
export function decodeFile(bytes: Uint8Array): Decoded {
  const encoding = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  const decoder = decoderFor(encoding);
  if (!decoder) return { ok: false, encoding };
  // As a stream, because in one piece Node 20 reads windows-1252 as if it were ISO-8859-1.
  return { ok: true, text: decoder.decode(bytes, { stream: true }) + decoder.decode() };
}

function decoderFor(encoding: string) {
  try {
    return new TextDecoder(encoding);
  } catch {
    return undefined;
  }
}

/** By a byte order mark, or by the two bytes that an XML document in UTF-16 begins with. */
function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0x00)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0x00 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

/** No declaration is longer. */
const HEAD = 200;

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const declared = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*(["'])([^"'<>]*)\1/.exec(head)?.[2];
  // A declaration that reads byte by byte is not in UTF-16, whatever it says.
  return declared && !/^utf-?16/i.test(declared) ? declared : undefined;
}
