import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editorSchemas } from '../../../src/core/export/editor-schemas.ts';
import { root } from '../../support/build-site.ts';

const schemas = editorSchemas();
const schemaOf = (name: string): object => schemas[name] ?? {};
const ajv = new Ajv({ strict: false, formats: { date: true } });
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the schemas for editors', () => {
  test.each(Object.keys(schemas))(
    'schemas/%s is what the product reads (vitest -u writes it anew)',
    async (name) => {
      await expect(`${JSON.stringify(schemaOf(name), null, 2)}\n`).toMatchFileSnapshot(
        join(root, 'schemas', name),
      );
    },
  );

  test.each(['settings', 'systems', 'people'])('take the sample’s %s.yaml', (name) => {
    const isValid = ajv.compile(schemaOf(`${name}.schema.json`));
    expect([isValid(parse(read(`content/${name}.yaml`))), isValid.errors]).toEqual([true, null]);
  });

  test('take the front matter of the whole sample', () => {
    const isValid = ajv.compile(schemaOf('postmortem.schema.json'));
    const files = globSync('content/postmortems/**/*.mdx', { cwd: root });
    expect(files.length).toBeGreaterThan(20);
    for (const file of files)
      expect([file, isValid(parse(read(file).split('---')[1] ?? '')), isValid.errors]).toEqual([
        file,
        true,
        null,
      ]);
  });

  test.each([
    ['postmortem', 'title: A\nstatus: opn\nseverity: 1'],
    ['postmortem', 'title: A\nstatus: open'],
    ['postmortem', 'title: A\nstatus: open\nseverity: 1\nsystem: [a]'],
    ['settings', 'organization: A'],
    ['settings', 'rules: { section-nam: off }'],
    ['systems', '- id: a'],
    ['people', '- handle: a\n  name: A\n  mail: a@example.com'],
  ])('refuse in %s: %j', (name, yaml) => {
    expect(ajv.compile(schemaOf(`${name}.schema.json`))(parse(yaml))).toBe(false);
  });

  test('say something of every key', () => {
    const silent = (name: string, schema: unknown): string[] =>
      Object.entries((schema as { properties?: Record<string, { description?: string }> }).properties ?? {})
        .filter(([, { description }]) => !description)
        .map(([key]) => `${name}: ${key}`);
    const items = (name: string) => (schemaOf(name) as { items?: unknown }).items;
    expect([
      ...silent('postmortem', schemaOf('postmortem.schema.json')),
      ...silent('settings', schemaOf('settings.schema.json')),
      ...silent('systems', items('systems.schema.json')),
      ...silent('people', items('people.schema.json')),
      ...silent('on-duty', schemaOf('on-duty.schema.json')),
    ]).toEqual([]);
  });
});
