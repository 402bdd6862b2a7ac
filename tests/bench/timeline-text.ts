import { addDays } from '../../src/core/time/dates.ts';
import { entryKinds, type Mark } from '../../src/core/vocabulary.ts';
import type { Outline } from './outline.ts';
import type { Random } from './random.ts';
import { errorCode, hostName, sentence } from './sentences.ts';

interface Moment {
  /** Minutes since the first entry. */
  after: number;
  marks: readonly Mark[];
  last: boolean;
}

/** The lines below `## Timeline`: marks, kinds, ranges, approximate times, seconds, offsets, code and days that end. */
export function timelineText(random: Random, outline: Outline): string {
  const asHeadings = outline.index % 10 === 6;
  let day = '';
  return moments(random, outline)
    .map((moment) => {
      const written = time(random, outline, moment, day);
      day = written.day;
      const labels = [...moment.marks, ...(random.chance(0.6) ? [random.one(entryKinds)] : [])];
      const bold = labels.length === 0 ? '' : ` **${labels.join(', ')}**`;
      const open = outline.status === 'open' && moment.last;
      const text = open ? 'What we do next: TBD' : sentence(random, 'event');
      const block = random.chance(0.08) ? logExcerpt(random, day, asHeadings ? '' : '  ') : '';
      return asHeadings
        ? `### ${written.text}${bold}\n\n${text}\n${block}\n`
        : `- ${written.text}${bold} ${text}\n${block}`;
    })
    .join('')
    .trimEnd();
}

function moments(random: Random, { index, status }: Outline): Moment[] {
  const count = index % 50 === 49 ? 40 : random.whole(8, 14);
  const order: Mark[] =
    index % 16 === 7
      ? ['started', 'detected', 'mitigated', 'resolved', 'responded']
      : ['started', 'detected', 'responded', 'mitigated', 'resolved'];
  const wanted = order.filter((mark) => {
    if (mark === 'started') return true;
    if (status === 'open') return mark === 'detected' || mark === 'responded';
    return mark === 'detected' || mark === 'resolved' || !random.chance(0.15);
  });
  const places = [
    0,
    ...random.some(
      Array.from({ length: count - 1 }, (_, place) => place + 1),
      wanted.length - 1,
    ),
  ];
  let after = 0;
  return Array.from({ length: count }, (_, place) => {
    if (place > 0) after += random.chance(0.1) ? random.whole(60, 400) : random.whole(2, 45);
    const mark = wanted[places.indexOf(place)];
    return { after, marks: mark === undefined ? [] : [mark], last: place === count - 1 };
  });
}

function time(
  random: Random,
  outline: Outline,
  { after }: Moment,
  before: string,
): { text: string; day: string } {
  const minute = outline.minute + after;
  const day = addDays(outline.date, Math.floor(minute / 1440));
  const clock = clockOf(minute);
  const date = day === before ? '' : `${day} `;
  const form = random.next();
  if (form < 0.1) return { text: `${date}~${clock}`, day };
  if (form < 0.16) return { text: `${date}${clock}–${clockOf(minute + random.whole(1, 40))}`, day };
  if (form < 0.2) return { text: `${date}${clock} - ${clockOf(minute + random.whole(1, 40))}`, day };
  if (form < 0.24) return { text: `${date}${clock}:${random.one(['00', '30', '41'])}`, day };
  if (form < 0.28) return { text: `${date}${clock}${offsetOf(outline)}`, day };
  return { text: `${date}${clock}`, day };
}

function clockOf(minute: number): string {
  const ofDay = minute % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/** What the zone's clocks are off by; the outline's days are far from their changes. */
function offsetOf({ zone, date }: Outline): string {
  const summer = date.slice(5, 7) >= '05' && date.slice(5, 7) <= '09';
  switch (zone) {
    case 'America/New_York':
      return summer ? '-04:00' : '-05:00';
    case 'Europe/Berlin':
      return summer ? '+02:00' : '+01:00';
    case 'Asia/Kolkata':
      return '+05:30';
    case 'UTC':
      return 'Z';
  }
}

function logExcerpt(random: Random, day: string, indent: string): string {
  const code = errorCode(random);
  const lines = Array.from(
    { length: random.whole(2, 4) },
    (_, line) =>
      `${indent}${day} 0${line}:17:${random.whole(10, 59)} ${hostName(random)}[${random.whole(100, 32000)}] status=FAILED code=${code}`,
  );
  return `\n${indent}\`\`\`text\n${lines.join('\n')}\n${indent}\`\`\`\n${indent === '' ? '' : '\n'}`;
}
