import { createHash, randomBytes } from 'node:crypto'
import { PersonTokenSchema } from '#database/schema/kernel'
import { clock } from '#kernel/clock'
import { askBehind, behind } from '#app/outsiders/wall/wall'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'
import { TokenMissing, TooManyPersonTokens } from '#app/outsiders/errors'

const MOST_OPEN = 10
/** By it a scanner of secrets knows a token that was published by mistake. */
const SHAPE = /^halleoe_[\w-]{43}$/
/** Beyond, the date of the last use is written again. */
const NOTED_EVERY_SECONDS = 60
const ONE = 'select * from kernel.person_tokens where digest = :digest'

/** What a company's program holds to act as somebody of hers: we keep the digest of its secret. */
export default class PersonToken extends WalledModel(PersonTokenSchema) {
  static table = 'kernel.person_tokens'
  static connection = 'app'
}

export interface NewPersonToken {
  personId: string
  establishmentId: string
  name: string
  days: number
}

/** SHA-256, in hexadecimal: a secret of 256 random bits needs no slow hash. */
const digestOf = (value: string) => createHash('sha256').update(value).digest('hex')

/** Those of a person that still open something, the newest first. */
export const tokensOf = (personId: string): Promise<PersonToken[]> =>
  behind({ person: personId }, () => open(personId))

const open = (personId: string) =>
  PersonToken.query(walled())
    .where('personId', personId)
    .whereNull('revokedAt')
    .where('expiresAt', '>', clock.now().toJSDate())
    .orderBy('id', 'desc')
    .limit(MOST_OPEN)
    .exec()

/** Makes a token and gives its value, which nobody can be shown again. @throws E_TOO_MANY_TOKENS */
export async function openPersonToken({ days, ...asked }: NewPersonToken): Promise<string> {
  const value = `halleoe_${randomBytes(32).toString('base64url')}`
  await behind({ person: asked.personId }, async () => {
    if ((await open(asked.personId)).length >= MOST_OPEN) throw new TooManyPersonTokens(MOST_OPEN)
    const now = clock.now()
    await PersonToken.create(
      { ...asked, digest: digestOf(value), createdAt: now, expiresAt: now.plus({ days }) },
      walled()
    )
  })
  return value
}

/** Closes a token for good; twice changes nothing. @throws E_TOKEN_MISSING */
export async function revokePersonToken(personId: string, id: string): Promise<void> {
  await behind({ person: personId }, async () => {
    const token = await PersonToken.query(walled()).where({ id, personId }).forUpdate().first()
    if (!token) throw new TokenMissing()
    if (!token.revokedAt) await token.merge({ revokedAt: clock.now() }).save()
  })
}

/** Whose the token of an `Authorization` header is, or null: unknown, over, revoked. */
export async function holderOfToken(authorization: string): Promise<PersonToken | null> {
  const [, value] = /^Bearer +(\S+)$/i.exec(authorization.trim()) ?? []
  if (!value || !SHAPE.test(value)) return null
  const digest = digestOf(value)
  const [row] = await askBehind({ identifier: digest }, ONE, { digest })
  const token = PersonToken.$createFromAdapterResult(row)
  if (!token || token.revokedAt || token.expiresAt <= clock.now()) return null
  await noteUse(token)
  return token
}

async function noteUse({ id, personId, lastUsedAt }: PersonToken): Promise<void> {
  const now = clock.now()
  if (lastUsedAt && lastUsedAt.plus({ seconds: NOTED_EVERY_SECONDS }) > now) return
  await behind({ person: personId }, () =>
    PersonToken.query(walled()).where('id', id).update({ lastUsedAt: now.toJSDate() })
  )
}
