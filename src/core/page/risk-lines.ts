import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { compareRisks, registeredRisk } from '../catalog/risks.ts';
import type { Idea } from '../improvement/improvement.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { systemLinks } from './card.ts';
import { cameTrue } from './items.ts';
import type { RiskLine } from './model.ts';
import { stillOpenModels } from './still-open.ts';
import { postmortemUrl, riskUrl } from './urls.ts';

const shownOwn = 3;

/**
 * Risks in the order of the register.
 *
 * @param isTold whether a line tells that its risk names a system.
 */
export function riskLines(
  index: CatalogIndex,
  risks: readonly { postmortem: Postmortem; risk: Idea }[],
  isTold: (system: string) => boolean,
): RiskLine[] {
  return risks
    .map(({ postmortem, risk }) => registeredRisk(index, postmortem, risk))
    .sort(compareRisks)
    .map(({ postmortem, risk, state, writtenOn, own }) => ({
      text: risk.text,
      state,
      registerUrl: riskUrl(index, postmortem.id, risk.anchor),
      from: {
        text: postmortem.facts.title,
        url: `${postmortemUrl(index, postmortem.id)}#${risk.anchor}`,
      },
      writtenOn,
      systems: systemLinks(index, risk.systems.filter(isTold)),
      own: stillOpenModels(
        index,
        own.map((improvement) => ({ postmortem: postmortem.id, improvement })),
        shownOwn,
      ),
      cameTrue: cameTrue(index, risk),
    }));
}
