import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { filesIn, tenders } from './tenders_command.js'

const TENDER = '7c1f5a1e-1111-4222-8333-944455566677'
const HOLDERS = ['maire', 'secretaire', 'sequestre']

test.group('The offline program, from keys to bytes', (group) => {
  let folder: string
  const at = (...parts: string[]) => join(folder, ...parts)
  const trousseau = () => at('keys', 'trousseau.json')
  const key = (holder: string) => at('keys', `${holder}.key.json`)
  const sealed = (out: string, ...envelopes: string[]) =>
    tenders(
      'seal',
      '--trousseau',
      trousseau(),
      '--envelope',
      ...envelopes,
      '--out',
      at(out),
      '--json'
    )

  group.setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halle-pli-'))
    const asked = [
      '--threshold',
      '2',
      '--holder',
      ...HOLDERS,
      '--envelope',
      'candidature',
      '--envelope=offre-1',
    ]
    await tenders('keys', '--tender', TENDER, ...asked, '--out', at('keys'))
    mkdirSync(at('offre', 'pie\u0300ces'), { recursive: true })
    writeFileSync(at('offre', 'pie\u0300ces', 'me\u0301moire 🏗️.txt'), 'mémoire')
    writeFileSync(at('offre', `${'a'.repeat(196)}.txt`), 'long')
    writeFileSync(at('offre', 'vide'), '')
    mkdirSync(at('candidature'))
    writeFileSync(at('candidature', 'dc1.txt'), 'DC1')
    return () => rmSync(folder, { recursive: true })
  })

  test('seals, checks, and opens with two holders of three or with the bidder’s key', async ({
    assert,
  }) => {
    const { status, answer } = await sealed(
      'pli',
      `offre-1=${at('offre')}`,
      `candidature=${at('candidature')}`
    )
    assert.equal(status, 0)
    const manifest = readFileSync(at('pli', 'pli.json'))
    assert.deepInclude(answer, {
      files: 4,
      bytes: 15,
      digest: createHash('sha256').update(manifest).digest('hex'),
    })
    assert.equal(answer.pli, JSON.parse(manifest.toString()).pli)
    const checked = await tenders('check', '--pli', at('pli'), '--trousseau', trousseau(), '--json')
    assert.equal(checked.status, 0)
    assert.equal(checked.answer.digest, answer.digest)

    const opening = ['open', '--pli', at('pli'), '--trousseau', trousseau(), '--json', '--out']
    const byHolders = await tenders(
      ...opening,
      at('clair'),
      '--key',
      key('sequestre'),
      key('maire')
    )
    assert.equal(byHolders.status, 0, byHolders.stderr)
    const expected = [
      'candidature/dc1.txt',
      `offre-1/${'a'.repeat(196)}.txt`,
      'offre-1/pi\u00e8ces/m\u00e9moire 🏗️.txt',
      'offre-1/vide',
    ]
    assert.deepEqual(filesIn(at('clair')), expected)
    assert.equal(readFileSync(at('clair', expected[2]), 'utf8'), 'mémoire')
    const byBidder = await tenders(
      ...opening,
      at('offre-seule'),
      '--bidder-key',
      at('pli', 'cle.json'),
      '--envelope',
      'offre-1'
    )
    assert.equal(byBidder.status, 0, byBidder.stderr)
    assert.deepEqual(filesIn(at('offre-seule')), expected.slice(1))
    assert.deepEqual(
      byBidder.answer.envelopes.map(({ name }: { name: string }) => name),
      ['offre-1']
    )
    assert.equal(
      (await tenders(...opening, at('clair'), '--key', key('sequestre'), key('maire'))).answer.error
        .code,
      'out'
    )
  })

  test('one key alone opens nothing, and leaves not even a folder', async ({ assert }) => {
    await sealed('pli-2', `candidature=${at('candidature')}`)
    const { status, answer, stderr } = await tenders(
      ...['open', '--pli', at('pli-2'), '--trousseau', trousseau(), '--key', key('maire')],
      ...['--out', at('rien'), '--json']
    )
    assert.equal(status, 1)
    assert.equal(answer.error.code, 'not-enough-keys')
    assert.equal(stderr.trim(), answer.error.message)
    assert.isFalse(existsSync(at('rien')))
  })

  test('secrets are for who made them alone', async ({ assert }) => {
    assert.equal(statSync(key('maire')).mode & 0o777, 0o600)
    assert.equal(statSync(at('pli', 'cle.json')).mode & 0o777, 0o600)
  })

  test('names: two names that are one once composed are refused before sealing', async ({
    assert,
  }) => {
    mkdirSync(at('jumeaux'))
    writeFileSync(at('jumeaux', 'e\u0301te\u0301.txt'), 'un')
    writeFileSync(at('jumeaux', '\u00e9t\u00e9.txt'), 'deux')
    const { status, answer } = await sealed('pli-3', `offre-1=${at('jumeaux')}`)
    assert.equal(status, 1)
    assert.match(answer.error.message, /« été.txt » et « été.txt »/)
    assert.isFalse(existsSync(at('pli-3')))
  })

  test('a name that is not UTF-8, a broken link and a folder that is not there are refused', async ({
    assert,
  }) => {
    mkdirSync(at('latin'))
    writeFileSync(
      Buffer.concat([Buffer.from(`${at('latin')}/m`), Buffer.of(0xe9), Buffer.from('moire.txt')]),
      'x'
    )
    assert.match(
      (await sealed('pli-4', `offre-1=${at('latin')}`)).answer.error.message,
      /« mémoire.txt » n’est pas écrit en UTF-8/
    )
    mkdirSync(at('lien'))
    symlinkSync('/nulle/part', at('lien', 'plan.pdf'))
    assert.match(
      (await sealed('pli-4', `offre-1=${at('lien')}`)).answer.error.message,
      /« plan.pdf » n’est ni un fichier ni un dossier/
    )
    assert.match(
      (await sealed('pli-4', `offre-1=${at('absent')}`)).answer.error.message,
      /n’est pas un dossier que l’on puisse lire/
    )
    assert.isFalse(existsSync(at('pli-4')))
  })

  test('a folder that holds something is not sealed into', async ({ assert }) => {
    assert.equal((await sealed('candidature', `offre-1=${at('offre')}`)).answer.error.code, 'out')
    assert.deepEqual(filesIn(at('candidature')), ['dc1.txt'])
  })

  const WRONG: [what: string, words: string[]][] = [
    ['no command', []],
    ['an unknown command', ['fermer']],
    ['an option that is not there', ['check', '--pli', 'x', '--trousseau', 'y', '--force']],
    ['an option without its value', ['check', '--pli', '--trousseau', 'y']],
    ['a missing option', ['check', '--pli', 'x']],
    ['an option twice', ['check', '--pli', 'x', '--pli', 'x', '--trousseau', 'y']],
    ['a word too many', ['check', 'x', '--pli', 'x', '--trousseau', 'y']],
    [
      'both kinds of keys',
      ['open', '--pli', 'x', '--trousseau', 'y', '--out', 'z', '--key', 'k', '--bidder-key', 'b'],
    ],
    ['neither kind of key', ['open', '--pli', 'x', '--trousseau', 'y', '--out', 'z']],
    [
      'an envelope without folder',
      ['seal', '--trousseau', 'y', '--out', 'z', '--envelope', 'offre-1'],
    ],
    [
      'a threshold that is no number',
      [
        'keys',
        '--tender',
        TENDER,
        '--threshold',
        'deux',
        '--holder',
        'a',
        '--envelope',
        'offre',
        '--out',
        'z',
      ],
    ],
  ]
  for (const [what, words] of WRONG) {
    test(`${what} ends with 2, and says how it is written`, async ({ assert }) => {
      const { status, stdout, stderr } = await tenders(...words)
      assert.equal(status, 2)
      assert.equal(stdout, '')
      assert.notInclude(stderr, '    at ')
    })
  }

  test('a threshold that every holder must meet ends with 1', async ({ assert }) => {
    const { status, answer } = await tenders(
      ...[
        'keys',
        '--tender',
        TENDER,
        '--threshold',
        '3',
        '--holder',
        ...HOLDERS,
        '--envelope',
        'offre',
      ],
      ...['--out', at('trois'), '--json']
    )
    assert.equal(status, 1)
    assert.equal(answer.error.code, 'threshold')
    assert.isFalse(existsSync(at('trois')))
  })
})
