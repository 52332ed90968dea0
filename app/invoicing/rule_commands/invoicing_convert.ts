import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { convertFile, isTarget } from '#lib/einvoice'
import { WrongCall, type FileCommand } from '#lib/rule_command'

/** Writes an invoice in another form, whole or not at all. */
const convert: FileCommand = {
  help: `Écrit une facture électronique sous une autre forme : --to ubl, cii ou facturx, puis FICHIER et SORTIE.

  Rend 0 et la sortie écrite, ou 1, rien d’écrit, et les termes qui ne passent pas.`,
  options: ['to'],

  async run(files, { to }, say) {
    const [file, out, ...others] = files
    if (!isTarget(to) || out === undefined || others.length > 0) throw new WrongCall()
    const answer = await convertFile(await bytesOf(file), to)
    if ('bytes' in answer) {
      await writeWhole(out, answer.bytes)
      say({ file, out, to, bytes: answer.bytes.length, uncarried: [] })
      return 0
    }
    say({ file, out: null, to, ...answer })
    console.error(answer.message)
    return 1
  },
}

export default convert

/** A file that does not open is read as an empty one is: it holds no invoice. */
const bytesOf = (file: string) => readFile(file).catch(() => Buffer.alloc(0))

/** Beside its place first, so that half a file never stands there. */
async function writeWhole(out: string, bytes: Buffer): Promise<void> {
  const beside = `${out}.${process.pid}.part`
  try {
    await writeFile(beside, bytes, { flag: 'wx' })
    await rename(beside, out)
  } catch (error) {
    await rm(beside, { force: true })
    throw new WrongCall(String(error))
  }
}
