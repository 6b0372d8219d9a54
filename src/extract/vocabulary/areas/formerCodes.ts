/** A code that a place no longer has; `until` is inclusive. */
export interface FormerCode {
  code: string;
  name: string;
  /** Today's code of the same place. */
  place: string;
  until: string;
}

/**
 * Codes that changed while reports of the kind were written. Where only the year of a change is sure, the former code
 * holds to the end of the year before. To add one: an entry.
 */
export const formerCodes: readonly FormerCode[] = [
  { code: '421023', name: '监利县', place: '421088', until: '2020-06-11' },
  { code: '420821', name: '京山县', place: '420882', until: '2017-12-31' },
  { code: '420321', name: '郧县', place: '420304', until: '2013-12-31' },
  { code: '610427', name: '彬县', place: '610482', until: '2017-12-31' },
  { code: '430124', name: '宁乡县', place: '430182', until: '2016-12-31' },
  { code: '430521', name: '邵东县', place: '430582', until: '2018-12-31' },
  { code: '430122', name: '望城县', place: '430112', until: '2010-12-31' },
  { code: '431121', name: '祁阳县', place: '431181', until: '2020-12-31' },
  { code: '430221', name: '株洲县', place: '430212', until: '2017-12-31' },
];
