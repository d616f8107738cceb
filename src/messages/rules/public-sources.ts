/** A public source of the law and its figures, as it calls itself. */
export interface PublicSource {
  readonly title: string;
  /** Where it was read; empty where no page is public. */
  readonly address: string;
}

const IMDI = 'https://www.imdi.no';

/** Sources by the number that rules, rates and limits quote (`S1`). */
export const PUBLIC_SOURCES: Readonly<Record<string, PublicSource>> = {
  S1: { title: 'IMDi: Norsktilskudd (2018)', address: `${IMDI}/tilskudd/norsktilskudd/` },
  S2: {
    title:
      'Justis- og beredskapsdepartementet: Tilskuddsordning for opplæring i norsk og samfunnskunnskap for voksne innvandrere for 2018',
    address: 'https://www.regjeringen.no/no/dep/jd/tilskudd/tilskudd-fra-jd-i-2018/',
  },
  S3: { title: 'IMDi: Status utbetalinger (november 2022)', address: `${IMDI}/imdinett/status-utbetalinger/` },
  S4: { title: 'IMDi: Norsktilskudd (2015 og 2016)', address: `${IMDI}/tilskudd/tilskudd-2016/norsktilskudd/` },
  S5: { title: 'IMDi: Norsktilskot (2019)', address: `${IMDI}/tilskudd/norsktilskudd/` },
  S7: {
    title: 'IMDi: Tilskot til opplæring i norsk for vaksne personar med kollektiv beskyttelse (september 2022)',
    address: `${IMDI}/tilskudd/tilskot-til-opplaring-i-norsk-for-vaksne-personar-med-kollektiv-beskyttelse/`,
  },
  S8: {
    title: 'IMDi: Tilskot til opplæring i norsk og samfunnskunnskap for asylsøkarar i mottak (2021)',
    address: `${IMDI}/tilskudd/tilskudd-2021/tilskot-til-opplaring-i-norsk-og-samfunnskunnskap-for-asylsokarar-i-mottak/`,
  },
  S9: {
    title: 'IMDi: Ny integreringslov – endringer i NIR (2022)',
    address: `${IMDI}/imdinett/nasjonalt-introduksjonsregister-nir/ny-integreringslov---endringer-i-nir/`,
  },
  S10: { title: 'IMDi: Status utbetalinger (2016)', address: `${IMDI}/imdinett/status-utbetalinger/` },
  S11: { title: 'IMDi: Status utbetalinger (2017)', address: `${IMDI}/imdinett/status-utbetalinger/` },
  S12: {
    title: 'Moss Avis: Fikk full pott til opplæring av innvandrere (2017)',
    address:
      'https://www.moss-avis.no/nyheter/integrering/valer/fikk-full-pott-til-opplaring-av-innvandrere/s/5-67-502243',
  },
  S13: {
    title: 'IMDi: 1. terminutbetaling for tilskudd (april 2024)',
    address: `${IMDI}/om-imdi/aktuelt-na/1.-terminutbetaling-for-tilskudd/`,
  },
  S14: {
    title: 'IMDi: Digitalisering av tilskuddsordninger (27. februar 2025)',
    address: 'https://imdi.no/tilskudd/digitalisering-av-tilskuddsordninger',
  },
  S19: {
    title: 'IMDi: Registrering i NIR er nytt krav for norsktilskudd',
    address: `${IMDI}/arkiv/arkiverte-nyheter/registrering-i-nir-er-nytt-krav-for-norsktilskudd/`,
  },
  S20: {
    title: 'IMDi: Juridisk veileder til integreringsloven, kapittel 6 (august 2023)',
    address:
      'https://imdi.no/kvalifisering/regelverk/juridisk-veileder-til-integreringsloven/kapittel-6-opplaring-i-norsk-og-samfunnskunnskap',
  },
  S23: {
    title: 'Kompetanse Norge: Norsk og samfunnskunnskap, regelverk',
    address: 'https://www.kompetansenorge.no/Norsk-og-samfunnskunnskap/regelverk/',
  },
  S24: {
    title: 'IMDi: Endringer i NIR som følge av fordrevne fra Ukraina (oktober 2023)',
    address: `${IMDI}/imdinett/nasjonalt-introduksjonsregister-nir/endringer-i-nir-som-folge-av-fordrevne-fra-ukraina/`,
  },
  S25: {
    title: 'IMDi: Veileder til integreringsloven, kapittel 8, midlertidige regler (utlendingsloven § 34)',
    address: 'https://imdiny-prep.imdi.no/regelverk/integreringsloven/veileder-til-integreringsloven/',
  },
  S27: {
    title: 'IMDi: Opplæring i norsk, norsk kultur og norske verdier for asylsøkere',
    address: `${IMDI}/tilskudd/opplaring-i-norsk-norsk-kultur-og-norske-verdier-for-asylsokere/`,
  },
  S28: {
    title: 'IMDi: Norskopplæring for beboere i asylmottak',
    address: `${IMDI}/opplaring-og-utdanning/norskopplaring/norskopplaring-for-beboere-i-asylmottak/`,
  },
  S30: {
    title: 'IMDi: Status utbetaling av integreringstilskudd og norsktilskudd',
    address: `${IMDI}/tilskudd/status-utbetaling-av-integreringstilskudd-og-norsktilskudd/`,
  },
  S31: { title: 'IMDi: Status utbetaling IMDi-tilskudd', address: `${IMDI}/tilskudd/status-utbetaling-imdi-tilskudd/` },
  S33: {
    title: 'Ot.prp. nr. 50 (2003–2004), kapittel 12',
    address: 'https://www.regjeringen.no/no/dokumenter/otprp-nr-50-2003-2004-/id177569/?ch=12',
  },
  S35: {
    title: 'KS: Ingen overraskelser på integreringsfeltet',
    address:
      'https://www.ks.no/fagomrader/innvandring-og-integrering/integrering/--ingen-overraskelser-pa-integreringsfeltet/',
  },
  S36: {
    title: 'Vesterålen Online: Øksnes får 575 000 til språkopplæring (16. august 2019)',
    address: 'https://www.vol.no/nyheter/notiser/2019/08/16/',
  },
  S37: {
    title: 'KS: Kan bli vanskelig å bosette flyktninger (statsbudsjettet 2023)',
    address: 'https://www.ks.no/fagomrader/okonomi/statsbudsjettet-2023/kan-bli-vanskelig-a-bosette-flyktninger/',
  },
  S38: { title: 'Samarbeidsdesken: faktaside om Ukraina, med henvisning til IMDi (våren 2024)', address: '' },
  S76: {
    title: 'IMDi: Ny ordning for samfunnskunnskap (september 2023)',
    address: `${IMDI}/imdinett/nasjonalt-introduksjonsregister-nir/ny-ordning-samfunnskunnskap/`,
  },
};

/** Sources that a text quotes, in their order: `rulebook 2 (S1, S4)` quotes S1 and S4. */
export function sourcesQuoted(text: string): readonly string[] {
  return [...new Set(text.match(/\bS\d+\b/g) ?? [])].filter((id) => PUBLIC_SOURCES[id] !== undefined);
}
