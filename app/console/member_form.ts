import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import type { Role } from '#kernel/room'
import type { Member } from '#console/provisioning'
import { slugOf } from '#console/provisioning/slug'
import { DepartementCode, EmailAddress, Siren } from '#lib/values'

/** A field whose text a value object must accept; its own sentence says how to mend it. */
const valueOf = (parse: (text: string) => unknown) =>
  vine.createRule((text, _options, field) => {
    try {
      if (typeof text === 'string') field.mutate(String(parse(text)), field)
    } catch (error) {
      field.report((error as Error).message, 'value', field)
    }
  })()

export const memberForm = vine.create({
  siren: vine.string().trim().use(valueOf(Siren.parse)),
  kind: vine.string().trim(),
  name: vine.string().trim().minLength(3).maxLength(200),
  slug: vine.string().trim().maxLength(60).optional(),
  departement: vine.string().trim().use(valueOf(DepartementCode.parse)),
  arrondissement: vine.string().trim().regex(/^\d$/),
  natureCode: vine
    .string()
    .trim()
    .regex(/^\d\d$/)
    .optional(),
  fullName: vine.string().trim().minLength(3).maxLength(120),
  email: vine.string().trim().use(valueOf(EmailAddress.parse)),
  title: vine.string().trim().maxLength(120).optional(),
})

export type MemberForm = Infer<typeof memberForm>

/** What the form describes; the administrator is invited, never given a password. */
export const describedBy = (form: MemberForm): Member => ({
  siren: form.siren,
  kind: form.kind,
  name: form.name,
  slug: form.slug ?? slugOf(form.name),
  departement: form.departement,
  arrondissement: form.arrondissement,
  natureCode: form.natureCode,
})

export const administratorOf = (form: MemberForm) => ({
  email: form.email,
  fullName: form.fullName,
  title: form.title ?? null,
  roles: ['administrator', 'agent'] as Role[],
})
