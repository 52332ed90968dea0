import vine from '@vinejs/vine'
import { API_ROOT } from '#web/api/registry'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { certificatesIn } from '../controllers/certificates_controller.js'
import { acceptSignatures } from '../signing/accept_signatures.js'
import { openCeremony } from '../signing/open_ceremony.js'
import { certificatesValidator, signaturesValidator } from '../validators.js'
import { folderAnswer, toldAgain } from './folder_resource.js'

const sessionShape = vine.create({
  id: told.id(),
  nonce: told.text(),
  items: vine.array(
    vine.object({ item: told.id(), digestName: told.text(), signedAttributes: told.text() })
  ),
})

/** Signing with a certificate whose key the program holds: it signs by itself what it is given. */
export const signingOperations: Operation[] = [
  {
    name: 'open_session',
    call: 'POST /dossiers/:id/seances',
    permission: 'parapheur.act',
    title: 'Ouvrir une séance de signature',
    says: 'Rend, pour chaque document, les attributs à signer avec la clé du certificat (CAdES), en base64.',
    body: certificatesValidator,
    answer: {
      kind: 'thing',
      of: 'Seance',
      shape: sessionShape,
      status: 201,
      at: ({ id }) => `${API_ROOT}/parapheur/seances/${id}/signatures`,
    },
    keepsNoAnswer: 'the documents are prepared while no transaction is open',
    seen: { nothing: 'what is to sign is frozen in it, and a change of it closes the session' },
    refuses: [409, 503],
    gestures: ['parapheur.ceremonies.store'],
    async run({ params, body, ctx }) {
      const { ceremony, items } = await openCeremony(params.id, ctx.actor.id!, certificatesIn(body))
      return {
        id: ceremony.id,
        nonce: ceremony.nonce,
        items: items.map((one) => ({
          item: one.id,
          digestName: one.digestName,
          signedAttributes: one.signedAttributes.toString('base64'),
        })),
      }
    },
  },
  {
    name: 'sign',
    call: 'POST /seances/:id/signatures',
    permission: 'parapheur.act',
    title: 'Remettre les signatures d’une séance',
    says: 'Elles sont horodatées puis apposées ; le dossier avance ensuite.',
    body: signaturesValidator,
    answer: folderAnswer(202),
    seen: { nothing: 'a nonce that serves once binds it to what was shown' },
    refuses: [409],
    gestures: ['parapheur.signatures.store'],
    async run({ params, body: { nonce, signatures }, ctx }) {
      const values = new Map<string, Buffer>(
        signatures.map(({ item, value }: { item: string; value: string }) => [
          item,
          Buffer.from(value, 'base64'),
        ])
      )
      const { folderId } = await acceptSignatures(params.id, ctx.actor.id!, { nonce, values })
      return toldAgain(folderId, ctx.actor.id!)
    },
  },
]
