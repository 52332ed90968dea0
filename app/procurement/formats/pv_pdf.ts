import { MUTED, type Paper } from '#lib/paper/paper'
import { bullets, facts, heading, paragraphs } from '#lib/paper/prose'
import { runningFeet } from '#lib/paper/running_feet'
import { PLI_STATES, type PliState } from '../rules/pli_lifecycle.js'
import { paperOf, type Letterhead } from './print.js'

/** What is written of a pli in the PV. */
export interface PvPli {
  company: string
  siret: string
  receivedAt: string
  /** When its sending began: it tells whether its copie de sauvegarde may be opened (annexe 6). */
  startedAt: string
  state: PliState
  digest: string
  refusal: string | null
  /** By the key that its company kept, the holders having lost theirs (FORMAT §7). */
  openedByBidder: boolean
  files: string[]
  /** Who answers together, and to whom they subcontract, in sentences. */
  candidature: string[]
}

export interface PvFacts {
  reference: string
  title: string
  deadline: string
  zone: string
  president: string
  members: string
  holders: string[]
  fingerprint: string
  plis: PvPli[]
  /** Empty where the consultation is not divided. */
  lots: PvLot[]
  copies: PvCopy[]
}

/** A lot, and who answered it in time. */
export interface PvLot {
  name: string
  companies: string[]
}

/** A copie de sauvegarde that came (annexe 6). */
export interface PvCopy {
  number: string
  company: string
  siret: string
  mode: string
  receivedAt: string
  became: string
}

/** The procès-verbal of a session of opening. */
export async function pvPdf(pv: PvFacts, letterhead: Letterhead): Promise<Buffer> {
  const paper = await paperOf(letterhead, `PV d’ouverture ${pv.reference}`, pv.title)
  paragraphs(paper, [letterhead.buyer, 'Procès-verbal d’ouverture des plis'], MUTED)
  heading(paper, 1, pv.title)
  facts(paper, [
    ['Référence', pv.reference],
    ['Heure limite', `${pv.deadline} (${pv.zone})`],
    ['Présidence', pv.president],
    ['Membres présents', pv.members || 'Aucun autre'],
    ['Porteurs qui ont ouvert', pv.holders.join(', ') || 'Aucun pli à ouvrir'],
    ['Empreinte du trousseau', pv.fingerprint],
  ])
  const opened = pv.plis.filter(({ state }) => !['late', 'replaced', 'withdrawn'].includes(state))
  heading(paper, 2, `Plis reçus dans le délai : ${opened.length}`)
  for (const pli of opened) told(paper, pli)
  lotsTold(paper, pv.lots)
  section(paper, 'Plis remplacés, non ouverts (R2151-6)', pv.plis, 'replaced')
  section(paper, 'Plis retirés avant l’heure limite, non ouverts', pv.plis, 'withdrawn')
  section(paper, 'Plis hors délai, gardés et non ouverts (R2151-5)', pv.plis, 'late')
  copiesTold(paper, pv.copies)
  runningFeet(paper, `${letterhead.buyer} · ${pv.reference}`)
  return paper.finish()
}

const BY_BIDDER =
  'Ouvert avec la clé que l’entreprise a gardée : les porteurs ne pouvaient plus l’ouvrir. C’est le pli que l’horodatage a daté.'

/** Lot by lot: one that nobody answered is said so, and ends there (R2122-2, 1°). */
function lotsTold(paper: Paper, lots: PvLot[]): void {
  if (lots.length === 0) return
  heading(paper, 2, 'Offres reçues, lot par lot')
  bullets(
    paper,
    lots.map(({ name, companies }) =>
      companies.length > 0
        ? `${name} (${companies.length}) : ${companies.join(', ')}.`
        : `${name} : aucune offre. Ce lot est infructueux.`
    )
  )
}

function copiesTold(paper: Paper, copies: PvCopy[]): void {
  if (copies.length === 0) return
  heading(paper, 2, `Copies de sauvegarde reçues : ${copies.length}`)
  bullets(
    paper,
    copies.map(
      ({ number, company, siret, mode, receivedAt, became }) =>
        `${number} : ${company} (${siret}). ${mode}. Reçue le ${receivedAt}. ${became}.`
    )
  )
}

function section(paper: Paper, title: string, plis: PvPli[], state: PliState): void {
  const found = plis.filter((one) => one.state === state)
  if (found.length === 0) return
  heading(paper, 2, title)
  for (const pli of found) told(paper, pli)
}

function told(paper: Paper, pli: PvPli): void {
  heading(paper, 3, `${pli.company} (${pli.siret})`)
  paragraphs(paper, [
    `Reçu le ${pli.receivedAt}. ${PLI_STATES[pli.state].label}.`,
    ...(pli.state === 'late' ? [`Envoi commencé le ${pli.startedAt}.`] : []),
    ...(pli.openedByBidder ? [BY_BIDDER] : []),
    ...(pli.refusal ? [pli.refusal] : []),
    ...pli.candidature,
  ])
  if (pli.files.length > 0) bullets(paper, pli.files)
  paragraphs(paper, [`Empreinte du pli : ${pli.digest}`], MUTED, 8.5)
}
