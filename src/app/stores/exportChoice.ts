import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import { pictureThemeNames, type PictureThemeName } from '../../charts/theme';
import { isOwnSize, presetIds, scales, type OwnSize, type PresetId, type Scale } from '../../export/presets';

const storageKey = 'export';

interface ExportChoice {
  preset: PresetId;
  scale: Scale;
  theme: PictureThemeName;
  ownSize: OwnSize;
}

function readKept(): Partial<Record<keyof ExportChoice, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** What was kept, field by field; whatever is missing, foreign or unreadable takes the default. */
function keptChoice(): ExportChoice {
  const kept = readKept();
  const size = (typeof kept.ownSize === 'object' ? kept.ownSize : null) as Partial<
    Record<keyof OwnSize, unknown>
  > | null;
  const own = { widthPx: Number(size?.widthPx), heightPx: Number(size?.heightPx) };
  return {
    preset: presetIds.find((known) => known === kept.preset) ?? 'full',
    scale: scales.find((known) => known === kept.scale) ?? 1,
    theme: pictureThemeNames.find((known) => known === kept.theme) ?? 'light',
    ownSize: isOwnSize(own) ? own : { widthPx: 1600, heightPx: 900 },
  };
}

/** The last choice of a picture's form, kept in this browser and shared by all cards. */
export const useExportChoiceStore = defineStore('exportChoice', () => {
  const kept = keptChoice();
  const preset = shallowRef(kept.preset);
  const scale = shallowRef(kept.scale);
  const theme = shallowRef(kept.theme);
  const ownSize = shallowRef(kept.ownSize);

  watch([preset, scale, theme, ownSize], () => {
    const choice: ExportChoice = {
      preset: preset.value,
      scale: scale.value,
      theme: theme.value,
      ownSize: ownSize.value,
    };
    try {
      localStorage.setItem(storageKey, JSON.stringify(choice));
    } catch {
      // Where storage is refused the choice lasts as long as the page.
    }
  });

  return { preset, scale, theme, ownSize };
});
