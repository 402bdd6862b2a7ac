import { parseArgs } from 'node:util';
import { isMark, type Label, readLabels } from '../core/timeline/labels.ts';
import { entryKinds, marks } from '../core/vocabulary.ts';
import { wordList } from '../core/word-list.ts';
import { UsageError } from '../workspace/project.ts';

export const logUsage = `npm run log: add a line to the timeline of an incident.

  npm run log -- ID "what happened"                  now
  npm run log -- ID "A supplier e-mails" --at 14:35 --label report --mark detected
  ./alert | npm run --silent log -- ID -             what is piped in; its first line is the entry, the rest stands below it

  ID                   the file's id or path, or a part of its name that no other has: order-mails
  --at TIME            14:35 today, "2026-11-20 23:55", ~14:35 for about then, 14:35–14:50 for a while; in the file's time zone
  --mark MARK          ${marks.join(', ')}; once each in a timeline
  --label KIND         ${entryKinds.join(', ')}; more than one with commas
  --even-if-reviewed   also where the meeting was held
  --dry-run            show what would change, and change nothing

The line goes to its place in the order of time. Any number of people and programs may log at once. Say what happened and which
role did it, not who: "on duty restarts the queue". < and { are words in it; Markdown stays Markdown. What begins with a hyphen
stands behind one more --, after the flags: npm run log -- ID --at 14:35 -- "-5 °C in the server room"
Exit code 0: written, whatever check says of the file; 2: refused, and nothing is changed.
`;

/** What was said on the command line. */
export interface LogOptions {
  id: string;
  /** Null where it is piped in. */
  text: string | null;
  at: string | null;
  labels: Label[];
  evenIfReviewed: boolean;
  dryRun: boolean;
}

/**
 * @returns Null where help is asked for.
 * @throws UsageError where something is missing or no label.
 */
export function logOptions(args: readonly string[]): LogOptions | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [id, ...words] = positionals;
  // Without quotes a shell hands over each word by itself.
  const text = words.join(' ');
  if (id === undefined || text.trim() === '')
    throw new UsageError(
      id === undefined
        ? 'Say in which incident, and what happened: npm run log -- ID "what happened"'
        : `Say what happened: npm run log -- ${id} "what happened"`,
    );
  return {
    id,
    text: text === '-' ? null : text,
    at: values.at ?? null,
    labels: [...labelsIn('--mark', values.mark), ...labelsIn('--label', values.label)],
    evenIfReviewed: values['even-if-reviewed'],
    dryRun: values['dry-run'],
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        at: { type: 'string' },
        mark: { type: 'string', multiple: true, default: [] },
        label: { type: 'string', multiple: true, default: [] },
        'even-if-reviewed': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // What happened may begin with a hyphen, and flags do not hold blanks.
    const isText = args.some((word) => /^-.*\s/s.test(word) && !/^--[\w-]+=/.test(word));
    if (!(isText && error instanceof Error)) throw error;
    throw new UsageError(
      `${error.message.split('. ')[0]}. A text that begins with a hyphen stands last, behind one more --: npm run log -- ID -- "-5 °C"`,
    );
  }
}

function labelsIn(flag: '--mark' | '--label', written: readonly string[]): Label[] {
  if (written.length === 0) return [];
  const { labels, slips } = readLabels(written.join(','));
  const known = flag === '--mark' ? marks : [...marks, ...entryKinds];
  const wrong = flag === '--mark' ? labels.find(({ label }) => !isMark(label))?.label : undefined;
  if (labels.length === 0 || slips.length > 0 || wrong !== undefined) {
    const near =
      slips.length > 0 && labels.length > 0
        ? ` Did you mean ${labels.map(({ label }) => label).join(', ')}?`
        : '';
    throw new UsageError(
      wrong === undefined
        ? `${flag} is ${wordList(known, 'or')}; found "${written.join(',')}".${near}`
        : `${wrong} is no mark but a kind of entry: --label ${wrong}`,
    );
  }
  return labels.map(({ label }) => label);
}
