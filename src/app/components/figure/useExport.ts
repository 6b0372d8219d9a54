import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { useRouter } from 'vue-router';
import type { Figure } from '../../../charts/figure';
import type { ExportOptions } from '../../../export/exportOptions';
import type { OwnSize, PresetId } from '../../../export/presets';
import { AppError } from '../../../model/appError';
import { useLocale } from '../../composables/useLocale';
import { useExportChoiceStore } from '../../stores/exportChoice';
import { today } from '../../today';
import { saveAs, type ActionContext, type ExportAction } from './exportActions';

/** A job that takes longer than this shows that it runs and how to stop it, in milliseconds. */
const slowMs = 600;

export interface ExportJobs {
  busy: Readonly<ShallowRef<boolean>>;
  /** The job under way is slow: time to offer 取消. */
  slow: Readonly<ShallowRef<boolean>>;
  /** What the last job has to say; empty when nothing. */
  status: Readonly<ShallowRef<string>>;
  savePng: (size: { preset: PresetId } | { ownSize: OwnSize }) => Promise<void>;
  run: (action: ExportAction) => Promise<void>;
  cancel: () => void;
}

/** Exports of one figure, one at a time, with the choice that all cards share. `failed` is told what went wrong, or null. */
export function useExport(figure: () => Figure, failed: (message: string | null) => void): ExportJobs {
  const { t } = useLocale();
  const choice = useExportChoiceStore();
  const router = useRouter();
  const busy = shallowRef(false);
  const slow = shallowRef(false);
  const status = shallowRef('');
  let aborter = new AbortController();
  onScopeDispose(() => aborter.abort());

  const optionsOf = (ownSize: OwnSize | null): ExportOptions => ({
    preset: choice.preset,
    ownSize,
    scale: choice.scale,
    theme: choice.theme,
    text: t.charts,
    exportedOn: today(),
    address: `#${decodeURI(router.currentRoute.value.fullPath)}`,
  });

  async function start(job: (context: ActionContext) => Promise<string | null>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    status.value = '';
    failed(null);
    aborter = new AbortController();
    const timer = setTimeout(() => (slow.value = true), slowMs);
    try {
      status.value = (await job({ t, signal: aborter.signal })) ?? '';
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'cancelled') return;
      const message =
        cause instanceof AppError ? t.messages[cause.code](cause.params) : t.failure.unknown(String(cause));
      failed(t.exports.failure(t.exports.failed, message.what));
    } finally {
      clearTimeout(timer);
      busy.value = slow.value = false;
    }
  }

  return {
    busy,
    slow,
    status,
    savePng: (size) => {
      const own = 'ownSize' in size ? size.ownSize : null;
      if (own) choice.ownSize = own;
      if ('preset' in size) choice.preset = size.preset;
      return start(async ({ signal }) => {
        await saveAs('png', figure(), optionsOf(own), signal);
        return null;
      });
    },
    run: (action) => start((context) => action.run(figure(), optionsOf(null), context)),
    cancel: () => aborter.abort(),
  };
}
