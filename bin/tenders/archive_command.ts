import { open } from 'node:fs/promises'
import type { ByteSource } from '#lib/archives/byte_source'
import { checkArchive } from '#lib/archives/check_archive'
import { FINDING_WORDS } from '#lib/archives/finding_words'
import { Refused, type Answer, type Command } from './command.js'

export const archiveCheck: Command = {
  usage: 'FICHIER.zip --json',
  options: {},
  files: 1,
  async run({ files: [path] }): Promise<Answer> {
    const findings = await onDisk(path, checkArchive)
    const isRefused = findings.some(({ code }) => code === 'bomb')
    const lines = findings.map(({ code, entry }) => `${entry || path} : ${FINDING_WORDS[code]}.`)
    return {
      value: { findings },
      lines: lines.length > 0 ? lines : ['Rien à signaler.'],
      refusal: isRefused
        ? 'Cette archive contient bien plus qu’elle ne pèse : elle est refusée.'
        : undefined,
    }
  },
}

async function onDisk<T>(path: string, look: (source: ByteSource) => Promise<T>): Promise<T> {
  let handle
  try {
    handle = await open(path)
  } catch {
    throw new Refused(
      'unreadable',
      `« ${path} » n’est pas un fichier que l’on puisse lire : donnez son chemin complet.`
    )
  }
  try {
    const { size, ...stat } = await handle.stat()
    if ((stat.mode & 0o170000) !== 0o100000)
      throw new Refused('unreadable', `« ${path} » n’est pas un fichier.`)
    const file = handle
    return await look({
      size,
      async read(from, length) {
        const wanted = Math.max(0, Math.min(length, size - from))
        if (from < 0 || wanted === 0) return new Uint8Array(0)
        const bytes = new Uint8Array(wanted)
        const { bytesRead } = await file.read(bytes, 0, wanted, from)
        return bytes.subarray(0, bytesRead)
      },
    })
  } finally {
    await handle.close()
  }
}
