import type { Annotation } from '../../model/annotation';
import type { Dataset } from '../../model/dataset';

/** GeoJSON text of the children of a place. */
export interface Boundaries {
  place: string;
  geojson: string;
}

/** A package but for its observations, of which there may be millions. */
export interface PackageHead {
  name: string;
  version: string;
  dataset: Omit<Dataset, 'observations'>;
  annotations: Annotation[];
  boundaries: Boundaries[];
}

/** A whole package in memory. */
export interface DataPackage extends PackageHead {
  dataset: Dataset;
}
