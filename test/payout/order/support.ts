import type { OrderPayment, Payer } from '../../../src/payout';

/** A payer that is made up; its check digits are right. */
export const PAYER: Payer = {
  name: 'Eksempeldirektoratet',
  initiatingParty: [{ id: '310991007', scheme: 'CUST' }],
  debtorIds: [{ id: '310991007', scheme: 'CUST' }],
  division: 'XML1',
  account: '99990001002',
  bics: [
    { bic: 'TESTNOKK', validFrom: '2000-01-01' },
    { bic: 'NEWBNOKK', validFrom: '2018-10-01' },
  ],
  version: 'pain.001.001.03',
  batchBooking: false,
  priority: 'NURG',
  chargeBearer: '',
  oneBlockPerFile: false,
  paymentsPerFileMax: 10_000,
  text: 'Norsktilskudd',
  numbersTries: false,
};

export const BATCH = { grantYear: 2018, term: 1, supplementNumber: 0, isRehearsal: false };

const ADDRESS = { street: '', postCode: '', town: '', country: 'NO' };

/** A payment to a payee. */
export function paymentTo(recipientId: string, amountNok: number, rest: Partial<OrderPayment> = {}): OrderPayment {
  const paymentKey = rest.paymentKey ?? `NT2018T1S0-${recipientId}-PERS`;
  return {
    paymentKey,
    instructionId: paymentKey,
    amountNok,
    executionDate: '2018-04-09',
    account: '99990050119',
    name: 'Halden kommune',
    address: ADDRESS,
    kid: '',
    text: `Norsktilskudd 2018 termin 1 PERS ${paymentKey}`,
    ...rest,
  };
}
