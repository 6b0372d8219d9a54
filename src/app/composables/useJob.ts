import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { AppError } from '../../model/appError';
import { useLocale } from './useLocale';

/** A job that takes longer than this shows that it runs and how to stop it, in milliseconds. */
const slowMs = 600;

export interface Job {
  busy: Readonly<ShallowRef<boolean>>;
  /** The job under way is slow: time to offer 取消. */
  slow: Readonly<ShallowRef<boolean>>;
  /** What the last job has to say; empty when nothing. */
  status: Readonly<ShallowRef<string>>;
  start: (work: (signal: AbortSignal) => Promise<string | null>) => Promise<void>;
  cancel: () => void;
}

/**
 * Work of some seconds, one at a time, that can be cancelled; leaving the page cancels it. `failed` is told in a
 * sentence what went wrong, or null when the next job begins.
 */
export function useJob(failed: (message: string | null) => void): Job {
  const { t } = useLocale();
  const busy = shallowRef(false);
  const slow = shallowRef(false);
  const status = shallowRef('');
  let aborter = new AbortController();
  onScopeDispose(() => aborter.abort());

  async function start(work: (signal: AbortSignal) => Promise<string | null>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    status.value = '';
    failed(null);
    aborter = new AbortController();
    const timer = setTimeout(() => (slow.value = true), slowMs);
    try {
      status.value = (await work(aborter.signal)) ?? '';
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'cancelled') return;
      const message =
        cause instanceof AppError ? t.messages[cause.code](cause.params) : t.failure.unknown(String(cause));
      failed(message.what);
    } finally {
      clearTimeout(timer);
      busy.value = slow.value = false;
    }
  }

  return { busy, slow, status, start, cancel: () => aborter.abort() };
}
