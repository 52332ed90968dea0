import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { convertFile, isTarget } from '#lib/einvoice'
import { WrongCall, type FileCommand } from '#lib/rule_command'

/** Writes an invoice in another form, whole or not at all. */
const convert: FileCommand = {
  help: `Écrit une facture électronique sous une autre forme : --to ubl, cii ou facturx, puis FICHIER et SORTIE.

  Rend 0 et la sortie écrite, ou 1, rien d’écrit, et les termes qui ne passent pas.`,
  options: ['to'],

  async run(files, { to }, say) {
    if (!isTarget(to))
      throw new WrongCall(to ? `--to n’écrit pas « ${to} ».` : 'Dites la forme voulue par --to.')
    if (files.length !== 2)
      throw new WrongCall('Nommez deux fichiers : la facture, puis la sortie.')
    const [file, out] = files
    await mayWrite(out, file)
    const bytes = await readFile(file).catch(() => null)
    const answer = bytes ? await convertFile(bytes, to) : unreadable(file)
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

const unreadable = (file: string) => ({
  uncarried: [],
  message: `« ${file} » n’est pas un fichier que l’on puisse lire.`,
})

/**
 * The output takes its place at once: it must not be that of the invoice, nor of what is no file (a
 * folder, a device). @throws WrongCall
 */
async function mayWrite(out: string, file: string): Promise<void> {
  const there = await stat(out).catch(() => null)
  if (!there) return
  if (!there.isFile()) throw new WrongCall(`« ${out} » existe, et n’est pas un fichier.`)
  const own = await stat(file).catch(() => null)
  if (own && own.dev === there.dev && own.ino === there.ino)
    throw new WrongCall(`« ${out} » est la facture elle-même : nommez une autre sortie.`)
}

/** Beside its place first, so that half a file never stands there. */
async function writeWhole(out: string, bytes: Buffer): Promise<void> {
  const beside = `${out}.${process.pid}.part`
  try {
    await writeFile(beside, bytes, { flag: 'wx' })
    await rename(beside, out)
  } catch (error) {
    await rm(beside, { force: true })
    const { code } = error as NodeJS.ErrnoException
    throw new WrongCall(`« ${out} » ne peut pas être écrit (${code}).`)
  }
}
