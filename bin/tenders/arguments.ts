import { WrongUsage, type Arity, type Command, type Given } from './command.js'

/**
 * Reads what follows the name of a command: `--key a b`, `--key a --key b` and `--key=a` say the
 * same; an option that takes several values takes all of them up to the next option.
 * @throws WrongUsage
 */
export function readArguments(
  words: string[],
  { options, files = 0, freeWords = 'un fichier' }: Command
): Given {
  const known: Record<string, Arity> = { ...options, json: 'none' }
  const read = new Map<string, string[]>()
  const free: string[] = []
  for (let at = 0; at < words.length;) {
    const word = words[at++]
    if (!word.startsWith('--')) {
      free.push(word)
      continue
    }
    const [name, ...rest] = word.slice(2).split('=')
    const arity = Object.hasOwn(known, name) ? known[name] : undefined
    if (!arity) throw new WrongUsage(`L’option « --${name} » n’existe pas ici.`)
    const values = word.includes('=') ? [rest.join('=')] : []
    const most = arity === 'none' ? 0 : arity === 'one' ? 1 : Infinity
    if (!word.includes('='))
      while (values.length < most && at < words.length && !words[at].startsWith('--'))
        values.push(words[at++])
    checkValues(name, arity, values, read.has(name))
    read.set(name, [...(read.get(name) ?? []), ...values])
  }
  if (free.length !== files)
    throw new WrongUsage(
      files === 0 ? `« ${free[0]} » n’est attendu nulle part.` : `Donnez ${freeWords}, et un seul.`
    )
  return given(read, free)
}

function checkValues(name: string, arity: Arity, values: string[], isAgain: boolean): void {
  if (arity === 'none' && values.length > 0)
    throw new WrongUsage(`L’option « --${name} » ne prend pas de valeur.`)
  if (arity !== 'none' && (values.length === 0 || values.includes('')))
    throw new WrongUsage(`L’option « --${name} » attend une valeur.`)
  if (arity === 'one' && isAgain)
    throw new WrongUsage(`L’option « --${name} » est donnée deux fois.`)
}

function given(read: Map<string, string[]>, files: string[]): Given {
  const some = (name: string) => read.get(name) ?? []
  const maybe = (name: string) => some(name)[0] ?? null
  const one = (name: string) => {
    const value = maybe(name)
    if (value === null) throw new WrongUsage(`Il manque l’option « --${name} ».`)
    return value
  }
  return { one, maybe, some, has: (name) => read.has(name), files }
}
