import { parseArgs } from 'node:util';

/** What to measure; `npm run bench -- peers --sizes 10000 --runs 20 --only duckdb,arquero`. */
export interface PeerOptions {
  sizes: number[];
  runs: number;
  /** Names of contenders beside ours; null is all. */
  only: string[] | null;
  port: number;
  /** Whether data that an earlier run has made is taken again. */
  again: boolean;
}

/** Reads the options from the command line. Throws on one that does not exist. */
export function peerOptions(args: string[]): PeerOptions {
  const { values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      runs: { type: 'string', default: '50' },
      only: { type: 'string' },
      port: { type: 'string', default: '5220' },
      again: { type: 'boolean', default: false },
    },
  });
  return {
    sizes: values.sizes.split(',').map(Number),
    runs: Number(values.runs),
    only: values.only?.split(',') ?? null,
    port: Number(values.port),
    again: values.again,
  };
}
