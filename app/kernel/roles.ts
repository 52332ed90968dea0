/** What a person may be in a tenant; each capability says which permissions a role holds. */
export const ROLES = [
  'administrator',
  'agent',
  'signatory',
  'contributor',
  'reader',
  'archivist',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  administrator: 'Administration',
  agent: 'Agent',
  signatory: 'Signataire',
  contributor: 'Contribution',
  reader: 'Lecture',
  archivist: 'Archives',
}
