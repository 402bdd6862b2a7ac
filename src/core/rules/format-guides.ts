import { type RuleName, rules } from '../rules.ts';
import { codeNotes } from './format/code.ts';
import { commentNotes } from './format/comments.ts';
import { dataNotes } from './format/data.ts';
import { fileNotes } from './format/files.ts';
import { frontMatterNotes } from './format/front-matter.ts';
import { nameNotes } from './format/names.ts';
import { onDutyNotes } from './format/on-duty.ts';
import { publishingNotes } from './format/publishing.ts';
import { questionNotes } from './format/questions.ts';
import { sectionNotes } from './format/sections.ts';
import { timelineNotes } from './format/timeline.ts';
import type { FormatGuide, FormatNote } from './format-guide.ts';

export interface FormatGuideGroup {
  title: string;
  guides: readonly FormatGuide[];
}

/** Every rule of the format, explained, in the order in which a file is read. */
export const formatGuideGroups: readonly FormatGuideGroup[] = [
  group('Files', fileNotes),
  group('What would make a file code', codeNotes),
  group('Front matter', frontMatterNotes),
  group('Sections', sectionNotes),
  group('Timeline', timelineNotes),
  group('Questions and improvements', questionNotes),
  group('Names, links and pictures', nameNotes),
  group('What may not be published', publishingNotes),
  group('Settings, systems and people', dataNotes),
  group('Who is on duty', onDutyNotes),
  group('Comments that disable rules', commentNotes),
];

function group(title: string, notes: Partial<Record<RuleName, FormatNote>>): FormatGuideGroup {
  const guides = (Object.entries(notes) as [RuleName, FormatNote][]).map(
    ([rule, { why, mended, weight, examples }]): FormatGuide => ({
      rule,
      title: rules[rule].description,
      why,
      examples,
      mended: mended ?? false,
      weight: weight ?? 'error',
    }),
  );
  return { title, guides };
}
