import { vocabulary } from '../model/vocabulary.js'

/** The pivot of Chorus Pro (CPPFacturePivot, V1_22 and V2_02): what a public buyer receives. */
export const PIVOT = vocabulary(`
BG-PIVOT CPPFactures/CPPFacturePivotUnitaire
  BT-1 DonneesFacture/Id
  BT-2 DonneesFacture/DateEmissionFacture
  BT-3 DonneesFacture/Type
  BT-5 DonneesFacture/Devise
  BT-12 DonneesFacture/Engagement/NumeroMarche
  BT-13 DonneesFacture/Engagement/NumeroEngagement
  BT-23 DonneesFacture/Cadre
  BT-25 DonneesFacture/IdFactureOrigine
  BT-27 Fournisseur/RaisonSociale
  BT-29 Fournisseur/Identifiant
  BT-29-type Fournisseur/TypeIdentifiant
  BT-44 Debiteur/Nom
  BT-46 Debiteur/Identifiant
  BT-46-service Debiteur/CodeService
  BT-46-type Debiteur/TypeIdentifiant
  BT-81 DonneesFacture/ModePaiement/Code
  BT-84 Fournisseur/ReferenceBancaire/Compte
  BT-109 DonneesFacture/Montants/MontantHT
  BT-112 DonneesFacture/Montants/MontantTTC
  BT-115 DonneesFacture/Montants/MontantNetAPayer
  BT-3-renvoi DonneesFacture/Renvoi
  BG-23 DonneesFacture/TVAs/TVA
    BT-116 BaseHt
    BT-117 MontantTVA
    BT-119 Taux
  BG-25 DonneesFacture/Lignes/Ligne
    BT-129 Quantite
    BT-131 MontantHT
    BT-146 PrixUnitaire
    BT-152 TauxTVA
    BT-155 ReferenceProduit
  BG-24 PJ
    BT-122 IdOriginal
    BT-125 Contenu
    BT-125-1 MimeTypePJ
    BT-125-2 NomPJ
    BT-125-type TypePJ
`)
