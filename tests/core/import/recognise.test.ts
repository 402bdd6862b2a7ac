import { expect, test } from 'vitest';
import { recognise } from '../../../src/core/import/recognise.ts';

test.each([
  ['# Fax\n\nWords.', 'a.md', 'markdown'],
  ['[a link](x) begins it', 'a', 'markdown'],
  ['{braces} in prose', 'a.txt', 'markdown'],
  ['{"log_entries": []}', 'a', 'pagerduty'],
  ['[{"id":"R","type":"trigger_log_entry"}]', 'a.json', 'pagerduty'],
  ['{"id":"R","type":"trigger_log_entry"}\n{"id":"S","type":"resolve_log_entry"}', 'a.ndjson', 'pagerduty'],
  ['{"incident":{"id":"P","type":"incident","urgency":"high"}}', 'a.json', 'pagerduty'],
  ['{"notes":[{"content":"Paid.","created_at":"2018-05-04T15:30:10Z","user":{}}]}', 'a.json', 'pagerduty'],
  ['{"notes":["Paid."]}', 'a.json', 'unknown'],
  ['{"incident":{"name":"Fax","incident_status":{}}}', 'a.json', 'incident-io'],
  ['{"incidents":[{"name":"Fax","incident_timestamp_values":[]}]}', 'a.json', 'incident-io'],
  ['[{"type":"message","ts":"1525436700.000200","text":"x"}]', '2018-05-04.json', 'slack-day'],
  ['[{"id":"U000ANA01","name":"ana","profile":{}}]', 'users.json', 'slack-list'],
  ['Summary,Issue key\nA,B-1\n', 'stdin', 'jira'],
  ['"Issue key","Summary"\nB-1,A\n', 'a.csv', 'jira'],
  ['a,b\n1,2\n', 'a.csv', 'unknown'],
  ['{"name":"fire-marshal"}', 'package.json', 'unknown'],
  ['{"log_entries": [', 'a.json', 'broken'],
  ['words', 'a.json', 'broken'],
])('%j as %s is %s', (text, name, kind) => {
  expect(recognise(text, name).kind).toBe(kind);
});
