import { describe, expect, test } from 'vitest';
import { matrixOf, pathBox, transformed } from '../../../../src/render/mermaid/child/path-box.ts';

const whole = (numbers: readonly number[] | undefined) => numbers?.map((n) => Math.round(n * 10) / 10 + 0);

describe('the box of a path', () => {
  test.each([
    ['lines', 'M1 2L5 6', [1, 2, 5, 6]],
    ['relative lines go on from the last point', 'm1,2 4,4 -10,0', [-5, 2, 5, 6]],
    ['horizontal and vertical', 'M0 0h10v5H-2V-3z', [-2, -3, 10, 5]],
    ['a cubic curve stays inside its controls', 'M0 0C0 10 10 10 10 0', [0, 0, 10, 7.5]],
    ['a smooth one mirrors the control before', 'M0 0C0 10 10 10 10 0S20-10 20 0', [0, -7.5, 20, 7.5]],
    ['a quadratic curve', 'M0 0Q5 10 10 0', [0, 0, 10, 5]],
    ['half a circle', 'M0 0A5 5 0 0 1 10 0', [0, -5, 10, 0]],
    ['half a circle the other way', 'M0 0A5 5 0 0 0 10 0', [0, 0, 10, 5]],
    ['an arc too small for its ends grows', 'M0 0A1 1 0 0 1 10 0', [0, -5, 10, 0]],
    ['numbers without blanks', 'M.5-.5L1e1.25', [0.5, -0.5, 10, 0.3]],
  ])('%s', (_, data, box) => {
    expect(whole(pathBox(data))).toEqual(box);
  });
  test.each(['', 'M', 'x y z', 'Z'])('nothing sensible (%s) does not hang', (data) => {
    expect(() => pathBox(data)).not.toThrow();
  });
});

test.each([
  ['translate(3, 4)', [3, 4, 13, 24]],
  ['translate(3)', [3, 0, 13, 20]],
  ['scale(2)', [0, 0, 20, 40]],
  ['rotate(90)', [-20, 0, 0, 10]],
  ['rotate(180, 5, 10)', [0, 0, 10, 20]],
  ['translate(10,0) scale(2,1)', [10, 0, 30, 20]],
  ['matrix(1,0,0,1,5,6)', [5, 6, 15, 26]],
  ['', [0, 0, 10, 20]],
])('%s moves a box of 10 by 20', (transform, box) => {
  expect(whole(transformed([0, 0, 10, 20], matrixOf(transform)))).toEqual(box);
});
