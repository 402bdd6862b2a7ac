import { addDays } from '../../src/core/time/dates.ts';
import { questions, raisedByValues, sections, triageValues } from '../../src/core/vocabulary.ts';
import { defaultZone } from './organisation.ts';
import { handleBefore, type Outline, outlineOf } from './outline.ts';
import { latestMeeting, linkedImprovement, questionText } from './question-text.ts';
import { createRandom, type Random } from './random.ts';
import { capitalised, errorCode, hostName, paragraph, projectName, sentence } from './sentences.ts';
import { timelineText } from './timeline-text.ts';

/** A word that stands on one page in 47 and nowhere else, for the search to find. */
export const rareWord = 'zookeeper';

/** The whole MDX text of page `index`. It depends on nothing but seed and index. */
export function postmortemText(seed: number, index: number): string {
  const outline = outlineOf(seed, index);
  const random = createRandom(seed, 'text', index);
  const body = outline.status === 'open' ? openSections(random, outline) : closedSections(random, outline);
  const parts = body.map(([heading, text]) => `## ${heading}\n\n${text.trim()}\n`);
  return `${frontMatter(random, outline)}\n${parts.join('\n')}`;
}

type Section = readonly [heading: string, text: string];

function frontMatter(random: Random, outline: Outline): string {
  const tags = random.some(
    [
      'vendor',
      'capacity',
      'deploy',
      'config',
      'network',
      'monitoring',
      'security',
      'data',
      'certificate',
      'queue',
      'database',
      'night',
    ],
    random.whole(1, 3),
  );
  const lines = [
    `title: ${outline.index % 9 === 4 ? `"${outline.title}: again"` : outline.title}`,
    `status: ${outline.status}`,
    `severity: ${outline.severity}`,
    `systems: [${outline.systems.join(', ')}]`,
    ...(random.chance(0.8) ? [`raisedBy: ${random.one(raisedByValues)}`] : []),
    ...(random.chance(0.8) ? [`triage: ${random.one(triageValues)}`] : []),
    `tags: [${tags.join(', ')}]`,
    ...(outline.zone === defaultZone ? [] : [`timezone: ${outline.zone}`]),
  ];
  if (outline.status === 'reviewed') {
    lines.push(
      `facilitator: ${handleBefore(random, outline.index)}`,
      `reviewedOn: ${addDays(outline.date, random.whole(3, latestMeeting))}`,
    );
    lines.push(`effort: ${random.one(['31h', '45m', '1.5h', '1h30m', `${random.whole(2, 90)}h`])}`);
  }
  return `---\n${lines.join('\n')}\n---\n`;
}

function closedSections(random: Random, outline: Outline): Section[] {
  const { index } = outline;
  const reviewed = outline.status === 'reviewed';
  const all: (Section | false)[] = [
    index % 3 === 0 && ['Original request', originalRequest(random)],
    index % 6 === 1 && ['Symptoms', bullets(random, 3)],
    index % 6 === 2 && ['Scope', scopeTable(random)],
    ['Summary', summary(random, outline)],
    index % 2 === 0 && [index % 4 === 0 ? 'Impact' : 'Customers affected', paragraph(random, 'story', 2)],
    ['Timeline', timelineText(random, outline)],
    index % 4 === 1 && ['Hypotheses', hypotheses(random)],
    [['Root causes', 'Root cause', 'Contributing factors'][index % 3] ?? '', rootCauses(random, outline)],
    index % 8 === 4 && ['What the graph looked like', figure(random, outline)],
    index % 4 === 3 && [index % 8 === 3 ? 'Fixes for symptoms' : 'Mitigation', paragraph(random, 'story', 2)],
    index % 4 === 0 && [
      index % 8 === 0 ? 'Fixes for root causes' : 'Resolution',
      paragraph(random, 'story', 2),
    ],
    index % 3 === 2 && ['Whys', whys(random)],
    ...(reviewed
      ? questions.map(
          (question): Section => [sections[question].name, questionText(random, outline, question)],
        )
      : []),
    index % 3 === 1 && ['Artifacts', artifacts(random)],
    ...(index % 10 === 8 ? reproduction(random) : []),
  ];
  return all.filter((section) => section !== false);
}

function openSections(random: Random, outline: Outline): Section[] {
  return [
    ['Original request', originalRequest(random)],
    ['Symptoms', `${bullets(random, 3)}\n- In other regions: TBD`],
    ['Scope', 'TBD'],
    ['Timeline', timelineText(random, outline)],
    ['Hypotheses', `${hypotheses(random)}\n- ${sentence(random, 'guess')}\n  - Ask the vendor: TBD`],
    ['Root causes', 'TBD'],
    ['Next actions', nextActions(random, outline)],
    ['Whys', `${whys(random)}\n- Why tonight?\n  - TBD`],
    ['Detect', `- ${sentence(random, 'idea')}`],
    ['Prevent', 'TBD'],
  ];
}

function summary(random: Random, outline: Outline): string {
  const planted = outline.index % 47 === 3 ? ` The ${rareWord} ensemble had no majority.` : '';
  const first = `${paragraph(random, 'story', 4)}${planted}`;
  const second = `${paragraph(random, 'story', 3)} The client saw \`${errorCode(random)}\`.${earlier(random, outline)}`;
  const callout = outline.index % 5 === 1 ? `\n\n${callout_(random)}` : '';
  return `${first}\n\n${second}${callout}`;
}

/** Links to one or two earlier pages, half of them with an anchor. */
function earlier(random: Random, outline: Outline): string {
  if (outline.index === 0) return '';
  const one = outlineOf(outline.seed, outline.index - 1);
  const other = outlineOf(outline.seed, random.whole(0, outline.index - 1));
  const anchor =
    other.status === 'reviewed' ? random.one(['', '#prevent', `#${linkedImprovement}`]) : '#timeline';
  const handbook =
    outline.index % 7 === 0 ? ' We held [the meeting](../../handbook/meeting.mdx) as always.' : '';
  return ` See [the one before](${path(outline, one)}), and [an older one](${path(outline, other)}${anchor}).${handbook}`;
}

function path(from: Outline, to: Outline): string {
  const [year, name] = to.id.split('/') as [string, string];
  return from.id.startsWith(`${year}/`) ? `./${name}.mdx` : `../${year}/${name}.mdx`;
}

function rootCauses(random: Random, outline: Outline): string {
  const list = Array.from({ length: 3 }, () => `1. ${sentence(random, 'reason')}`).join('\n');
  const diagram = outline.index % 8 === 2 ? `\n\n${fence(random, outline.index)}` : '';
  const code = outline.index % 6 === 4 ? `\n\n${codeFence(random)}` : '';
  return `${paragraph(random, 'reason', 4)}\n\n${list}${diagram}${code}`;
}

function fence(random: Random, index: number): string {
  const [first, second, third] = [projectName(random), hostName(random), hostName(random)];
  const flow = `flowchart LR\n  accTitle: The path of a request\n  accDescr: A client calls ${first}, which calls two hosts.\n  client[Client] --> first[${first}]\n  first --> second[${second}]\n  first -. retry .-> third[(${third})]\n  second --> third`;
  const sequence = `sequenceDiagram\n  accTitle: A request that fails\n  accDescr: A client calls ${first} and gets an error.\n  participant C as Client\n  participant S as ${first}\n  C->>S: order ${random.whole(1, 999)}\n  S-->>C: ${errorCode(random)}\n  C->>S: again`;
  return `\`\`\`mermaid\n${index % 24 === 10 ? sequence : flow}\n\`\`\``;
}

function codeFence(random: Random): string {
  const project = projectName(random).toLowerCase();
  return random.chance(0.5)
    ? `\`\`\`yaml\n${project}:\n  replicas: ${random.whole(2, 9)}\n  timeout: ${random.whole(1, 60)}s # longer than the caller's\n\`\`\``
    : `\`\`\`sql\nSELECT id, state FROM ${project}_jobs\nWHERE created < now() - interval '${random.whole(5, 60)} minutes'\nORDER BY created;\n\`\`\``;
}

function originalRequest(random: Random): string {
  return `> **Subject: ${capitalised(sentence(random, 'name'))}?**\n>\n> ${sentence(random, 'story')} ${sentence(random, 'event')}\n>\n> Please call.`;
}

function bullets(random: Random, count: number): string {
  return Array.from({ length: count }, () => `- ${sentence(random, 'event')}`).join('\n');
}

function scopeTable(random: Random): string {
  const rows = Array.from(
    { length: 4 },
    () => `| ${projectName(random)} | \`${hostName(random)}\` | ${random.whole(0, 4000)} |`,
  );
  return `| Service | Host | Orders |\n| --- | :--- | ---: |\n${rows.join('\n')}`;
}

function hypotheses(random: Random): string {
  return (['ruled out', 'inconclusive', 'confirmed'] as const)
    .map((verdict) => `- ${sentence(random, 'guess')}\n  - ${sentence(random, 'test')} **${verdict}**`)
    .join('\n');
}

function whys(random: Random): string {
  return Array.from(
    { length: 2 },
    () => `- ${sentence(random, 'why')}\n  - ${sentence(random, 'reason')}`,
  ).join('\n');
}

function nextActions(random: Random, outline: Outline): string {
  return [true, false, false]
    .map(
      (done) =>
        `- [${done ? 'x' : ' '}] ${sentence(random, 'commitment')} @${handleBefore(random, outline.index)}`,
    )
    .join('\n');
}

function artifacts(random: Random): string {
  const id = random.whole(100, 9999);
  return `- [Ticket OPS-${id}](https://tickets.example.com/browse/OPS-${id})\n- The log of \`${hostName(random)}\`, ~~kept for a week~~ kept for good\n- https://files.example.com/${id}/graph.pdf`;
}

function callout_(random: Random): string {
  const type = random.one(['note', 'tip', 'warning', 'danger']);
  return `<Callout type="${type}">\n\n${sentence(random, 'reason')} Press <kbd>Ctrl</kbd> to see *all* of it.\n\n</Callout>`;
}

function figure(random: Random, outline: Outline): string {
  const picture =
    outline.index % 16 === 4
      ? `<Figure src="../images/queue.svg" alt="A line that rises and falls." caption="${capitalised(projectName(random))}, that day." />`
      : '![A line that rises and falls.](../images/queue.svg)';
  const details = `<Details summary="The numbers">\n\n${scopeTable(random)}\n\n</Details>`;
  return `${picture}\n\n${details}\n\n{/* The original graph is in the artifacts. */}\n\n${sentence(random, 'story')}`;
}

function reproduction(random: Random): Section[] {
  return [
    ['Steps to reproduce', Array.from({ length: 3 }, () => `1. ${sentence(random, 'idea')}`).join('\n')],
    ['What happened', sentence(random, 'story')],
    ['What was expected', sentence(random, 'story')],
  ];
}
