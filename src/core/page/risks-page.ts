import type { Foreseen } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import {
  type RegisteredRisk,
  type RiskState,
  type RiskWork,
  riskRegister,
  riskStates,
} from '../catalog/risks.ts';
import { compareText } from '../diagnostic.ts';
import { compareForBacklog, isOpen } from '../improvement/backlog.ts';
import type { Improvement } from '../improvement/improvement.ts';
import { type Capped, capped } from './capped.ts';
import { postmortemCard, systemLinks } from './card.ts';
import { backlogRow, listWriter } from './items.ts';
import type { BacklogRow, Html, Link, PostmortemCard } from './model.ts';
import { teamLink } from './people.ts';
import type { Rendering } from './rendering.ts';
import { type StillOpenModel, stillOpenFor } from './still-open.ts';
import { postmortemUrl, riskAnchor } from './urls.ts';

export interface RisksPage {
  /** In the order of the register; states that no risk is in are left out. */
  groups: { state: RiskState; risks: RiskModel[] }[];
  counts: Record<RiskState, number>;
  /** How many nobody works on today, whatever state they are in: nothing was taken on, or all of it was dropped. */
  untouched: number;
  /** What there is to filter by. */
  systems: Link[];
  teams: string[];
}

export interface RiskModel {
  /** On the register's page. */
  anchor: string;
  /** Its line on the page of its postmortem. */
  url: string;
  html: Html;
  blocksHtml: Html;
  state: RiskState;
  work: RiskWork;
  systems: Link[];
  /** Of these systems. */
  teams: Link[];
  postmortem: PostmortemCard;
  writtenOn: string | null;
  /** Those of its systems that a later incident hit. */
  hit: Link[];
  /** How many later incidents did, and how many of these link to it. */
  times: number;
  named: number;
  /** How many improvements its meeting took on, under whatever question. */
  takenOn: number;
  /** The latest of them first. */
  incidents: Capped<CameTrueModel>;
  /** How many improvements its meeting took on for it by name. */
  ownTakenOn: number;
  /** What was open on the day of the latest of them, for it and besides; that of the others stands on their own pages. */
  ownStillOpen: Capped<StillOpenModel>;
  stillOpen: Capped<StillOpenModel>;
  /** The ones for it, in the order of the backlog. */
  own: Capped<BacklogRow>;
  /** The open ones of those that may be for any risk of the meeting. */
  improvements: Capped<BacklogRow>;
  /** How many of these ended, and how. */
  done: number;
  dropped: number;
}

export interface CameTrueModel {
  postmortem: PostmortemCard;
  /** Whether its page links to the risk. */
  named: boolean;
  /** Whole days since the risk was written. */
  daysLater: number;
  /** How many improvements of the meeting that wrote the risk were open on the day of this incident. */
  open: number;
}

const shownIncidents = 3;
const shownImprovements = 5;
const shownOpen = 3;

/** The risk register. */
export function risksPage(index: CatalogIndex, rendering: Rendering): RisksPage {
  const register = riskRegister(index);
  const byState = Map.groupBy(register, ({ state }) => state);
  const named = new Set(register.flatMap(({ risk }) => risk.systems));
  const teams = new Set([...named].flatMap((id) => index.systems.get(id)?.team ?? []));
  return {
    groups: [...byState].map(([state, risks]) => ({
      state,
      risks: risks.map((risk) => riskModel(index, risk, rendering)),
    })),
    counts: Object.fromEntries(
      riskStates.map((state) => [state, byState.get(state)?.length ?? 0]),
    ) as RisksPage['counts'],
    untouched: register.filter(({ work }) => work === 'untouched').length,
    systems: systemLinks(
      index,
      index.catalog.systems.map(({ id }) => id).filter((id) => named.has(id)),
    ),
    teams: [...teams].sort(compareText),
  };
}

function riskModel(index: CatalogIndex, registered: RegisteredRisk, rendering: Rendering): RiskModel {
  const { postmortem, risk, writtenOn, state, work, cameTrue, own, shared } = registered;
  const writer = listWriter(index, postmortem, rendering);
  const rows = (improvements: readonly Improvement[]): Capped<BacklogRow> =>
    capped(improvements, shownImprovements, (improvement) =>
      backlogRow(index, { postmortem, improvement }, rendering),
    );
  const teams = new Set(risk.systems.map((id) => index.systems.get(id)?.team ?? null));
  return {
    anchor: riskAnchor(postmortem.id, risk.anchor),
    url: `${postmortemUrl(index, postmortem.id)}#${risk.anchor}`,
    html: writer.phrasing(risk.phrasing),
    blocksHtml: writer.blocks(risk.blocks),
    state,
    work,
    systems: systemLinks(index, risk.systems),
    teams: [...teams].flatMap((team) => teamLink(index, team) ?? []),
    postmortem: postmortemCard(index, postmortem),
    writtenOn,
    hit: systemLinks(index, [...new Set(cameTrue.flatMap(({ systems }) => systems))]),
    times: cameTrue.length,
    named: cameTrue.filter(({ named }) => named).length,
    takenOn: index.backlogByPostmortem.get(postmortem.id)?.length ?? 0,
    incidents: capped(cameTrue.toReversed(), shownIncidents, (match) => cameTrueModel(index, match)),
    ...stillOpenFor(index, postmortem.id, {
      risks: [risk],
      open: cameTrue.at(-1)?.stillOpen ?? [],
      most: shownOpen,
    }),
    own: rows(own.toSorted(compareForBacklog(index.today))),
    improvements: rows(shared.filter(isOpen)),
    done: shared.filter((improvement) => improvement.state === 'closed').length,
    dropped: shared.filter((improvement) => improvement.state === 'dropped').length,
  };
}

function cameTrueModel(index: CatalogIndex, match: Foreseen): CameTrueModel {
  const incident = index.postmortems.get(match.incident);
  if (incident === undefined) throw new Error(`There is no postmortem "${match.incident}".`);
  return {
    postmortem: postmortemCard(index, incident),
    named: match.named,
    daysLater: match.daysBetween,
    open: match.stillOpen.length,
  };
}
