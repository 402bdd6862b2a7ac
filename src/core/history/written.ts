import { readDocument } from '../document/read-document.ts';
import { readSourceText } from '../document/source-text.ts';
import { createAnchors } from '../improvement/anchors.ts';
import type { Improvement } from '../improvement/improvement.ts';
import { readQuestion } from '../improvement/read-question.ts';
import { type Question, questions } from '../vocabulary.ts';
import { questionTexts } from './question-texts.ts';

/** What one version of a file says of an improvement. Its anchor is unique among those of its question only. */
export type Written = Pick<Improvement, 'anchor' | 'title' | 'question' | 'due' | 'owner' | 'reported'>;

/** Gives the improvements that a version of a file holds, in the order of the questions. Never throws. */
export type WrittenReader = (raw: string) => Written[];

/**
 * A reader for many versions of many files. It reads only the sections of the questions, each text of one once: a commit
 * mostly touches one of them.
 */
export function writtenReader(): WrittenReader {
  const known = new Map<string, readonly Written[]>();
  return (raw) => {
    const { text } = readSourceText(raw).source;
    if (!mayHoldTask(text)) return [];
    const cut = questionTexts(text);
    if (cut === null) return readWritten(raw);
    return questions.flatMap((question) => {
      const section = cut.get(question);
      if (section === undefined || !mayHoldTask(section)) return [];
      let written = known.get(section);
      if (written === undefined) {
        written = readWritten(section);
        known.set(section, written);
      }
      return written;
    });
  };
}

function mayHoldTask(text: string): boolean {
  return /\[[ \txX]\]/.test(text);
}

/** The whole way, for what lines alone can't tell. */
export function readWritten(raw: string): Written[] {
  const { sections, source } = readDocument(raw);
  const written: Written[] = [];
  for (const question of questions) {
    const section = sections.find(({ slug }) => slug === question);
    if (section === undefined) continue;
    const { answer } = readQuestion(section, {
      question,
      source,
      anchors: createAnchors([]),
      writtenOn: null,
    });
    for (const improvement of answer.improvements) written.push(pick(improvement, question));
  }
  return written;
}

function pick({ anchor, title, due, owner, reported }: Improvement, question: Question): Written {
  return { anchor, title, question, due, owner, reported };
}
