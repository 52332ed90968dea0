import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '#tests/helpers/tools'

/** A time-stamp authority made by openssl for one test, with the PEM of its root. */
export interface TimeAuthority {
  folder: string
  rootPem: string
  /** The TimeStampToken (DER) over a SHA-256 imprint. */
  tokenOf(imprint: Buffer): Buffer
  /** What `openssl ts -verify` says of a token over an imprint. */
  opensslAccepts(token: Buffer, imprint: Buffer): boolean
  remove(): void
}

const CONFIGURATION = `
[req]
distinguished_name = dn
[dn]
[tsa]
default_tsa = own
[own]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
certs = root.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[stamp]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
`

export function timeAuthority(name: string): TimeAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'halle-tsa-'))
  const at = (file: string) => join(folder, file)
  const openssl = (...args: string[]) => {
    const { status, output } = run('sh', ['-c', `cd "$0" && exec openssl "$@"`, folder, ...args])
    if (status !== 0) throw new Error(output)
  }
  writeFileSync(at('tsa.cnf'), CONFIGURATION)
  writeFileSync(at('serial'), '01')
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-days',
    '30',
    '-subj',
    `/CN=Racine ${name}`,
    '-config',
    'tsa.cnf',
    '-extensions',
    'ca'
  )
  openssl(
    'req',
    '-new',
    ...key,
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    `/CN=Horodatage ${name}`,
    '-config',
    'tsa.cnf'
  )
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-out',
    'tsa.pem',
    '-days',
    '30',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'stamp'
  )

  return {
    folder,
    rootPem: at('root.pem'),
    tokenOf(imprint) {
      openssl(
        'ts',
        '-query',
        '-digest',
        imprint.toString('hex'),
        '-sha256',
        '-cert',
        '-out',
        'query.tsq'
      )
      openssl(
        'ts',
        '-reply',
        '-queryfile',
        'query.tsq',
        '-config',
        'tsa.cnf',
        '-token_out',
        '-out',
        'token.der'
      )
      return readFileSync(at('token.der'))
    },
    opensslAccepts(token, imprint) {
      writeFileSync(at('checked.der'), token)
      const args = [
        'ts',
        '-verify',
        '-digest',
        imprint.toString('hex'),
        '-in',
        at('checked.der'),
        '-token_in',
      ]
      return run('openssl', [...args, '-CAfile', at('root.pem')]).status === 0
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
