import { enDocumentText } from '../../../charts/text/enDocuments';
import { enPlaceText } from '../../../charts/text/enPlaces';
import type { LaterWords } from '../dictionary';
import { displayMenu } from './displayMenu';
import { exportWords } from './exports';
import { grid } from './grid';
import { places } from './places';
import { trayWords } from './tray';

/** The English words of what is loaded after a first screen. */
export const later = {
  ...places,
  ...exportWords,
  ...trayWords,
  displayMenu,
  grid,
  charts: { documents: enDocumentText, ...enPlaceText },
} satisfies LaterWords;
