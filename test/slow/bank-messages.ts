/** A payment as an answer of a bank tells of it. */
export interface Told {
  readonly key: string;
  readonly amountNok: number;
  /** Of a status report. */
  readonly status?: string;
  readonly reason?: string;
}

/** Which file is answered: its message and the block with all of its payments. */
export interface Answered {
  readonly messageId: string;
  readonly payments: readonly Told[];
  readonly at: string;
}

const NS = 'urn:iso:std:iso:20022:tech:xsd:';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** A status report on a file: of the group, or of each payment. */
export function statusReport(version: '03' | '10', answered: Answered, group: string | undefined): string {
  const { messageId, payments, at } = answered;
  const transactions = payments
    .map(({ key, status = 'ACCP', reason }) => {
      const why = reason === undefined ? '' : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>`;
      return `<TxInfAndSts><OrgnlInstrId>${key}</OrgnlInstrId><OrgnlEndToEndId>${key}</OrgnlEndToEndId><TxSts>${status}</TxSts>${why}</TxInfAndSts>`;
    })
    .join('');
  const body =
    group === undefined
      ? `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${messageId}-P1</OrgnlPmtInfId>${transactions}</OrgnlPmtInfAndSts>`
      : '';
  const ofGroup = group === undefined ? '' : `<GrpSts>${group}</GrpSts>`;
  const original = `<OrgnlMsgId>${messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.${version === '03' ? '03' : '09'}</OrgnlMsgNmId>`;
  return `${DECLARATION}<Document xmlns="${NS}pain.002.001.${version}"><CstmrPmtStsRpt><GrpHdr><MsgId>S-${messageId}-${at}-${version}</MsgId><CreDtTm>${at}T10:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts>${original}${ofGroup}</OrgnlGrpInfAndSts>${body}</CstmrPmtStsRpt></Document>`;
}

/** A notification or statement with an entry for each payment; a statement has the balances that its schema asks for. */
export function accountReport(
  kind: 'camt.053' | 'camt.054',
  version: '02' | '08',
  { messageId, payments, at }: Answered,
): string {
  const [root, report] = kind === 'camt.054' ? ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'] : ['BkToCstmrStmt', 'Stmt'];
  const status = version === '02' ? '<Sts>BOOK</Sts>' : '<Sts><Cd>BOOK</Cd></Sts>';
  const entries = payments
    .map(({ key, amountNok }) => {
      const amount = `<Amt Ccy="NOK">${amountNok}.00</Amt>`;
      const own =
        version === '02' ? `<AmtDtls><TxAmt>${amount}</TxAmt></AmtDtls>` : `${amount}<CdtDbtInd>DBIT</CdtDbtInd>`;
      const code = '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>';
      const refs = `<Refs><PmtInfId>${messageId}-P1</PmtInfId><InstrId>${key}</InstrId><EndToEndId>${key}</EndToEndId></Refs>`;
      return `<Ntry>${amount}<CdtDbtInd>DBIT</CdtDbtInd>${status}<BookgDt><Dt>${at}</Dt></BookgDt><AcctSvcrRef>R-${key}</AcctSvcrRef>${code}<NtryDtls><TxDtls>${refs}${own}</TxDtls></NtryDtls></Ntry>`;
    })
    .join('');
  const balance = `<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="NOK">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${at}</Dt></Dt></Bal>`;
  const id = `${kind}-${version}-${messageId}`;
  const account = '<Acct><Id><Othr><Id>99990001002</Id></Othr></Id></Acct>';
  return `${DECLARATION}<Document xmlns="${NS}${kind}.001.${version}"><${root}><GrpHdr><MsgId>${id}</MsgId><CreDtTm>${at}T18:00:00</CreDtTm></GrpHdr><${report}><Id>${id}</Id><CreDtTm>${at}T18:00:00</CreDtTm>${account}${kind === 'camt.053' ? balance : ''}${entries}</${report}></${root}></Document>`;
}
