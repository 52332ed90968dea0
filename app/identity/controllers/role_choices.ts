import { ROLE_LABELS, ROLES, type Role } from '#kernel/capability'

const HELP: Record<Role, string> = {
  administrator: 'Invite les membres, donne les rôles, règle les services.',
  agent: 'Prépare les documents, les transmet, suit les dossiers.',
  signatory: 'Signe au nom de la collectivité.',
  contributor: 'Complète ce qui lui est confié, et rien d’autre.',
  reader: 'Consulte sans rien changer.',
  archivist: 'Tient les archives, leurs durées et leurs éliminations.',
}

/** The roles of a form, with what each allows. */
export const roleChoices = ROLES.map((role) => ({
  value: role,
  label: ROLE_LABELS[role],
  help: HELP[role],
}))
