import type { Catalogue } from './catalogue';

/** Texts of what the rate model and other estimates lack. */
export const rateModelMessages = {
  RATE_MODEL_DATA_MISSING: {
    text: { nb: 'Satsmodellen mangler tall for {year}.', en: 'The rate model lacks figures of {year}.' },
    action: {
      nb: 'Skaff det som står over. Modellen setter aldri et manglende tall til null.',
      en: 'Supply what stands above. The model never takes a missing figure as zero.',
    },
  },
  RATE_MODEL_NO_PARTICIPANTS: {
    text: {
      nb: 'Ingen med timer utløser persontilskudd i år {yearNumber}, så det er ikke noe snitt å regne fra.',
      en: 'Nobody with hours triggers persontilskudd in year {yearNumber}, so there is no average to start from.',
    },
    action: { nb: '', en: '' },
  },
  RATE_MODEL_NO_SAMPLE: {
    text: {
      nb: 'Ingen kommune i cost_base.csv har både kostnad og timer i {year}.',
      en: 'No kommune of cost_base.csv has both a cost and hours in {year}.',
    },
    action: {
      nb: 'Legg cost_base.csv (kostnadsgrunnlag) i uttrekket: kommune, year, cost_nok.',
      en: 'Put cost_base.csv (kostnadsgrunnlag) into the extract: kommune, year, cost_nok.',
    },
  },
  RATE_MODEL_NO_BASE_RATE: {
    text: {
      nb: 'Satsen {cell}, som forholdet mellom lav og høy sats tas fra, mangler eller er 0.',
      en: 'The rate {cell}, which the ratio of low to high is taken from, is missing or 0.',
    },
    action: {
      nb: 'Gi den med --rates, eller velg et annet år med --base-year.',
      en: 'Give it with --rates, or choose another year with --base-year.',
    },
  },
  FORECAST_TOO_FAR: {
    text: {
      nb: 'Anslag gis til og med {last}, året etter skjæringsdatoen {asOf}, ikke for {year}.',
      en: 'Estimates reach {last}, the year after the as-of date {asOf}, and not {year}.',
    },
    action: {
      nb: 'Velg et tidligere år med --year, eller et senere uttrekk.',
      en: 'Choose an earlier year with --year, or a later extract.',
    },
  },
  EARLIER_EXTRACT_OFF: {
    text: {
      nb: 'Det tidligere uttrekket er tatt {takenAt}, mer enn {days|dag|dager} fra {wanted}.',
      en: 'The earlier extract was taken on {takenAt}, more than {days|day|days} from {wanted}.',
    },
    action: {
      nb: 'Gi et uttrekk fra om lag et år før skjæringsdatoen med --earlier, eller utelat flagget.',
      en: 'Give an extract of about a year before the as-of date with --earlier, or leave the flag out.',
    },
  },
} satisfies Catalogue;
