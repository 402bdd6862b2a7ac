import type { ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { Blocks } from './imported.ts';

/** Who and what the ids in a message are. */
export interface SlackNames {
  /** Null where the export does not know the id. */
  user(id: string): string | null;
  channel(id: string): string | null;
}

/** Slack's own markup as blocks of Markdown; https://docs.slack.dev/messaging/formatting-message-text */
export function slackBlocks(text: string, names: SlackNames): Blocks {
  const blocks: Blocks = [];
  text.split(/```/).forEach((part, index, parts) => {
    // A fence that never ends is text.
    const isCode = index % 2 === 1 && index < parts.length - 1;
    if (isCode) blocks.push({ type: 'code', value: unescaped(codeText(part)).replace(/^\n+|\s+$/g, '') });
    else blocks.push(...linesOf(index % 2 === 1 ? `\`\`\`${part}` : part, names));
  });
  return blocks;
}

/** Addresses in code stand in angle brackets, too. */
function codeText(text: string): string {
  return text.replace(/<(?:https?|mailto):[^<>|]+\|([^<>]+)>|<((?:https?|mailto):[^<>|]+)>/g, '$1$2');
}

function linesOf(text: string, names: SlackNames): Blocks {
  const runs: { kind: 'text' | 'quote' | 'list' | 'blank'; lines: string[] }[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const quote = /^\s*(?:&gt;|>)(?:&gt;&gt;|>>)?\s?(.*)$/.exec(line);
    const item = /^\s*(?:[•◦▪‣]|[-*](?=\s))\s*(.*)$/.exec(line);
    const kind = line.trim() === '' ? 'blank' : quote !== null ? 'quote' : item !== null ? 'list' : 'text';
    const last = runs.at(-1);
    const words = quote?.[1] ?? item?.[1] ?? line;
    if (last?.kind === kind) last.lines.push(words);
    else runs.push({ kind, lines: [words] });
  }
  return runs.flatMap(({ kind, lines }) => (kind === 'blank' ? [] : blockOf(kind, lines, names)));
}

function blockOf(kind: 'text' | 'quote' | 'list', lines: readonly string[], names: SlackNames): Blocks {
  if (kind === 'list')
    return [
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: lines.map(
          (line): ListItem => ({ type: 'listItem', spread: false, children: [paragraph([line], names)] }),
        ),
      },
    ];
  const block = paragraph(lines, names);
  return kind === 'quote' ? [{ type: 'blockquote', children: [block] }] : [block];
}

function paragraph(lines: readonly string[], names: SlackNames): Paragraph {
  return {
    type: 'paragraph',
    children: lines.flatMap((line, index) => [
      ...(index === 0 ? [] : [{ type: 'break' as const }]),
      ...slackPhrasing(line.trim(), names),
    ]),
  };
}

const piece =
  /`([^`]+)`|<([^<>]+)>|(?<=^|[\s([{"'.,;:!?*_~-])([*_~])(?=\S)(.{1,2000}?)(?<=\S)\3(?=$|[\s)\]}"'.,;:!?*_~-])/;
const emphasis = { '*': 'strong', _: 'emphasis', '~': 'delete' } as const;

/** One line of Slack's markup. */
export function slackPhrasing(text: string, names: SlackNames, depth = 0): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  let rest = text;
  while (rest !== '') {
    const match = depth > emphases ? null : piece.exec(rest);
    const before = match === null ? rest : rest.slice(0, match.index);
    if (before !== '') found.push({ type: 'text', value: unescaped(before) });
    if (match === null) break;
    const [all, code, reference, sign, inner] = match;
    if (code !== undefined) found.push({ type: 'inlineCode', value: unescaped(codeText(code)) });
    else if (reference !== undefined) found.push(referenced(reference, names));
    else if (inner !== undefined && (sign === '*' || sign === '_' || sign === '~'))
      found.push({ type: emphasis[sign], children: slackPhrasing(inner, names, depth + 1) });
    rest = rest.slice(match.index + all.length);
  }
  return found;
}

/** Bold, italic and struck out, one in another. */
const emphases = 3;

/** What stands between angle brackets: a person, a channel, an address, or a word to everybody. */
function referenced(reference: string, names: SlackNames): PhrasingContent {
  const bar = reference.indexOf('|');
  const target = bar === -1 ? reference : reference.slice(0, bar);
  const label = bar === -1 ? '' : unescaped(reference.slice(bar + 1)).trim();
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  switch (target[0]) {
    case '@':
      return text(names.user(target.slice(1)) ?? (label === '' ? target : label));
    case '#':
      return text(`#${names.channel(target.slice(1)) ?? (label === '' ? target.slice(1) : label)}`);
    case '!':
      return text(label === '' ? `@${target.slice(1).split('^')[0]}` : label);
    default: {
      const url = unescaped(target);
      if (/^(?:https?|mailto):\S+$/i.test(url))
        return { type: 'link', url, children: [text(label === '' ? url.replace(/^mailto:/, '') : label)] };
      return text(label === '' ? `<${url}>` : `${label} (${url})`);
    }
  }
}

/** Slack writes three characters as entities, and no others. */
export function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_all, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');
}
