import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayHoldSecret } from '../../../src/render/secrets/may-hold-secret.ts';

interface Scanner {
  meta: { id: string };
  create(context: object, options: object): { file(source: object): unknown };
}

/** The expressions by which a rule of the preset looks at a text: it is given a text that remembers them. */
function expressionsOf(rule: Scanner): RegExp[] {
  const expressions: RegExp[] = [];
  const content = {
    matchAll(expression: RegExp) {
      expressions.push(expression);
      return [];
    },
  };
  rule.create({ createTranslator: () => () => ({}), report() {} }, {}).file({ content, ext: '.md' });
  return expressions;
}

/** The texts that are found: what may not stand around them is left out, and a name with a password is never missing. */
function textsOf({ source, flags }: RegExp): fc.Arbitrary<string> {
  const expression = source
    .replace('(?<!\\p{L})', '')
    .replace(/\(\?![^)]*\)$/, '')
    .replaceAll('\\b', '')
    .replace('@)?', '@)');
  const texts = fc.stringMatching(new RegExp(expression, flags.replace(/[gi]/g, '')), { size: 'small' });
  return flags.includes('i') ? fc.mixedCase(texts) : texts;
}

// The keys of Google are found in files of their own only.
const scanners = (rules as unknown as Scanner[]).filter(({ meta }) => !/filter-comments|gcp/.test(meta.id));

describe('what the preset finds is never passed over', () => {
  test.each(scanners.map((rule) => [rule.meta.id.replace(/.*secretlint-rule-/, ''), rule] as const))(
    '%s',
    (_, rule) => {
      const expressions = expressionsOf(rule);
      expect(expressions.length).toBeGreaterThan(0);
      for (const expression of expressions)
        fc.assert(
          fc.property(textsOf(expression), (text) => mayHoldSecret(`Before ${text} after`)),
          { numRuns: 60 },
        );
    },
  );
});

test.each([
  'At https://example.com:8443/health the answer was 200.',
  'secret access was asked for at 08:25',
  'ssh://git@forge.example/team/repository.git',
  'postgres://db.internal/orders',
  'The risk_live flag, the disk-anthem and half_time.',
])('a plain text is let go: %s', (text) => {
  expect(mayHoldSecret(text)).toBe(false);
});
