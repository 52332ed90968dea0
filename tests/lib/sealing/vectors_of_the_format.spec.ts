import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { sharedData } from '#tests/helpers/shared_data'
import { filesIn, tenders } from './tenders_command.js'

const vectors = sharedData('procurement', 'sealed', 'vectors')
const ABSENT = 'the official data is not on this machine'

test.group('The vectors of the format', (group) => {
  const at = (...parts: string[]) => join(vectors ?? '', ...parts)
  const expected = vectors ? JSON.parse(readFileSync(at('expected.json'), 'utf8')) : {}
  let folder: string
  group.setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halle-vectors-'))
    return () => rmSync(folder, { recursive: true })
  })
  const open = (name: string, ...keys: string[]) =>
    tenders(
      ...['open', '--pli', at(name), '--trousseau', at('trousseau.json')],
      ...[...keys, '--out', join(folder, name), '--json']
    )
  const two = ['--key', at('keys', 'maire.key.json'), at('keys', 'sequestre.key.json')]
  const contents = (name: string) => {
    const found: Record<string, Record<string, object>> = {}
    for (const path of filesIn(join(folder, name))) {
      const [envelope, ...rest] = path.split('/')
      const bytes = readFileSync(join(folder, name, path))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      ;(found[envelope] ??= {})[rest.join('/')] = { size: bytes.length, sha256 }
    }
    return found
  }

  for (const name of expected.refusedWithOneKey ?? []) {
    test(`${name} opens with two keys or the bidder’s, not with one`, async ({ assert }) => {
      assert.equal((await open(name, '--key', at('keys', 'maire.key.json'))).status, 1)
      assert.deepEqual(contents(name), {})
      const { status, answer } = await open(name, ...two)
      assert.equal(status, 0)
      assert.equal(answer.digest, expected.digest)
      assert.deepEqual(contents(name), expected.open)
      rmSync(join(folder, name), { recursive: true })
      assert.equal((await open(name, '--bidder-key', at(name, 'cle.json'))).status, 0)
      assert.deepEqual(contents(name), expected.open)
    })
  }

  for (const name of expected.refused ?? []) {
    test(`${name} is refused, and leaves no file`, async ({ assert }) => {
      const { status, answer } = await open(name, ...two)
      assert.equal(status, 1)
      assert.isString(answer.error.message)
      assert.isFalse(existsSync(join(folder, name)))
    })
  }

  test('are there', async ({ assert }) => {
    assert.equal(expected.refused.length, 3)
    assert.equal(
      JSON.parse(readFileSync(at('valid', 'pli.json'), 'utf8')).trousseau,
      expected.fingerprint
    )
  }).skip(vectors === null, ABSENT)
})
