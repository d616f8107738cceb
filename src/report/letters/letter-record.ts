import { type Canonical, canonicalJson, sha256Hex } from '../../domain';
import { letterText } from '../../messages';
import type { Addressee, LetterFrame } from './letter';
import { textsOf, titleOf } from './letter-parts';

/** A document and the files that it lies in. */
export interface Recorded {
  readonly frame: LetterFrame;
  readonly to: Addressee;
  readonly kind: 'letter' | 'list';
  /** The page first, then its PDF where there is one. */
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[];
}

/**
 * What an archive and eFormidling want to know of a document, by the names of arkivmelding (Noark 5). Its titles name no
 * person, and its sums are left out: the record of a list may be read by more than the list. The same document gives the
 * same id of the message.
 */
export function letterRecord({ frame, to, kind, files }: Recorded): string {
  const letter = { to, groups: [], held: [], cases: [], linesNok: 0, paidNok: 0, correctionsNok: 0 };
  const written = { frame, letter };
  const title = titleOf(written, kind === 'letter' ? 'title.letter' : 'title.list');
  const [, year, number] = /^(\d{4})\/(\d{1,9})$/.exec(frame.archiveCase) ?? [];
  const { sender, date, runId, seal } = frame;
  const secrecy = textsOf(written).get('secrecy');
  const shielding: Record<string, Canonical> =
    kind === 'letter'
      ? {}
      : {
          skjerming: {
            tilgangsrestriksjon: letterText('text.secrecy', 'nb'),
            skjermingshjemmel: secrecy?.text ?? '',
            skjermingDokument: 'Skjerming av hele dokumentet',
          },
        };
  return canonicalJson(
    {
      system: 'norsktilskudd',
      meldingId: uuidOf(`${seal.manifestHash} ${runId} ${date} ${to.recipientId} ${kind}`),
      tidspunkt: `${date}T00:00:00Z`,
      antallFiler: files.length,
      saksmappe: {
        tittel: title,
        ...(number === undefined ? {} : { saksaar: Number(year), sakssekvensnummer: Number(number) }),
        administrativEnhet: sender.unit,
        saksansvarlig: sender.caseOfficer,
      },
      journalpost: {
        tittel: title,
        offentligTittel: title,
        journalposttype: 'Utgående dokument',
        journalstatus: 'Ferdigstilt fra saksbehandler',
        journaldato: date,
        dokumentetsDato: date,
        korrespondansepart: {
          korrespondanseparttype: 'Mottaker',
          korrespondansepartNavn: to.name,
          organisasjonsnummer: to.orgNumber,
        },
        ...shielding,
      },
      dokumentbeskrivelse: {
        tilknyttetRegistreringSom: 'Hoveddokument',
        dokumenttype: 'Brev',
        dokumentstatus: 'Dokumentet er ferdigstilt',
        tittel: title,
        dokumentobjekt: files.map(({ name, sha256, bytes }) => ({
          versjonsnummer: 1,
          variantformat: name.endsWith('.pdf') ? 'Arkivformat' : 'Produksjonsformat',
          format: name.endsWith('.pdf') ? 'PDF' : 'HTML',
          referanseDokumentfil: name,
          sjekksum: sha256,
          sjekksumAlgoritme: 'SHA-256',
          filstoerrelse: bytes,
        })),
      },
      kontrollsegl: {
        run_id: runId,
        manifest_sha256: seal.manifestHash,
        posting_head: seal.postingHead,
        journal_head: seal.journalHead,
      },
    },
    'lines',
  );
}

/** A UUID that follows from a text (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hex = sha256Hex(text);
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  const third = `8${hex.slice(13, 16)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), third, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
