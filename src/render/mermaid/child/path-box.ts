/** left, top, right, bottom */
export type Box = readonly [number, number, number, number];
export type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

export function union(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

export const withPoint = (box: Box | undefined, [x, y]: Point): Box | undefined => union(box, [x, y, x, y]);

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Reads a `transform` attribute. */
export function matrixOf(transform: string): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, list = ''] of transform.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const [a = 0, b, c, d = 0, e = 0, f = 0] = list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    if (name === 'translate') matrix = multiply(matrix, [1, 0, 0, 1, a || 0, b || 0]);
    else if (name === 'scale') matrix = multiply(matrix, [a, 0, 0, b ?? a, 0, 0]);
    else if (name === 'matrix') matrix = multiply(matrix, [a, b ?? 0, c ?? 0, d, e, f]);
    else if (name === 'rotate') {
      const [x, y, cos, sin] = [b ?? 0, c ?? 0, Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
      matrix = multiply(multiply(matrix, [cos, sin, -sin, cos, x, y]), [1, 0, 0, 1, -x, -y]);
    }
  }
  return matrix;
}

export function transformed(box: Box | undefined, m: Matrix): Box | undefined {
  if (!box) return box;
  if (m[1] === 0 && m[2] === 0 && m[0] === 1 && m[3] === 1)
    return [box[0] + m[4], box[1] + m[5], box[2] + m[4], box[3] + m[5]];
  let out: Box | undefined;
  for (const x of [box[0], box[2]])
    for (const y of [box[1], box[3]])
      out = withPoint(out, [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]);
  return out;
}

/** The box of a path's outline. Curves and arcs are sampled, which is exact to well under a pixel. */
export function pathBox(data: string): Box | undefined {
  const tokens = data.match(/[a-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? [];
  let box: Box | undefined;
  let at = 0;
  let command = '';
  let previous = '';
  let here: Point = [0, 0];
  let start: Point = [0, 0];
  let control: Point = [0, 0];
  const next = () => Number.parseFloat(tokens[at++] ?? '0') || 0;
  const add = (point: Point) => {
    box = withPoint(box, point);
  };
  while (at < tokens.length) {
    if (/[a-z]/i.test(tokens[at] ?? '')) command = tokens[at++] ?? '';
    const kind = command.toUpperCase();
    const origin: Point = command === kind ? [0, 0] : here;
    const point = (): Point => [next() + origin[0], next() + origin[1]];
    const mirrored = (kinds: string): Point =>
      previous && kinds.includes(previous) ? [2 * here[0] - control[0], 2 * here[1] - control[1]] : here;
    if (kind === 'Z') here = start;
    else if (kind === 'M' || kind === 'L') {
      here = point();
      if (kind === 'M') {
        start = here;
        command = command === 'm' ? 'l' : 'L';
      }
      add(here);
    } else if (kind === 'H' || kind === 'V') {
      here = kind === 'H' ? [next() + origin[0], here[1]] : [here[0], next() + origin[1]];
      add(here);
    } else if (kind === 'C' || kind === 'S') {
      const first = kind === 'C' ? point() : mirrored('CS');
      control = point();
      const end = point();
      curve(here, first, control, end, add);
      here = end;
    } else if (kind === 'Q' || kind === 'T') {
      control = kind === 'Q' ? point() : mirrored('QT');
      const end = point();
      curve(here, towards(here, control), towards(end, control), end, add);
      here = end;
    } else if (kind === 'A') {
      const [rx, ry, turn, large, sweep] = [next(), next(), next(), next(), next()];
      const end = point();
      arc(here, Math.abs(rx), Math.abs(ry), (turn * Math.PI) / 180, large, sweep, end, add);
      add(end);
      here = end;
    } else at++;
    previous = kind;
  }
  return box;
}

const towards = (from: Point, to: Point): Point => [
  from[0] + (2 / 3) * (to[0] - from[0]),
  from[1] + (2 / 3) * (to[1] - from[1]),
];

function curve(a: Point, b: Point, c: Point, d: Point, add: (point: Point) => void): void {
  for (let step = 0; step <= 24; step++) {
    const t = step / 24;
    const [p, q, r, s] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t ** 3];
    add([p * a[0] + q * b[0] + r * c[0] + s * d[0], p * a[1] + q * b[1] + r * c[1] + s * d[1]]);
  }
}

/** Endpoint to centre form as in SVG 1.1, appendix F.6.5. */
function arc(
  from: Point,
  radiusX: number,
  radiusY: number,
  phi: number,
  large: number,
  sweep: number,
  end: Point,
  add: (point: Point) => void,
): void {
  if (!radiusX || !radiusY) return;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(from[0] - end[0]) / 2, (from[1] - end[1]) / 2];
  const [px, py] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const grow = Math.sqrt(Math.max(1, (px / radiusX) ** 2 + (py / radiusY) ** 2));
  const [rx, ry] = [radiusX * grow, radiusY * grow];
  const q = (rx * py) ** 2 + (ry * px) ** 2;
  const k = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, ((rx * ry) ** 2 - q) / (q || 1)));
  const [ux, uy] = [(k * rx * py) / ry, (-k * ry * px) / rx];
  const begin = Math.atan2((py - uy) / ry, (px - ux) / rx);
  let turn = Math.atan2((-py - uy) / ry, (-px - ux) / rx) - begin;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const [mx, my] = [
    cos * ux - sin * uy + (from[0] + end[0]) / 2,
    sin * ux + cos * uy + (from[1] + end[1]) / 2,
  ];
  for (let step = 0; step <= 24; step++) {
    const angle = begin + (turn * step) / 24;
    const [x, y] = [rx * Math.cos(angle), ry * Math.sin(angle)];
    add([mx + x * cos - y * sin, my + x * sin + y * cos]);
  }
}
