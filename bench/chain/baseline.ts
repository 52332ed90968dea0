import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

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

const execute = promisify(execFile)
const sh = (folder: string, script: string) => execute('sh', ['-c', script], { cwd: folder })

/** Prepares a folder for each script that runs at once; `run` does the work of so many actes. */
export async function baseline(produced: { envelope: Buffer; sip: Buffer }, most: number) {
  const root = mkdtempSync(join(tmpdir(), 'bench-chain-'))
  const folders = Array.from({ length: most }, (_, n) => join(root, String(n)))
  for (const folder of folders) await prepare(folder, produced)
  return {
    async run(count: number, atOnce: number): Promise<void> {
      let left = count
      const lane = async (folder: string) => {
        while (left-- > 0) await sh(folder, SCRIPT)
      }
      await Promise.all(folders.slice(0, atOnce).map(lane))
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

async function prepare(
  folder: string,
  { envelope, sip }: { envelope: Buffer; sip: Buffer }
): Promise<void> {
  for (const name of ['envelope', 'sip']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'envelope.tar.gz'), envelope)
  writeFileSync(join(folder, 'sip.zip'), sip)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  writeFileSync(join(folder, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await sh(folder, 'tar -C envelope -xzf envelope.tar.gz && unzip -q sip.zip -d sip')
}
