import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { requestClassification } from '../jobs/request_classification.js'
import ClassificationVersion from '../models/classification_version.js'
import { toDay } from '../models/days.js'
import { matiereChoices, typesPJOf } from '../rules/classification.js'

const choice = () => vine.object({ code: told.text(), label: told.text() })
const classificationShape = vine.create({
  date: told.day(),
  natures: vine.array(
    vine.object({ code: told.count(), label: told.text(), typesPJ: vine.array(choice()) })
  ),
  matieres: vine.array(choice()),
})

export const classificationOperations: Operation[] = [
  {
    name: 'classification',
    call: 'GET /classification',
    permission: 'actes.read',
    title: 'Lire la classification de la préfecture',
    says: 'Les natures, les matières et les types de documents que la préfecture accepte.',
    answer: { kind: 'thing', of: 'Classification', shape: classificationShape },
    refuses: [409],
    gestures: [],
    async run() {
      const content = await ClassificationVersion.current()
      const version = await ClassificationVersion.latest()
      return {
        date: toDay(version!.date)!.toString(),
        natures: content.natures.map(({ code, label }) => ({
          code,
          label,
          typesPJ: typesPJOf(content, code).map((type) => ({ code: type.code, label: type.label })),
        })),
        matieres: matiereChoices(content).map(({ path, label }) => ({ code: path, label })),
      }
    },
  },
  {
    name: 'ask_classification',
    call: 'POST /classification',
    permission: 'actes.write',
    title: 'Demander la classification à la préfecture',
    answer: { kind: 'nothing' },
    seen: { nothing: 'one demand at a time goes, under one key, whoever asks' },
    gestures: ['actes.classification.store'],
    async run() {
      const demand = { everything: false }
      await requestClassification.enqueue(demand, { dedupeKey: 'actes.classification' })
    },
  },
]
