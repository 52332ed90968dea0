/** Letters that are two, in names; an upper case ẞ too. */
const DOUBLED: [RegExp, string][] = [
  [/œ/gi, 'OE'],
  [/æ/gi, 'AE'],
  [/[ßẞ]/g, 'SS'],
]

/** « ʼ » and « ʻ » are letters for Unicode, and apostrophes for whoever types a name. */
const APOSTROPHES = /[\u02b0-\u02ff]/g

/** What two ways of writing one name have in common: its letters, upper case, without their marks. */
export function nameKey(name: string): string {
  const whole = DOUBLED.reduce((text, [letter, two]) => text.replace(letter, two), name)
  return whole
    .toUpperCase()
    .normalize('NFD')
    .replace(APOSTROPHES, '')
    .replace(/[^\p{L}]/gu, '')
}

/** Whether one letter changed, added or removed makes one key of the other; equal keys are not. */
export function isOneLetterApart(one: string, other: string): boolean {
  const [short, long] = [[...one], [...other]].sort((a, b) => a.length - b.length)
  if (long.length - short.length > 1 || one === other) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same++
  const rest = long.slice(same + 1).join('')
  return short.slice(long.length === short.length ? same + 1 : same).join('') === rest
}

/** How many letters a key has. */
export const lettersOf = (key: string): number => [...key].length
