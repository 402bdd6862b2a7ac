import { addDays } from '../../src/core/time/dates.ts';
import type { Question } from '../../src/core/vocabulary.ts';
import { handleBefore, type Outline, systemsBefore } from './outline.ts';
import type { Random } from './random.ts';
import { paragraph, sentence } from './sentences.ts';

/** The id of an improvement that every reviewed postmortem has under "Prevent", so that others can link to it. */
export const linkedImprovement = 'the-second-path';

/** Days from an incident to its meeting, at most. */
export const latestMeeting = 14;

/** Everything below the heading of one of the five questions, in a postmortem that has been reviewed. */
export function questionText(random: Random, outline: Outline, question: Question): string {
  const last = question === 'other-areas-of-risk';
  const lines = [`${paragraph(random, 'reason', random.whole(1, 2))}\n`];
  const plain = random.whole(1, 2);
  for (let idea = 0; idea < plain; idea += 1) {
    const systems = last && outline.index % 3 === 0 ? systemsBefore(random, outline.index, 1) : [];
    const words = systems.map((system) => ` system:${system}`).join('');
    lines.push(`- ${sentence(random, last ? 'risk' : 'idea')}${words}`);
  }
  const committed = random.whole(1, last ? 1 : 2);
  for (let place = 0; place < committed; place += 1) lines.push(improvement(random, outline));
  if (question === 'prevent') lines.push(improvement(random, outline, linkedImprovement));
  return lines.join('\n');
}

function improvement(random: Random, outline: Outline, id?: string): string {
  const owner = `@${handleBefore(random, outline.index)}`;
  const day = (low: number, high: number): string => addDays(outline.date, random.whole(low, high));
  const ticket = ticketWord(random);
  const due = workday(day(10, 90), addDays(outline.date, latestMeeting));
  const words = `${owner} due:${due}${ticket}${id === undefined ? '' : ` id:${id}`}`;
  const text = sentence(random, 'commitment');
  switch (random.whole(0, 9)) {
    case 0:
      return `- [ ] ${text} ${words}`;
    case 1:
      return `- [ ] ${text} ${words} status:accepted`;
    case 2:
      return `- [ ] ${text} ${words} status:resolved`;
    case 3:
      return `- [ ] ${text} ${words} status:verified`;
    case 4:
      return `- [x] ${text} ${words} dropped:${day(20, 60)}\n  - ${sentence(random, 'reason')}`;
    case 5:
      return `- [x] ${text} ${words} done:${day(5, 120)}\n\n  ${sentence(random, 'story')}\n`;
    default:
      return `- [x] ${text}\n  ${words} done:${day(5, 120)}`;
  }
}

/** The day itself, but not before the earliest that will do; of a weekend, the Monday after it. */
function workday(wanted: string, earliest: string): string {
  const date = wanted < earliest ? earliest : wanted;
  const weekday = new Date(`${date}T00:00Z`).getUTCDay();
  return addDays(date, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

function ticketWord(random: Random): string {
  if (random.chance(0.4)) return '';
  const id = `OPS-${random.whole(100, 9999)}`;
  return random.chance(0.1) ? ` ticket:https://tickets.example.com/browse/${id}` : ` ticket:${id}`;
}
