import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { answerOf, unopened, type VerificationAnswer } from '#web/verification/verification_answer'
import { readDocumentApart } from '#web/verification/read_apart'
import { randomsFrom } from '#tests/lib/proof/journal_fixture'
import { demoSigners } from './demo_signers.js'
import { bases, type Base } from './mutations/bases.js'
import { BYTE_MUTATIONS, type Random } from './mutations/bytes.js'
import { drawn, keepsItsInk, revisionsDrawn, untouched } from './mutations/oracle.js'
import { TAILS } from './mutations/tails.js'
import { UPDATES, updated } from './mutations/updates.js'

const MUTATIONS = Number(process.env.MUTATIONS ?? 220)
const SEED = Number(process.env.SEED ?? 1128)
const KEEP = process.env.KEEP
const OUT = process.env.MUTATIONS_OUT
/** Ranks of the originals to change, for several processes to share them; all of them by default. */
const BASES = process.env.MUTATED_BASES?.split(',').map(Number)
/** The round to play again, of those that a longer run found fault with. */
const ROUND = process.env.MUTATED_ROUND

/** From what vouches for nothing to what vouches for everything. */
const WORTH = {
  LOCKED: 0,
  UNREADABLE: 0,
  UNSIGNED: 0,
  ALTERED: 0,
  UNKNOWN: 1,
  ANNOTATED: 2,
  INTACT: 3,
}

/** An answer that confirms no signature and names no signer vouches for nothing, whatever it leaves open. */
const rank = ({ status, signatures }: VerificationAnswer) =>
  signatures.every(({ signer, indication }) => !signer && indication !== 'TOTAL_PASSED')
    ? 0
    : WORTH[status]

/** What the person of the page is told when no answer can be given. */
const SAID: Record<string, 'LOCKED' | 'UNREADABLE'> = {
  E_PDF_LOCKED: 'LOCKED',
  E_PDF_UNREADABLE: 'UNREADABLE',
  E_PDF_EXCESSIVE: 'UNREADABLE',
}

/** The road of the page « Vérifier »: another thread, with its deadline and its memory. */
async function answerFor(bytes: Buffer, { trusted = true }: Base): Promise<VerificationAnswer> {
  const { anchors, directory } = await demoSigners()
  const path = join(directory, 'mutated.pdf')
  writeFileSync(path, bytes)
  const about = { path, trustAnchors: trusted ? anchors : [], at: new Date() }
  try {
    return answerOf(
      (await readDocumentApart(about, { by: 'house', bytes: bytes.length })).inspection
    )
  } catch (error) {
    const said = SAID[(error as { code: string }).code]
    if (!said) throw error
    return unopened(said)
  }
}

/** One change, or two one after the other. */
async function mutated(bytes: Buffer, random: Random): Promise<{ kind: string; bytes: Buffer }> {
  const kinds = [Object.keys(BYTE_MUTATIONS), Object.keys(TAILS), UPDATES][random(3)]
  const kind = kinds[random(kinds.length)]
  const change = BYTE_MUTATIONS[kind] ?? TAILS[kind]
  const once = change ? change(bytes, random) : await updated(kind, bytes, random)
  if (random(8) > 0) return { kind, bytes: once }
  const tails = Object.keys(TAILS)
  const more = tails[random(tails.length)]
  const again = once.includes('/Root') && / 0 obj/.test(once.toString('latin1'))
  return again
    ? { kind: `${kind}, ${more}`, bytes: safely(() => TAILS[more](once, random), once) }
    : { kind, bytes: once }
}

/** What was changed already may leave nothing to change. */
function safely(change: () => Buffer, otherwise: Buffer): Buffer {
  try {
    return change()
  } catch {
    return otherwise
  }
}

/** Why an answer says more than the file deserves, or null. */
function fault(
  answer: VerificationAnswer,
  bytes: Buffer,
  base: Base,
  pages: Buffer[],
  directory: string
) {
  const isBetter = rank(answer) > WORTH[base.earned]
  if ((rank(answer) < 2 && !isBetter) || bytes.equals(base.bytes)) return null
  const passed = answer.signatures.filter(({ indication }) => indication === 'TOTAL_PASSED').length
  if (passed > untouched(base.bytes, bytes))
    return `${answer.status} although a signed byte changed`
  const seen = drawn(bytes, directory)
  if (seen === null) return null
  const isSame = (page: Buffer) =>
    answer.status !== 'ANNOTATED' ? page.equals(seen) : keepsItsInk(page, seen)
  // What takes a bad change back shows again what was signed, and nothing else may do so
  const honest = isBetter ? pages.slice(0, -1) : pages
  return honest.some(isSame)
    ? null
    : `${answer.status} for ${base.earned}, although the page changed`
}

/** Counts by original and by answer, said as they come and kept in a file by whoever asked for many. */
function tell(told: { counts: Record<string, Record<string, number>>; faults: string[] }) {
  if (!process.env.MUTATIONS) return
  const said = JSON.stringify({ seed: SEED, mutations: MUTATIONS, ...told })
  console.log(said)
  if (OUT) writeFileSync(OUT, `${said}\n`)
}

/**
 * `MUTATIONS=10000` makes the whole, `MUTATIONS_OUT=file.json` keeps its counts, `MUTATED_BASES=0,1`
 * takes some originals only and `MUTATED_ROUND=173` one round of each; `KEEP=folder` keeps each file that was judged too well.
 */
test.group(`Mutated signed PDFs (seed ${SEED}, ${MUTATIONS} in all)`, () => {
  test('neither crash nor hang, nor earn more than the original', async ({ assert }) => {
    const { directory } = await demoSigners()
    const all = await bases()
    const counts: Record<string, Record<string, number>> = {}
    const faults: string[] = []
    for (const [at, base] of all.entries()) {
      if (BASES && !BASES.includes(at)) continue
      const ofBase: Record<string, number> = (counts[base.name] = {})
      const random = randomsFrom(SEED + at)
      assert.equal((await answerFor(base.bytes, base)).status, base.earned, base.name)
      const pages = revisionsDrawn(base.bytes, directory)
      for (let round = 0; round < MUTATIONS / all.length; round++) {
        const { kind, bytes } = await mutated(base.bytes, random)
        if (ROUND && Number(ROUND) !== round) continue
        const answer = await answerFor(bytes, base).catch((error: Error) => error)
        const said = answer instanceof Error ? `${answer.name}: ${answer.message}` : answer.status
        ofBase[said] = (ofBase[said] ?? 0) + 1
        if (round % 100 === 99) tell({ counts, faults })
        const wrong = answer instanceof Error ? said : fault(answer, bytes, base, pages, directory)
        if (!wrong) continue
        faults.push(`${base.name}, round ${round}, ${kind}: ${wrong}`)
        if (!KEEP) continue
        writeFileSync(join(KEEP, `${at}-${round}.pdf`), bytes)
        writeFileSync(join(KEEP, `${at}-${round}.json`), JSON.stringify({ kind, wrong, answer }))
      }
    }
    tell({ counts, faults })
    assert.deepEqual(faults, [])
  }).timeout(14_400_000)
})
