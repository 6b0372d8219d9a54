/** Prints one JSON line a figure: `npm run bench`, or `npm run bench -- NAME` for one benchmark. */
import type { Bench } from './bench';
import { extractBench } from './extract.bench';
import { statisticsBench } from './statistics.bench';

const benches: readonly Bench[] = [statisticsBench, extractBench];
const wanted = process.argv.slice(2);

for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  for (const figure of await bench.run()) console.log(JSON.stringify({ bench: bench.name, ...figure }));
}
