import { expect, test } from 'vitest';
import { sentencesOf } from '../../../src/core/document/sentences.ts';

test.each<[text: string, sentences: string[]]>([
  ['', []],
  ['One line', ['One line']],
  ['It rained. It poured! Why?', ['It rained. ', 'It poured! ', 'Why?']],
  ['Version 1.5 was out.', ['Version 1.5 was out.']],
])('%j is %j', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
