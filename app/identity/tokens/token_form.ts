import vine from '@vinejs/vine'
import { rolesFor } from '#kernel/room'
import { allScopes } from '#web/api/registry'
import type ApiToken from './api_token.js'

/** How long a token may live, in days: each is closed by itself one day. */
const LIVES = [
  { value: '30', label: 'Un mois' },
  { value: '90', label: 'Trois mois' },
  { value: '365', label: 'Un an' },
]
const KINDS = [
  {
    value: 'bearer',
    label: 'Jeton',
    help: 'Pour un programme qui appelle l’interface (en-tête « Authorization: Bearer »).',
  },
  {
    value: 'password',
    label: 'Mot de passe d’application',
    help: 'Pour un logiciel qui ne sait demander qu’un nom et un mot de passe. Celui de votre compte n’y va jamais.',
  },
]

export const tokenFields = {
  name: vine.string().trim().minLength(2).maxLength(60),
  kind: vine.enum(['bearer', 'password'] as const),
  scopes: vine
    .array(vine.enum(() => allScopes().map(({ scope }) => scope)))
    .notEmpty()
    .distinct(),
  days: vine.number().in([30, 90, 365]),
  current_password: vine.string(),
}

/** What the form of a token offers to whom holds these roles. */
export const tokenChoices = (roles: readonly string[]) => ({
  lives: LIVES,
  kinds: KINDS,
  scopes: allScopes()
    .filter(({ scope }) => rolesFor(scope).some((role) => roles.includes(role)))
    .map(({ scope, label, room }) => ({ value: scope, label: `${room} : ${label}`, help: scope })),
})

const labelOf = (scope: string) => {
  const found = allScopes().find((one) => one.scope === scope)
  return found ? `${found.room} : ${found.label}` : scope
}

/** A token as its page tells it: never its value. */
export const tokenLine = ({
  id,
  name,
  kind,
  scopes,
  expiresAt,
  lastUsedAt,
  createdAt,
}: ApiToken) => ({
  id,
  name,
  kind: KINDS.find(({ value }) => value === kind)!.label,
  scopes: scopes.map(labelOf),
  expiresAt,
  lastUsedAt,
  createdAt,
})

/** What is shown once, and how it is said to a program. */
export const shownOnce = (kind: ApiToken['kind'], value: string, login: string) =>
  kind === 'bearer'
    ? [{ name: 'Jeton', value, mono: true }]
    : [
        { name: 'Nom', value: login, mono: true },
        { name: 'Mot de passe', value, mono: true },
      ]
