import type { Account } from '../oidc/index.js'

/** What ProConnect says of somebody at work. */
export interface Professional {
  login: string
  given_name: string
  usual_name: string
  email: string
  /** Of the establishment that she comes from; absent for somebody whose provider does not say. */
  siret?: string
  /** Who works for several chooses for which she comes. */
  subject?: string
  uid?: string
  belonging_population?: 'agent' | 'prestataire'
  organizational_unit?: string
}

/** Invented by us; the SIRETs are those of our simulated Sirene. */
export const PROFESSIONALS: Professional[] = [
  {
    login: 'boulangerie-quai',
    given_name: 'Erwan',
    usual_name: 'PRIGENT',
    email: 'erwan@fournil-du-quai.test',
    siret: '83456789300013',
    subject: 'erwan',
  },
  {
    login: 'boulangerie-halles',
    given_name: 'Erwan',
    usual_name: 'PRIGENT',
    email: 'erwan@fournil-du-quai.test',
    siret: '83456789300021',
    subject: 'erwan',
  },
  {
    login: 'sans-siret',
    given_name: 'Claire',
    usual_name: 'MONNIER',
    email: 'claire.monnier@exemple.test',
  },
]

/** What of an identity each scope lets through (ProConnect). */
export const SCOPES: Record<string, string[]> = Object.fromEntries(
  [
    ...[
      'given_name',
      'usual_name',
      'email',
      'siret',
      'siren',
      'uid',
      'phone',
      'organizational_unit',
    ],
    ...[
      'belonging_population',
      'idp_id',
      'idp_acr',
      'custom',
      'roles',
      'organization_label',
      'groups',
    ],
  ].map((name) => [name, [name]])
)

/** As the provider would tell it. */
export function accountOf({ login, subject, ...said }: Professional): Account {
  const label = `${said.given_name} ${said.usual_name}, ${said.siret ?? 'sans SIRET'}`
  return { login, subject, label, claims: { ...said, siren: said.siret?.slice(0, 9) } }
}
