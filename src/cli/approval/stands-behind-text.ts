import type { StandsBehind } from '../../ledger';
import { type CliContext, say } from '../context';

/** How many persons stand behind a batch, and what the ledger cannot tell of them. */
export function standsBehindText(behind: StandsBehind, rehearsal: boolean, context: CliContext): string {
  const { persons, isSigned, sameAccount } = behind;
  const count = say(
    context,
    {
      nb: 'Bak kjøringen står {persons|person|personer}.\n',
      en: '{persons|person stands|persons stand} behind the run.\n',
    },
    { persons },
  );
  if (isSigned || rehearsal) return count;
  const byName = say(context, {
    nb: 'MERK: Hovedboken krever ikke signaturer. Hvem som har kjørt og godkjent, er bare navn som noen har skrevet.\n',
    en: 'NOTE: The ledger requires no signatures. Who has run and approved is only names that somebody typed.\n',
  });
  const account =
    sameAccount === ''
      ? ''
      : say(
          context,
          {
            nb: 'MERK: Kjøring og godkjenning kom fra samme konto på maskinen ({sameAccount}).\n',
            en: 'NOTE: The run and its approval came from the same account of the machine ({sameAccount}).\n',
          },
          { sameAccount },
        );
  return `${count}${byName}${account}`;
}

/** The same for programs. */
export function standsBehindJson({ persons, isSigned, sameAccount }: StandsBehind): object {
  return { persons, signed: isSigned, same_account: sameAccount === '' ? null : sameAccount };
}
