/** A text, or what gives a JSON text its shape; numbers and words hold none of these signs. */
const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\],]/g

/** An object or a list that is being read, and where in it. */
interface Level {
  /** Null in a list. */
  names: Set<string> | null
  at: string | number
  awaitsName: boolean
}

/**
 * Where an object says a name again, as the steps that lead there; the text is JSON. RFC 8259 §4: of
 * two values under one name, one reader keeps the first, another the last, and both are right.
 */
export function repeatedNames(text: string): (string | number)[][] {
  const found: (string | number)[][] = []
  const levels: Level[] = []
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1)
    if (token === '{') levels.push({ names: new Set(), at: '', awaitsName: true })
    else if (token === '[') levels.push({ names: null, at: 0, awaitsName: false })
    else if (token === '}' || token === ']') levels.pop()
    else if (token === ',') goOn(level!)
    else if (level?.awaitsName && isAgain(level, JSON.parse(token)))
      found.push(levels.map(({ at }) => at))
  }
  return found
}

function goOn(level: Level): void {
  if (level.names) level.awaitsName = true
  else level.at = Number(level.at) + 1
}

function isAgain(level: Level, name: string): boolean {
  const isThere = level.names!.has(name)
  level.names!.add(name)
  level.at = name
  level.awaitsName = false
  return isThere
}
