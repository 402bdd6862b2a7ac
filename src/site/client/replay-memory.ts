import { type ReplayMemory, readReplayMemory } from '../../core/replay/memory.ts';
import { path } from '../paths.ts';

const keyOf = (id: string): string => `fire-marshal:replay:${path(`/${id}`)}`;

export function recallReplay(id: string): ReplayMemory {
  try {
    return readReplayMemory(localStorage.getItem(keyOf(id)));
  } catch {
    return readReplayMemory(null);
  }
}

/** Without room or leave to remember, a reload begins anew; all else works. */
export function rememberReplay(id: string, memory: ReplayMemory): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(memory));
  } catch {}
}

/** What was written, as Markdown: of each place its heading, the own notes and, where it is known by now, what the team did. */
export function notesText(
  title: string,
  places: readonly { heading: string; notes: string; team: string | null }[],
  words: { yours: string; team: string; nothing: string },
): string {
  const parts = places.map(({ heading, notes, team }) =>
    [
      `## ${heading}`,
      `**${words.yours}**`,
      notes.trim() || words.nothing,
      ...(team === null ? [] : [`**${words.team}**`, quoted(team)]),
    ].join('\n\n'),
  );
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`;
}

function quoted(text: string): string {
  return text
    .trim()
    .split(/\n+/)
    .map((line) => `> ${line.trim()}`)
    .join('\n>\n');
}
