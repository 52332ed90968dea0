/** What one system or another takes for a path, or refuses in a name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu

/** « .pdf », « .tar.gz » is its last part: what tells a machine how to open the file. */
const EXTENSION = /\.[\p{L}\d]{1,10}$/u
const LONGEST = 100

/**
 * Words of people as the name of a directory or a file of an archive: 100 signs at most, of which its
 * extension is never cut.
 */
export function entryName(words: string): string {
  const name = words.replace(FORBIDDEN, ' ').trim()
  if (name.length <= LONGEST) return name
  const [extension] = EXTENSION.exec(name) ?? ['']
  // Never half of a sign that is written as two
  const stem = name.slice(0, LONGEST - extension.length).replace(/[\ud800-\udbff]$/, '')
  return stem.trim() + extension
}
