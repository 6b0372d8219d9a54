export const annotationKinds = ['event', 'definition'] as const;
/** `event`: something happened that moves the numbers; `definition`: what is counted, or where, has changed. */
export type AnnotationKind = (typeof annotationKinds)[number];

/** A remark attached to the data: every chart that covers its time, place and subject shows it. */
export interface Annotation {
  id: string;
  /** ISO dates, both inclusive; the same day for what happened on one. */
  start: string;
  end: string;
  refArea: string;
  /** Code of a measure or an indicator; null for all. */
  subject: string | null;
  kind: AnnotationKind;
  zh: string;
  en: string;
}
