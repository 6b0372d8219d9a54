/** Prints one JSON line a figure: `npm run bench`, or `npm run bench -- NAME` for one benchmark. */
import type { Bench } from './bench';
import { extractBench } from './extract.bench';
import { peersBench } from './peers.bench';
import { productBench } from './product.bench';
import { sourcesBench } from './sources.bench';
import { statisticsBench } from './statistics.bench';
import { tableBench } from './table.bench';

const benches: readonly Bench[] = [statisticsBench, extractBench, tableBench, sourcesBench, productBench, peersBench];
const named = process.argv.slice(2);
const options = named.findIndex((word) => word.startsWith('--'));
const wanted = options < 0 ? named : named.slice(0, options);

for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  for await (const figure of await bench.run()) console.log(JSON.stringify({ bench: bench.name, ...figure }));
}
