import { plainText } from '../document/plain-text.ts';
import { sentencesOf } from '../document/sentences.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';

const longest = 200;

/** The first sentences of a postmortem's summary as plain text; null where nothing is written yet. */
export function summaryExcerpt({ sections }: Postmortem): string | null {
  const summary = sections.find(({ slug }) => slug === 'summary');
  if (summary === undefined || summary.tbd) return null;
  const paragraphs: string[] = [];
  let length = 0;
  for (const node of summary.nodes) {
    if (node.type !== 'paragraph' || length > longest) continue;
    const text = plainText(node.children);
    paragraphs.push(text);
    length += text.length;
  }
  const text = paragraphs.join(' ').trim();
  return text === '' ? null : excerpt(text);
}

/**
 * The first of a postmortem's root causes as plain text: its first bullet, else its first sentence. Null where nothing is
 * written yet, or what is written first is still to be found out.
 */
export function rootCause({ sections }: Pick<Postmortem, 'sections'>): string | null {
  const section = sections.find(({ slug }) => slug === 'root-causes');
  if (section === undefined || section.tbd) return null;
  const list = section.nodes.find((node) => node.type === 'list');
  const first = (list?.children[0]?.children ?? section.nodes).find((node) => node.type === 'paragraph');
  const text = first === undefined ? '' : plainText(first.children);
  const line = (list === undefined ? (sentencesOf(text)[0] ?? '') : text).trim();
  return line === '' || /\bTBD\b/u.test(line) ? null : excerpt(line);
}

/** Whole sentences where they fit, else whole words and an ellipsis. At most 200 characters. */
export function excerpt(text: string): string {
  if (text.length <= longest) return text;
  const sentences = /^.*[.!?](?=\s)/su.exec(text.slice(0, longest + 1))?.[0];
  if (sentences !== undefined && sentences.length >= longest / 3) return sentences;
  const words = /^.*(?=\s)/su.exec(text.slice(0, longest))?.[0] ?? text.slice(0, longest - 1);
  return `${words.replace(/[\s,;:–-]+$/u, '').toWellFormed()}…`;
}
