import { useRouter } from 'vue-router';
import { pageOf } from '../pageList';
import { useCatalogueStore } from '../stores/catalogue';
import { readChoice, settleChoice } from '../url/choice';
import { useChoiceText } from './useChoiceText';
import { useLocale } from './useLocale';

/** What an address shows, in a few words: 趋势 · 资金 · 2018年. Follows language and data. */
export function useAddressText(): (address: string) => string {
  const { t } = useLocale();
  const router = useRouter();
  const catalogue = useCatalogueStore();
  const choiceText = useChoiceText();
  return (address) => {
    const { name, query } = router.resolve(address);
    const choice = readChoice(query);
    return t.views.ofPage(
      t.nav[pageOf(name)],
      choiceText(catalogue.known ? settleChoice(choice, catalogue.known) : choice),
    );
  };
}
