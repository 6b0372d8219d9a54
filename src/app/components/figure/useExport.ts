import { useRouter } from 'vue-router';
import type { Figure } from '../../../charts/figure';
import type { ExportOptions } from '../../../export/exportOptions';
import type { OwnSize, PresetId } from '../../../export/presets';
import { useJob, type Job } from '../../composables/useJob';
import { useLocale } from '../../composables/useLocale';
import { useExportChoiceStore } from '../../stores/exportChoice';
import { today } from '../../today';
import { printedAddress } from '../../url/printedAddress';
import { saveAs, type ExportAction } from './exportActions';

export interface ExportJobs extends Omit<Job, 'start'> {
  savePng: (size: { preset: PresetId } | { ownSize: OwnSize }) => Promise<void>;
  run: (action: ExportAction) => Promise<void>;
}

/** Exports of one figure, one at a time, with the choice that all cards share. `failed` is told what went wrong, or null. */
export function useExport(figure: () => Figure, failed: (message: string | null) => void): ExportJobs {
  const { t } = useLocale();
  const choice = useExportChoiceStore();
  const router = useRouter();
  const { start, ...job } = useJob((why) => failed(why && t.exports.failure(t.exports.failed, why)));

  const optionsOf = (ownSize: OwnSize | null): ExportOptions => ({
    preset: choice.preset,
    ownSize,
    scale: choice.scale,
    theme: choice.theme,
    text: t.charts,
    exportedOn: today(),
    address: printedAddress(router.currentRoute.value.fullPath),
  });

  return {
    ...job,
    savePng: (size) => {
      const own = 'ownSize' in size ? size.ownSize : null;
      if (own) choice.ownSize = own;
      if ('preset' in size) choice.preset = size.preset;
      return start(async (signal) => {
        await saveAs('png', figure(), optionsOf(own), signal);
        return null;
      });
    },
    run: (action) => start((signal) => action.run(figure(), optionsOf(null), { t, signal })),
  };
}
