/** Places stand in administrative order, or by their totals, the largest first and those without a number last. */
export type PlaceOrder = 'administrative' | 'value';

/** Which places a series by area is wanted of, where there are too many to be seen at once. */
export interface PlacesAsked {
  order: PlaceOrder;
  /** Up to so many are given together; more go by pages of so many. */
  most: number;
  /** Number of a place in that order, or its code: the page that it is on is given. */
  from: number | string;
}

/** The page of places that an answer holds, of so many in all. */
export interface PlacesShown {
  order: PlaceOrder;
  most: number;
  from: number;
  total: number;
}
