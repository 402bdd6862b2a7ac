import { handbookPath, postmortemPath } from '../catalog/places.ts';
import { relativeLink, targetOf } from '../catalog/target.ts';
import { compareText } from '../diagnostic.ts';
import { postmortemAt } from './definition.ts';
import type { Library } from './library.ts';
import type { Proposal, Proposals, Spot } from './proposals.ts';

/** Where a link that is being written could lead: to another postmortem or guide, and after `#` to a place in it. */
export function completeLink({ library, path, before }: Spot): Proposals | null {
  const url = /(?<!!\[[^\]]{0,500})\]\(([^\s()]*)$/.exec(before)?.[1];
  if (url === undefined) return null;
  const hash = url.indexOf('#');
  if (hash === -1) return { typed: url, proposals: pageProposals(library, path) };
  const target = targetOf(path, url.slice(0, hash));
  const page = hash === 0 ? path : target.kind === 'content' ? target.path : null;
  return { typed: url.slice(hash + 1), proposals: page === null ? [] : anchorProposals(library, page) };
}

function pageProposals({ catalog }: Library, from: string): Proposal[] {
  const page = (to: string, title: string, detail: string): Proposal => {
    const link = relativeLink(from, to);
    return {
      label: title,
      kind: 'page',
      detail,
      documentation: `\`${link}\``,
      text: link,
      filter: `${link} ${title}`,
    };
  };
  return [
    ...catalog.postmortems
      .filter((postmortem) => postmortemPath(postmortem) !== from)
      .map((postmortem) =>
        page(
          postmortemPath(postmortem),
          postmortem.facts.title,
          [postmortem.date, `severity ${postmortem.facts.severity}`, postmortem.facts.status]
            .filter((part) => part !== null)
            .join(' · '),
        ),
      ),
    ...catalog.handbook
      .filter((guide) => handbookPath(guide) !== from)
      .toSorted((a, b) => compareText(a.title, b.title))
      .map((guide) => page(handbookPath(guide), guide.title, 'guide')),
  ];
}

function anchorProposals(library: Library, page: string): Proposal[] {
  const headings = library.documentOf(page)?.headings ?? [];
  const answers = Object.values(postmortemAt(library, page)?.questions ?? {});
  const anchor = (label: string, text: string, detail: string): Proposal => ({
    label,
    kind: 'anchor',
    detail,
    text,
    filter: `${text} ${label}`,
  });
  return [
    ...headings.map((heading) => anchor(heading.text, heading.anchor, 'heading')),
    ...answers.flatMap(({ improvements, ideas, question }) => [
      ...improvements.map((own) => anchor(own.title, own.anchor, own.state)),
      ...ideas.map((own) =>
        anchor(own.text, own.anchor, question === 'other-areas-of-risk' ? 'risk' : 'idea'),
      ),
    ]),
  ];
}
