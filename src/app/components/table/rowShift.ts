/** No browser draws anything higher: beyond some 17 million pixels rows would vanish. */
const mostPx = 16_000_000;

/** A list that is scrolled: all lengths in pixels. */
export interface ScrolledList {
  count: number;
  rowHeightPx: number;
  /** Height of the window, and of the head within it. */
  windowPx: number;
  headPx: number;
}

/** How rows stand in a list that may be too long to be drawn at its full height. */
export interface RowShift {
  /** Places that the list has room for: as many as rows, or fewer. */
  places: number;
  /** The row at a place while another place is the first in the window. */
  shiftAt: (firstPlace: number) => number;
  /** The place to scroll to so that a row comes first. */
  placeOf: (firstRow: number) => number;
}

/**
 * Lets a list be scrolled over its whole length where it is longer than a browser can draw: then a step of the scroll bar
 * passes over several rows, the first and the last are at the ends, and rows in the window stay together.
 */
export function rowShift({ count, rowHeightPx, windowPx, headPx }: ScrolledList): RowShift {
  const places = Math.min(count, Math.floor(mostPx / rowHeightPx));
  const hidden = count - places;
  const lastFirst = Math.max(1, Math.floor((headPx + places * rowHeightPx - windowPx) / rowHeightPx));
  const within = (place: number) => Math.min(Math.max(place, 0), lastFirst);
  return {
    places,
    shiftAt: (firstPlace) => Math.round((within(firstPlace) / lastFirst) * hidden),
    placeOf: (firstRow) => within(Math.round((firstRow * lastFirst) / (lastFirst + hidden))),
  };
}
