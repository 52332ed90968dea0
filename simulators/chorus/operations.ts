import { detailOf, historyOf, lineOf, NOTHING, said, structureId } from './answers.js'
import { depositFlow, reportOf } from './deposit.js'
import { ChorusState } from './state.js'
import type { Mood } from './scenarios.js'
import { zipped } from './zipped.js'

export interface Asked {
  state: ChorusState
  mood: Mood
  /** The SIRET of the structure whose technical account calls. */
  buyer: string
  body: any
}

/** Told in place of an answer: an HTTP status, or a connection that dies. */
export class Broken extends Error {
  constructor(
    readonly status: number,
    /** The connection dies instead. */
    readonly isCut = false
  ) {
    super(`${status}`)
  }
}

const NEEDS_REASON = ['REJETEE', 'SUSPENDUE', 'A_RECYCLER']
const SET_BY_BUYER = [
  ...NEEDS_REASON,
  ...['SERVICE_FAIT', 'MANDATEE', 'MISE_A_DISPOSITION_COMPTABLE', 'COMPTABILISEE'],
  'MISE_EN_PAIEMENT',
]
const OVER = ['REJETEE', 'MISE_EN_PAIEMENT', 'A_RECYCLER']
const INCONSISTENT = said(20002, 'GDP_MSG_07.004 : Le statut demandé est incohérent')
const UNKNOWN = said(20001, 'GDP_MSG_11.008 : La demande de paiement est inconnue')
const LARGEST_ANSWER = 120_000_000

/** The paths of the API that are answered here, under `/cpro`; each reads and answers JSON. */
export const OPERATIONS: Record<string, (asked: Asked) => object | Promise<object>> = {
  '/factures/v1/rechercher/recipiendaire': search,
  '/factures/v1/consulter/historique': ({ state, buyer, body }) => {
    const found = state.find(body.idFacture, buyer)
    return found ? historyOf(found) : UNKNOWN
  },
  '/factures/v1/consulter/recipiendaire': ({ state, buyer, body }) => {
    const found = state.find(body.identifiantFactureCPP, buyer)
    return found ? detailOf(found) : UNKNOWN
  },
  '/factures/v1/telecharger/groupe': download,
  '/factures/v1/traiter/recue': setStatus,
  '/factures/v1/deposer/flux': ({ state, body }) => depositFlow(state, body),
  '/transverses/v1/consulterCRDetaille': ({ state, body }) => reportOf(state, body),
  '/transverses/v1/recuperer/tauxtva': () =>
    said(0, 'TRA_MSG_00.000 : Succès', { listeTauxTva: [{ valeurTauxTva: 20 }] }),
  '/structures/v1/rechercher/services': () => NOTHING,
  '/structures/v1/consulter': ({ buyer }) =>
    said(0, 'GCU_MSG_01_000 : Succès', {
      idStructureCPP: structureId(buyer),
      identifiantStructure: buyer,
      parametres: { codeServiceDoitEtreRenseigne: false, numeroEJDoitEtreRenseigne: false },
    }),
}

/** Those of the structure whose current status is of that time, the oldest change first. */
function search({ state, buyer, body }: Asked): object {
  const from = Date.parse(body.periodeDateHeureEtatCourantDu ?? '') || 0
  const to = Date.parse(body.periodeDateHeureEtatCourantAu ?? '') || Infinity
  const wanted: string[] = body.statutCourant ?? []
  const found = state
    .of(buyer)
    .filter((one) => {
      const { status, at } = ChorusState.current(one)
      const moment = Date.parse(at)
      const isNamed = !body.numeroFacture || one.number === body.numeroFacture
      const isWorks = body.typeDemandePaiement === 'FACTURE_TRAVAUX'
      return (
        isWorks === Boolean(one.works) &&
        moment >= from &&
        moment <= to &&
        isNamed &&
        (wanted.length === 0 || wanted.includes(status))
      )
    })
    .sort((one, other) => {
      const [a, b] = [one, other].map((each) => Date.parse(ChorusState.current(each).at))
      return a - b || one.id - other.id
    })
  if (found.length === 0) return NOTHING
  const size = Math.min(body.paramRecherche?.nbResultatsParPage ?? 10, 1000)
  const page = body.paramRecherche?.pageResultatDemandee ?? 1
  return said(0, 'GCU_MSG_01_000 : Succès', {
    listeFactures: found.slice((page - 1) * size, page * size).map(lineOf),
    pageCourante: page,
    pages: Math.ceil(found.length / size),
    nbResultatsParPage: size,
    total: found.length,
  })
}

async function download({ state, mood, buyer, body }: Asked): Promise<object> {
  if (mood.takes('too-large')) throw new Broken(413)
  const wanted = (body.listeFacture ?? []) as { idFacture: number }[]
  const found = wanted.map(({ idFacture }) => state.find(idFacture, buyer))
  if (found.length === 0 || found.some((one) => one === null)) return UNKNOWN
  const files = found.flatMap((one) =>
    one ? [{ name: `${one.id}_${one.fileName}`, bytes: state.facts.file(one.id) }] : []
  )
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > LARGEST_ANSWER)
    throw new Broken(413)
  const bytes = files.length === 1 ? files[0].bytes : await zipped(files)
  return said(0, 'GCU_MSG_01_000 : Succès', { fichierResultat: bytes.toString('base64') })
}

function setStatus({ state, mood, buyer, body }: Asked): object {
  const found = state.find(body.idFacture, buyer)
  if (!found) return UNKNOWN
  const { nouveauStatut: status, motif, numeroDPMandat: mandat } = body
  if (mood.takes('status-refused')) return INCONSISTENT
  if (!SET_BY_BUYER.includes(status)) return INCONSISTENT
  if (NEEDS_REASON.includes(status) && !motif)
    return said(20001, 'GDP_MSG_07.010 : Le motif est obligatoire')
  const current = ChorusState.current(found).status
  const isHeld = current === 'SUSPENDUE' && status !== 'REJETEE'
  if (OVER.includes(current) || current === status || isHeld) return INCONSISTENT
  const at = new Date().toISOString()
  state.pass(found.id, { status, at, comment: motif, byBuyer: true, mandat })
  if (mood.takes('status-cut')) throw new Broken(0, true)
  return said(0, 'GCU_MSG_01_000 : Succès', {
    idFacture: found.id,
    numeroFacture: found.number,
    dateTraitement: at,
    nouveauStatut: status,
  })
}
