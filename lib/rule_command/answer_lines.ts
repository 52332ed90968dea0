import { LocalDate } from '#lib/values'
import { asObject, optionalText } from './parts.js'
import { MOST_BYTES, rawLines, type RawLine } from './raw_lines.js'
import { Unjudgeable, type RuleCommand } from './rule_command.js'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The answers to the lines of a text that comes in pieces, each a line of JSON with its end, in the
 * order of the lines. `today` is the day of every line that says none.
 */
export async function* answerLines(
  pieces: AsyncIterable<Uint8Array>,
  command: RuleCommand,
  today: LocalDate
): AsyncGenerator<string> {
  for await (const line of rawLines(pieces)) {
    yield `${JSON.stringify(answerTo(line, command, today))}\n`
  }
}

function answerTo(raw: RawLine, command: RuleCommand, today: LocalDate): object {
  try {
    const line = asObject(read(raw), 'shape', 'Cette ligne n’est pas un objet JSON.')
    return command.answer(line, dayOf(line, 'today', today))
  } catch (error) {
    if (!(error instanceof Unjudgeable)) throw error
    return { error: { code: error.code, message: error.message } }
  }
}

function read(raw: RawLine): unknown {
  if (raw === null)
    throw new Unjudgeable('too-long', `Une ligne compte au plus ${MOST_BYTES} octets.`)
  let text: string
  try {
    text = utf8.decode(raw)
  } catch {
    throw new Unjudgeable('encoding', 'Cette ligne n’est pas en UTF-8.')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new Unjudgeable('json', 'Cette ligne n’est pas du JSON.')
  }
}

function dayOf(line: Record<string, unknown>, name: string, unless: LocalDate): LocalDate {
  const text = optionalText(line, name)
  if (text === null) return unless
  const day = LocalDate.tryParse(text)
  if (day === null)
    throw new Unjudgeable(name, `« ${name} » n’est pas un jour : écrivez AAAA-MM-JJ.`)
  return day
}
