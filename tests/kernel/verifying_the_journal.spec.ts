import { test } from '@japa/runner'
import { proofOf } from '#web/seals/proof_of'
import { sealJournal } from '#kernel/journal/sealing'
import { ownMeans } from '#console/journal/own_means'
import { verifyJournal } from '#console/journal/verify'
import { buildProofBundle, verifyBundle, type JournalEntry, type ProofBundle } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { testTrust } from '#tests/helpers/trust'
import {
  asOwner,
  placeApart,
  rewriteJournal,
  rewriteSeals,
  writeEntries,
} from '#tests/world/journals'

async function problemsOf(tenantId: string): Promise<string[]> {
  const means = await ownMeans()
  return (await tenancy.run(tenantId, () => verifyJournal(means))).problems
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
    const means = await ownMeans()
    const verdict = await tenancy.run(id, () => verifyJournal(means))
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
    await rewriteJournal(id, (entry) => ({ ...entry, data: { n: 99 } }))
    await rewriteSeals(id)
    const problems = (await problemsOf(id)).join(' ')
    for (const number of [1, 2]) {
      assert.include(problems, `Le jeton d’horodatage du scellement ${number} ne vaut rien`)
      assert.include(problems, `le scellement ${number} : sa signature est fausse`)
    }
  })
})

test.group('A history that the master of the base has written anew, then had sealed', () => {
  const DAY = 86_400_000
  const earlier = (entry: JournalEntry, days: number) => ({
    ...entry,
    at: new Date(Date.parse(entry.at) - days * DAY).toISOString(),
  })

  /** Everything that he can do: entries, hashes, head, seals taken away; then he presses our button. */
  async function problemsOnceRewritten(change: (entry: JournalEntry) => JournalEntry) {
    const id = await sealedPlace()
    await rewriteJournal(id, change)
    await asOwner('delete from kernel.journal_seals where tenant_id = ?', [id])
    await sealJournal(id)
    return problemsOf(id)
  }

  test('is found out when one entry is of another year than those around it', async ({
    assert,
  }) => {
    const problems = await problemsOnceRewritten((entry) =>
      entry.position === 3 ? earlier(entry, 6 * 365) : entry
    )
    assert.match(problems.join(' '), /L’écriture n° 3 se dit du .*, avant l’écriture n° 2/)
    assert.match(problems.join(' '), /L’écriture n° 3 se dit du .* : rien ne prouve une date si/)
  })

  test('is found out when old entries bear a seal of today', async ({ assert }) => {
    const problems = await problemsOnceRewritten((entry) => earlier(entry, 30))
    assert.match(problems.join(' '), /n’a été scellée que le .* : rien ne prouve une date si/)
  })

  test('is found out when its seals are taken away, and none is made', async ({ assert }) => {
    const id = await sealedPlace()
    await rewriteJournal(id, (entry) => earlier(entry, 2))
    await asOwner('delete from kernel.journal_seals where tenant_id = ?', [id])
    assert.deepEqual(await problemsOf(id), [
      'L’entrée 1 attend un scellement depuis plus de 24 heures.',
    ])
  })

  test('is found out when a seal is not signed, or by a key that is not ours', async ({
    assert,
  }) => {
    const id = await sealedPlace()
    await asOwner(
      `update kernel.journal_seals set signatures = '[]' where tenant_id = ? and number = 2`,
      [id]
    )
    assert.deepEqual(await problemsOf(id), [
      'Rien ne dit que la plateforme a émis le scellement 2 : il n’est pas signé.',
    ])
    const { keys, ...means } = await ownMeans()
    const { problems } = await tenancy.run(id, () => verifyJournal({ ...means, keys: [] }))
    assert.match(problems[0], /une clé qui n’est pas de celles que vous reconnaissez/)
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
  const means = await ownMeans()
  const findings = await verifyBundle(bundle, { ...means, measureFile: async () => null })
  return findings.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)
}
