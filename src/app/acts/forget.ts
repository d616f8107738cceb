import { NorsktilskuddError } from '../../domain';
import type { Ledger } from '../../ledger';
import { dropStoredFacts } from '../facts/stored-facts';
import type { Installation } from '../installation';
import { findPerson, installationPseudonyms, isPseudonym } from '../privacy/find-person';
import { type Act, type Acted, type ActingInstallation, withAct } from './act';

/** Whose DUF numbers go: those whom no run of a year or later can reach, or one person by DUF number or pseudonym. */
export type WhoIsForgotten = { readonly lastGrantYear: number } | { readonly person: string };

type ForgettingInstallation = ActingInstallation & Pick<Installation, 'pseudonymKeyFile'>;

/**
 * Deletes DUF numbers from the ledger; what was posted stays, and verifies as before.
 *
 * @throws NorsktilskuddError usage LEDGER_PERSON_UNKNOWN
 */
export function forgetPersons(
  installation: ForgettingInstallation,
  { who, ...act }: Act & { readonly who: WhoIsForgotten; readonly reason: string },
): Acted<{ readonly persons: number }> {
  return withAct(installation, act, (ledger, by) => {
    const whom = 'person' in who ? { personId: personOf(who.person, ledger, installation) } : who;
    const persons = ledger.forgetPersons(whom, by);
    dropStoredFacts(installation.db);
    return { persons };
  });
}

/** DUF number of a person given by DUF number or by pseudonym. */
function personOf(text: string, ledger: Ledger, installation: ForgettingInstallation): number {
  if (/^\d{12}$/.test(text)) return Number(text);
  const found = isPseudonym(text)
    ? findPerson(text, installationPseudonyms(installation), ledger, installation, '')
    : undefined;
  if (found === undefined) throw new NorsktilskuddError('usage', 'LEDGER_PERSON_UNKNOWN', {});
  return found;
}
