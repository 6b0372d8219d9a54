import { shallowRef, type ShallowRef } from 'vue';
import { AppError } from '../../../model/appError';
import type { FigureRequests } from '../../../charts/specs/figureKind';
import type { ItemEdit, Tray, TrayChange, TrayItem } from '../../../worker/protocol';
import { useLocale } from '../../composables/useLocale';
import { useCatalogueStore } from '../../stores/catalogue';
import { newId, useTraysStore } from '../../stores/trays';
import { freezeFigure } from './freezeFigure';

/** Something done that can be taken back. */
export interface Undoable {
  text: string;
  back: () => Promise<unknown>;
}

export interface TrayEdits {
  /** Said aloud; empty when nothing. */
  said: Readonly<ShallowRef<string>>;
  undoable: Readonly<ShallowRef<Undoable | null>>;
  /** Why the last step did not hold; null when it did. */
  problem: Readonly<ShallowRef<string | null>>;
  edit: (item: TrayItem, changes: ItemEdit) => Promise<void>;
  /** To the place of an index among the items as they stand. */
  move: (item: TrayItem, to: number, title: string) => Promise<void>;
  duplicate: (item: TrayItem, title: string) => Promise<void>;
  remove: (item: TrayItem, title: string) => Promise<void>;
  freeze: (item: TrayItem, requests: FigureRequests, title: string) => Promise<void>;
  makeLive: (item: TrayItem, title: string) => Promise<void>;
  removeTray: () => Promise<void>;
  undo: () => Promise<void>;
  dismiss: () => void;
}

/** What a person does to a tray, step by step, each told and, where something goes, undoable. */
export function useTrayEdits(tray: () => Tray | null): TrayEdits {
  const { t } = useLocale();
  const trays = useTraysStore();
  const catalogue = useCatalogueStore();
  const said = shallowRef('');
  const undoable = shallowRef<Undoable | null>(null);
  const problem = shallowRef<string | null>(null);

  /** Runs a step; what is said and offered for undoing follows only when it held. */
  async function run(work: () => Promise<boolean>, text = '', back?: () => Promise<unknown>): Promise<void> {
    problem.value = null;
    try {
      if (!(await work())) {
        problem.value = t.tray.gone;
        return;
      }
      said.value = text;
      if (back) undoable.value = { text, back };
    } catch (cause) {
      const { what } =
        cause instanceof AppError ? t.messages[cause.code](cause.params) : t.failure.unknown(String(cause));
      problem.value = t.tray.storeFailed(what);
    }
  }
  const step = (change: TrayChange): Promise<boolean> => {
    const current = tray();
    return current ? trays.change(current.id, change) : Promise.resolve(false);
  };
  const itemsOf = () => tray()?.items ?? [];
  const after = (item: TrayItem) => itemsOf()[itemsOf().findIndex(({ id }) => id === item.id) + 1]?.id ?? null;
  const keptOf = ({ mode, frozen }: TrayItem): ItemEdit => ({ mode, frozen });

  return {
    said,
    undoable,
    problem,
    edit: (item, changes) => run(() => step({ action: 'edit', item: item.id, changes })),
    async move(item, to, title) {
      const others = itemsOf().filter(({ id }) => id !== item.id);
      if (to < 0 || to > others.length) return;
      const before = others[to]?.id ?? null;
      const text = t.tray.moved(title, to + 1, others.length + 1);
      await run(() => step({ action: 'move', item: item.id, before }), text);
    },
    duplicate(item, title) {
      const copy = { ...item, id: newId() };
      const before = after(item);
      return run(
        () => step({ action: 'add', item: copy, before }),
        t.tray.duplicated(title),
        () => step({ action: 'remove', item: copy.id }),
      );
    },
    remove(item, title) {
      const before = after(item);
      return run(
        () => step({ action: 'remove', item: item.id }),
        t.tray.itemRemoved(title),
        () => step({ action: 'add', item, before }),
      );
    },
    freeze: (item, requests, title) =>
      run(
        async () => {
          const frozen = await freezeFigure(requests, catalogue);
          return step({ action: 'edit', item: item.id, changes: { mode: 'frozen', frozen } });
        },
        t.tray.refreshed(title),
        () => step({ action: 'edit', item: item.id, changes: keptOf(item) }),
      ),
    makeLive: (item, title) =>
      run(
        () => step({ action: 'edit', item: item.id, changes: { mode: 'live', frozen: null } }),
        t.tray.nowLive(title),
        () => step({ action: 'edit', item: item.id, changes: keptOf(item) }),
      ),
    async removeTray() {
      const gone = tray();
      if (!gone) return;
      await run(
        () => trays.remove(gone.id).then(() => true),
        t.tray.removed(gone.name),
        () => trays.create(gone.name, gone.items, gone.id),
      );
    },
    async undo() {
      const last = undoable.value;
      undoable.value = null;
      if (last) await run(() => last.back().then((done) => done !== false), t.tray.undone);
    },
    dismiss: () => (undoable.value = problem.value = null),
  };
}
