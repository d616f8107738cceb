import { asRecipientCode } from '../../src/domain';
import type { RecipientFacts } from '../../src/ledger';
import { code } from './support';

/** What a letter of a kommune says, with what is other than usual. */
export function factsOf(recipient: string, other: Partial<RecipientFacts> = {}): RecipientFacts {
  return {
    recipient: asRecipientCode(code(recipient)),
    validFrom: '',
    validTo: '',
    legalName: `Kommune ${recipient}`,
    orgNumber: '950000007',
    account: '15030000002',
    language: 'nb',
    address: { street: 'Storgata 1', postCode: '1771', town: 'Halden', country: 'NO' },
    kids: new Map(),
    ...other,
  };
}
