import { centreAndSouth } from './centreAndSouth';
import { northAndEast } from './northAndEast';
import { westAndIslands } from './westAndIslands';

/** Every province, prefecture and county of the country; the form of a row is told in the three files. */
export const areaRows: readonly string[] = [...northAndEast, ...centreAndSouth, ...westAndIslands];
