import { createHash } from 'node:crypto'
import { SYSTEM } from '#kernel/actor'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import {
  fromBase64url,
  keysFromBidder,
  keysFromShares,
  openPli as open,
  SealingRefused,
  type Bytes,
  type Manifest,
  type Recovery,
  type RunningDigest,
} from '#lib/sealing'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { OpenedFiles } from '../opening/opened_files.js'
import { folderOf } from '../opening/pli_folder.js'
import PliFile from '../opening/pli_file.js'
import { candidatureIn } from '../candidature/opened.js'
import { recordIfDone } from '../opening/record.js'
import { givenFor, manifestOf } from '../opening/shares.js'
import { keepPieces } from './keep_pli.js'

/** Opens a pli with the shares that holders gave; nothing of a refused one is kept. */
export const openPli = defineJob<{ pliId: string }>({
  name: 'procurement.open_pli',
  title: 'Ouvrir un pli',
  queue: 'heavy',
  onGiveUp: { nobodyNeeds: 'the session shows that it waits, and the operator runs the job again' },
  async handle({ pliId }, { tenantId }) {
    await keepPieces(tenantId, pliId)
    const refusal = await tenancy
      .run(tenantId, () => openAndKeep(pliId))
      .catch((error) => {
        if (error instanceof SealingRefused) return error.message
        throw error
      })
    await tenancy.run(tenantId, async () => {
      const pli = await Pli.get(pliId)
      if (refusal) pli.bidderKeys = null
      if (refusal && pli.state === 'sealed') await pli.merge({ refusal }).step('fail', SYSTEM)
      else if (refusal) await pli.merge({ refusal }).save()
      await recordIfDone(pli.consultationId)
    })
  },
})

const newDigest = (): RunningDigest => {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') }
}

/** All of it or nothing: the transaction is lost with what refuses it. @throws SealingRefused */
async function openAndKeep(pliId: string): Promise<null> {
  const pli = await Pli.get(pliId)
  if (!['sealed', 'unreadable'].includes(pli.state)) return null
  const consultation = await Consultation.get(pli.consultationId)
  // The procès-verbal has told what is opened: nothing opens after it
  if (consultation.state !== 'opening') return null
  const trousseau = await consultation.keys()
  const manifest = await manifestOf(pli, consultation)
  const folder = await folderOf(pli, manifest)
  const recover = pli.bidderKeys
    ? byBidder(pli.bidderKeys, manifest)
    : await byHolders(pli, consultation, manifest)
  const opened = new OpenedFiles()
  try {
    await open({ folder, trousseau }, recover, opened, newDigest)
    await opened.end()
  } catch (error) {
    await opened.abandon()
    throw error
  }
  await PliFile.createMany(
    opened.files.map(({ envelope, name, document: { id, sha256: digest, size } }) => ({
      ...{ pliId, envelope, name, digest, size },
      documentId: id,
    }))
  )
  const refusal = opened.infected.length > 0 ? virusWords(opened.infected) : null
  const openedByBidder = pli.bidderKeys !== null
  const candidature = await candidatureIn(opened.files, pli.consultationId)
  await pli.merge({ refusal, candidature, openedByBidder, bidderKeys: null }).step('open', SYSTEM)
  return null
}

/** By the shares that were given, whichever of them agree. */
async function byHolders(
  { id }: Pli,
  consultation: Consultation,
  { envelopes }: Manifest
): Promise<Recovery> {
  const { threshold } = await consultation.keys()
  const shares = new Map<string, Bytes[]>()
  for (const { name } of envelopes) shares.set(name, await givenFor(consultation, id, name))
  return (place, envelope) => keysFromShares(place, envelope, shares.get(envelope.name)!, threshold)
}

/** By the key that who sealed it kept, once nobody else can open. */
function byBidder(keys: Record<string, string>, { tender, pli }: Manifest): Recovery {
  const deks = new Map(Object.entries(keys).map(([name, dek]) => [name, fromBase64url(dek)!]))
  return (place, envelope) => keysFromBidder(place, envelope, { tender, pli, deks })
}

const virusWords = (names: string[]) =>
  `Un virus a été trouvé dans ${names.map((name) => `« ${name} »`).join(', ')}, qui n’est pas gardé : la copie de sauvegarde peut être ouverte (annexe 6).`
