import { fontFamily, largeType, radii, spacing, themes, typeScale, type ThemeRoles } from './tokens';

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const roleLines = (roles: ThemeRoles): string[] =>
  Object.entries(roles).flatMap(([role, value]) => {
    const name = kebab(role);
    if (typeof value !== 'string') return value.map((colour, i) => `--c-${name}-${String(i + 1)}: ${colour};`);
    return name.startsWith('shadow-') ? [`--${name}: ${value};`] : [`--c-${name}: ${value};`];
  });

const rule = (selector: string, lines: string[]) => `${selector} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

/**
 * The tokens as CSS custom properties: `--c-<role>`, `--c-series-1…10`, `--c-ramp-1…6`, `--space-1…8`, `--radius-…`,
 * `--type-<step>` with `--line-<step>`, `--font-sans`, `--shadow-small`, `--shadow-large`.
 * Output: the text of `src/app/styles/tokens.css`, which a file snapshot compares (`vitest -u` writes it).
 */
export function tokensCss(): string {
  const px = (entries: Record<string, number>, prefix: string) =>
    Object.entries(entries).map(([name, size]) => `--${prefix}-${name}: ${String(size)}px;`);
  const type = (factor: number) =>
    Object.entries(typeScale).flatMap(([name, [size, line]]) => [
      `--type-${name}: ${String(Math.round(size * factor))}px;`,
      `--line-${name}: ${String(Math.round(line * factor))}px;`,
    ]);
  const constant = [`--font-sans: ${fontFamily};`, ...px(spacing, 'space'), ...px(radii, 'radius'), ...type(1)];
  return [
    '/* Generated from src/charts/tokens.ts by tokensCss(); `npx vitest run --project pure tests/charts/tokens -u` rewrites it. */\n',
    rule(':root', [...constant, 'color-scheme: light;', ...roleLines(themes.light)]),
    rule("[data-theme='dark']", ['color-scheme: dark;', ...roleLines(themes.dark)]),
    rule("[data-theme='official']", ['color-scheme: light;', ...roleLines(themes.official)]),
    rule("[data-theme='wall']", ['color-scheme: dark;', ...roleLines(themes.wall)]),
    rule("[data-type='large']", type(largeType)),
  ].join('\n');
}
