import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  checkHolderKeys,
  keysFromBidder,
  keysFromHolders,
  openPli,
  type OpenedSink,
  parseBidderKey,
  parseHolderKey,
  type Recovery,
  type Trousseau,
} from '#lib/sealing'
import { WrongUsage, type Answer, type Command, type Given } from './command.js'
import { PliOnDisk, readWhole, WritingFolder } from './disk.js'
import { mustBeElsewhere, writeAllOrNothing } from './out.js'
import { newDigest, settle, trousseauOf } from './sealing_commands.js'

export const open: Command = {
  usage:
    '--pli DOSSIER --trousseau FICHIER (--key FICHIER… | --bidder-key FICHIER) --out DOSSIER [--envelope NOM] [--json]',
  options: {
    'pli': 'one',
    'trousseau': 'one',
    'key': 'some',
    'bidder-key': 'one',
    'out': 'one',
    'envelope': 'one',
  },
  async run(given): Promise<Answer> {
    if (given.has('key') === given.has('bidder-key'))
      throw new WrongUsage(
        'Donnez soit des clés de porteurs (--key), soit celle du soumissionnaire (--bidder-key).'
      )
    const [pli, out, only] = [
      given.one('pli'),
      given.one('out'),
      given.maybe('envelope') ?? undefined,
    ]
    await mustBeElsewhere(out, [pli])
    const trousseau = await trousseauOf(given)
    const recover = await recoveryOf(given, trousseau)
    const taken = only === undefined ? trousseau.envelopes : [only]
    const opened = await writeAllOrNothing(
      out,
      (there) => !there.some((one) => taken.includes(one)),
      () => openInto(out, { folder: new PliOnDisk(pli), trousseau, only }, recover)
    )
    const lines = opened.envelopes.flatMap(({ name, files }) =>
      files.map((file) => `${name}/${file.name}`)
    )
    return { value: { ...opened, envelopes: opened.envelopes.map(withoutIds) }, lines }
  },
}

const withoutIds = ({
  name,
  files,
}: {
  name: string
  files: { name: string; size: number; sha256: string }[]
}) => ({
  name,
  files: files.map((file) => ({ name: file.name, size: file.size, sha256: file.sha256 })),
})

async function recoveryOf(given: Given, trousseau: Trousseau): Promise<Recovery> {
  if (given.has('bidder-key')) {
    const key = parseBidderKey(await readWhole(given.one('bidder-key')))
    return (place, envelope) => keysFromBidder(place, envelope, key)
  }
  const read = await Promise.all(
    given.some('key').map(async (path) => parseHolderKey(await readWhole(path)))
  )
  const holders = await checkHolderKeys(read, trousseau)
  return (place, envelope) => keysFromHolders(place, envelope, holders, trousseau.threshold)
}

/** Opens beside the place where it goes, so that nothing of a refused envelope is ever in that place. */
async function openInto(
  out: string,
  from: { folder: PliOnDisk; trousseau: Trousseau; only?: string },
  recover: Recovery
) {
  const staged = await mkdtemp(join(out, '.ouverture-'))
  const writing = new WritingFolder(staged)
  const sink: OpenedSink = {
    keepsNothing: true,
    append: (envelope, name, bytes) => writing.append(`${envelope}/${name}`, bytes),
  }
  try {
    const opened = await openPli(from, recover, sink, newDigest)
    await writing.close()
    // An envelope may hold no file, and then has no folder.
    const names = opened.envelopes.filter(({ files }) => files.length > 0).map(({ name }) => name)
    await settle(staged, out, names)
    return opened
  } finally {
    await writing.close()
    await from.folder.close()
    await rm(staged, { recursive: true, force: true })
  }
}
