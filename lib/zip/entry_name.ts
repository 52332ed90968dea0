/** What one system or another takes for a path, or refuses in a name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu

/** Words of people as the name of a directory or a file of an archive: 100 signs at most. */
export const entryName = (words: string): string =>
  words.replace(FORBIDDEN, ' ').slice(0, 100).trim()
