import { zhDocumentText } from './zhDocuments';
import { zhFirstChartText } from './zhFirst';
import { zhPlaceText } from './zhPlaces';

/** Words that figures and exported pictures are composed from. Domain labels come from the model. */
export const zhChartText = { ...zhFirstChartText, documents: zhDocumentText, ...zhPlaceText };

/** The shape that every language fills. */
export type ChartText = typeof zhChartText;
