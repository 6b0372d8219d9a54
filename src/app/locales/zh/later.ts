import { zhDocumentText } from '../../../charts/text/zhDocuments';
import { zhPlaceText } from '../../../charts/text/zhPlaces';
import { displayMenu } from './displayMenu';
import { exportWords } from './exports';
import { grid } from './grid';
import { places } from './places';
import { trayWords } from './tray';

/** The Chinese words of what is loaded after a first screen. */
export const later = {
  ...places,
  ...exportWords,
  ...trayWords,
  displayMenu,
  grid,
  charts: { documents: zhDocumentText, ...zhPlaceText },
};
