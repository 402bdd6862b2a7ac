import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const labelSchema = z.strictObject({
  rule: z.string(),
  /** Of the sentence, as lint-findings.ts makes it: the text stays where it was published. */
  digest: z.string().regex(/^[0-9a-f]{16}$/),
  /** Address of the report. */
  source: z.url(),
  /** Whether a facilitator would have said something there. */
  right: z.boolean(),
});

/** What somebody who read a finding in its report said of it. */
export type LintLabel = z.infer<typeof labelSchema>;

export async function readLabels(): Promise<LintLabel[]> {
  const text = await readFile(new URL('./lint-labels.json', import.meta.url), 'utf8');
  return z.array(labelSchema).parse(JSON.parse(text));
}

/** As Markdown: rule, findings read, right ones, and their share. */
export function precisionTable(labels: readonly LintLabel[]): string {
  const rows = [...Map.groupBy(labels, ({ rule }) => rule)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, of]) => {
      const right = of.filter((label) => label.right).length;
      return `| \`${rule}\` | ${of.length} | ${right} | ${((right / of.length) * 100).toFixed(0)} % |`;
    });
  return ['| rule | findings read | right | precision |', '| --- | --: | --: | --: |', ...rows].join('\n');
}
