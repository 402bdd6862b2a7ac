import type { Weight } from '../diagnostic.ts';
import type { Status } from '../vocabulary.ts';
import type { ExamplePlace, RuleExample, RuleGuide } from './guide.ts';

/**
 * Also `guide`, a whole handbook page; `file-name`, the path of a postmortem below the content folder; `image`, a vector
 * image; and `in-words`, where the text itself would be too long or too odd to print, so that a sentence describes it.
 */
export type FormatExamplePlace = ExamplePlace | 'guide' | 'file-name' | 'image' | 'in-words';

export interface FormatExample extends Omit<RuleExample, 'place'> {
  place: FormatExamplePlace;
  /** Of the file that the text stands in; `open` where it does not matter. */
  status?: Status;
  /** What lies beside it, by path below the content folder; null for a file that must not be there. */
  beside?: Readonly<Record<string, string | null>>;
}

/** What there is to say of a rule of the format. Its name and its title are in core/rules.ts. */
export interface FormatNote {
  why: string;
  /** What it weighs where settings don't say; an error where nothing stands here. */
  weight?: Weight;
  /** `check --fix` mends it where there is one right answer. */
  mended?: true;
  examples: readonly [FormatExample, ...FormatExample[]];
}

export interface FormatGuide extends Omit<RuleGuide, 'examples'> {
  examples: readonly FormatExample[];
  mended: boolean;
  weight: Weight;
}
