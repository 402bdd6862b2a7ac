/** What pages say of the five moments that a timeline marks. */
import { markMeanings } from '../../core/language/meanings.ts';
import { type Mark, markNames } from '../../core/vocabulary.ts';

export const marksLegend = {
  title: 'What the marks mean',
  /** For a hint over the word. */
  meaning: (mark: Mark) => `${markNames[mark]}: ${markMeanings[mark].replace(/^W/, 'w')}`,
};

export const markAnchor = (mark: Mark) => `page:${mark}`;
