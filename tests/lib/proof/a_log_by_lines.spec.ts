import { generateKeyPairSync, sign } from 'node:crypto'
import { test } from '@japa/runner'
import { lookText, writeLineLog, type BatchLine, type JournalEntry } from '#lib/proof'
import { hashLine, summaryOf } from '#lib/proof/batch'
import { checkLineLog } from '#lib/proof/line_log'

const NAME = 'releve.jsonl'
const looks = (hour: number): BatchLine[] =>
  [0, 1, 2, 3, 4].map((minute) => ({
    id: `look-${hour}-${minute}`,
    data: { at: `2026-12-01T0${hour}:0${minute}:00.000Z`, up: true, ms: 12, fault: null },
  }))
const BATCHES = [
  { batch: 'first', lines: looks(8) },
  { batch: 'second', lines: looks(9) },
]
const FROM = ['08:00', '09:00', '10:00']
const ENTRIES = BATCHES.map(({ batch, lines }, index) => ({
  ...{ tenantId: 'town', position: index + 1, type: 'procurement.looks_summed', at: '' },
  subject: { capability: 'procurement', type: 'look_period', id: batch },
  actor: { kind: 'system' },
  data: { from: FROM[index], to: FROM[index + 1], ...summaryOf(lines.map(hashLine)) },
})) as JournalEntry[]
const LINES = writeLineLog(BATCHES).split('\n').slice(0, -1)
const said = (lines: string[], entries = ENTRIES) =>
  checkLineLog(NAME, lines.map((line) => `${line}\n`).join(''), entries)
const texts = (lines: string[]) => said(lines).map(({ outcome, text }) => `${outcome}: ${text}`)

test.group('A log that the journal sums up', () => {
  test('is the one that was summed up, each line at its place', ({ assert }) => {
    const [{ outcome, text }, ...others] = said(LINES)
    assert.deepEqual([outcome, others], ['ok', []])
    assert.include(text, 'Les 10 lignes')
  })

  test('names a line that was altered', ({ assert }) => {
    assert.deepEqual(texts(LINES.with(2, LINES[2].replace('true', 'false'))), [
      'failed: La ligne n° 3 de « releve.jsonl » a été modifiée.',
    ])
  })

  test('names the period of a line whose hash was made again', ({ assert }) => {
    const forged = { ...BATCHES[1].lines[1], data: { ...BATCHES[1].lines[1].data, up: false } }
    const again = writeLineLog([
      BATCHES[0],
      { batch: 'second', lines: BATCHES[1].lines.with(1, forged) },
    ])
    assert.deepEqual(texts(again.split('\n').slice(0, -1)), [
      'failed: Une mesure de la période du 09:00 au 10:00 a été modifiée, et son empreinte refaite : le journal en garde une autre.',
    ])
  })

  test('names a line that was removed, be it the last one', ({ assert }) => {
    assert.deepEqual(texts(LINES.toSpliced(3, 1)), [
      'failed: La mesure n° 4 de la période du 08:00 au 09:00 manque.',
    ])
    assert.deepEqual(texts(LINES.slice(0, -1)), [
      'failed: La mesure n° 5 de la période du 09:00 au 10:00 manque.',
    ])
  })

  test('names each line of a period that was removed whole', ({ assert }) => {
    assert.lengthOf(texts(LINES.slice(5)), 5)
  })

  test('names a line that was moved, in its period or out of it', ({ assert }) => {
    const swapped = LINES.with(0, LINES[1]).with(1, LINES[0])
    assert.deepEqual(texts(swapped), [
      'failed: La ligne n° 2 de « releve.jsonl » n’est pas à sa place, ou y est deux fois.',
    ])
    const out = [...LINES.slice(1), LINES[0]]
    assert.include(texts(out)[0], 'n° 10 de « releve.jsonl » n’est pas à sa place')
  })

  test('names a line that was added, or written twice', ({ assert }) => {
    const extra = JSON.stringify({ ...JSON.parse(LINES[4]), rank: 5 })
    assert.deepEqual(texts(LINES.toSpliced(5, 0, extra)), [
      'failed: La mesure n° 6 de la période du 08:00 au 09:00 a été ajoutée.',
    ])
    assert.include(texts(LINES.toSpliced(1, 0, LINES[0]))[0], 'n’est pas à sa place')
    const strange = LINES[4].replace('"first"', '"third"')
    assert.include(texts([...LINES, strange])[0], 'n’est d’aucune période')
  })

  test('refuses what nothing hashes beside what is proven, and what is not ours', ({ assert }) => {
    const beside = LINES[0].replace('{', '{"aside":1,')
    for (const line of [beside, '{', 'null', `${LINES[0]} `])
      assert.include(
        texts(LINES.with(0, line))[0],
        'La ligne n° 1 de « releve.jsonl » ne se lit pas'
      )
  })

  test('is cut when its last line does not end', ({ assert }) => {
    const cut = checkLineLog(NAME, writeLineLog(BATCHES).slice(0, -1), ENTRIES)
    assert.include(cut.map(({ text }) => text).join(), 'coupé')
  })

  test('bears what a probe signed, which whoever holds the base cannot write', ({ assert }) => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const look = {
      probe: 'p',
      at: '2026-12-01T10:00:00.000Z',
      up: false,
      ms: 12,
      fault: 'HTTP 503',
    }
    const signature = sign(null, Buffer.from(lookText(look)), privateKey).toString('base64url')
    const key = publicKey.export({ format: 'jwk' }).x!
    const log = (data: object) => {
      const lines = [{ id: 'look', data: { ...look, signature, publicKey: key, ...data } }]
      const [of] = ENTRIES
      const entry = { ...of, data: { ...of.data, ...summaryOf(lines.map(hashLine)) } }
      return checkLineLog(NAME, writeLineLog([{ batch: 'first', lines }]), [entry as JournalEntry])
    }
    assert.include(log({})[0].text, '1 sont signées par une sonde du dehors')
    // Its line, its hash and the journal itself were made again: the key of the probe was not there
    assert.equal(
      log({ up: true })[0].text,
      'La ligne n° 1 de « releve.jsonl » n’est pas signée par la sonde qu’elle nomme.'
    )
    for (const strange of [{ publicKey: 'x' }, { signature: 7 }, { fault: null }])
      assert.equal(log(strange)[0].outcome, 'failed')
  })

  test('says nothing of a period where nobody looked', ({ assert }) => {
    const [of] = ENTRIES
    const silent = { ...of, data: { ...of.data, lines: 0, root: null } } as JournalEntry
    assert.equal(said([], [silent])[0].outcome, 'ok')
  })
})
