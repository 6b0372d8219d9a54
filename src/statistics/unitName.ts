import type { Language } from '../model/language';

/** English words for the measure words that reports use; plural, because totals are. Empty where English needs none. */
const english: Record<string, string> = {
  人次: 'person-times',
  人: 'people',
  名: 'people',
  位: 'people',
  户: 'households',
  户次: 'household visits',
  家: 'organisations',
  家次: 'visits',
  个: '',
  项: '',
  条: '',
  场: 'sessions',
  场次: 'sessions',
  期: 'sessions',
  次: 'times',
  件: 'cases',
  件次: 'cases',
  起: 'cases',
  元: 'yuan',
  篇: 'articles',
  部: 'works',
  份: 'copies',
  册: 'volumes',
  本: 'books',
  套: 'sets',
  支: 'teams',
  台: 'units',
  对: 'pairs',
  所: 'schools',
  座: 'buildings',
  间: 'rooms',
  处: 'places',
  批: 'batches',
  类: 'kinds',
  千瓦: 'kW',
  平方米: 'm²',
  公里: 'km',
  吨: 'tonnes',
  亩: 'mu',
};

/** A unit in a language: as printed in Chinese, its English word where there is one, the unit itself otherwise. */
export function unitName(unit: string, language: Language): string {
  return language === 'en' && Object.hasOwn(english, unit) ? (english[unit] ?? unit) : unit;
}
