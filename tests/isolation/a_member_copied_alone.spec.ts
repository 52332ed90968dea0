import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { exportMember } from '#console/member_copy/export_member'
import { packMember, unpackMember } from '#console/member_copy/member_file'
import { restoreMember } from '#console/member_copy/restore_member'
import { documents } from '#kernel/documents'
import { documentsStore } from '#kernel/documents/store'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { uploads } from '#kernel/uploads'
import { DROP_PURPOSE } from '#kernel/uploads/purposes'
import { PIECE_BYTES } from '#lib/uploads/pieces'
import { uuidv7 } from '#lib/values'
import { tenantTables } from '#tests/architecture/support/catalogue'
import { master } from '#tests/helpers/master'
import { person, place } from '#tests/world/world'
import { digestOf } from './support/rows.js'
import { buildWorlds } from './support/routes.js'

const lock = { passphrase: 'les tilleuls de la place' }

/** As a fault of a disk or of a hand would: every row and every file of a member, and nothing else. */
async function lose(tenantId: string): Promise<void> {
  const trx = await master().transaction()
  await trx.rawQuery('set local session_replication_role = replica')
  for (const table of await tenantTables(trx))
    await trx.rawQuery(`delete from ${table} where tenant_id = ?`, [tenantId])
  await trx.from('kernel.tenants').where('id', tenantId).delete()
  await trx.commit()
  const store = await documentsStore()
  for (const kind of ['t', 'u']) await store.removeAll(`${kind}/${tenantId}`)
}

/** A document that came in two pieces, and rests in them. */
async function inPieces(tenantId: string, bytes: Buffer): Promise<string> {
  const owner = { kind: 'anonymous', id: uuidv7() } as const
  const announced = { name: 'plan.bin', size: bytes.length, purpose: DROP_PURPOSE }
  const { id } = await tenancy.run(tenantId, () => uploads.begin(owner, announced))
  for (const [rank, from] of [0, PIECE_BYTES].entries()) {
    const piece = bytes.subarray(from, from + PIECE_BYTES)
    await uploads.addRank(rank, { tenantId, owner, id, bytes: piece })
  }
  return (await uploads.keep(tenantId, owner, id)).id
}

/** What was on its way; keys, wrapped anew; how often the public side has moved, which a return does. */
const OTHERWISE = ['outbox', 'uploads', 'upload_pieces', 'tenant_keys', 'public_revisions'].map(
  (one) => `kernel.${one}`
)

const kept = (digests: Record<string, string>) =>
  Object.fromEntries(Object.entries(digests).filter(([table]) => !OTHERWISE.includes(table)))

test.group('A member copied alone', (group) => {
  const plan = randomBytes(PIECE_BYTES + 1)
  let [mine, hers, document, large] = ['', '', '', '']
  let tenant: Tenant
  let folder: string
  let file: string
  group.setup(async () => {
    hers = (await place('kervalan')).id
    mine = (await place('saint-orven')).id
    const she = await person('Gwenola Le Bris', { 'saint-orven': ['agent'] })
    await buildWorlds(mine, she.id)
    const bytes = Buffer.from('Délibération de Saint-Orven')
    const stored = await tenancy.run(mine, () =>
      documents.store(bytes, { name: 'deliberation.txt' })
    )
    document = stored.id
    large = await inPieces(mine, plan)
    tenant = (await tenants.byId(mine))!
  })
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'member-'))
    file = join(folder, 'member.tar.gz')
    return () => rmSync(folder, { recursive: true, force: true })
  })
  const copy = async () => exportMember(tenant, file, lock)
  const everything = (root: string) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((name) => join(root, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, 'latin1'))
      .join('\n')

  test('holds nothing that names its neighbour', async ({ assert }) => {
    const { tables } = await copy()
    assert.isAbove(tables.filter(({ rows }) => rows > 0).length, 10)
    await unpackMember(file, join(folder, 'open'))
    const all = everything(join(folder, 'open'))
    assert.include(all, mine)
    assert.notInclude(all, hers)
  })

  test('comes back as it was, row for row, and leaves its neighbour as she was', async ({
    assert,
  }) => {
    await copy()
    const [before, neighbour] = [await digestOf(mine), await digestOf(hers)]
    await lose(mine)
    assert.isEmpty(Object.values(await digestOf(mine)).filter((one) => !one.startsWith('0 ')))
    await restoreMember(file, lock)
    assert.deepEqual(kept(await digestOf(mine)), kept(before))
    assert.deepEqual(await digestOf(hers), neighbour)
    const read = (id: string) => tenancy.run(mine, () => documents.read(id))
    assert.equal(String(await read(document)), 'Délibération de Saint-Orven')
    assert.isTrue(plan.equals(await read(large)), 'what came in pieces is whole')
  })

  test('is not brought back where it is', async ({ assert }) => {
    await copy()
    await assert.rejects(() => restoreMember(file, lock), /est déjà ici/)
  })

  test('cut, altered or under another sentence, brings nothing', async ({ assert }) => {
    await copy()
    const whole = readFileSync(file)
    await lose(mine)
    writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2)))
    await assert.rejects(() => restoreMember(file, lock), /n’est pas la copie entière/)
    writeFileSync(file, whole)
    await assert.rejects(
      () => restoreMember(file, { passphrase: 'une autre phrase' }),
      /phrase de passe/
    )
    assert.isNull(await db.connection('app').from('kernel.tenants').where('id', mine).first())
    await restoreMember(file, lock)
  })

  test('with a row of another slipped in, is refused by the wall, and nothing stays', async ({
    assert,
  }) => {
    await copy()
    const neighbour = await digestOf(hers)
    const open = join(folder, 'open')
    const facts = await unpackMember(file, open)
    const rows = join(open, 'rows', 'kernel.documents.jsonl')
    const [first, ...others] = readFileSync(rows, 'utf8').split('\n')
    writeFileSync(rows, [first.replaceAll(mine, hers), ...others].join('\n'))
    await packMember(open, facts, join(folder, 'forged.tar.gz'))
    await lose(mine)
    await assert.rejects(
      () => restoreMember(join(folder, 'forged.tar.gz'), lock),
      /row-level security|foreign key/
    )
    assert.isEmpty(Object.values(await digestOf(mine)).filter((one) => !one.startsWith('0 ')))
    assert.deepEqual(await digestOf(hers), neighbour)
    await restoreMember(file, lock)
  })
})
