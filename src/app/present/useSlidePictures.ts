import { onScopeDispose, shallowReactive, watch } from 'vue';
import type { OwnSize } from '../../export/presets';
import type { PictureThemeName } from '../../charts/theme';
import { useLocale } from '../composables/useLocale';
import type { Slide } from './presentation';

/** A slide that has been drawn, or could not be. */
export type SlidePicture = { svg: string; url: string } | 'failed';

interface Wish {
  slides: () => readonly Slide[];
  index: () => number;
  /** Null for the whole 16:9 page. */
  size: () => OwnSize | null;
  theme: () => PictureThemeName;
}

/**
 * Slides laid out as exported pictures are, with their large type, as vectors. The one that is shown comes first, then
 * its neighbours; those drawn stay until size, theme or language change.
 */
export function useSlidePictures({ slides, index, size, theme }: Wish): ReadonlyMap<number, SlidePicture> {
  const { t, language } = useLocale();
  const pictures = shallowReactive(new Map<number, SlidePicture>());
  let latest = 0;

  async function draw(at: number, turn: number): Promise<void> {
    const figure = slides()[at]?.figure;
    if (!figure || pictures.has(at)) return;
    let picture: SlidePicture;
    try {
      const { drawPicture } = await import('../../export/picture');
      const form = { preset: 'full', scale: 1, theme: theme(), text: t.charts, exportedOn: null } as const;
      const svg = await drawPicture(figure, { ...form, ownSize: size() }, 1);
      picture = { svg, url: URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })) };
    } catch {
      picture = 'failed';
    }
    if (turn === latest) pictures.set(at, picture);
    else release(picture);
  }
  function release(picture: SlidePicture): void {
    if (picture !== 'failed') URL.revokeObjectURL(picture.url);
  }
  function clear(): void {
    latest++;
    pictures.forEach(release);
    pictures.clear();
  }

  watch([() => JSON.stringify(size()), theme, language], clear);
  watch(
    [index, () => JSON.stringify(size()), theme, language],
    async ([at]) => {
      const turn = latest;
      for (const one of [at, at + 1, at - 1]) if (turn === latest) await draw(one, turn);
    },
    { immediate: true },
  );
  onScopeDispose(clear);
  return pictures;
}
