import { shallowRef, type ShallowRef } from 'vue';

const storageKey = 'tour';

function isSeen(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return true;
  }
}

/** Shared by the offer and the menu that finds the tour again; storage is first looked at when one of them stands. */
let offered: ShallowRef<boolean> | null = null;
const isOpen = shallowRef(false);

/** The tour of the first visit: offered until it is taken or declined, found again in the header. */
export function useTour() {
  const isOffered = (offered ??= shallowRef(!isSeen()));
  /** It is not offered again; where storage cannot keep that, it was never offered. */
  function decline(): void {
    isOffered.value = false;
    try {
      localStorage.setItem(storageKey, 'seen');
    } catch {
      return;
    }
  }
  function start(): void {
    decline();
    isOpen.value = true;
  }
  return { isOffered, isOpen, start, decline };
}
