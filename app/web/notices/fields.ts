/** What the law asks the operator of a public service online to say of itself. */
export interface NoticeField {
  name: string
  label: string
  help?: string
  kind: 'text' | 'lines' | 'date' | 'compliance'
  /** The pages are incomplete in law without it. */
  required: boolean
}

interface NoticeGroup {
  title: string
  fields: NoticeField[]
}

const one = (name: string, label: string, help?: string): NoticeField => ({
  name,
  label,
  help,
  kind: 'text',
  required: true,
})

/** How far the service meets RGAA 4.1.2; « non conforme » as long as no audit says more. */
export const COMPLIANCE = [
  { value: 'none', label: 'non conforme' },
  { value: 'partial', label: 'partiellement conforme' },
  { value: 'total', label: 'totalement conforme' },
]

export const NOTICE_GROUPS: NoticeGroup[] = [
  {
    // Loi 2004-575 (LCEN), article 1-1 (former article 6, III), I, 2° and 3°.
    title: 'Éditeur',
    fields: [
      one('operatorName', 'Nom de l’organisme'),
      one('operatorForm', 'Forme juridique', 'Comme « syndicat mixte ouvert ».'),
      one('operatorAddress', 'Adresse du siège'),
      one('operatorPhone', 'Téléphone', 'Celui que l’on donne aussi à un membre suspendu.'),
      one('operatorEmail', 'Adresse électronique'),
      one('operatorSiren', 'SIREN'),
      // Loi 82-652, article 93-2.
      one('publicationDirector', 'Directeur ou directrice de la publication', 'Nom et fonction.'),
    ],
  },
  {
    // The same, 4°.
    title: 'Hébergeur',
    fields: [
      one('hostName', 'Nom de l’hébergeur'),
      one('hostAddress', 'Son adresse'),
      one('hostPhone', 'Son téléphone'),
    ],
  },
  {
    // RGPD, articles 13, 28 and 37.
    title: 'Données personnelles',
    fields: [
      one('dpoContact', 'Délégué à la protection des données', 'Une adresse où il répond.'),
      one('logRetention', 'Durée de conservation des journaux techniques', 'Comme « six mois ».'),
    ],
  },
  {
    // Décret 2019-768, articles 3 and 4; the model of the DINUM's statement.
    title: 'Accessibilité',
    fields: [
      { ...one('accessibilityState', 'État de conformité au RGAA'), kind: 'compliance' },
      one('accessibilityAudit', 'Audit', 'Qui l’a fait, quand, quel taux de critères respectés.'),
      { ...one('accessibilityDate', 'Date de la déclaration'), kind: 'date' },
      one('accessibilityContact', 'Contact', 'Adresse ou téléphone pour signaler un défaut.'),
      { ...one('accessibilityPages', 'Pages examinées', 'Une par ligne.'), kind: 'lines' },
      one('accessibilityEnvironment', 'Environnement de test', 'Navigateurs, lecteurs d’écran.'),
      one('accessibilityPlan', 'Schéma pluriannuel', 'L’adresse où il est publié.'),
    ],
  },
]

export const NOTICE_FIELDS: NoticeField[] = NOTICE_GROUPS.flatMap(({ fields }) => fields)

export type Notices = Record<string, string>

/** What the law asks and nobody has said, by the label of its field. */
export const missingOf = (said: Notices): NoticeField[] =>
  NOTICE_FIELDS.filter(({ name, required }) => required && !said[name])

/** « non conforme »: what every page says of its accessibility (décret 2019-768, article 5). */
export const complianceWords = (said: Notices): string =>
  (COMPLIANCE.find(({ value }) => value === said.accessibilityState) ?? COMPLIANCE[0]).label
