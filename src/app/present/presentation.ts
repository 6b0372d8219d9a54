import { shallowReadonly, shallowRef, type ShallowRef } from 'vue';
import type { Figure } from '../../charts/figure';

/** One slide: a figure, or without one a page of words. */
export interface Slide {
  figure: Figure | null;
  title: string;
  /** Lines below the title of a page of words. */
  lines: readonly string[];
  /** What only the speaker sees. */
  note: string;
}

export interface Presentation {
  name: string;
  slides: readonly Slide[];
  /** Index of the slide to begin with. */
  at: number;
}

// One window shows one presentation.
const current = shallowRef<Presentation | null>(null);

/** What is being presented in this window, if anything. */
export function usePresentation(): {
  current: Readonly<ShallowRef<Presentation | null>>;
  start: (presentation: Presentation) => void;
  end: () => void;
} {
  return {
    current: shallowReadonly(current),
    start: (presentation) => (current.value = presentation),
    end: () => (current.value = null),
  };
}
