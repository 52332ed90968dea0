import { createHash } from 'node:crypto'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenants } from '#kernel/tenant'
import { frenchCsv } from '#lib/sheets/csv'
import type Consultation from '../drafting/consultation.js'
import { registerPdf } from '../formats/register_pdf.js'
import { registerOf, type Register, type RegisterName } from './register.js'

export const REGISTER_FORMATS = ['csv', 'json', 'pdf'] as const
export type RegisterFormat = (typeof REGISTER_FORMATS)[number]

export const MEDIA: Record<RegisterFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
}

/** A register as a file, and the digest that the journal quotes from then on. */
export interface ExportedRegister {
  bytes: Buffer
  /** In hexadecimal. */
  sha256: string
}

/** Writes a register, and has the journal quote its digest, in the transaction in context. */
export async function exportRegister(
  consultation: Consultation,
  { name, format }: { name: RegisterName; format: RegisterFormat },
  by: Actor
): Promise<ExportedRegister> {
  const register = await registerOf(consultation, name)
  const bytes = await written(consultation, register, format)
  const sha256 = digestOf(bytes)
  await journal.append({
    type: 'procurement.register_exported',
    subject: consultation.ref,
    actor: by,
    data: { register: name, format, lines: register.rows.length, sha256 },
  })
  return { bytes, sha256 }
}

async function written(
  consultation: Consultation,
  register: Register,
  format: RegisterFormat
): Promise<Buffer> {
  const { title, columns, rows, isSilent } = register
  if (format === 'csv') return Buffer.from(frenchCsv({ name: title, columns, rows }))
  const { reference, title: subject, id } = consultation
  if (format === 'json') {
    const lines = rows.map((row) => ({ line: row, sha256: digestOf(JSON.stringify(row)) }))
    const told = { register: title, consultation: { id, reference, title: subject }, isSilent }
    return Buffer.from(JSON.stringify({ ...told, columns, lines }, null, 2))
  }
  const tenant = await tenants.current()
  const day = clock.today().toString()
  const digest = digestOf(JSON.stringify(rows))
  return registerPdf(
    { ...register, reference, subject, digest },
    { buyer: tenant.name, accent: tenant.accent, day }
  )
}

const digestOf = (content: Buffer | string): string =>
  createHash('sha256').update(content).digest('hex')
