// Mermaid computes with colours, so it can't be given var(--x). It is given one marker colour a token instead, and the
// markers are turned into var(--mm-…) in what it draws.
const light = ['bg', 'surface', 'surface-2', 'inverse', 'note', 'crit', 'done', 'active'];
const dark = ['border', 'line', 'text', 'muted', 'note-line', 'crit-line', 'done-line', 'active-line'];
const hues = [1, 2, 3, 4, 5, 6];
const lightTokens = [...light, ...hues.map((hue) => `c${hue}`)];
const darkTokens = [...dark, ...hues.map((hue) => `c${hue}-line`)];

const hex = (...channels: number[]) => channels.map((n) => n.toString(16).padStart(2, '0')).join('');
const tokenOf = new Map<string, string>([
  ...lightTokens.map((token, i): [string, string] => [hex(0xfb, 0xec, 0xff - 2 * i), token]),
  ...darkTokens.map((token, i): [string, string] => [hex(0x0b, 0x1c, 2 * i + 1), token]),
]);
const markerOf = new Map([...tokenOf].map(([marker, token]) => [token, `#${marker}`]));

/** The hue of a numbered section or column, counted from 0: one of the tokens `c1` to `c6`. */
export const hueOf = (index: number) => `c${(((index % 6) + 6) % 6) + 1}`;

// First match wins; what is matched are the names of mermaid's theme variables.
const rules: [RegExp, string | ((name: string) => string)][] = [
  [/^(?:pie|venn)\d+$/, (name) => hueOf(digits(name) - 1)],
  [/^(?:cScale|git|fillType|surface|surfacePeer)\d+$/, (name) => hueOf(digits(name))],
  [/^(?:cScaleInv|cScalePeer|gitInv)\d+$/, (name) => `${hueOf(digits(name))}-line`],
  [/^sequenceNumberColor$/, 'inverse'],
  [/^noteBkgColor$/, 'note'],
  [/^noteBorderColor$/, 'note-line'],
  [/^critBkg/, 'crit'],
  [/^critBorder|^todayLine|^errorText/, 'crit-line'],
  [/^doneTaskBkg/, 'done'],
  [/^doneTaskBorder/, 'done-line'],
  [/^activeTaskBkg/, 'active'],
  [/^activeTaskBorder/, 'active-line'],
  [
    /^(?:background|edgeLabelBackground|labelBackgroundColor|relationLabelBackground|altSectionBkgColor|compositeBackground)$/,
    'bg',
  ],
  [
    /^(?:lineColor|arrowheadColor|defaultLinkColor|signalColor|transitionColor|specialStateColor|relationColor|actorLineColor|quadrantPointFill|vertLineColor|innerEndBackground|emArrowhead|emRelationStroke|archEdge(?:Arrow)?Color)$/,
    'line',
  ],
  [/gridColor|excludeBkg/, 'border'],
  [/text(?!.*(?:bkg|background))|titleColor|titleFill|label(?!.*(?:bkg|background|border))/i, 'text'],
  [/border|stroke/i, 'border'],
  [/secondary|tertiary|cluster|rect|section|alt|Even|quadrant[13]Fill|activation/i, 'surface-2'],
  [/./, 'surface'],
];

const digits = (name: string) => Number(name.match(/\d+/)?.[0] ?? 0);

/** Mermaid's own theme variables with every colour replaced by its marker. */
export function markerVariables(defaults: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, painted(name, value)]));
}

function painted(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value;
  if (value && typeof value === 'object') return markerVariables(value as Record<string, unknown>);
  if (typeof value !== 'string' || !/^(?:#|rgb|hsl|[a-z]+$)/i.test(value)) return value;
  if (/font|width|size|weight|opacity|radius|shadow/i.test(name)) return value;
  if (name === 'plotColorPalette') return hues.map((hue) => markerOf.get(`c${hue}-line`)).join(',');
  const token = rules.find(([pattern]) => pattern.test(name))?.[1] ?? 'surface';
  return markerOf.get(typeof token === 'function' ? token(name) : token);
}

/** Colours that mermaid writes whatever the theme says. */
const fixed: Record<string, string> = {
  black: 'line',
  '#000': 'line',
  '#000000': 'line',
  '#333': 'line',
  '#333333': 'line',
  '#666': 'muted',
  '#999': 'muted',
  '#eaeaea': 'surface',
  '#edf2ae': 'note',
  grey: 'border',
  gray: 'border',
  lightgrey: 'border',
  lightgray: 'border',
  white: 'bg',
  '#fff': 'bg',
  '#ffffff': 'bg',
};

const colour =
  /(^|[\s,(:])(?:rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*([\d.]+)\s*)?\)|(#[\da-f]{3,8})\b|(black|white|gr[ae]y|lightgr[ae]y)\b)/gi;

/** Turns markers into custom properties; `isOwn` says that other colours are the author's and shall bend to the theme. */
export function themed(value: string): string {
  return value.replace(
    colour,
    (whole, before: string, r, g, b, alpha, code: string | undefined, word: string | undefined) => {
      const plain = (code ?? word)?.toLowerCase();
      const token = plain
        ? (tokenOf.get(plain.slice(1)) ?? fixed[plain])
        : tokenOf.get(hex(...[r, g, b].map((channel) => Math.min(255, Number(channel)))));
      if (!token) return whole;
      const variable = `var(--mm-${token})`;
      const share = alpha === undefined ? 1 : Number(alpha);
      return (
        before +
        (share >= 1 ? variable : `color-mix(in srgb,${variable} ${Math.round(share * 100)}%,transparent)`)
      );
    },
  );
}
