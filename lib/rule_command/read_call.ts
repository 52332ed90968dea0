import { parseArgs } from 'node:util'
import { WrongCall } from './file_command.js'

/** What a command was called with: the files in order, and the options that take a text. */
export interface Call {
  files: string[]
  options: Record<string, string>
}

/**
 * Reads the words of a call: `--json`, the options of the command, and files. What cannot be meant is
 * named, rather than left out. @throws WrongCall
 */
export function readCall(args: string[], known: readonly string[] = []): Call {
  const { tokens } = parseArgs({
    args,
    strict: false,
    tokens: true,
    options: {
      json: { type: 'boolean' },
      ...Object.fromEntries(known.map((name) => [name, { type: 'string' as const }])),
    },
  })
  const call: Call = { files: [], options: {} }
  for (const token of tokens) {
    if (token.kind === 'positional') call.files.push(token.value)
    if (token.kind === 'option') takeOption(call, token, known)
  }
  return call
}

interface OptionToken {
  name: string
  rawName: string
  value?: string
  inlineValue?: boolean
}

function takeOption(call: Call, { name, rawName, ...said }: OptionToken, known: readonly string[]) {
  if (name === 'json') {
    if (said.value === undefined) return
    throw new WrongCall('L’option « --json » ne prend pas de valeur.')
  }
  if (!known.includes(name)) throw new WrongCall(`Option inconnue : ${rawName}.`)
  const { value, inlineValue } = said
  // « --to --json » forgot what follows « --to »
  if (!value || (!inlineValue && value.startsWith('--')))
    throw new WrongCall(`L’option « ${rawName} » attend une valeur.`)
  if (name in call.options) throw new WrongCall(`L’option « ${rawName} » est donnée deux fois.`)
  call.options[name] = value
}
