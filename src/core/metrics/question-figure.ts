import type { Postmortem } from '../postmortem/postmortem.ts';
import { questions } from '../vocabulary.ts';
import type { Cases } from './cases.ts';
import type { Source } from './chart.ts';
import { figureOf, needed, sum } from './figure.ts';
import type { FigureOf } from './figures.ts';

/** How ideas and improvements spread over the five questions. Retold incidents of others count: what we learnt is ours. */
export function questionsFigure({ sources }: Cases): FigureOf<'questions'> {
  const postmortems = [...sources.keys()];
  const rows = questions.map((question) => ({
    question,
    improvements: tally(
      postmortems,
      (postmortem) => postmortem.questions[question]?.improvements.length ?? 0,
    ),
    ideas: tally(postmortems, (postmortem) => postmortem.questions[question]?.ideas.length ?? 0),
  }));
  const sourcesIn = (...sets: ReadonlySet<Postmortem>[]): Source[] => {
    const found: Source[] = [];
    for (const [postmortem, source] of sources)
      if (sets.some((set) => set.has(postmortem))) found.push(source);
    return found;
  };
  const valueFrom = ({ count, from }: Tallied) => ({ value: count, sources: sourcesIn(from) });
  const answering = new Set(rows.flatMap(({ improvements, ideas }) => [...improvements.from, ...ideas.from]));
  const sorted = rows
    .map(({ question, improvements }) => ({ question, improvements: improvements.count }))
    .sort((a, b) => b.improvements - a.improvements);
  return figureOf({
    id: 'questions',
    n: answering.size,
    of: postmortems.length,
    needs: needed.share,
    definition: null,
    chart: {
      kind: 'bars',
      unit: 'count',
      categories: [...questions],
      series: (['improvements', 'ideas'] as const).map((key) => ({
        key,
        values: rows.map((row) => valueFrom(row[key])),
      })),
    },
    reading: () => {
      const [most, least] = [
        sorted[0],
        sorted.find(({ improvements }) => improvements === sorted.at(-1)?.improvements),
      ];
      if (most === undefined || least === undefined) return null;
      return {
        improvements: sum(rows.map(({ improvements }) => improvements.count)),
        most,
        least,
      };
    },
    table: {
      columns: [
        { key: 'question', kind: 'text' },
        { key: 'improvements', kind: 'count' },
        { key: 'ideas', kind: 'count' },
      ],
      rowsAre: 'several',
      rows: rows.map(({ question, improvements, ideas }) => ({
        cells: [question, improvements.count, ideas.count],
        sources: sourcesIn(improvements.from, ideas.from),
      })),
    },
  });
}

interface Tallied {
  count: number;
  from: Set<Postmortem>;
}

function tally(postmortems: readonly Postmortem[], countOf: (postmortem: Postmortem) => number): Tallied {
  const tallied: Tallied = { count: 0, from: new Set() };
  for (const postmortem of postmortems) {
    const count = countOf(postmortem);
    if (count === 0) continue;
    tallied.count += count;
    tallied.from.add(postmortem);
  }
  return tallied;
}
