import { isKnownRule, isSenseRule } from '../rules.ts';

/** Where the site will be, as the environment says it. */
interface SiteAddress {
  /** Null where nobody has said. */
  siteUrl: string | null;
  basePath: string;
}

/** The web address that explains a rule for sense; null for other rules, and where the site has no address. */
export function rulePageAddress(rule: string, { siteUrl, basePath }: SiteAddress): string | null {
  return siteUrl !== null && isSenseRule(rule) ? `${siteUrl}${basePath}rules/${rule}/` : null;
}

/** The place in the repository's documentation that explains a rule, from the project's root; null for an unknown one. */
export function ruleDocument(rule: string): { path: string; anchor: string } | null {
  return isKnownRule(rule) ? { path: 'docs/rules.md', anchor: rule } : null;
}

/** Where a terminal's reader finds out why a rule for sense is there; null for other rules, whose message says it all. */
export function whereExplained(rule: string, site: SiteAddress): string | null {
  if (!isSenseRule(rule)) return null;
  const document = ruleDocument(rule);
  return rulePageAddress(rule, site) ?? (document === null ? null : `${document.path}#${document.anchor}`);
}
