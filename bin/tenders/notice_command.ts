import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkNotice, type NoticeSchema } from '#lib/eforms/check_notice'
import { readInstant } from '#lib/tenders/deadline'
import { SchemaSet } from '#lib/xml'
import { Refused, type Answer, type Command } from './command.js'
import { readWhole } from './disk.js'
import { answerOf } from './findings.js'
import { readOption } from './values_read.js'

export const noticeCheck: Command = {
  usage: 'FICHIER.xml [--now INSTANT] [--schemas DOSSIER] --json',
  options: { now: 'one', schemas: 'one' },
  files: 1,
  async run(given): Promise<Answer> {
    const [now, schemas] = [given.maybe('now'), given.maybe('schemas')]
    const instant = now === null ? Date.now() : readOption('now', now, readInstant).toMillis()
    const bytes = await readWhole(given.files[0])
    return answerOf(
      checkNotice(bytes, instant, (root) => (schemas === null ? null : schemaIn(schemas, root)))
    )
  },
}

/** Where the schemas of the SDK may lie under the folder where the operator keeps those that were imported. */
const PLACES = ['', 'eforms', 'eforms/schemas', 'schemas']

function schemaIn(folder: string, root: string): NoticeSchema {
  const names = [`UBL-${root}-2.3.xsd`, `EFORMS-${root}.xsd`]
  const paths = PLACES.flatMap((place) => names.map((name) => join(folder, place, 'maindoc', name)))
  const path = paths.find((one) => existsSync(one))
  // A folder that was named and has none would let believe that the schema was asked
  if (!path) throw new Refused('schemas', `« ${folder} » n’a pas le schéma des avis « ${root} ».`)
  return (document) => SchemaSet.load(path).validate(document)
}
