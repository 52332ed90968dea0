import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The same file work by the tools of C, on the very files that we produced: messages and manifest
 * read by xmllint, archive by tar and gzip, digests by sha256sum, one request of time-stamp and one
 * signature by openssl, package by tar and gzip again.
 */
const SCRIPT = `set -e
xmllint --noout envelope/*.xml
tar -C envelope -cf - . | gzip > out.tar.gz
gzip -t out.tar.gz
sha256sum envelope/* > digests
openssl ts -query -data digests -sha256 -cert -out query.tsq 2>/dev/null
openssl dgst -sha256 -sign key.pem -out signature digests
find sip -name '*.xml' -exec xmllint --noout {} +
find sip -type f -exec sha512sum {} + > sip.digests
tar -C sip -cf - . | gzip > sip.tar.gz
gzip -dc sip.tar.gz | tar -xf - -O | sha256sum > sip.check`

function sh(folder: string, script: string): void {
  const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The baseline failed: ${stderr}`)
}

/** Prepares the folder of the baseline; `run` does the work of one acte. */
export function baseline({ envelope, sip }: { envelope: Buffer; sip: Buffer }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-chain-'))
  for (const name of ['envelope', 'sip']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'envelope.tar.gz'), envelope)
  writeFileSync(join(folder, 'sip.zip'), sip)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  writeFileSync(join(folder, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  sh(folder, 'tar -C envelope -xzf envelope.tar.gz && unzip -q sip.zip -d sip')
  return {
    run: () => sh(folder, SCRIPT),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
