import type { PlaceRegister } from '../../domain';
import { cutOffDate } from '../../engine';
import type { SizeCase } from '../facts/size-case';

/** RecipientCode to the one in force at the end of the later grant year: a comparison is shown in those. */
export function shownCodes(a: SizeCase, b: SizeCase, places: PlaceRegister): Int32Array {
  return places.translationTo(cutOffDate(Math.max(a.grantYear, b.grantYear), 4)).target;
}
