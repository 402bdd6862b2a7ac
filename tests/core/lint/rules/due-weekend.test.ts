import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): string[] =>
  lintText(exampleFile('prevent', text)).map(
    ({ rule, severity, place, message, hint }) =>
      `${severity} ${rule} ${place.line}:${place.column} ${message} ${hint}`,
  );

test('a Saturday and a Sunday are told at their word, with the working days beside them', () => {
  expect(found('- [ ] Page on-duty\n  @ana due:2018-06-02')).toEqual([
    'advice due-weekend 10:8 2018-06-02 is a Saturday. Write due:2018-06-01 for the Friday before, or due:2018-06-04 for the Monday after.',
  ]);
  expect(found('- [ ] Page on-duty due:2018-07-01')).toEqual([
    'advice due-weekend 9:20 2018-07-01 is a Sunday. Write due:2018-06-29 for the Friday before, or due:2018-07-02 for the Monday after.',
  ]);
});

test.each(['due:2018-06-01', 'due:2018-06-04', ''])('a working day or none is fine: %s', (due) => {
  expect(found(`- [ ] Page on-duty ${due}`)).toEqual([]);
});

test('a date that was over when it was written is told of once', () => {
  expect(found('- [ ] Page on-duty due:2017-06-03')).toEqual([
    'warning due-past 9:20 2017-06-03 is before the incident, which was on 2018-05-04. Write the day on which it is to be done; or, where it was done by then, tick it and write done:DATE.',
  ]);
});

test('nobody moves a date that is over', () => {
  expect(found('- [x] Page on-duty due:2018-06-02 done:2018-06-01')).toEqual([]);
});
