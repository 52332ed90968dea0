import { randomUUID, createHash } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import {
  buildBidderKey,
  checkPli,
  parseTrousseau,
  sealPli,
  type PlainEnvelope,
  type RunningDigest,
  type Trousseau,
} from '#lib/sealing'
import { WrongUsage, type Answer, type Command, type Given } from './command.js'
import { plainFiles, PliOnDisk, readWhole, WritingFolder } from './disk.js'
import { mustBeElsewhere, writeAllOrNothing } from './out.js'

/** The machine's own SHA-256, four times as fast as ours. */
export function newDigest(): RunningDigest {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') }
}

/** The trousseau that was named. */
export const trousseauOf = async (given: Given): Promise<Trousseau> =>
  parseTrousseau(await readWhole(given.one('trousseau')))

export const seal: Command = {
  usage: '--trousseau FICHIER --envelope NOM=DOSSIER… --out DOSSIER [--json]',
  options: { trousseau: 'one', envelope: 'some', out: 'one' },
  async run(given): Promise<Answer> {
    const out = given.one('out')
    const named = given.some('envelope').map(nameAndFolder)
    if (named.length === 0)
      throw new WrongUsage('Donnez au moins une enveloppe : --envelope NOM=DOSSIER.')
    await mustBeElsewhere(
      out,
      named.map(({ folder }) => folder)
    )
    const trousseau = await trousseauOf(given)
    const envelopes: PlainEnvelope[] = []
    for (const { name, folder } of named) envelopes.push({ name, files: await plainFiles(folder) })
    const pli = randomUUID()
    const sealed = await writeAllOrNothing(
      out,
      (there) => there.length === 0,
      async () => {
        const folder = new WritingFolder(out)
        try {
          const done = await sealPli({ trousseau, pli, envelopes }, folder, newDigest)
          const { tender } = trousseau
          await folder.append('cle.json', buildBidderKey({ tender, pli, deks: done.deks }), 0o600)
          // Last: a folder that has it is whole.
          await folder.append('pli.json', done.manifest)
          return done
        } finally {
          await folder.close()
        }
      }
    )
    const { digest, files, bytes } = sealed
    return {
      value: { pli, digest, files, bytes },
      lines: [
        `Pli ${pli} : ${files} fichiers, ${bytes} octets, empreinte ${digest}.`,
        'Gardez cle.json pour vous : elle seule ouvre ce pli si les porteurs perdent leurs clés.',
      ],
    }
  },
}

function nameAndFolder(text: string): { name: string; folder: string } {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1)
    throw new WrongUsage(
      'Une enveloppe s’écrit NOM=DOSSIER, par exemple candidature=./candidature.'
    )
  return { name: text.slice(0, at), folder: text.slice(at + 1) }
}

export const check: Command = {
  usage: '--pli DOSSIER --trousseau FICHIER [--json]',
  options: { pli: 'one', trousseau: 'one' },
  async run(given): Promise<Answer> {
    const folder = new PliOnDisk(given.one('pli'))
    const trousseau = await trousseauOf(given)
    try {
      const { manifest, digest, files, bytes } = await checkPli(folder, trousseau)
      const { pli, tender, envelopes } = manifest
      return {
        value: {
          valid: true,
          pli,
          tender,
          digest,
          envelopes: envelopes.map(({ name }) => name),
          files,
          bytes,
        },
        lines: [`Pli ${pli} entier : ${files} fichiers, empreinte ${digest}.`],
      }
    } finally {
      await folder.close()
    }
  },
}

/** Puts the envelopes in their place, once all of them are whole. */
export async function settle(staged: string, out: string, names: string[]): Promise<void> {
  for (const name of names) await rename(join(staged, name), join(out, name))
}
