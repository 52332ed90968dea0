/**
 * Names as one folder may hold them: of two that are alike, both are kept, the second as « 2-name ».
 * Alike too are those that a disk of Windows or of a Mac makes one of: another case, accents written
 * in another way.
 */
export function namesApart(names: string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let rank = 2; taken.has(keyOf(free)); rank++) free = `${rank}-${name}`
    taken.add(keyOf(free))
    return free
  })
}

const keyOf = (name: string) => name.normalize('NFC').toLowerCase()
