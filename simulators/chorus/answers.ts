import { ChorusState, type Known } from './state.js'

/** The numeric identifier of a structure. */
export const structureId = (siret: string) => Number(siret.slice(0, 9)) * 10 + Number(siret.at(-1))

export const said = (codeRetour: number, libelle: string, more: object = {}) => ({
  codeRetour,
  libelle,
  ...more,
})

export const NOTHING = said(20000, 'TRA_MSG_00.015 : Aucun résultat ne correspond à la recherche')

/** An invoice as a line of `rechercher/recipiendaire` (FactureRechercheRecipiendaire). */
export function lineOf(one: Known): object {
  const { status, at, comment } = ChorusState.current(one)
  return {
    idFacture: one.id,
    devise: one.currency,
    typeDemandePaiement: one.works ? 'FACTURE_TRAVAUX' : 'FACTURE',
    ...(one.works && { typeFactureTravaux: one.works }),
    codeFournisseur: one.supplier,
    typeIdentifiantFournisseur: 'SIRET',
    designationFournisseur: one.supplierName,
    idDestinataire: structureId(one.buyer),
    codeDestinataire: one.buyer,
    designationDestinataire: 'Collectivité de la démonstration',
    ...(one.service && { codeServiceExecutant: one.service }),
    typeFacture: one.type,
    numeroFacture: one.number,
    dateFacture: `${one.issuedOn}T00:00:00Z`,
    dateDepot: one.at,
    montantHT: one.net,
    montantTTC: one.gross,
    montantAPayer: one.due,
    statut: status,
    ...(one.market && { numeroMarche: one.market }),
    ...(one.engagement && { numeroBonCommande: one.engagement }),
    factureTelechargeeParDestinataire: false,
    dateHeureEtatCourant: at,
    ...(comment && { commentaireEtatCourant: comment }),
  }
}

/** The history of an invoice (WsRetourConsulterHistoriqueFacture). */
export function historyOf(one: Known): object {
  const histoStatut = one.passed.map(({ status, at, comment }, rank) => ({
    histoStatutId: one.id * 100 + rank,
    histoStatutCode: status,
    histoStatutDatePassage: at,
    ...(comment && { histoStatutCommentaire: comment }),
  }))
  return said(0, 'GCU_MSG_01_000 : Succès', {
    idFacture: one.id,
    numeroFacture: one.number,
    modeDepot: 'DEPOT_PDF_PORTAIL',
    statutCourantCode: ChorusState.current(one).status,
    historiquesDesStatuts: {
      histoStatut,
      pageCouranteHistoStatut: 1,
      pagesHistoStatut: 1,
      nbResultatsParPageHistoStatut: histoStatut.length,
      totalHistoStatut: histoStatut.length,
    },
  })
}

/** An invoice with the piece of works that it answers (WsRetourFacturesRecues). */
export const detailOf = (one: Known): object =>
  said(0, 'GCU_MSG_01_000 : Succès', {
    facture: {
      identifiantFactureCPP: one.id,
      numeroFacture: one.number,
      statutFacture: ChorusState.current(one).status,
      ...(one.precedingId && { piecePrecedente: { idPiecePrecedente: one.precedingId } }),
    },
  })
