import type { ListItem } from 'mdast';
import type { Imported, ImportedLeftover, ImportNote } from '../imported.ts';
import { bulletList } from './pieces.ts';

/** Entries of which nobody knows the day. */
export function undatedLeftover(
  undated: readonly Imported['timeline'][number][],
  notes: ImportNote[],
): ImportedLeftover[] {
  const [first] = undated;
  if (first === undefined) return [];
  notes.push({
    message: 'The source says times, but not on which day.',
    hint: 'They stand under "Times without a day". Say the day with --date, or write it before the first of them under Timeline.',
    origin: first.origin,
  });
  const items = undated.map(({ start, end, approximate, labels, content }): ListItem => {
    const clock =
      start.kind === 'local' ? `${approximate ? '~' : ''}${start.clock}${start.offset ?? ''}` : '';
    const until = end?.kind === 'local' ? `–${end.clock}` : '';
    const [lead, ...rest] = content;
    const words = `${clock}${until}${labels.length === 0 ? '' : ` (${labels.join(', ')})`}`;
    return lead?.type === 'paragraph'
      ? {
          type: 'listItem',
          spread: rest.length > 0,
          children: [
            { ...lead, children: [{ type: 'text', value: `${words} ` }, ...lead.children] },
            ...rest,
          ],
        }
      : {
          type: 'listItem',
          spread: content.length > 0,
          children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }, ...content],
        };
  });
  return [{ heading: 'Times without a day', content: [bulletList(items)], origin: first.origin }];
}
