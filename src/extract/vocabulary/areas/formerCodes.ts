/** A code that a place no longer has; dates are inclusive, an open beginning is left out. */
export interface FormerCode {
  code: string;
  name: string;
  /** Today's code of the same place. */
  place: string;
  from?: string;
  until: string;
}

/** Codes that changed while reports of the kind were written. To add one: an entry. */
export const formerCodes: readonly FormerCode[] = [
  { code: '421023', name: '监利县', place: '421088', until: '2020-06-11' },
  { code: '420821', name: '京山县', place: '420882', until: '2018-02-08' },
  { code: '610427', name: '彬县', place: '610482', until: '2018-05-02' },
  { code: '420321', name: '郧县', place: '420304', until: '2014-09-08' },
  { code: '430124', name: '宁乡县', place: '430182', until: '2017-04-09' },
  { code: '430521', name: '邵东县', place: '430582', until: '2019-07-02' },
  { code: '430122', name: '望城县', place: '430112', until: '2011-05-19' },
];
