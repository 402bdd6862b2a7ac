import Papa from 'papaparse';
import { type ActionDates, dateIn } from './jira-date.ts';

/** An action as a row of Jira's CSV has it. Null is what the row does not say. */
export interface JiraAction {
  /** Of the file, from 2: the first row below the heading. */
  row: number;
  summary: string;
  key: string | null;
  /** In Jira's words. */
  status: string | null;
  resolution: string | null;
  assignee: string | null;
  /** `YYYY-MM-DD` */
  due: string | null;
  resolved: string | null;
  /** Every other cell with words in it, by its column; dates that can't be read as one stand here. */
  more: { name: string; text: string }[];
}

export interface JiraRead {
  actions: JiraAction[];
  /** Whole sentences about what could not be read. */
  notes: string[];
}

/** Columns that are a program's, or that say when rows were looked at. docs/import.md names them. */
const machineColumns =
  /^(?:issue id|parent id|project (?:key|id|type|lead.*|url)|.* id|id|created|updated|last viewed|votes|watchers|work ratio|status category(?: changed)?|rank|log work|time spent|(?:original|remaining) estimate|σ .*)$/;

/** Whether a text is the CSV that Jira exports: a heading with "Summary" and "Issue key". */
export function isJiraCsv(text: string): boolean {
  const [heading = ''] = text.split('\n', 1);
  const names = Papa.parse<string[]>(heading).data[0]?.map((name) => name.trim().toLowerCase()) ?? [];
  return names.includes('summary') && (names.includes('issue key') || names.includes('key'));
}

/** The rows of Jira's CSV. Columns may stand several times, such as Labels and Comment. */
export function readJiraCsv(text: string, dates: ActionDates): JiraRead {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [heading = [], ...rows] = data;
  const names = heading.map((name) => name.trim());
  const notes = errors.map(({ message, row }) => `Row ${(row ?? 0) + 1}: ${message}.`);
  const actions = rows.map((cells, index): JiraAction => {
    const row = index + 2;
    const cell = (wanted: string): string | null => {
      const at = names.findIndex((name, column) => name.toLowerCase() === wanted && cells[column]?.trim());
      return at === -1 ? null : (cells[at]?.trim() ?? null);
    };
    const more: JiraAction['more'] = [];
    const date = (column: string): string | null => {
      const written = cell(column);
      if (written === null) return null;
      const read = dateIn(written, dates);
      if (read === null) {
        const name = names.find((candidate) => candidate.toLowerCase() === column) ?? column;
        more.push({ name, text: written });
        notes.push(
          `Row ${row}: ${name} is "${written}", and which day that is can't be told; it stands below the action. If numbers may be read two ways, say --date-order dmy or mdy.`,
        );
      }
      return read;
    };
    const action = {
      row,
      summary: cell('summary') ?? cell('issue key') ?? 'An action without words',
      key: cell('issue key') ?? cell('key'),
      status: cell('status'),
      resolution: cell('resolution'),
      assignee: cell('assignee'),
      due: date('due date') ?? date('due'),
      resolved: date('resolved'),
    };
    const known = [
      'summary',
      'issue key',
      'key',
      'status',
      'resolution',
      'assignee',
      'due date',
      'due',
      'resolved',
    ];
    cells.forEach((value, column) => {
      const name = names[column] ?? `Column ${column + 1}`;
      const lower = name.toLowerCase();
      if (value.trim() === '' || known.includes(lower) || machineColumns.test(lower)) return;
      more.push({ name: name.replace(/^Custom field \((.*)\)$/i, '$1'), text: value.trim() });
    });
    return { ...action, more: together(more) };
  });
  return { actions, notes };
}

/** `Labels: postmortem, fax`: a column that stands several times says one thing in short values. */
function together(more: readonly { name: string; text: string }[]): JiraAction['more'] {
  const joined: JiraAction['more'] = [];
  for (const { name, text } of more) {
    const same = joined.find((item) => item.name === name);
    const isShort = text.length < 60 && !/[\n;]/.test(text);
    if (same !== undefined && isShort && !/[\n;]/.test(same.text)) same.text += `, ${text}`;
    else joined.push({ name, text });
  }
  return joined;
}
