import { SealingRefused } from '#lib/sealing'
import { Refused, WrongUsage } from './command.js'

/** What a disk says, as a person would. */
const OF_THE_DISK: Record<string, string> = {
  ENOSPC: 'Il n’y a plus de place sur ce disque.',
  EDQUOT: 'Il n’y a plus de place sur ce disque.',
  EACCES: 'Ce dossier ou ce fichier n’est pas ouvert à qui lance cette commande.',
  EPERM: 'Ce dossier ou ce fichier n’est pas ouvert à qui lance cette commande.',
  EROFS: 'Ce disque ne se laisse pas écrire.',
  EEXIST: 'Deux noms ne se distinguent pas sur ce disque, ou l’un d’eux est déjà pris.',
  ENOENT: 'Ce disque ne prend pas ce dossier ou ce fichier.',
  ENAMETOOLONG: 'Un nom est trop long pour ce disque.',
}

/**
 * A name as it stands in a sentence: what moves the line or the direction of writing is shown, so that
 * a sentence stays one line and says what it says.
 */
export const visible = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f]/g, (one) => String.fromCharCode(0x2400 + one.charCodeAt(0)))
    .replaceAll(/\u007f/g, '\u2421')
    .replaceAll(/[\u2028-\u202e\u2066-\u2069]/g, '\ufffd')

/** The one French sentence of a failure, its code for programs, and how the program ends. */
export function sentenceOf(error: unknown): { code: string; message: string; status: 1 | 2 } {
  if (error instanceof WrongUsage) return { code: 'usage', message: error.message, status: 2 }
  if (error instanceof SealingRefused || error instanceof Refused)
    return { code: error.code, message: visible(error.message), status: 1 }
  const { code = '', message } = error as NodeJS.ErrnoException
  if (code in OF_THE_DISK) return { code: 'disk', message: OF_THE_DISK[code], status: 1 }
  return { code: 'failed', message: `Cela n’a pas pu se faire : ${visible(message)}`, status: 1 }
}
