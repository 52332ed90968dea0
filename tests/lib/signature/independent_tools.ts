import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '#tests/helpers/tools'
import type { SignedParts } from './signed_parts.js'

/** What poppler says of each signature: one line per signature. */
export function pdfsigVerdicts(path: string): string[] {
  const { output } = run('pdfsig', [path])
  return output.match(/Signature Validation: .*/g) ?? []
}

/** OpenSSL checks the CMS against the signed bytes, up to the demonstration's root. */
export function opensslAcceptsCms(parts: SignedParts, directory: string, rootFile: string) {
  const [cms, content] = [join(directory, 'check.p7s'), join(directory, 'check.bin')]
  writeFileSync(cms, parts.cms)
  writeFileSync(content, parts.signedBytes)
  const files = ['-in', cms, '-content', content, '-CAfile', rootFile, '-out', '/dev/null']
  const options = ['-verify', '-inform', 'DER', '-binary', '-purpose', 'any']
  return run('openssl', ['cms', ...options, ...files])
}

/** OpenSSL checks the time-stamp token against the signature value that it dates. */
export function opensslAcceptsTimestamp(parts: SignedParts, directory: string, rootFile: string) {
  const [token, dated] = [join(directory, 'check.tst'), join(directory, 'check.sig')]
  writeFileSync(token, parts.timestampToken!)
  writeFileSync(dated, parts.parsed.signature)
  const files = ['-in', token, '-data', dated, '-CAfile', rootFile]
  return run('openssl', ['ts', '-verify', '-token_in', ...files])
}

/** 0 when qpdf finds nothing to say, 3 for warnings, 2 for errors. */
export function qpdfStatus(path: string): number | null {
  return run('qpdf', ['--check', path]).status
}
