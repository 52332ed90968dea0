/** The name as the person gave it, without path, control characters nor excess length. */
export function cleanName(name: string): string {
  const plain = name
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .trim()
  // A cut may fall within a pair
  return (plain || 'document').slice(-200).replace(/^\p{Cs}/u, '')
}
