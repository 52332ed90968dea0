import { keepTheGate, type Holder } from '#web/api/gate'
import { tenancy } from '#kernel/tenancy'
import { moment } from '#identity/moment'
import { isTokenSecret, readToken, type TokenValue } from './token_value.js'

/** Beyond, the date of the last use is written again: a program in a loop writes nothing else. */
const NOTED_EVERY_SECONDS = 60

keepTheGate({
  async holderOf(authorization) {
    const said = readAuthorization(authorization)
    const value = said && readToken(said.token)
    return value ? tenancy.run(value.tenantId, () => find(value, said)) : null
  },
})

interface Said {
  kind: Holder['kind']
  token: string
  /** The name that « Basic » says beside its password, in small letters. */
  name?: string
}

/** RFC 6750 §2.1 and RFC 7617 §2; null for any other scheme. */
function readAuthorization(header: string): Said | null {
  const [, scheme, rest] = /^(Bearer|Basic) +([\w\-.~+/]+=*)$/i.exec(header.trim()) ?? []
  if (!scheme) return null
  if (scheme.toLowerCase() === 'bearer') return { kind: 'bearer', token: rest }
  const [name, ...password] = Buffer.from(rest, 'base64').toString('utf8').split(':')
  return { kind: 'password', token: password.join(':'), name: name.toLowerCase() }
}

const TOKEN = `
  select t.*, u.email from kernel.api_tokens t
  join kernel.users u on u.id = t.person_id
  join kernel.memberships m on m.tenant_id = t.tenant_id and m.user_id = t.person_id
  where t.tenant_id = ? and t.id = ? and m.state = 'active'
    and t.revoked_at is null and t.expires_at > ?`

async function find({ tenantId, id, secret }: TokenValue, said: Said): Promise<Holder | null> {
  const trx = tenancy.trx()
  const { rows } = await trx.rawQuery(TOKEN, [tenantId, id, moment() as never])
  const [row] = rows
  if (!row || !isTokenSecret(secret, row.digest) || row.kind !== said.kind) return null
  if (said.kind === 'password' && said.name !== row.email) return null
  await trx
    .from('kernel.api_tokens')
    .where({ tenant_id: tenantId, id })
    .where((either) =>
      either
        .whereNull('last_used_at')
        .orWhere('last_used_at', '<', moment(-NOTED_EVERY_SECONDS) as never)
    )
    .update({ last_used_at: moment() as never })
  return {
    tokenId: id,
    tenantId,
    personId: row.person_id,
    kind: row.kind,
    scopes: row.scopes,
    name: row.name,
    expiresAt: row.expires_at,
  }
}
