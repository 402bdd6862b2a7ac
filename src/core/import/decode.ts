/** What the bytes of somebody else's file say. */
export type Decoded =
  /** `encoding` is told to the person where it had to be guessed. */
  | { kind: 'text'; text: string; encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'; guessed: boolean }
  | { kind: 'empty' }
  /** `what` completes "this is …". */
  | { kind: 'binary'; what: string; hint: string };

/** How files begin that hold words but are no text. */
const signatures: readonly (readonly [start: string, what: string, hint: string])[] = [
  [
    'PK\u0003\u0004',
    'a ZIP archive or an office document',
    'Unpack the archive, or save the document as Markdown or text.',
  ],
  ['%PDF', 'a PDF', 'Save it as Markdown or text: `pdftotext report.pdf` makes one.'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document', 'Save it as Markdown or text.'],
  ['{\\rtf', 'a rich text document', 'Save it as Markdown or text.'],
  ['\u001f\u008b', 'packed with gzip', 'Unpack it first: `gunzip` does.'],
  ['\u0089PNG', 'an image', 'Images are copied with the Markdown that shows them.'],
  ['GIF8', 'an image', 'Images are copied with the Markdown that shows them.'],
  ['\u00ff\u00d8\u00ff', 'an image', 'Images are copied with the Markdown that shows them.'],
];

/**
 * Reads the bytes of a file as text: UTF-8, UTF-16 with or without its mark, else Windows-1252, in which old editors saved.
 * The byte order mark goes, and line breaks become `\n`, mixed ones, too.
 */
export function decode(bytes: Uint8Array): Decoded {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const known = signatures.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) return { kind: 'binary', what: known[1], hint: known[2] };
  const wide = utf16Of(bytes);
  if (wide !== null) {
    const text = new TextDecoder(wide.label).decode(bytes);
    return textOf(text, 'UTF-16', wide.guessed);
  }
  if (bytes.includes(0)) return { kind: 'binary', what: 'no text', hint: 'Save it as Markdown or text.' };
  try {
    return textOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'UTF-8', false);
  } catch {
    return textOf(new TextDecoder('windows-1252').decode(bytes), 'Windows-1252', true);
  }
}

function textOf(raw: string, encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252', guessed: boolean): Decoded {
  const text = raw.toWellFormed().replace(/\r\n?/g, '\n');
  return text.trim() === '' ? { kind: 'empty' } : { kind: 'text', text, encoding, guessed };
}

/** UTF-16 begins with its mark; without one, plain letters have a zero in every second byte. */
function utf16Of(bytes: Uint8Array): { label: 'utf-16le' | 'utf-16be'; guessed: boolean } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', guessed: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', guessed: false };
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4) return null;
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 4;
  if (odd > most && even === 0) return { label: 'utf-16le', guessed: true };
  return even > most && odd === 0 ? { label: 'utf-16be', guessed: true } : null;
}
