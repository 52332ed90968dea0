import { readArguments } from './arguments.js'
import { WrongUsage, type Answer, type Command } from './command.js'
import { sentenceOf, visible } from './sentence.js'

/** Each command is loaded when it is asked for: none waits for the libraries of another. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  'keys': async () => (await import('./keys_command.js')).keys,
  'seal': async () => (await import('./sealing_commands.js')).seal,
  'open': async () => (await import('./open_command.js')).open,
  'check': async () => (await import('./sealing_commands.js')).check,
  'late': async () => (await import('./dates_commands.js')).late,
  'calendar': async () => (await import('./dates_commands.js')).calendar,
  'archive-check': async () => (await import('./archive_command.js')).archiveCheck,
  'decp-check': async () => (await import('./decp_command.js')).decpCheck,
  'notice-check': async () => (await import('./notice_command.js')).noticeCheck,
  'thresholds': async () => (await import('./thresholds_command.js')).thresholds,
}

/** What the program says and how it ends. */
export interface Ending {
  status: 0 | 1 | 2
  stdout: string
  stderr: string
}

/** Runs a command as it was written, and gives what is to be printed; it never throws. */
export async function runTenders(written: string[]): Promise<Ending> {
  const [name = '', ...words] = written
  const isForPrograms = written.includes('--json')
  const json = (value: unknown) => `${JSON.stringify(value)}\n`
  try {
    const { value, lines, refusal } = await answerTo(name, words)
    const stdout = isForPrograms ? json(value) : said(lines)
    return { status: refusal ? 1 : 0, stdout, stderr: refusal ? `${refusal}\n` : '' }
  } catch (error) {
    const { code, message, status } = sentenceOf(error)
    const value = { error: { code, message: message.split('\n')[0] } }
    return { status, stdout: isForPrograms ? json(value) : '', stderr: `${message}\n` }
  }
}

const said = (lines: string[]) => lines.map((line) => `${line}\n`).join('')

async function answerTo(name: string, words: string[]): Promise<Answer> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) throw new WrongUsage(`Commandes : ${Object.keys(COMMANDS).join(', ')}.`)
  const command = await load()
  try {
    return await command.run(readArguments(words, command))
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    const usage = `npm run --silent procurement -- ${name} ${command.usage}`
    throw new WrongUsage(`${visible(error.message)}\n\n  ${usage}`)
  }
}
