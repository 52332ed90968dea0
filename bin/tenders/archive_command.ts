import { open } from 'node:fs/promises'
import type { ByteSource } from '#lib/archives/byte_source'
import { checkArchive, type ArchiveCode } from '#lib/archives/check_archive'
import { Refused, type Answer, type Command } from './command.js'

const SENTENCES: Record<ArchiveCode, string> = {
  'not-an-archive': 'ce n’est pas une archive ZIP',
  'truncated': 'il en manque une partie, ou elle est abîmée',
  'encrypted-entry': 'ce fichier est protégé par un mot de passe : l’acheteur ne l’ouvrira pas',
  'empty-folder': 'ce dossier est vide',
  'empty-file': 'ce fichier est vide',
  'nested-archive': 'une archive dans une archive',
  'decomposed-name':
    'ce nom porte des accents séparés de leur lettre : il peut ne pas s’ouvrir ailleurs',
  'legacy-name': 'ce nom n’est pas écrit en UTF-8 : ses accents peuvent changer',
  'climbing-name': 'ce nom sort du dossier où l’on ouvre l’archive',
  'long-name': 'ce nom est trop long pour certains ordinateurs',
  'bomb': 'cette archive contient bien plus qu’elle ne pèse : elle est refusée',
}

export const archiveCheck: Command = {
  usage: 'FICHIER.zip --json',
  options: {},
  files: 1,
  async run({ files: [path] }): Promise<Answer> {
    const findings = await onDisk(path, checkArchive)
    const isRefused = findings.some(({ code }) => code === 'bomb')
    const lines = findings.map(({ code, entry }) => `${entry || path} : ${SENTENCES[code]}.`)
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
