/** A place in the author's text at which the time is being read, and what was found amiss so far. */
export interface Cursor {
  readonly text: string;
  at: number;
  readonly slips: Slip[];
  /** Whether what was understood is no more than likely. */
  doubtful: boolean;
}

/** Something that is not written as the format wants it. */
export interface Slip {
  /** Offset in the text. */
  offset: number;
  message: string;
  /** What to write instead, where the repaired time says too little. */
  hint?: string;
  /** The repaired time in place of what was read is what the hint asks for. */
  mended?: true;
}

/** Matches a sticky expression at the cursor and moves behind it. */
export function take(cursor: Cursor, sticky: RegExp): RegExpExecArray | null {
  sticky.lastIndex = cursor.at;
  const match = sticky.exec(cursor.text);
  if (match) cursor.at += match[0].length;
  return match;
}

export function slip(cursor: Cursor, offset: number, message: string, hint?: string): void {
  cursor.slips.push({ offset, message, ...(hint === undefined ? {} : { hint }) });
}
