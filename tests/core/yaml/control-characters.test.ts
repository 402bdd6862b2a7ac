import { expect, test } from 'vitest';
import { readYaml } from '../../../src/core/yaml/read-yaml.ts';

const placesOf = (text: string): string[] =>
  readYaml(text).problems.map(({ rule, place }) => `${place.line}:${place.column} ${rule}`);

test('a control character that an escape writes is told where it stands', () => {
  expect(placesOf('title: "\\e[31mRed"\ntags: [a, "b\\0"]\n')).toEqual([
    '1:8 text-control-character',
    '2:11 text-control-character',
  ]);
});

test.each(['title: "a\\tb"', "title: 'C:\\new'", 'title: C:\\new', 'title: "a\\u00fcb"'])(
  '%s holds none',
  (text) => {
    expect(placesOf(text)).toEqual([]);
  },
);
