import type { Text } from '../catalogue';

/** The rulebook's assumptions as an explanation tells them. */
export const ASSUMPTION_TEXTS = {
  A1: {
    nb: 'Den som er født 29. februar, fyller år 1. mars i år som ikke er skuddår.',
    en: 'Somebody born on 29 February has their birthday on 1 March in common years.',
  },
  A2: {
    nb: 'Etter introduksjonsloven regnes alderen på dagen for inntreden, fra og med 16 til og med 66.',
    en: 'Under introduksjonsloven the age counts on the day of entry, from 16 to 66.',
  },
  A3: {
    nb: 'Det er nok med én dag i personkretsen i løpet av året, i live og i landet.',
    en: 'One day of the year in the target group, alive and in the country, is enough.',
  },
  A4: {
    nb: 'Alderen 31. desember året før må være under 67.',
    en: 'The age on 31 December of the year before must be below 67.',
  },
  A5: {
    nb: 'Radene ordnes etter inntreden, så registrering, så plass i filen. Den første raden gir året for inntreden.',
    en: 'Rows are ordered by entry, then registration, then place in the file. The first gives the entry year.',
  },
  A6: {
    nb: 'Regiontabellen sier hvilken region hvert land hører til.',
    en: 'The region table says to which region each country belongs.',
  },
  A7: {
    nb: 'Statsløse og personer med ukjent land får høy sats.',
    en: 'Stateless persons and persons of unknown country have the high rate.',
  },
  A8: {
    nb: 'Den som utløser tilskudd, utløser hele årsbeløpet.',
    en: 'Somebody who triggers the grant triggers the whole amount for the year.',
  },
  A9: {
    nb: 'Når rader overlapper, gjelder den med den seneste fra-datoen.',
    en: 'Where rows overlap, the one with the latest from-date counts.',
  },
  A10: {
    nb: 'Beløp deles etter dager i hele kroner, og kroner til overs går til de største restene.',
    en: 'Amounts are split by days in whole kroner, and kroner left over go to the largest remainders.',
  },
  A11: {
    nb: 'Fra 2022 telles også personer etter kapittel 6A i grunntilskuddet.',
    en: 'From 2022 persons under chapter 6A count for grunntilskudd too.',
  },
  A12: {
    nb: 'Tellingen til grunntilskuddet gjøres ikke om igjen når den er bokført.',
    en: 'The count for grunntilskudd is not done again once it is posted.',
  },
  A13: {
    nb: 'Timetilskuddet avrundes én gang, på summen fra årets begynnelse.',
    en: 'The hour grant is rounded once, on the sum from the beginning of the year.',
  },
  A14: {
    nb: 'Terminene slutter 31. mars, 30. juni, 30. september og 31. desember.',
    en: 'Terms end on 31 March, 30 June, 30 September and 31 December.',
  },
  A15: {
    nb: 'Grunntilskuddet forfaller i termin 3 i 2016 til 2019 og i termin 1 i 2020 til 2023.',
    en: 'Grunntilskudd is due in term 3 in 2016 to 2019 and in term 1 in 2020 to 2023.',
  },
  A16: {
    nb: 'Fra 2024 fordeles beløpet likt på terminene som er igjen.',
    en: 'From 2024 the amount is spread evenly over the terms that are left.',
  },
  A17: {
    nb: 'En kjøring gjør også opp tilskuddsåret før.',
    en: 'A run also settles the grant year before.',
  },
  A18: {
    nb: 'Linjer motregnes bare mot linjer i samme gruppe av tilskudd.',
    en: 'Lines are netted only against lines in the same group of grants.',
  },
  A19: {
    nb: 'Ordningen for kollektiv beskyttelse tar slutt 1. juli 2026.',
    en: 'Collective protection ends on 1 July 2026.',
  },
} satisfies Readonly<Record<string, Text>>;
