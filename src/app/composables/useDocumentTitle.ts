import type { Ref } from 'vue';
import { watchEffect } from 'vue';
import type { PageId } from '../pageList';
import { useLocale } from './useLocale';

/** Keeps the document's title on the page and the language. */
export function useDocumentTitle(page: Readonly<Ref<PageId>>): void {
  const { t } = useLocale();
  watchEffect(() => {
    document.title = t.shell.title(t.nav[page.value], t.product.name);
  });
}
