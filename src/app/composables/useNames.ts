import { isCategory, categories } from '../../model/categories';
import type { Language } from '../../model/language';
import { isMeasure, measures } from '../../model/measures';
import { formatBucket } from '../../statistics/format';
import { useCatalogueStore } from '../stores/catalogue';
import { splitSubject } from '../subjectCodes';
import { useLocale } from './useLocale';

/** Names of the codes that data and address speak in, in the interface's language; an unknown code names itself. */
export interface Names {
  area: (code: string) => string;
  /** The short name, for axes and chips: 江陵 beside 江陵县 where the data has one. */
  areaShort: (code: string) => string;
  category: (code: string) => string;
  /** What is counted, whatever its kind: 工会会员, where `subject` says 新增会员. */
  measure: (code: string) => string;
  subject: (code: string) => string;
  bucket: (id: string) => string;
  report: (id: string) => string;
}

const inLanguage = (language: Language, label: { zh: string; en: string }) => (language === 'en' ? label.en : label.zh);

/** Jianli for Jianli City, Jingzhou Dev. Zone for the long name of a zone. */
const withoutLevel = (english: string) =>
  english.replace(/ (City|County|District|Province)$/, '').replace(/ Development Zone$/, ' Dev. Zone');

/** Names that follow the language and the loaded data: use them inside computed values and templates. */
export function useNames(): Names {
  const catalogue = useCatalogueStore();
  const { t, language } = useLocale();

  const measureName = (code: string) => (isMeasure(code) ? inLanguage(language.value, measures[code]) : null);

  function subject(code: string): string {
    const { base, kind } = splitSubject(code);
    const indicator = catalogue.indicators.get(base);
    if (indicator) {
      const name = language.value === 'en' ? indicator.nameEn || indicator.name : indicator.name;
      return kind === null || kind === indicator.kind ? name : t.subjects.ofKind(name, t.subjects.kinds[kind]);
    }
    if (kind === null || kind === 'flow') return t.subjects.flow[base] ?? measureName(base) ?? code;
    const name = measureName(base);
    return name === null ? code : t.subjects.ofKind(name, t.subjects.kinds[kind]);
  }

  return {
    area(code) {
      const area = catalogue.areas.area(code);
      if (!area) return code;
      return language.value === 'en' ? area.nameEn || area.name : area.name;
    },
    areaShort(code) {
      const area = catalogue.areas.area(code);
      if (!area) return code;
      if (language.value !== 'en') return area.shortName || area.name;
      const english = area.nameEn || area.name;
      const short = withoutLevel(english);
      const above = catalogue.areas.area(area.parent ?? '')?.nameEn ?? '';
      // Jingzhou District lies in Jingzhou City: without its level it would be taken for the city.
      return short === withoutLevel(above) ? english : short;
    },
    category: (code) => (isCategory(code) ? inLanguage(language.value, categories[code]) : code),
    measure: (code) => measureName(code) ?? code,
    subject,
    bucket: (id) => formatBucket(id, language.value),
    report: (id) => catalogue.report(id)?.title ?? id,
  };
}
