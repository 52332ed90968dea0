import { test } from '@japa/runner'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson, serializeProofBundle, writeSealKeys, type ProofBundle } from '#lib/proof'
import { tokenVerifier } from '#lib/signature/token_verifier'
import { hasTool, run } from '#tests/helpers/tools'
import { bundleOf, FILES, PLATFORM, randomsFrom } from './journal_fixture.js'
import { timeAuthority, type TimeAuthority } from './time_authority.js'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'

const COMMAND = [...BY_OUR_LOADER, 'bin/verify.ts']
const MISSING = 'openssl is not installed'

/** The command, in an environment that knows no database, no server and no proxy. */
function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], {
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
    timeout: 120_000,
  })
  return { status, output: stdout + stderr }
}

test.group('The verification command', (group) => {
  let authority: TimeAuthority
  let bundle: ProofBundle
  let folder: string
  const proof = () => join(folder, 'proof.json')
  const key = () => join(folder, 'cle.pem')

  group.setup(() => {
    if (!hasTool('openssl')) return
    authority = timeAuthority('de Penn ar Roz')
    // The authority of these tests dates by the clock of this machine
    bundle = bundleOf([6, 4], authority.tokenOf, Date.now() - 3_600_000)
    return () => authority.remove()
  })
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'halle-proof-'))
    for (const [name, bytes] of FILES) writeFileSync(join(folder, name), bytes)
    if (bundle) writeFileSync(proof(), serializeProofBundle(bundle))
    writeFileSync(key(), writeSealKeys([PLATFORM]))
    return () => rmSync(folder, { recursive: true })
  })

  test('finds a sound bundle sound, and says when it was sealed and by whom', ({ assert }) => {
    const { status, output } = verify(
      proof(),
      '--dir',
      folder,
      '--anchors',
      authority.rootPem,
      '--key',
      key()
    )
    assert.equal(status, 0, output)
    assert.include(output, 'Tout concorde :')
    assert.include(output, PLATFORM.id)
    assert.include(output, 'Horodatage de Penn ar Roz')
    assert.include(output, 'signed.pdf')
  }).skip(!hasTool('openssl'), MISSING)

  test('has a reserve when it is not told which authority to trust', ({ assert }) => {
    const { status, output } = verify(proof())
    assert.equal(status, 0, output)
    assert.include(output, 'avec des réserves')
  }).skip(!hasTool('openssl'), MISSING)

  test('cannot say who issued it without the key of the platform', ({ assert }) => {
    const { status, output } = verify(proof(), '--anchors', authority.rootPem)
    assert.equal(status, 0, output)
    assert.include(output, 'rien ne dit qui a émis ce dossier')
    assert.include(output, 'avec des réserves : qui l’a émis n’est pas établi')
  }).skip(!hasTool('openssl'), MISSING)

  test('reads for ever neither a device nor a pipe that a zip has put under a link', ({
    assert,
  }) => {
    const [first] = FILES.keys()
    execFileSync('mkfifo', [join(folder, 'tube')])
    for (const target of ['/dev/zero', join(folder, 'tube'), 'boucle']) {
      rmSync(join(folder, first))
      rmSync(join(folder, 'boucle'), { force: true })
      symlinkSync('boucle', join(folder, 'boucle'))
      symlinkSync(target, join(folder, first))
      const { status, output } = verify(proof())
      assert.equal(status, 1, output)
      assert.match(output, new RegExp(`${first}[^.]*manque`), output)
      rmSync(join(folder, 'proof.autre'), { force: true })
      symlinkSync(target, join(folder, 'proof.autre'))
      assert.include(verify(join(folder, 'proof.autre')).output, 'n’est pas un fichier')
    }
  }).skip(!hasTool('openssl'), MISSING)

  test('says in French that an authority is damaged', ({ assert }) => {
    const path = join(folder, 'racines.pem')
    writeFileSync(path, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')
    const { status, output } = verify(proof(), '--anchors', path)
    assert.equal(status, 1)
    assert.include(output, 'Un certificat de --anchors est abîmé')
  }).skip(!hasTool('openssl'), MISSING)

  test('answers a program in one shape, be the bundle lost or broken', ({ assert }) => {
    writeFileSync(join(folder, 'broken.json'), '{"a":1}')
    mkdirSync(join(folder, 'empty'))
    for (const name of ['broken.json', 'nowhere.json', 'empty']) {
      const { status, output } = verify(join(folder, name), '--json')
      assert.equal(status, 1)
      const { valid, findings } = JSON.parse(output)
      assert.isFalse(valid)
      assert.containsSubset(findings, [{ outcome: 'failed', code: 'bundle' }])
    }
  })

  test('is checked by openssl as the notice says, key and token', ({ assert }) => {
    const { statement, signatures } = bundle.seals[0]
    writeFileSync(join(folder, 'scelle.json'), canonicalJson(statement))
    writeFileSync(join(folder, 'signature.der'), Buffer.from(signatures![0].value, 'base64'))
    const { status, output } = run('openssl', [
      ...['dgst', '-sha256', '-verify', key()],
      ...['-signature', join(folder, 'signature.der'), join(folder, 'scelle.json')],
    ])
    assert.equal(status, 0, output)
  }).skip(!hasTool('openssl'), MISSING)

  test('fails when the authority is not one that the reader trusts', ({ assert, cleanup }) => {
    const stranger = timeAuthority('inconnue')
    cleanup(() => stranger.remove())
    const { status, output } = verify(proof(), '--anchors', stranger.rootPem)
    assert.equal(status, 1)
    assert.include(output, 'n’est pas de celles que vous reconnaissez')
  }).skip(!hasTool('openssl'), MISSING)

  test('fails, and names the file, when one was altered or is missing', ({ assert }) => {
    writeFileSync(join(folder, 'signed.pdf'), 'un autre contenu')
    rmSync(join(folder, 'acknowledgement.xml'))
    const { status, output } = verify(proof(), '--dir', folder, '--anchors', authority.rootPem)
    assert.equal(status, 1)
    assert.match(output, /signed\.pdf.*n’est pas celui qui a été scellé/)
    assert.match(output, /acknowledgement\.xml.*manque/)
    assert.include(output, '2 vérifications ont échoué')
  }).skip(!hasTool('openssl'), MISSING)

  test('answers a program in JSON', ({ assert }) => {
    const { output } = verify(proof(), '--json', '--anchors', authority.rootPem)
    assert.isTrue(JSON.parse(output).valid)
  }).skip(!hasTool('openssl'), MISSING)

  test('fails on a file that is not a bundle, and says how it is used', ({ assert }) => {
    writeFileSync(proof(), 'bonjour')
    assert.equal(verify(proof()).status, 1)
    const absent = verify(join(folder, 'absent.json'))
    assert.equal(absent.status, 1)
    assert.include(absent.output, 'donnez son chemin complet')
    const { status, output } = verify()
    assert.equal(status, 2)
    assert.include(output, 'npm run verify')
  })
})

test.group('A time-stamp token', (group) => {
  let authority: TimeAuthority
  const imprint = Buffer.alloc(32, 7)
  group.setup(() => {
    if (!hasTool('openssl')) return
    authority = timeAuthority('de Penn ar Roz')
    return () => authority.remove()
  })

  const seed = Number(process.env.SEED ?? 1122)
  test(`never says anything else once damaged (seed ${seed})`, async ({ assert }) => {
    const random = randomsFrom(seed)
    const sound = authority.tokenOf(imprint)
    const judge = tokenVerifier([])
    const verdict = await judge(sound, imprint)
    assert.isTrue(verdict.valid)
    for (let round = 0; round < 1000; round++) {
      const damaged = Buffer.from(sound)
      damaged[random(sound.length)] ^= 1 << random(8)
      // Bits outside of what is signed (lengths, other certificates) may be flipped without harm
      const other = await judge(damaged, imprint)
      if (other.valid) assert.deepEqual(other, verdict)
    }
  }).skip(!hasTool('openssl'), MISSING)

  test('is accepted by openssl as by us', ({ assert }) => {
    assert.isTrue(authority.opensslAccepts(authority.tokenOf(imprint), imprint))
  }).skip(!hasTool('openssl'), MISSING)

  test('is refused over another imprint', async ({ assert }) => {
    const token = authority.tokenOf(imprint)
    assert.isFalse((await tokenVerifier([])(token, Buffer.alloc(32, 8))).valid)
  }).skip(!hasTool('openssl'), MISSING)
})
