import { type webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

/** What a certificate is for: it decides the extensions. */
export type Usage = 'root' | 'authority' | 'signature' | 'seal' | 'timestamp' | 'tls'

export interface Purpose {
  usage: Usage
  /** DNS names and addresses, for a TLS server. */
  hosts?: string[]
}

const { KeyUsageFlags } = x509

/** What a certificate says of its use, and by which key it was signed. */
export async function extensions(
  asked: Purpose,
  key: webcrypto.CryptoKey,
  issuerKey: x509.PublicKeyType
): Promise<x509.Extension[]> {
  return [
    basicConstraints(asked.usage),
    new x509.KeyUsagesExtension(KEY_USAGES[asked.usage], true),
    await x509.SubjectKeyIdentifierExtension.create(key),
    await x509.AuthorityKeyIdentifierExtension.create(issuerKey),
    ...extendedUsage(asked),
  ]
}

const KEY_USAGES: Record<Usage, number> = {
  root: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
  authority: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
  signature: KeyUsageFlags.nonRepudiation,
  seal: KeyUsageFlags.nonRepudiation | KeyUsageFlags.digitalSignature,
  timestamp: KeyUsageFlags.digitalSignature,
  tls: KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment,
}

function basicConstraints(usage: Usage): x509.Extension {
  if (usage === 'root') return new x509.BasicConstraintsExtension(true, 1, true)
  if (usage === 'authority') return new x509.BasicConstraintsExtension(true, 0, true)
  return new x509.BasicConstraintsExtension(false, undefined, true)
}

/** RFC 3161 §2.3 wants the time-stamping usage alone and critical. */
function extendedUsage({ usage, hosts = [] }: Purpose): x509.Extension[] {
  if (usage === 'timestamp') {
    return [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.timeStamping], true)]
  }
  if (usage !== 'tls') return []
  const names = hosts.map(
    (host) => ({ type: isAddress(host) ? 'ip' : 'dns', value: host }) as const
  )
  return [
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth], false),
    new x509.SubjectAlternativeNameExtension(names),
  ]
}

const isAddress = (host: string) => /^[\d.]+$/.test(host)
