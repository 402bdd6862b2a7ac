import { closest } from '../catalog/closest.ts';
import { type Problem, problem } from '../diagnostic.ts';
import { fixAt, type OffsetEdit, withFix } from '../fix/fix.ts';
import { wordList } from '../word-list.ts';
import type { SourceText } from './document.ts';
import { commentEnd, isImport, type Unfit } from './markup.ts';
import { braceEnd, scanTag, type WrittenTag } from './scan-tag.ts';
import { insteadOf, tagRule, tagRules, voidElements } from './tags.ts';

/** A place where text looks like code to MDX. */
export interface Offence {
  offset: number;
  /** Why a tag that looks fine can't stand here. */
  why: Unfit | null;
}

interface Explanation {
  rule: string;
  message: string;
  hint: string;
  /** What to write instead of a stretch of the text, where there is one answer. */
  instead?: OffsetEdit;
}

/** How many are listed one by one. */
const listed = 500;

/** Says of each offence what MDX takes it for, and how to write what was meant. */
export function explainMarkup(source: SourceText, offences: readonly Offence[]): Problem[] {
  const { text } = source;
  const problems: Problem[] = [];
  // An end tag whose beginning is reported needs no report of its own.
  const begun = new Map<string, number>();
  let past = -1;
  for (const [index, { offset, why }] of offences.entries()) {
    if (offset < past) continue;
    if (problems.length === listed) {
      problems.push(
        problem(
          'mdx-syntax',
          source.placeAt(offset),
          `${offences.length - index} more places from here on look like code to MDX; they are not listed.`,
          'If this is a log or a program, put it between two lines of ```.',
        ),
      );
      break;
    }
    const character = text[offset];
    let explanation: Explanation | null;
    if (character === '{') {
      explanation = explainBrace(text, offset);
      past = braceEnd(text, offset) ?? offset + 1;
      // `{{x}}` and what stands in braces is one matter.
      if (why === 'unchecked') explanation = null;
    } else if (character === '<') {
      const tag = scanTag(text, offset);
      const name = tag?.name ?? /^<\/?([A-Za-z][\w.:-]*)/.exec(text.slice(offset, offset + 60))?.[1] ?? null;
      const open = name === null ? 0 : (begun.get(name) ?? 0);
      if (name !== null && text[offset + 1] === '/') {
        if (open > 0) {
          begun.set(name, open - 1);
          continue;
        }
      } else if (name !== null && tag?.kind !== 'alone') begun.set(name, open + 1);
      explanation = why === 'unchecked' || why === 'code' ? null : explainAngle(text, offset, tag, why);
    } else explanation = explainImport(text, offset);
    if (explanation === null) continue;
    const { rule, message, hint, instead } = explanation;
    problems.push(
      withFix(
        problem(rule, source.placeAt(offset), message, hint),
        instead === undefined ? null : fixAt(source, `Write ${instead.text}`, instead),
      ),
    );
  }
  return problems;
}

function explainBrace(text: string, offset: number): Explanation {
  const rest = text.slice(offset, offset + 4_000);
  if (/^\{\s*\/\*/.test(rest)) {
    if (commentEnd(text, offset) !== null)
      return {
        rule: 'mdx-syntax',
        message:
          "This comment stands in the middle of a paragraph and has a blank line in it, which MDX can't read.",
        hint: 'Put the comment on lines of its own, with a blank line before it.',
      };
    if (!rest.includes('*/'))
      return {
        rule: 'mdx-syntax',
        message: 'This comment has no end.',
        hint: 'End it with */} as in {/* a comment */}.',
      };
  }
  const end = braceEnd(text, offset);
  if (end === null)
    return {
      rule: 'mdx-syntax',
      message: 'A bare { begins code in MDX, and no } ends it here.',
      hint: 'Write \\{ for a plain brace, or put the words between backticks.',
      instead: { start: offset, end: offset + 1, text: '\\{' },
    };
  const written = text.slice(offset, end);
  if (written.length > 60 || written.includes('\n'))
    return {
      rule: 'code-expression',
      message: 'What stands between { and } here is code to MDX. A postmortem is data, never code.',
      hint: 'Put these lines between two lines of ``` to show them, or write \\{ and \\} for plain braces.',
    };
  const plain = written.replaceAll('{', '\\{').replaceAll('}', '\\}');
  return {
    rule: 'code-expression',
    message: `${written} is code to MDX. A postmortem is data, never code.`,
    hint: `Write ${plain} for plain braces, or \`${written.replaceAll('`', "'")}\` between backticks.`,
    // A backslash or a quote may make a brace something else than it seems.
    ...(/[\\`]/.test(written) ? {} : { instead: { start: offset, end, text: plain } }),
  };
}

function explainImport(text: string, offset: number): Explanation {
  const word = text.startsWith('import', offset) ? 'import' : 'export';
  if (isImport(text, offset))
    return {
      rule: 'code-import',
      message: `This line is an ${word}, and a postmortem is data, never code.`,
      hint: 'Delete the line. Callout, Details and Figure are there without it; to show code, put it between two lines of ```.',
    };
  return {
    rule: 'code-import',
    message: `A paragraph that begins with the word "${word}" is code to MDX.`,
    hint: `Begin it with another word, or with a capital: ${word === 'import' ? 'Import' : 'Export'}.`,
  };
}

function explainAngle(text: string, offset: number, tag: WrittenTag | null, why: Unfit | null): Explanation {
  const rest = text.slice(offset, offset + 300);
  if (rest.startsWith('<!--')) {
    const words = /^<!--(.*?)-->/s.exec(text.slice(offset, offset + 2_000))?.[1];
    return {
      rule: 'mdx-syntax',
      message: "<!-- … --> is how HTML writes a comment; MDX can't read it.",
      hint: 'Write {/* the same words */} instead.',
      ...(words === undefined || words.includes('*/')
        ? {}
        : { instead: { start: offset, end: offset + words.length + 7, text: `{/*${words}*/}` } }),
    };
  }
  const address = /^<((?:[a-z][a-z0-9+.-]*:)[^\s<>]+)>/i.exec(rest)?.[1];
  if (address !== undefined && tagRule(tag?.name ?? '') === null)
    return {
      rule: 'mdx-syntax',
      message: 'An address in angle brackets is a broken tag to MDX, not a link.',
      hint: `Write [text](${address}), or the address without the brackets.`,
    };
  const mail = /^<([^\s<>@/]+@[^\s<>@/]+)>/.exec(rest)?.[1];
  if (mail !== undefined)
    return {
      rule: 'mdx-syntax',
      message: 'A mail address in angle brackets is a broken tag to MDX, not a link.',
      hint: `Write [text](mailto:${mail}), or the address without the brackets.`,
    };
  if (tag === null) return { ...explainBare(rest), ...bareInstead(rest, offset) };
  if (why === 'unclosed') return explainUnclosed(tag);
  if (why === 'stray' || tag.kind === 'close') return explainStray(tag);
  return explainUnknown(text, tag);
}

/** A `<` that begins no tag: `<5 ms`, `<- here`, `<b and c`. */
function explainBare(rest: string): Explanation {
  const name = /^<\/?([A-Za-z][\w.-]*)/.exec(rest)?.[1];
  const rule = name === undefined ? null : tagRule(name);
  if (name !== undefined && rule !== null)
    return {
      rule: 'mdx-syntax',
      message: `The tag <${name} is begun here, but MDX can't read it to its end.`,
      hint: `Values stand in quotes, and > ends the tag, as in ${rule.example}`,
    };
  const found =
    /^<(?:[=-]+ ?)?[$€£]?[\w.,]*[\w%]*(?: [\p{L}%]+)?/u
      .exec(rest)?.[0]
      .replace(/[.,]+$/, '')
      .slice(0, 30) ?? '<';
  const [, equal, amount] = /^<(=)?\s?([$€£]?\d.*)$/.exec(found) ?? [];
  const words = amount === undefined ? '' : ` "${equal === undefined ? 'under' : 'at most'} ${amount}",`;
  return {
    rule: 'mdx-syntax',
    message: `A bare < begins a tag in MDX, and ${found === '<' ? 'what follows' : found} is none.`,
    hint: `Write ${found.replaceAll('<', '&lt;')},${words} or \`${found}\` between backticks.`,
  };
}

/** The sign alone is replaced, so that every word stays as it is. */
function bareInstead(rest: string, offset: number): Pick<Explanation, 'instead'> {
  const name = /^<\/?([A-Za-z][\w.-]*)/.exec(rest)?.[1];
  if (name !== undefined && tagRule(name) !== null) return {};
  return { instead: { start: offset, end: offset + 1, text: '&lt;' } };
}

function explainUnclosed({ name }: WrittenTag): Explanation {
  const rule = tagRule(name, true);
  const end =
    rule?.kind === 'component'
      ? rule.children
        ? `Put </${name}> on a line of its own where it ends, or write \`<${name}>\` between backticks to show the tag itself.`
        : `End it with />, as in ${rule.example}`
      : `End it in the same paragraph, as in ${rule?.example ?? `<${name}>words</${name}>`}`;
  return {
    rule: 'mdx-syntax',
    message: `<${name}> begins here and is not ended where it should be.`,
    hint: end,
  };
}

function explainStray({ name }: WrittenTag): Explanation {
  return {
    rule: 'mdx-syntax',
    message: `</${name}> ends a tag that was not begun.`,
    hint: tagRule(name) === null ? 'Delete it.' : `Delete it, or put <${name}> where it begins.`,
  };
}

const htmlNames = new Set(
  'a address applet area article aside audio b base bdi bdo big blockquote body button canvas caption center cite code col colgroup data datalist dd del dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins label legend li link main map math menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong style summary svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr details'.split(
    ' ',
  ),
);
const components = Object.keys(tagRules).filter((name) => tagRules[name]?.kind === 'component');
const plainHtml = Object.keys(tagRules).filter((name) => tagRules[name]?.kind === 'html');

function explainUnknown(text: string, tag: WrittenTag): Explanation {
  const { name } = tag;
  const shown = `<${name}>`;
  if (name === 'br')
    return {
      rule: 'mdx-syntax',
      message: '<br> has no end, and MDX asks for one.',
      hint: 'Write <br />.',
      ...(text.slice(tag.start, tag.end) === '<br>'
        ? { instead: { start: tag.start, end: tag.end, text: '<br />' } }
        : {}),
    };
  if (name === '')
    return {
      rule: 'code-html',
      message: "<> begins markup to MDX, which a postmortem can't hold.",
      hint: 'If it means "not equal", write ≠ or say it in words; else write `<>` between backticks.',
    };
  const htmlName = name.toLowerCase();
  const capital = /^[A-Z]/.test(name);
  if (!capital || (htmlNames.has(htmlName) && htmlName !== 'figure' && htmlName !== 'details')) {
    if (htmlNames.has(htmlName) || voidElements.has(htmlName))
      return {
        rule: 'code-html',
        message: `${shown} is HTML, which a postmortem can't hold; only ${wordList(plainHtml)} are fine.`,
        hint:
          insteadOf[htmlName] ??
          `Delete it and keep the words, or write \`${shown}\` between backticks to show the tag itself.`,
      };
    const near = closest(name, [...components, ...plainHtml]);
    if (near !== null && name.toLowerCase() === near.toLowerCase())
      return {
        rule: 'code-component',
        message: `${shown} is written <${near}>.`,
        hint: `Write ${tagRules[near]?.example}`,
      };
    const whole = text.slice(tag.start, tag.end);
    const asText = whole.length > 60 || whole.includes('\n') ? shown : whole;
    return {
      rule: 'mdx-syntax',
      message: `${shown} is a tag to MDX, and no postmortem has such a tag.`,
      hint: `If it is a placeholder, write \`${asText}\` between backticks, or ${asText.replace('<', '&lt;')}.`,
    };
  }
  const near = closest(name, components);
  return {
    rule: 'code-component',
    message: `${shown} is no component of a postmortem; there are ${wordList(components)}.`,
    hint:
      near === null
        ? `Delete it and keep the words, or write \`${shown}\` between backticks to show the tag itself.`
        : `Did you mean ${tagRules[near]?.example}?`,
  };
}
