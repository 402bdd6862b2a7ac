import { defaultSettings } from '../../../../src/core/catalog/settings.ts';
import { readDocument } from '../../../../src/core/document/read-document.ts';
import type { ImportContext } from '../../../../src/core/import/imported.ts';
import { readTimeline } from '../../../../src/core/timeline/read-timeline.ts';

/** An empty knowledge base in UTC, in which nobody has a handle. */
export const importContext: ImportContext = {
  catalog: { settings: defaultSettings, systems: [], people: null },
  taken: () => false,
  given: { status: null, severity: null, timezone: null, date: null },
  fileOf: () => null,
};

/** The start of every entry that our own reader finds in a result in UTC: `2018-05-04 08:25`. */
export function timesOf(result: string): string[] {
  const { sections, source } = readDocument(result);
  const section = sections.find(({ slug }) => slug === 'timeline');
  if (section === undefined) return [];
  const { timeline } = readTimeline(section, { source, timezone: 'UTC', fileDate: null });
  return timeline.entries.map(({ time }) => `${time.date} ${time.clock}`);
}
