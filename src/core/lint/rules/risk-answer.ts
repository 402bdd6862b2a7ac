import { answersRisk } from '../../improvement/answers-risk.ts';
import type { LintRule } from '../lint-rule.ts';

export const riskAnswer: LintRule = {
  guide: {
    rule: 'risk-answer',
    title: 'Improvements that answer no risk',
    why: 'An improvement under "Other areas of risk" may name a system, and then it answers the risks beside it that name the same one: the register shows it there, and how far it is. Where no risk names that system, the word ties it to nothing, and to the register the risk it was meant for has nothing taken on.',
    ask: 'Which of the risks above does it answer, and whom does that one threaten?',
    examples: [
      {
        place: 'other-areas-of-risk',
        wrong:
          '- Nobody watches the queue of the invoices\n- [ ] Page on-duty when its oldest message is an hour old @ana due:2018-06-01 system:fax-gateway',
        right:
          '- Nobody watches the queue of the invoices system:fax-gateway\n- [ ] Page on-duty when its oldest message is an hour old @ana due:2018-06-01 system:fax-gateway',
        note: 'Without the word it stays an improvement: the register then shows it, more faintly, at every risk of its meeting.',
      },
    ],
  },
  weight: 'warning',
  cues: ['system:'],
  find({ postmortem }) {
    const { ideas = [], improvements = [] } = postmortem.questions['other-areas-of-risk'] ?? {};
    const named = [...new Set(ideas.flatMap(({ systems }) => systems))];
    return improvements.flatMap((improvement) => {
      const [system] = improvement.systems;
      if (system === undefined || ideas.some((risk) => answersRisk(improvement, risk))) return [];
      const risks =
        named.length === 0
          ? 'no risk here names a system'
          : `the risks here name ${named.map(asWord).join(' and ')}`;
      return [
        {
          place: improvement.systemPlaces[0] ?? improvement.place,
          message: `${asWord(system)} ties this improvement to no risk: ${risks}.`,
          hint: `End the risk that it answers with ${asWord(system)} too; if this is the risk itself, take its box away; else leave the word out.`,
        },
      ];
    });
  },
};

const asWord = (system: string): string => `\`system:${system}\``;
