import type { List, RootContent } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import type { LintRule } from '../lint-rule.ts';

const only =
  /\b(?:the|a|one) (?:(?:single|only|one|sole|main|actual|real|true) )?(?:root )?cause (?:of [^.,;:]{1,60} )?(?:was|is)\b|^(?:root )?cause:/i;
const several =
  /\b(?:causes|factors?|reasons|contribut\w+|also|another|second(?:ly|ary)?|in addition|additionally|besides|as well|moreover|furthermore|both|combin\w+|together|two|three|several|trigger\w*|conditions?|then|which (?:meant|allowed|let)|because|and (?:that|the|nobody|nothing|no))\b/i;

export const rootCauseSingle: LintRule = {
  guide: {
    rule: 'root-cause-single',
    title: 'A single root cause',
    why: 'Complex systems fail when several things come together, each harmless by itself: a change, a guard that was off, an alarm that stayed silent, a page that took an hour to find. With one cause on the list, the search ended at the first answer, and each cause that was not found is an improvement nobody will make.',
    ask: 'What else had to be so for this to happen, or to last so long?',
    examples: [
      {
        place: 'body',
        wrong: '## Root causes\n\n- The provider suspended our account after six unpaid invoices.',
        right:
          '## Root causes\n\n- The provider suspended our account after six unpaid invoices.\n- Invoices and reminders went to a mailbox that no longer existed.\n- Nothing watched whether orders left.',
      },
    ],
  },
  weight: 'advice',
  find({ document }) {
    const section = document.sections.find(({ slug }) => slug === 'root-causes');
    if (section === undefined || section.tbd || !namesOne(section.nodes)) return [];
    return [
      {
        place: section.place,
        message: 'Here stands one root cause. Incidents of a large system have several.',
        hint: 'Ask: what else had to be so for this to happen, or to last so long? Write each as a bullet of its own.',
      },
    ];
  },
};

/** One bullet and no more than a sentence before it; or one short paragraph that says itself that it is the cause. */
function namesOne(nodes: readonly RootContent[]): boolean {
  const said = nodes.filter(({ type }) => type !== 'code');
  const lists = said.filter((node): node is List => node.type === 'list');
  const rest = said.filter(({ type }) => type !== 'list');
  if (rest.some(({ type }) => type !== 'paragraph') || rest.length > 1) return false;
  const text = plainText(rest);
  if (lists.length === 0)
    return rest.length === 1 && text.length < 300 && only.test(text) && !several.test(text);
  const [list] = lists;
  if (lists.length > 1 || list === undefined || list.children.length !== 1) return false;
  const [item] = list.children;
  // What is nested, and a second sentence, are causes of the cause mostly.
  if (item?.children.length !== 1) return false;
  const cause = plainText(item.children);
  if (/[.!?] \S/.test(cause) || several.test(cause)) return false;
  return text === '' || (text.length < 60 && text.endsWith(':'));
}
