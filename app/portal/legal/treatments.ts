export interface Treatment {
  purpose: string
  data: string
  basis: string
  /** null: the operator has not said. */
  kept: string | null
}

const PUBLIC_INTEREST = 'Mission d’intérêt public (RGPD, art. 6, 1, e)'
const LEGAL_DUTY = 'Obligation légale (RGPD, art. 6, 1, c)'

/** The treatments of the platform, as RGPD articles 13 and 30 want them told. */
export const treatments = (logRetention: string | undefined): Treatment[] => [
  {
    purpose: 'Ouvrir les services aux agents et aux élus',
    data: 'Nom, adresse électronique, fonction, rôles',
    basis: PUBLIC_INTEREST,
    kept: 'Tant que la personne travaille pour une collectivité membre',
  },
  {
    purpose: 'Protéger les comptes',
    data: 'Mot de passe sous empreinte, moyens de double authentification, sessions, navigateur',
    basis: `${PUBLIC_INTEREST} ; sécurité (art. 32)`,
    kept: 'Sessions : huit heures. Essais de connexion : un jour, sous empreinte. Liens : sept jours',
  },
  {
    purpose: 'Dire par courriel ce qui attend une personne',
    data: 'Adresse électronique, rythme choisi, date des envois, adresse qui refuse nos courriels',
    basis: PUBLIC_INTEREST,
    kept: 'Envois : trois mois. Choix : tant que le compte est ouvert',
  },
  {
    purpose: 'Signer, transmettre et publier les actes',
    data: 'Nom et certificat du signataire, noms que portent les actes',
    basis: `${LEGAL_DUTY} : code général des collectivités territoriales, art. L2131-1 et suivants`,
    kept: 'Durée d’utilité de l’acte, puis archives publiques (code du patrimoine, livre II)',
  },
  {
    purpose: 'Prouver ce qui a été fait',
    data: 'Journal des actions : un numéro de personne, ni nom ni adresse',
    basis: LEGAL_DUTY,
    kept: 'Aussi longtemps que les actes qu’il prouve',
  },
  {
    purpose: 'Faire fonctionner et surveiller la plateforme',
    data: 'Journaux techniques, sans nom ni adresse électronique',
    basis: `${PUBLIC_INTEREST} ; sécurité (art. 32)`,
    kept: logRetention ?? null,
  },
]
