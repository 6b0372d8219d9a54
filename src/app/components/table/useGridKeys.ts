import { matchesShortcut, type ShortcutId } from '../../shortcuts/shortcuts';

interface GridKeyOptions {
  /** Index of the line that has the focus. */
  active: () => number;
  count: () => number;
  pageSize: () => number;
  moveTo: (index: number) => void;
  /** Focus within the line: into its cells, and back to the line itself. */
  step: (line: HTMLElement, by: 1 | -1) => void;
  open: (index: number) => void;
  pick: (index: number) => void;
  pickAll: () => void;
}

/** The keys of the table: from line to line, into a line's cells, open, pick. */
export function useGridKeys(options: GridKeyOptions): (event: KeyboardEvent) => void {
  const { active, count, pageSize, moveTo, step, open, pick, pickAll } = options;
  const line = (event: KeyboardEvent) => event.currentTarget as HTMLElement;
  const actions: [ShortcutId, (event: KeyboardEvent) => void][] = [
    ['rowDown', () => moveTo(active() + 1)],
    ['rowUp', () => moveTo(active() - 1)],
    ['pageDown', () => moveTo(active() + pageSize())],
    ['pageUp', () => moveTo(active() - pageSize())],
    ['firstRow', () => moveTo(0)],
    ['lastRow', () => moveTo(count() - 1)],
    ['nextCell', (event) => step(line(event), 1)],
    ['previousCell', (event) => step(line(event), -1)],
    ['openRow', () => open(active())],
    ['pickRow', () => pick(active())],
    ['pickAll', () => pickAll()],
    [
      'pickDown',
      () => {
        pick(active());
        moveTo(active() + 1);
      },
    ],
  ];
  return (event) => {
    const action = actions.find(([id]) => matchesShortcut(event, id));
    if (!action) return;
    event.preventDefault();
    action[1](event);
  };
}
