/** How long nobody must have asked anything; milliseconds. */
const quietMs = 250;

/** Tells work that can wait when its time has come. */
export interface QuietTime {
  /** Does what cannot wait. */
  busy: <T>(work: () => Promise<T>) => Promise<T>;
  /** Waits until nothing is being done, and nothing has been for a while. */
  quiet: () => Promise<void>;
}

/** Watches over what is asked. */
export function quietTime(): QuietTime {
  let doing = 0;
  // Who has just come is about to ask.
  let last = performance.now();
  return {
    busy: async (work) => {
      doing += 1;
      try {
        return await work();
      } finally {
        doing -= 1;
        last = performance.now();
      }
    },
    quiet: async () => {
      for (;;) {
        const restMs = doing > 0 ? quietMs : last + quietMs - performance.now();
        if (restMs <= 0) return;
        await new Promise((resolve) => setTimeout(resolve, restMs));
      }
    },
  };
}
