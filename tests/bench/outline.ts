import { addDays } from '../../src/core/time/dates.ts';
import type { Status } from '../../src/core/vocabulary.ts';
import { allZones, handle, handleCount, systemCount, systemId, type Zone } from './organisation.ts';
import { createRandom, type Random } from './random.ts';
import { capitalised, sentence } from './sentences.ts';

/** What other pages may know of a postmortem without its text. */
export interface Outline {
  index: number;
  seed: number;
  /** `2019/2019-04-03-the-order-queue-fell-behind-00042` */
  id: string;
  title: string;
  status: Status;
  severity: number;
  /** Day of the first entry. */
  date: string;
  /** Minutes after midnight of the first entry. */
  minute: number;
  zone: Zone;
  systems: string[];
}

/** Facts of page `index`. They depend on nothing but seed and index. */
export function outlineOf(seed: number, index: number): Outline {
  const random = createRandom(seed, 'outline', index);
  const title = capitalised(sentence(random, 'name'));
  const date = dayOf(random);
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, 6)
    .join('-');
  return {
    index,
    seed,
    id: `${date.slice(0, 4)}/${date}-${words}-${String(index).padStart(5, '0')}`,
    title,
    status: statusOf(index),
    severity: random.one([1, 1, 2, 2, 2, 3]),
    date,
    minute: random.whole(0, 1439),
    zone: allZones[index % allZones.length] as Zone,
    systems: systemsBefore(random, index, random.whole(1, 3)),
  };
}

/** Different systems that exist by the time of page `index`. */
export function systemsBefore(random: Random, index: number, count: number): string[] {
  const all = systemCount(index);
  return [...new Set(Array.from({ length: count }, () => systemId(random.whole(0, all - 1))))];
}

export function handleBefore(random: Random, index: number): string {
  return handle(random.whole(0, handleCount(index) - 1));
}

function statusOf(index: number): Status {
  const place = index % 12;
  return place === 5 ? 'open' : place === 3 || place === 9 ? 'resolved' : 'reviewed';
}

/** No day near a change of the clocks, so that every time exists and exists once. */
function dayOf(random: Random): string {
  const month = random.one(['01', '02', '05', '06', '07', '08', '09', '12']);
  return addDays(`${random.whole(2016, 2025)}-${month}-01`, random.whole(0, 24));
}
