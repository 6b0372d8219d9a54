import type { SlideStep } from './slideSteps';

/** Name of the route that the speaker's window opens. */
export const presenterRoute = 'presenter';

/** A slide as it crosses to the speaker's window: drawn already, since figures cannot cross. */
export interface SlideView {
  title: string;
  lines: string[];
  note: string;
  /** Null for a page of words, and while the picture is being drawn. */
  svg: string | null;
}

/** What the speaker's window shows. */
export interface PresenterState {
  index: number;
  total: number;
  blank: boolean;
  /** Epoch milliseconds. */
  startedAt: number;
  current: SlideView;
  next: SlideView | null;
}

export type PresenterMessage =
  { type: 'hello' } | { type: 'state'; state: PresenterState } | { type: 'step'; step: SlideStep } | { type: 'end' };

/** The channel between a presentation and its speaker's window; `id` tells presentations of several tabs apart. */
export function presenterChannel(id: string, onMessage: (message: PresenterMessage) => void) {
  const channel = new BroadcastChannel(`presenter-${id}`);
  channel.onmessage = ({ data }: MessageEvent<PresenterMessage>) => onMessage(data);
  return {
    post: (message: PresenterMessage) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
