import type { Annotation } from '../model/annotation';
import type { Report } from '../model/report';

/** A figure as it was on one day: its numbers, and what stands beside them. */
export interface FrozenFigure {
  /** Answers to the figure's questions, by their names. */
  answers: Record<string, unknown>;
  /** Revision of the data that they were taken from. */
  revision: number;
  /** ISO date and time of freezing. */
  at: string;
  /** Reports that the answers name, as they were. */
  reports: Report[];
  annotations: Annotation[];
}

/** A figure in a tray. */
export interface TrayItem {
  id: string;
  /** The figure as plain data; whether this version can draw it is for the one who reads it to find out. */
  spec: unknown;
  /** Route with query of the view that it was taken from, e.g. `/trend?i=funds`. */
  address: string;
  /** A person's own title; null for the figure's. */
  title: string | null;
  /** Speaker's note; empty when none. */
  note: string;
  /** `live` follows the data, `frozen` keeps the numbers of a day. */
  mode: 'live' | 'frozen';
  /** Null unless frozen. */
  frozen: FrozenFigure | null;
}

/** Figures collected for a meeting, in their order. */
export interface Tray {
  id: string;
  name: string;
  /** ISO dates and times. */
  createdAt: string;
  updatedAt: string;
  items: TrayItem[];
}

/** What a person may change of an item. */
export type ItemEdit = Partial<Pick<TrayItem, 'title' | 'note' | 'mode' | 'frozen'>>;

/**
 * One step of a person's work on a tray. Steps of several tabs are applied one after another to what is stored, so that
 * none takes back the work of another. `before` is the id of the item to stand in front of; null is the end.
 */
export type TrayChange =
  | { action: 'create'; name: string; items: TrayItem[] }
  | { action: 'rename'; name: string }
  | { action: 'add'; item: TrayItem; before: string | null }
  | { action: 'edit'; item: string; changes: ItemEdit }
  | { action: 'move'; item: string; before: string | null }
  | { action: 'remove'; item: string };

function withItem(items: readonly TrayItem[], item: TrayItem, before: string | null): TrayItem[] {
  const others = items.filter(({ id }) => id !== item.id);
  const at = before === null ? -1 : others.findIndex(({ id }) => id === before);
  return at < 0 ? [...others, item] : [...others.slice(0, at), item, ...others.slice(at)];
}

/**
 * A tray after one step. Output: null when the step has nothing to work on, since the tray or the item is gone (another
 * tab removed it), or is already there. A neighbour that is gone is as if it were the end.
 */
export function changedTray(tray: Tray | null, id: string, change: TrayChange, at: string): Tray | null {
  if (change.action === 'create') {
    const { name, items } = change;
    return tray ? null : { id, name, createdAt: at, updatedAt: at, items };
  }
  if (!tray) return null;
  const touched = (changes: Partial<Tray>): Tray => ({ ...tray, ...changes, updatedAt: at });
  if (change.action === 'rename') return touched({ name: change.name });
  if (change.action === 'add') return touched({ items: withItem(tray.items, change.item, change.before) });
  const item = tray.items.find((one) => one.id === change.item);
  if (!item) return null;
  switch (change.action) {
    case 'edit':
      return touched({ items: tray.items.map((one) => (one === item ? { ...one, ...change.changes } : one)) });
    case 'move':
      return touched({ items: change.before === item.id ? tray.items : withItem(tray.items, item, change.before) });
    case 'remove':
      return touched({ items: tray.items.filter((one) => one !== item) });
  }
}
