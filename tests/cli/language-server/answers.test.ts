import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  Position,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { faxMdx, peopleYaml, placeIn, settingsYaml, systemsYaml } from '../../core/language/library-of.ts';
import { root } from '../../support/build-site.ts';
import { contentFolder } from '../../support/content-folder.ts';
import { type LanguageClient, languageClient } from '../../support/language-client.ts';

const folder = '.cache/content/language-answers';
const fax = 'postmortems/2018-05-04-fax.mdx';
const path = 'postmortems/2020-01-01-luna.mdx';
const facts = '---\ntitle: Luna 🌙\nstatus: open\nseverity: 1\n---\n\n';
const texts: Record<string, string> = {
  'settings.yaml': settingsYaml,
  'systems.yaml': systemsYaml,
  'people.yaml': peopleYaml,
  [fax]: faxMdx,
};

let client: LanguageClient;
beforeAll(async () => {
  contentFolder('language-answers', texts);
  client = await languageClient(folder);
});
afterAll(async () => {
  expect(await client.end()).toBe(0);
});

/** Types a text with a cursor in it, asks about the cursor's place, and closes the file without saving it. */
async function ask<Answer>(method: string, text: string, more: object = {}): Promise<Answer> {
  await client.open(path, text.replace('▮', ''));
  try {
    return await client.connection.sendRequest(method, {
      textDocument: { uri: client.uri(path) },
      position: positionIn(text),
      ...more,
    });
  } finally {
    await client.close(path);
  }
}

function positionIn(text: string): Position {
  const { line, column } = placeIn(text);
  return { line: line - 1, character: column - 1 };
}

/** The texts of files after an edit, by their path. */
function edited(edit: WorkspaceEdit | undefined, open: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(edit?.changes ?? {}).map(([uri, edits]) => {
      const name = uri.slice(pathToFileURL(join(root, folder)).href.length + 1);
      const text = name === path ? open : (texts[name] ?? '');
      return [name, TextDocument.applyEdits(TextDocument.create(uri, 'mdx', 1, text), edits)];
    }),
  );
}

test('completion replaces what was typed, behind emoji too', async () => {
  const text = `${facts}## Detect\n\n- [ ] 🚒🚒 Watch it @da▮`;
  const items = await ask<CompletionItem[]>('textDocument/completion', text);
  expect(items.map(({ label }) => label)).toEqual(['ana', 'dana']);
  expect(items[1]).toMatchObject({
    detail: 'Dana Whitfield',
    filterText: 'dana Dana Whitfield',
    textEdit: {
      newText: 'dana',
      range: { start: { line: 8, character: 21 }, end: { line: 8, character: 23 } },
    },
  });
});

test('hover shows the prompt of a question', async () => {
  const hover = await ask<Hover>('textDocument/hover', `${facts}## Rea▮ct\n`);
  expect(hover).toEqual({
    contents: {
      kind: 'markdown',
      value:
        '**React**\n\nHow would we respond better?\n\n- An idea, promised by nobody yet: `- …`\n- An improvement, by whom and when: `- [ ] … @owner due:DATE`',
    },
    range: { start: { line: 6, character: 0 }, end: { line: 6, character: 8 } },
  });
});

test('definition leads to the file and the line', async () => {
  const location = await ask<Location>(
    'textDocument/definition',
    `${facts}🚒 [th▮ere](./2018-05-04-fax.mdx#detect)`,
  );
  expect(location).toEqual({
    uri: client.uri(fax),
    range: { start: { line: 25, character: 0 }, end: { line: 25, character: 9 } },
  });
});

test('references are all there are', async () => {
  const found = await ask<Location[]>(
    'textDocument/references',
    facts.replace('severity: 1', 'severity: ▮1'),
    {
      context: { includeDeclaration: true },
    },
  );
  expect(found.map(({ uri }) => uri)).toEqual(['settings.yaml', fax, path].map(client.uri));
});

describe('renaming', () => {
  test('changes closed files and open ones', async () => {
    const text = `${facts.replace('severity', 'systems: [fax-▮gateway]\nseverity')}`;
    const { placeholder } = await ask<{ placeholder: string }>('textDocument/prepareRename', text);
    expect(placeholder).toBe('fax-gateway');
    const edit = await ask<WorkspaceEdit>('textDocument/rename', text, { newName: 'fax' });
    expect(edited(edit, text.replace('▮', ''))).toEqual({
      'systems.yaml': systemsYaml.replace('fax-gateway', 'fax'),
      [fax]: faxMdx.replace('fax-gateway', 'fax'),
      [path]: text.replace('fax-▮gateway', 'fax'),
    });
  });

  test('takes a handle with its @ as well', async () => {
    const text = `${facts}## Next actions\n\n- [ ] Call @da▮na\n`;
    const edit = await ask<WorkspaceEdit>('textDocument/rename', text, { newName: '@dw' });
    expect(edited(edit, text.replace('▮', ''))[path]).toContain('- [ ] Call @dw\n');
  });

  test('says why it refuses', async () => {
    const text = `${facts}## Next actions\n\n- [ ] Call @da▮na\n`;
    await expect(ask('textDocument/rename', text, { newName: 'ana' })).rejects.toThrow(
      'Somebody has the handle "ana" already, and the two would become one.',
    );
  });
});

describe('quick fixes', () => {
  const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  const actions = (text: string, only = 'quickfix') =>
    ask<CodeAction[]>('textDocument/codeAction', `${text}▮`, {
      range: everywhere,
      context: { diagnostics: [], only: [only] },
    });

  test.each([
    [
      'a handle',
      `${facts}## Summary\n\nx\n\n## Detect\n\n- [ ] 🚒 Call @danna\n`,
      'Write dana',
      '@danna',
      '@dana',
    ],
    [
      'a system in the front matter',
      `${facts.replace('severity', 'systems: [fax-gatway]\nseverity')}## Summary\n\nx\n`,
      'Write fax-gateway',
      'fax-gatway',
      'fax-gateway',
    ],
    [
      'a system at risk',
      `${facts}## Summary\n\nx\n\n## Other areas of risk\n\n- Queues system:event-buss\n`,
      'Write event-bus',
      'event-buss',
      'event-bus',
    ],
    [
      'a key',
      `${facts.replace('severity', 'triag: code\nseverity')}## Summary\n\nx\n`,
      'Write triage:',
      'triag:',
      'triage:',
    ],
    ['a value', `${facts.replace('open', 'opn')}## Summary\n\nx\n`, 'Write open', 'opn', 'open'],
    [
      'a link',
      `${facts}## Summary\n\nSee [the fax](./2018-05-04-fx.mdx).\n`,
      'Write ./2018-05-04-fax.mdx',
      './2018-05-04-fx.mdx',
      './2018-05-04-fax.mdx',
    ],
    [
      'an anchor',
      `${facts}## Summary\n\nSee [the fax](./2018-05-04-fax.mdx#detekt).\n`,
      'Write ./2018-05-04-fax.mdx#detect',
      '#detekt',
      '#detect',
    ],
  ])('write what was meant by %s', async (_what, text, title, wrong, right) => {
    const [action] = (await actions(text)).filter((found) => found.title === title);
    expect(action?.kind).toBe('quickfix');
    expect(action?.isPreferred).toBe(true);
    expect(edited(action?.edit, text)).toEqual({ [path]: text.replace(wrong, right) });
  });

  test('mend all that has one right answer at once, as check --fix does', async () => {
    const text = `${facts}## Timeline\n\n- 2020-01-01 8:25 **started** 🚒 It took <5 ms.\n- 9:05 **Resolved** Dry.\n`;
    for (const only of ['source.fixAll', 'source']) {
      const found = await actions(text, only);
      expect(found.map(({ kind }) => kind)).toEqual(['source.fixAll']);
      const mended = edited(found[0]?.edit, text)[path];
      expect(mended).toContain('- 2020-01-01 08:25 **started** 🚒 It took');
      expect(mended).toContain('- 09:05 **');
    }
    expect((await actions(text)).every(({ kind }) => kind === 'quickfix')).toBe(true);
    expect(await actions(`${facts}## Summary\n\nDry.\n`, 'source')).toEqual([]);
  });

  test('offer no key that is there already', async () => {
    const text = `${facts.replace('severity', 'triage: code\ntriag: code\nseverity')}## Summary\n\nx\n`;
    expect(await actions(text)).toEqual([]);
  });

  test('add a system or a person that nobody knows', async () => {
    const text = `${facts.replace('severity', 'systems: [payroll]\nseverity')}## Summary\n\nx\n\n## Next actions\n\n- [ ] Call @zoe\n`;
    const found = await actions(text);
    expect(found.map(({ title }) => title)).toEqual([
      'Add payroll to systems.yaml',
      'Add zoe to people.yaml',
    ]);
    expect(edited(found[0]?.edit, text)).toEqual({
      'systems.yaml': `${systemsYaml}- id: payroll\n  name: Payroll\n`,
    });
    expect(edited(found[1]?.edit, text)).toEqual({
      'people.yaml': `${peopleYaml}- handle: zoe\n  name: Zoe\n`,
    });
  });

  test('add everybody at once whom nobody knows, beside each alone; who may be a slip only alone', async () => {
    const text = `${facts}## Summary\n\nx\n\n## Next actions\n\n- [ ] Call @zoe.lang\n- [ ] Write @ann\n- [ ] Ask @kim\n- [ ] Wait @kim\n`;
    const found = await actions(text);
    expect(new Set(found.map(({ title }) => title))).toEqual(
      new Set([
        'Add zoe.lang to people.yaml',
        'Add zoe.lang and kim to people.yaml',
        'Write ana',
        'Add ann to people.yaml',
        'Add kim to people.yaml',
        'Add kim and zoe.lang to people.yaml',
      ]),
    );
    const all = found.find(({ title }) => title === 'Add zoe.lang and kim to people.yaml');
    expect(edited(all?.edit, text)).toEqual({
      'people.yaml': `${peopleYaml}- handle: zoe.lang\n  name: Zoe Lang\n- handle: kim\n  name: Kim\n`,
    });
  });

  test('add a section where it belongs', async () => {
    const text = `${facts.replace('open', 'resolved')}## Summary\n\nx\n\n## Whys\n\n- Why?\n`;
    const [action] = (await actions(text)).filter(({ title }) => title === 'Add the section Timeline');
    expect(edited(action?.edit, text)).toEqual({
      [path]: text.replace('## Whys', '## Timeline\n\n\n## Whys'),
    });
    const empty = await actions(facts);
    expect(empty.map(({ title }) => title)).toEqual([
      'Add the section Original request',
      'Add the section Symptoms',
      'Add the section Summary',
    ]);
    expect(edited(empty[1]?.edit, facts)).toEqual({ [path]: `${facts}\n## Symptoms\n\n` });
  });
});

test('the outline has sections, and in them entries, ideas and improvements', async () => {
  const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', `${faxMdx}▮`);
  const told = symbols.map(({ name, children = [] }) => [
    name,
    ...children.map((child) => `${child.name} (${child.detail})`),
  ]);
  expect(told).toEqual([
    ['Summary'],
    [
      'Timeline',
      '02:10 The account is suspended. (started, change)',
      '08:25 🚒 A supplier writes to @ana. (detected, report)',
      '13:05 All sent. (resolved)',
    ],
    ['Root causes'],
    [
      'Detect',
      'A list of failures ()',
      'Page on-duty (@ana · due 2018-06-01 · new)',
      'Count failures (@dana · due 2018-05-20 · closed)',
    ],
    ['React'],
    ['Other areas of risk', 'Invoices wait in a queue too (event-bus)'],
  ]);
  for (const { range, selectionRange } of symbols.flatMap((symbol) => [symbol, ...(symbol.children ?? [])])) {
    expect(selectionRange.start.line).toBeGreaterThanOrEqual(range.start.line);
    expect(selectionRange.end.line).toBeLessThanOrEqual(range.end.line);
  }
});

test('behind the headings stands how the times and the questions read', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  const hints = await ask<InlayHint[]>('textDocument/inlayHint', `${faxMdx}▮`, { range });
  const headed = hints.map(({ position, label }) => `${faxMdx.split('\n')[position.line]} ← ${label}`);
  expect(headed).toEqual([
    '## Timeline ← 6 h 15 min to detect, 10 h 55 min to resolve',
    '## Detect ← 2 improvements and 1 idea',
    '## React ← no improvement',
    '## Other areas of risk ← 1 risk',
  ]);
  expect(hints.map(({ position }) => position.character)).toEqual([11, 9, 8, 22]);
});

test('the outline of a list has what it defines', async () => {
  const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri: client.uri('systems.yaml') },
  });
  expect(symbols.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
    'fax-gateway: Fax gateway',
    'event-bus: Event bus',
  ]);
});

test('nothing is known of other files, and of places that are not there', async () => {
  const elsewhere = pathToFileURL(join(root, 'README.md')).href;
  for (const uri of [elsewhere, 'untitled:Untitled-1', client.uri('.hidden.mdx'), client.uri('nowhere.mdx')])
    for (const method of [
      'hover',
      'definition',
      'completion',
      'documentSymbol',
      'inlayHint',
      'prepareRename',
      'references',
    ])
      expect(
        await client.connection.sendRequest(`textDocument/${method}`, {
          textDocument: { uri },
          position: { line: 99, character: 99 },
          context: { includeDeclaration: true },
          range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        }),
      ).toSatisfy((answer) => answer === null || (Array.isArray(answer) && answer.length === 0));
});
