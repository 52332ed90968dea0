import vine from '@vinejs/vine'
import { FrenchMessages } from '#web/validation_messages'

const messages = new FrenchMessages({
  'required': 'missing',
  'string': 'Écrivez un texte.',
  'maxLength': 'Raccourcissez ce texte : {{ max }} caractères au plus.',
  'date': 'Écrivez une date, par exemple 22/11/2026.',
  'uuid': 'Choisissez une réponse de la liste.',
  'endsOn.afterOrEqual': 'Le dernier jour ne peut pas précéder le premier.',
})

const base64 = () => vine.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)

const note = {
  annotation: vine.string().trim().maxLength(512).optional().nullable(),
  private: vine.accepted().optional(),
}

/** The form of a folder is one: what was typed for a refusal comes with the other gestures too. */
export const annotationValidator = vine.create({
  ...note,
  reason: vine.string().trim().maxLength(512).optional().nullable(),
})

export const refusalValidator = vine.create({
  ...note,
  reason: vine.string().trim().maxLength(512),
})

/** What one wrote beside a gesture, and for whom. */
export const writtenIn = (written: { annotation?: string | null; private?: boolean }) => ({
  text: written.annotation ?? null,
  visibility: written.private ? ('private' as const) : ('public' as const),
})

/** DER certificates in base64: the signer's, then the authorities above. */
export const certificatesValidator = vine.create({
  certificate: base64().maxLength(20_000),
  chain: vine.array(base64().maxLength(20_000)).maxLength(10),
})

export const signaturesValidator = vine.create({
  nonce: vine.string().fixedLength(32),
  signatures: vine
    .array(vine.object({ item: vine.string().uuid(), value: base64().maxLength(4_000) }))
    .maxLength(100),
})

export const delegationValidator = vine.create({
  desk: vine.string().uuid(),
  substitute: vine.string().uuid(),
  startsOn: vine.string().regex(/^\d{4}-\d\d-\d\d$/),
  endsOn: vine.string().regex(/^\d{4}-\d\d-\d\d$/),
})

for (const validator of [annotationValidator, refusalValidator, delegationValidator]) {
  validator.messagesProvider = messages
}
