import { actsEn } from './acts/en';
import { actsNb } from './acts/nb';
import { analysisEn } from './analysis/en';
import { analysisNb } from './analysis/nb';
import { appEn } from './app/en';
import { appNb } from './app/nb';
import { auditEn } from './audit/en';
import { auditNb } from './audit/nb';
import type { Language } from './catalogue';
import { checksEn } from './checks/en';
import { checksNb } from './checks/nb';
import { claimsEn } from './claims/en';
import { claimsNb } from './claims/nb';
import { cliEn } from './cli/en';
import { cliNb } from './cli/nb';
import { engineEn } from './engine/en';
import { engineNb } from './engine/nb';
import { explainEn } from './explain/en';
import { explainNb } from './explain/nb';
import { ledgerEn } from './ledger/en';
import { ledgerNb } from './ledger/nb';
import { lettersEn } from './letters/en';
import { lettersNb } from './letters/nb';
import { listsEn } from './lists/en';
import { listsNb } from './lists/nb';
import { nextEn } from './next/en';
import { nextNb } from './next/nb';
import { outcomesEn } from './outcomes/en';
import { outcomesNb } from './outcomes/nb';
import { paymentsEn } from './payments/en';
import { paymentsNb } from './payments/nb';
import { payoutEn } from './payout/en';
import { payoutNb } from './payout/nb';
import { reasonsEn } from './reasons/en';
import { reasonsNb } from './reasons/nb';
import { registerEn } from './register/en';
import { registerNb } from './register/nb';
import { reportEn } from './report/en';
import { reportNb } from './report/nb';
import { rulesEn } from './rules/en';
import { rulesNb } from './rules/nb';
import { syntheticEn } from './synthetic/en';
import { syntheticNb } from './synthetic/nb';
import { verifierEn } from './verifier/en';
import { verifierNb } from './verifier/nb';

const EN = {
  ...actsEn,
  ...analysisEn,
  ...appEn,
  ...auditEn,
  ...claimsEn,
  ...cliEn,
  ...engineEn,
  ...explainEn,
  ...ledgerEn,
  ...listsEn,
  ...outcomesEn,
  ...checksEn,
  ...lettersEn,
  ...nextEn,
  ...paymentsEn,
  ...payoutEn,
  ...reasonsEn,
  ...registerEn,
  ...reportEn,
  ...rulesEn,
  ...syntheticEn,
  ...verifierEn,
};

const NB = {
  ...actsNb,
  ...analysisNb,
  ...appNb,
  ...auditNb,
  ...claimsNb,
  ...cliNb,
  ...engineNb,
  ...explainNb,
  ...ledgerNb,
  ...listsNb,
  ...outcomesNb,
  ...checksNb,
  ...lettersNb,
  ...nextNb,
  ...paymentsNb,
  ...payoutNb,
  ...reasonsNb,
  ...registerNb,
  ...reportNb,
  ...rulesNb,
  ...syntheticNb,
  ...verifierNb,
};

/** The English texts by key: what another language must have, and which values each text names. */
export type English = typeof EN;

/** Every text by language: a language that lacks one does not compile. */
export const TEXTS: Readonly<Record<Language, Readonly<Record<keyof English, string>>>> = { nb: NB, en: EN };
