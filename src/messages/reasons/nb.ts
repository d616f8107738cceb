import type { Translation } from '../catalogue';
import type { reasonsEn } from './en';

/** What a bank gives as a reason, and what a payer does about it, in Norwegian. */
const SAID = '{file}: banken sier {said} om {count|betaling|betalinger}: {named}.';

export const reasonsNb = {
  RECEIPT_REASON_ACCOUNT: SAID,
  'RECEIPT_REASON_ACCOUNT.action':
    'Få mottakeren til å bekrefte kontoen på en annen måte, la to personer føre den inn, og skriv betalingen på nytt: norsktilskudd payout write KJØRING --again --as NAVN [--key FIL]',
  RECEIPT_REASON_SETUP: SAID,
  'RECEIPT_REASON_SETUP.action':
    'Feilen er i vårt eget oppsett: rett payment i norsktilskudd.json sammen med banken (norsktilskudd doctor --payment), og kjør deretter norsktilskudd payout write KJØRING --again --as NAVN [--key FIL]',
  RECEIPT_REASON_DUPLICATE: SAID,
  'RECEIPT_REASON_DUPLICATE.action': 'Den første gjelder: finn svaret på den. Betal aldri på nytt på grunn av dette.',
  RECEIPT_REASON_IDENTITY: SAID,
  'RECEIPT_REASON_IDENTITY.action':
    'Finn ut med banken om det er betalt. Bare hvis det helt sikkert ikke er det: norsktilskudd payout write KJØRING --again --as NAVN [--key FIL] med number_tries i innstillingene.',
  RECEIPT_REASON_LIMIT: SAID,
  'RECEIPT_REASON_LIMIT.action': 'Få banken til å heve grensen i avtalen, og kjør deretter norsktilskudd payout write KJØRING --again --as NAVN [--key FIL]. Programmet deler aldri en betaling.',
  RECEIPT_REASON_COVER: SAID,
  'RECEIPT_REASON_COVER.action': 'Si fra til økonomi i dag: kontoen mangler dekning. Betal ikke på nytt før banken har svart.',
  RECEIPT_REASON_REGISTER: SAID,
  'RECEIPT_REASON_REGISTER.action':
    'Rett navn og adresse i mottakerregisteret (norsktilskudd recipients import FIL --as NAVN [--key FIL]), og kjør deretter norsktilskudd payout write KJØRING --again --as NAVN [--key FIL]',
  RECEIPT_REASON_DATE: SAID,
  'RECEIPT_REASON_DATE.action': 'Velg en annen bankdag; det som er avvist, skrives på nytt: norsktilskudd payout write KJØRING --again --on DATO --as NAVN [--key FIL]',
  RECEIPT_REASON_REMITTANCE: SAID,
  'RECEIPT_REASON_REMITTANCE.action':
    'Rett KID for mottakeren, eller ta den ut (norsktilskudd recipients import FIL --as NAVN [--key FIL]), og kjør deretter norsktilskudd payout write KJØRING --again --as NAVN [--key FIL]',
  RECEIPT_REASON_PROGRAM: SAID,
  'RECEIPT_REASON_PROGRAM.action': 'Feilen er i selve filen. Lever ingen flere filer, og si fra til den som har ansvar for programmet.',
  RECEIPT_REASON_ASK: SAID,
  'RECEIPT_REASON_ASK.action':
    'Spør banken, eller den som stanset det. Det våre egne har slettet, skrives på nytt med begrunnelse: norsktilskudd payout write KJØRING --again --reason "..." --as NAVN [--key FIL]',
  RECEIPT_REASON_HAND: SAID,
  'RECEIPT_REASON_HAND.action': 'Les hva banken sier, spør den, og avgjør det for hånd. Ingenting betales på nytt automatisk.',
  RECEIPT_WAITING: SAID,
  'RECEIPT_WAITING.action': 'Si fra til økonomi i dag: banken venter på noen, eller på dekning på kontoen.',
  RECEIPT_CHANGED: SAID,
  'RECEIPT_CHANGED.action': 'Banken utfører det annerledes enn bestilt. Se om dag og beløp stemmer.',
  PAYOUT_DELETED: '{named}: {count|betaling|betalinger} slettet i banken av våre egne (DS02).',
  'PAYOUT_DELETED.action': 'Finn ut hvorfor, og si det med --reason.',
} as const satisfies Translation<typeof reasonsEn>;
