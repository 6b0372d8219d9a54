import areas from '../../fixtures/package-small/data/areas.csv?raw';
import boundaries from '../../fixtures/package-small/data/geo/421000.json?raw';
import indicators from '../../fixtures/package-small/data/indicators.csv?raw';
import observations from '../../fixtures/package-small/data/observations.csv?raw';
import reports from '../../fixtures/package-small/data/reports.csv?raw';
import descriptor from '../../fixtures/package-small/datapackage.json?raw';
import type { DataPackage } from '../../../src/read/package/dataPackage';
import { readDescriptor, type Descriptor } from '../../../src/read/package/descriptor';
import { readWhole } from './readWhole';

/** The files of the small package by their path; tests change copies of it. */
export const smallFiles: Readonly<Record<string, string>> = {
  'datapackage.json': descriptor,
  'data/areas.csv': areas,
  'data/indicators.csv': indicators,
  'data/reports.csv': reports,
  'data/observations.csv': observations,
  'data/geo/421000.json': boundaries,
};

/** The descriptor of the small package. */
export function smallDescriptor(): Descriptor {
  const result = readDescriptor(descriptor);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.descriptor;
}

/** The small package, read; parts of it may be replaced. */
export function smallPackage(changes: Partial<DataPackage> = {}): DataPackage {
  const result = readWhole(smallDescriptor(), new Map(Object.entries(smallFiles)));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { ...result.dataPackage, ...changes };
}
