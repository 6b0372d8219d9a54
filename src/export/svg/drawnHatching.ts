/** Stripes of one of ECharts' patterns: turned by `degrees`, `thickPx` of every `stepPx` in `colour`. */
interface Hatching {
  stepPx: number;
  thickPx: number;
  degrees: number;
  colour: string;
}

interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

function hatchingOf(pattern: string): Hatching | null {
  const bar = /<path d="M0 0l[\d.]+ 0l0 ([\d.]+)[^"]*" fill="([^"]+)"/.exec(pattern);
  const stepPx = Number(attribute(pattern, 'height'));
  const degrees = Number(/rotate\((-?[\d.]+)\)/.exec(pattern)?.[1] ?? 0);
  const [, thick, colour] = bar ?? [];
  return thick === undefined || colour === undefined || !(stepPx > 0)
    ? null
    : { stepPx, thickPx: Number(thick), degrees, colour };
}

/** Number of coordinates of each command; an arc counts by its end point, widened by its radii. */
const steps: Record<string, number> = { M: 2, L: 2, C: 6, Q: 4, A: 7 };

/** A box around a path of ECharts; curves count by their control points, so it may be larger than the path. */
function extentOf(d: string): Extent {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let [x, y] = [0, 0];
  const put = (px: number, py: number, by = 0) => {
    box.left = Math.min(box.left, px - by);
    box.right = Math.max(box.right, px + by);
    box.top = Math.min(box.top, py - by);
    box.bottom = Math.max(box.bottom, py + by);
  };
  for (const [, command = '', rest = ''] of d.matchAll(/([MLCQAZ])([^MLCQAZ]*)/gi)) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const count = steps[command.toUpperCase()] ?? 2;
    const [ox, oy] = command === command.toLowerCase() ? [x, y] : [0, 0];
    for (let at = 0; at + count <= numbers.length; at += count) {
      const arc = count === 7 ? Math.max(numbers[at] ?? 0, numbers[at + 1] ?? 0) : 0;
      for (let i = count === 7 ? 5 : 0; i < count; i += 2) {
        [x, y] = [ox + (numbers[at + i] ?? 0), oy + (numbers[at + i + 1] ?? 0)];
        put(x, y, arc);
      }
    }
  }
  return box;
}

const number = (value: number) => String(Math.round(value * 10) / 10);

/** The middle lines of all stripes that may cross a box, as the data of one path. */
function stripes({ stepPx, thickPx, degrees }: Hatching, { left, top, right, bottom }: Extent): string {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = [left, right].flatMap((x) =>
    [top, bottom].map((y) => ({ u: x * cos + y * sin, v: y * cos - x * sin })),
  );
  const [us, vs] = [corners.map(({ u }) => u), corners.map(({ v }) => v)];
  const [u0, u1] = [Math.min(...us), Math.max(...us)];
  const point = (u: number, v: number) => `${number(u * cos - v * sin)} ${number(u * sin + v * cos)}`;
  const lines: string[] = [];
  for (let k = Math.floor(Math.min(...vs) / stepPx); k * stepPx <= Math.max(...vs); k++) {
    const v = k * stepPx + thickPx / 2;
    lines.push(`M${point(u0, v)}L${point(u1, v)}`);
  }
  return lines.join('');
}

/**
 * Draws every patterned fill as lines inside of a clip: LibreOffice does not turn patterns, librsvg drops narrow ones.
 * Input: content of an SVG as ECharts writes it. Output: the same without patterns; new ids begin with `idPrefix`.
 */
export function drawnHatching(svg: string, idPrefix: string): string {
  const patterns = new Map<string, Hatching | null>();
  const plain = svg.replace(/<pattern\b([^>]*)>[^]*?<\/pattern>/g, (pattern, tag: string) => {
    patterns.set(attribute(tag, 'id') ?? '', hatchingOf(pattern));
    return '';
  });
  let count = 0;
  return plain.replace(/<path\b([^>]*\sfill="url\(#([^)]+)\)"[^>]*)><\/path>/g, (_path, tag: string, id: string) => {
    const hatching = patterns.get(id);
    const d = attribute(tag, 'd');
    if (!hatching || d === undefined || d === '') return '';
    const clip = `${idPrefix}h${String(count++)}`;
    const moved = attribute(tag, 'transform');
    const transform = moved === undefined ? '' : ` transform="${moved}"`;
    const lines = `<path d="${stripes(hatching, extentOf(d))}" fill="none" stroke="${hatching.colour}" stroke-width="${number(hatching.thickPx)}"/>`;
    return `<clipPath id="${clip}"><path d="${d}"/></clipPath><g${transform}><g clip-path="url(#${clip})">${lines}</g></g>`;
  });
}
