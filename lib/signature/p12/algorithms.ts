import type { DigestName } from './tools.js'

/** Identifiers of RFC 7292, RFC 8018 and RFC 9579. */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  nestedSafe: '1.2.840.113549.1.12.10.1.6',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  pbmac1: '1.2.840.113549.1.5.14',
} as const

export const DIGEST_OIDS: Record<string, DigestName> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

export const HMAC_OIDS: Record<string, DigestName> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
}

/** A cipher as node-forge names it, with its sizes in bytes. */
export interface CipherSpec {
  name: 'AES-CBC' | '3DES-CBC' | 'RC2-CBC'
  key: number
  iv: number
}

export const PBES2_CIPHERS: Record<string, CipherSpec> = {
  '2.16.840.1.101.3.4.1.2': { name: 'AES-CBC', key: 16, iv: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'AES-CBC', key: 24, iv: 16 },
  '2.16.840.1.101.3.4.1.42': { name: 'AES-CBC', key: 32, iv: 16 },
  '1.2.840.113549.3.7': { name: '3DES-CBC', key: 24, iv: 8 },
}

/** RFC 7292 appendix C; all of them with SHA-1. Two-key triple DES repeats its first key. */
export const PKCS12_CIPHERS: Record<string, CipherSpec> = {
  '1.2.840.113549.1.12.1.3': { name: '3DES-CBC', key: 24, iv: 8 },
  '1.2.840.113549.1.12.1.4': { name: '3DES-CBC', key: 16, iv: 8 },
  '1.2.840.113549.1.12.1.5': { name: 'RC2-CBC', key: 16, iv: 8 },
  '1.2.840.113549.1.12.1.6': { name: 'RC2-CBC', key: 5, iv: 8 },
}
