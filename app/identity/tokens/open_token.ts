import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { membershipOf } from '#kernel/people/memberships'
import { isPermitted } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { askMoment, moment } from '#identity/moment'
import ApiToken from './api_token.js'
import { ScopeNotHeld, TooManyTokens } from './errors.js'
import { digestOfToken, newTokenSecret, writeToken } from './token_value.js'

const MOST_OPEN = 20
const DAY_SECONDS = 86_400

export interface NewToken {
  personId: string
  kind: ApiToken['kind']
  name: string
  /** Permissions, each held by the person's roles today. */
  scopes: string[]
  /** How long it opens anything. */
  days: number
}

/**
 * Opens a token in the transaction in context and gives its value, which nobody can be shown again.
 * Throws E_TOKEN_SCOPE_NOT_HELD, E_TOO_MANY_TOKENS.
 */
export async function openToken(asked: NewToken, by: Actor): Promise<string> {
  const place = await membershipOf(asked.personId)
  const beyond = asked.scopes.find((scope) => !isPermitted(place?.roles ?? [], scope))
  if (beyond) throw new ScopeNotHeld(await labelOf(beyond)).at('scopes')
  const open = await openTokensOf(asked.personId)
  if (open.length >= MOST_OPEN) throw new TooManyTokens(MOST_OPEN).at('name')
  const secret = newTokenSecret()
  const { days, ...rest } = asked
  const token = await ApiToken.create({
    id: uuidv7(),
    ...rest,
    digest: digestOfToken(secret),
    createdBy: by.id ?? null,
    createdAt: await askMoment(tenancy.trx(), 0),
    expiresAt: await askMoment(tenancy.trx(), days * DAY_SECONDS),
  })
  const data = { person: token.personId, kind: token.kind, scopes: token.scopes }
  await journal.append({ type: 'identity.token_opened', subject: token.ref, actor: by, data })
  return writeToken({ tenantId: tenancy.tenantId(), id: token.id, secret })
}

/** Closes a token for good, at once; twice changes nothing. */
export async function revokeToken(token: ApiToken, by: Actor): Promise<void> {
  if (token.revokedAt) return
  token.revokedAt = await askMoment(tenancy.trx(), 0)
  await token.save()
  await journal.append({ type: 'identity.token_revoked', subject: token.ref, actor: by })
}

/** The tokens of a person that still open something here, the newest first. */
export async function openTokensOf(personId: string): Promise<ApiToken[]> {
  return ApiToken.query()
    .where({ personId })
    .whereNull('revokedAt')
    .where('expiresAt', '>', moment() as never)
    .orderBy('id', 'desc')
    .exec()
}

async function labelOf(scope: string): Promise<string> {
  // The operations declare routes as they are read: not before the application has started
  const { allScopes } = await import('#web/api/registry')
  return allScopes().find((one) => one.scope === scope)?.label ?? scope
}
