import { lintRules } from '../lint/registry.ts';
import { type FormatGuideGroup, formatGuideGroups } from './format-guides.ts';

/** Every rule, explained: those of the format as a file is read, then those about what is said. */
export const allGuideGroups: readonly FormatGuideGroup[] = [
  ...formatGuideGroups,
  {
    title: 'What is said',
    guides: lintRules.map(({ guide, weight, mended = false }) => ({ ...guide, weight, mended })),
  },
];
