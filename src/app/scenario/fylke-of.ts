import { asRecipientCode, isKommune, NO_RECIPIENT } from '../../domain';

/** Fylke in which a kommune lies, by its number; a fylkeskommune is its own. */
export function fylkeOf(recipient: number): number {
  if (recipient === NO_RECIPIENT || !isKommune(asRecipientCode(recipient))) return recipient;
  return Math.floor(recipient / 1000) * 1000;
}
