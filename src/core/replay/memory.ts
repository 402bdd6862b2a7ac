/** Where somebody is in a replay, and what they wrote, by the place it belongs to. */
export interface ReplayMemory {
  /** How many steps they have opened. */
  at: number;
  notes: Record<string, string>;
}

/** Reads what a browser remembered. What has another shape is left out: a browser keeps things for years, and people can write there. */
export function readReplayMemory(text: string | null): ReplayMemory {
  const { at, notes } = record(parsed(text));
  const texts = Object.entries(record(notes)).filter(
    (note): note is [string, string] => typeof note[1] === 'string',
  );
  return { at: Number.isInteger(at) ? Math.max(0, Number(at)) : 0, notes: Object.fromEntries(texts) };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
