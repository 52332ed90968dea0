import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { bytesAsSource } from '#lib/archives/byte_source'
import { checkArchive } from '#lib/archives/check_archive'
import { sharedData } from '#tests/helpers/shared_data'
import { tenders } from '../sealing/tenders_command.js'
import { zipByHand, type HandmadeEntry } from './zip_by_hand.js'

const lookAt = async (bytes: Uint8Array) => {
  const findings = await checkArchive(bytesAsSource(new Uint8Array(bytes)))
  return findings.map(({ code, entry }) => `${code} ${entry}`.trim())
}
const within = (name: string, bytes: Buffer, levels: number): Buffer =>
  levels === 0 ? bytes : within(name, zipByHand([{ name, content: bytes }]), levels - 1)

test.group('Before an archive is sealed', () => {
  const CASES: [what: string, entries: HandmadeEntry[], said: string[]][] = [
    [
      'nothing is said of a sound one',
      [{ name: 'a/' }, { name: 'a/été 🏗️.txt', content: 'x', isDeflated: true }],
      [],
    ],
    ['an empty file', [{ name: 'vide.pdf' }], ['empty-file vide.pdf']],
    [
      'an empty folder',
      [{ name: 'plans/' }, { name: 'a.txt', content: 'a' }],
      ['empty-folder plans/'],
    ],
    [
      'an empty folder, and not the one that holds it',
      [{ name: 'a/' }, { name: 'a/b/' }],
      ['empty-folder a/b/'],
    ],
    ['an archive of nothing', [], ['empty-folder']],
    ['a password', [{ name: 'a.txt', content: 'a', flags: 0x801 }], ['encrypted-entry a.txt']],
    [
      'accents apart from their letters',
      [{ name: 'e\u0301te\u0301.txt', content: 'a' }],
      ['decomposed-name e\u0301te\u0301.txt'],
    ],
    [
      'a name of MS-DOS',
      [{ name: Buffer.from([0x82, 0x74, 0x82, 0x2e, 0x74, 0x78, 0x74]), content: 'a', flags: 0 }],
      ['legacy-name été.txt'],
    ],
    ['a name in UTF-8 that does not say so', [{ name: 'été.txt', content: 'a', flags: 0 }], []],
    ['a name that climbs', [{ name: '../a.txt', content: 'a' }], ['climbing-name ../a.txt']],
    [
      'a name that climbs under Windows',
      [{ name: 'a\\..\\b', content: 'a' }],
      ['climbing-name a\\..\\b'],
    ],
    ['a name from the root', [{ name: '/etc/a', content: 'a' }], ['climbing-name /etc/a']],
    ['a name of a disk', [{ name: 'C:\\a', content: 'a' }], ['climbing-name C:\\a']],
    ['dots that do not climb', [{ name: 'a..b/...txt', content: 'a' }], []],
    [
      'a long name',
      [{ name: `${'é'.repeat(128)}.txt`, content: 'a' }],
      [`long-name ${'é'.repeat(128)}.txt`],
    ],
    [
      'a long path',
      [{ name: `${'dossier/'.repeat(33)}a`, content: 'a' }],
      [`long-name ${'dossier/'.repeat(33)}a`],
    ],
    ['a name of 200 letters', [{ name: `${'a'.repeat(200)}.txt`, content: 'a' }], []],
    [
      'a 7z within',
      [{ name: 'plans.bin', content: Buffer.from('377abcaf271c0004', 'hex') }],
      ['nested-archive plans.bin'],
    ],
    ['a RAR by its name', [{ name: 'plans.rar', content: 'x' }], ['nested-archive plans.rar']],
    [
      'a document that is a ZIP',
      [{ name: 'cctp.docx', content: zipByHand([{ name: 'word/a' }]) }],
      [],
    ],
    [
      'what is wrong within an archive, with its place',
      [
        { name: 'a.zip', content: zipByHand([{ name: 'vide' }]), isDeflated: true },
        { name: 'b', content: 'b' },
      ],
      ['nested-archive a.zip', 'empty-file a.zip/vide'],
    ],
    [
      'an archive within, cut',
      [{ name: 'a.zip', content: zipByHand([{ name: 'b', content: 'b' }]).subarray(0, 40) }],
      ['nested-archive a.zip', 'truncated a.zip'],
    ],
    [
      'bytes that are not those that were put there',
      [{ name: 'a', content: 'abc', crc: 1 }],
      ['truncated a'],
    ],
    ['fewer bytes than announced', [{ name: 'a', content: 'abc', size: 4 }], ['truncated a']],
    [
      'more bytes than announced',
      [{ name: 'a', content: 'abc', isDeflated: true, size: 2 }],
      ['truncated a'],
    ],
    ['a bomb', [{ name: 'z', content: Buffer.alloc(1_000_000), isDeflated: true }], ['bomb z']],
    [
      'a bomb that lies on its size',
      [{ name: 'z', content: Buffer.alloc(1_000_000), isDeflated: true, size: 10 }],
      ['truncated z'],
    ],
    [
      'a bomb within a document that weighs nothing',
      [
        {
          name: 'a.zip',
          content: zipByHand([{ name: 'z', content: Buffer.alloc(900_000), isDeflated: true }]),
        },
      ],
      ['nested-archive a.zip', 'bomb a.zip/z'],
    ],
    [
      '10,000 entries',
      Array.from({ length: 10_000 }, (_, at) => ({ name: `${at}`, content: '1' })),
      [],
    ],
    [
      '10,001 entries',
      Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, content: '1' })),
      ['bomb'],
    ],
  ]
  for (const [what, entries, said] of CASES)
    test(`one hears of ${what}`, async ({ assert }) => {
      assert.deepEqual(await lookAt(zipByHand(entries)), said)
    })

  test('three archives one within the other are looked into, a fourth is too deep', async ({
    assert,
  }) => {
    const inner = zipByHand([{ name: 'a', content: 'a' }])
    assert.deepEqual(await lookAt(within('z.zip', inner, 2)), [
      'nested-archive z.zip',
      'nested-archive z.zip/z.zip',
    ])
    const said = await lookAt(within('z.zip', inner, 3))
    assert.deepEqual(said.slice(2), ['nested-archive z.zip/z.zip/z.zip', 'bomb z.zip/z.zip/z.zip'])
  })

  test('what is no archive, or is cut anywhere', async ({ assert }) => {
    assert.deepEqual(await lookAt(Buffer.from('')), ['not-an-archive'])
    assert.deepEqual(await lookAt(Buffer.from('%PDF-1.7 et la suite')), ['not-an-archive'])
    const whole = zipByHand([
      { name: 'annexes.zip', content: zipByHand([{ name: 'a', content: 'a' }]) },
      { name: 'plan.bin', content: randomBytes(200) },
    ])
    for (let length = 4; length < whole.length; length++)
      assert.deepEqual(await lookAt(whole.subarray(0, length)), ['truncated'], `${length}`)
  })

  test('what stands before an archive or after it does not matter', async ({ assert }) => {
    const whole = zipByHand([{ name: 'a', content: 'a' }])
    assert.deepEqual(
      await lookAt(Buffer.concat([Buffer.from('MZ this extracts itself'), whole])),
      []
    )
    assert.deepEqual(await lookAt(Buffer.concat([whole, Buffer.alloc(10)])), [])
  })

  test('any damage is told, or changes nothing that is read', async ({ assert }) => {
    const whole = zipByHand([
      { name: 'a.txt', content: 'bonjour', isDeflated: true },
      { name: 'b/c.txt', content: 'bonsoir' },
    ])
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole)
      damaged[at] ^= 0x10
      assert.isArray(await lookAt(damaged))
    }
  })
})

test.group('The command archive-check', () => {
  const cases = sharedData('procurement', 'sealed', 'cases.json')
  const all: any[] = cases ? JSON.parse(readFileSync(cases, 'utf8')) : []
  for (const [line, codes] of all.find(({ id }) => id === 'archives')?.commands ?? []) {
    test(`archives: ${line}`, async ({ assert }) => {
      const [name, path, ...rest] = line.split(' ')
      const { status, answer } = await tenders(
        name,
        sharedData('procurement', 'sealed', path)!,
        ...rest
      )
      assert.equal(status, 0)
      assert.deepEqual(
        answer.findings.map(({ code }: { code: string }) => code),
        codes
      )
    })
  }

  test('a file that is not there is refused', async ({ assert }) => {
    assert.equal((await tenders('archive-check', '/nulle/part.zip', '--json')).status, 1)
    assert.equal((await tenders('archive-check', '--json')).status, 2)
  })
})
