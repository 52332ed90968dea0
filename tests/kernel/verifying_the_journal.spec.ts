import { test } from '@japa/runner'
import { proofOf } from '#kernel/journal/proof_of'
import { sealJournal } from '#kernel/journal/sealing'
import { verifyJournal } from '#kernel/journal/verify'
import {
  buildProofBundle,
  GENESIS,
  hashEntry,
  hashSeal,
  merkleRoot,
  verifyBundle,
  type ProofBundle,
} from '#kernel/proof'
import { entryOf } from '#kernel/journal/rows'
import { ownTokenVerifier } from '#kernel/trust'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#kernel/values'
import { testTrust } from '#tests/helpers/trust'
import { asOwner, placeApart, writeEntries } from '#tests/world/journals'

async function problemsOf(tenantId: string): Promise<string[]> {
  const verifyToken = await ownTokenVerifier()
  return (await tenancy.run(tenantId, () => verifyJournal(verifyToken))).problems
}

/** Six entries under two seals, then two that no seal covers yet. */
async function sealedPlace(): Promise<string> {
  await testTrust()
  const [id, subject] = [await placeApart(), uuidv7()]
  await writeEntries(id, subject, 4)
  await sealJournal(id)
  await writeEntries(id, subject, 2)
  await sealJournal(id)
  await writeEntries(id, subject, 2)
  return id
}

test.group('Verifying a journal', () => {
  test('finds a sound one sound, with its seals', async ({ assert }) => {
    const id = await sealedPlace()
    const verifyToken = await ownTokenVerifier()
    const verdict = await tenancy.run(id, () => verifyJournal(verifyToken))
    assert.deepEqual(verdict, { entries: 8, seals: 2, problems: [] })
  })

  test('says which entry was changed', async ({ assert }) => {
    const id = await sealedPlace()
    await asOwner(
      `update kernel.journal_entries set data = '{"n": 9}' where tenant_id = ? and position = 8`,
      [id]
    )
    assert.deepEqual(await problemsOf(id), ['L’entrée 8 a été modifiée.'])
  })

  test('says which entries are missing, once', async ({ assert }) => {
    const id = await sealedPlace()
    await asOwner('delete from kernel.journal_entries where tenant_id = ? and position in (2, 3)', [
      id,
    ])
    const problems = await problemsOf(id)
    assert.include(problems, 'Il manque les entrées 2 à 3.')
    assert.include(problems, 'Le scellement 1 ne correspond plus aux entrées qu’il couvre.')
    assert.lengthOf(problems, 3)
  })

  test('finds an end that was cut off before a seal covered it', async ({ assert }) => {
    const id = await sealedPlace()
    await asOwner('delete from kernel.journal_entries where tenant_id = ? and position = 8', [id])
    assert.deepEqual(await problemsOf(id), ['Il manque l’entrée 8.'])
  })

  test('is not deceived by a history rewritten with all its hashes: the token dates another', async ({
    assert,
  }) => {
    const id = await sealedPlace()
    await rewriteHistory(id)
    const problems = await problemsOf(id)
    assert.lengthOf(problems, 2)
    assert.match(problems[0], /^Le jeton d’horodatage du scellement 1 ne vaut rien/)
  })
})

test.group('The proof of what happened to a thing', () => {
  test('carries the seals of its own entries only, and is sound', async ({ assert }) => {
    const { bundle } = await provenThing()
    assert.deepEqual(
      bundle.seals.map(({ statement }) => statement.number),
      [2, 4]
    )
    assert.deepEqual(await failuresOf(bundle), [])
  })

  test('is refused without one of them, or with the token of another', async ({ assert }) => {
    const { bundle } = await provenThing()
    const [first, second] = bundle.seals
    assert.include(await failuresOf(remade(bundle, [second])), 'seal_missing')
    const swapped = [{ ...first, token: second.token }, second]
    assert.include(await failuresOf(remade(bundle, swapped)), 'token')
    const renumbered = [{ ...first, statement: { ...first.statement, number: 3 } }, second]
    assert.include(await failuresOf(remade(bundle, renumbered)), 'seal_missing')
  })
})

/** A thing whose entries stand under the seals 2 and 4 of five. */
async function provenThing() {
  await testTrust()
  const [id, thing, other] = [await placeApart(), uuidv7(), uuidv7()]
  for (const subject of [other, thing, other, thing, other]) {
    await writeEntries(id, subject, 2)
    await sealJournal(id)
  }
  const subject = { capability: 'tests', type: 'thing', id: thing }
  return { bundle: await proofOf(id, [subject], []) }
}

const remade = ({ format, digest, ...content }: ProofBundle, seals: ProofBundle['seals']) =>
  buildProofBundle({ ...content, seals })

async function failuresOf(bundle: ProofBundle): Promise<string[]> {
  const verifyToken = await ownTokenVerifier()
  const findings = await verifyBundle(bundle, { verifyToken, measureFile: async () => null })
  return findings.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)
}

/** What the master of the base can do: everything but the tokens of the authority. */
async function rewriteHistory(tenantId: string): Promise<void> {
  await tenancy.run(tenantId, async ({ trx }) => {
    const rows = await trx.from('kernel.journal_entries').orderBy('position')
    let previous = GENESIS
    const hashes: string[] = []
    for (const row of rows) {
      const hash = hashEntry({ ...entryOf(row), data: { n: 99 } }, previous)
      await asOwner(
        `update kernel.journal_entries set data = '{"n": 99}', prev_hash = ?, hash = ?
         where tenant_id = ? and position = ?`,
        [previous, hash, tenantId, row.position]
      )
      hashes.push(hash)
      previous = hash
    }
    await asOwner('update kernel.journal_heads set hash = ? where tenant_id = ?', [
      previous,
      tenantId,
    ])
    let previousSeal = GENESIS
    for (const { number, statement } of await trx.from('kernel.journal_seals').orderBy('number')) {
      const covered = hashes.slice(statement.firstPosition - 1, statement.lastPosition)
      const root = merkleRoot(covered)
      const rewritten = { ...statement, previousSeal, root, head: covered.at(-1) }
      previousSeal = hashSeal(rewritten)
      await asOwner(
        'update kernel.journal_seals set statement = ?, seal_hash = ? where tenant_id = ? and number = ?',
        [JSON.stringify(rewritten), previousSeal, tenantId, number]
      )
    }
  })
}
