import { compareText, type Diagnostic, inFile, type Problem } from '../diagnostic.ts';
import { handleMentions } from '../postmortem/known-names.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';

/**
 * Handles that differ in their capitals only, `@Ana` and `@ana`, or in how an accent is typed, where no `people.yaml` says which is right: most likely
 * one person, with two pages of which a disk that does not tell them apart keeps one. The spelling that is used
 * most is taken for the right one; of several, the one in small letters.
 */
export function spellingDiagnostics(postmortems: readonly Postmortem[]): Diagnostic[] {
  const mentions = postmortems.flatMap((postmortem) =>
    handleMentions(postmortem, postmortem.document).map((mention) => ({ ...mention, postmortem })),
  );
  const diagnostics: Diagnostic[] = [];
  for (const [, alike] of Map.groupBy(mentions, ({ name }) => folded(name))) {
    const [[usual] = [''], ...others] = [...Map.groupBy(alike, ({ name }) => name)].sort(
      ([a, { length: oftenA }], [b, { length: oftenB }]) => oftenB - oftenA || compareText(b, a),
    );
    for (const [name, uses] of others)
      for (const { place, postmortem } of uses)
        diagnostics.push(...inFile(postmortem.file, [spellingProblem(name, usual, place())]));
  }
  return diagnostics;
}

function spellingProblem(name: string, usual: string, place: Problem['place']): Problem {
  return {
    rule: 'handle-case',
    severity: 'warning',
    place,
    message: `"${name}" and "${usual}" are two people here, each with a page; most likely they are one.`,
    hint: `If so, write ${usual} everywhere.`,
  };
}

/** What a disk makes of a name that tells neither capitals nor ways to type an accent apart. */
export function folded(handle: string): string {
  return handle.normalize('NFC').toLowerCase();
}
