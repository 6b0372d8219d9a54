import type { PagePart } from './pageParts';

/** An element with classes and text. */
export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A paragraph under its heading. */
export function textSection({ title, text }: Extract<PagePart, { kind: 'text' }>): HTMLElement {
  const section = element('section', 'print-text');
  section.append(element('h2', 'print-figure__title', title), element('p', '', text));
  return section;
}

/** A table whose heading stands again on each sheet. */
export function tableSection({ title, note, columns, rows }: Extract<PagePart, { kind: 'table' }>): HTMLElement {
  const section = element('section', 'print-table');
  const table = element('table', 'print-table__grid');
  const line = (cells: readonly string[], tag: 'th' | 'td') => {
    const row = document.createElement('tr');
    row.append(...cells.map((text) => element(tag, '', text)));
    return row;
  };
  const [head, body] = [document.createElement('thead'), document.createElement('tbody')];
  head.append(line(columns, 'th'));
  body.append(...rows.map((cells) => line(cells, 'td')));
  table.append(head, body);
  section.append(element('h2', 'print-figure__title', title), element('p', 'print-figure__subtitle', note), table);
  return section;
}
