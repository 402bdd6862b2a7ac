import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Paint } from '../core/report/paint.ts';
import { printable } from '../core/report/printable.ts';

/** What changes between two texts of a file, as a patch that could be applied. */
export function diffText(file: string, before: string, after: string, paint: Paint): string {
  const name = printable(file);
  const patch = createTwoFilesPatch(name, name, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return patch
    .replace(/\n$/, '')
    .split('\n')
    .map((line, at) => painted(line, at < 2, paint))
    .join('\n');
}

/** A carriage return at the end belongs to the line, and a patch without it would not apply. */
function painted(line: string, isHeader: boolean, paint: Paint): string {
  const end = line.endsWith('\r') ? '\r' : '';
  const text = printable(line.slice(0, line.length - end.length));
  if (isHeader) return paint.bold(text) + end;
  if (text.startsWith('@@')) return paint.cyan(text) + end;
  return (text.startsWith('+') ? paint.green(text) : text.startsWith('-') ? paint.red(text) : text) + end;
}
