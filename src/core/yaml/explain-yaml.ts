import type { YAMLParseError } from 'yaml';

/** An error of the parser in words, with the line as it could be read on. */
export interface YamlFailure {
  /** Counted in the YAML, from 1. */
  line: number;
  column: number;
  message: string;
  hint: string;
  /** The line without what was wrong with it. */
  mended: string;
}

/** Says what is wrong on a line and how to write it. */
export function explainYaml(
  text: string,
  { code, pos: [offset], message: said }: YAMLParseError,
): YamlFailure {
  const lines = text.split('\n');
  const at = startOf(text, lines, code, Math.min(offset, text.length));
  const line = lines[at.line - 1] ?? '';
  const entry = /^(\s*(?:- +)*)([^\s:#"'{}[\],&*!|>%@`-][^:]*?)\s*:(?:\s+(.*)|$)/.exec(line);
  const [, lead = '', key = '', value = ''] = entry ?? [];
  const bare = value.trim();
  const quoted = `${lead}${key}: ${JSON.stringify(bare)}`;
  const failure = (message: string, hint: string, mended: string): YamlFailure => ({
    ...at,
    message,
    hint,
    mended,
  });
  const gone = `#${line.slice(1)}`;
  const valueFailure = (message: string, hint: string): YamlFailure => ({
    ...at,
    column: line.length - value.length + 1,
    message,
    hint,
    mended: quoted,
  });

  if (code === 'DUPLICATE_KEY')
    return failure(`The key ${key || line.trim()} stands here a second time.`, 'Keep one of the two.', gone);
  if (code === 'MULTIPLE_DOCS')
    return failure('A line --- begins a second document, and this file is one.', 'Delete the line.', gone);
  if (code === 'TAB_AS_INDENT' || /^ *\t/.test(line))
    return failure(
      'This line begins with a tab, which YAML does not allow.',
      `Use blanks: ${line.replaceAll('\t', '  ').trimEnd()}`,
      line.replaceAll('\t', '  '),
    );
  const glued = /^(\s*(?:- +)*)([A-Za-z]\w*):(\S.*)$/.exec(line);
  if (glued !== null && entry === null)
    return failure(
      'A blank is missing after the colon.',
      `Write ${glued[1]?.trimStart()}${glued[2]}: ${glued[3]}`,
      `${glued[1]}${glued[2]}: ${JSON.stringify(glued[3])}`,
    );
  if (entry === null) {
    const word = /^(\s*(?:- +)*)([A-Za-z]\w*)\s+(\S.*)$/.exec(line);
    if (word !== null)
      return failure(
        'A colon is missing after the key.',
        `Write ${word[1]?.trimStart()}${word[2]}: ${word[3]}`,
        `${word[1]}${word[2]}: ${JSON.stringify(word[3])}`,
      );
    return failure(
      `This line can't be read: ${plain(said)}.`,
      'Write one key a line, as in title: What happened',
      gone,
    );
  }
  const cut = bare.replace(/\s#.*$/, '');
  if (/^[[{]/.test(cut) && !closed(cut))
    return valueFailure(
      `The ${cut[0] === '[' ? 'list' : 'map'} that begins here is not ended on its line.`,
      cut[0] === '[' ? `Write ${key}: ${cut}]` : `Write ${key}: ${cut}}`,
    );
  if (/^["']/.test(cut)) {
    const quote = cut[0] as string;
    const ended = cut.length > 1 && cut.endsWith(quote);
    const inner = cut.slice(1, ended ? -1 : undefined);
    if (!ended && inner.includes(quote))
      return valueFailure(
        `The value of ${key} goes on after its closing quote.`,
        `Put quotes of the other kind around it all: ${key}: ${quote === '"' ? `'${cut.replaceAll("'", "''")}'` : `"${cut.replaceAll('"', '\\"')}"`}`,
      );
    return valueFailure(
      ended
        ? `The value of ${key} has a quote or a \\ in it that YAML reads as its own.`
        : `The value of ${key} begins with a quote that does not end it.`,
      quote === '"' && !inner.includes('"') && inner.includes('\\')
        ? `Write ${key}: '${inner.replaceAll("'", "''")}'`
        : `Write ${key}: ${JSON.stringify(inner.replaceAll('\\"', '"'))}`,
    );
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:(?:\s|$)/.test(bare))
    return valueFailure(
      `The value of ${key} has a colon in it, which YAML takes for another key.`,
      `Put it in quotes: ${key}: ${JSON.stringify(bare)}`,
    );
  if (/^[@`%&*!|>[{-]/.test(bare))
    return valueFailure(
      `The value of ${key} begins with ${bare[0]}, which YAML keeps for itself.`,
      bare.startsWith('@') && /^@[\w.-]+$/.test(bare)
        ? `Write ${key}: ${bare.slice(1)}`
        : bare.startsWith('- ')
          ? `Write a list in brackets: ${key}: [${bare.slice(2)}]`
          : `Put it in quotes: ${key}: ${JSON.stringify(bare)}`,
    );
  const next = lines[at.line] ?? '';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /^\s+[A-Za-z][\w-]*:(?:\s|$)/.test(next))
    return {
      line: at.line + 1,
      column: 1,
      message: `This line is further in than the key above it, which has a value of its own.`,
      hint: `Begin it in the same column: ${lead}${next.trim()}`,
      mended: lead.replaceAll('-', ' ') + next.trim(),
    };
  if (
    code === 'BAD_INDENT' ||
    code === 'BLOCK_AS_IMPLICIT_KEY' ||
    code === 'MULTILINE_IMPLICIT_KEY' ||
    code === 'BLOCK_IN_FLOW'
  )
    return failure(
      'This line is not in step with the lines around it.',
      'Keys of one thing begin in the same column; lists and maps go two blanks further in.',
      gone,
    );
  return valueFailure(
    `The value of ${key} can't be read: ${plain(said)}.`,
    `Put it in quotes: ${key}: ${JSON.stringify(bare)}`,
  );
}

/** The line and column of what caused an error; the parser may notice only later. */
function startOf(
  text: string,
  lines: readonly string[],
  code: string,
  offset: number,
): { line: number; column: number } {
  let line = text.slice(0, offset).split('\n').length;
  let column = offset - (text.lastIndexOf('\n', offset - 1) + 1) + 1;
  if (
    code === 'MISSING_CHAR' ||
    code === 'BAD_INDENT' ||
    code === 'UNEXPECTED_TOKEN' ||
    code === 'MULTILINE_IMPLICIT_KEY'
  ) {
    // An open quote or bracket on an earlier line is the cause.
    for (let candidate = line; candidate >= 1; candidate -= 1) {
      const value = /^\s*(?:- +)*[A-Za-z][\w-]*:\s+(["'[{].*)$/.exec(lines[candidate - 1] ?? '')?.[1];
      if (value !== undefined && !closed(value.replace(/\s+#.*$/, ''))) {
        line = candidate;
        column = (lines[candidate - 1] as string).length - value.length + 1;
        return { line, column };
      }
      if (value !== undefined || line - candidate > 20) break;
    }
  }
  while (line > 1 && (lines[line - 1] ?? '').trim() === '') {
    line -= 1;
    column = 1;
  }
  const length = (lines[line - 1] ?? '').length;
  return { line, column: Math.min(column, length + 1) };
}

function closed(value: string): boolean {
  const first = value[0];
  if (first === '"' || first === "'") return value.length > 1 && value.indexOf(first, 1) !== -1;
  return value.includes(first === '[' ? ']' : '}');
}

function plain(said: string): string {
  return `${said[0]?.toLowerCase()}${said.slice(1)}`.replace(/[.\s]+$/, '');
}
