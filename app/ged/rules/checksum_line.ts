/**
 * A line that `sha512sum -c` reads: a name that holds a backslash or an end of line is written with
 * a mark before the digest (coreutils, « cksum output modes »).
 */
export function checksumLine(digest: string, path: string): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === path ? '' : '\\'}${digest}  ${escaped}\n`
}
