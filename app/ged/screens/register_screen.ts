import type { HttpContext } from '@adonisjs/core/http'
import type { SpreadsheetTable } from '#lib/sheets/spreadsheet'
import { here } from '#web/here'
import Processing from '../privacy/processing.js'
import { type RegisterLine, registerLines, retentionOfType } from '../privacy/register.js'
import { LEGAL_BASIS_CHOICES, legalBasisLabel } from '../rules/legal_bases.js'
import { finalActionLabel } from '../rules/retention.js'
import { durationLabel } from '../rules/retention_end.js'
import { startOf } from '../rules/starting_table.js'
import type DocumentType from '../types/document_type.js'

/** What the register says of each type, and the types of which it says nothing yet. */
export async function registerScreen({ tenant }: HttpContext) {
  const lines = await registerLines()
  const hrefOf = ({ type: { id: type } }: RegisterLine) =>
    here('ged.registers.edit', { tenant, type })
  return {
    lines: lines
      .filter(({ processing }) => processing)
      .map((line) => ({ ...inWords(line), href: hrefOf(line) })),
    untold: lines
      .filter(({ processing }) => !processing)
      .map((line) => ({ label: line.type.label, href: hrefOf(line) })),
    csv: here('ged.registers.file', { tenant }),
    persons: here('ged.person_searches.index', { tenant }),
    types: here('ged.types.index', { tenant }),
    crumbs: crumbsOf(tenant, { label: 'Registre des traitements' }),
  }
}

/** The whole register, as a file that a French spreadsheet opens; a type of which nothing is said is a line too. */
export async function registerTable(): Promise<SpreadsheetTable> {
  const lines = (await registerLines()).map(inWords)
  return {
    name: 'Registre des traitements',
    columns: [
      ...['Type de documents', 'Finalité', 'Base légale', 'Personnes', 'Données'],
      ...['Destinataires', 'Durée de conservation', 'Puis', 'Dit le'],
    ],
    rows: lines.map((line) => [
      ...[line.label, line.purpose, line.legalBasis, line.persons, line.data],
      ...[line.recipients, line.duration, line.finalAction, line.toldAt?.toISODate() ?? ''],
    ]),
  }
}

/** What the register asks of one type. */
export async function processingScreen({ tenant }: HttpContext, type: DocumentType) {
  const known = await Processing.query().where('type_id', type.id).first()
  const { duration, finalAction } = inWords({ type, processing: known })
  return {
    ...{ label: type.label, told: known, bases: LEGAL_BASIS_CHOICES },
    facts: [
      { name: 'Durée de conservation', value: duration || 'À dire, sur la page des types' },
      { name: 'Puis', value: finalAction },
    ],
    types: here('ged.types.index', { tenant }),
    back: here('ged.registers.index', { tenant }),
    tells: here('ged.registers.update', { tenant, type: type.id }),
    crumbs: crumbsOf(
      tenant,
      { label: 'Registre des traitements', href: here('ged.registers.index', { tenant }) },
      { label: type.label }
    ),
  }
}

const crumbsOf = (tenant: HttpContext['tenant'], ...more: { label: string; href?: string }[]) => [
  { label: 'Documents', href: here('ged.spaces.index', { tenant }) },
  ...more,
]

function inWords({ type, processing }: RegisterLine) {
  const { rule, finalAction } = retentionOfType(type)
  const from = rule && startOf(type.code)
  return {
    label: type.label,
    purpose: processing?.purpose ?? '',
    legalBasis: processing ? legalBasisLabel(processing.legalBasis) : '',
    persons: processing?.persons ?? '',
    data: processing?.data ?? '',
    recipients: processing?.recipients ?? '',
    duration: rule ? `${durationLabel(rule)}${from ? ` depuis ${from}` : ''}` : '',
    finalAction: finalAction ? finalActionLabel(finalAction) : '',
    toldAt: processing?.toldAt ?? null,
  }
}
