import { WORDS, type InvoiceState } from '#lib/einvoice/lifecycle'
import type { ChorusAccount } from '../settings.js'
import { askChorus, type ChorusAnswer } from './chorus_call.js'
import { filesApart } from './downloaded_apart.js'

/** A line of `rechercher/recipiendaire`, as far as we read it. */
export interface FoundInvoice {
  idFacture: number
  numeroFacture: string
  statut: string
  dateFacture: string
  dateDepot: string
  dateHeureEtatCourant: string
  codeFournisseur: string
  designationFournisseur?: string
  codeServiceExecutant?: string
  typeFacture?: string
  montantHT?: number
  montantTTC?: number
  montantAPayer?: number
  devise?: string
  numeroBonCommande?: string
  numeroMarche?: string
  /** Of works: which piece of the account it is. */
  typeFactureTravaux?: string
}

interface FoundPage {
  listeFactures?: FoundInvoice[]
  pages?: number
  total?: number
}

/** A status of `consulter/historique`. */
export interface PassedStatus {
  histoStatutCode: string
  histoStatutDatePassage: string
  histoStatutCommentaire?: string
}

/** The invoices of suppliers, and those of works, are searched for apart. */
export type InvoiceKind = 'FACTURE' | 'FACTURE_TRAVAUX'

/** Chorus Pro takes ten invoices at a time at most. */
export const MOST_AT_ONCE = 10
const PAGE = 200
const PATH = '/factures/v1'

/** What we ask of Chorus Pro for one collectivite (domain notes, §7.2). */
export const chorus = {
  /** The invoices whose status changed between two moments, the oldest change first. */
  search(
    account: ChorusAccount,
    from: Date,
    to: Date,
    page: number,
    kind: InvoiceKind = 'FACTURE'
  ) {
    return askChorus<FoundPage>(account, `${PATH}/rechercher/recipiendaire`, {
      typeDemandePaiement: kind,
      periodeDateHeureEtatCourantDu: from.toISOString(),
      periodeDateHeureEtatCourantAu: to.toISOString(),
      paramRecherche: {
        nbResultatsParPage: PAGE,
        pageResultatDemandee: page,
        triColonne: 'DateHeureEtatCourant',
        triSens: 'Ascendant',
      },
    })
  },

  /** All that an invoice went through, in order. */
  async history(account: ChorusAccount, id: number): Promise<ChorusAnswer<PassedStatus[]>> {
    const answer = await askChorus<{ historiquesDesStatuts?: { histoStatut?: PassedStatus[] } }>(
      account,
      `${PATH}/consulter/historique`,
      {
        idFacture: id,
        paramRechercheHistoStatuts: {
          nbResultatsParPageListeHistoStatut: 1000,
          pageResultatDemandeeListeHistoStatut: 1,
        },
      }
    )
    if (answer.is !== 'said') return answer
    const passed = answer.value.historiquesDesStatuts?.histoStatut ?? []
    const momentOf = ({ histoStatutDatePassage: at }: PassedStatus) => Date.parse(at)
    return { is: 'said', value: passed.sort((one, other) => momentOf(one) - momentOf(other)) }
  },

  /** `idFacture` of the piece that a piece of works answers; null for the first one. */
  async preceding(account: ChorusAccount, id: number): Promise<ChorusAnswer<number | null>> {
    const answer = await askChorus<{
      facture?: { piecePrecedente?: { idPiecePrecedente?: number } }
    }>(account, `${PATH}/consulter/recipiendaire`, { identifiantFactureCPP: id })
    if (answer.is !== 'said') return answer
    return { is: 'said', value: answer.value.facture?.piecePrecedente?.idPiecePrecedente ?? null }
  },

  /** The files of at most ten invoices, by their identifiers; those that it does not tell apart are left out. */
  async download(account: ChorusAccount, ids: number[]) {
    const answer = await askChorus<{ fichierResultat?: string }>(
      account,
      `${PATH}/telecharger/groupe`,
      {
        listeFacture: ids.map((idFacture) => ({ idFacture })),
        format: 'PDF',
        avecPiecesJointesComplementaires: 'false',
      }
    )
    if (answer.is !== 'said') return answer
    const bytes = Buffer.from(answer.value.fichierResultat ?? '', 'base64')
    const files = await filesApart({ bytes, ids })
    const value = new Map(
      files.map(({ id, file }) => [id, { ...file, bytes: Buffer.from(file.bytes) }])
    )
    return { is: 'said' as const, value }
  },

  /** Gives a status to an invoice; `reason` and `mandat` where the status takes one. */
  setStatus(
    account: ChorusAccount,
    id: number,
    status: InvoiceState,
    { reason, mandat }: { reason?: string | null; mandat?: string | null }
  ) {
    return askChorus<{ dateTraitement?: string }>(account, `${PATH}/traiter/recue`, {
      idFacture: id,
      nouveauStatut: WORDS[status].chorus,
      ...(reason && { motif: reason.slice(0, 255) }),
      ...(mandat && { numeroDPMandat: mandat }),
    })
  },
}
