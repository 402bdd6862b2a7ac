import { describe, expect, test } from 'vitest';
import { slackBlocks } from '../../../src/core/import/slack-text.ts';
import { markdownText } from '../../../src/core/import/write/markdown-text.ts';

const names = {
  user: (id: string) => (id === 'U1' ? 'Ana Ribeiro' : null),
  channel: (id: string) => (id === 'C1' ? 'inc-fax' : null),
};

describe('Slack’s markup as Markdown', () => {
  test.each([
    ['*bold*, _italic_ and ~struck~', '**bold**, *italic* and ~~struck~~'],
    ['*bold with _italic_ in it*', '**bold with *italic* in it**'],
    ['2 * 3 * 4 and snake_case_name', '2 \\* 3 \\* 4 and snake_case_name'],
    ['`a *b* &amp; c`', '`a *b* & c`'],
    ['```one\n*two*```', '```\none\n*two*\n```'],
    ['```never ends', '\\`\\`\\`never ends'],
    ['<@U1> in <#C1> and <#C2|other>', 'Ana Ribeiro in #inc-fax and #other'],
    ['<@U2> <@U3|sam> <!here> <!subteam^S1|@orders>', '@U2 sam @here @orders'],
    ['<https://a.example/x?a=1&amp;b=2|the graph>', '[the graph](https://a.example/x?a=1\\&b=2)'],
    ['<mailto:ana@a.example|ana@a.example>', '[ana@a.example](mailto:ana@a.example)'],
    ['<javascript:alert(1)|press>', 'press (javascript:alert(1))'],
    ['<!date^1525436700^{date}|May 4>', 'May 4'],
    ['&gt; quoted\n&gt; twice\nnot', '> quoted\\\n> twice\n\nnot'],
    ['• one\n• two', '- one\n- two'],
    ['a &lt; b &amp;amp; {c}', 'a < b \\&amp; \\{c}'],
  ])('%j', (text, markdown) => {
    expect(markdownText(slackBlocks(text, names))).toBe(markdown);
  });
});
