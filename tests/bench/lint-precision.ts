import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Person } from '../../src/core/catalog/catalog.ts';
import { defaultSettings } from '../../src/core/catalog/settings.ts';
import { readDocument } from '../../src/core/document/read-document.ts';
import { readPostmortem } from '../../src/core/postmortem/read-postmortem.ts';
import { type ForeignReading, readForeignReport } from './foreign-report.ts';
import { findingsIn, type LintFinding } from './lint-findings.ts';
import { precisionTable, readLabels } from './lint-labels.ts';

/**
 * Runs the rules that judge what is said over folders of Markdown reports (`.md`) and of postmortems (`.mdx`), and lists
 * every finding with its sentence for somebody to label, or with its label where `lint-labels.json` has one.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    unlabelled: { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
  },
});

/** How reports are read for rules that judge what the usual reading has put right, or what other people have no section for. */
const readingOf: Readonly<Record<string, ForeignReading>> = {
  'action-bullet': 'pasted',
  'task-elsewhere': 'pasted',
  'idea-owner': 'ideas',
  'risk-promise': 'risks',
  'risk-box': 'risk-boxes',
};
const readings: readonly ForeignReading[] = ['ours', ...new Set(Object.values(readingOf))];

const labels = await readLabels();
if (values.table) {
  console.log(precisionTable(labels));
} else {
  if (positionals.length === 0)
    throw new Error('Name a folder of reports: node tests/bench/lint-precision.ts FOLDER…');
  const findings = (await Promise.all(positionals.map(findingsUnder))).flat();
  const labelOf = ({ rule, digest }: LintFinding): string => {
    const label = labels.find((one) => one.rule === rule && one.digest === digest);
    return label === undefined ? '?' : label.right ? 'right' : 'false';
  };
  const shown = values.unlabelled ? findings.filter((finding) => labelOf(finding) === '?') : findings;
  if (values.json) console.log(JSON.stringify(shown, null, 2));
  else
    for (const finding of shown) {
      const { rule, digest, file, line, sentence, message } = finding;
      console.log(`${rule} ${labelOf(finding)} ${digest} ${file}:${line}\n  ${sentence}\n  → ${message}`);
    }
  console.log(counts(findings, labelOf));
}

async function findingsUnder(folder: string): Promise<LintFinding[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.mdx?$/.test(name)).sort();
  const findings: LintFinding[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const text = await readFile(path, 'utf8');
    const isAsked = (rule: string): boolean => values.rule?.includes(rule) ?? true;
    if (name.endsWith('.mdx')) {
      const { postmortem } = readPostmortem({
        id: name.replace(/\.mdx$/, ''),
        file: relative('.', path),
        document: readDocument(text),
        settings: defaultSettings,
        systemIds: null,
        handles: null,
      });
      if (postmortem !== null) findings.push(...findingsIn(postmortem).filter(({ rule }) => isAsked(rule)));
    } else
      for (const how of readings)
        findings.push(
          ...findingsIn(
            readForeignReport(name, text, how),
            how === 'ideas' ? mentionedIn(text) : null,
          ).filter(({ rule }) => isAsked(rule) && (readingOf[rule] ?? 'ours') === how),
        );
  }
  return findings;
}

/** A report has no people.yaml, but some of those who were there by their handles. */
function mentionedIn(report: string): Person[] {
  const handles = [...report.matchAll(/(?<![\w./])@([a-z][\w-]+)/gi)].map(([, handle = '']) => handle);
  return [...new Set(handles)].map((handle) => ({ handle, name: handle, team: null }));
}

function counts(findings: readonly LintFinding[], labelOf: (finding: LintFinding) => string): string {
  const rows = Map.groupBy(findings, ({ rule, weight }) => `${rule} (${weight})`);
  return [...rows]
    .map(([rule, found]) => {
      const told = Map.groupBy(found, labelOf);
      return `${rule}: ${found.length} found, ${[...told].map(([label, of]) => `${of.length} ${label}`).join(', ')}`;
    })
    .join('\n');
}
