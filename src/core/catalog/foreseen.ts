import { compareText } from '../diagnostic.ts';
import { wasOpenOn } from '../improvement/backlog.ts';
import type { Idea, Improvement } from '../improvement/improvement.ts';
import { type Postmortem, writtenOn } from '../postmortem/postmortem.ts';
import { daysBetween } from '../time/dates.ts';
import type { Foreseen, Reference } from './catalog.ts';

interface WrittenRisk {
  postmortem: Postmortem;
  risk: Idea;
  writtenOn: string;
}

/**
 * Pairs incidents with the risks that told of them: the incident starts on a later day than the risk was written
 * (`reviewedOn`, else the day of its own incident), on a system the risk names, in another postmortem.
 * That says no more than that; `named` says that the incident's own page links to the risk.
 * In the order of `postmortems`; the earliest risk of an incident comes first.
 */
export function foreseenIncidents(
  postmortems: readonly Postmortem[],
  references: readonly Reference[],
): Foreseen[] {
  const links = new Set(references.map(({ from, to, anchor }) => linkOf(from, to, anchor)));
  const risks = risksBySystem(postmortems);
  const foreseen: Foreseen[] = [];
  for (const incident of postmortems) {
    if (incident.date === null) continue;
    const matches = new Map<Idea, { written: WrittenRisk; systems: string[] }>();
    for (const system of incident.facts.systems)
      for (const written of risks.get(system) ?? []) {
        if (written.writtenOn >= incident.date) break;
        if (written.postmortem === incident) continue;
        const match = matches.get(written.risk);
        if (match === undefined) matches.set(written.risk, { written, systems: [system] });
        else if (!match.systems.includes(system)) match.systems.push(system);
      }
    const open = new Map<Postmortem, Improvement[]>();
    for (const { written, systems } of [...matches.values()].sort(byWriting)) {
      const { postmortem, risk, writtenOn } = written;
      const stillOpen = open.get(postmortem) ?? stillOpenOn(postmortem, incident.date);
      open.set(postmortem, stillOpen);
      foreseen.push({
        incident: incident.id,
        postmortem: postmortem.id,
        risk,
        systems,
        named: [risk.anchor, section].some((anchor) => links.has(linkOf(incident.id, postmortem.id, anchor))),
        writtenOn,
        daysBetween: daysBetween(writtenOn, incident.date),
        stillOpen,
      });
    }
  }
  return foreseen;
}

const section = 'other-areas-of-risk';

const linkOf = (from: string, to: string, anchor: string | null): string => `${from} ${to}#${anchor ?? ''}`;

/** Improvements neither done nor dropped by the end of a day. */
export function stillOpenOn(postmortem: Postmortem, day: string): Improvement[] {
  return Object.values(postmortem.questions)
    .flatMap(({ improvements }) => improvements)
    .filter((improvement) => wasOpenOn(improvement, day));
}

function byWriting(a: { written: WrittenRisk }, b: { written: WrittenRisk }): number {
  return compareText(a.written.writtenOn, b.written.writtenOn);
}

/** Each system's risks, the earliest written first. */
function risksBySystem(postmortems: readonly Postmortem[]): Map<string, WrittenRisk[]> {
  const risks = new Map<string, WrittenRisk[]>();
  for (const postmortem of postmortems) {
    const day = writtenOn(postmortem);
    if (day === null) continue;
    for (const risk of postmortem.questions[section]?.ideas ?? [])
      for (const system of new Set(risk.systems)) {
        const list = risks.get(system);
        if (list === undefined) risks.set(system, [{ postmortem, risk, writtenOn: day }]);
        else list.push({ postmortem, risk, writtenOn: day });
      }
  }
  for (const list of risks.values()) list.sort((a, b) => compareText(a.writtenOn, b.writtenOn));
  return risks;
}
