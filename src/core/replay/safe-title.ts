import { sentencesOf } from '../document/sentences.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { storyOf } from './story.ts';

const longest = 90;
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * What an incident can be called in front of those who are still to find out about it. Its own title often names the cause,
 * and so may the systems it touched; the first sentence that anybody heard of it can't:
 * `A supplier e-mails support: nothing on the fax since last night`. Where nothing says which that is, its day.
 */
export function safeTitle({ timeline }: Pick<Postmortem, 'timeline'>): string {
  const noticed = storyOf(timeline)?.told[0];
  const heard = noticed?.marks.includes('detected') ? firstSentence(noticed.text) : '';
  if (heard !== '') return heard;
  if (noticed === undefined) return 'An incident';
  return `An incident, ${weekday.format(new Date(`${noticed.time.date}T00:00:00Z`)).replace(',', '')}`;
}

/** Without a full stop at its end, and with an ellipsis where it is long. */
function firstSentence(text: string): string {
  const [first = ''] = sentencesOf(text.trim());
  const sentence = first.trim().replace(/[.:;,]+$/u, '');
  if (sentence.length <= longest) return sentence;
  const words = /^.*(?=\s)/su.exec(sentence.slice(0, longest))?.[0] ?? sentence.slice(0, longest - 1);
  return `${words.replace(/[\s,;:–-]+$/u, '').toWellFormed()}…`;
}
